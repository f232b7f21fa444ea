"""How far two groups lie apart: Cliff's delta with an interval, and what it allows to be said.

The unit is a person. One question is only described; a domain is compared through the mean of its
questions' deltas, with people counted once, so that no person's answers to two questions ever have
to be kept together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import ceil, sqrt
from typing import Literal

from nttp_readiness.domain.group.agreement import share_from
from nttp_readiness.domain.group.permutation import exact_p

Verdict = Literal["clear", "possible", "none"]
Pair = tuple[Sequence[int], Sequence[int]]

POSSIBLE_FROM = Fraction(33, 100)
CLEAR_SHARE = Fraction(20, 100)
_Z = 1.9599639845400536
"""Of 95 %: `statistics.NormalDist().inv_cdf(0.975)`, which takes ten milliseconds to load."""
_HALVINGS = 60


@dataclass(frozen=True)
class GroupGap:
    """Two groups' counts of one question, lowest level first; each needs one answer or more.

    `delta` is Cliff's: the share of all pairs in which x is higher, less that in which y is.
    """

    x: tuple[int, ...]
    y: tuple[int, ...]

    @cached_property
    def delta(self) -> Fraction:
        pairs = sum(self.x) * sum(self.y)
        higher = sum(n * sum(self.y[:level]) for level, n in enumerate(self.x))
        lower = sum(n * sum(self.y[level + 1 :]) for level, n in enumerate(self.x))
        return Fraction(higher - lower, pairs)

    @cached_property
    def _limits(self) -> tuple[float, float]:
        return interval(self.delta, sum(self.x), sum(self.y))

    @property
    def low(self) -> float:
        """Lower end of the 95 % interval of delta."""
        return self._limits[0]

    @property
    def high(self) -> float:
        """Upper end of the 95 % interval of delta."""
        return self._limits[1]

    @cached_property
    def exact_p(self) -> float:
        """Two-sided permutation p, exact: the chance of a delta at least as far from 0."""
        return exact_p(self.x, self.y)

    @property
    def smallest(self) -> Fraction | None:
        """The smallest delta that would have been clear of 0 here; None where none could be."""
        return smallest_gap(sum(self.x), sum(self.y))


@dataclass(frozen=True, slots=True)
class DomainGap:
    """Two groups compared over a domain. `people` are the fewest who answered any question of it.

    `share_x` and `share_y` are the mean shares at or above the target.
    """

    delta: Fraction
    low: float
    high: float
    share_x: Fraction
    share_y: Fraction
    people: tuple[int, int]
    questions: int

    @property
    def smallest(self) -> Fraction | None:
        return smallest_gap(*self.people)

    @property
    def verdict(self) -> Verdict:
        """Clear: the interval excludes 0, and shares differ by 20 points. Possible: delta 0.33."""
        apart = abs(self.share_x - self.share_y) >= CLEAR_SHARE
        if apart and (self.low > 0 or self.high < 0):
            return "clear"
        return "possible" if abs(self.delta) >= POSSIBLE_FROM else "none"


def group_gap(x_counts: Sequence[int], y_counts: Sequence[int]) -> GroupGap:
    """The gap of one question between two groups. ValueError where one of them has no answers."""
    if len(x_counts) != len(y_counts) or min(sum(x_counts), sum(y_counts)) < 1:
        raise ValueError("a gap needs answers on the same levels from both groups")
    return GroupGap(tuple(x_counts), tuple(y_counts))


def domain_gap(questions: Sequence[Pair], target: int) -> DomainGap:
    """The gap over the questions of a domain: the mean of their deltas.

    Its interval is that of a single question answered by as many people as the least answered one
    has. A mean varies no more than its parts, so the interval is rather too wide than too narrow.
    """
    gaps = [group_gap(*pair) for pair in questions]
    people = min(sum(each.x) for each in gaps), min(sum(each.y) for each in gaps)
    delta = sum((each.delta for each in gaps), Fraction(0)) / len(gaps)
    low, high = interval(delta, *people)
    return DomainGap(
        delta=delta,
        low=low,
        high=high,
        share_x=sum((share_from(each.x, target) for each in gaps), Fraction(0)) / len(gaps),
        share_y=sum((share_from(each.y, target) for each in gaps), Fraction(0)) / len(gaps),
        people=people,
        questions=len(gaps),
    )


def interval(delta: Fraction, m: int, n: int) -> tuple[float, float]:
    """Newcombe's (2006) method 5 for delta: 95 % limits for groups of m and n people.

    With theta = (delta + 1) / 2 and N* = (m + n) / 2 - 1 the limits t solve
    |t - theta| = z sqrt(t (1 - t) [1 + N* ((1 - t) / (2 - t) + t / (1 + t))] / (m n)).
    """
    theta = (float(delta) + 1) / 2

    def outside(t: float) -> bool:
        return abs(t - theta) > _Z * sqrt(_variance(t, m, n))

    low = 0.0 if not outside(0.0) else _edge(0.0, theta, outside)
    high = 1.0 if not outside(1.0) else _edge(1.0, theta, outside)
    return 2 * low - 1, 2 * high - 1


def smallest_gap(m: int, n: int) -> Fraction | None:
    """The smallest delta whose interval excludes 0 in groups of m and n; None where even 1 fails.

    The interval excludes 0 as soon as t = 1/2 lies outside it.
    """
    if not m or not n:
        return None
    needed = 2 * _Z * sqrt(_variance(0.5, m, n))
    found = Fraction(ceil(needed * m * n), m * n)
    return found if found <= 1 else None


def _variance(t: float, m: int, n: int) -> float:
    beyond = (m + n) / 2 - 1
    return t * (1 - t) * (1 + beyond * ((1 - t) / (2 - t) + t / (1 + t))) / (m * n)


def _edge(out: float, within: float, outside: Callable[[float], bool]) -> float:
    """Where `outside` changes between the two, by halving."""
    for _ in range(_HALVINGS):
        middle = (out + within) / 2
        out, within = (middle, within) if outside(middle) else (out, middle)
    return within
