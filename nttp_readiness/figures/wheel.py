"""The readiness wheel: a petal for each domain, a ring for each level, and its range."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

from nttp_readiness.figures import wheel_words
from nttp_readiness.figures.arcs import MM, PX, arc, on_circle, sector
from nttp_readiness.figures.cells import (
    LARGE_CELLS,
    LEVELS,
    PAPER_CELLS,
    SCREEN_CELLS,
    CellLook,
    filled,
    number_colour,
    part_of,
)
from nttp_readiness.figures.geometry import centred, moved, on_disc
from nttp_readiness.figures.marks import foundation_mark
from nttp_readiness.figures.palette import OptionalTone, Tone
from nttp_readiness.figures.petal import Petal
from nttp_readiness.figures.shapes import Anchor, Drawing, Hatch, Poly, Shape, Spot, Words
from nttp_readiness.figures.text_width import CAPITAL, balanced, wrap
from nttp_readiness.figures.wheel_key import PAPER_KEY, KeyMeasures, key_items, laid_out
from nttp_readiness.values import dataclass, replace

MARK_STEP = 5.2
"""Degrees from one foundation's mark to the next."""


@dataclass(frozen=True, slots=True)
class WheelMeasures:
    """Everything that differs between screen, paper and large print, in the drawing's unit.

    `above` and `below` are the room from the centre; a label that needs more gets it. `opening` is
    the angle left free at the top for the ring scale; without one the first petal stands there and
    carries it. Sizes of 0 leave out what they belong to.
    """

    width: float
    above: float
    below: float
    hub: float
    ring: float
    opening: float
    air: float
    cells: CellLook
    level_line: float
    broken: tuple[float, float]
    number_size: float
    disc: float
    scale_size: float
    labels: Literal["short", "full", "number"]
    label_size: float
    label_line: float
    label_away: float
    label_away_from_marks: float
    label_width: float = math.inf
    mark: float = 0
    mark_away: float = 0
    key: KeyMeasures | None = None
    table_at: Literal["beside", "below"] = "below"

    @property
    def radius(self) -> float:
        return self.hub + len(LEVELS) * self.ring


SCREEN = WheelMeasures(
    width=452, above=186, below=194, hub=22, ring=22.5, opening=0, air=3.2,
    cells=replace(SCREEN_CELLS, edges=("edge", "edge", "ring")),
    level_line=4, broken=(6.5, 3.4), number_size=0, disc=0, scale_size=10 * PX,
    labels="short", label_size=10 * PX, label_line=17, label_away=15.5, label_away_from_marks=15.5,
    label_width=83, table_at="beside",
)  # fmt: skip
PAPER = WheelMeasures(
    width=170 * MM, above=58 * MM, below=63 * MM, hub=8.5 * MM, ring=7.7 * MM, opening=14, air=3,
    cells=replace(PAPER_CELLS, hatch=Hatch("loch", 1.7 * MM, 0.7)),
    level_line=2.6, broken=(4.2, 2.2), number_size=10, disc=2.55 * MM, scale_size=8,
    labels="full", label_size=9.2, label_line=11.6, label_away=8 * MM,
    label_away_from_marks=9.2 * MM, mark=1.95 * MM, mark_away=3.1 * MM, key=PAPER_KEY,
)  # fmt: skip
LARGE = WheelMeasures(
    width=170 * MM, above=83 * MM, below=85 * MM, hub=12 * MM, ring=11.2 * MM, opening=18, air=3,
    cells=LARGE_CELLS, level_line=3.5, broken=(6.5, 3.4), number_size=16, disc=4.2 * MM,
    scale_size=16, labels="number", label_size=16, label_line=20, label_away=12 * MM,
    label_away_from_marks=12 * MM, mark=2.9 * MM, mark_away=4.4 * MM,
    key=KeyMeasures(
        sample=(12 * MM, 7 * MM), size=16, line=10.5 * MM, words_away=2.5 * MM, gap=8 * MM,
        mark=2.9 * MM, frame=3.5, disc=3 * MM, above=4 * MM,
    ),
)  # fmt: skip
NARROW = WheelMeasures(
    width=288, above=142, below=142, hub=20, ring=18.6, opening=18, air=3,
    cells=replace(PAPER_CELLS, hatch=Hatch("loch", 6, 0.9)), level_line=2.8, broken=(4.2, 2.2),
    number_size=11, disc=8, scale_size=10, labels="number", label_size=12, label_line=15,
    label_away=22, label_away_from_marks=22, mark=5.5, mark_away=8.5,
    key=KeyMeasures(
        sample=(24, 14), size=12, line=22, words_away=6, gap=12, mark=6, frame=2.6, disc=6, above=10
    ),
)  # fmt: skip


def wheel(petals: Sequence[Petal], measures: WheelMeasures) -> Drawing:
    """The wheel of 4 to 12 domains, clockwise from the top in their order."""
    if not 4 <= len(petals) <= 12:
        raise ValueError(f"a wheel has 4 to 12 petals, not {len(petals)}")
    step = (360 - measures.opening) / len(petals)
    first = measures.opening / 2 + step / 2 if measures.opening else 0.0
    placed = [_Placed(petal, first + place * step, step) for place, petal in enumerate(petals)]
    labels = [words for each in placed for words in _label(each, measures)]
    above = max(measures.above, *(measures.label_size - each.y for each in labels))
    below = max(measures.below, *(each.y + measures.label_size * 0.4 for each in labels))
    around = [shape for each in placed for shape in _petal(each, measures)]
    around += _scale(placed[0], measures)
    shapes = moved((*around, *labels), measures.width / 2, above)
    height = above + below
    if measures.key:
        items = key_items(measures.cells, measures.key, marks=any(p.foundations for p in petals))
        key, high = laid_out(items, measures.key, measures.width)
        shapes += moved(key, 0, height + measures.key.above)
        height += measures.key.above + high
    return Drawing(
        width=measures.width,
        height=height,
        shapes=shapes,
        name=wheel_words.name(),
        sentence=wheel_words.sentence(petals, table_at=measures.table_at),
        table=wheel_words.table(petals),
        spots=tuple(_spot(each, measures, measures.width / 2, above) for each in placed),
    )


