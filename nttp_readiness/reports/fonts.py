"""The typeface of the printed pages, and the wider one that helps out for letters it lacks."""

from __future__ import annotations

from functools import cache

from nttp_readiness import resources
from nttp_readiness.reports.safe_text import safe_text
from nttp_readiness.reports.tagged import coverage, register

REGULAR = "Readiness"
BOLD = "Readiness-Bold"
_WIDE = "Readiness-Wide"
_WIDE_BOLD = "Readiness-Wide-Bold"


@cache
def load() -> None:
    """Makes the fonts known to reportlab, once."""
    folder = resources.assets() / "fonts"
    register(REGULAR, resources.font())
    register(BOLD, resources.font(bold=True))
    register(_WIDE, folder / "NotoSans-Regular.ttf")
    register(_WIDE_BOLD, folder / "NotoSans-Bold.ttf")


def stretches(text: str, *, bold: bool) -> list[tuple[str, str]]:
    """The text made safe, in parts with the name of the font that draws each."""
    load()
    names = (BOLD, _WIDE_BOLD) if bold else (REGULAR, _WIDE)
    parts = safe_text(text, [coverage(name) for name in names])
    return [(part.text, names[part.font]) for part in parts]
