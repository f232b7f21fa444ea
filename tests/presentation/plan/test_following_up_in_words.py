"""Following up in words: how far the plan is, when people looked, and what changed since."""

import datetime as dt

import pytest

from nttp_readiness.domain.editing import edits, plan_edits
from nttp_readiness.domain.editing.action_merging import merge_actions
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.presentation.plan.following_up import following_up
from tests.domain.small_bank import assessment_of, bank_of, domain, everything, question

MARCH, JUNE = dt.date(2027, 3, 12), dt.date(2027, 6, 1)
KEY = "A-1/first"


@pytest.fixture
def low():
    bank = bank_of([domain("A", [question(f"A-{n}") for n in range(1, 11)])])
    return assessment_of(bank, everything(bank, 1))


def follow(assessment, today=JUNE):
    return following_up(assessment, plan_of(assessment), today)


def changes(assessment):
    return {each.action: each.words for each in follow(assessment).changes}


def test_a_plan_of_which_nothing_was_begun_says_nothing(low):
    assert follow(low) is None
    assert follow(edits.change_action(low, KEY, owner="Ann", due=JUNE)) is None


def test_progress_is_said_with_overdue_as_a_word(low):
    begun = edits.change_action(low, KEY, status="done")
    begun = edits.change_action(begun, "A-2/first", status="in_progress", due=MARCH)
    assert [each.words for each in follow(begun).states] == [
        "1 of 10 done", "1 in progress", "1 overdue",
    ]  # fmt: skip
    paused = edits.change_action(begun, "A-2/first", status="paused")
    assert [each.words for each in follow(paused).states] == [
        "1 of 10 done", "0 in progress", "1 paused",
    ]  # fmt: skip


def test_without_a_review_there_is_nothing_to_compare_with(low):
    found = follow(edits.change_action(low, KEY, status="done"))
    assert (found.looked, found.heading, found.changes) == ("", "", ())


def test_it_says_when_we_looked_and_when_we_look_again(low):
    looked = plan_edits.look_at_plan(low, MARCH)
    assert follow(looked).looked == (
        "We last looked at the plan on 12 March 2027. Nothing has changed since."
    )
    assert follow(looked, MARCH).looked == "We looked at the plan today."
    again = edits.set_profile(looked, review=dt.date(2027, 9, 10))
    assert follow(again, MARCH).looked.endswith("We will look at it again on 10 September 2027.")
    late = edits.set_profile(looked, review=dt.date(2027, 5, 1))
    assert "We meant to look at it on 1 May 2027." in follow(late).looked
    kept = plan_edits.look_at_plan(late, dt.date(2027, 5, 2))
    assert "wanted" not in follow(kept).looked


def test_each_change_is_a_sentence(low):
    looked = plan_edits.look_at_plan(low, MARCH)
    after = edits.change_action(
        looked, KEY, status="in_progress", owner="Ann", due=dt.date(2027, 7, 1)
    )
    after = edits.move_action(after, "A-2/first", "next")
    after = edits.drop_action(after, "A-3/first", "The council does this.")
    after = edits.add_action(after, "Our own", "later")
    assert changes(after) == {
        KEY: "In progress, was not started. By 1 July 2027. Has an owner now.",
        "A-2/first": "Moved from Now to Next.",
        "A-3/first": "Dropped: The council does this.",
        "own/1": "New in the plan, in Later.",
    }
    found = follow(after)
    assert (found.heading, found.extra) == ("What changed since 12 March 2027", "4 changes")
    again = plan_edits.look_at_plan(after, dt.date(2027, 4, 1))
    later = edits.change_action(again, KEY, due=None, owner="")
    later = edits.bring_back(later, "A-3/first")
    assert changes(later) == {
        KEY: "Date removed. Owner removed.",
        "A-3/first": "Brought back.",
    }


def test_merged_ones_are_counted(low):
    looked = plan_edits.look_at_plan(low, MARCH)
    merged = merge_actions(looked, KEY, "A-2/first")
    assert [(each.title, each.words) for each in follow(merged).changes] == [
        ("1 action", "Merged into another."),
    ]  # fmt: skip


def test_a_review_without_its_actions_gives_the_day_alone(low):
    looked = plan_edits.look_at_plan(low, MARCH)
    bare = looked.model_copy(
        update={"reviews": (looked.reviews[0].model_copy(update={"actions": ()}),)}
    )
    found = follow(edits.change_action(bare, KEY, status="done"))
    assert found.looked == "We last looked at the plan on 12 March 2027."
    assert found.changes == ()
