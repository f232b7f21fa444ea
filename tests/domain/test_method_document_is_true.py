"""The worked figures in docs/method.md are what the code gives."""

from fractions import Fraction
from pathlib import Path

import pytest

from nttp_readiness.domain.scorecard import score
from nttp_readiness.domain.scoring import Input, score_inputs
from nttp_readiness.presentation.working_words import domain_working_words
from tests.domain import small_bank as small

METHOD = " ".join(
    (Path(__file__).parents[2] / "docs" / "method.md").read_text(encoding="utf-8").split()
)


def scored(*choices):
    return score_inputs("D", [Input(f"Q-{n}", each, 1) for n, each in enumerate(choices)])


def test_the_worked_example_with_its_table():
    choices = (2, 3, 2, 1, 2, "not_sure")
    bank = small.bank_of([small.domain("A", [small.question(f"A-{n}") for n in range(6)])])
    card = score(small.assessment_of(bank, dict(zip(bank.by_id, choices, strict=True))))
    for row in domain_working_words(card, "A").level_rows:
        level = row.name.split(",")[0].lower()
        assert f"| {level} | {row.known} | {row.at_zero} | {row.at_four} |" in METHOD
    found = card.by_code["A"]
    assert (found.level, found.level_low, found.level_high) == (2, 1, 2)
    assert "level 2, could be 1 to 2" in METHOD
    assert (found.index, found.low, found.high) == (50, Fraction(125, 3), Fraction(175, 3))
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
