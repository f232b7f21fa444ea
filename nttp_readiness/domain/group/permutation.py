"""The permutation p of a gap between two groups, over every way to deal the answers out again.

Groups of the same sizes are dealt the same answers. How far one group is ahead is then a sum: each
of its answers counts with its level's middle rank among all. So what is left to deal on the last
two levels has a sum that grows by a fixed step, and its tails are read from a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from math import comb

NEGLIGIBLE = 1e-22
"""Hands that are rarer than this are left out: of 1,000 people all of them together weigh less than
1e-15. A p that is smaller still is no more than very small."""


def exact_p(x: Sequence[int], y: Sequence[int]) -> float:
    """The chance that such a deal lies at least as far from the middle as x and y do.

    Counts are given from the lowest level to the highest.
    """
    levels = [(a, a + b) for a, b in zip(x, y, strict=True) if a + b]
    m, everybody = sum(x), sum(x) + sum(y)
    together = [both for _, both in levels]
    # Twice the middle rank, counted from 0 below the lowest: whole numbers.
    ranks = [2 * below + both for below, both in zip(_before(together), together, strict=True)]
    found = sum(a * rank for (a, _), rank in zip(levels, ranks, strict=True))
    far = abs(found - m * everybody)  # as many pairs won as lost lies in the middle
    if not far:
        return 1.0
    return _Hands(together, ranks, m * everybody - far, m * everybody + far).tails(0, m, 0, 1.0)


class _Hands:
    """Every hand of one group, whose sum lies at `low` or below, or at `high` or above."""

    def __init__(self, together: list[int], ranks: list[int], low: int, high: int) -> None:
        self._together, self._ranks, self._low, self._high = together, ranks, low, high
        self._last = len(together) - 2
        self._step = ranks[-1] - ranks[-2]
        self._chances = cache(self._count)
        self._ends = cache(self._count_ends)

    def tails(self, level: int, left: int, at: int, chance: float) -> float:
        """How much of this chance lies so far out, with `left` answers still to deal from here."""
        if level == self._last:
            upto, beyond = self._ends(left)
            at += left * self._ranks[level]
            low = min(max((self._low - at) // self._step + 1, 0), len(upto) - 1)
            high = min(max(-((at - self._high) // self._step), 0), len(upto) - 1)
            return chance * (upto[low] + beyond[high])
        found = 0.0
        for dealt, part in self._chances(level, left):
            if (both := chance * part) > NEGLIGIBLE:
                found += self.tails(level + 1, left - dealt, at + dealt * self._ranks[level], both)
        return found

    def _count(self, level: int, left: int) -> list[tuple[int, float]]:
        """How many of a level's answers may be dealt, with the chance of each."""
        here, after = self._together[level], sum(self._together[level + 1 :])
        ways = comb(here + after, left)
        return [
            (dealt, comb(here, dealt) * comb(after, left - dealt) / ways)
            for dealt in range(max(0, left - after), min(here, left) + 1)
        ]

    def _count_ends(self, left: int) -> tuple[list[float], list[float]]:
        """For each n: the chance of fewer than n answers of the highest level, and of n or more."""
        below, above = self._together[-2:]
        ways = comb(below + above, left)
        chances = [comb(above, n) * comb(below, left - n) / ways for n in range(left + 1)]
        upto = [0.0, *accumulate(chances)]
        beyond = [*reversed([*accumulate(reversed(chances))]), 0.0]
        return upto, beyond


def _before(counts: Sequence[int]) -> list[int]:
    """The sum of all counts before each."""
    return [0, *accumulate(counts)][:-1]
