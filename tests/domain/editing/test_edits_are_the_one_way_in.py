"""Edits: pure, validated, undone by value, and they refuse with a sentence."""

import datetime as dt
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.answers.answer import Choice
from nttp_readiness.domain.answers.assessment import StageView
from nttp_readiness.domain.answers.planned import Request
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.editing.action_merging import merge_actions
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.errors import EditError
from tests.domain import small_bank as small

BANK = small.two_domains()
DATE = dt.date(2027, 3, 12)
CONFIRMED = StageView(stage="build", computed="build")


@pytest.fixture
def made():
    return small.assessment_of(BANK, {"A-1": 0, "A-2": 1, "A-3": 2, "B-1": 3})


def first_id(assessment):
    return plan_of(assessment).now[0].action.id


EDITS = [
    ("answer", lambda a: edits.answer(a, "B-2", 4)),
    ("write_beside", lambda a: edits.write_beside(a, "A-1", note="Tha e", confidence="a_guess")),
    ("set_profile", lambda a: edits.set_profile(a, organisation="A & B <c>", review=DATE)),
    ("set_importance", lambda a: edits.set_importance(a, "A-2", 5)),
    ("set_place", lambda a: edits.set_place(a, Address(Page.REFLECT, "A-3"))),
    ("change_action", lambda a: edits.change_action(a, first_id(a), owner="Mòrag", due=DATE)),
    ("keep_action", lambda a: edits.keep_action(a, first_id(a))),
    ("add_action", lambda a: edits.add_action(a, "Ask the night shift")),
    ("drop_action", lambda a: edits.drop_action(a, first_id(a), "Somebody else does it")),
    ("move_action", lambda a: edits.move_action(a, first_id(a), "later")),
    ("merge_actions", lambda a: merge_actions(a, "A-1/first", "A-2/first")),
    ("set_asks", lambda a: edits.set_asks(a, (Request(id="ask/1", who="Board", request="Time"),))),
    ("add_ask", edits.add_ask),
    ("change_ask", lambda a: edits.change_ask(edits.add_ask(a, "ask/1"), "ask/1", by=DATE)),
    ("remove_ask", lambda a: edits.remove_ask(edits.add_ask(edits.add_ask(a), "ask/1"), "ask/1")),
    ("set_stage_view", lambda a: edits.set_stage_view(a, CONFIRMED)),
]  # fmt: skip


@pytest.mark.parametrize("edit", [each for _, each in EDITS], ids=[name for name, _ in EDITS])
def test_an_edit_gives_a_new_value_and_leaves_the_old_one_as_it_was(made, edit):
    before = made.model_dump_json()
    after = edit(made)
    assert after != made
    assert made.model_dump_json() == before
    assert after.id == made.id
    assert type(made).model_validate_json(after.model_dump_json()) == after


@pytest.mark.parametrize(
    ("there", "back"),
    [
        (lambda a: edits.answer(a, "B-2", 4), lambda a: edits.answer(a, "B-2", None)),
        (lambda a: edits.answer(a, "A-2", 3), lambda a: edits.answer(a, "A-2", 1)),
        (
            lambda a: edits.write_beside(a, "A-1", note="x"),
            lambda a: edits.write_beside(a, "A-1", note=""),
        ),
        (
            lambda a: edits.set_importance(a, "A-2", 5),
            lambda a: edits.set_importance(a, "A-2", None),
        ),
        (
            lambda a: edits.set_stage_view(a, CONFIRMED),
            lambda a: edits.set_stage_view(a, None),
        ),
    ],
)
def test_what_is_undone_by_hand_is_the_same_value_again(made, there, back):
    assert back(there(made)) == made


def test_an_edit_that_changes_nothing_gives_the_very_same_value(made):
    assert edits.answer(made, "A-1", 0) is made
    assert edits.set_profile(made, title=made.profile.title) is made
    assert edits.write_beside(made, "A-1", note="") is made


def test_clearing_an_answer_leaves_what_was_written_beside_it(made):
    noted = edits.write_beside(made, "A-1", note="Ask Ailsa")
    cleared = edits.answer(noted, "A-1", None)
    assert (cleared.answer("A-1").choice, cleared.answer("A-1").note) == (None, "Ask Ailsa")


