"""How long the first second is, as people see it, beside a bare window of the same Python.

    python benchmarks/start.py [--rounds N]

Each program is started on a screen of its own with a window manager, and the picture of the screen
is read until the window is drawn: until 95 % of it is what stands there when nothing moves any
more. The bare window is a QMainWindow of the same size with nothing in it. All take turns. A ratio
is of ours over the bare window of the same round. Beside the seconds that passed stand those that
all threads used of the processors until then, which a busy machine disturbs less. *Key* is the time
from the start until Tab, pressed as soon as the page is drawn, has moved what is marked.

Without compiled files means ours alone: Python's and Qt's are made when they are installed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from measuring.alone import ROOT, SAMPLE, main
from measuring.measure import CannotMeasure, Outcome, beside
from measuring.virtual_screen import Picture, Screen, missing, processor_seconds, screen

ROUNDS, PATIENCE = 21, 30.0
BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1100, 680)
window.show()
sys.exit(app.exec())
"""


@dataclass(frozen=True)
class Program:
    """What is started, and what the screen shows when it is drawn."""

    name: str
    command: tuple[str, ...]
    fresh: bool = False
    """With a copy of the package that was never compiled."""
    key: bool = False
    drawn: Picture | None = None


@dataclass(frozen=True)
class Time:
    """Seconds from the start of the process."""

    passed: float
    processor: float
    key: float = 0.0


def programs(scratch: Path) -> tuple[Program, ...]:
    """The bare window first, then ours in each way in which it can be started."""
    document = scratch / "documents" / "document.readiness"
    ours = (sys.executable, "-m", "nttp_readiness")
    return (
        Program("bare window", (sys.executable, "-c", BARE)),
        Program("start page", ours, key=True),
        Program("document", (*ours, str(document))),
        Program("start page, not compiled", ours, fresh=True),
    )


def start(program: Program, shown: Screen, scratch: Path) -> Time:
    """Start it, wait until it is drawn and end it."""
    with _running(program, shown, scratch) as (process, begun):
        if program.drawn is None or not shown.await_picture(program.drawn, begun + PATIENCE):
            raise TimeoutError(program.name)
        passed, used = time.perf_counter() - begun, processor_seconds(process.pid)
        key = 0.0
        if program.key:
            before = shown.rows()
            shown.press("Tab")
            if not shown.await_change(before, begun + PATIENCE):
                raise TimeoutError(f"{program.name}, key")
            key = time.perf_counter() - begun
    return Time(passed, used, key)


def seen(program: Program, shown: Screen, scratch: Path) -> Picture:
    """What the screen shows when it is drawn and nothing moves any more."""
    with _running(program, shown, scratch) as (_, begun):
        while shown.rows() == shown.empty and time.perf_counter() < begun + PATIENCE:
            time.sleep(0.05)
        return Picture.of(shown.at_rest(2.5, begun + PATIENCE), shown.empty)


class _running:  # noqa: N801 - used as a function is, in a with statement
    """A program that runs in a home of its own, as at its very first start."""

    def __init__(self, program: Program, shown: Screen, scratch: Path) -> None:
        self._program, self._shown, self._scratch = program, shown, scratch

    def __enter__(self) -> tuple[subprocess.Popen[bytes], float]:
        self._shown.await_empty()
        home, source = self._scratch / "home", ROOT
        for folder in (home, self._scratch / "documents"):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
        # A new one each time: who was ended before seems to have it open still.
        shutil.copyfile(SAMPLE, self._scratch / "documents" / "document.readiness")
        environment = {
            **self._shown.environment, "NTTP_READINESS_HOME": str(home), "HOME": str(home),
            "XDG_CONFIG_HOME": str(home), "XDG_CACHE_HOME": str(self._scratch / "cache"),
        }  # fmt: skip
        if self._program.fresh:
            source = self._scratch / "source"
            shutil.rmtree(source, ignore_errors=True)
            source.mkdir()
            shutil.copytree(
                ROOT / "nttp_readiness", source / "nttp_readiness",
                ignore=shutil.ignore_patterns("__pycache__"),
            )  # fmt: skip
            for name in ("assets", "question_banks"):
                (source / name).symlink_to(ROOT / name)
        environment["PYTHONPATH"] = str(source)
        begun = time.perf_counter()
        self._process = subprocess.Popen(
            self._program.command, cwd=source, env=environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        return self._process, begun

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()


def measure(rounds: int) -> Iterator[Outcome]:
    """Every way of starting, in turns."""
    lacking = missing()
    if lacking:
        raise CannotMeasure(f"{' and '.join(lacking)} is not installed")
    with tempfile.TemporaryDirectory(prefix="readiness-start-") as folder, screen() as shown:
        scratch = Path(folder)
        known = [replace(each, drawn=seen(each, shown, scratch)) for each in programs(scratch)]
        times: dict[str, list[Time]] = {each.name: [] for each in known}
        for _ in range(rounds):
            for each in known:
                times[each.name].append(start(each, shown, scratch))
    passed = {f"{name}, seconds": [t.passed for t in found] for name, found in times.items()}
    used = {f"{name}, of processors": [t.processor for t in found] for name, found in times.items()}
    keys = {
        f"{name}, key": [t.key for t in found]
        for name, found in times.items() if any(t.key for t in found)
    }  # fmt: skip
    yield from beside("bare window, seconds", "s", {**passed, **keys})
    yield from beside("bare window, of processors", "s", used)


if __name__ == "__main__":
    said = "From the start of the process until the window is drawn"
    sys.exit(main("start", ROUNDS, measure, said))
