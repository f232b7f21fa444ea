"""How long the program takes to start for people, beside a bare window that was frozen like it.

Both are folders of PyInstaller and run under Wine, on one screen with a window manager, in turns.
The picture of the screen is read until the window is drawn, as in benchmarks/start.py. Each start
of the program is a first one, by an account that has nothing of it yet. A third window has one
line of text: what asking for a typeface at all costs is no matter of what a program does with it.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from measuring import budget, record, tables
from measuring.measure import Measure, beside
from measuring.virtual_screen import Picture, Screen, processor_seconds, screen

from .building import NAME, build_folder, commit, freeze
from .installer import WINDOW
from .interpreter import LOCK
from .packages import built_from
from .places import DIST, KEPT, ROOT, SetUpError, say
from .wine import Prefix

PAIRS, PATIENCE = 7, 90.0
BENCHMARK = "windows"
"""Its table in benchmarks/budget.toml."""
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

    `--as-built` takes the program that lies in `dist/windows`, of whichever commit it is.
    """
    numbers = [each for each in arguments if each.isdigit()]
    pairs = int(numbers[0]) if numbers else PAIRS
    ours = DIST / NAME / WINDOW if "--as-built" in arguments else program()
    return tell(pairs, measured(pairs, ours))


def tell(pairs: int, found: Sequence[Measure]) -> int:
    """Print the table; the exit status."""
    say(f"From the start of the process until the window is drawn, {pairs} rounds in turns,")
    say("frozen, the Windows program under Wine, which is not Windows")
    limits = budget.load()
    say("\n".join(tables.table(BENCHMARK, found, limits)))
    run = record.Run("", "", {}, (record.Result(BENCHMARK, found),))
    return tables.status(run.lines(limits))


def measured(pairs: int, ours: Path) -> tuple[Measure, ...]:
    """All three windows in turns, on one screen."""
    bare = bare_window()
    prefix = Prefix("start").make(fresh=True)
    try:
        with screen() as shown, awake(prefix, shown):
            commands = ((bare,), (bare, "--text"), (ours,))
            known = [Frozen(each, seen(prefix, shown, *each)) for each in commands]
            rounds = [[started(prefix, shown, each) for each in known] for _ in range(pairs)]
    finally:
        prefix.remove()
    return measures(*(list(each) for each in zip(*rounds, strict=True)))


def measures(bare: list[Start], text: list[Start], ours: list[Start]) -> tuple[Measure, ...]:
    """What their rounds come to."""
    windows = {"bare window": bare, "line of text": text, "start page": ours}
    found: list[Measure] = []
    for what, of in (("seconds", "passed"), ("of processors", "processor")):
        series = {
            f"{name}, {what}": [float(getattr(each, of)) for each in starts]
            for name, starts in windows.items()
        }
        found += beside(f"bare window, {what}", "s", series)
    return tuple(found)


def program() -> Path:
    """The program of this commit: that of `dist/windows`, or made once for the measure."""
    of, made = commit(), KEPT / "measured"
    if built_from(DIST) == of:
        return DIST / NAME / WINDOW
    note = made / "made-from"
    if not note.is_file() or note.read_text("utf-8") != of:
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir(parents=True)
        build_folder(made, of)
        note.write_text(of, encoding="utf-8")
    return made / NAME / WINDOW


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
