"""`tally`, `combine`, `respond` and `group` as people and scripts use them."""

import datetime as dt
import json
import random

import pytest

from nttp_readiness.app import command_line
from nttp_readiness.domain.answers.workshop import Group
from nttp_readiness.domain.bank.scale import LEVELS
from nttp_readiness.domain.editing import edits, vote_edits, workshop_edits
from nttp_readiness.domain.editing.ballots import Ballot
from nttp_readiness.domain.exchange import collections
from nttp_readiness.domain.exchange.respondent_copy import copy_to_answer
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.exchange.answer_files import hand_in, save_answers
from nttp_readiness.storage.exchange.collection_files import save_collection
from tests.domain import small_bank as small

BANK = small.two_domains()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "ours.readiness"
    save_document(path, small.assessment_of(BANK, {}), expected=None)
    return path


def run(capsys, *arguments):
    status = command_line.run([str(each) for each in arguments])
    return status, capsys.readouterr()


def test_counts_typed_for_two_groups_are_shown_when_the_round_is_closed(file, capsys):
    run(capsys, "tally", file, "--group", "Leaders", "A-1=0,1,3,6,2", "A-2=0,0,4,8,0")
    run(capsys, "tally", file, "--group", "Front line", "A-1=9,10,6,5,0")
    status, found = run(capsys, "group", file, "--json")
    data = json.loads(found.out)
    assert status == 0
    assert load_document(file).assessment.workshop.round.closed is not None
    question = next(each for each in data["questions"] if each["id"] == "A-1")
    rows = {each["name"]: each for each in question["groups"]}
    assert rows["Everyone"]["counts"] == [9, 11, 9, 11, 2]
    assert rows["Front line"]["counts"] is None  # everyone less these would be twelve leaders
    assert (rows["Front line"]["percent"], rows["Front line"]["percent_step"]) == (
        [40, 40, 20, 20, 0], 20,
    )  # fmt: skip
    assert (rows["Leaders"]["counts"], rows["Leaders"]["percent_step"]) == (None, 20)
    assert data["domains"][0]["gaps"][0]["verdict"] == "clear"


def test_how_many_have_answered_is_told_without_closing_or_changing_anything(file, capsys):
    run(capsys, "tally", file, "--group", "Us", "--size", 12, "A-1=0,1,3,4,1")
    before = file.read_bytes()
    _, found = run(capsys, "group", file, "--progress")
    assert found.out == "Round 1 is open. 9 of 12 people have answered.\n"
    assert file.read_bytes() == before


def test_looking_again_writes_nothing_and_says_the_same(file, capsys):
    run(capsys, "tally", file, "--group", "Us", "A-1=0,1,3,6,2")
    _, first = run(capsys, "group", file)
    before = file.read_bytes()
    _, second = run(capsys, "group", file)
    assert (first.out, file.read_bytes()) == (second.out, before)


def test_only_a_room_that_agreed_sees_the_counts_of_seven(file, capsys):
    run(capsys, "tally", file, "--group", "Us", "A-1=1,2,3,1,0")
    _, room = run(capsys, "group", file, "--room")
    _, outside = run(capsys, "group", file)
    assert "Everyone: 1, 2, 3, 1, 0" in room.out
    assert "1, 2, 3" not in outside.out


def test_late_counts_need_the_next_round(file, capsys):
    run(capsys, "tally", file, "--group", "Us", "A-1=0,1,3,6,2")
    run(capsys, "group", file)
    before = file.read_bytes()
    status, found = run(capsys, "tally", file, "--group", "Us", "A-1=0,0,3,6,3")
    assert (status, file.read_bytes()) == (1, before)
    assert "next round" in found.err
    status, _ = run(capsys, "tally", file, "--group", "Us", "--next-round", "A-1=0,0,3,6,3")
    assert status == 0
    assert [each.number for each in load_document(file).assessment.workshop.rounds] == [1, 2]


@pytest.mark.parametrize(
    "pair",
    ["A-1", "A-1=1,2,3", "A-1=1,2,3,4,x", "A-1=-1,2,3,4,5", "A-1=1,2,3,4,9999999", "Z=1,1,1,1,1"],
)
def test_a_count_that_is_none_is_refused_and_the_file_is_left_alone(pair, file, capsys):
    before = file.read_bytes()
    status, found = run(capsys, "tally", file, "--group", "Us", pair)
    assert (status, file.read_bytes()) == (1, before)
    assert "Nothing was changed." in found.err
    assert "Traceback" not in found.err


