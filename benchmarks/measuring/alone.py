"""One benchmark by itself: what each module of the folder does when it is started."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from . import budget, record, tables
from .measure import CannotMeasure, Outcome

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "assets" / "samples" / "council-service.readiness"
CANNOT = 3
"""The status of a benchmark that cannot be measured on this machine."""


def main(name: str, rounds: int, measure: Callable[[int], Iterable[Outcome]], heading: str) -> int:
    """Print the table; 1 where a budget was not kept or something was not measured.

    `--rounds N` takes no more than N; `--into FILE` hands the outcomes to who started it.
    """
    reads = argparse.ArgumentParser(prog=f"benchmarks/{name}.py", description=heading)
    reads.add_argument("--rounds", type=int, default=rounds)
    reads.add_argument("--into", type=Path)
    given = reads.parse_args()
    taken = max(1, min(rounds, given.rounds) if given.into else given.rounds)
    limits = budget.load()
    try:
        outcomes = tuple(measure(taken))
    except CannotMeasure as reason:
        print(f"Not measured: {reason}")
        if given.into is not None:
            given.into.write_text(str(reason), encoding="utf-8")
        return CANNOT
    if given.into is not None:
        given.into.write_text(record.outcomes_to_json(outcomes), encoding="utf-8")
    print(f"{heading}; {taken} rounds in turns")
    print("\n".join(tables.table(name, outcomes, limits)), flush=True)
    run = record.Run("", "", {}, (record.Result(name, outcomes),))
    return tables.status(run.lines(limits))


def offscreen(script: str, *given: str, patience: float = 180.0) -> str:
    """The last line that a script prints, in a process and a home of its own, without a screen."""
    with tempfile.TemporaryDirectory(prefix="readiness-bench-") as home:
        here = {
            **os.environ, "QT_QPA_PLATFORM": "offscreen", "NTTP_READINESS_HOME": home,
            "PYTHONPATH": str(ROOT),
        }  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-c", script, *given],
            env=here, stdout=subprocess.PIPE, text=True, check=True, timeout=patience,
        )  # fmt: skip
    return done.stdout.splitlines()[-1]
