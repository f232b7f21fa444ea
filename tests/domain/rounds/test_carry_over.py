"""An older assessment in a newer version of its bank: answers are only taken where they fit."""

import pytest

from nttp_readiness.domain.answers.assessment import StageView
from nttp_readiness.domain.answers.fields import TEXT_LIMIT
from nttp_readiness.domain.answers.planned import Request
from nttp_readiness.domain.bank.bank import Change
from nttp_readiness.domain.bank.change_map import became
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.domain.rounds.carry_over import carry_over
from nttp_readiness.domain.scorecard import score
from nttp_readiness.errors import BankError
from tests.domain import small_bank as small


def version(number, keys, *changes, foundations=(), routes=()):
    questions = [small.question(key, foundation=key in foundations) for key in keys]
    return small.bank_of(
        [small.domain("A", questions)], version=number, changes=changes, routes=routes
    )


def change(kind, old, *new, since="1.0.0"):
    return Change(since=since, kind=kind, old=old, new=new)


OLD = version("1.0.0", [f"A-{n}" for n in range(1, 8)])
NEW = version(
    "2.0.0",
    ["A-1", "A-2", "A-31", "A-32", "A-45", "A-7", "A-8"],
    change("kept", "A-1"),
    change("reworded", "A-2"),
    change("split", "A-3", "A-31", "A-32"),
    change("merged", "A-4", "A-45"),
    change("merged", "A-5", "A-45"),
    change("removed", "A-6"),
)


def made(answers, *, bank=OLD):
    return small.assessment_of(bank, answers)


def carried(answers, *, old=OLD, new=NEW):
    return carry_over(made(answers, bank=old), new)


def test_the_result_is_a_document_of_its_own_that_names_the_older_one():
    before = made({"A-1": 2})
    result = carry_over(before, NEW)
    assert result.assessment.id != before.id
    assert result.assessment.previous == before.id
    assert result.assessment.round == before.round
    assert result.assessment.bank == NEW
    assert before == result.before
    assert before.bank == OLD


def test_the_older_assessment_still_gives_the_same_scores():
    before = made(small.everything(OLD, 2, A_3=1))
    then = score(before)
    carry_over(before, NEW)
    assert score(before).domains == then.domains


@pytest.mark.parametrize("choice", [0, 4, "not_sure", "rather_not_say", "not_relevant", None])
def test_an_answer_to_a_question_that_was_kept_is_kept_with_all_its_words(choice):
    before = edits.write_beside(
        made({"A-1": choice}), "A-1", note="Seen", evidence="A page", confidence="a_guess"
    )
    result = carry_over(before, NEW)
    assert result.assessment.answer("A-1") == before.answer("A-1")
    assert [each.indicator.id for each in result.of("kept")] == ["A-1"]


def test_a_question_that_the_map_does_not_name_is_kept():
    assert carried({"A-7": 3}).assessment.answer("A-7").choice == 3


def test_an_answer_to_a_reworded_question_is_kept_and_marked_to_be_looked_at_again():
    before = edits.write_beside(made({"A-2": 3}), "A-2", note="Seen in May")
    result = carry_over(before, NEW)
    answer = result.assessment.answer("A-2")
    assert answer.choice == 3
    assert (answer.note, answer.look_again) == ("Seen in May", True)
    assert [each.taken for each in result.of("reworded")] == [True]


def test_after_a_split_each_new_question_is_open_with_what_was_said_in_its_note():
    before = edits.write_beside(
        made({"A-3": 2}), "A-3", note="On two shifts", evidence="The rota", view="Nights"
    )
    result = carry_over(before, NEW)
    for key in ("A-31", "A-32"):
        answer = result.assessment.answer(key)
        assert answer.choice is None
        assert answer.note.splitlines() == [
            "From A-3, “Question A-3” (version 1.0.0): 2 Developing.",
            "On two shifts",
            "Evidence: The rota",
            "Whose view: Nights",
        ]
    assert [each.taken for each in result.of("split")] == [False, False]