def test_a_reason_stays_only_with_not_relevant(made):
    aside = edits.answer(made, "A-2", "not_relevant", "We have no premises")
    assert aside.answer("A-2").reason == "We have no premises"
    assert edits.answer(aside, "A-2", 2, "as before").answer("A-2").reason == ""


def test_answers_stand_in_the_order_of_the_bank_however_they_were_given():
    made = small.assessment_of(BANK, {"B-2": 1, "A-3": 2, "A-1": 3})
    assert list(made.answers) == ["A-1", "A-3", "B-2"]


@pytest.mark.parametrize(
    ("edit", "says"),
    [
        (lambda a: edits.answer(a, "Z-9", 1), "no question"),
        (lambda a: edits.answer(a, "A-1", "not_relevant", "no"), "is a foundation"),
        (lambda a: edits.answer(a, "A-2", cast("Choice", 7)), "cannot be saved"),
        (lambda a: edits.write_beside(a, "A-2", view="x" * 301), "too long"),
        (lambda a: edits.write_beside(a, "Z-9", note="x"), "not in this assessment"),
        (lambda a: edits.set_profile(a, route="nowhere"), "no route called"),
        (lambda a: edits.set_importance(a, "A-2", 6), "cannot be saved"),
        (lambda a: edits.set_importance(a, "Z-9", 3), "not in this assessment"),
        (lambda a: edits.change_action(a, "Z-9/first", owner="x"), "no longer in the plan"),
        (lambda a: edits.add_action(a, "  "), "Write a few words"),
        (
            lambda a: merge_actions(a, "A-1/first", "A-1/first"),
            "another action to merge",
        ),
        (
            lambda a: edits.set_stage_view(a, StageView(stage="roll_out", computed="build")),
            "needs a reason",
        ),
        (lambda _: edits.new_assessment(BANK, " ", today=DATE), "needs a name"),
        (lambda _: edits.new_assessment(BANK, "x", route="nowhere", today=DATE), "no route"),
    ],
)
def test_an_impossible_change_is_refused_with_a_sentence(made, edit, says):
    before = made.model_dump_json()
    with pytest.raises(EditError, match=says):
        edit(made)
    assert made.model_dump_json() == before


def test_another_stage_than_the_computed_one_is_kept_with_both_and_the_reason(made):
    view = StageView(stage="roll_out", computed="build", reason="The post is filled", on=DATE)
    assert edits.set_stage_view(made, view).stage_view == view


def test_merged_actions_lose_nothing_that_was_written(made):
    ready = edits.change_action(made, "A-2/first", owner="Iain", due=DATE, notes="By bus", goal="6")
    ready = edits.change_action(ready, "A-1/first", owner="Mòrag", notes="On foot")
    merged = merge_actions(ready, "A-1/first", "A-2/first").actions["A-1/first"]
    assert merged.merged == ("A-2/first",)
    assert merged.indicators == ("A-1", "A-2")
    assert (merged.owner, merged.due, merged.goal) == ("Mòrag", DATE, "6")
    assert merged.notes.split("\n\n") == ["On foot", "By bus", "Iain"]
    assert "Begin A-1 as agreed." in merged.details
    assert "Begin A-2 as agreed." in merged.details


def test_own_actions_get_a_number_that_no_action_or_merged_one_has(made):
    one = edits.add_action(made, "First")
    gone = merge_actions(one, "A-1/first", "own/1")
    two = edits.add_action(gone, "Second")
    assert "own/2" in two.actions
    assert plan_of(two).find("own/2").action.title == "Second"


@given(st.text(max_size=200))
def test_whatever_is_typed_is_kept_as_it_is(text):
    made = small.assessment_of(BANK, {"A-2": 1})
    assert edits.write_beside(made, "A-2", note=text).answer("A-2").note == text


def test_a_request_that_is_gone_or_cannot_be_so_is_refused_in_a_sentence(made):
    with pytest.raises(EditError, match="no longer in the plan"):
        edits.change_ask(made, "ask/9", who="The board")
    asked = edits.add_ask(made, "ask/1")
    for name, wrong in (("status", "perhaps"), ("asker", "x" * 301), ("by", "soon")):
        with pytest.raises(EditError, match=r"too long|cannot be saved"):
            edits.change_ask(asked, "ask/1", **edits.request_change(name, wrong))
