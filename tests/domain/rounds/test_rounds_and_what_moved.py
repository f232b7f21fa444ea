"""A new round from the last one, and what can be said about two rounds."""

import datetime as dt
from fractions import Fraction

import pytest

from nttp_readiness.domain.bank.bank import Change
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.domain.rounds.rounds import MOST_ROUNDS, compare, new_round
from nttp_readiness.errors import BankError, EditError
from tests.domain import small_bank as small

BANK = small.two_domains(routes=[("a_only", ("A-1", "A-2", "A-3", "A-4"))])
LATER = dt.date(2027, 5, 3)


def made(answers, *, bank=BANK, route="full"):
    return small.assessment_of(bank, answers, route=route)


def moved(then, now, **more):
    return {each.code: each for each in compare(made(then, **more), made(now, **more)).domains}


def test_a_new_round_is_a_document_of_its_own_that_knows_which_one_it_followed():
    first = made(small.everything(BANK, 2))
    second = new_round(first, today=LATER, keep_answers=True)
    assert second.id != first.id
    assert (second.round, second.previous) == (2, first.id)
    assert second.profile.started == LATER
    assert (second.profile.agreed, second.profile.review, second.stage_view) == (None, None, None)


def test_answers_are_kept_with_what_stands_beside_them_or_left_empty():
    first = edits.write_beside(made(small.everything(BANK, 2)), "A-1", note="Seen in May")
    assert new_round(first, today=LATER, keep_answers=True).answers == first.answers
    assert new_round(first, today=LATER, keep_answers=False).answers == {}


def test_actions_that_are_not_done_come_along_and_done_ones_stay_behind():
    first = made({"A-1": 0, "A-2": 1, "A-3": 1, "A-4": 1})
    first = edits.change_action(first, "A-1/first", status="done", owner="Iain")
    first = edits.change_action(first, "A-2/first", status="in_progress", owner="Mòrag")
    first = edits.drop_action(first, "A-3/first", "The board does it")
    second = new_round(first, today=LATER, keep_answers=True)
    assert list(second.actions) == ["A-2/first", "A-3/first"]
    assert second.actions["A-2/first"].owner == "Mòrag"
    assert plan_of(second).dropped[0].action.drop_reason == "The board does it"


def test_the_last_round_that_can_be_counted_says_so():
    last = made({}).model_copy(update={"round": MOST_ROUNDS})
    with pytest.raises(EditError, match="round 200"):
        new_round(last, today=LATER, keep_answers=True)


def test_a_domain_that_moved_up_says_by_which_answers():
    found = moved(small.everything(BANK, 1), small.everything(BANK, 2))["A"]
    assert (found.verdict, found.levels) == ("up", 1)
    assert found.up == ("A-1", "A-2", "A-3", "A-4")
    assert (found.down, found.same) == ((), ())


def test_down_is_found_just_as_up_is():
    found = moved(small.everything(BANK, 3), small.everything(BANK, 3, A_2=1))["A"]
    assert (found.verdict, found.levels, found.down) == ("down", -1, ("A-2",))


def test_with_the_same_answers_the_level_is_the_same():
    found = moved(small.everything(BANK, 2), small.everything(BANK, 2))["A"]
    assert (found.verdict, found.index_change, found.index_clear) == ("same", 0, False)


def test_one_answer_up_and_one_down_is_no_clear_change():
    found = moved(small.everything(BANK, 2, A_2=1), small.everything(BANK, 2, A_3=1))["A"]
    assert (found.verdict, found.up, found.down) == ("no_clear_change", ("A-2",), ("A-3",))


def test_one_answers_step_is_a_clear_change_of_the_index():
    found = moved(small.everything(BANK, 2), small.everything(BANK, 2, A_2=3))["A"]
    assert (found.verdict, found.index_change, found.index_clear) == ("same", 6.25, True)


def test_an_index_that_moved_only_because_less_is_known_is_no_clear_change():
    bank = small.bank_of(
        [small.domain("A", [small.question(f"A-{n}") for n in range(1, 7)])],
    )
    answers = {"A-1": 3, "A-2": 2, "A-3": 2, "A-4": 2, "A-5": 2, "A-6": 2}
    found = moved(answers, {**answers, "A-1": "not_sure"}, bank=bank)["A"]
    assert found.index_change != 0
    assert (found.index_clear, found.verdict, found.lost) == (False, "no_clear_change", ("A-1",))


def test_a_level_that_moves_only_because_other_questions_are_known_is_marked():
    bank = small.bank_of([small.domain("A", [small.question(f"A-{n}") for n in range(1, 6)])])
    known = {"A-1": 3, "A-2": 3, "A-3": 3, "A-4": 3}
    found = moved(known, {**known, "A-5": 1}, bank=bank)["A"]
    assert (found.verdict, found.levels, found.only_answered) == ("down", -1, True)