def test_after_a_merge_the_lowest_level_is_a_proposal_and_the_question_is_open():
    result = carried({"A-4": 3, "A-5": 1})
    [merged] = result.of("merged")
    assert (merged.taken, merged.proposal) == (False, 1)
    answer = result.assessment.answer("A-45")
    assert answer.choice is None
    assert answer.note.startswith("A proposal, the lowest of them: 1 Exploring.")
    assert "A-4, “Question A-4” (version 1.0.0): 3 Established" in answer.note
    assert "A-5, “Question A-5” (version 1.0.0): 1 Exploring" in answer.note


@pytest.mark.parametrize("choice", [2, "not_sure", "rather_not_say", "not_relevant"])
def test_a_merge_of_equal_answers_keeps_them(choice):
    result = carried({"A-4": choice, "A-5": choice})
    assert result.assessment.answer("A-45").choice == choice
    assert [(each.taken, each.proposal) for each in result.of("merged")] == [(True, None)]


def test_a_merge_with_one_answer_that_is_not_there_is_open():
    [merged] = carried({"A-4": 2}).of("merged")
    assert (merged.taken, merged.proposal) == (False, 2)


def test_a_level_and_a_not_sure_do_not_agree():
    [merged] = carried({"A-4": 2, "A-5": "not_sure"}).of("merged")
    assert (merged.taken, merged.proposal) == (False, 2)


def test_a_merge_into_a_foundation_cannot_stay_not_relevant():
    new = version("2.0.0", ["A-45"], *NEW.changes, foundations=("A-45",))
    [merged] = carried({"A-4": "not_relevant", "A-5": "not_relevant"}, new=new).of("merged")
    assert (merged.taken, merged.answer.choice) == (False, None)
    assert "Why not relevant: Not our work" in merged.answer.note


def test_a_merge_of_notes_without_answers_is_open_and_proposes_nothing():
    before = edits.write_beside(made({}), "A-4", note="One")
    before = edits.write_beside(before, "A-5", note="Two")
    [merged] = carry_over(before, NEW).of("merged")
    assert (merged.taken, merged.proposal) == (False, None)
    assert merged.answer.note.splitlines() == [
        "From A-4, “Question A-4” (version 1.0.0): no answer yet.", "One", "",
        "From A-5, “Question A-5” (version 1.0.0): no answer yet.", "Two",
    ]  # fmt: skip


def test_half_of_a_split_question_never_decides_a_merge():
    new = version(
        "2.0.0", ["A-1", "A-9"],
        change("split", "A-2", "A-1", "A-9"), change("merged", "A-3", "A-9"),
    )  # fmt: skip
    result = carried({"A-2": 3, "A-3": 3}, new=new)
    assert result.assessment.answer("A-9").choice is None


def test_a_question_merged_into_one_that_stays_counts_for_both():
    new = version("2.0.0", ["A-1"], change("merged", "A-2", "A-1"))
    result = carried({"A-1": 3, "A-2": 1}, new=new)
    assert result.assessment.answer("A-1").choice is None
    assert result.of("merged")[0].proposal == 1


def test_what_was_said_to_a_removed_question_is_reported_and_not_lost():
    before = edits.write_beside(made({"A-6": 2}), "A-6", note="Worth keeping")
    [dropped] = carry_over(before, NEW).dropped
    assert dropped.indicator.id == "A-6"
    assert dropped.answer == before.answer("A-6")


def test_a_question_that_is_gone_without_a_word_in_the_map_is_reported_as_well():
    result = carried({"A-1": 2, "A-2": 3}, new=version("2.0.0", ["A-1"]))
    assert [each.indicator.id for each in result.dropped] == ["A-2"]


def test_a_removed_question_stays_removed_though_a_faulty_bank_uses_its_id_again():
    new = version("2.0.0", ["A-1"], change("removed", "A-1"))
    result = carried({"A-1": 2}, new=new)
    assert [each.indicator.id for each in result.dropped] == ["A-1"]
    assert result.assessment.answers == {}


