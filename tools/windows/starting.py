"""How long the program takes to start for people, beside a bare window that was frozen like it.

Both are folders of PyInstaller and run under Wine, on one screen with a window manager, in turns.
The picture of the screen is read until the window is drawn, as in benchmarks/start.py. Each start
of the program is a first one, by an account that has nothing of it yet. A third window has one
line of text: what asking for a typeface at all costs is no matter of what a program does with it.
"""

from __future__ import annotations

import hashlib
import shutil
import statistics
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from measuring.budget import Budget
from measuring.virtual_screen import Picture, Screen, processor_seconds, screen

from .building import NAME, commit, freeze
from .installer import WINDOW
from .interpreter import LOCK
from .packages import built_from, make_packages
from .places import DIST, KEPT, ROOT, SetUpError, say
from .wine import Prefix

PAIRS, PATIENCE = 7, 90.0
BARE = "Bare window"
SPECIFICATION = ROOT / "tools/windows/bare_window/bare_window.spec"
MADE_FROM = (
    SPECIFICATION, SPECIFICATION.with_suffix(".py"), ROOT / "tools/shipped.py", LOCK,
)  # fmt: skip


@dataclass(frozen=True)
class Start:
    """Seconds until the window was drawn, and those that the program used of the processors."""

    passed: float
    processor: float


@dataclass(frozen=True)
class Frozen:
    """A frozen program, and what the screen shows once its window is drawn."""

    command: tuple[Path | str, ...]
    drawn: Picture


def start(arguments: list[str]) -> int:
    """`windows start [PAIRS]`: 1 where a middle ratio is above benchmarks/budget.toml.

    The packages in `dist/windows` are made first where they are of another commit; `--as-built`
    takes them as they are.
    """
    numbers = [each for each in arguments if each.isdigit()]
    pairs = int(numbers[0]) if numbers else PAIRS
    if built_from(DIST) != commit() and "--as-built" not in arguments:
        make_packages(DIST)
    bare = bare_window()
    prefix = Prefix("start").make(fresh=True)
    try:
        with screen() as shown, awake(prefix, shown):
            commands = ((bare,), (bare, "--text"), (DIST / NAME / WINDOW,))
            known = [Frozen(each, seen(prefix, shown, *each)) for each in commands]
            rounds = [[started(prefix, shown, each) for each in known] for _ in range(pairs)]
    finally:
        prefix.remove()
    return tell(*(list(each) for each in zip(*rounds, strict=True)))


def bare_window() -> Path:
    """The bare window, made once for each state of what it is made from."""
    program, note = KEPT / "bare" / BARE / f"{BARE}.exe", KEPT / "bare" / "made-from"
    made_from = hashlib.sha256(b"".join(map(Path.read_bytes, MADE_FROM))).hexdigest()
    if not program.is_file() or not note.is_file() or note.read_text("utf-8") != made_from:
        say("Building the bare window")
        freeze(SPECIFICATION.relative_to(ROOT).as_posix(), KEPT / "bare", BARE, commit())
        note.write_text(made_from, encoding="utf-8")
    return program


@contextmanager
def awake(prefix: Prefix, shown: Screen) -> Iterator[None]:
    """Windows itself is running already when people start a program: so it does here."""
    sleeper = subprocess.Popen(
        [prefix.loader, "cmd", "/c", "pause"], env=prefix.environment(DISPLAY=shown.display),
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        shown.empty = shown.at_rest(2.0, time.perf_counter() + PATIENCE)
        yield
    finally:
        sleeper.kill()
        sleeper.wait()


@contextmanager
def running(prefix: Prefix, shown: Screen, *command: Path | str) -> Iterator[tuple[int, float]]:
    """Number of the process, and when it was begun; its end ends it."""
    shown.await_empty()
    shutil.rmtree(prefix.home / "AppData/Local" / NAME, ignore_errors=True)
    begun = time.perf_counter()
    process = subprocess.Popen(
        [prefix.loader, *command],
        env=prefix.environment(DISPLAY=shown.display),
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield process.pid, begun
    finally:
        process.kill()
        process.wait()


def seen(prefix: Prefix, shown: Screen, *command: Path | str) -> Picture:
    """What the screen shows when its window is drawn and nothing moves any more."""
    with running(prefix, shown, *command) as (_, begun):
        while shown.rows() == shown.empty and time.perf_counter() < begun + PATIENCE:
            time.sleep(0.05)
        picture = Picture.of(shown.at_rest(4.0, begun + PATIENCE), shown.empty)
    if not picture.rows:
        raise SetUpError(f"{command[0]} showed no window.")
    return picture


def started(prefix: Prefix, shown: Screen, frozen: Frozen) -> Start:
    with running(prefix, shown, *frozen.command) as (process, begun):
        if not shown.await_picture(frozen.drawn, begun + PATIENCE):
            raise SetUpError(f"{frozen.command[0]} did not draw its window as before.")
        return Start(time.perf_counter() - begun, processor_seconds(process))


def tell(bare: list[Start], text: list[Start], ours: list[Start]) -> int:
    """Print the table of both measures; the exit status."""
    budget = Budget.load()
    say(f"From the start of the process until the window is drawn, {len(bare)} pairs in turns,")
    say("frozen, the Windows program under Wine, which is not Windows")
    say(f"{'':<28}{'min':>8}{'median':>8}{'max':>8}   over the bare window{'':>3}{'budget':>8}")
    for measure, of in (("seconds", "passed"), ("of processors", "processor")):
        floor, line_of_text, mine = (
            [getattr(each, of) for each in some] for some in (bare, text, ours)
        )
        noise = [after / before for before, after in pairwise(floor)]
        line(budget, f"bare window, {measure}", floor, noise)
        for name, found in (("line of text", line_of_text), ("start page", mine)):
            ratios = [one / other for one, other in zip(found, floor, strict=True)]
            line(budget, f"{name}, {measure}", found, ratios)
    return budget.status()


def line(budget: Budget, name: str, found: list[float], ratios: list[float]) -> None:
    ratios = ratios or [1.0]
    middle = statistics.median(ratios)
    say(
        f"{name:<28}{min(found):8.3f}{statistics.median(found):8.3f}{max(found):8.3f}"
        f"   {min(ratios):6.2f}{middle:7.2f}{max(ratios):7.2f}   ",
        budget.say("windows", name, middle),
    )
