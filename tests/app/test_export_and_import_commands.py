"""`export` in every form, and `import-plan` and `import-data` for what comes back."""

from __future__ import annotations

import json
import shutil
from io import BytesIO

import openpyxl
import pytest

from nttp_readiness.app import command_line
from nttp_readiness.app.start import COMMANDS
from nttp_readiness.reports.form_specs import form_specs
from nttp_readiness.storage.documents.documents import load_document
from tests.presentation.report_texts import SAMPLE
from tests.reports.file_contents import contents

WORKSHOP = SAMPLE.with_name("workshop.readiness")


@pytest.fixture
def file(tmp_path):
    return shutil.copy(SAMPLE, tmp_path / "ours.readiness")


def run(capsys, *arguments):
    status = command_line.run([str(each) for each in arguments])
    return status, capsys.readouterr()


@pytest.mark.parametrize("suffix", ["docx", "html", "xlsx", "csv", "ics", "json", "PDF"])
def test_the_suffix_decides_the_form_where_none_is_named(file, tmp_path, capsys, suffix):
    out = tmp_path / f"out.{suffix}"
    status, found = run(capsys, "export", file, out)
    assert (status, found.err) == (0, "")
    assert out.stat().st_size > 1000


def test_every_form_can_be_named(file, tmp_path, capsys):
    for form in form_specs():
        if form.id in {"large-print", "grey", "plan"}:
            continue  # the plan once more
        out = tmp_path / f"{form.id}{form.suffixes[0]}"
        more = ["--previous", file] if form.id == "comparison" else []
        of = WORKSHOP if form.id in {"record", "group", "group-data"} else file
        status, found = run(capsys, "export", of, out, "--form", form.id, *more)
        assert (status, found.err) == (0, ""), form.id


def test_the_help_names_every_form(capsys):
    with pytest.raises(SystemExit, match="0"):
        command_line.run(["export", "--help"])
    named = (
        " ".join(capsys.readouterr().out.split())
        .partition("--form FORM one of ")[2]
        .partition(";")[0]
    )
    assert named.split(", ") == [each.id for each in form_specs()]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["o.pdf", "--form", "card", "--size", "large"], "another text size"),
        (["o.pdf", "--form", "card", "--a3"], "A3 paper"),
        (["o.pdf", "--form", "ballots", "--full-notes"], "every note in full"),
        (["o.pdf", "--strength", "WEL-1"], "a question of your choice"),
        (["o.pdf", "--previous", SAMPLE], "another round"),
        (["o.ics", "--size", "standard"], "another text size"),
        (
            ["o.xlsx", "--grey", "--a3", "--size", "large"],
            "another text size, black and white, A3 paper",
        ),
    ],
)
def test_a_choice_that_the_form_does_not_know_is_refused_and_nothing_is_written(
    file, tmp_path, capsys, arguments, named
):
    out = tmp_path / arguments[0]
    status, found = run(capsys, "export", file, out, *arguments[1:])
    assert (status, found.out, out.exists()) == (1, "", False)
    assert f"cannot be made with: {named}. Nothing was written." in found.err
    assert len(found.err.splitlines()) == 1


def test_what_is_left_out_is_not_in_the_file(file, tmp_path, capsys):
    out = tmp_path / "plan.html"
    run(capsys, "export", file, out, "--without", "scores,notes, names")
    said = contents(out.read_bytes(), ".html")
    assert "Write one page" in said
    assert "Sìne" not in said
    assert "Build foundations first" not in said


