"""Scaling, and more than one screen, as far as Wine shows them: the whole window is in sight.

Wine has one scale for all screens, so that a window which moves between screens of unlike scales
was never seen here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tools.windows.building import NAME
from tools.windows.display import screen
from tools.windows.wine import Prefix

from .journey import TITLE_END, Journey
from .steps import Steps, must
from .window import painted

SCALES = (
    ("1", "2000x1400"), ("1.5", "2000x1400"), ("2", "2000x1400"), ("1.5", "1366x768"),
    ("2", "1366x768"),
)  # fmt: skip
"""With room enough the window grows with the scale; on a laptop's screen it fits all the same."""
USUAL = 1280
"""Its width on a first start, where a screen has room for it."""
TITLE_BAR, EDGE = 12, 1
"""So much of its frame a window manager shows at least."""


def check_screens(steps: Steps, target: Path) -> None:
    for factor, size in SCALES:
        scaled = partial(at_a_scale, target / NAME, factor, size)
        steps.take(f"{float(factor):.0%} on a screen of {size}", scaled)
    steps.take("two screens", partial(two_screens, target / NAME))


@contextmanager
def opened(journey: Journey, *arguments: str) -> Iterator[str]:
    """The window of a start, which is closed at the end."""
    journey.start(*arguments)
    window = journey.person.wait_for_window(TITLE_END)
    journey.person.front(window)
    yield window
    journey.person.keys("ctrl+q")
    journey.person.wait_for_window(TITLE_END, gone=True)


def at_a_scale(folder: Path, factor: str, size: str) -> str:
    """A first start at a scale of the system: as large as it should be, and all of it in sight."""
    prefix = Prefix("check-screens").make(fresh=True)
    prefix.set_variable("QT_SCALE_FACTOR", factor)
    room = [int(part) for part in size.split("x")]
    with screen(size, manager=True) as display:
        journey = Journey(prefix, folder, display)
        with opened(journey) as window:
            seen = painted(journey.person)
            place = journey.person.place(window)
    prefix.remove()
    in_sight(place, 0, room[0], room[1])
    wanted = min(round(USUAL * float(factor)), room[0])
    must(wanted - 40 <= place[2] <= wanted, f"it is {place[2]} wide instead of {wanted}")
    return f"{place[2]} x {place[3]} and all in sight, {seen}"


def two_screens(folder: Path) -> str:
    """A window that was closed on a second screen is wholly in sight at the next start, with that
    screen and without it. Wine tells Qt another place of the second screen than of its room, so
    that the window comes back to the first; that it stays where it was is not to be seen here.
    """
    prefix = Prefix("check-screens").make(fresh=True)
    # Of the two ways of asking for screens Wine takes the one that a made-up screen has.
    driver = ("/v", "UseXRandR", "/d", "N", "/f")
    prefix.wine("reg", "add", r"HKCU\Software\Wine\X11 Driver", *driver, capture=True, check=True)
    with screen("2560x800", manager=True, halves=True) as display:
        journey = Journey(prefix, folder, display)
        with opened(journey) as window:
            in_sight(journey.person.place(window), 0, 1280, 800)
            journey.person.move(window, 1285, 30)
            in_sight(journey.person.place(window), 1280, 2560, 800)
        with opened(journey) as window:
            in_sight(journey.person.place(window), 0, 1280, 800)
    with screen("1280x800", manager=True) as display:
        journey = Journey(prefix, folder, display)
        with opened(journey) as window:
            in_sight(journey.person.place(window), 0, 1280, 800)
    prefix.remove()
    return "after it was closed on the second it opens in sight, with both and with one"


def in_sight(place: tuple[int, int, int, int], left: int, right: int, bottom: int) -> None:
    x, y, width, height = place
    fits = left <= x and y >= TITLE_BAR and x + width <= right and y + height <= bottom
    must(fits, f"the window at {place} is not within {left} to {right}, and {bottom} down")
