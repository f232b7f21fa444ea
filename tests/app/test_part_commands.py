"""`share-out` and `gather`: four people by files, two of whom disagree and one answers twice."""

import json
import shutil

import pytest

from nttp_readiness.app import command_line
from nttp_readiness.app.start import COMMANDS
from nttp_readiness.domain.exchange.standing import differences
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.files.format_version import VERSION
from tests.domain.exchange.parts import whole


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "ours.readiness"
    save_document(path, whole(), expected=None)
    return path


def run(capsys, *arguments):
    status = command_line.run([str(each) for each in arguments])
    return status, capsys.readouterr()


def part(capsys, file, name, questions="A"):
    out = file.parent / f"{name}.readiness"
    status, said = run(
        capsys, "share-out", file, out, "--questions", questions, "--to", name, "--by", "2027-03-31"
    )
    assert status == 0, said.err
    return out


def test_both_are_commands_that_the_program_knows():
    assert {"share-out", "gather"} <= set(COMMANDS)


def test_four_people_of_whom_two_disagree_and_one_answers_twice(file, capsys):
    morag, isla, iain = (part(capsys, file, name) for name in ("Morag", "Isla", "Iain"))
    part(capsys, file, "Ann", "B-1,foundations")
    run(capsys, "answer", morag, "A-1=1", "A-2=2")
    run(capsys, "answer", isla, "A-1=3")
    run(capsys, "answer", iain, "A-3=1")
    first = file.parent / "first time.readiness"
    shutil.copy(iain, first)
    run(capsys, "answer", iain, "A-3=4")
    status, found = run(capsys, "gather", file, iain, first, morag, isla, "--json")
    assert status == 0
    data = json.loads(found.out)
    assert [each["taken"] for each in data["files"]] == [["A-3"], [], ["A-1", "A-2"], []]
    assert [each["differing"] for each in data["files"]] == [[], [], [], ["A-1"]]
    assert [each["refused"] for each in data["files"]] == [None] * 4
    assert data["differences"] == [
        {"question": "A-1", "answers": data["differences"][0]["answers"]}
    ]
    assert sorted(data["differences"][0]["answers"]) == [1, 3]
    assert {each["to"]: each["answered"] for each in data["shared"]} == {
        "Morag": 2, "Isla": 1, "Iain": 1, "Ann": 0,
    }  # fmt: skip
    made = load_document(file).assessment
    assert (made.answer("A-3").choice, made.answer("A-1").choice) == (4, None)


def test_a_folder_is_gathered_and_the_whole_that_lies_in_it_is_left(file, capsys):
    morag = part(capsys, file, "Morag")
    run(capsys, "answer", morag, "A-1=1")
    status, found = run(capsys, "gather", file, file.parent)
    assert status == 0
    assert "Morag: 1 answer taken" in found.out
    assert not found.err
    again, found = run(capsys, "gather", file, file.parent, "--json")
    assert again == 0
    assert json.loads(found.out)["files"][0]["unchanged"] == ["A-1"]


def test_damage_and_foreign_files_are_told_one_by_one_and_the_others_are_taken(file, capsys):
    morag = part(capsys, file, "Morag")
    run(capsys, "answer", morag, "A-1=1")
    broken = file.parent / "broken.readiness"
    broken.write_bytes(morag.read_bytes()[:-40])
    changed = file.parent / "changed.readiness"
    changed.write_bytes(morag.read_bytes().replace(b"Morag", b"Moraq"))
    later = file.parent / "later.readiness"
    later.write_bytes(morag.read_bytes().replace(b'"version": %d' % VERSION, b'"version": 99'))
    status, found = run(capsys, "gather", file, broken, changed, later, morag, "--json")
    assert status == 0
    refused = [each["refused"] for each in json.loads(found.out)["files"]]
    assert "incomplete" in refused[0]
    assert "changed or damaged" in refused[1]
    assert "later version" in refused[2]
    assert refused[3] is None
    assert len(found.err.splitlines()) == 3
    assert load_document(file).assessment.answer("A-1").choice == 1


def test_where_nothing_could_be_taken_the_status_is_1_and_the_file_is_as_it_was(file, capsys):
    before = file.read_bytes()
    status, found = run(capsys, "gather", file, file)
    assert status == 1
    assert "not a part that was shared out. It was not taken" in found.err
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--questions", "Z", "--to", "Morag"], "There is no question or domain “Z”"),
        (["--questions", ",", "--to", "Morag"], "There is no question in this part"),
        (["--questions", "A", "--to", " "], "It is not said who is asked"),
        (["--questions", "A", "--to", "Morag", "--by", "soon"], "“soon” is not a day"),
    ],
)
def test_what_cannot_be_shared_out_is_said_and_nothing_is_written(file, capsys, options, words):
    before = file.read_bytes()
    out = file.parent / "out.readiness"
    status, found = run(capsys, "share-out", file, out, *options)
    assert status == 1
    assert words in found.err
    assert not out.exists()
    assert file.read_bytes() == before


def test_a_file_that_lies_there_is_not_written_over(file, capsys):
    out = part(capsys, file, "Morag")
    status, found = run(capsys, "share-out", file, out, "--questions", "A", "--to", "Isla")
    assert status == 1
    assert "already a file" in found.err
    assert load_document(out).assessment.part.to == "Morag"


def test_a_difference_stays_in_the_file_until_somebody_chooses(file, capsys):
    morag, isla = part(capsys, file, "Morag"), part(capsys, file, "Isla")
    run(capsys, "answer", morag, "A-1=1")
    run(capsys, "answer", isla, "A-1=3")
    run(capsys, "gather", file, morag)
    _, found = run(capsys, "gather", file, isla)
    assert "Please choose one" in found.out
    assert [each.indicator for each in differences(load_document(file).assessment)] == ["A-1"]
