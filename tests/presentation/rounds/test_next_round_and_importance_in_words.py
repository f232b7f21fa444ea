"""What the next round takes along, and what setting an importance does, in words."""

import datetime as dt

import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.domain.rounds.rounds import in_order, new_round
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.action_plan import Options
from nttp_readiness.presentation.plan.action_reasons import reasons
from nttp_readiness.presentation.plan.plan_material import Material
from nttp_readiness.presentation.plan.plan_order import why_now
from nttp_readiness.presentation.readiness.moves import answer_effects
from nttp_readiness.presentation.readiness.working_data import working_data
from nttp_readiness.presentation.rounds.earlier_round import compared_with, no_comparison
from nttp_readiness.presentation.rounds.next_round import next_round_words
from nttp_readiness.presentation.words import importance
from nttp_readiness.presentation.words.order_reasons import sentences, suggestion_reasons
from tests.domain import small_bank as small

BANK = small.bank_of(
    [
        small.domain(
            "A",
            [
                small.question("A-1", importance=3),
                small.question("A-2", importance=4),
                small.question("A-3", importance=5),
                small.question("A-4", importance=2),
            ],
        )
    ],
)
LEVELS = {"A-1": 1, "A-2": 1, "A-3": 1, "A-4": 3}


@pytest.fixture
def plain():
    return small.assessment_of(BANK, LEVELS)


def entry(assessment, key):
    return plan_of(assessment).find(key)


def test_what_comes_along_is_counted_and_what_is_done_stays_behind(plain):
    made = edits.change_action(plain, "A-1/first", status="done")
    made = edits.keep_action(made, "A-2/first")
    made = edits.drop_action(made, "A-3/first", "The board does it")
    words = next_round_words(edits.set_importance(made, "A-1", 5))
    assert words.title == words.start == "Start round 2"
    assert words.comes[1:] == (
        "1 action that you took up and that is not done, with its owner and dates",
        "1 action that you dropped, with your reason",
        "How important you said 1 question is",
    )
    assert words.stays == ("1 action that is done",)


def test_the_words_are_true_of_the_round_that_is_made(plain):
    made = edits.change_action(plain, "A-1/first", status="done")
    made = edits.set_importance(edits.keep_action(made, "A-2/first"), "A-1", 5)
    following = new_round(made, today=dt.date(2027, 1, 1), keep_answers=False)
    assert list(following.actions) == ["A-2/first"]
    assert following.importance == {"A-1": 5}


def test_the_earlier_of_two_comes_first_whichever_is_named_first(plain):
    later = new_round(plain, today=dt.date(2027, 1, 1), keep_answers=True)
    assert in_order(later, plain) == in_order(plain, later) == (plain, later)
    copy = edits.set_profile(plain, started=dt.date(2020, 1, 1))
    assert in_order(plain, copy) == (copy, plain)
    assert in_order(plain, plain) == (plain, plain)


def test_nothing_to_compare_says_what_can_be_done(plain):
    assert "This is the first round" in no_comparison(plain).sentence
    later = new_round(plain, today=dt.date(2027, 1, 1), keep_answers=True)
    assert no_comparison(later).title == "What has moved since round 1"
    assert compared_with(plain, "a.readiness") == (
        "Compared with “A small service”, round 1, 21 November 2026, from a.readiness."
    )


def test_the_banks_value_is_marked(plain):
    said = [word for _, word in importance.importance_choices(plain, "A-2")]
    assert said == ["1", "2", "3", "4, usual", "5"]


def test_the_effect_is_the_place_that_the_scorecard_gives(plain):
    assert importance.importance_effect(score(plain), "A-1") == (
        "Its action is number 3 of the suggestions, under Now."
    )
    ours = edits.set_importance(plain, "A-1", 5)
    assert [each.indicator for each in score(ours).suggestions][:3] == ["A-1", "A-3", "A-2"]
    assert importance.importance_effect(score(ours), "A-1") == (
        "Its action is number 1 of the suggestions, under Now. With the usual 3 it"
        " would be number 3, under Now."
    )
    low = edits.set_importance(plain, "A-1", 1)
    assert importance.importance_effect(score(low), "A-1").endswith(
        "it would be in the same place."
    )


def test_an_importance_that_moves_nothing_says_so(plain):
    said = importance.importance_effect(score(plain), "A-4")
    assert said == "This question suggests no action now, so its importance changes nothing."


def test_reasons_name_an_importance_that_we_set_and_leave_out_the_banks(plain):
    ours = edits.set_importance(plain, "A-1", 5)
    shared = "5 of 5, set by us (usual: 3)"
    found = reasons(ours, plan_of(ours), entry(ours, "A-1/first"))
    assert f"Its importance is {shared}." in found.sentence
    material = Material(score(ours), small.TODAY, Options())
    assert f"Its importance is {shared}." in why_now(material, entry(ours, "A-1/first"))
    first = score(ours).suggestions[0]
    assert f"Its importance is {shared}." in sentences(suggestion_reasons(ours, first))
    steps = working_data(score(ours).priority_working(first))["steps"]
    assert any("set by us (usual: 3)" in each["sum"] for each in steps)
    assert importance.importance_sentence(ours, BANK.by_id).startswith(
        f"Importance: Question A-1, {shared}"
    )


def test_without_one_of_our_own_nothing_is_said_of_it(plain):
    found = reasons(plain, plan_of(plain), entry(plain, "A-1/first"))
    assert "Its importance is 3 of 5." in found.sentence
    assert "set by us" not in found.sentence
    assert importance.importance_sentence(plain, BANK.by_id) == ""


def test_importance_touches_no_level_range_or_stage(plain):
    ours = edits.set_importance(plain, "A-1", 5)
    assert score(ours).domains == score(plain).domains
    assert score(ours).readiness == score(plain).readiness


def test_one_level_down_and_up_are_said_before_anything_is_changed(plain):
    said = answer_effects(score(plain), "A-1")
    assert [each.partition(":")[0] for each in said] == ["With 0 Not yet", "With 2 Developing"]


def test_an_unknown_answer_says_what_each_level_would_do(plain):
    unsure = edits.answer(plain, "A-1", "not_sure")
    assert len(answer_effects(score(unsure), "A-1")) == 5


def test_without_an_answer_or_where_it_does_not_apply_nothing_is_said(plain):
    for choice in (None, "not_relevant"):
        assert answer_effects(score(edits.answer(plain, "A-1", choice)), "A-1") == ()
