"""There is one way to round, and it is the same for scores, groups and decimals."""

import re
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nttp_readiness.domain.rounding import half_up, in_decimals

PACKAGE = Path(__file__).resolve().parents[3] / "nttp_readiness"


@pytest.mark.parametrize(
    ("figure", "shown"),
    [("0", 0), ("1/2", 1), ("3/2", 2), ("5/2", 3), ("49/100", 0), ("-1/2", -1), ("-5/2", -3)],
)
def test_a_half_goes_up_and_below_nought_down(figure, shown):
    assert half_up(Fraction(figure)) == shown


@pytest.mark.parametrize(("figure", "shown"), [("37", 35), ("75/2", 40), ("42", 40), ("43", 45)])
def test_a_step_rounds_to_its_multiples(figure, shown):
    assert half_up(Fraction(figure), 5) == shown


@pytest.mark.parametrize(
    ("figure", "places", "shown"),
    [("1/8", 2, "0.13"), ("-1/8", 2, "-0.13"), ("1/3", 3, "0.333"), ("12", 1, "12.0")],
)
def test_decimals_are_exact_where_a_float_would_round_to_even(figure, places, shown):
    assert in_decimals(Fraction(figure), places) == shown


@given(st.fractions(), st.integers(1, 10))
def test_what_is_shown_is_at_most_half_a_step_away(figure, step):
    shown = half_up(figure, step)
    assert shown % step == 0
    assert abs(shown - figure) * 2 <= step


def test_no_other_code_of_the_pure_layers_rounds_a_fraction():
    """A rounding of one's own would be a figure that is worked out twice."""
    own = re.compile(r"2 \* \w+ \+ 1\) // 2|Fraction\(1, 2\)\)|:\.\df\}")
    found = [
        f"{path.name}: {line.strip()}"
        for layer in ("domain", "presentation")
        for path in sorted((PACKAGE / layer).rglob("*.py"))
        if path.name != "rounding.py"
        for line in path.read_text(encoding="utf-8").splitlines()
        if own.search(line)
    ]
    assert found == []
