"""Nothing that is kept, undone, logged or compared gives one person's answers back."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nttp_readiness.domain.answers.workshop import Group
from nttp_readiness.domain.bank.scale import LEVELS
from nttp_readiness.domain.editing import vote_edits, workshop_edits
from nttp_readiness.domain.editing.ballots import TOGETHER, Ballot, BallotBox, HandedIn
from nttp_readiness.storage.documents.document_bytes import document_bytes
from tests.domain import small_bank as small

BANK = small.two_domains()
TEAM = Group(name="Team", size=60)
QUESTIONS = tuple(BANK.by_id)


def begun():
    made = small.assessment_of(BANK, {})
    return workshop_edits.start_round(made, [TEAM], today=small.TODAY)


def ballots(count, seed=7):
    chance = random.Random(seed)
    return [
        Ballot(group="Team", answers={key: chance.choice([0, 1, 2, 3, 4, "not_sure"])
                                      for key in QUESTIONS})
        for _ in range(count)
    ]  # fmt: skip


def voted(count, seed=7):
    """Every state of the document, as undo and autosave would see it, and the box at the end."""
    states, box, chance = [begun()], BallotBox(), random.Random(seed)
    for ballot in ballots(count, seed):
        box = box.with_ballot(ballot, QUESTIONS, chance)
        made, box = vote_edits.add_from_box(states[-1], box)
        if made != states[-1]:
            states.append(made)
    return states, box


def people(assessment, key):
    found = assessment.workshop.round.questions.get(key)
    return found.vote.people if found else 0


def pieces(assessment, key):
    """The counts of one question, one number for each kind of answer."""
    found = assessment.workshop.round.questions.get(key)
    if found is None or not found.vote.tallies:
        return (0,) * 8
    tally = found.vote.tallies["Team"]
    return (*tally.levels, tally.not_sure, tally.not_relevant, tally.no_answer)


@given(st.integers(1, 40), st.integers(0, 1000))
@settings(max_examples=25, deadline=None)
def test_two_states_of_a_document_never_differ_by_fewer_than_five_answers(count, seed):
    states, box = voted(count, seed)
    emptied, left = vote_edits.add_from_box(states[-1], box, everything=True)
    assert left.waiting == 0
    for before, after in pairwise([*states, emptied]):
        for key in QUESTIONS:
            steps = people(after, key) - people(before, key)
            assert steps >= TOGETHER or steps in {count, 0}


def test_no_step_of_the_document_is_anybodys_set_of_answers():
    states, _ = voted(23)
    cast = {tuple(each.answers[key] for key in QUESTIONS) for each in ballots(23)}
    assert len(states) > 3
    for before, after in pairwise(states):
        steps = [
            [now - then for then, now in zip(pieces(before, key), pieces(after, key), strict=True)]
            for key in QUESTIONS
        ]
        assert all(min(each) >= 0 for each in steps)
        single = [each.index(1) for each in steps if sum(each) == 1]
        assert len(single) < len(QUESTIONS)
    assert len(cast) == 23


def test_the_attack_does_work_on_a_document_that_took_one_ballot_at_a_time():
    made, recovered = begun(), []
    for ballot in ballots(6):
        after = vote_edits.add_ballots(made, [ballot])
        steps = [
            [now - then for then, now in zip(pieces(made, key), pieces(after, key), strict=True)]
            for key in QUESTIONS
        ]
        recovered.append(tuple(each.index(1) for each in steps))
        made = after
    kinds = [0, 1, 2, 3, 4, "not_sure"]
    cast = [tuple(kinds.index(each.answers[key]) for key in QUESTIONS) for each in ballots(6)]
    assert recovered == cast  # which is why ballots wait in a box


def test_the_box_loses_no_answer_and_adds_none():
    states, box = voted(23)
    emptied, _ = vote_edits.add_from_box(states[-1], box, everything=True)
    at_once = vote_edits.add_ballots(begun(), ballots(23))
    assert emptied.workshop.rounds == at_once.workshop.rounds


def test_the_slips_of_a_ballot_do_not_stay_at_the_same_place():
    box, chance = BallotBox(), random.Random(3)
    for ballot in [
        Ballot(group="Team", answers=dict.fromkeys(QUESTIONS, LEVELS[n % 5])) for n in range(9)
    ]:
        box = box.with_ballot(ballot, QUESTIONS, chance)
    assert len({box.slips[key, "Team"] for key in QUESTIONS}) > 4


def test_ten_ballots_wait_at_most():
    _, box = voted(23)
    assert TOGETHER <= box.waiting < 2 * TOGETHER


@pytest.mark.parametrize("say", [repr, str, "{}".format, ascii])
def test_no_log_of_a_ballot_or_box_says_what_was_answered(say):
    ballot = Ballot(group="Canary-group", answers={"A-1": 3, "B-2": "not_sure"})
    handed = HandedIn(id="ca" * 16, document="0" * 32, bank="small", version="1.0.0",
                      group="Canary-group", answers={"A-1": 3})  # fmt: skip
    box = BallotBox().with_ballot(ballot, QUESTIONS, random.Random(1))
    for each in (ballot, handed, box):
        said = say(each)
        assert not any(word in said for word in ("A-1", "B-2", "not_sure", "Canary", "caca"))


def test_the_document_holds_sums_alone_and_no_list_as_long_as_there_are_people():
    made = vote_edits.add_ballots(begun(), ballots(17))

    def lists(value):
        if isinstance(value, dict):
            for each in value.values():
                yield from lists(each)
        elif isinstance(value, list | tuple):
            yield value
            for each in value:
                yield from lists(each)

    held = made.workshop.model_dump(mode="json")
    assert all(len(each) != 17 for each in lists(held))
    assert document_bytes(made, revision=1) == document_bytes(
        vote_edits.add_ballots(begun(), ballots(17)[::-1]).model_copy(
            update={"id": made.id, "workshop": made.workshop}
        ),
        revision=1,
    )
