"""The table of the long proofs: each row a fault, with the control that shows it can be seen."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAD = ("fault", "tried", "lost", "unreadable", "left behind", "control lost")
ROWS = pytest.StashKey[list]()


@dataclass(frozen=True)
class Row:
    """What came of one kind of fault.

    `lost`: work that was said to be saved and is not there, or another content without a word.
    `unreadable`: a file that does not open, or a loader that ended otherwise than with a sentence,
    or beyond its time or memory. `left`: files that a failed save left behind. `control`: what a
    careless program lost in the same trial, which must be more than nothing.
    """

    fault: str
    tried: int
    lost: int
    unreadable: int
    left: int
    control: int

    @property
    def holds(self) -> bool:
        nothing = self.lost == self.unreadable == self.left == 0
        return nothing and self.tried > 0 and self.control > 0


@pytest.fixture
def prove(request):
    """Puts a row into the table, and holds it to what it must be."""

    def put(row: Row) -> None:
        request.config.stash.setdefault(ROWS, []).append(row)
        assert row.holds, row

    return put


@pytest.fixture
def run_script():
    """Runs Python on this project's sources and gives what it printed."""

    def run(script, *arguments, timeout=1500, home=None):
        env = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
        if home is not None:
            env["NTTP_READINESS_HOME"] = str(home)
        command = [sys.executable, str(script), *map(str, arguments)]
        done = subprocess.run(
            command, env=env, capture_output=True, text=True, timeout=timeout, check=False
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout

    return run


def pytest_terminal_summary(terminalreporter, config):
    rows = config.stash.get(ROWS, [])
    if not rows:
        return
    lines: list[tuple[str, ...]] = [HEAD]
    lines += [
        tuple(map(str, (r.fault, r.tried, r.lost, r.unreadable, r.left, r.control))) for r in rows
    ]
    widths = [max(len(line[n]) for line in lines) for n in range(len(HEAD))]
    terminalreporter.section("proofs")
    for line in lines:
        first, *rest = line
        cells = (cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))
        terminalreporter.write_line("  ".join((first.ljust(widths[0]), *cells)))
    terminalreporter.write_line("")
    held = all(row.holds for row in rows)
    terminalreporter.write_line(
        "Nothing lost, and every control lost something." if held else "NOT every row holds."
    )
