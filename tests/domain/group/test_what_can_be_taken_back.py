"""Nothing that anybody saw is taken back, and nothing that nobody saw is lost for good."""

import pytest

from nttp_readiness.domain.answers.workshop import Group, Tally
from nttp_readiness.domain.editing import (
    agreement_edits,
    calling_off,
    edits,
    vote_edits,
    workshop_edits,
)
from nttp_readiness.domain.editing.ballots import BallotBox
from nttp_readiness.domain.group.group_views import seen_vote
from nttp_readiness.errors import EditError
from nttp_readiness.presentation.group import closing_words
from nttp_readiness.presentation.group.group_data import group_data
from nttp_readiness.presentation.group.group_results import group_results
from tests.domain import small_bank as small

BANK = small.two_domains()


def begun(size=12, *, consent=True):
    made = edits.set_profile(small.assessment_of(BANK, {}), scope="service")
    team = [Group(name="Team", size=size)]
    return workshop_edits.start_round(made, team, today=small.TODAY, consent=consent)


def closed(assessment, key, *levels):
    counted = vote_edits.tally(assessment, "Team", {key: Tally(levels=levels)})
    return vote_edits.close_question(counted, key)


def question(assessment, key="A-1"):
    return assessment.workshop.round.questions[key]


def test_a_second_vote_keeps_the_agreed_level_until_another_is_agreed():
    made = agreement_edits.agree(closed(begun(), "A-1", 4, 2, 0, 3, 3), "A-1", 2)
    again = vote_edits.vote_again(made, "A-1")
    assert question(again).agreed == 2
    assert question(agreement_edits.agree(again, "A-1", 3)).agreed == 3


def test_a_second_vote_is_called_off_while_nobody_has_answered_it():
    made = agreement_edits.agree(closed(begun(), "A-1", 4, 2, 0, 3, 3), "A-1", 2)
    again = vote_edits.vote_again(made, "A-1")
    assert calling_off.call_off_vote(again, "A-1") == made
    answered = vote_edits.tally(again, "Team", {"A-1": Tally(levels=(1, 0, 0, 0, 0))})
    with pytest.raises(EditError, match="no second vote"):
        calling_off.call_off_vote(answered, "A-1")
    with pytest.raises(EditError, match="no second vote"):
        calling_off.call_off_vote(made, "A-1")


@pytest.mark.parametrize("audience", ["room", "outside"])
def test_a_second_vote_of_too_few_takes_nothing_away_that_was_shown(audience):
    first = closed(begun(), "A-1", 4, 2, 0, 3, 3)
    before = group_results(first, audience).question("A-1").rows[0]
    after = closed(vote_edits.vote_again(first, "A-1"), "A-1", 0, 1, 0, 0, 0)
    results = group_results(after, audience)
    assert results.question("A-1").rows[0] == before
    assert not results.question("A-1").second_vote
    assert group_data(results)["questions"][0]["groups"][0]["n"] == 12
    vote = seen_vote(after.workshop.round, "A-1", audience)
    assert vote.tallies == question(first).vote.tallies


def test_both_votes_stand_side_by_side_and_what_is_withheld_stays_so():
    made = closed(begun(), "A-1", 4, 2, 0, 3, 3)
    both = closed(vote_edits.vote_again(made, "A-1"), "A-1", 1, 2, 6, 2, 1)
    shown = group_results(both, "room").question("A-1").votes
    assert [each.counts for each in shown] == [(4, 2, 0, 3, 3), (1, 2, 6, 2, 1)]
    few = closed(vote_edits.vote_again(made, "A-1"), "A-1", 0, 1, 0, 0, 0)
    shown = group_results(few, "room").question("A-1").votes
    assert [each.counts for each in shown] == [(4, 2, 0, 3, 3), None]


def test_a_question_that_showed_nothing_takes_answers_again_and_keeps_those_it_has():
    made = closed(begun(9), "A-1", 0, 1, 0, 0, 0)
    opened = calling_off.reopen_question(made, "A-1")
    assert not question(opened).vote.closed
    assert question(opened).vote.people == 1
    more = closed(opened, "A-1", 0, 2, 2, 2, 3)
    assert group_results(more, "room").question("A-1").rows[0].counts == (0, 2, 2, 2, 3)


def test_a_question_that_was_shown_or_told_in_words_stays_closed():
    for levels in ((1, 2, 2, 1, 0), (3, 3, 3, 3, 0)):
        made = closed(begun(), "A-1", *levels)
        with pytest.raises(EditError, match="its answers were shown"):
            calling_off.reopen_question(made, "A-1")


def test_a_round_that_was_closed_too_early_is_opened_again_and_shown_counts_stay_closed():
    made = workshop_edits.close_round(closed(begun(), "A-1", 4, 2, 0, 3, 3), today=small.TODAY)
    opened = calling_off.reopen_round(made)
    assert opened.workshop.round.closed is None
    assert question(opened) == question(made)
    assert vote_edits.tally(opened, "Team", {"A-2": Tally(levels=(1, 0, 0, 0, 0))})
    following = workshop_edits.start_round(made, [Group(name="Team")], today=small.TODAY)
    with pytest.raises(EditError, match="open already"):
        calling_off.reopen_round(following)


def test_consent_is_withdrawn_at_any_time_from_the_next_reveal_on():
    made = workshop_edits.withdraw_consent(closed(begun(9), "A-1", 1, 2, 3, 1, 2))
    assert group_results(made, "room").question("A-1").rows[0].counts == (1, 2, 3, 1, 2)
    made = closed(made, "A-2", 1, 2, 3, 1, 2)
    assert group_results(made, "room").question("A-2").rows[0].counts is None


def test_what_closing_would_do_is_said_for_whom_before_it_is_done():
    made = vote_edits.tally(
        begun(9), "Team",
        {"A-1": Tally(levels=(1, 1, 1, 1, 1)), "A-2": Tally(levels=(1, 0, 0, 0, 0))},
    )  # fmt: skip
    found = closing_words.closing(made, BallotBox())
    assert (found.enough, found.few) == (("A-1",), ("A-2",))
    assert set(found.unanswered) == {each.id for each in made.asked} - {"A-1", "A-2"}
    assert "1 question has fewer than 5 answers" in found.words
    assert "If you close now, 4 of 9 people can no longer answer." in found.words
