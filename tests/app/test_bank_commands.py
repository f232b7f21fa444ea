"""The commands for question banks as authors use them: status, words, files left alone."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

ROOT = Path(__file__).resolve().parents[2]
TEMPLATE = ROOT / "assets" / "bank-template"


@pytest.fixture
def command(tmp_path):
    """Runs a command in an empty folder; whatever happens, it ends without a traceback."""

    def run(*arguments, **environment):
        done = subprocess.run(
            [sys.executable, "-m", "nttp_readiness", *map(str, arguments)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8",
                 "NTTP_READINESS_HOME": str(tmp_path / "home"), **environment},
            capture_output=True, text=True, encoding="utf-8", timeout=300, check=False,
        )  # fmt: skip
        assert "Traceback" not in done.stderr
        assert done.returncode in {0, 1, 2}
        return done

    return run


@pytest.fixture
def bank(tmp_path):
    """A bank that a test may spoil: the one that authors begin with."""
    return Path(shutil.copytree(TEMPLATE, tmp_path / "b"))


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def everything(folder):
    """Each file with its content, to see that nothing was written."""
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def refused(done, words):
    """A problem is one line on standard error."""
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert words in done.stderr


# ---------------------------------------------------------------------------------- trace


def test_trace_shows_the_page_of_the_docs(command):
    done = command("trace", "nttp-roadmap")
    assert done.returncode == 0
    page = (ROOT / "docs" / "traceability.md").read_text("utf-8")
    assert page.startswith(done.stdout.rstrip("\n"))
    rest = page[len(done.stdout.rstrip("\n")) :]
    assert rest.strip().startswith("## Service areas"), "which the docs add"


def test_trace_as_json_names_the_questions_of_each_statement(command, bank):
    done = command("trace", bank, "--json")
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert found["statements"][0] == {
        "id": "S1", "text": "People should be safe with us from the first minute.",
        "for_others": None, "served": True, "touched": None, "indicators": ["DOOR-1", "DOOR-2"],
    }  # fmt: skip
    assert (found["bank"], found["uncovered"]) == ("my-bank", [])


def test_trace_ends_with_1_where_nothing_serves_a_statement(command, bank):
    edit(bank / "domains" / "DOOR.toml", 'seed = ["S1"]', "seed = []")
    edit(bank / "domains" / "DOOR.toml", 'seed = ["S1", "S2"]', 'seed = ["S2"]')
    done = command("trace", bank)
    refused(done, "Nothing serves: S1.")
    assert "No question serves it." in done.stdout


def test_trace_of_a_bank_that_is_not_there_names_those_that_are(command):
    refused(command("trace", "no-bank"), "Those at hand are: nttp-roadmap, team-check-in")


def test_json_says_the_same_in_a_terminal_that_knows_few_letters(command, bank):
    edit(bank / "bank.toml", "Those who come to us", "“Càirdean” → 👋")
    full = command("trace", bank, "--json")
    plain = command("trace", bank, "--json", PYTHONIOENCODING="ascii")
    assert plain.stdout.isascii()
    assert not full.stdout.isascii()
    assert json.loads(plain.stdout) == json.loads(full.stdout)


def test_a_sentence_in_a_terminal_that_knows_few_letters_is_no_traceback(command, bank):
    edit(bank / "domains" / "DOOR.toml", 'needs = ["DOOR-1"]', 'needs = ["DOOR-2"]')
    done = command("check-bank", bank, PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert "DOOR-2 ? DOOR-2" in done.stdout


# ------------------------------------------------------------------------------- new-bank


def test_a_new_bank_passes_the_check_and_can_be_used_at_once(command, tmp_path):
    assert command("new-bank", "ours").returncode == 0
    checked = command("check-bank", "ours")
    assert (checked.returncode, checked.stdout) == (0, "This bank passes every check.\n")
    assert command("new", "a.readiness", "--bank", "ours").returncode == 0
    assert (tmp_path / "a.readiness").exists()


def test_a_new_bank_is_never_written_over_what_is_there(command, tmp_path, bank):
    before = everything(tmp_path)
    refused(command("new-bank", bank), "There is already a file")
    assert everything(tmp_path) == before


def test_a_new_bank_in_the_place_of_a_file_writes_nothing(command, tmp_path):
    (tmp_path / "taken").write_text("ours")
    before = everything(tmp_path)
    assert command("new-bank", "taken").returncode == 1
    assert command("new-bank", Path("taken") / "deeper").returncode == 1
    assert everything(tmp_path) == before


# ----------------------------------------------------------------------------- check-bank


def test_check_bank_names_every_mistake_and_ends_with_1(command, bank):
    edit(bank / "bank.toml", 'version = "0.1.0"', 'version = "1"')
    edit(bank / "domains" / "DOOR.toml", "effort = 1", "effort = 7")
    done = command("check-bank", bank)
    refused(done, "This question bank has 2 problems.")
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == [
        "bank.toml, version", "domains/DOOR.toml, indicators, DOOR-1, first, effort",
    ]  # fmt: skip


def test_check_bank_tells_the_reading_ease_of_every_text(command, bank):
    done = command("check-bank", bank, "--reading")
    *lines, last = done.stdout.splitlines()
    scores = [int(line.split()[0]) for line in lines]
    assert scores == sorted(scores)
    assert last == f"{len(lines)} of {len(lines)} texts reach 55 (100 is very easy)."
    assert any(line.endswith("domains/DOOR.toml, DOOR-1, level 0") for line in lines)
    found = json.loads(command("check-bank", bank, "--reading", "--json").stdout)
    assert [each["ease"] for each in found] == scores


def test_check_bank_as_json_has_the_same_problems(command, bank):
    edit(bank / "domains" / "ROOM.toml", "Anyone who needs", "Anyone weak who needs")
    done = command("check-bank", bank, "--json")
    [problem] = json.loads(done.stdout)
    assert (problem["file"], problem["place"]) == ("domains/ROOM.toml", "ROOM-1, statement")
    assert (problem["severity"], done.returncode) == ("error", 1)


# --------------------------------------------------------------- review-bank, review-changes


def mark(path, place, column, text):
    book = openpyxl.load_workbook(path)
    for row in book["Texts"].iter_rows(min_row=2):
        if row[1].value == place:
            row[column].value = text
    book.save(path)


def test_a_review_goes_out_and_comes_back_and_the_bank_stays_as_it_is(command, tmp_path, bank):
    before = everything(bank)
    assert command("review-bank", bank, "texts.xlsx").returncode == 0
    untouched = command("review-changes", bank, "texts.xlsx")
    assert untouched.stdout == "New texts: 0. Remarks: 0. The bank was not changed.\n"
    mark(tmp_path / "texts.xlsx", "ROOM-1, statement", 3, "Anyone can find a quiet corner here.")
    mark(tmp_path / "texts.xlsx", "ROOM-1, why", 4, "Says who?")
    done = command("review-changes", bank, "texts.xlsx")
    assert done.returncode == 0
    assert "domains/ROOM.toml, ROOM-1, statement\n  now: Anyone who needs" in done.stdout
    assert "  new: Anyone can find a quiet corner here.\n" in done.stdout
    assert done.stdout.endswith("New texts: 1. Remarks: 1. The bank was not changed.\n")
    found = json.loads(command("review-changes", bank, "texts.xlsx", "--json").stdout)
    assert [(each["kind"], each["place"]) for each in found] == [
        ("changed", "ROOM-1, statement"), ("remark", "ROOM-1, why"),
    ]  # fmt: skip
    assert everything(bank) == before


def test_a_sheet_that_reviewers_may_have_written_into_is_not_written_over(command, tmp_path, bank):
    (tmp_path / "texts.xlsx").write_bytes(b"theirs")
    refused(command("review-bank", bank, "texts.xlsx"), "There is already a file")
    assert (tmp_path / "texts.xlsx").read_bytes() == b"theirs"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("review-bank", "b", "texts.pdf"), "ends with .xlsx"),
        (("review-bank", "b", "no/such/texts.xlsx"), "folder"),
        (("review-bank", "nowhere", "texts.xlsx"), "This file is missing"),
        (("review-changes", "b", "nowhere.xlsx"), "The file is no longer at this place"),
        (("review-changes", "b", "b/bank.toml"), "not a sheet of texts to review"),
    ],
)
def test_a_review_that_cannot_be_made_says_so_and_writes_nothing(
    arguments, words, command, tmp_path, bank
):
    before = everything(tmp_path)
    refused(command(*arguments), words)
    assert everything(tmp_path) == before


# ----------------------------------------------------------------------------- carry-over


@pytest.fixture
def older(command, bank, tmp_path):
    """An assessment made with version 0.1.0, and the bank after it became 0.2.0."""
    assert command("new", "older.readiness", "--bank", bank).returncode == 0
    assert command("answer", "older.readiness", "DOOR-1=2", "DOOR-2=3", "ROOM-1=1").returncode == 0
    edit(bank / "bank.toml", 'version = "0.1.0"', 'version = "0.2.0"')
    with (bank / "bank.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[changes]]\nsince = "0.1.0"\nkind = "reworded"\nold = "DOOR-2"\n')
        file.write('\n[[changes]]\nsince = "0.1.0"\nkind = "removed"\nold = "ROOM-1"\n')
    room = bank / "domains" / "ROOM.toml"
    edit(room, 'id = "ROOM-1"', 'id = "ROOM-2"')
    return tmp_path / "older.readiness"


def test_an_assessment_is_carried_over_with_a_report_and_the_older_file_stays(
    command, older, bank, tmp_path
):
    before = older.read_bytes()
    done = command("carry-over", older, bank, "newer.readiness")
    assert done.returncode == 0
    for words in (
        "from version 0.1.0 to version 0.2.0 of My question bank",
        "1 answer was kept as it was.",
        "DOOR-2 Told beforehand",
        "From ROOM-1, “Somewhere quiet” (version 0.1.0): 1 Exploring.",
        "ROOM-2 Somewhere quiet",
        "The earlier file stays as it was",
    ):
        assert words in done.stdout
    assert older.read_bytes() == before
    newer = json.loads((tmp_path / "newer.readiness").read_text("utf-8"))["body"]
    old = json.loads(before)["body"]
    assert (newer["previous"], newer["bank"]["version"]) == (old["id"], "0.2.0")
    assert {key: each["choice"] for key, each in newer["answers"].items()} == {
        "DOOR-1": 2, "DOOR-2": 3,
    }  # fmt: skip
    assert command("compare", older, "newer.readiness").returncode == 0
    scored = json.loads(command("score", older, "--json").stdout)
    assert scored["answered"] == 3


def test_a_carry_over_that_cannot_be_done_writes_nothing(command, older, bank, tmp_path):
    (tmp_path / "taken.readiness").write_text("ours")
    before = everything(tmp_path)
    refused(command("carry-over", older, bank, "taken.readiness"), "There is already a file")
    refused(command("carry-over", older, bank, older), "There is already a file")
    refused(command("carry-over", older, "nttp-roadmap", "x.readiness"), "is another bank")
    refused(command("carry-over", older, TEMPLATE, "x.readiness"), "0.1.0 is not newer")
    refused(
        command("carry-over", "nowhere.readiness", bank, "x.readiness"), "no longer at this place"
    )
    refused(command("carry-over", bank / "bank.toml", bank, "x.readiness"), "not a readiness")
    assert everything(tmp_path) == before


# ----------------------------------------------------------------------------------- usage


@pytest.mark.parametrize(
    "arguments",
    [
        ("trace",), ("new-bank",), ("review-bank", "b"), ("review-changes",), ("carry-over", "a"),
        ("trace", "b", "--wrong"), ("new-bank", "a", "b"), ("carry-over", "a", "b", "c", "d"),
    ],
)  # fmt: skip
def test_wrong_usage_ends_with_2_and_shows_the_usage(arguments, command, tmp_path):
    done = command(*arguments)
    assert done.returncode == 2
    assert "usage: nttp-readiness" in done.stderr.lower()
    assert everything(tmp_path) == {}
