"""How long a million respondents take to become a count cube, beside plain numpy.

    python benchmarks/cube.py

A million people of two hundred groups who answer sixty questions each: how many of each group chose
each level, once by polars, in which the cube is written and read (the optional extra `cube`), and
once by `numpy.bincount` over the same columns, the least that counting can take. Of five levels
four are counted, and the last is what is left. Both take turns; time is that of the processor, of
all threads. Each line gives the smallest, middle and largest of the rounds in milliseconds, and the
middle over that of numpy. Both must give the same counts.
"""

from __future__ import annotations

import statistics
import sys
import time
from importlib.util import find_spec

from measuring.budget import Budget

ROUNDS, PEOPLE = 5, 1_000_000
GROUPS, QUESTIONS, LEVELS = 200, 60, 5


def main() -> int:
    """Print the table; 1 where the budget was not kept or both do not count alike."""
    missing = [each for each in ("numpy", "polars") if find_spec(each) is None]
    if missing:
        print(f"Not measured: {', '.join(missing)} is not installed.")
        return 0
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
        print("The two do not count alike.")
        return 1
    taken: dict[str, list[float]] = {"plain numpy": [], "cube": []}
    for _ in range(ROUNDS):
        for name, work in (("plain numpy", plain), ("cube", cube)):
            begun = time.process_time()
            work()
            taken[name].append((time.process_time() - begun) * 1000)
    budget, peer = Budget.load(), statistics.median(taken["plain numpy"])
    print(f"{PEOPLE:,} people, {GROUPS} groups, {QUESTIONS} questions, {ROUNDS} rounds in turns")
    print(f"{'milliseconds of the processor':<34}{'min':>8}{'median':>8}{'max':>8}   over numpy")
    for name, times in taken.items():
        middle = statistics.median(times)
        print(
            f"{name:<34}{min(times):8.1f}{middle:8.1f}{max(times):8.1f}   {middle / peer:6.2f}   ",
            budget.say("cube", name, middle / peer),
        )
    return budget.status()


if __name__ == "__main__":
    sys.exit(main())
