"""The plan as its page shows it, and why an action is there, in words without codes."""

import datetime as dt

import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.plan import planning
from nttp_readiness.presentation.plan.action_reasons import reasons
from nttp_readiness.presentation.plan.plan_material import Material, Options
from tests.domain.small_bank import (
    assessment_of,
    bank_of,
    domain,
    everything,
    question,
    two_domains,
)

TODAY = dt.date(2027, 3, 12)


@pytest.fixture
def low():
    """Everything at level 1 but one strength."""
    bank = two_domains()
    return assessment_of(bank, everything(bank, 1, B_4=3))


def why(assessment, key):
    plan = plan_of(assessment)
    return reasons(assessment, plan, plan.find(key))


def groups(assessment, which="all"):
    return planning.groups(assessment, plan_of(assessment), which, TODAY)


def ids(assessment, which):
    return [row.id for group in groups(assessment, which) for row in group.rows]


def test_now_says_how_many_at_most_and_the_others_their_count(low):
    assert [(each.name, each.extra) for each in groups(low)] == [
        ("Now", "5 actions, five at most"),
        ("Next", "3 actions"),
        ("Later", "nothing here yet"),
    ]


def test_where_there_are_more_the_heading_does_not_say_how_many_at_most(low):
    more = edits.add_action(low, "One more")
    assert next(each.extra for each in groups(more) if each.name == "Now") == "6 actions"


def test_numbers_are_those_of_the_printed_plan():
    bank = bank_of([domain("A", [question(f"A-{n}") for n in range(1, 17)])])
    low = assessment_of(bank, everything(bank, 1))
    kept = edits.keep_action(low, "A-15/first")
    later = groups(kept, "later")[0].rows
    assert [(row.number, row.status_words) for row in later] == [
        ("", "Suggested"),
        ("14", "Not started"),
        ("", "Suggested"),
    ]
    printed = Material(score(kept), TODAY, Options()).number_of_action
    shown = {row.id: int(row.number) for g in groups(kept) for row in g.rows if row.number}
    assert shown == printed


def test_filters_let_through_what_they_name(low):
    late = edits.change_action(low, "A-1/first", due=dt.date(2027, 3, 11), owner="Ann")
    today = edits.change_action(late, "B-1/first", due=TODAY, owner="  ")
    assert ids(today, "overdue") == ["A-1/first"]
    assert "A-1/first" not in ids(today, "no_owner")
    assert "B-1/first" in ids(today, "no_owner")
    assert [each.horizon for each in groups(today, "next")] == ["next"]
    assert planning.count_of(plan_of(today), "overdue", TODAY) == 1
    done = edits.change_action(today, "A-1/first", status="done")
    assert groups(done, "overdue") == ()


def test_a_gentle_word_comes_only_with_the_sixth_for_now(low):
    five = planning.too_many_words(low, plan_of(low))
    six = edits.move_action(low, "B-3/first", "now")
    assert five == ""
    assert planning.too_many_words(six, plan_of(six)) == (
        "There are six actions in Now. People can usually manage five at a time."
        " Perhaps some can wait under Next."
    )
    done = edits.change_action(six, "A-1/first", status="done")
    assert planning.too_many_words(done, plan_of(done)) == ""


def test_an_action_names_its_question_and_its_answer(low):
    row = groups(low)[0].rows[0]
    assert (row.why, row.answer, row.answer_words) == ("Question A-1", 1, "1 Exploring")
    own = edits.add_action(low, "Our own")
    row = groups(own)[0].rows[-1]
    assert (row.why, row.answer, row.answer_words) == ("", None, "")


def test_dropped_actions_keep_their_reason(low):
    plan = plan_of(edits.drop_action(low, "A-1/first", " Not ours "))
    assert [each.reason for each in planning.dropped(plan)] == ["Not ours"]
    plan = plan_of(edits.drop_action(low, "A-1/first", ""))
    assert [each.reason for each in planning.dropped(plan)] == ["No reason was written down."]


def test_a_foundation_below_the_target_says_so_first(low):
    said = why(low, "A-1/first")
    assert said.sentence.startswith("A foundation below Established comes before anything else.")
    assert "It is at level 1, and our target is 3. Its importance is 3 of 5." in said.sentence
    assert (said.firm, said.standing) == (
        True,
        "Firm: stays in Now whatever the open answers are",
    )
    assert [(each.id, each.foundation, each.words) for each in said.causes] == [
        ("A-1", True, "Exploring")
    ]


def test_what_waits_for_an_action_is_named_by_its_title():
    needs = [question("A-1", title="Room"), *(question(f"A-{n}", needs=["A-1"]) for n in "23")]
    bank = bank_of([domain("A", needs)])
    low = assessment_of(bank, everything(bank, 1))
    said = why(low, "A-1/first")
    assert said.waits_lead == "Two other actions need this first:"
    assert [(str(each.address), each.title) for each in said.waits] == [
        ("plan/A-2/first", "Begin A-2"),
        ("plan/A-3/first", "Begin A-3"),
    ]
    assert "It builds on “Room”." in why(low, "A-2/first").sentence


def test_only_some_waiting_actions_are_named_and_the_others_counted():
    needs = [question("A-1"), *(question(f"A-{n}", needs=["A-1"]) for n in range(2, 8))]
    bank = bank_of([domain("A", needs)])
    said = why(assessment_of(bank, everything(bank, 1)), "A-1/first")
    assert said.waits_lead == "Six other actions need this first:"
    assert (len(said.waits), said.waits_more) == (4, "and 2 others")


def test_a_place_that_could_change_names_the_questions_by_title():
    bank = bank_of([domain("A", [question(f"A-{n}", title=f"Thing {n}") for n in range(1, 9)])])
    open_one = assessment_of(bank, everything(bank, 2, A_1=None))
    said = why(open_one, "A-6/next")
    assert (said.firm, said.standing) == (False, "Its place depends on answers that are not known")
    assert [(str(each.address), each.title) for each in said.depends_on] == [
        ("reflect/A-1", "Thing 1")
    ]


def test_what_we_moved_or_added_ourselves_says_so(low):
    moved = edits.move_action(low, "A-1/first", "later")
    assert why(moved, "A-1/first").standing == "Moved here by us"
    own = edits.add_action(low, "Our own")
    assert why(own, "own/1").sentence == "We added this ourselves."


def test_an_action_that_the_answers_no_longer_suggest_stays_and_says_why(low):
    kept = edits.keep_action(low, "A-2/first")
    said = why(edits.answer(kept, "A-2", 4), "A-2/first")
    assert said.sentence == "Our answers no longer suggest this. It stays because we took it up."


def test_a_safety_stop_comes_first(low):
    stopped = edits.answer(low, "B-1", 0)
    assert why(stopped, "B-1/first").sentence.startswith("Safety comes first")
