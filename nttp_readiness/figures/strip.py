"""The level strip: five cells, the level, how far it could lie either way, and the names."""

from __future__ import annotations

from collections.abc import Sequence

from nttp_readiness.figures.arcs import MM, PX
from nttp_readiness.figures.cells import (
    LARGE_CELLS,
    LEVELS,
    PAPER_CELLS,
    SCREEN_CELLS,
    CellFill,
    CellLook,
    filled,
    number_colour,
    part_of,
    range_words,
)
from nttp_readiness.figures.geometry import centred, diamond, on_disc, whisker
from nttp_readiness.figures.palette import OptionalTone, Tone
from nttp_readiness.figures.shapes import Box, Drawing, Hatch, Poly, Shape, Words
from nttp_readiness.figures.text_width import CAPITAL, balanced, text_width
from nttp_readiness.i18n import tr
from nttp_readiness.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Reach:
    """A level with the range that it could have. `level` is None where only the range is known."""

    level: int | None
    low: int
    high: int
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class StripMeasures:
    """Where things lie, from the top; `names` is the size of the levels' names, 0 without them.

    With names the level is marked from above and its number stands on a disc (`disc` is its
    radius); without them every cell carries its number, and the level is marked from below.
    """

    cell: tuple[float, float]
    gap: float
    left: float
    top: float
    height: float
    corner: float
    cells: CellLook
    frame: float
    frame_out: tuple[float, float]
    broken: tuple[float, float]
    number: float
    disc: float
    whisker_away: float
    whisker: float
    whisker_end: float
    names: float = 0
    names_away: float = 0
    names_line: float = 0

    @property
    def width(self) -> float:
        return 2 * self.left + len(LEVELS) * (self.cell[0] + self.gap) - self.gap

    def middle(self, step: int) -> float:
        return self.left + step * (self.cell[0] + self.gap) + self.cell[0] / 2