def test_options_reach_the_form(file, tmp_path, capsys):
    small, large = tmp_path / "small.html", tmp_path / "large.html"
    run(capsys, "export", file, small, "--form", "report", "--grey", "--full-notes")
    run(capsys, "export", file, large, "--size", "large")
    assert "#1E1E1E" in small.read_text("utf-8")
    assert "Actions in full</h2>" in small.read_text("utf-8")
    assert "font-size: 18.0pt" in large.read_text("utf-8")
    annex = tmp_path / "annex.html"
    run(capsys, "export", file, annex, "--annex", "domains, order")
    assert "Domain by domain</h2>" in annex.read_text("utf-8")
    assert "How it was worked out</h2>" not in annex.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["out.odt"], "“Action plan” cannot be written as “.odt”"),
        (["out.pdf", "--form", "zebra"], "There is no form called “zebra”"),
        (["out.pdf", "--without", "owners"], "There is no part called “owners”"),
        (["out.pdf", "--form", "comparison"], "needs another round"),
        (["out.pdf", "--form", "group"], "no group answers to report yet"),
        (["out.pdf", "--form", "example", "--strength", "WEL-2"], "not one of your strengths"),
    ],
)
def test_what_cannot_be_made_is_said_in_one_sentence(file, tmp_path, capsys, arguments, said):
    out = tmp_path / arguments[0]
    status, found = run(capsys, "export", file, out, *arguments[1:])
    assert status == 1
    assert said in found.err
    assert not out.exists()


@pytest.fixture
def returned(file, tmp_path, capsys):
    sheet = tmp_path / "actions.xlsx"
    run(capsys, "export", file, sheet)
    book = openpyxl.load_workbook(BytesIO(sheet.read_bytes()))
    book["Actions"]["D4"] = "Ann, Team Lead"
    book["Actions"]["C4"] = "Another title"
    book.save(sheet)
    return sheet


@pytest.mark.parametrize("name", ["ours.readiness", "ours.json"])
def test_the_assessment_itself_is_never_written_over(file, tmp_path, capsys, name):
    """An assessment may be called what an export is called."""
    own = tmp_path / name
    own.write_bytes(SAMPLE.read_bytes())
    status, found = run(capsys, "export", own, own, "--form", "data")
    assert status == 1
    assert "OUT is the assessment itself." in found.err
    assert own.read_bytes() == SAMPLE.read_bytes()


def test_changes_of_a_sheet_come_into_the_file(file, returned, capsys):
    status, found = run(capsys, "import-plan", file, returned)
    assert status == 0
    assert found.out.splitlines()[0] == "1 change was taken."
    assert "\nActions, C4, Write one page" in found.out
    assert ", Action, “Another title”: changes in this column are not taken." in found.out
    assert load_document(file).assessment.actions["WEL-2/first"].owner == "Ann, Team Lead"
    assert load_document(file).revision == load_document(SAMPLE).revision + 1


def test_a_second_time_changes_nothing_and_says_so(file, returned, capsys):
    run(capsys, "import-plan", file, returned)
    before = file.read_bytes()
    _, found = run(capsys, "import-plan", file, returned)
    assert found.out.startswith("Nothing in the plan changed.")
    assert file.read_bytes() == before


def test_changes_are_told_as_data_too(file, returned, capsys):
    _, found = run(capsys, "import-plan", file, returned, "--json")
    data = json.loads(found.out)
    assert data["changes"] == [
        {
            "action": "WEL-2/first",
            "field": "owner",
            "before": "Sìne Nic a’ Ghobhainn, Operations Manager",
            "after": "Ann, Team Lead",
            "sheet": "Actions",
            "row": 4,
            "cell": "D4",
        }
    ]
    assert [each["reason"] for each in data["left"]] == ["not_taken"]


def test_a_preview_says_what_would_change_and_changes_nothing(file, returned, capsys):
    before = file.read_bytes()
    status, found = run(capsys, "import-plan", file, returned, "--preview")
    assert (status, file.read_bytes()) == (0, before)
    assert found.out.startswith("1 change can be taken.")
    _, found = run(capsys, "import-plan", file, returned, "--preview", "--json")
    data = json.loads(found.out)
    assert (data["taken"], len(data["changes"]), file.read_bytes()) == (False, 1, before)


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "csv"])
def test_a_tracker_of_each_kind_comes_back(file, tmp_path, capsys, suffix):
    out = tmp_path / f"tracker.{suffix}"
    status, _ = run(capsys, "export", file, out, "--form", "tracker")
    assert status == 0
    before = file.read_bytes()
    _, found = run(capsys, "import-plan", file, out)
    assert found.out == "Nothing in the plan changed.\n"
    assert file.read_bytes() == before