def test_every_answer_that_was_given_is_accounted_for():
    result = carried(small.everything(OLD, 2))
    said = {each.indicator.id for one in result.questions for each in one.earlier}
    assert said | {each.indicator.id for each in result.dropped} == set(OLD.by_id)


def test_questions_that_follow_from_no_earlier_one_are_named():
    assert [each.id for each in carried({}).new] == ["A-8"]


def test_unanswered_questions_leave_nothing_behind():
    result = carried({})
    assert result.assessment.answers == {}
    assert (result.questions, result.dropped) == ((), ())


def test_changes_of_several_versions_are_followed_together():
    newest = version(
        "3.0.0", ["A-1c", "A-33"],
        change("reworded", "A-1", "A-1b"), change("kept", "A-1b", "A-1c", since="2.0.0"),
        change("split", "A-3", "A-31", "A-32"), change("removed", "A-31", since="2.0.0"),
        change("reworded", "A-32", "A-33", since="2.0.0"),
    )  # fmt: skip
    found = became(OLD, newest)
    assert (found["A-1"].kind, found["A-1"].new) == ("reworded", ("A-1c",))
    assert (found["A-3"].kind, found["A-3"].new) == ("split", ("A-33",))
    assert carried({"A-1": 2}, new=newest).assessment.answer("A-1c").choice == 2


def test_changes_from_before_the_older_version_are_left_alone():
    newest = version("3.0.0", ["A-1"], change("removed", "A-1", since="0.9.0"))
    assert carried({"A-1": 2}, new=newest).assessment.answer("A-1").choice == 2


def test_two_questions_that_change_places_in_one_version_are_not_mixed_up():
    new = version("2.0.0", ["A-1", "A-2"], change("kept", "A-1", "A-2"),
                  change("kept", "A-2", "A-1"))  # fmt: skip
    answers = carried({"A-1": 0, "A-2": 4}, new=new).assessment.answers
    assert {key: each.choice for key, each in answers.items()} == {"A-1": 4, "A-2": 0}


def test_a_question_that_is_a_foundation_now_cannot_stay_not_relevant():
    new = version("2.0.0", OLD.by_id, foundations=("A-1",))
    result = carried({"A-1": "not_relevant"}, new=new)
    answer = result.assessment.answer("A-1")
    assert answer.choice is None
    assert "Why not relevant: Not our work" in answer.note
    assert [each.taken for each in result.of("kept")] == [False]


@pytest.mark.parametrize("choice", [3, 2, "not_sure", None])
def test_the_mark_goes_once_somebody_has_answered_again_or_says_that_it_holds(choice):
    marked = carry_over(made({"A-2": 3}), NEW).assessment
    assert not edits.answer(marked, "A-2", choice).answer("A-2").look_again
    held = edits.looked_again(marked, "A-2").answer("A-2")
    assert (held.choice, held.look_again) == (3, False)
    noted = edits.write_beside(marked, "A-2", note="Seen")
    assert noted.answer("A-2").look_again, "a note alone says nothing of the level"


def test_a_note_without_room_keeps_what_people_wrote_and_says_so():
    long = "x" * TEXT_LIMIT
    before = edits.write_beside(made({"A-4": 1, "A-5": 2}), "A-4", note=long)
    [merged] = carry_over(before, NEW).of("merged")
    assert merged.too_long


def test_actions_stay_with_their_question_where_it_is_the_same():
    new = version("2.0.0", ["A-9"], change("reworded", "A-1", "A-9"))
    before = edits.change_action(made({"A-1": 0}), "A-1/first", owner="Mòrag", status="done")
    after = carry_over(before, new).assessment
    action = after.actions["A-9/first"]
    assert (action.owner, action.status, action.indicators) == ("Mòrag", "done", ("A-9",))
    assert plan_of(after).find("A-9/first") is not None


