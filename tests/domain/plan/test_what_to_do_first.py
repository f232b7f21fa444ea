"""The order of suggested actions: one sort key, and whether a place is firm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nttp_readiness.domain.bank.indicator import Indicator
from nttp_readiness.domain.bank.scale import Thresholds
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.plan.priorities import suggest
from nttp_readiness.domain.scorecard import score
from tests.domain import small_bank as small


def bank_of(*questions, **limits):
    return small.bank_of([small.domain("A", questions)], thresholds=Thresholds(**limits))


def worked_bank(training_importance=3, training_effort=3):
    """The worked order of the method: two foundations, four others."""
    return bank_of(
        small.question("SafeRoute", foundation=True, importance=5, effort=2),
        small.question("Sponsor", foundation=True, importance=5, effort=1),
        small.question("Supervision", importance=4, effort=3, needs=["Sponsor"]),
        small.question("Panel", importance=5, effort=3, needs=["SafeRoute", "Sponsor"]),
        small.question(
            "Training", importance=training_importance, effort=training_effort,
            needs=["Supervision"],
        ),
        small.question("Estates", importance=2, effort=3),
    )  # fmt: skip


WORKED = {"SafeRoute": 1, "Sponsor": 0, "Supervision": 1, "Panel": 1, "Training": 2, "Estates": 3}
ORDER = ["Sponsor", "SafeRoute", "Panel", "Supervision", "Training"]


def open_order(bank, answers, **more):
    made = small.assessment_of(bank, answers)
    return [each.indicator for each in suggest(made, **more) if each.role == "open"]


def find(bank, answers, key):
    found = suggest(small.assessment_of(bank, answers))
    return next(each for each in found if each.indicator == key)


def test_the_worked_order_is_met():
    assert open_order(worked_bank(), WORKED) == ORDER


def test_what_is_at_its_target_needs_no_action_but_may_be_spread():
    estates = find(worked_bank(), WORKED, "Estates")
    assert (estates.role, estates.kind) == ("spread", "sustaining")


def test_more_importance_and_less_effort_do_not_move_training_before_what_it_needs():
    assert open_order(worked_bank(training_importance=5, training_effort=1), WORKED) == ORDER


def test_a_team_that_sets_the_importance_moves_no_action_before_what_it_needs():
    made = edits.set_importance(small.assessment_of(worked_bank(), WORKED), "Training", 5)
    assert [each.indicator for each in suggest(made) if each.role == "open"] == ORDER


@pytest.mark.parametrize(
    ("level", "kind"),
    [(0, "first"), (1, "first"), (2, "next"), (3, "sustaining"), (4, "sustaining")],
)
def test_the_level_proposes_the_kind_of_action(level, kind):
    assert find(bank_of(small.question("A-1")), {"A-1": level}, "A-1").kind == kind


def test_a_safety_stop_comes_before_everything():
    bank = bank_of(
        small.question("A-1", foundation=True, importance=5),
        small.question("A-2", foundation=True, importance=1, stop=True),
    )
    assert open_order(bank, {"A-1": 0, "A-2": 0}) == ["A-2", "A-1"]
    assert open_order(bank, {"A-1": 0, "A-2": 1}) == ["A-1", "A-2"]


def test_a_foundation_below_the_target_comes_before_one_not_known_and_that_before_the_rest():
    bank = bank_of(
        small.question("A-1", importance=5),
        small.question("A-2", foundation=True, importance=1),
        small.question("A-3", foundation=True, importance=1),
    )
    assert open_order(bank, {"A-1": 0, "A-2": "not_sure", "A-3": 2}) == ["A-3", "A-2", "A-1"]


def test_a_gap_weighs_with_its_importance():
    bank = bank_of(small.question("A-1", importance=2), small.question("A-2", importance=5))
    assert open_order(bank, {"A-1": 0, "A-2": 2}) == ["A-1", "A-2"]  # 6 before 5
    assert open_order(bank, {"A-1": 1, "A-2": 2}) == ["A-2", "A-1"]  # 4 after 5


def test_where_views_differ_comes_before_less_effort_and_that_before_the_order_of_the_bank():
    bank = bank_of(
        small.question("A-1", effort=3), small.question("A-2", effort=3),
        small.question("A-3", effort=1), small.question("A-4", effort=3),
    )  # fmt: skip
    answers = dict.fromkeys(bank.by_id, 1)
    assert open_order(bank, answers, talk_first=frozenset({"A-4"})) == ["A-4", "A-3", "A-1", "A-2"]


def test_not_sure_becomes_an_action_to_find_out_with_a_gap_of_one():
    found = find(bank_of(small.question("A-1", importance=4)), {"A-1": "not_sure"}, "A-1")
    assert (found.kind, found.gap, found.level) == ("find_out", 1, None)


def test_an_open_foundation_becomes_an_action_and_other_open_questions_do_not():
    bank = bank_of(small.question("A-1"), small.question("A-2", foundation=True))
    assert open_order(bank, {}) == ["A-2"]
    assert open_order(bank, {"A-1": "rather_not_say"}) == ["A-2"]


def test_not_relevant_suggests_nothing():
    assert open_order(bank_of(small.question("A-1")), {"A-1": "not_relevant"}) == []


def test_at_most_five_stand_under_now_and_the_rest_under_next_and_later():
    bank = bank_of(*(small.question(f"A-{n:02}") for n in range(20)))
    found = suggest(small.assessment_of(bank, dict.fromkeys(bank.by_id, 1)))
    horizons = [each.horizon for each in found if each.role == "open"]
    assert horizons == ["now"] * 5 + ["next"] * 8 + ["later"] * 7


def test_one_strength_is_spread_the_highest_first_then_the_most_important():
    bank = bank_of(*(small.question(f"A-{n}", importance=n) for n in range(1, 6)))
    found = suggest(small.assessment_of(bank, {"A-1": 0, "A-2": 4, "A-3": 3, "A-4": 4, "A-5": 3}))
    assert [each.indicator for each in found if each.role == "spread"] == ["A-4"]


def test_with_nothing_left_open_every_strength_is_to_be_kept():
    bank = bank_of(*(small.question(f"A-{n}") for n in range(1, 4)))
    found = suggest(small.assessment_of(bank, dict.fromkeys(bank.by_id, 3)))
    assert [each.kind for each in found] == ["sustaining"] * 3


def test_a_plan_always_has_one_action_that_listens_and_only_adds_one_where_there_is_none():
    bank = bank_of(
        small.question("A-1"), small.question("A-2"), small.question("A-3", listens=["sustaining"])
    )
    found = suggest(small.assessment_of(bank, {"A-1": 0, "A-2": 4, "A-3": 3}))
    assert [(each.id, each.role) for each in found][-1] == ("A-3/sustaining", "listen")
    without = suggest(small.assessment_of(bank, {"A-1": 0, "A-2": 3, "A-3": 4}))
    assert [each.id for each in without] == ["A-1/first", "A-3/sustaining"]


def test_an_action_that_listens_is_taken_from_a_later_step_where_no_other_is_left():
    bank = bank_of(small.question("A-1", listens=["next"]), small.question("A-2"))
    found = suggest(small.assessment_of(bank, {"A-1": 0, "A-2": 0}))
    assert [(each.id, each.role) for each in found][-1] == ("A-1/next", "listen")


def test_finding_out_counts_as_listening_only_where_the_bank_says_so():
    reads = small.question("A-1", find_out_listens=False)
    bank = bank_of(reads, small.question("A-2", listens=["sustaining"]), small.question("A-3"))
    found = suggest(small.assessment_of(bank, {"A-1": "not_sure", "A-2": 3, "A-3": 4}))
    assert "listen" in {each.role for each in found}


def test_an_action_is_firm_where_no_unknown_answer_can_move_it():
    bank = bank_of(small.question("A-1", importance=5), small.question("A-2"), most_now=1)
    assert find(bank, {"A-1": 0, "A-2": "not_sure"}, "A-1").firm


def test_an_action_that_an_unknown_answer_can_push_out_names_that_question():
    bank = bank_of(
        small.question("A-1", importance=2), small.question("A-2", importance=5), most_now=1
    )
    found = find(bank, {"A-1": 1, "A-2": None}, "A-1")
    assert (found.horizon, found.firm, found.depends_on) == ("now", False, ("A-2",))


def test_an_unknown_foundation_can_push_out_what_is_now():
    bank = bank_of(small.question("A-1"), small.question("A-2", foundation=True), most_now=1)
    found = find(bank, {"A-1": 0, "A-2": None}, "A-1")
    assert (found.horizon, found.depends_on) == ("next", ("A-2",))


def test_finding_out_depends_on_its_own_question_as_its_answer_ends_it():
    bank = bank_of(small.question("A-1", foundation=True))
    assert find(bank, {"A-1": "not_sure"}, "A-1").depends_on == ("A-1",)


def test_a_suggestion_says_what_it_builds_on_what_waits_for_it_and_the_gap():
    bank = bank_of(
        small.question("A-1", title="A named sponsor", foundation=True),
        small.question("A-2", needs=["A-1"], importance=4),
    )
    found = suggest(small.assessment_of(bank, {"A-1": 0, "A-2": 1}))
    assert (found[0].needed_by, found[0].waits_for) == (("A-2",), ())
    assert (found[1].needed_by, found[1].waits_for) == ((), ("A-1",))
    assert (found[1].gap, found[1].importance) == (2, 4)


@given(st.lists(st.sampled_from([0, 1, 2, 3, 4, "not_sure", None]), min_size=6, max_size=6))
def test_every_place_can_be_read_from_its_working(choices):
    bank = worked_bank()
    card = score(small.assessment_of(bank, dict(zip(bank.by_id, choices, strict=True))))
    for place, each in enumerate(card.suggestions, start=1):
        working = card.priority_working(each)
        assert working.result == place
        assert working.of == each.id


@given(st.lists(st.sampled_from([0, 1, 2, 3, 4, "not_sure", None]), min_size=6, max_size=6))
def test_an_open_action_never_stands_before_one_of_its_standing_that_it_needs(choices):
    bank = worked_bank()
    found = suggest(small.assessment_of(bank, dict(zip(bank.by_id, choices, strict=True))))
    places = {each.indicator: n for n, each in enumerate(found) if each.role == "open"}
    standing = {each.indicator: each.standing for each in found}
    for key, place in places.items():
        for need in bank.by_id[key].needs:
            if need in places and standing[need] == standing[key]:
                assert places[need] < place


KINDS = ("first", "next", "sustaining")


@st.composite
def answered_banks(draw):
    """A bank of one to eight questions with random importance, needs and actions that listen."""
    questions: list[Indicator] = []
    answers: dict[str, object] = {}
    for n in range(draw(st.integers(1, 8))):
        key, foundation = f"A-{n}", draw(st.booleans())
        questions.append(
            small.question(
                key,
                foundation=foundation,
                importance=draw(st.integers(1, 5)),
                effort=draw(st.integers(1, 3)),
                needs=[each.id for each in questions if draw(st.booleans())],
                listens=[kind for kind in KINDS if draw(st.integers(0, 3)) == 0],
                find_out_listens=draw(st.booleans()),
            )
        )
        choices = [0, 1, 2, 3, 4, "not_sure", "rather_not_say", None]
        answers[key] = draw(st.sampled_from(choices + ["not_relevant"] * (not foundation)))
    return small.assessment_of(bank_of(*questions), answers)


@given(answered_banks())
def test_one_action_listens_wherever_the_bank_has_one_for_a_question_that_applies(assessment):
    found = suggest(assessment)
    there = any(
        each.action(kind).listens
        for each in assessment.asked
        if assessment.answer(each.id).choice != "not_relevant"
        for kind in KINDS
    )
    assert not (found and there) or any(each.action.listens for each in found)
    assert len({each.id for each in found}) == len(found)


@given(answered_banks())
def test_one_strength_is_spread_wherever_there_is_one(assessment):
    strong = [each.id for each in assessment.asked if (assessment.answer(each.id).level or 0) >= 3]
    found = suggest(assessment)
    spread = [each.indicator for each in found if each.role == "spread"]
    still_open = [each for each in found if each.role == "open"]
    assert set(spread) <= set(strong)
    assert len(spread) == (min(1, len(strong)) if still_open else len(strong))


@given(answered_banks(), st.randoms(use_true_random=False))
def test_a_team_that_sets_an_importance_moves_actions_and_never_a_score(assessment, random):
    before = score(assessment)
    for each in assessment.asked:
        assessment = edits.set_importance(assessment, each.id, random.randint(1, 5))
    after = score(assessment)
    assert [each.level for each in after.domains] == [each.level for each in before.domains]
    assert after.readiness == before.readiness
    assert {each.indicator for each in after.suggestions if each.role == "open"} == {
        each.indicator for each in before.suggestions if each.role == "open"
    }


@given(answered_banks())
def test_what_is_firm_stays_in_its_horizon_whatever_the_unknown_answers_are(assessment):
    """Tried with every unknown answer at 0 and at 4; what is not firm names what it hangs on."""
    found = {each.indicator: each for each in suggest(assessment) if each.role == "open"}
    unknown = {
        each.id
        for each in assessment.asked
        if assessment.answer(each.id).choice in {"not_sure", "rather_not_say", None}
    }
    for level in (0, 4):
        answered = assessment
        for key in unknown:
            answered = edits.answer(answered, key, level)
        then = {each.indicator: each.horizon for each in suggest(answered) if each.role == "open"}
        for key, each in found.items():
            if each.firm:
                assert then[key] == each.horizon
            else:
                assert set(each.depends_on) <= unknown
                assert each.depends_on
