"""Two laptops take ballots of one workshop: their sums come together, each once, and no ballot."""

import random
from itertools import product
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton

from nttp_readiness.domain.answers.answer import Choice
from nttp_readiness.domain.answers.workshop import Group
from nttp_readiness.domain.bank.scale import LEVELS
from nttp_readiness.domain.editing import edits, workshop_edits
from nttp_readiness.domain.editing.ballots import Ballot
from nttp_readiness.domain.exchange import collections
from nttp_readiness.domain.exchange.respondent_copy import copy_to_answer
from nttp_readiness.errors import DocumentError, EditError
from nttp_readiness.storage.documents.document_bytes import document_bytes
from nttp_readiness.storage.exchange.answer_files import hand_in, save_answers
from nttp_readiness.storage.exchange.collection_files import load_collection
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.workshop.ballots.collector import Collector
from nttp_readiness.ui.workshop.workshop_page import WorkshopPage

QUESTIONS = ("LEA-1", "WEL-1", "WEL-2", "POW-1")


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    def at(name):
        monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / name))

    at("first")
    return at


@pytest.fixture
def begun(council):
    short = edits.set_profile(council, route="foundations", scope="team")
    groups = [Group(name="Leaders", size=4), Group(name="Nights", size=8)]
    day = council.profile.started
    return workshop_edits.start_round(short, groups, today=day, consent=True)


def cast(collector, people, seed):
    chance, made = random.Random(seed), []
    for group in people:
        answers: dict[str, Choice] = {key: chance.choice(LEVELS) for key in QUESTIONS}
        made.append(answers)
        assert collector.put_in(Ballot(group=group, answers=answers, reasons={"LEA-1": "zebra"}))
    return made


def laptop(begun, people, seed, path):
    """Ballots on another laptop, in the copy that was given out."""
    session = Session(copy_to_answer(begun))
    collector = Collector(session)
    answers = cast(collector, people, seed)
    said = collector.save_collection(path)
    return answers, said


def test_sums_of_two_laptops_come_together_each_once(begun, tmp_path, home):
    main = Session(begun)
    collector = Collector(main)
    cast(collector, ["Nights"] * 3, 1)
    paths = []
    for number, name in enumerate(("second", "third")):
        home(name)
        path = tmp_path / f"{name}.collection"
        laptop(begun, ["Leaders", "Nights", "Nights"], number + 2, path)
        paths.append(path)
    home("first")
    found = collector.add_files(paths)
    assert found.sentence == "6 people from other laptops were counted."
    tallies = main.assessment.workshop.round.questions["WEL-1"].vote.tallies
    assert {name: each.people for name, each in tallies.items()} == {"Leaders": 2, "Nights": 7}
    again = collector.add_files([tmp_path])
    assert "2 collections had been added before." in again.sentence
    assert main.assessment.workshop.round.people == 9


def test_saving_twice_on_one_laptop_counts_once(begun, tmp_path):
    session = Session(copy_to_answer(begun))
    collector = Collector(session)
    cast(collector, ["Nights"] * 5, 1)
    first, second = tmp_path / "1.collection", tmp_path / "2.collection"
    collector.save_collection(first)
    collector.save_collection(second)
    assert load_collection(first).id == load_collection(second).id
    main = Session(begun)
    Collector(main).add_files([first, second])
    assert main.assessment.workshop.round.people == 5


def test_no_ballot_is_in_a_collection_and_no_reason_says_whose_it_is(begun, tmp_path):
    """The attack: which answers belong together is nowhere in it, whatever the order."""
    path = tmp_path / "nights.collection"
    answers, _ = laptop(begun, ["Nights"] * 6, 7, path)
    data = path.read_text()
    held = load_collection(path)
    assert held.reasons == {"LEA-1": ("zebra",) * 6}
    assert data.count("zebra") == 6
    tallies = {
        each.question: each.tally.levels for each in held.places if each.question in QUESTIONS
    }
    possible = [
        ballot
        for ballot in product(range(5), repeat=len(QUESTIONS))
        if all(tallies[key][level] for key, level in zip(QUESTIONS, ballot, strict=True))
    ]
    cast_ballots = {tuple(each[key] for key in QUESTIONS) for each in answers}
    assert cast_ballots < set(possible)
    assert len(possible) > 3 * len(cast_ballots)
    assert len(held.places) == len(begun.asked)