def test_where_only_a_range_is_known_no_direction_is_claimed():
    found = moved({"A-1": 2}, small.everything(BANK, 3))["A"]
    assert (found.verdict, found.levels) == ("range", 0)


def test_routes_are_compared_on_what_both_asked():
    short = made({"A-1": 1, "A-2": 1, "A-3": 1, "A-4": 1}, route="a_only")
    full = made(small.everything(BANK, 2))
    found = compare(short, full)
    assert [each.code for each in found.domains] == ["A"]
    assert found.in_common == 4
    assert found.only_after == ("B-1", "B-2", "B-3", "B-4")
    assert found.stage_before.stage is None


def test_foundations_that_moved_are_named_and_the_rest_counted():
    found = compare(made(small.everything(BANK, 2)), made(small.everything(BANK, 2, B_1=3)))
    assert [(each.indicator, each.before, each.after) for each in found.foundations] == [
        ("B-1", 2, 3)
    ]
    assert found.foundations_same == 1
    assert (found.stage_before.stage.id, found.stage_after.stage.id) == (
        "start_small",
        "start_small",
    )


def test_actions_done_in_between_are_those_left_behind_and_those_done_since():
    first = made({"A-1": 0, "A-2": 1, "A-3": 1})
    first = edits.change_action(first, "A-1/first", status="done")
    second = new_round(first, today=LATER, keep_answers=True)
    second = edits.change_action(second, "A-2/first", status="done")
    assert [each.id for each in compare(first, second).done] == ["A-1/first", "A-2/first"]


def test_an_own_action_with_a_number_used_before_is_told_apart_by_its_title():
    first = edits.change_action(edits.add_action(made({}), "Old"), "own/1", status="done")
    second = edits.add_action(new_round(first, today=LATER, keep_answers=False), "New")
    second = edits.change_action(second, "own/1", status="done")
    assert [each.title for each in compare(first, second).done] == ["Old", "New"]


def test_the_same_document_twice_shows_no_change_at_all():
    both = made(small.everything(BANK, 2, A_2=None))
    found = compare(both, both)
    assert {each.verdict for each in found.domains} == {"same"}
    assert found.foundations == ()
    assert (found.overall_change, found.overall_clear) == (Fraction(0), False)


def test_different_banks_are_refused_with_a_sentence():
    other = small.bank_of([small.domain("A", [small.question("A-1")])], bank_id="other")
    with pytest.raises(BankError, match="different question banks"):
        compare(made({}), made({}, bank=other))


def newer(*changes, keys, version="2.0.0"):
    domain = small.domain("A", [small.question(key) for key in keys])
    return small.bank_of([domain], version=version, changes=changes)


OLD = newer(keys=[f"A-{n}" for n in range(1, 7)], version="1.0.0")


def change(kind, old, *new, since="1.0.0"):
    return Change(since=since, kind=kind, old=old, new=new)


def test_two_versions_are_compared_through_the_change_map():
    bank = newer(
        change("reworded", "A-2", "A-2b"), change("split", "A-3", "A-3a", "A-3b"),
        change("removed", "A-4"), change("kept", "A-5"),
        keys=["A-1", "A-2b", "A-3a", "A-3b", "A-5", "A-6"],
    )  # fmt: skip
    then, now = (
        made(dict.fromkeys(OLD.by_id, 1), bank=OLD),
        made(dict.fromkeys(bank.by_id, 2), bank=bank),
    )
    found = compare(then, now)
    assert found.in_common == 4
    assert found.domains[0].up == ("A-1", "A-2b", "A-5", "A-6")
    assert found.carried.reworded == ("A-2b",)
    assert [each.old for each in found.carried.apart] == ["A-3", "A-4"]
    back = compare(now, then)
    assert (back.domains[0].down, back.bank.version) == (found.domains[0].up, "2.0.0")


def test_changes_of_several_versions_are_followed_one_after_the_other():
    bank = newer(
        change("reworded", "A-1b", "A-1c", since="2.0.0"), change("reworded", "A-1", "A-1b"),
        keys=["A-1c", "A-2", "A-3", "A-4"], version="3.0.0",
    )  # fmt: skip
    found = compare(made({"A-1": 1}, bank=OLD), made({"A-1c": 3}, bank=bank))
    assert found.domains[0].up == ("A-1c",)


def test_a_question_that_the_map_does_not_name_is_the_same_wherever_its_id_is():
    bank = newer(keys=["A-1", "A-9"])
    found = compare(made({"A-1": 1}, bank=OLD), made({"A-1": 2}, bank=bank))
    assert (found.in_common, found.domains[0].up) == (1, ("A-1",))
    assert found.domains[0].verdict == "answers"
