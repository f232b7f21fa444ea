"""Several actions are changed, moved or dropped alike in one step; a review remembers the plan."""

import datetime as dt

import pytest

from nttp_readiness.domain.editing import edits, plan_edits
from nttp_readiness.domain.editing.action_merging import merge_actions
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.domain.plan.reviews import changes_since, progress
from nttp_readiness.errors import EditError
from tests.domain.small_bank import assessment_of, bank_of, domain, everything, question

DAY, LATER = dt.date(2027, 3, 12), dt.date(2027, 6, 1)


@pytest.fixture
def low():
    """Ten questions at level 1: five actions for now, the others next."""
    bank = bank_of([domain("A", [question(f"A-{n}") for n in range(1, 11)])])
    return assessment_of(bank, everything(bank, 1))


def ids(assessment, horizon):
    return [each.action.id for each in plan_of(assessment).at(horizon)]


def action(assessment, key):
    return plan_of(assessment).find(key).action


def test_all_that_are_named_get_the_value_and_no_other(low):
    keys = ids(low, "now")[:2]
    after = plan_edits.change_actions(low, keys, owner="Ann", due=LATER)
    assert [(action(after, key).owner, action(after, key).due) for key in keys] == [
        ("Ann", LATER)
    ] * 2  # fmt: skip
    assert set(after.actions) == set(keys)


def test_one_that_is_not_there_changes_nothing(low):
    with pytest.raises(EditError):
        plan_edits.change_actions(low, [*ids(low, "now"), "A-99/first"], owner="Ann")
    with pytest.raises(EditError):
        plan_edits.move_actions(low, [*ids(low, "now"), "A-99/first"], "later")


def test_values_that_stand_already_change_nothing(low):
    keys = ids(low, "now")
    assert plan_edits.change_actions(low, keys, status="not_started") is low


def test_they_are_dropped_for_one_reason_and_come_back_one_by_one(low):
    keys = ids(low, "now")[:3]
    after = plan_edits.drop_actions(low, keys, "No room")
    assert {
        each.action.id: each.action.drop_reason for each in plan_of(after).dropped
    } == dict.fromkeys(keys, "No room")
    assert len(plan_of(edits.bring_back(after, keys[0])).dropped) == 2


@pytest.mark.parametrize("place", [None, 0, 1, 2, 5, 99])
def test_they_move_to_a_place_among_the_others_and_keep_their_order(low, place):
    first, after = ids(low, "now"), ids(low, "next")
    moved = [first[3], first[0], after[1]]  # however they were chosen
    result = plan_edits.move_actions(low, moved, "next", place)
    stays = [key for key in after if key not in moved]
    at = len(stays) if place is None else min(place, len(stays))
    assert ids(result, "next") == [*stays[:at], first[0], first[3], after[1], *stays[at:]]
    assert ids(result, "now") == [key for key in first if key not in moved]


def test_the_plan_counts_what_is_how_far(low):
    one, other, *_ = ids(low, "now")
    after = edits.change_action(low, one, status="done", due=DAY)
    after = edits.change_action(after, other, status="in_progress", due=DAY)
    found = progress(plan_of(after), LATER)
    assert (found.of, found.done, found.in_progress, found.overdue) == (10, 1, 1, 1)
    assert found.under_way
    assert not progress(plan_of(low), LATER).under_way


def test_what_only_waits_is_not_counted():
    bank = bank_of([domain("A", [question(f"A-{n}") for n in range(1, 20)])])
    many = assessment_of(bank, everything(bank, 1))
    waiting = sum(each.waiting for each in plan_of(many).live)
    assert waiting > 0
    assert progress(plan_of(many), DAY).of == len(plan_of(many).live) - waiting


def test_a_review_remembers_the_day_and_the_counts_and_the_last_one_how_each_stood(low):
    looked = plan_edits.look_at_plan(low, DAY)
    done = edits.change_action(looked, ids(low, "now")[0], status="done")
    again = plan_edits.look_at_plan(done, LATER)
    assert [(each.on, each.of, each.done) for each in again.reviews] == [
        (DAY, 10, 0), (LATER, 10, 1),
    ]  # fmt: skip
    assert again.reviews[0].actions == ()
    assert len(again.reviews[1].actions) == 10


def test_a_second_look_on_one_day_takes_the_place_of_the_first(low):
    looked = plan_edits.look_at_plan(low, DAY)
    assert plan_edits.look_at_plan(looked, DAY) is looked
    done = edits.change_action(looked, ids(low, "now")[0], status="done")
    assert [each.done for each in plan_edits.look_at_plan(done, DAY).reviews] == [1]


def test_changes_since_a_review_are_all_and_only_those(low):
    one, two, three, four, five = ids(low, "now")
    looked = plan_edits.look_at_plan(low, DAY)
    review = looked.reviews[-1]
    assert not changes_since(review, plan_of(looked)).any
    after = edits.change_action(looked, one, status="done", title="Another title")
    after = edits.move_action(after, two, "next")
    after = edits.drop_action(after, three, "No room")
    after = merge_actions(after, four, five)
    after = edits.add_action(after, "Our own")
    found = changes_since(review, plan_of(after))
    assert {each.entry.action.id for each in found.changed} == {one, two, three, "own/1"}
    assert next(e.was for e in found.changed if e.entry.action.id == "own/1") is None
    assert (found.merged, found.gone) == (1, 0)


def test_what_is_not_suggested_any_more_is_counted_as_gone(low):
    looked = plan_edits.look_at_plan(low, DAY)
    answered = edits.answer(looked, "A-1", 3)
    found = changes_since(looked.reviews[-1], plan_of(answered))
    assert found.gone == 1
