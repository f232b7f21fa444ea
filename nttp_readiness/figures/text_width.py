"""How wide text is in the shipped font, without Qt and without reportlab.

The widths come from a table beside the fonts, which is read when the first text is measured.
Kerning is left out, as it is on screen and on paper.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import lru_cache, partial

from nttp_readiness import resources

CAPITAL = 0.668
"""Height of capitals and figures, as a share of the size: half of it centres a line on a point."""

_BREAKS = re.compile(r"(?<=[^\W\d]-)(?=[^\W\d])")


def text_width(text: str, size: float, bold: bool) -> float:  # noqa: FBT001 - two cuts, no third
    """The width of one line, in the unit of `size`."""
    wide = _widths()["bold" if bold else "regular"]
    lacking = wide[""]
    return sum(wide.get(each, lacking) for each in text) * size / 1000


def wrap(text: str, size: float, bold: bool, width: float) -> tuple[str, ...]:  # noqa: FBT001 - as above
    """The text in lines no wider than `width`, each as full as possible.

    A line ends at a space or after a word's own hyphen; inside a word only where even that part is
    too wide. Line breaks of the text stay, and each of its lines gives one line at least.
    """
    fits = partial(_fits, size, bold, width)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_filled(_pieces(paragraph, fits), fits))
    return tuple(lines)


def balanced(text: str, size: float, bold: bool, width: float) -> tuple[str, ...]:  # noqa: FBT001 - as above
    """The text in as few lines as `wrap` needs, of widths as equal as can be: for labels."""
    lines = wrap(text, size, bold, width)
    narrow, wide = 0.0, width
    while wide - narrow > size / 20:
        middle = (narrow + wide) / 2
        tried = wrap(text, size, bold, middle)
        if len(tried) == len(lines) and all(_fits(size, bold, middle, line) for line in tried):
            wide, lines = middle, tried
        else:
            narrow = middle
    return lines


def _fits(size: float, bold: bool, width: float, line: str) -> bool:  # noqa: FBT001 - as above
    return text_width(line, size, bold) <= width


def _pieces(text: str, fits: Callable[[str], bool]) -> list[tuple[str, bool]]:
    """The parts that stay whole, each with whether a space stands before it."""
    pieces = []
    for word in re.split(r"[ \t]+", text.strip(" \t")):
        for place, part in enumerate(_BREAKS.split(word)):
            for cut, bit in enumerate([part] if fits(part) else _cut(part, fits)):
                pieces.append((bit, place == 0 and cut == 0))
    return pieces


def _cut(word: str, fits: Callable[[str], bool]) -> list[str]:
    """A word in parts that fit, each of one character at least."""
    parts = [""]
    for character in word:
        if parts[-1] and not fits(parts[-1] + character):
            parts.append("")
        parts[-1] += character
    return parts


def _filled(pieces: list[tuple[str, bool]], fits: Callable[[str], bool]) -> list[str]:
    lines: list[str] = []
    for piece, spaced in pieces:
        longer = f"{lines[-1]} {piece}" if lines and spaced else (lines or [""])[-1] + piece
        if lines and fits(longer):
            lines[-1] = longer
        else:
            lines.append(piece)
    return lines


@lru_cache(maxsize=1)
def _widths() -> dict[str, dict[str, float]]:
    file = resources.assets() / "fonts" / "widths.json"
    table: dict[str, dict[str, float]] = json.loads(file.read_text(encoding="utf-8"))
    return table
