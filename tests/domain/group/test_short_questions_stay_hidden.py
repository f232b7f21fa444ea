"""An attack on what is kept and told of short questions: nobody's dots, and nobody's day.

It knows what a reader may know at most: how many answered, what they chose themselves, and every
rule of the release. It tries every set of counts that would be told in the same words.
"""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nttp_readiness.domain.answers.workshop import Group, Poll, PollKind
from nttp_readiness.domain.editing import edits, polls, workshop_edits
from nttp_readiness.domain.editing.ballots import TOGETHER, BallotBox
from nttp_readiness.domain.editing.waiting import waiting
from nttp_readiness.domain.group import poll_release
from nttp_readiness.errors import EditError
from nttp_readiness.presentation.group.poll_words import poll_lines
from tests.domain import small_bank as small

OPTIONS = ("a", "b", "c", "d", "e")
KINDS = ("check_in", "dots", "closing")


def begun(*, consent=True):
    made = edits.set_profile(small.assessment_of(small.two_domains(), {}), scope="team")
    team = [Group(name="Team", size=40)]
    return workshop_edits.start_round(made, team, today=small.TODAY, consent=consent)


def empty(kind):
    return Poll(kind=kind, options=OPTIONS, counts=(0,) * 5, people=0)


def choices(kind, chance):
    return chance.sample(range(5), chance.randint(0, 3 if kind == "dots" else 1))


def session(kinds, seed):
    """What a room does: people answer in any order, and somebody closes now and then. Every state
    of the document, and of what would lie on the disk beside it.
    """
    chance, made = random.Random(seed), begun()
    asked: dict[PollKind, Poll] = {}
    documents, beside = [made], []
    for kind in kinds:
        if any(each.kind == kind for each in made.workshop.round.polls):
            continue
        asked[kind] = polls.with_choices(asked.get(kind, empty(kind)), choices(kind, chance))
        beside.append(waiting(made, BallotBox(), {}, begun(), asked.values()))
        if chance.random() < 0.15:
            try:
                made = polls.close_poll(made, asked[kind])
            except EditError:
                continue
            asked.pop(kind)
            documents.append(made)
    return documents, beside


def told_by_two_states(documents):
    """Short questions of which two states of the document differ by fewer people than may be told:
    all of them but once, and then of five and more.
    """
    found = []
    for before, after in pairwise(documents):
        was = {each.kind: each for each in before.workshop.round.polls}
        for each in after.workshop.round.polls:
            people = each.people - (was[each.kind].people if each.kind in was else 0)
            if 0 < people < TOGETHER or (each.kind in was and was[each.kind] != each):
                found.append(each.kind)
    return found


def told_beside(state):
    """Short questions of which one state on the disk tells what fewer than five chose."""
    return [each.kind for each in state.polls if each.people < TOGETHER]


ORDERS = st.lists(st.sampled_from(KINDS), min_size=1, max_size=40)


@given(ORDERS, st.integers(0, 99))
@settings(max_examples=80, deadline=None)
def test_no_state_tells_what_fewer_than_five_chose(order, seed):
    documents, beside = session(order, seed)
    assert told_by_two_states(documents) == []
    assert [each for state in beside for each in told_beside(state)] == []


def test_the_attack_finds_a_document_that_takes_one_answer_at_a_time(monkeypatch):
    poll = polls.with_choices(empty("dots"), (1,))
    monkeypatch.setattr(polls, "least_told", lambda *_: 1)
    assert told_by_two_states([begun(), polls.close_poll(begun(), poll)])


def test_the_attack_finds_a_keeper_that_writes_every_answer_down(monkeypatch):
    monkeypatch.setattr("nttp_readiness.domain.editing.waiting.TOGETHER", 1)
    _, beside = session(["dots"] * 4, 3)
    assert [each for state in beside for each in told_beside(state)]


def test_what_is_closed_once_takes_no_other_answers():
    poll = empty("dots")
    for _ in range(6):
        poll = polls.with_choices(poll, (1, 2))
    made = polls.close_poll(begun(), poll)
    with pytest.raises(EditError, match="closed already"):
        polls.close_poll(made, polls.with_choices(poll, (3,)))


def sums_of(people):
    """Every way in which so many people can have chosen one of three, or nothing."""
    for one in range(people + 1):
        for two in range(people + 1 - one):
            for three in range(people + 1 - one - two):
                yield one, two, three


def alone(collected, audience, people):
    """Sets of counts whose words tell one of those who answered what each other one chose."""
    worlds: dict[tuple[str, ...], list[tuple[int, ...]]] = {}
    for counts in sums_of(people):
        poll = Poll(kind="closing", options=("a", "b", "c"), counts=counts, people=people)
        worlds.setdefault(poll_lines(collected, poll, audience), []).append(counts)
    found = []
    for lines, alike in worlds.items():
        for own in range(3) if lines else ():
            others = {
                tuple(count - (place == own) for place, count in enumerate(each))
                for each in alike
                if each[own]
            }
            found += [
                (lines, own)
                for place in range(3)
                if others and all(each[place] == sum(each) > 0 for each in others)
            ]
    return found


@pytest.mark.parametrize("audience", ["room", "outside"])
@pytest.mark.parametrize("people", [5, 9, 10, 11, 12, 17])
def test_nobody_can_tell_what_all_the_others_said_of_their_day(audience, people):
    assert alone(begun().workshop.round, audience, people) == []


@pytest.mark.parametrize("others", [0, 2])
def test_the_attack_finds_a_release_by_number_and_one_whose_words_say_that_one_stands_alone(
    monkeypatch, others
):
    monkeypatch.setattr(poll_release, "NEARLY_ALL", others)
    assert alone(begun().workshop.round, "room", 6)


def test_who_leaves_it_open_does_not_make_up_the_number():
    poll = Poll(kind="check_in", options=OPTIONS, counts=(1, 1, 1, 1, 0), people=9)
    assert poll_lines(begun().workshop.round, poll, "room") == ()
    dots = Poll(kind="dots", options=OPTIONS, counts=(1, 0, 0, 0, 0), people=5)
    assert poll_lines(begun().workshop.round, dots, "room") == ("1  a",)


@pytest.mark.parametrize("people", [5, 9, 10])
def test_without_consent_the_stricter_number_holds_in_the_room(people):
    dots = Poll(kind="dots", options=OPTIONS, counts=(4, 3, 2, 1, 0), people=people)
    shown = poll_lines(begun(consent=False).workshop.round, dots, "room")
    assert bool(shown) == (people >= 10)
