"""The gap between two groups: reference values, what it may claim, and what it could have shown."""

import json
from fractions import Fraction
from itertools import combinations, product
from math import comb, prod
from pathlib import Path
from statistics import NormalDist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nttp_readiness.domain.group import group_gap as module
from nttp_readiness.domain.group.group_gap import domain_gap, group_gap, interval, smallest_gap

VECTORS = json.loads(
    (Path(__file__).parents[1] / "data" / "group-gap-vectors.json").read_text("utf-8")
)["vectors"]
FIVE = st.lists(st.integers(0, 6), min_size=5, max_size=5).filter(any)


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["id"])
def test_every_figure_of_a_vector_is_met(case):
    found = group_gap(case["x"], case["y"])
    assert float(found.delta) == pytest.approx(case["delta"], abs=1e-6)
    assert (found.low, found.high) == pytest.approx(tuple(case["ci95"]), abs=1e-6)
    assert found.exact_p == pytest.approx(case["exact_p"], abs=1e-6)


@given(FIVE, FIVE)
def test_the_gap_the_other_way_round_is_the_same_one(x, y):
    there, back = group_gap(x, y), group_gap(y, x)
    assert there.delta == -back.delta
    assert (there.low, there.high) == pytest.approx((-back.high, -back.low), abs=1e-9)
    assert there.exact_p == pytest.approx(back.exact_p)
    assert there.low <= there.delta <= there.high


@given(st.lists(st.integers(0, 4), min_size=1, max_size=4),
       st.lists(st.integers(0, 4), min_size=1, max_size=4))  # fmt: skip
@settings(max_examples=60)
def test_the_exact_p_is_that_of_dealing_out_every_hand(x, y):
    def delta(one, other):
        return sum((a > b) - (a < b) for a in one for b in other)

    everyone, hands = x + y, []
    for hand in combinations(range(len(everyone)), len(x)):
        mine = [everyone[n] for n in hand]
        rest = [everyone[n] for n in range(len(everyone)) if n not in hand]
        hands.append(abs(delta(mine, rest)) >= abs(delta(x, y)))
    counts = [[side.count(level) for level in range(5)] for side in (x, y)]
    assert group_gap(*counts).exact_p == pytest.approx(sum(hands) / len(hands))


def p_by_every_table(x, y):
    """The same from its definition: each way to share out the levels' totals, as fractions."""
    together = [a + b for a, b in zip(x, y, strict=True)]
    apart = abs(group_gap(x, y).delta)
    far = 0
    for hand in product(*(range(each + 1) for each in together)):
        if sum(hand) == sum(x):
            rest = [both - n for both, n in zip(together, hand, strict=True)]
            if abs(group_gap(hand, rest).delta) >= apart:
                far += prod(map(comb, together, hand))
    return Fraction(far, comb(sum(together), sum(x)))


@pytest.mark.parametrize(
    ("x", "y"),
    [((2, 3, 1, 4, 2), (4, 3, 2, 1, 0)), ((5, 0, 0, 0, 6), (1, 0, 7, 0, 2)), ((0, 9, 0), (0, 4, 3)),
     ((3, 3, 3, 3), (0, 3, 3, 6)), ((7,), (4,)), ((1, 0, 1, 2, 1, 1), (2, 1, 0, 0, 1, 0)),
     ((12, 0), (0, 12))],
)  # fmt: skip
def test_the_exact_p_is_the_one_of_its_definition(x, y):
    assert group_gap(x, y).exact_p == pytest.approx(float(p_by_every_table(x, y)), rel=1e-12)


def test_groups_of_hundreds_have_an_exact_p_as_well():
    x, y = (30, 60, 80, 50, 30), (20, 50, 90, 60, 30)
    found = group_gap(x, y).exact_p
    # Turned round, other hands are dealt first and others are left out as negligible.
    assert found == pytest.approx(group_gap(x[::-1], y[::-1]).exact_p, rel=1e-12)
    assert found == pytest.approx(0.110, abs=0.001)
    two_levels = group_gap((300, 200), (270, 230)).exact_p
    ways = [comb(570, n) * comb(430, 500 - n) for n in range(501)]
    tails = sum(ways[n] for n in range(501) if abs(n - 285) >= 15)
    assert two_levels == pytest.approx(float(Fraction(tails, sum(ways))), rel=1e-12)


@given(st.integers(1, 60), st.integers(1, 60))
def test_the_smallest_gap_is_the_first_whose_interval_excludes_zero(m, n):
    found = smallest_gap(m, n)
    if found is None:
        assert interval(Fraction(1), m, n)[0] <= 0
        return
    assert interval(found, m, n)[0] > -1e-9
    step = Fraction(1, m * n)
    assert interval(found - step, m, n)[0] <= 1e-9


def test_two_groups_of_two_could_not_have_shown_any_gap():
    assert smallest_gap(2, 2) is None
    assert smallest_gap(12, 24) == Fraction(117, 288)


def test_a_domain_is_compared_by_people_and_not_by_people_times_questions():
    pair = ((0, 1, 2, 3, 2), (4, 6, 6, 3, 1))
    once, six_times = domain_gap([pair], 3), domain_gap([pair] * 6, 3)
    assert (once.low, once.high) == (six_times.low, six_times.high)
    assert once.people == six_times.people == (8, 20)


def test_the_fewest_answers_of_a_domain_decide_how_sure_it_is():
    many, few = ((0, 0, 0, 9, 3), (3, 9, 0, 0, 0)), ((0, 0, 0, 3, 1), (2, 3, 0, 0, 0))
    assert domain_gap([many, few], 3).people == (4, 5)


@pytest.mark.parametrize(
    ("x", "y", "verdict"),
    [
        ((0, 0, 2, 7, 3), (7, 9, 6, 2, 0), "clear"),
        ((0, 0, 12, 0, 0), (12, 12, 0, 0, 0), "possible"),  # apart, but both below the target
        ((0, 1, 1, 3, 0), (1, 2, 1, 1, 0), "possible"),  # apart, and too few to be sure
        ((2, 2, 2, 2, 2), (3, 3, 3, 3, 3), "none"),
    ],
)
def test_a_clear_gap_needs_an_interval_without_zero_and_twenty_points(x, y, verdict):
    assert domain_gap([(x, y)], 3).verdict == verdict
    assert domain_gap([(y, x)], 3).verdict == verdict


def test_a_group_without_answers_has_no_gap():
    with pytest.raises(ValueError, match="both groups"):
        group_gap((0,) * 5, (1, 0, 0, 0, 0))


def test_the_limits_are_those_of_ninety_five_per_cent():
    assert NormalDist().inv_cdf(0.975) == module._Z
