"""How long a million respondents take to become a count cube, beside plain numpy.

    python benchmarks/cube.py [--rounds N]

A million people of two hundred groups who answer sixty questions each: how many of each group chose
each level, once by polars, in which the cube is written and read (the optional extra `cube`), and
once by `numpy.bincount` over the same columns, the least that counting can take. Of five levels
four are counted, and the last is what is left. Both take turns; time is that of the processor, of
all threads. Both must give the same counts.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec

from measuring.alone import main
from measuring.measure import CannotMeasure, Outcome, beside

ROUNDS, PEOPLE = 15, 1_000_000
GROUPS, QUESTIONS, LEVELS = 200, 60, 5


def measure(rounds: int) -> Iterator[Outcome]:
    """Both, after it was seen that they count alike."""
    missing = [each for each in ("numpy", "polars") if find_spec(each) is None]
    if missing:
        raise CannotMeasure(f"{' and '.join(missing)} is not installed")
    import numpy as np  # noqa: PLC0415 - neither is a part of the program
    import polars as pl  # noqa: PLC0415

    chance = np.random.default_rng(1)
    group = chance.integers(0, GROUPS, PEOPLE, dtype=np.uint16)
    answers = {
        f"q{n}": chance.integers(0, LEVELS, PEOPLE, dtype=np.uint8) for n in range(QUESTIONS)
    }
    frame = pl.DataFrame({"group": group, **answers})
    wide, counted = np.uint16(LEVELS), range(LEVELS - 1)
    sums = [(pl.col(q) == level).sum().alias(f"{q} {level}") for q in answers for level in counted]

    def plain() -> object:
        return [
            np.bincount(group * wide + each, minlength=GROUPS * LEVELS).reshape(GROUPS, LEVELS)
            for each in answers.values()
        ]

    def cube() -> object:
        found = frame.lazy().group_by("group").agg(*sums, pl.len()).sort("group").collect()
        whole, tables = found["len"], []
        for q in answers:
            levels = [found[f"{q} {level}"] for level in counted]
            rest = whole - sum(levels[1:], start=levels[0])
            tables.append(np.stack([each.to_numpy() for each in (*levels, rest)], axis=1))
        return tables

    if not np.array_equal(plain(), cube()):
        raise ArithmeticError("The two do not count alike.")
    taken: dict[str, list[float]] = {"plain numpy": [], "cube": []}
    for _ in range(rounds):
        for name, work in (("plain numpy", plain), ("cube", cube)):
            begun = time.process_time()
            work()
            taken[name].append((time.process_time() - begun) * 1000)
    return beside("plain numpy", "ms", taken)


if __name__ == "__main__":
    said = f"{PEOPLE:,} people, {GROUPS} groups, {QUESTIONS} questions; processor time"
    sys.exit(main("cube", ROUNDS, measure, said))