def test_updates_and_new_rows_are_told_as_data(file, tmp_path, capsys):
    sheet = tmp_path / "tracker.xlsx"
    run(capsys, "export", file, sheet, "--form", "tracker")
    book = openpyxl.load_workbook(BytesIO(sheet.read_bytes()))
    book["Actions"]["E4"] = "Draft sent"
    book["Actions"].append(["A new idea", "Ann"])
    book.save(sheet)
    _, found = run(capsys, "import-plan", file, sheet, "--json")
    data = json.loads(found.out)
    assert [each["text"] for each in data["updates"]] == ["Draft sent"]
    assert [(each["title"], each["fields"]) for each in data["new"]] == [
        ("A new idea", {"title": "A new idea", "owner": "Ann"})
    ]
    assert "Draft sent" in load_document(file).assessment.actions["WEL-2/first"].notes


def test_an_owners_sheet_is_asked_for_by_name(file, tmp_path, capsys):
    out = tmp_path / "mine.html"
    status, _ = run(capsys, "export", file, out, "--form", "owner", "--owner", "Eilidh")
    assert status == 0
    assert "Eilidh Strachan" in contents(out.read_bytes(), ".html")
    status, found = run(
        capsys, "export", file, tmp_path / "x.pdf", "--form", "owner", "--owner", "x y"
    )
    assert status == 1
    assert "Nobody in this plan is called “x y”" in found.err


def test_a_calendar_without_dates_is_status_1_and_no_file(tmp_path, capsys):
    empty, out = tmp_path / "new.readiness", tmp_path / "plan.ics"
    run(capsys, "new", empty, "--bank", "nttp-roadmap", "--title", "Ours")
    status, found = run(capsys, "export", empty, out)
    assert (status, out.exists()) == (1, False)
    assert found.err.startswith("There are no dates in the plan yet. Nothing was written.")


def test_a_file_that_is_no_sheet_changes_nothing(file, tmp_path, capsys):
    before = file.read_bytes()
    status, found = run(capsys, "import-plan", file, SAMPLE)
    assert status == 1
    assert "not a spreadsheet that can be read" in found.err
    assert file.read_bytes() == before


def test_data_comes_back_as_an_assessment(file, tmp_path, capsys):
    data, again = tmp_path / "data.json", tmp_path / "again.readiness"
    run(capsys, "export", file, data)
    status, _ = run(capsys, "import-data", data, again)
    assert status == 0
    assert load_document(again).assessment == load_document(file).assessment
    status, found = run(capsys, "import-data", data, again)
    assert status == 1
    assert "already a file" in found.err


def test_data_that_came_back_say_what_they_lost(file, tmp_path, capsys):
    """A copy without scores seemed to say that twelve things were not known yet."""
    data = tmp_path / "data.json"
    run(capsys, "export", file, data)
    _, found = run(capsys, "import-data", data, tmp_path / "whole.readiness")
    assert "Nothing was left out: it is the whole assessment." in found.out
    run(capsys, "export", file, data, "--without", "scores,names")
    _, found = run(capsys, "import-data", data, tmp_path / "less.readiness")
    assert "Levels and scores were left out" in found.out
    assert "People are named by their role" in found.out
    assert "Notes, evidence" not in found.out
    _, found = run(capsys, "import-data", data, tmp_path / "told.readiness", "--json")
    assert json.loads(found.out)["left_out"] == ["names", "scores"]
    run(capsys, "export", WORKSHOP, data)
    _, found = run(capsys, "import-data", data, tmp_path / "room.readiness")
    assert "What people said in the workshop was left out" in found.out


def test_the_commands_are_known_at_the_start():
    assert {"export", "import-plan", "import-data"} <= set(COMMANDS)
