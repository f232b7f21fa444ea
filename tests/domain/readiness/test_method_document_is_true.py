"""The worked figures in docs/method.md are what the code gives."""

from fractions import Fraction
from pathlib import Path

import pytest

from nttp_readiness.domain.answers.answer import Choice
from nttp_readiness.domain.answers.assessment import StageView
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.readiness.scoring import Input, score_inputs
from nttp_readiness.domain.rounding import in_decimals
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.readiness.standing_words import our_view
from nttp_readiness.presentation.readiness.working_words import domain_working_words
from tests.domain import small_bank as small

METHOD = " ".join(
    (Path(__file__).parents[3] / "docs" / "method.md").read_text(encoding="utf-8").split()
)


def scored(*choices):
    return score_inputs("D", [Input(f"Q-{n}", each, 1) for n, each in enumerate(choices)])


def test_the_worked_example_with_its_table():
    choices: tuple[Choice, ...] = (2, 3, 2, 1, 2, "not_sure")
    bank = small.bank_of([small.domain("A", [small.question(f"A-{n}") for n in range(6)])])
    card = score(small.assessment_of(bank, dict(zip(bank.by_id, choices, strict=True))))
    for row in domain_working_words(card, "A").level_rows:
        level = row.name.split(",")[0].lower()
        assert f"| {level} | {row.known} | {row.at_zero} | {row.at_four} |" in METHOD
    found = card.by_code["A"]
    assert (found.level, found.level_low, found.level_high) == (2, 1, 2)
    assert "level 2, could be 1 to 2" in METHOD
    assert found.index == 50
    assert (found.low, found.high) == (Fraction(125, 3), Fraction(175, 3))
    assert "= 41.7 (42) and 100 × 14 ÷ 24 = 58.3 (58)" in METHOD


@pytest.mark.parametrize(
    ("choices", "level", "index", "said"),
    [
        ((4, 4, 4, 0), 1, 75, "[4, 4, 4, 0] has an index of 75"),
        ((2, 3, 2, 2, 2, 1), 2, 50, "Six questions at 2, 3, 2, 2, 2 and 1"),
        ((2, 3, 2, 2, 2, 0), 1, Fraction(275, 6), "cumulative gives 0 and ours 1"),
        ((4, 4, 0, 0), 0, 50, "index 50, and level 0"),
    ],
)
def test_each_small_example(choices, level, index, said):
    found = scored(*choices)
    assert (found.level, found.index) == (level, index)
    assert said in METHOD


def test_eleven_strong_foundations_and_one_that_is_not():
    keys = [f"A-{n}" for n in range(12)]
    bank = small.bank_of([small.domain("A", [small.question(k, foundation=True) for k in keys])])
    card = score(small.assessment_of(bank, {**dict.fromkeys(keys, 4), "A-5": 1}))
    assert card.readiness.stage.name == "Build foundations first"
    assert card.readiness.held_by == ("A-5",)
    assert round(card.domains[0].index) == 94
    assert "the index would be 94" in METHOD


def test_the_sums_of_the_other_methods_are_right():
    legs = (Fraction(9, 10), Fraction(9, 10), Fraction(1, 10))
    assert in_decimals(legs[0] * legs[1] * legs[2], 3) == "0.081"
    assert in_decimals(sum(legs, Fraction(0)) / 3, 2) == "0.63"
    assert "the product is 0.081, the mean 0.63" in METHOD
    one_stream, half_finished = Fraction(3 + 0, 2), Fraction(3, 2)
    assert one_stream == half_finished
    assert "the practice scores 1.5 of 3, exactly as two half-finished streams do" in METHOD
    assert [min(each) for each in ((2, 3, 2, 2, 2, 1), (2, 3, 2, 2, 2, 0))] == [1, 0]
    assert "A strictly cumulative reading gives level 1" in METHOD


def test_an_override_keeps_the_computed_stage_theirs_and_the_reason():
    keys = [f"A-{n}" for n in range(12)]
    bank = small.bank_of([small.domain("A", [small.question(k, foundation=True) for k in keys])])
    made = small.assessment_of(bank, {**dict.fromkeys(keys, 3), "A-5": 1})
    card = score(made)
    assert card.readiness.stage.name == "Build foundations first"
    reason = "the post was filled on Monday"
    view = StageView(stage="start_small", computed="build", reason=reason, on=small.TODAY)
    after = score(edits.set_stage_view(made, view))
    assert after.readiness == card.readiness
    said = our_view(after)
    assert "“Ready to start small”" in said.sentence
    assert said.computed == "The answers give “Build foundations first”."
    assert said.reason == reason
    for each in (reason, "eleven foundations at 3 and one at 1", "*Ready to start small*"):
        assert each in METHOD
