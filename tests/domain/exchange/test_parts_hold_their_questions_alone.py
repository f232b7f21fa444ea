"""A part that is shared out has its questions, and nothing that anybody said so far."""

import pytest

from nttp_readiness.domain.answers.assessment import Assessment, Profile, StageView
from nttp_readiness.domain.answers.planned import Request
from nttp_readiness.domain.answers.workshop import Group
from nttp_readiness.domain.editing import edits, workshop_edits
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.exchange.sharing_out import (
    dated,
    forget_shared,
    questions_named,
    share_out,
)
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.domain.plan.reviews import review_of
from nttp_readiness.errors import EditError
from tests.domain.exchange.parts import DAY, KEYS, said, whole

SECRET = "marmalade"


@pytest.fixture
def full():
    """An assessment in which everything says the secret word."""
    made = whole(A_1=1, B_1=3)
    made = edits.write_beside(made, "A-1", note=SECRET, evidence=SECRET, view=SECRET)
    made = edits.set_importance(made, "A-1", 5)
    made = edits.add_action(made, SECRET)
    made = edits.change_action(made, "own/1", owner=SECRET, notes=SECRET)
    made = edits.set_asks(made, (Request(id="a/1", who=SECRET, request=SECRET),))
    made = edits.set_stage_view(made, StageView(stage="a", computed="a", reason=SECRET))
    made = changed(made, reviews=(review_of(plan_of(made), DAY),))
    made = changed(made, previous="a" * 32, place="plan/own/1")
    made = workshop_edits.start_round(made, [Group(name=SECRET)], today=DAY)
    made = share_out(made, KEYS, SECRET, today=DAY).assessment
    return edits.set_profile(made, organisation="Taigh Mòr", support_contact="Ask Iain", review=DAY)


def test_a_part_holds_nothing_that_anybody_said(full):
    part = share_out(full, ["A-1", "B-2"], "Morag", by=DAY, today=DAY).part
    assert SECRET in full.model_dump_json()
    assert SECRET not in part.model_dump_json()
    default = Assessment(id=part.id, profile=part.profile, written_bank=part.written_bank)
    held = {
        name for name in Assessment.model_fields if getattr(part, name) != getattr(default, name)
    }
    assert held == {"part"}
    assert full.id not in part.model_dump_json(exclude={"part"})


def test_of_prepare_it_has_the_wording_who_sees_it_and_whom_to_turn_to(full):
    part = share_out(full, ["A-1"], "Morag", today=DAY).part
    left_out = {
        name for name in Profile.model_fields
        if getattr(full.profile, name) != getattr(part.profile, name)
    }  # fmt: skip
    assert left_out == {"started", "review"}, "the days of the whole"
    agreed = edits.set_profile(full, agreed=DAY)
    assert share_out(agreed, ["A-1"], "Morag", today=DAY).part.profile.agreed is None


def test_it_asks_its_questions_and_no_others(full):
    part = share_out(full, ["B-2", "A-1"], "Morag", today=DAY).part
    assert [each.id for each in part.asked] == ["A-1", "B-2"]


def test_nobody_can_tell_from_the_whole_under_which_reply_somebody_answers(full):
    out = share_out(full, ["A-1"], "Morag", today=DAY)
    assert out.part.part.reply not in out.assessment.model_dump_json()
    again = share_out(full, ["A-1"], "Morag", today=DAY)
    assert out.part.part.reply != again.part.part.reply


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["B-1", "A-2"], ["A-2", "B-1"]),
        (["B"], ["B-1", "B-2"]),
        (["foundations"], ["A-1"]),
        (["open"], ["A-2", "A-3", "B-2"]),
        (["A-1", "foundations", "B", "B-1"], ["A-1", "B-1", "B-2"]),
    ],
)
def test_questions_are_named_by_id_domain_foundations_and_open(names, found):
    assert list(questions_named(whole(A_1=1, B_1=2), names)) == found


@pytest.mark.parametrize("name", ["C", "A-9", "", "Foundations"])
def test_a_name_that_is_none_is_refused(name):
    with pytest.raises(EditError, match="There is no question or domain"):
        questions_named(whole(), [name])


@pytest.mark.parametrize(("questions", "to"), [([], "Morag"), (["A-1"], " "), (["Z-1"], "Morag")])
def test_a_part_needs_somebody_and_something(questions, to):
    with pytest.raises(EditError, match="Nothing was changed"):
        share_out(whole(), questions, to, today=DAY)


def test_a_part_is_not_shared_out_again(full):
    part = share_out(full, ["A-1"], "Morag", today=DAY).part
    with pytest.raises(EditError, match="part of an assessment"):
        share_out(part, ["A-1"], "Isla", today=DAY)


def test_in_a_part_what_is_taken_back_is_told_until_it_is_answered_again(full):
    part = share_out(full, ["A-1"], "Morag", today=DAY).part
    answered = said(part, A_1=2)
    cleared = edits.answer(answered, "A-1", None)
    assert cleared.part.taken_back == ("A-1",)
    assert edits.answer(cleared, "A-1", 1).part.taken_back == ()


def test_each_answer_of_a_part_has_its_day_and_no_other_file_has_one(full):
    part = share_out(full, ["A-1", "A-2"], "Morag", today=DAY).part
    first = said(part, A_1=2)
    later = dated(first, edits.answer(first, "A-2", 3), DAY.replace(day=9))
    assert [later.answer(key).given_on.day for key in ("A-1", "A-2")] == [1, 9]
    assert dated(full, edits.answer(full, "A-2", 3), DAY).answer("A-2").given_on is None


def test_one_can_stop_waiting_for_a_part():
    out = share_out(whole(), ["A-1"], "Morag", today=DAY)
    assert forget_shared(out.assessment, out.shared.id).sharing is None