def test_reasons_of_another_laptop_come_along_where_enough_answered_there(begun, tmp_path):
    path = tmp_path / "nights.collection"
    _, said = laptop(begun, ["Nights"] * 6, 7, path)
    assert "stay out" not in said
    main = Session(begun)
    collector = Collector(main)
    collector.add_files([path])
    vote = main.assessment.workshop.round.questions["LEA-1"].vote
    assert vote.reasons == ("zebra",) * 6
    assert collector.reveal("LEA-1")
    assert main.assessment.workshop.round.questions["LEA-1"].vote.reasons == ("zebra",) * 6


def test_files_and_a_collection_that_come_together_are_counted_in_one_go(begun, tmp_path):
    laptop(begun, ["Nights"] * 3, 7, tmp_path / "nights.collection")
    for n in range(3):
        handed = hand_in(begun, "Leaders", {"LEA-1": LEVELS[n]}, None, {"LEA-1": f"zebra {n}"})
        save_answers(tmp_path / f"{n}.answers", handed)
    (tmp_path / "list.answers").write_text("a shopping list")
    main = Session(begun)
    collector = Collector(main)
    assert collector.would_count([tmp_path]) == 6
    found = collector.add_files([tmp_path])
    assert found.sentence == (
        "3 people from other laptops were counted. 3 answer files were counted. 1 was not counted:"
    )
    assert len(found.problems) == 1
    assert found.problems[0].startswith("list.answers: ")
    assert collector.would_count([tmp_path]) == 0
    assert main.assessment.workshop.round.people == 6
    assert b"zebra" not in document_bytes(main.assessment, revision=1)
    assert len(collector.box.reasons["LEA-1"]) == 3  # until the question is closed
    assert collector.reveal("LEA-1")
    said = main.assessment.workshop.round.questions["LEA-1"].vote.reasons
    assert said == ("zebra 0", "zebra 1", "zebra 2")


def test_of_so_few_it_is_said_that_the_file_nearly_tells(begun, tmp_path):
    _, said = laptop(begun, ["Nights"] * 2, 7, tmp_path / "few.collection")
    assert "Anyone who opens it could nearly tell what so few people answered." in said
    _, said = laptop(begun, ["Nights"] * 5, 7, tmp_path / "more.collection")
    assert "nearly tell" not in said


def test_more_than_a_group_has_people_are_counted_for_nobody(begun, tmp_path):
    path = tmp_path / "leaders.collection"
    laptop(begun, ["Leaders"] * 4, 7, path)
    main = Session(begun)
    collector = Collector(main)
    cast(collector, ["Leaders"], 1)
    found = collector.add_files([path])
    assert "“Leaders” has 4 people" in found.problems[0]
    assert main.assessment.workshop.round.people == 1


def test_collections_of_others_and_damaged_ones_are_refused_with_a_sentence(begun, tmp_path):
    path = tmp_path / "nights.collection"
    laptop(begun, ["Nights"] * 5, 7, path)
    held = load_collection(path)
    for changes, words in (
        ({"document": "0" * 32}, "another assessment"),
        ({"version": "9.0.0"}, "another version of the questions"),
    ):
        with pytest.raises(EditError, match=words):
            collections.add_collection(begun, held.model_copy(update=changes))
    whole = path.read_bytes()
    for bad in (b"", b"{}", whole[:-30], whole.replace(b"Nights", b"Knight"), b"\xff\xfe"):
        path.write_bytes(bad)
        with pytest.raises(DocumentError, match="collection") as refused:
            load_collection(path)
        assert refused.value.safe == "It was not counted."
        assert "laptop" in refused.value.cure
    with pytest.raises(EditError, match="Nobody has answered here"):
        collections.collected(begun, "ab" * 16)


def test_few_people_of_another_laptop_are_asked_about_before(look, show, begun, tmp_path, hands):
    path = tmp_path / "few.collection"
    laptop(begun, ["Nights"] * 2, 7, path)
    page: Any = show(WorkshopPage(look, Session(begun)))
    page.open("collect")
    page.refresh()
    page.collect.ways.ask_to_add([path])
    assert page.session.assessment.workshop.round.people == 0
    assert "fewer than five at once" in hands.said(page)
    count = next(each for each in page.findChildren(QPushButton)
                 if each.text() == "Count them anyway" and each.isVisible())  # fmt: skip
    count.click()
    assert page.session.assessment.workshop.round.people == 2
