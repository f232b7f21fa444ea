"""Writes nttp_readiness/domain/group/agreement_table.py again: when one may say that people agree.

For each number of people it goes through every way in which they can spread over five levels,
with its exact chance when each answers at random, and notes the point that agreement stays at or
below in at least 95 of 100 cases. It takes about two minutes; run it from the project's folder:
`python3 assets/tables/make_agreement_table.py`.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import permutations
from math import factorial, prod
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from nttp_readiness.domain.group import agreement  # noqa: E402 - the package lies two folders up

LEVELS = 5
FEWEST, MOST = 5, 60
TABLE = ROOT / "nttp_readiness" / "domain" / "agreement_table.py"
HEAD = '''"""The 95 % point of agreement under random answering.

Levels, then people, then the point as numerator and denominator. Written by
assets/tables/make_agreement_table.py.
"""

from __future__ import annotations

POINTS_95: dict[int, dict[int, tuple[int, int]]] = {
'''


def point_95(people: int, levels: int = LEVELS) -> Fraction:
    """The least value that agreement stays at or below in at least 95 of 100 random cases."""
    chances = distribution(people, levels)
    needed, passed = 95 * levels**people, 0
    for value in sorted(chances):
        passed += chances[value]
        if 100 * passed >= needed:
            return value
    raise AssertionError("the chances do not add up")


def distribution(people: int, levels: int = LEVELS) -> Counter[Fraction]:
    """Every value of agreement with the number of ways, out of levels ** people, to get it.

    The counts in order of size fix the layers' sizes, so that only the orders of the levels have
    to be told apart.
    """
    found: Counter[Fraction] = Counter()
    for sizes in _partitions(people, levels, people):
        ways = factorial(people) // prod(factorial(size) for size in sizes)
        layers = [
            (sizes[n] - (sizes[n + 1] if n + 1 < levels else 0)) * (n + 1) for n in range(levels)
        ]
        for scores, same in _orders(tuple(sizes)).items():
            value = sum((layer * score for layer, score in zip(layers, scores, strict=True)),
                        Fraction(0))  # fmt: skip
            found[value / people] += ways * same
    return found


def _partitions(people: int, parts: int, largest: int) -> Iterator[tuple[int, ...]]:
    """Ways to write a number as that many parts, largest first, zeros allowed."""
    if parts == 1:
        yield (people,)
        return
    for first in range(min(people, largest), -(-people // parts) - 1, -1):
        for rest in _partitions(people - first, parts - 1, first):
            yield (first, *rest)


def _orders(sizes: tuple[int, ...]) -> Counter[tuple[Fraction, ...]]:
    """The scores of the layers for each different order of these sizes over the levels."""
    repeated = prod(factorial(count) for count in Counter(sizes).values())
    orders = _all_orders(len(sizes))
    return Counter({scores: count // repeated for scores, count in _merged(orders, sizes).items()})


def _merged(
    orders: tuple[tuple[Fraction, ...], ...], sizes: tuple[int, ...]
) -> Counter[tuple[Fraction, ...]]:
    """Layers of no height count for nothing, so that equal sizes do not tell orders apart."""
    counts = len(sizes)
    real = [sizes[n] > (sizes[n + 1] if n + 1 < counts else 0) for n in range(counts)]
    return Counter(
        tuple(score if there else Fraction(0) for score, there in zip(scores, real, strict=True))
        for scores in orders
    )


@cache
def _all_orders(levels: int) -> tuple[tuple[Fraction, ...], ...]:
    """For each order of the levels by size, the score of the layer of the n + 1 largest."""
    return tuple(
        tuple(
            agreement.pattern_agreement(tuple(level in order[: n + 1] for level in range(levels)))
            for n in range(levels)
        )
        for order in permutations(range(levels))
    )


def main() -> None:
    """Write the table."""
    lines = [f"    {LEVELS}: {{"]
    for people in range(FEWEST, MOST + 1):
        point = point_95(people)
        lines.append(f"        {people}: ({point.numerator}, {point.denominator}),")
    TABLE.write_text(HEAD + "\n".join([*lines, "    },", "}", ""]), "utf-8")


if __name__ == "__main__":
    main()
