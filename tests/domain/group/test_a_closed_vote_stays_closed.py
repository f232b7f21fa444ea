"""No undo, merge or earlier state opens a closed vote again or takes a ballot back."""

import random

import pytest

from nttp_readiness.domain.answers.workshop import Group, Tally
from nttp_readiness.domain.editing import agreement_edits, edits, vote_edits, workshop_edits
from nttp_readiness.domain.editing.ballots import Ballot
from nttp_readiness.domain.exchange.merging import merge
from nttp_readiness.domain.exchange.released_states import fixed_counts, with_present_counts
from nttp_readiness.errors import EditError
from tests.domain import small_bank as small

BANK = small.two_domains()
TEAM = Group(name="Team", size=60)
QUESTIONS = tuple(BANK.by_id)


def begun():
    made = small.assessment_of(BANK, {})
    return workshop_edits.start_round(made, [TEAM], today=small.TODAY, consent=True)


def ballot(chance):
    return Ballot(group="Team", answers={key: chance.randrange(5) for key in QUESTIONS})


def typed(made, key, *levels):
    return vote_edits.tally(made, "Team", {key: Tally(levels=levels)})


def test_an_earlier_state_takes_over_what_came_in_by_ballot_so_that_nothing_can_be_subtracted():
    chance = random.Random(4)
    states = [vote_edits.add_ballots(begun(), [ballot(chance) for _ in range(6)])]
    states += [vote_edits.add_ballots(states[0], [ballot(chance)])]
    before, after = states
    assert before.workshop != after.workshop, "the two side by side give one person's answers"
    assert with_present_counts(before, after).workshop == after.workshop


def test_what_else_an_earlier_state_holds_stays_as_it_was():
    made = typed(begun(), "A-1", 2, 2, 2, 2, 2)
    closed = vote_edits.close_question(made, "A-1")
    agreed = agreement_edits.agree(closed, "A-1", 2, minority="Some see none.")
    agreed = edits.answer(agreed, "A-2", 3)
    later = agreement_edits.agree(vote_edits.vote_again(agreed, "A-1"), "A-1", 4, minority="")
    later = edits.answer(later, "A-2", 0)
    found = with_present_counts(agreed, typed(later, "A-1", 0, 0, 6, 4, 0))
    assert found == agreed  # an open second vote that was typed binds nobody yet
    seen = vote_edits.close_question(typed(later, "A-1", 0, 0, 6, 4, 0), "A-1")
    found = with_present_counts(agreed, seen)
    question = found.workshop.round.questions["A-1"]
    assert question.votes == seen.workshop.round.questions["A-1"].votes
    assert (question.agreed, question.minority) == (2, "Some see none.")
    assert found.answer("A-2").level == 3


def test_a_state_from_before_the_workshop_stays_as_it_is():
    plain = small.assessment_of(BANK, {"A-1": 1})
    assert with_present_counts(plain, begun()) is plain


def test_typed_counts_of_an_open_vote_are_not_fixed_and_everything_else_is():
    made = typed(begun(), "A-1", 5, 0, 0, 0, 0)
    assert fixed_counts(made) == {}
    assert fixed_counts(vote_edits.close_question(made, "A-1"))
    assert fixed_counts(vote_edits.add_ballots(begun(), [ballot(random.Random(1))]))


def test_a_merge_that_would_open_a_closed_round_again_is_refused_and_loses_nothing():
    base = typed(begun(), "A-1", 2, 2, 2, 2, 2)
    theirs = workshop_edits.close_round(base, today=small.TODAY)
    ours = typed(base, "A-2", 1, 1, 1, 1, 1)
    with pytest.raises(EditError, match="closed in the other one") as error:
        merge(base, ours, theirs)
    assert "Keep both" in str(error.value)
    other_way = merge(base, theirs, ours)
    assert other_way.assessment.workshop == theirs.workshop
    assert merge(base, base, theirs).assessment.workshop == theirs.workshop
