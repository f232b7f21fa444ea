"""A screen without a monitor, with a window manager, whose picture can be read while it changes.

What a person sees is on the screen only when the window system shows it. Xvfb keeps the picture of
its screen in a file (`-fbdir`), so it can be read some hundred times a second without asking
anybody. openbox gives windows their frame and the focus, as on a desk.
"""

from __future__ import annotations

import mmap
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

WIDTH, HEIGHT = 1280, 800
NEEDED = ("Xvfb", "openbox", "xdotool")
_EVERY = 0.002
"""Seconds between two looks."""
_PIECE = 32 * 4
"""Bytes of so many pixels of a line that are compared as one."""
Rows = list[bytes]


def missing() -> list[str]:
    """What has to be installed before there can be such a screen."""
    return [each for each in NEEDED if shutil.which(each) is None]


@dataclass
class Screen:
    """A screen that stands ready, with nothing on it."""

    display: str
    picture: mmap.mmap
    empty: Rows = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        """What a program is started with to come up here."""
        return {
            **{key: each for key, each in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"},
            "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb",
        }  # fmt: skip

    def rows(self) -> Rows:
        """The lines of the picture as they are now."""
        start, line = self._place()
        return [self.picture[start + n * line : start + (n + 1) * line] for n in range(HEIGHT)]

    def await_picture(self, wanted: Picture, until: float) -> bool:
        """Wait until that picture is drawn; False where it was not at that time."""
        start, line = self._place()
        while time.perf_counter() < until:
            lines = (self.picture[start + n * line : start + (n + 1) * line] for n in wanted.rows)
            if wanted.is_drawn(lines):
                return True
            time.sleep(_EVERY)
        return False

    def await_change(self, rows: Rows, until: float) -> bool:
        """Wait until anything differs from those lines."""
        while time.perf_counter() < until:
            if self.rows() != rows:
                return True
            time.sleep(_EVERY)
        return False

    def at_rest(self, still: float, until: float) -> Rows:
        """The picture once nothing has changed for so many seconds."""
        last, since = self.rows(), time.perf_counter()
        while time.perf_counter() < until:
            time.sleep(0.05)
            now = self.rows()
            if now != last:
                last, since = now, time.perf_counter()
            elif time.perf_counter() - since > still:
                break
        return last

    def await_empty(self) -> None:
        """Wait until what was shown is gone."""
        end = time.perf_counter() + 10
        while self.rows() != self.empty and time.perf_counter() < end:
            time.sleep(0.02)

    def press(self, key: str) -> None:
        """One key, as from a keyboard."""
        subprocess.run(["xdotool", "key", key], env=self.environment, check=True)

    def _place(self) -> tuple[int, int]:
        """Where the picture begins in its file, and the bytes of a line: X's own window dump."""
        head = [int.from_bytes(self.picture[4 * n : 4 * n + 4]) for n in range(25)]
        return head[0] + 12 * head[19], head[12]


@dataclass(frozen=True)
class Picture:
    """What tells whether a window is drawn: pieces of every fourth line that it has changed.

    Pieces and not whole lines, or a caret, the icon in the frame and the word that all is saved
    would spoil a line each, and a page count as drawn when the last of the three has come.
    """

    rows: dict[int, bytes]
    pieces: dict[int, tuple[int, ...]]
    """Where in each line such pieces begin."""
    most_missing: int

    @classmethod
    def of(cls, rows: Rows, empty: Rows, *, share: float = 0.95) -> Picture:
        """A picture counts as drawn with most of its pieces: a clock, or a cursor, may differ."""
        pieces = {
            n: tuple(
                at for at in range(0, len(row), _PIECE)
                if row[at : at + _PIECE] != empty[n][at : at + _PIECE]
            )
            for n, row in enumerate(rows) if n % 4 == 0
        }  # fmt: skip
        pieces = {n: places for n, places in pieces.items() if places}
        whole = sum(map(len, pieces.values()))
        return cls({n: rows[n] for n in pieces}, pieces, int(whole * (1 - share)))

    def is_drawn(self, lines: Iterator[bytes]) -> bool:
        """Whether these lines, in the order of `rows`, show it."""
        missing = 0
        for line, (n, row) in zip(lines, self.rows.items(), strict=True):
            if line != row:
                missing += sum(
                    line[at : at + _PIECE] != row[at : at + _PIECE] for at in self.pieces[n]
                )
                if missing > self.most_missing:
                    return False
        return bool(self.rows)


@contextmanager
def screen() -> Iterator[Screen]:
    """A screen with openbox on it, for as long as it is needed."""
    with tempfile.TemporaryDirectory(prefix="readiness-screen-") as folder:
        ready, told = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(told), "-fbdir", folder, "-screen", "0",
             f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"],
            pass_fds=(told,), stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(told)
        try:
            with os.fdopen(ready) as answer:
                display = f":{answer.readline().strip()}"
            with (Path(folder) / "Xvfb_screen0").open("rb") as file:
                picture = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            found = Screen(display, picture)
            quiet = subprocess.DEVNULL
            manager = subprocess.Popen(
                ["openbox"], env=found.environment, stdout=quiet, stderr=quiet
            )
            try:
                # Out of the way: what lies under the pointer is painted once more, and otherwise.
                subprocess.run(
                    ["xdotool", "mousemove", str(WIDTH - 1), str(HEIGHT - 1)],
                    env=found.environment, check=True,
                )  # fmt: skip
                found.empty = found.at_rest(0.5, time.perf_counter() + 10)
                yield found
            finally:
                _end(manager)
        finally:
            _end(server)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    process.wait(10)


def processor_seconds(process: int) -> float:
    """What all threads of a process have used of the processors so far; 0 where it is gone."""
    total = 0
    for task in Path(f"/proc/{process}/task").glob("*/schedstat"):
        try:
            total += int(task.read_text().split()[0])
        except (OSError, ValueError):
            continue
    return total / 1e9


def repeatedly(work: Callable[[], float], times: int) -> list[float]:
    """What a measure gave each time."""
    return [work() for _ in range(times)]