@dataclass(frozen=True, slots=True)
class _Placed:
    """A petal with its middle and its share of the circle, in degrees."""

    petal: Petal
    middle: float
    step: float

    def sides(self, measures: WheelMeasures) -> tuple[float, float]:
        half = (self.step - measures.air) / 2
        return self.middle - half, self.middle + half


def _petal(placed: _Placed, measures: WheelMeasures) -> list[Shape]:
    petal, (start, end) = placed.petal, placed.sides(measures)
    shapes: list[Shape] = []
    for step in LEVELS:
        inner = measures.hub + step * measures.ring
        outline = Poly(sector(0, 0, inner, inner + measures.ring, start, end))
        part = part_of(step, petal.low, petal.high)
        shapes.append(filled(outline, step, part, measures.cells))
    if petal.level is not None:
        outer = measures.hub + (petal.level + 1) * measures.ring
        dash = measures.broken if petal.provisional else ()
        rim = arc(0, 0, outer, start, end)
        shapes.append(Poly(rim, "", "ink", measures.level_line, closed=False, dash=dash))
        if measures.number_size:
            x, y = on_circle(0, 0, outer - measures.ring / 2, placed.middle)
            shapes += on_disc(x, y, str(petal.level), measures.number_size, measures.disc)
    if measures.mark:
        shapes += _marks(placed, measures)
    return shapes


def _marks(placed: _Placed, measures: WheelMeasures) -> list[Shape]:
    kinds = placed.petal.foundations
    start = placed.middle - MARK_STEP * (len(kinds) - 1) / 2
    away = measures.radius + measures.mark_away
    return [
        shape
        for place, kind in enumerate(kinds)
        for shape in foundation_mark(
            kind, *on_circle(0, 0, away, start + place * MARK_STEP), measures.mark
        )
    ]


def _scale(first: _Placed, measures: WheelMeasures) -> list[Shape]:
    """The numbers of the rings, in the opening at the top or in the petal that stands there."""
    numbers: list[Shape] = []
    for step in LEVELS:
        y = -(measures.hub + (step + 0.5) * measures.ring)
        colour: Tone = "quiet"
        halo: OptionalTone = ""
        if not measures.opening:
            part = part_of(step, first.petal.low, first.petal.high)
            colour = number_colour(step, part)
            halo = "surface" if part == "possible" else ""
        numbers.append(centred(0, y, str(step), measures.scale_size, colour, halo=halo))
    return numbers


def _label(placed: _Placed, measures: WheelMeasures) -> list[Words]:
    """The words at the rim: beside their point on the sides, on it at the top, under it below."""
    petal = placed.petal
    several = len(petal.foundations) > 1
    away = measures.label_away_from_marks if several else measures.label_away
    x, y = on_circle(0, 0, measures.radius + away, placed.middle)
    if measures.labels == "number":
        return [centred(x, y, str(petal.number), measures.label_size, bold=True)]
    turn = math.radians(placed.middle)
    anchor: Anchor = "start" if math.sin(turn) > 0 else "end"
    room = measures.width / 2 - abs(x)
    if abs(math.sin(turn)) < 0.1:
        # Narrow enough for neighbours that hang beside it.
        anchor, room = "middle", 0.3 * measures.width
    lines = _label_lines(petal, measures, min(room, measures.label_width))
    extent = (len(lines) - 1) * measures.label_line
    upwards = math.cos(turn)
    first = y - extent / 2
    if abs(upwards) > 0.85:
        first = y - extent if upwards > 0 else y
    base = first + measures.label_size * CAPITAL / 2
    return [
        Words(x, base + n * measures.label_line, text, measures.label_size, colour, bold, anchor)
        for n, (text, colour, bold) in enumerate(lines)
    ]


def _label_lines(
    petal: Petal, measures: WheelMeasures, room: float
) -> list[tuple[str, Tone, bool]]:
    """Each line with its colour and whether it is bold.

    A name of more than three lines gives way to the short name, and that to the number alone.
    """
    size = measures.label_size
    if measures.labels == "short":
        return [(line, "ink", False) for line in balanced(petal.short_name, size, False, room)]
    for name in (f"{petal.number} {petal.name}", f"{petal.number} {petal.short_name}"):
        lines = balanced(name, size, True, room)
        if len(lines) <= 3:
            break
    else:
        lines = (str(petal.number),)
    standing = wrap(wheel_words.standing(petal), size, False, room)
    return [
        *((line, "ink", True) for line in lines),
        *((line, "quiet", False) for line in standing),
    ]


def _spot(placed: _Placed, measures: WheelMeasures, x: float, y: float) -> Spot:
    start, end = placed.sides(measures)
    outline = sector(x, y, measures.hub, measures.radius, start, end)
    return Spot(placed.petal.key, outline, placed.petal.sentence)