def answered(file, folder, count, capsys):
    """Answer files as their people write them, each on a copy of the assessment."""
    made = []
    for n in range(count):
        copy, out = folder / f"copy-{n}.readiness", folder / f"{n}.answers"
        mine = load_document(file).assessment
        for key in BANK.by_id:
            mine = edits.answer(mine, key, LEVELS[(n + len(key)) % 5])
        mine = edits.write_beside(mine, "A-1", note="A canary that sings")
        save_document(copy, mine, expected=None)
        status, _ = run(capsys, "respond", copy, "--out", out, "--another-person")
        assert status == 0
        assert b"canary" not in out.read_bytes()
        made.append(out)
    return made


def test_answer_files_are_counted_once_however_often_they_are_given(file, tmp_path, capsys):
    files = answered(file, tmp_path, 12, capsys)
    status, found = run(capsys, "combine", file, *files)
    assert status == 0
    assert found.out.startswith("12 answer files were counted, 0 were in already.")
    before = file.read_bytes()
    _, again = run(capsys, "combine", file, *files[::-1])
    assert again.out.startswith("0 answer files were counted, 12 were in already.")
    assert file.read_bytes() == before
    _, shown = run(capsys, "group", file, "--json")
    assert json.loads(shown.out)["questions"][0]["groups"][0]["n"] == 12


def test_a_file_that_cannot_be_counted_is_named_and_the_others_are_counted(file, tmp_path, capsys):
    files = answered(file, tmp_path, 6, capsys)
    files[2].write_text("a shopping list")
    status, found = run(capsys, "combine", file, *files)
    assert status == 0
    assert "2.answers: This is not an answer file" in found.out
    assert found.out.startswith("5 answer files were counted")
    assert load_document(file).assessment.workshop.round.people == 5


def test_when_no_file_can_be_counted_nothing_is_changed_and_the_status_says_so(
    file, tmp_path, capsys
):
    (tmp_path / "list.answers").write_text("a shopping list")
    before = file.read_bytes()
    status, found = run(capsys, "combine", file, tmp_path / "list.answers")
    assert (status, found.out, file.read_bytes()) == (1, "", before)
    assert "not an answer file" in found.err


def test_fewer_than_five_at_once_are_counted_only_where_that_was_said(file, tmp_path, capsys):
    files, before = answered(file, tmp_path, 3, capsys), file.read_bytes()
    status, found = run(capsys, "combine", file, *files)
    assert (status, file.read_bytes()) == (1, before)
    assert "Combine all answer files and collections in one go, or say --few." in found.err
    status, found = run(capsys, "combine", file, *files, "--few")
    assert (status, load_document(file).assessment.workshop.round.people) == (0, 3)


def test_collections_of_other_laptops_are_combined_with_answer_files(file, tmp_path, capsys):
    start = workshop_edits.start_round(
        load_document(file).assessment, [Group(name="Us", size=12)], today=dt.date(2027, 2, 18)
    )
    save_document(file, start, expected=load_document(file).fingerprint)
    laptop = copy_to_answer(start)
    ballots = [Ballot(group="Us", answers={"A-1": LEVELS[n % 5]}) for n in range(6)]
    laptop = vote_edits.add_ballots(laptop, ballots)
    said = {"A-1": tuple(f"sentence {n}" for n in range(6))}
    came = tmp_path / "came in"
    came.mkdir()
    save_collection(
        came / "second.collection", collections.collected(laptop, "ab" * 16, said)
    )  # fmt: skip
    for n in range(2):
        handed = hand_in(start, "Us", {"A-1": 3}, None, {"A-1": f"file {n}"})
        save_answers(came / f"{n}.answers", handed)
    (came / "broken.collection").write_text("{}")
    status, found = run(capsys, "combine", file, came)
    assert status == 0
    assert "6 people from other laptops were counted, 0 collections were in already." in found.out
    assert "2 answer files were counted, 0 were in already." in found.out
    assert "broken.collection: This file is not a collection" in found.out
    assert "2 reasons are left out" in found.out
    vote = load_document(file).assessment.workshop.round.questions["A-1"].vote
    assert (vote.people, vote.reasons) == (8, said["A-1"])
    before = file.read_bytes()
    _, again = run(capsys, "combine", file, came / "second.collection")
    assert again.out == (
        "0 people from other laptops were counted, 1 collections were in already.\n"
    )
    assert file.read_bytes() == before


