"""Two people changed the same assessment: all that does not conflict is in the result."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nttp_readiness.address import Address
from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.domain.answers.planned import Request
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.editing.action_merging import merge_actions
from nttp_readiness.domain.exchange.merging import Spot, beginning, merge
from nttp_readiness.errors import EditError
from tests.domain import small_bank

BANK = small_bank.bank_of(
    [small_bank.domain("A", [small_bank.question(f"A-{n}") for n in range(1, 5)])]
)
KEYS = [each.id for each in BANK.by_id.values()]


@pytest.fixture
def base():
    made = edits.new_assessment(BANK, "Ours", today=small_bank.TODAY)
    made = edits.answer(made, KEYS[0], 1)
    return edits.add_action(made, "The first of our own")


def test_answers_of_both_are_in_the_result(base):
    ours = edits.answer(base, KEYS[1], 2)
    theirs = edits.answer(base, KEYS[2], 3)
    merged = merge(base, ours, theirs)
    assert [merged.assessment.answer(key).choice for key in KEYS[:3]] == [1, 2, 3]
    assert merged.ours == (Spot("answer", KEYS[1]),)
    assert merged.theirs == (Spot("answer", KEYS[2]),)
    assert merged.conflicts == ()


def test_the_same_change_on_both_sides_is_no_conflict(base):
    both = edits.answer(base, KEYS[0], 4)
    merged = merge(base, both, edits.answer(base, KEYS[0], 4))
    assert merged.assessment == both
    assert (merged.ours, merged.theirs, merged.conflicts) == ((), (), ())


def test_different_changes_of_one_answer_conflict_and_ours_stands(base):
    ours, theirs = edits.answer(base, KEYS[0], 2), edits.answer(base, KEYS[0], 3)
    merged = merge(base, ours, theirs)
    assert merged.assessment.answer(KEYS[0]).choice == 2
    assert merged.conflicts == (Spot("answer", KEYS[0]),)


def test_a_cleared_answer_is_a_change_like_any_other(base):
    theirs = edits.answer(base, KEYS[0], None)
    assert KEYS[0] not in merge(base, base, theirs).assessment.answers
    again = merge(base, edits.answer(base, KEYS[0], 4), theirs)
    assert again.assessment.answer(KEYS[0]).choice == 4
    assert again.conflicts == (Spot("answer", KEYS[0]),)


def test_fields_of_the_profile_are_merged_one_by_one(base):
    ours = edits.set_profile(base, organisation="Taigh Mòr", audience="Us")
    theirs = edits.set_profile(base, support_contact="Ask Mòrag", audience="The board")
    merged = merge(base, ours, theirs)
    profile = merged.assessment.profile
    assert (profile.organisation, profile.support_contact) == ("Taigh Mòr", "Ask Mòrag")
    assert profile.audience == "Us"
    assert merged.conflicts == (Spot("profile", "audience"),)


def test_an_action_that_both_added_under_one_number_stays_twice(base):
    ours = edits.add_action(base, "Ours of today")
    theirs = edits.add_action(base, "Theirs of today")
    assert set(ours.actions) == set(theirs.actions)
    merged = merge(base, ours, theirs)
    titles = [each.title for each in merged.assessment.actions.values()]
    assert titles == ["The first of our own", "Ours of today", "Theirs of today"]
    assert all(key == each.id for key, each in merged.assessment.actions.items())
    assert merged.conflicts == ()


def test_another_order_and_another_owner_are_both_kept(base):
    base = edits.add_action(base, "The second of our own")
    ours = edits.move_action(base, "own/2", "now", 0)
    theirs = edits.change_action(base, "own/1", owner="Eilidh")
    merged = merge(base, ours, theirs)
    assert merged.conflicts == ()
    assert merged.assessment.actions["own/1"].owner == "Eilidh"
    assert merged.assessment.actions["own/2"].rank == ours.actions["own/2"].rank


def test_an_action_that_they_removed_goes_unless_we_changed_it(base):
    left = {key: each for key, each in base.actions.items() if key != "own/1"}
    theirs = edits.changed(base, actions=left)
    assert "own/1" not in merge(base, base, theirs).assessment.actions
    ours = edits.change_action(base, "own/1", owner="Eilidh")
    merged = merge(base, ours, theirs)
    assert merged.assessment.actions["own/1"].owner == "Eilidh"
    assert Spot("action", "own/1") in merged.conflicts


def test_two_that_they_merged_into_one_are_not_taken_where_we_changed_the_other(base):
    base = edits.add_action(base, "The second of our own")
    theirs = merge_actions(base, "own/1", "own/2")
    ours = edits.change_action(base, "own/2", owner="Eilidh")
    merged = merge(base, ours, theirs)
    assert merged.assessment.actions["own/1"].merged == ()
    assert merged.assessment.actions["own/2"].owner == "Eilidh"
    assert {each.key for each in merged.conflicts} == {"own/1", "own/2"}
    assert merge(base, base, theirs).assessment.actions["own/1"].merged == ("own/2",)


def test_asks_of_both_stay(base):
    ours = edits.set_asks(base, (Request(id="ask/1", who="The board", request="Time"),))
    theirs = edits.set_asks(base, (Request(id="ask/1", who="The council", request="Money"),))
    asks = merge(base, ours, theirs).assessment.asks
    assert [(each.id, each.who) for each in asks] == [
        ("ask/1", "The board"), ("ask/2", "The council"),
    ]  # fmt: skip


def test_where_the_person_paused_is_ours(base):
    ours, theirs = (
        edits.set_place(base, Address.parse("plan")),
        edits.set_place(base, Address.parse("share")),
    )
    merged = merge(base, ours, theirs)
    assert merged.assessment.place == "plan"
    assert merged.conflicts == ()


def test_what_asks_other_questions_is_refused(base):
    with pytest.raises(EditError, match="two assessments"):
        merge(base, base, base.model_copy(update={"id": "f" * 32}))
    with pytest.raises(EditError, match="cannot be put together"):
        merge(base, base, base.model_copy(update={"round": 2}))


CHOICES = st.sampled_from([None, 0, 1, 2, "not_sure"])
SIDES = st.dictionaries(st.sampled_from(KEYS), CHOICES)


def answered(assessment, choices):
    for key, choice in choices.items():
        assessment = edits.answer(assessment, key, choice)
    return assessment


@given(first=SIDES, one=SIDES, other=SIDES)
@settings(max_examples=120, deadline=None)
def test_every_change_is_in_the_result_or_named_as_a_conflict(first, one, other):
    base = answered(edits.new_assessment(BANK, "Ours", today=small_bank.TODAY), first)
    ours, theirs = answered(base, one), answered(base, other)
    merged = merge(base, ours, theirs)
    unsettled = {each.key for each in merged.conflicts}
    for key in KEYS:
        was, here, there = (side.answer(key) for side in (base, ours, theirs))
        now = merged.assessment.answer(key)
        assert now in {here, there}
        if here != was:
            assert now == here
        if there != was:
            assert now == there or key in unsettled
    assert merge(base, ours, base).assessment == ours
    assert merge(base, base, theirs).assessment.answers == theirs.answers
    back = merge(base, theirs, ours)
    assert {each.key for each in back.conflicts} == unsettled


def test_notes_of_both_on_one_question_conflict_and_neither_is_mixed(base):
    ours = edits.write_beside(base, KEYS[0], note="we meet monthly")
    theirs = edits.answer(base, KEYS[0], 4)
    merged = merge(base, ours, theirs)
    assert merged.assessment.answer(KEYS[0]) == Answer(choice=1, note="we meet monthly")
    assert merged.conflicts == (Spot("answer", KEYS[0]),)


def test_in_a_conflict_the_other_one_can_be_chosen(base):
    ours = edits.answer(edits.answer(base, KEYS[0], 2), KEYS[1], 1)
    theirs = edits.answer(edits.answer(base, KEYS[0], 3), KEYS[1], 4)
    first, second = Spot("answer", KEYS[0]), Spot("answer", KEYS[1])
    merged = merge(base, ours, theirs, take={first, Spot("answer", KEYS[3])})
    assert [merged.assessment.answer(key).choice for key in KEYS[:2]] == [3, 1]
    assert (merged.chosen, merged.conflicts) == ((first,), (second,))


def test_without_a_common_state_each_ones_own_stays_and_what_differs_is_named(base):
    ours = edits.set_profile(edits.answer(base, KEYS[1], 2), organisation="Taigh Mòr")
    theirs = edits.answer(edits.answer(base, KEYS[0], 3), KEYS[2], 4)
    theirs = edits.set_profile(theirs, title="Theirs", audience="The board")
    merged = merge(beginning(ours, theirs), ours, theirs)
    assert [merged.assessment.answer(key).choice for key in KEYS[:3]] == [1, 2, 4]
    profile = merged.assessment.profile
    assert (profile.organisation, profile.audience) == ("Taigh Mòr", "The board")
    assert profile.title == "Ours"
    assert set(merged.conflicts) == {Spot("profile", "title"), Spot("answer", KEYS[0])}


def test_an_older_common_state_loses_nothing(base):
    """A copy that was sent out in the middle of a sitting began with what was kept before it."""
    sent = edits.answer(base, KEYS[1], 2)
    ours, theirs = edits.answer(sent, KEYS[2], 3), edits.answer(sent, KEYS[3], 1)
    merged = merge(base, ours, theirs)
    assert [merged.assessment.answer(key).choice for key in KEYS] == [1, 2, 3, 1]
    assert merged.conflicts == ()


def test_another_assessment_is_no_version_of_this_one(base):
    with pytest.raises(EditError, match="two assessments"):
        merge(base, base, edits.of_its_own(base))


def test_the_beginning_of_two_is_a_base_for_any_title():
    pairs: list[tuple[str, str]] = [("1", "2"), ("2", "1"), ("1", "1"), ("A", "B")]
    for titles in pairs:
        ours, theirs = (edits.new_assessment(BANK, each, today=small_bank.TODAY) for each in titles)
        theirs = theirs.model_copy(update={"id": ours.id})
        merged = merge(beginning(ours, theirs), ours, theirs)
        assert merged.assessment.profile.title == titles[0]
        assert bool(merged.conflicts) == (len(set(titles)) == 2)
