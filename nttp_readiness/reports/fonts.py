"""The typeface of the printed pages, and those that help out: a wider one, and one of signs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from nttp_readiness import resources
from nttp_readiness.reports.safe_text import Stretch, safe_text
from nttp_readiness.reports.tagged import coverage, register

REGULAR = "Readiness"
BOLD = "Readiness-Bold"
_WIDE = "Readiness-Wide"
_WIDE_BOLD = "Readiness-Wide-Bold"
_SIGNS = "Readiness-Signs"
_REGULARS, _BOLDS = (REGULAR, _WIDE, _SIGNS), (BOLD, _WIDE_BOLD, _SIGNS)


@cache
def load() -> None:
    """Makes the fonts known to reportlab, once."""
    folder = resources.assets() / "fonts"
    register(REGULAR, resources.font())
    register(BOLD, resources.font(bold=True))
    register(_WIDE, folder / "NotoSans-Regular.ttf")
    register(_WIDE_BOLD, folder / "NotoSans-Bold.ttf")
    register(_SIGNS, folder / "ReadinessSigns-Regular.ttf")


@dataclass(frozen=True, slots=True)
class Drawn:
    """Text that the font of that name draws; `meant` is what it stands for where none can."""

    text: str
    font: str
    meant: str = ""


def stretches(text: str, *, bold: bool) -> list[Drawn]:
    """The text made safe, in parts with the name of the font that draws each."""
    names = _BOLDS if bold else _REGULARS
    return [Drawn(part.text, names[part.font], part.meant) for part in _parts(text, names)]


def _parts(text: str, names: tuple[str, ...]) -> tuple[Stretch, ...]:
    load()
    return safe_text(text, [coverage(name) for name in names])
