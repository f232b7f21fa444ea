"""Commands on a file of a later version: those that read may say so and go on, no other writes."""

import json

import openpyxl
import pytest

from nttp_readiness import resources
from nttp_readiness.app import command_line, start
from nttp_readiness.file_format import DATA_VERSION
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.storage.keeping import backups
from tests.storage.later_files import NAMES, READABLE, WORDS, later_files

WORKSHOP = resources.assets() / "samples" / "workshop.readiness"
BANK = str(resources.question_banks() / "nttp-roadmap")
READING = {
    "score": ["score", "FILE"],
    "score --json": ["score", "FILE", "--json"],
    "compare": ["compare", "FILE", "OURS"],
    "compare the other way round": ["compare", "OURS", "FILE"],
    "export": ["export", "FILE", "out.json"],
    "export --previous": [
        "export",
        "OURS",
        "out.pdf",
        "--form",
        "comparison",
        "--previous",
        "FILE",
    ],
    "respond": ["respond", "--no-window", "FILE", "--group", "All", "--out", "mine.answers"],
    "group": ["group", "FILE"],
    "group --progress": ["group", "FILE", "--progress"],
}
WRITING = {
    "answer": ["answer", "FILE", "LEA-1=1"],
    "tally": ["tally", "FILE", "--group", "Leaders", "LEA-1=0,1,3,6,2", "--next-round"],
    "combine": ["combine", "FILE", "mine.answers"],
    "import-plan": ["import-plan", "FILE", "sheet.xlsx"],
    "carry-over": ["carry-over", "FILE", BANK, "newer.readiness"],
    "merge": ["merge", "FILE", "OURS"],
    "gather": ["gather", "FILE", "OURS"],
    "gather it": ["gather", "OURS", "FILE"],
    "share-out": ["share-out", "FILE", "part.readiness", "--questions", "LEA", "--to", "Morag"],
    "merge with it": ["merge", "OURS", "FILE", "--out", "together.readiness"],
    "new": ["new", "FILE", "--bank", BANK],
    "import-data": ["import-data", "data.json", "FILE"],
    "export over it": ["export", "OURS", "later.json"],
    "respond over it": ["respond", "--no-window", "OURS", "--out", "FILE"],
}


# Every command meets three shapes; every shape meets the first command of each kind.
THREE = ("readable", "more in its body", "cut off")


def tried(commands, shape):
    return dict(list(commands.items())[: None if shape in THREE else 1])


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ours.readiness").write_bytes(WORKSHOP.read_bytes())
    ours = tmp_path / "ours.readiness"
    for made in (
        ["export", ours, "data.json"],
        ["export", ours, "sheet.xlsx"],
        ["respond", "--no-window", ours, "--group", "All", "--out", "mine.answers"],
    ):
        assert command_line.run([str(each) for each in made]) in {0, 1}
    if not (tmp_path / "sheet.xlsx").exists():
        openpyxl.Workbook().save(tmp_path / "sheet.xlsx")
    return tmp_path


@pytest.fixture
def shapes():
    return later_files(load_document(WORKSHOP).assessment)


def run(command, file, capsys):
    capsys.readouterr()
    names = {"FILE": str(file), "OURS": "ours.readiness"}
    status = command_line.run([names.get(each, each) for each in command])
    return status, capsys.readouterr()


def test_every_command_that_is_given_an_assessment_is_tried():
    others = {
        "banks",
        "check-bank",
        "trace",
        "new-bank",
        "review-bank",
        "review-changes",
        "rating-trial",
        "portfolio",  # below: it is given a folder
    }
    named = {each[0] for each in (*READING.values(), *WRITING.values())}
    assert named | others == set(start.COMMANDS)


@pytest.mark.parametrize("shape", NAMES)
def test_no_command_changes_it(shape, shapes, here, capsys):
    file = here / ("later.json" if shape == "cut off" else "later.readiness")
    (here / "later.json").write_bytes(shapes[shape])
    file.write_bytes(shapes[shape])
    for name, command in tried(WRITING, shape).items():
        status, said = run(command, file, capsys)
        assert status == 1, name
        assert "later version" in said.err or "There is already a file" in said.err, name
        assert "damaged" not in said.err, name
        assert said.out == "", name
        assert file.read_bytes() == (here / "later.json").read_bytes() == shapes[shape], name
    assert not (here / "newer.readiness").exists()
    assert backups.backups_of(file) == []


@pytest.mark.parametrize("shape", NAMES)
def test_a_command_that_reads_goes_on_or_not_and_says_it(shape, shapes, here, capsys):
    file = here / "later.readiness"
    file.write_bytes(shapes[shape])
    for name, command in tried(READING, shape).items():
        (here / "mine.answers").unlink(missing_ok=True)
        status, said = run(command, file, capsys)
        assert WORDS in said.err, name
        assert "damaged" not in said.err, name
        if shape in READABLE:
            assert (status, said.err.count("\n")) == (0, 1), name
            assert str(file) in said.err
            assert said.out or (here / "out.json").exists()
        else:
            assert (status, said.out) == (1, ""), name
        assert file.read_bytes() == shapes[shape], name


def test_a_round_that_is_open_is_not_closed_in_it(shapes, here, capsys):
    ours = here / "ours.readiness"
    status, _ = run(
        ["tally", "OURS", "--next-round", "--group", "All", "LEA-1=0,1,3,6,2"], ours, capsys
    )
    assert status == 0
    later = here / "later.readiness"
    later.write_bytes(later_files(load_document(ours).assessment)["readable"])
    before = later.read_bytes()
    assert run(["group", "FILE", "--progress"], later, capsys)[0] == 0
    status, said = run(["group", "FILE"], later, capsys)
    assert (status, said.out) == (1, "")
    assert WORDS in said.err
    assert later.read_bytes() == before


@pytest.mark.parametrize("change", [{}, {"assessment": [1]}, {"assessment": None, "more": 1}])
def test_data_of_a_later_version_are_called_so_whatever_they_hold(change, here, capsys):
    data = json.loads((here / "data.json").read_text("utf-8")) | {"version": DATA_VERSION + 1}
    (here / "data.json").write_text(json.dumps(data | change), "utf-8")
    status, said = run(["import-data", "data.json", "new.readiness"], here, capsys)
    assert status == 1
    assert "written by a later version" in said.err
    assert not (here / "new.readiness").exists()


def test_many_teams_name_it_and_read_the_rest(shapes, here, capsys):
    teams = here / "teams"
    teams.mkdir()
    for shape in THREE:
        (teams / f"{shape}.readiness").write_bytes(shapes[shape])
    (teams / "ours.readiness").write_bytes((here / "ours.readiness").read_bytes())
    command_line.run(["portfolio", str(teams), "out.xlsx"])
    said = capsys.readouterr()
    for shape in THREE:
        assert (teams / f"{shape}.readiness").read_bytes() == shapes[shape]
    for line in said.err.splitlines():
        if any(shape in line for shape in THREE):
            assert "later version" in line, line
            assert "damaged" not in line, line
    assert sum("later version" in line for line in said.err.splitlines()) >= 1