SCREEN = StripMeasures(
    cell=(59, 28), gap=1.5, left=1.5, top=3, height=52, corner=4, cells=SCREEN_CELLS,
    frame=3, frame_out=(1.5, 2), broken=(6, 3), number=10 * PX, disc=0,
    whisker_away=11, whisker=2, whisker_end=5,
)  # fmt: skip
PAPER = StripMeasures(
    cell=(33.04 * MM, 8 * MM), gap=1.2 * MM, left=0, top=6.1 * MM, height=22.6 * MM, corner=0,
    cells=PAPER_CELLS, frame=2.6, frame_out=(0, 1), broken=(5, 2.6), number=11, disc=2.9 * MM,
    whisker_away=2.2 * MM, whisker=1.3, whisker_end=1.2 * MM,
    names=9.4, names_away=7.3 * MM, names_line=11.8,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class UprightMeasures:
    """The strip from 4 down to 0: its cells, how far apart, and the room at their left and top."""

    width: float
    cell: tuple[float, float]
    pitch: float
    left: float
    top: float
    cells: CellLook
    frame: float
    frame_out: float
    broken: tuple[float, float]
    size: float
    line: float
    words_away: float
    number: float
    disc: float
    whisker_at: float
    whisker: float
    whisker_end: float


LARGE_UPRIGHT = UprightMeasures(
    width=170 * MM, cell=(52 * MM, 10.6 * MM), pitch=12 * MM, left=10 * MM, top=2,
    cells=LARGE_CELLS, frame=3.5, frame_out=1.4, broken=(6.5, 3.4), size=18, line=22,
    words_away=6 * MM, number=16, disc=4.4 * MM, whisker_at=4 * MM, whisker=1.8,
    whisker_end=2.1 * MM,
)  # fmt: skip
NARROW_UPRIGHT = UprightMeasures(
    width=288, cell=(64, 26), pitch=30, left=22, top=2,
    cells=PAPER_CELLS, frame=2.6, frame_out=1, broken=(5, 2.6), size=13, line=15,
    words_away=12, number=13, disc=9, whisker_at=9, whisker=1.5, whisker_end=5,
)  # fmt: skip
NARROW_LARGE_UPRIGHT = UprightMeasures(
    width=288, cell=(40, 34), pitch=40, left=22, top=6,
    cells=LARGE_CELLS, frame=3.5, frame_out=1.4, broken=(6.5, 3.4), size=20, line=22,
    words_away=12, number=20, disc=13, whisker_at=9, whisker=2, whisker_end=6,
)  # fmt: skip


def strip(name: str, reach: Reach, names: Sequence[str], measures: StripMeasures) -> Drawing:
    """The strip of the domain `name`; `names` are those of the five levels."""
    shapes = _cells(reach, measures)
    shapes += _marker_above(reach, measures) if measures.names else _marker_below(reach, measures)
    height = measures.height
    if measures.names:
        words, lines = _names(reach, names, measures)
        shapes += words
        height += (lines - 1) * measures.names_line
    return _described(measures.width, height, shapes, name, reach, names)


def upright_strip(
    name: str, reach: Reach, names: Sequence[str], measures: UprightMeasures = LARGE_UPRIGHT
) -> Drawing:
    """The strip of large print and of narrow screens: 4 on top, names beside the cells, the range
    at their left.
    """
    m = measures
    wide, high = m.cell

    def middle(step: int) -> float:
        return m.top + (4 - step) * m.pitch + high / 2

    shapes: list[Shape] = []
    frames: list[Shape] = []
    for step in reversed(LEVELS):
        outline = Box(m.left, middle(step) - high / 2, wide, high)
        shapes.append(filled(outline, step, part_of(step, reach.low, reach.high), m.cells))
        ours = step == reach.level
        if ours:
            dash = m.broken if reach.provisional else ()
            frames.append(_frame(outline, m.frame, (m.frame_out, m.frame_out), dash))
            frames += on_disc(m.left + wide / 2, middle(step), str(step), m.number, m.disc)
        x = m.left + wide + m.words_away
        lines = _said_beside(step, names[step], reach, m, m.width - x)
        base = middle(step) + m.size * CAPITAL / 2 - (len(lines) - 1) * m.line / 2
        shapes += [
            Words(x, base + n * m.line, line, m.size, bold=ours) for n, line in enumerate(lines)
        ]
    if reach.low != reach.high:
        ends = (m.whisker_at, middle(reach.low)), (m.whisker_at, middle(reach.high))
        shapes += whisker(*ends, (m.whisker_end, 0), m.whisker)
    height = 2 * m.top + 4 * m.pitch + high
    return _described(m.width, height, [*shapes, *frames], name, reach, names)


def _said_beside(
    step: int, name: str, reach: Reach, measures: UprightMeasures, room: float
) -> tuple[str, ...]:
    """The words beside a cell; that it is ours stands below its name where there is no room."""
    said = f"{step}  {name}"
    if step != reach.level:
        return (said,)
    ours = f"({tr('provisional level') if reach.provisional else tr('our level')})"
    whole = f"{said}   {ours}"
    fits = text_width(whole, measures.size, bold=True) <= room
    return (whole,) if fits else (said, ours)


def small_strip(choice: int | str | None) -> Drawing:
    """One answer on paper: a level, "not_relevant", or one that is not known.

    Decoration: the word stands beneath it in the text.
    """
    side, gap, edge = 4 * MM, 0.6 * MM, 0.75
    width = 2 * edge + 5 * side + 4 * gap
    height = side + 2 * edge
    if choice == "not_relevant":
        line = Poly(((0, height / 2), (width, height / 2)), stroke="quiet", closed=False)
        return Drawing(width, height, (line,), tr("Answer"), tr("Not relevant."))
    level = choice if isinstance(choice, int) else None
    cells = replace(PAPER_CELLS, hatch=Hatch("loch", 1.1 * MM, 0.6))
    boxes = [Box(edge + n * (side + gap), edge, side, side) for n in LEVELS]
    if level is None:
        middle = boxes[2].x + side / 2, edge + side / 2
        shapes: list[Shape] = [filled(box, n, "possible", cells) for n, box in enumerate(boxes)]
        shapes += on_disc(*middle, "?", 9, 1.6 * MM)
        return Drawing(width, height, tuple(shapes), tr("Answer"), tr("Not known."))
    shapes = [filled(box, n, part_of(n, level, level), cells) for n, box in enumerate(boxes)]
    shapes.append(_frame(boxes[level], 1.5, (edge, edge), ()))
    shapes += on_disc(boxes[level].x + side / 2, edge + side / 2, str(level), 8.5, 1.5 * MM)
    return Drawing(width, height, tuple(shapes), tr("Answer"), tr("Level {n}.").format(n=level))


def _cells(reach: Reach, measures: StripMeasures) -> list[Shape]:
    """The cells, the level's frame over its neighbours, and the numbers on top."""
    (wide, high), frames, numbers = measures.cell, list[Shape](), list[Shape]()
    shapes: list[Shape] = []
    y = measures.top + high / 2
    for step in LEVELS:
        part, x = part_of(step, reach.low, reach.high), measures.middle(step)
        outline = Box(x - wide / 2, measures.top, wide, high, radius=measures.corner)
        shapes.append(filled(outline, step, part, measures.cells))
        ours = step == reach.level
        if ours:
            dash = measures.broken if reach.provisional else ()
            frames.append(_frame(outline, measures.frame, measures.frame_out, dash))
        if not measures.disc:
            numbers.append(_number(x, y, step, part, measures.number, bold=ours))
        elif ours:
            numbers += on_disc(x, y, str(step), measures.number, measures.disc)
    return [*shapes, *frames, *numbers]


def _number(x: float, y: float, step: int, part: CellFill, size: float, *, bold: bool) -> Words:
    halo: OptionalTone = "surface" if part == "possible" else ""
    return centred(x, y, str(step), size, number_colour(step, part), bold=bold, halo=halo)


def _frame(cell: Box, width: float, out: tuple[float, float], dash: tuple[float, ...]) -> Box:
    """An edge of ink round a cell, so far outside it."""
    right, down = out
    return Box(
        cell.x - right, cell.y - down, cell.width + 2 * right, cell.height + 2 * down,
        stroke="ink", line=width, radius=cell.radius and cell.radius + 2, dash=dash,
    )  # fmt: skip


def _range(reach: Reach, measures: StripMeasures) -> list[Shape]:
    if reach.low == reach.high:
        return []
    y = measures.top + measures.cell[1] + measures.whisker_away
    ends = (measures.middle(reach.low), y), (measures.middle(reach.high), y)
    return list(whisker(*ends, (0, measures.whisker_end), measures.whisker))


def _marker_below(reach: Reach, measures: StripMeasures) -> list[Shape]:
    """A diamond on the range's line, or a triangle where there is no range."""
    shapes = _range(reach, measures)
    if reach.level is None:
        return shapes
    x = measures.middle(reach.level)
    y = measures.top + measures.cell[1] + measures.whisker_away
    mark = diamond(x, y, 6.5) if shapes else ((x, y - 5), (x + 6.5, y + 5), (x - 6.5, y + 5))
    return [*shapes, Poly(mark, fill="ink")]


def _marker_above(reach: Reach, measures: StripMeasures) -> list[Shape]:
    """The words "Our level" with a triangle that points at the cell and does not touch it."""
    shapes = _range(reach, measures)
    if reach.level is None:
        return shapes
    x, tip = measures.middle(reach.level), measures.top - 1.4 * MM
    words = tr("Provisional level") if reach.provisional else tr("Our level")
    base = tip - 2.3 * MM
    mark = (x, tip), (x - 1.25 * MM, tip - 1.3 * MM), (x + 1.25 * MM, tip - 1.3 * MM)
    said = Words(x, base, words, measures.names, bold=True, anchor="middle")
    return [*shapes, Poly(mark, fill="ink"), said]


def _names(reach: Reach, names: Sequence[str], measures: StripMeasures) -> tuple[list[Shape], int]:
    """The names under their cells, and how many lines the longest takes."""
    base = measures.top + measures.cell[1] + measures.names_away
    words: list[Shape] = []
    most = 1
    for step in LEVELS:
        ours = step == reach.level
        number = f"{step}  "
        room = measures.cell[0] - text_width(number, measures.names, ours)
        first, *others = balanced(names[step], measures.names, ours, room)
        said = [number + first, *others]
        most = max(most, len(said))
        colour: Tone = "ink" if ours else "quiet"
        words += [
            Words(measures.middle(step), base + n * measures.names_line, line, measures.names,
                  colour, ours, "middle")
            for n, line in enumerate(said)
        ]  # fmt: skip
    return words, most


def _described(
    width: float,
    height: float,
    shapes: Sequence[Shape],
    name: str,
    reach: Reach,
    names: Sequence[str],
) -> Drawing:
    could_be = range_words(reach.low, reach.high)
    heading = (tr("Domain"), tr("Level"), tr("Could be"))
    title = tr("Level strip for {name}").format(name=name)
    if reach.level is None:
        said = tr("{title}: no single level; could be {range}.").format(title=title, range=could_be)
        row = (name, tr("Range only"), could_be)
        return Drawing(width, height, tuple(shapes), title, said, (heading, row))
    level = tr("level {n}, {level}").format(n=reach.level, level=names[reach.level])
    if reach.provisional:
        level = tr("{level}, provisional").format(level=level)
    said = f"{title}: {level}"
    if reach.low != reach.high:
        said += tr("; could be {range}").format(range=could_be)
    row = (name, f"{reach.level} {names[reach.level]}", could_be)
    return Drawing(width, height, tuple(shapes), title, f"{said}.", (heading, row))
