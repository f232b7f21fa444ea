"""A person at the window: looks at the screen, clicks and types, and waits for what should come."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from .steps import NotSo, must

Found = TypeVar("Found")
PATIENCE = 240.0
"""Seconds until what never comes is told; a busy machine is no fault of the program."""
LOOK_EVERY, STILL, NOTHING = 0.4, 4, 1
"""So many looks in a row without work are rest; a cursor that blinks is none."""
INSIDE = 40
"""Points from a corner of a window at which the mouse is certainly on the screen."""
BROAD = 60
"""Points in a row that make an area of one colour."""


class Person:
    """Eyes and hands at one screen."""

    def __init__(self, display: str, work: Callable[[], int]) -> None:
        self._env = {**os.environ, "DISPLAY": display}
        self.work = work
        """Processor time that the watched programs have used, in hundredths of a second."""

    def _tool(self, *command: object) -> str:
        done = subprocess.run(
            list(map(str, command)), env=self._env, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def windows(self) -> dict[str, str]:
        """Number and title of each window that can be seen."""
        found = self._tool("xdotool", "search", "--onlyvisible", "--name", ".").split()
        titles = {each: self._tool("xdotool", "getwindowname", each) for each in found}
        return {number: title for number, title in titles.items() if title}

    def wait_for_window(self, words: str, *, gone: bool = False) -> str:
        """The number of the window whose title holds these words, once it is there (or gone)."""

        def look() -> str:
            found = [number for number, title in self.windows().items() if words in title]
            return "" if bool(found) == gone else (found[0] if found else "gone")

        return wait(look, f"a window “{words}” {'went' if gone else 'came'}", self.windows)

    def keys(self, *names: str) -> None:
        """Press keys one after the other, each for itself or together: "ctrl+n"."""
        for name in names:
            self._tool("xdotool", "key", "--clearmodifiers", name)
            self.rest()

    def type(self, words: str) -> None:
        self._tool("xdotool", "type", "--clearmodifiers", "--delay", "30", words)
        self.rest()

    def click_colour(self, colour: bytes) -> None:
        """Click the lowest broad area of a colour: the one button that stands out."""
        place = wait(lambda: lowest(self.points(), colour), "the button is on the screen")
        x, y = place or (0, 0)
        self._tool("xdotool", "mousemove", x, y, "click", 1)
        self.rest()

    def points(self) -> tuple[int, bytes]:
        """Width of the screen, and the three bytes of each point."""
        shown = subprocess.run(
            ["import", "-window", "root", "-depth", "8", "ppm:-"],
            env=self._env, capture_output=True, check=False,
        ).stdout  # fmt: skip
        head, size, _, data = shown.split(b"\n", 3) if shown.startswith(b"P6") else (b"",) * 4
        return (int(size.split()[0]), data) if head else (0, b"")

    def rest(self) -> None:
        """Wait until what runs at this screen has nothing to do, on however busy a machine."""
        quiet, last, deadline = 0, -1, time.monotonic() + PATIENCE
        while quiet < STILL and time.monotonic() < deadline:
            time.sleep(LOOK_EVERY)
            now = self.work()
            quiet = quiet + 1 if now - last <= NOTHING else 0
            last = now

    def front(self, window: str) -> None:
        """Bring a window to the front, and let it come to rest there."""
        self._tool("xdotool", "windowactivate", "--sync", window)
        self.rest()

    def place(self, window: str) -> tuple[int, int, int, int]:
        """Where a window is on the screen, within its frame: left, top, width, height.

        Its place is asked of the mouse, as xdotool counts the frame of a window twice.
        """
        size = self._values("xdotool", "getwindowgeometry", "--shell", window)
        self._tool("xdotool", "mousemove", "--sync", "--window", window, INSIDE, INSIDE)
        seen = self._values("xdotool", "getmouselocation", "--shell")
        return seen["X"] - INSIDE, seen["Y"] - INSIDE, size["WIDTH"], size["HEIGHT"]

    def _values(self, *command: object) -> dict[str, int]:
        told = self._tool(*command).splitlines()
        return {key: int(value) for key, _, value in (line.partition("=") for line in told)}

    def move(self, window: str, left: int, top: int) -> None:
        self._tool("xdotool", "windowmove", "--sync", window, left, top)
        self.rest()

    def colours(self) -> int:
        """How many colours are on the screen: a window that painted nothing has few."""
        return int(self._tool("import", "-window", "root", "-format", "%k", "info:") or 0)

    def picture(self, target: Path) -> None:
        """Keep what is to be seen, for people to look at."""
        self._tool("import", "-window", "root", target)


def wait(look: Callable[[], Found], what: str, there: Callable[[], object] | None = None) -> Found:
    """What `look` gives once it gives something; told as missing where it never does."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if found := look():
            return found
        time.sleep(0.5)
    seen = f"; there is: {there()}" if there else ""
    raise NotSo(f"it never was so that {what}{seen}")


def lowest(seen: tuple[int, bytes], colour: bytes) -> tuple[int, int] | None:
    """The middle of the lowest run of a colour that is broad enough."""
    width, data = seen
    run = colour * BROAD
    place = data.rfind(run) if width else -1
    while place >= 0 and place % 3:
        place = data.rfind(run, 0, place + len(run) - 1)
    if place < 0:
        return None
    y, x = divmod(place // 3, width)
    return x + BROAD // 2, y - 6  # within the button, whose lower edge this is


def painted(person: Person) -> str:
    count = wait(lambda: (seen := person.colours()) > 40 and seen, "the window was painted")
    must(count > 40, "nothing was painted")
    return f"{count} colours"