def test_a_collection_of_a_few_people_is_counted_only_where_that_was_said(file, tmp_path, capsys):
    start = workshop_edits.start_round(
        load_document(file).assessment, [Group(name="Us", size=12)], today=dt.date(2027, 2, 18)
    )
    save_document(file, start, expected=load_document(file).fingerprint)
    laptop = vote_edits.add_ballots(
        copy_to_answer(start), [Ballot(group="Us", answers={"A-1": 2})] * 3
    )
    few = tmp_path / "few.collection"
    save_collection(few, collections.collected(laptop, "ab" * 16))
    before = file.read_bytes()
    status, found = run(capsys, "combine", file, few)
    assert (status, file.read_bytes()) == (1, before)
    assert "Answers of 3 would be counted" in found.err
    status, _ = run(capsys, "combine", file, few, "--few")
    assert (status, load_document(file).assessment.workshop.round.people) == (0, 3)


def test_answering_twice_on_one_computer_makes_no_second_person(file, tmp_path, capsys):
    made = []
    for n in range(2):
        copy, out = tmp_path / f"c{n}.readiness", tmp_path / f"{n}.answers"
        mine = edits.answer(load_document(file).assessment, "A-1", LEVELS[n])
        save_document(copy, mine, expected=None)
        _, found = run(capsys, "respond", copy, "--out", out)
        made.append(out)
    assert "hand over the newer file alone" in found.out
    status, found = run(capsys, "combine", file, *made)
    assert status == 1
    assert "another version of this answer file" in found.err


def test_nothing_to_show_gets_a_sentence(file, capsys):
    for command in (("group", file), ("group", file, "--progress"), ("group", file, "--room")):
        status, found = run(capsys, *command)
        assert status == 1
        assert found.err.startswith("Nobody is being asked")
    status, found = run(capsys, "respond", file, "--out", file.parent / "x.answers")
    assert status == 1
    assert "No question is answered" in found.err


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--size", "-4", "A-1=1,2,3,4,5"], "between 1 and 100,000 people"),
        (["--size", "99999999999", "A-1=1,2,3,4,5"], "between 1 and 100,000 people"),
        (["--role", "x" * 200, "A-1=1,2,3,4,5"], "at most 80 letters"),
        (["A-1=500000,0,0,0,0"], "more people than can be"),
        (["A-1=1,2,3,4,5", "A-1=5,4,3,2,1"], "“A-1” is counted twice"),
        (["A-1=1,2,-3,4,5"], "is no count"),
        (["Z-9=1,2,3,4,5"], "no question “Z-9”"),
    ],
)
def test_counts_that_make_no_sense_get_a_sentence_and_change_nothing(file, capsys, given, said):
    before = file.read_bytes()
    status, found = run(capsys, "tally", file, "--group", "Us", *given)
    assert status == 1
    assert said in found.err
    assert "Nothing was changed." in found.err
    assert file.read_bytes() == before


def test_a_groups_name_is_one_line_however_it_was_given(file, capsys):
    run(capsys, "tally", file, "--group", " Night\n\x07 shift\t", "A-1=1,2,3,4,5")
    assert load_document(file).assessment.workshop.round.groups[0].name == "Night shift"


def test_more_groups_than_a_round_holds_get_a_sentence(file, capsys):
    groups = [Group(name=f"Group {n}") for n in range(60)]
    opened = workshop_edits.start_round(
        load_document(file).assessment, groups, today=dt.date(2027, 2, 18)
    )
    save_document(file, opened, expected=load_document(file).fingerprint)
    status, found = run(capsys, "tally", file, "--group", "One more", "A-1=1,2,3,4,5")
    assert (status, "room for 60 groups" in found.err) == (1, True)


def test_twelve_answer_files_twice_in_random_order_from_a_folder_or_one_by_one(
    file, tmp_path, capsys
):
    chance, folder = random.Random(8), tmp_path / "came in"
    folder.mkdir()
    assessment = load_document(file).assessment
    for number in range(12):
        answers = {key: chance.choice(LEVELS) for key in BANK.by_id}
        save_answers(folder / f"{number}.answers", hand_in(assessment, "Us", answers))
    files = sorted(folder.iterdir())
    other = tmp_path / "other.readiness"
    other.write_bytes(file.read_bytes())
    run(capsys, "combine", file, folder)
    once = load_document(file).assessment.workshop.rounds
    _, found = run(capsys, "combine", file, *chance.sample(files, 12))
    assert "0 answer files were counted, 12 were in already." in found.out
    assert load_document(file).assessment.workshop.rounds == once
    run(capsys, "combine", other, *chance.sample(files, 12), *chance.sample(files, 12))
    assert load_document(other).assessment.workshop.round.questions == once[0].questions
    assert once[0].people == 12
