"""Sentences of reason in answer files and collections: an attack on every state that they leave.

It knows what a reader of two states may know: each count and each sentence of both. A sentence that
came with fewer than five levels to its question tells with which answer it came.
"""

import json
import random
from itertools import pairwise

import pytest

from nttp_readiness.domain.answers.workshop import Group
from nttp_readiness.domain.bank.scale import LEVELS
from nttp_readiness.domain.editing import calling_off, reasons, vote_edits, workshop_edits
from nttp_readiness.domain.editing.ballots import TOGETHER
from nttp_readiness.domain.exchange import collections
from nttp_readiness.domain.exchange.combining import combine
from nttp_readiness.domain.exchange.respondent_copy import copy_to_answer
from nttp_readiness.presentation.group.group_data import group_data
from nttp_readiness.presentation.group.group_results import group_results
from nttp_readiness.storage.documents.document_bytes import document_bytes
from nttp_readiness.storage.exchange.answer_files import answer_bytes, answers_in, hand_in
from nttp_readiness.storage.exchange.collection_files import load_collection, save_collection
from tests.domain import small_bank as small

BANK = small.two_domains()
GROUPS = (Group(name="Leaders", size=6), Group(name="Front line", size=30))


def begun(**options):
    options.setdefault("consent", True)
    made = small.assessment_of(BANK, {})
    return workshop_edits.start_round(made, GROUPS, today=small.TODAY, **options)


def files(assessment, count, seed=5, share=0.6):
    """Answer files in which some questions are left open, and some answers have a reason."""
    chance = random.Random(seed)
    made = []
    for n in range(count):
        answers = {key: chance.choice(LEVELS) for key in BANK.by_id if chance.random() < 0.8}
        said = {key: f"canary {seed} {n} on {key}" for key in answers if chance.random() < share}
        made.append(hand_in(assessment, GROUPS[1].name, answers, None, said))
    return made


def collection(assessment, count, seed):
    """What another laptop hands over, whose people wrote beside their answers."""
    laptop = copy_to_answer(assessment)
    handed = files(assessment, count, seed)
    laptop = vote_edits.add_ballots(laptop, [each.ballot for each in handed])
    said, _ = reasons.said_beside([each.ballot for each in handed], tuple(BANK.by_id))
    return collections.collected(laptop, f"{seed:032x}", said)


def sentences(assessment, key):
    found = assessment.workshop.round.questions.get(key)
    return set(found.vote.reasons) if found else set()


def levels(assessment, key):
    found = assessment.workshop.round.questions.get(key)
    return sum(each.known for each in found.vote.tallies.values()) if found else 0


def leaks(states):
    """Sentences that two states side by side tie to fewer than five answers."""
    return [
        said
        for before, after in pairwise(states)
        for key in BANK.by_id
        for said in sentences(after, key) - sentences(before, key)
        if levels(after, key) - levels(before, key) < TOGETHER
    ]


def states(seed):
    """What a document goes through: batches of files and collections of other laptops."""
    chance, made = random.Random(seed), [begun()]
    for batch in range(4):
        now, count = made[-1], chance.choice([1, 2, 4, 5, 6, 7])
        if chance.random() < 0.4:
            made.append(collections.add_collection(now, collection(now, count, seed * 10 + batch)))
        else:
            made.append(combine(now, files(now, count, seed * 10 + batch)).assessment)
    return made


@pytest.mark.parametrize("seed", range(25))
def test_two_states_tie_no_sentence_to_fewer_than_five_answers(seed):
    assert leaks(states(seed)) == []


def test_the_attack_finds_sentences_that_are_written_down_one_file_at_a_time(monkeypatch):
    monkeypatch.setattr(reasons, "TOGETHER", 1)
    monkeypatch.setattr(collections, "TOGETHER", 1)
    assert sum(len(leaks(states(seed))) for seed in range(25)) > 20


