"""How long the frozen program for Windows takes to start under Wine, beside a bare frozen window.

    python3 run.py bench windows

What `python3 run.py windows start` measures, in the run of all. Wine, Windows Python and the built
program are fetched and made where they are not there yet, once for each commit; where that cannot
be, nothing is measured and the reason is told.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from measuring.alone import main
from measuring.measure import CannotMeasure, Outcome
from measuring.virtual_screen import missing

from tools.windows import starting
from tools.windows.places import SetUpError, say

ROUNDS = 9


def measure(rounds: int) -> Iterator[Outcome]:
    """The start of the program, and of a bare window with one line of text."""
    lacking = missing()
    if lacking:
        raise CannotMeasure(f"{' and '.join(lacking)} is not installed")
    try:
        yield from starting.measured(rounds, starting.program())
    except SetUpError as problem:
        say(problem)
        raise CannotMeasure("the program for Windows could not be made or started here") from None


if __name__ == "__main__":
    said = "Frozen, under Wine, which is not Windows: until the window is drawn"
    sys.exit(main("windows", ROUNDS, measure, said))
