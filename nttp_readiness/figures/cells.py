"""How a level looks: certain, possible or beyond. One language for wheel, strips and keys."""

from __future__ import annotations

import math
from typing import Literal, TypeVar

from nttp_readiness.figures.arcs import MM
from nttp_readiness.figures.palette import LEVEL_TONES, ON_TONES, Tone
from nttp_readiness.figures.shapes import Box, Hatch, Poly
from nttp_readiness.i18n import tr
from nttp_readiness.values import dataclass, replace

LEVELS = range(5)

CellFill = Literal["certain", "possible", "beyond"]
PARTS: tuple[CellFill, ...] = ("certain", "possible", "beyond")
Outline = TypeVar("Outline", Box, Poly)


@dataclass(frozen=True, slots=True)
class CellLook:
    """Hatching, and edges with their widths for what is certain, possible and beyond."""

    edges: tuple[Tone, Tone, Tone]
    lines: tuple[float, float, float]
    hatch: Hatch


SCREEN_CELLS = CellLook(("edge", "edge", "edge"), (1, 1, 1), Hatch("loch", 6 * math.sqrt(2), 1.25))
PAPER_CELLS = CellLook(("loch", "loch", "edge"), (0.6, 0.6, 0.45), Hatch("loch", 1.5 * MM, 0.7))
LARGE_CELLS = CellLook(("loch", "loch", "edge"), (0.8, 0.8, 0.6), Hatch("loch", 2.2 * MM, 0.95))


def part_of(step: int, low: int | None, high: int | None) -> CellFill:
    """What a cell says, for a level that lies between `low` and `high` (None: nothing is shown).

    Level 0 is certain wherever there is a range: "not yet" is the least that one can say.
    """
    if low is None or high is None:
        return "beyond"
    if step <= low:
        return "certain"
    return "possible" if step <= high else "beyond"


def filled(outline: Outline, step: int, part: CellFill, look: CellLook) -> Outline:
    """The outline of a cell with the fill, edge and hatching of what it says."""
    edge, line = look.edges[PARTS.index(part)], look.lines[PARTS.index(part)]
    fill: Tone = LEVEL_TONES[step] if part == "certain" else "surface"
    hatch = look.hatch if part == "possible" else None
    if isinstance(outline, Box):
        return replace(outline, fill=fill, stroke=edge, line=line, hatch=hatch)
    return replace(outline, fill=fill, stroke=edge, width=line, hatch=hatch)


def number_colour(step: int, part: CellFill) -> Tone:
    """The colour of a number that stands in a cell itself."""
    tones: dict[CellFill, Tone] = {"certain": ON_TONES[step], "possible": "ink", "beyond": "quiet"}
    return tones[part]


def range_words(low: int, high: int) -> str:
    """A range as "1 to 2", or the one level where there is no other."""
    return tr("{low} to {high}").format(low=low, high=high) if low != high else str(low)