def test_sentences_of_files_are_shown_once_enough_answered_and_with_no_group():
    start = begun()
    made = combine(start, files(start, 8, share=1)).assessment
    open_vote = made.workshop.round.questions["A-1"].vote
    assert len(open_vote.reasons) == levels(made, "A-1")
    closed = vote_edits.close_question(made, "A-1", ["one by ballot"])
    assert "one by ballot" in closed.workshop.round.questions["A-1"].vote.reasons
    room = group_results(closed, "room").question("A-1")
    assert set(room.reasons) == {*open_vote.reasons, "one by ballot"}
    assert not any("canary" in str(row) for row in room.rows)
    assert group_results(closed, "outside").question("A-1").reasons == ()


def test_where_the_room_may_see_no_counts_nothing_of_them_is_kept():
    """Nine of them, in a room that did not agree to see counts."""
    start = begun(consent=False)
    made = combine(start, files(start, 9, share=1)).assessment
    assert sentences(made, "A-1")
    for closed in (
        vote_edits.close_question(made, "A-1"),
        workshop_edits.close_round(made, today=small.TODAY),
    ):
        assert sentences(closed, "A-1") == set()
    closed = workshop_edits.close_round(made, today=small.TODAY)
    assert b"canary" not in document_bytes(closed, revision=1)


def test_what_nobody_may_see_is_not_there_again_where_the_question_is_opened_again():
    start = begun(consent=False)
    made = combine(start, files(start, 4, share=1)).assessment
    closed = workshop_edits.close_round(made, today=small.TODAY)
    again = calling_off.reopen_question(calling_off.reopen_round(closed), "A-1")
    assert again.workshop.round.questions["A-1"].vote.release is None
    assert b"canary" not in document_bytes(again, revision=1)


def test_before_a_question_is_closed_no_sentence_is_in_anything_but_the_document():
    start = begun()
    made = combine(start, files(start, 9, share=1)).assessment
    assert b"canary" in document_bytes(made, revision=1)
    assert b"canary" not in document_bytes(copy_to_answer(made), revision=1)
    for audience in ("room", "outside"):
        assert "canary" not in str(group_data(group_results(made, audience)))
        results = group_results(made, audience)
        assert "canary" not in str((results.questions, results.domains, results.notes))


def test_sentences_of_a_few_files_come_back_to_wait_in_memory():
    start = begun()
    found = combine(start, files(start, 3, share=1))
    assert b"canary" not in document_bytes(found.assessment, revision=1)
    waiting = [said for each in found.waiting.values() for said in each]
    assert len(waiting) == sum(len(each.reasons) for each in files(start, 3, share=1))
    assert "canary" not in repr(found)


def test_an_answer_file_with_reasons_comes_back_exactly_and_says_that_it_is_newer():
    (handed,) = files(begun(), 1, share=1)
    assert answers_in(answer_bytes(handed)) == handed
    assert json.loads(answer_bytes(handed))["version"] == 2
    plain = handed.model_copy(update={"reasons": {}})
    assert json.loads(answer_bytes(plain))["version"] == 1
    assert "reasons" not in json.loads(answer_bytes(plain))["body"]
    assert "canary" not in repr(handed)


def test_a_collection_holds_sentences_of_no_group_and_only_where_five_answered(tmp_path):
    start = begun()
    many, few = collection(start, 8, 1), collection(start, 4, 2)
    assert many.reasons
    assert few.reasons == {}
    assert all(sentences == tuple(sorted(sentences)) for sentences in many.reasons.values())
    for number, each in enumerate((many, few)):
        path = tmp_path / f"{number}.collection"
        save_collection(path, each)
        assert load_collection(path) == each
        assert json.loads(path.read_text())["version"] == (2 if each.reasons else 1)
    made = collections.add_collection(start, many)
    assert sentences(made, "A-1") == set(many.reasons["A-1"])
    assert "canary" not in repr(many)


def test_more_sentences_than_anybody_reads_stop_nothing():
    start = workshop_edits.start_round(
        small.assessment_of(BANK, {}), [Group(name="All")], today=small.TODAY, consent=True
    )
    handed = [
        hand_in(start, "All", {"A-1": 2}, None, {"A-1": f"sentence {n}"}) for n in range(1_050)
    ]
    made = combine(start, handed).assessment
    closed = vote_edits.close_question(made, "A-1", ["one more"])
    assert len(closed.workshop.round.questions["A-1"].vote.reasons) == 1_000
