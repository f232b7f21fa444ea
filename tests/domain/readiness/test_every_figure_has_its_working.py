"""Every figure is the root of a tree that is made from the figures themselves."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from nttp_readiness.domain.bank.scale import Thresholds
from nttp_readiness.domain.plan.priority_working import priority_working
from nttp_readiness.domain.scorecard import score
from tests.domain import small_bank as small

BANK = small.two_domains(weight=2, routes=[("short", ("A-1", "B-1"))])
CHOICES = st.one_of(
    st.integers(0, 4), st.sampled_from(["not_sure", "rather_not_say", "not_relevant", None])
)


def card_of(choices, route="full"):
    answers = {
        key: None if choice == "not_relevant" and BANK.by_id[key].foundation else choice
        for key, choice in zip(BANK.by_id, choices, strict=True)
    }
    return score(small.assessment_of(BANK, answers, route=route))


@given(st.lists(CHOICES, min_size=8, max_size=8))
def test_the_result_of_each_working_is_the_figure_itself(choices):
    card = card_of(choices)
    for each in card.domains:
        assert card.working(each.code, "level").result == each.level
        assert card.working(each.code, "index").result == each.index
        assert card.working(each.code, "coverage").result == each.coverage
        ends = card.working(each.code, "level_range")
        assert [step.value for step in ends.steps] == [each.level_low, each.level_high]
        if any(answer.unknown for answer in each.inputs):
            assert [part.result for part in ends.parts] == [each.level_low, each.level_high]
    assert card.overall_working.result == card.overall
    assert card.stage_working.result == card.readiness.stage.name


@given(st.lists(CHOICES, min_size=8, max_size=8))
def test_every_sum_that_is_written_out_gives_the_value_beside_it(choices):
    card = card_of(choices)
    for each in card.domains:
        for step in card.working(each.code, "index").steps:
            if step.sum:
                written = step.sum.replace("×", "*").replace("÷", "/")
                assert Fraction(eval(written)).limit_denominator(10_000) == step.value


def test_the_steps_of_the_level_hold_the_weights_that_decided_it():
    working = card_of([3, 2, 2, 1, 2, 2, 2, 2]).working("A")
    steps = {each.name: (each.sum, each.value) for each in working.steps}
    assert steps["Level 2 or more"] == ("4 of 5", Fraction(4, 5))
    assert steps["Level 3 or more"] == ("2 of 5", Fraction(2, 5))
    assert steps["Highest level that three quarters has reached"] == ("", 2)
    assert steps["Lowest answer"] == ("", 1)
    assert steps["Highest level that it allows"] == ("1 + 1", 2)
    assert [(each.indicator, each.weight) for each in working.inputs][:2] == [
        ("A-1", 2), ("A-2", 1),
    ]  # fmt: skip


def test_the_working_of_a_range_names_only_what_is_unknown():
    working = card_of([3, 3, 3, None, 2, 2, 2, 2]).working("A", "level_range")
    assert [each.indicator for each in working.inputs] == ["A-4"]
    assert working.result == "1 to 3"


def test_the_stage_shows_every_rule_with_whether_it_is_met_and_why_not():
    working = card_of([1, 3, 3, 3, None, 3, 3, 3]).stage_working
    assert [(each.name, each.value) for each in working.steps] == [
        ("Build foundations first", True),
        ("Find out first", True),
        ("Ready to start small", False),
        ("Ready to roll out", False),
        ("Embedding", False),
    ]
    assert working.steps[0].sum == (
        "A foundation is at level 1 or below. It holds for: Question A-1."
    )
    assert working.steps[2].sum == (
        "Every foundation is at level 2 or above. Not yet: Question A-1; Question B-1."
    )
    assert {each.of for each in working.parts} == {"A", "B"}


def test_a_route_that_is_too_short_for_the_last_stage_says_so_in_its_rule():
    working = card_of([3, None, None, None, 3, None, None, None], route="short").stage_working
    assert working.steps[-1].sum.endswith("The chosen set does not ask every question.")
    assert working.parts == ()


def test_a_place_in_the_plan_shows_every_part_of_the_sort_key():
    questions = [
        small.question("A-1", foundation=True, importance=5, effort=1),
        small.question("A-2", importance=4, effort=3, needs=["A-1"]),
    ]
    bank = small.bank_of([small.domain("A", questions)])
    card = score(small.assessment_of(bank, {"A-1": 0, "A-2": 1}))
    steps = {each.name: each for each in card.priority_working(card.suggestions[1]).steps}
    assert [(name, each.value) for name, each in steps.items()] == [
        ("Safety stop", False),
        ("Foundation below level 3", False),
        ("Foundation not known", False),
        ("Steps that come first", 1),
        ("Gap times importance", 8),
        ("Views differ", False),
        ("Effort, 1 to 3", 3),
        ("Place in the bank", 2),
        ("Firm", True),
    ]
    assert steps["Steps that come first"].sum == "Question A-1"
    assert steps["Gap times importance"].sum == "gap 3 − 1; 2 × 4"


def test_the_steps_that_come_first_are_named_as_they_are_counted():
    """The result was the length of the chain, and only its last link was named."""
    questions = [
        small.question("A-1"),
        small.question("A-2", needs=["A-1"]),
        small.question("A-3"),
        small.question("A-4", needs=["A-3", "A-2"]),
    ]
    card = score(small.assessment_of(small.bank_of([small.domain("A", questions)]), {
        "A-1": 0, "A-2": 0, "A-3": 0, "A-4": 0,
    }))  # fmt: skip
    last = next(each for each in card.suggestions if each.indicator == "A-4")
    steps = {each.name: each for each in card.priority_working(last).steps}
    first = steps["Steps that come first"]
    assert first.value == 2
    assert first.sum == (
        "Question A-1, then Question A-2; needed too, but not counted, as another chain is not"
        " longer: Question A-3"
    )
    assert first.rule == "the longest chain of steps that have to come before it, counted"


def test_each_end_of_a_range_says_whose_it_is():
    """Rows of a spreadsheet that were sorted or filtered named no domain."""
    bank = small.two_domains()
    card = score(small.assessment_of(bank, {**small.everything(bank, 2), "A-1": None}))
    name = next(each.name for each in bank.domains if each.code == "A")
    ends = [part.title for part in card.working("A", "level_range").parts]
    assert ends == [f"Level of {name} with every unknown answer at {n}" for n in (0, 4)]


def test_rules_are_said_with_the_cut_offs_of_the_bank():
    limits = Thresholds(level_share="2/3", floor_step=0, shown_from="9/10")
    bank = small.two_domains().model_copy(update={"thresholds": limits})
    card = score(small.assessment_of(bank, small.everything(bank, 2)))
    assert card.working("A").rule == (
        "A domain is at the highest level that at least two thirds of its weight has"
        " reached, and is never above its lowest known answer. Every question counts"
        " once."
    )
    assert "From 90% a level is shown" in card.working("A", "coverage").rule


def test_the_workings_of_all_places_are_those_of_each_alone():
    card = card_of([0, 1, "not_sure", 3, 2, "rather_not_say", 0, 4])
    assert len(card.suggestions) > 4
    assert {each.role for each in card.suggestions} > {"open"}
    for each in card.suggestions:
        assert card.priority_working(each) == priority_working(card.suggestions, each)