def test_actions_of_questions_that_are_gone_stay_as_the_teams_own():
    before = made({"A-3": 0, "A-4": 0, "A-5": 0, "A-6": 0})
    for key in ("A-3", "A-4", "A-5", "A-6"):
        before = edits.change_action(before, f"{key}/first", owner=key)
    before = edits.add_action(before, "Our own")
    after = carry_over(before, NEW).assessment
    found = {each.owner: each for each in after.actions.values()}
    assert {key: found[key].indicators for key in ("A-3", "A-4", "A-6")} == {
        "A-3": ("A-31", "A-32"), "A-4": ("A-45",), "A-6": (),
    }  # fmt: skip
    assert len(after.actions) == 5
    assert {each.kind for each in after.actions.values()} == {"own"}
    assert all(each.id == key for key, each in after.actions.items())
    assert len(plan_of(after).live) >= 5


def test_two_actions_that_come_to_the_same_question_are_both_kept():
    new = version("2.0.0", ["A-9"], change("kept", "A-1", "A-9"), change("reworded", "A-2", "A-9"))
    before = made({"A-1": 0, "A-2": 0})
    for key in ("A-1", "A-2"):
        before = edits.change_action(before, f"{key}/first", owner=key)
    after = carry_over(before, new).assessment
    assert {each.id: each.owner for each in after.actions.values()} == {
        "A-9/first": "A-1", "own/1": "A-2",
    }  # fmt: skip


def test_importance_that_the_team_set_comes_along_where_it_is_clear():
    before = made({})
    for key, importance in (("A-1", 5), ("A-3", 4), ("A-4", 1), ("A-5", 2), ("A-6", 5)):
        before = edits.set_importance(before, key, importance)
    assert carry_over(before, NEW).assessment.importance == {"A-1": 5, "A-31": 4, "A-32": 4}


def test_what_was_agreed_has_to_be_agreed_again_and_the_rest_of_the_profile_stays():
    before = edits.set_profile(made({}), organisation="R&D", agreed=small.TODAY)
    before = edits.set_asks(before, (Request(id="ask/1", who="The board", request="Time"),))
    before = edits.set_stage_view(before, StageView(stage="build", computed="build"))
    after = carry_over(before, NEW).assessment
    assert (after.profile.agreed, after.stage_view) == (None, None)
    assert (after.profile.organisation, after.asks) == ("R&D", before.asks)


def test_a_route_that_is_gone_becomes_one_that_is_there():
    old = version("1.0.0", OLD.by_id, routes=[("short", ("A-1",))])
    before = small.assessment_of(old, {}, route="short")
    result = carry_over(before, NEW)
    assert (result.assessment.profile.route, result.route_changed) == ("full", True)


@pytest.mark.parametrize(
    ("place", "now"), [("reflect/A-1", "reflect/A-1"), ("reflect/A-3", "reflect/A-31"),
                       ("reflect/A-6", "reflect"), ("share", "share"), ("", "")],
)  # fmt: skip
def test_the_place_where_people_paused_is_found_again(place, now):
    before = edits.changed(made({}), place=place)
    assert carry_over(before, NEW).assessment.place == now


def test_another_bank_the_same_version_and_an_older_one_are_refused_with_a_sentence():
    other = small.bank_of([small.domain("A", [small.question("A-1")])], bank_id="other")
    with pytest.raises(BankError, match="is another bank"):
        carry_over(made({}), other)
    with pytest.raises(BankError, match=r"1\.0\.0 is not newer"):
        carry_over(made({}), OLD)
    with pytest.raises(BankError, match=r"1\.0\.0 is not newer"):
        carry_over(made({}, bank=NEW), OLD)


def test_version_ten_is_newer_than_version_nine():
    nine, ten = version("1.9.0", ["A-1"]), version("1.10.0", ["A-1"])
    assert carried({"A-1": 2}, old=nine, new=ten).assessment.bank.version == "1.10.0"
