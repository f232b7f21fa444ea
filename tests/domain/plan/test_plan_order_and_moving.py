"""The plan: suggestions until somebody touches them, moved, merged, dropped and brought back."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.editing.action_merging import merge_actions
from nttp_readiness.domain.plan.plan import RANK_STEP, plan_of, too_many_now
from nttp_readiness.domain.scorecard import score
from tests.domain import small_bank as small

BANK = small.bank_of([small.domain("A", [small.question(f"A-{n}") for n in range(1, 8)])])
ANSWERS = dict.fromkeys(BANK.by_id, 1)


@pytest.fixture
def made():
    return small.assessment_of(BANK, ANSWERS)


def ids(entries):
    return [each.action.id.split("/")[0] for each in entries]


def test_an_untouched_plan_is_what_the_answers_suggest(made):
    plan = plan_of(made)
    assert ids(plan.live) == [each.indicator for each in score(made).suggestions]
    assert not any(each.kept for each in plan.live)
    assert made.actions == {}


def test_an_untouched_suggestion_follows_the_answers(made):
    assert "A-1" not in ids(plan_of(edits.answer(made, "A-1", 3)).now)


def test_a_touched_action_stays_when_the_answers_suggest_something_else(made):
    kept = edits.answer(edits.change_action(made, "A-1/first", owner="Iain"), "A-1", 4)
    entry = plan_of(kept).find("A-1/first")
    assert (entry.action.owner, entry.suggestion) == ("Iain", None)


def test_an_action_is_moved_within_its_horizon_and_to_another(made):
    up = edits.move_action(made, "A-3/first", "now", 0)
    assert ids(plan_of(up).now) == ["A-3", "A-1", "A-2", "A-4", "A-5"]
    down = edits.move_action(up, "A-3/first", "now", 2)
    assert ids(plan_of(down).now) == ["A-1", "A-2", "A-3", "A-4", "A-5"]
    later = edits.move_action(down, "A-1/first", "next")
    assert ids(plan_of(later).next)[-1] == "A-1"
    assert ids(plan_of(later).now) == ["A-2", "A-3", "A-4", "A-5"]


@given(st.lists(st.tuples(st.integers(1, 7), st.integers(0, 6)), max_size=60))
@settings(max_examples=25, deadline=None)
def test_any_number_of_moves_puts_every_action_where_it_was_asked_to_go(moves):
    made = small.assessment_of(BANK, ANSWERS)
    for key in BANK.by_id:
        made = edits.move_action(made, f"{key}/first", "now")
    order = [f"A-{n}" for n in range(1, 8)]
    for number, place in moves:
        made = edits.move_action(made, f"A-{number}/first", "now", place)
        order.remove(f"A-{number}")
        order.insert(place, f"A-{number}")
        assert ids(plan_of(made).now) == order


def test_two_actions_can_change_places_a_hundred_times(made):
    for n in range(100):
        mover = "A-3" if n % 2 else "A-2"
        made = edits.move_action(made, f"{mover}/first", "now", 1)
        assert ids(plan_of(made).now)[1] == mover
    assert ids(plan_of(made).now)[0] == "A-1"


def test_moving_among_neighbours_without_room_leaves_untouched_suggestions_untouched(made):
    for n in range(60):
        made = edits.move_action(made, f"A-{2 + n % 2}/first", "now", 1)
    assert set(made.actions) == {"A-2/first", "A-3/first"}
    assert all(0 < each.rank < 20 * RANK_STEP for each in made.actions.values())


def test_our_own_action_stands_at_the_end_of_its_horizon(made):
    assert ids(plan_of(edits.add_action(made, "Ask the night shift")).now)[-1] == "own"


def test_a_merged_suggestion_does_not_stand_for_itself_any_more_until_the_other_is_dropped(made):
    merged = merge_actions(made, "A-1/first", "A-2/first")
    assert "A-2" not in ids(plan_of(merged).live)
    assert "A-2" in ids(plan_of(edits.drop_action(merged, "A-1/first", "Too much")).live)


def test_a_dropped_action_is_kept_apart_with_its_reason_and_can_be_brought_back(made):
    dropped = edits.drop_action(made, "A-1/first", "The board does it")
    plan = plan_of(dropped)
    assert [(each.action.id, each.action.drop_reason) for each in plan.dropped] == [
        ("A-1/first", "The board does it")
    ]
    assert "A-1" not in ids(plan.live)
    back = plan_of(edits.bring_back(dropped, "A-1/first"))
    assert (ids(back.now)[0], back.dropped) == ("A-1", ())


def test_five_under_now_are_enough_done_and_paused_ones_not_counted(made):
    plan = plan_of(edits.add_action(made, "One more"))
    assert too_many_now(plan, 5)
    done = edits.change_action(edits.add_action(made, "One more"), "A-1/first", status="done")
    assert not too_many_now(plan_of(done), 5)


@pytest.mark.parametrize(
    ("status", "overdue"),
    [("not_started", True), ("in_progress", True), ("paused", False), ("done", False)],
)
def test_only_what_is_still_to_be_done_can_be_overdue(made, status, overdue):
    day = dt.date(2026, 12, 1)
    late = edits.change_action(made, "A-1/first", due=day, status=status)
    entry = plan_of(late).find("A-1/first")
    assert entry.overdue(day + dt.timedelta(days=1)) is overdue
    assert not entry.overdue(day)


def test_a_planned_action_hopes_for_the_level_that_it_leads_to(made):
    answers = {"A-1": 1, "A-2": 2, "A-3": 3}
    plan = plan_of(small.assessment_of(BANK, answers))
    assert {each.action.id: each.action.hoped_level for each in plan.live} == {
        "A-1/first": 2, "A-2/next": 3, "A-3/sustaining": 4,
    }  # fmt: skip
