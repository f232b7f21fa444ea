"""Where a level is shown, provisional, a range only, or no level at all."""

import pytest

from nttp_readiness.domain.answers.answer import Choice
from nttp_readiness.domain.bank.scale import Thresholds
from nttp_readiness.domain.readiness.scoring import Input, score_inputs
from nttp_readiness.domain.scorecard import score
from tests.domain import small_bank as small


def domain_with(known, unknown, not_relevant=0, level=2):
    choices = [level] * known + [None] * unknown + ["not_relevant"] * not_relevant
    return score_inputs("D", [Input(f"Q-{n}", each, 1) for n, each in enumerate(choices)])


@pytest.mark.parametrize(
    ("known", "unknown", "shown"),
    [
        (4, 1, "level"),  # four fifths exactly
        (7, 2, "provisional"),  # just under
        (3, 2, "provisional"),  # three fifths exactly
        (4, 3, "range"),  # just under
        (0, 4, "range"),
        (5, 0, "level"),
    ],
)
def test_coverage_decides_what_is_shown_with_both_cut_offs_included(known, unknown, shown):
    found = domain_with(known, unknown)
    assert found.shown == shown
    assert (found.level is None) == (shown == "range")
    assert found.provisional == (shown == "provisional")


def test_a_domain_with_fewer_than_four_questions_on_the_route_shows_answers_and_no_level():
    assert domain_with(3, 0).shown == "answers"
    assert domain_with(3, 0).level is None
    assert domain_with(4, 0).shown == "level"


def test_questions_that_do_not_apply_still_count_as_asked():
    found = domain_with(3, 0, not_relevant=1)
    assert (found.shown, found.coverage, found.applicable) == ("level", 1, 3)


def test_a_domain_in_which_nothing_applies_has_no_figures():
    found = domain_with(0, 0, not_relevant=5)
    assert found.shown == "not_relevant"
    assert (found.index, found.low, found.coverage, found.level_low) == (None, None, None, None)


@pytest.mark.parametrize(("not_relevant", "many"), [(2, False), (3, True)])
def test_more_than_a_third_not_relevant_is_said(not_relevant, many):
    assert domain_with(6 - not_relevant, 0, not_relevant).many_not_relevant is many


def test_without_the_floor_three_fours_and_a_zero_would_be_level_four():
    levels: tuple[Choice, ...] = (4, 4, 4, 0)
    inputs = [Input(f"Q-{n}", level, 1) for n, level in enumerate(levels)]
    found = score_inputs("D", inputs)
    assert (found.at_known.by_share, found.level) == (4, 1)


def test_a_level_that_rests_on_the_weights_says_so():
    inputs = [Input("Q-1", 3, 2), Input("Q-2", 3, 1), Input("Q-3", 2, 1)]
    assert score_inputs("D", inputs).depends_on_weighting
    plain = [Input(each.indicator, each.choice, 1) for each in inputs]
    assert not score_inputs("D", plain).depends_on_weighting


def test_a_bank_may_set_its_own_cut_offs():
    inputs = [Input("Q-1", 3, 1), Input("Q-2", 1, 1)]
    strict = score_inputs("D", inputs, Thresholds(fewest_for_level=2))
    easy = score_inputs("D", inputs, Thresholds(fewest_for_level=2, level_share="1/2"))
    assert (strict.level, easy.level) == (1, 2)


def test_only_the_questions_of_the_route_count():
    bank = small.two_domains(routes=[("a_only", ("A-1", "A-2", "A-3", "A-4"))])
    card = score(small.assessment_of(bank, small.everything(bank, 2, B_1=0), route="a_only"))
    assert [each.code for each in card.domains] == ["A"]
    assert card.counts.of == 4
    assert card.overall == 50


def test_counts_say_how_every_question_was_answered():
    bank = small.two_domains()
    answers = {"A-1": 3, "A-2": "not_sure", "A-3": "rather_not_say", "A-4": "not_relevant"}
    counts = score(small.assessment_of(bank, answers)).counts
    assert (counts.of, counts.answered, counts.with_level) == (8, 4, 1)
    assert (counts.not_sure, counts.rather_not_say, counts.not_relevant, counts.open) == (
        1,
        1,
        1,
        4,
    )
