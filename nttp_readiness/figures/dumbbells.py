"""Two rounds side by side: an open ring for the earlier one, a filled disc for the later one.

A step down is drawn exactly as a step up. Where a round has a range only, its line stands for it.
"""

from __future__ import annotations

from collections.abc import Sequence

from nttp_readiness.figures.arcs import MM, PX
from nttp_readiness.figures.cells import LEVELS, range_words
from nttp_readiness.figures.geometry import centred, moved, whisker
from nttp_readiness.figures.palette import Tone
from nttp_readiness.figures.shapes import Disc, Drawing, Poly, Shape, Spot, Words
from nttp_readiness.figures.strip import Reach
from nttp_readiness.figures.text_width import CAPITAL, text_width, wrap
from nttp_readiness.i18n import tr
from nttp_readiness.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Comparison:
    """A domain in two rounds; `change` says in words what became of it ("Up one")."""

    key: str
    name: str
    before: Reach
    after: Reach
    change: str
    sentence: str


@dataclass(frozen=True, slots=True)
class DumbbellMeasures:
    """Columns from the left: name, chart, "was 1, now 2", change; the last two in one if `stacked`.

    They are those of the width `whole`; in less the levels stand closer. A width below `least`
    puts name and change on a line of their own above the chart, which then takes all of it.
    """

    row: float
    head: float
    name: float
    level: float
    margin: float
    figures: float
    change: float
    whole: float
    least: float
    size: float
    small: float
    line: float
    ring: float
    disc: float
    bar: float
    edge: float
    rule: Poly
    """How the rules between rows look; its points do not count."""
    stacked: bool = False


SCREEN = DumbbellMeasures(
    row=41, head=28, name=200, level=88, margin=44, figures=654, change=784, whole=888,
    least=836, size=10.5 * PX, small=10 * PX, line=17, ring=8, disc=11, bar=4, edge=2,
    rule=Poly((), stroke="edge", closed=False, dash=(1, 1)),
)  # fmt: skip
PAPER = DumbbellMeasures(
    row=10 * MM, head=7 * MM, name=43 * MM, level=18 * MM, margin=9 * MM, figures=133 * MM,
    change=133 * MM, whole=170 * MM, least=165 * MM, size=10, small=9.2, line=12,
    ring=1.6 * MM, disc=2.2 * MM, bar=2.2, edge=1.1,
    rule=Poly((), stroke="line", width=0.5, closed=False), stacked=True,
)  # fmt: skip

NARROW = replace(
    SCREEN, row=38, margin=29, size=13, small=10.5, line=16, ring=7, disc=9.5,
    rule=Poly((), stroke="line", width=0.5, closed=False),
)  # fmt: skip
"""For a width of 288: name and change stand above the chart."""

_FARTHEST = 1.7
"""How much farther apart than in a wide row levels stand where the chart has a line of its own."""


def dumbbells(
    rows: Sequence[Comparison],
    names: Sequence[str],
    measures: DumbbellMeasures = SCREEN,
    width: float = 888,
) -> Drawing:
    """A row for each domain on one axis of the five levels, whose names are given."""
    chart = _Chart(measures, width, len(rows))
    shapes = chart.axis(names)
    spots = []
    for place, row in enumerate(rows):
        top = chart.top(place)
        shapes += chart.words(row, top)
        shapes += moved(chart.marks(row), 0, chart.axis_at(place))
        outline = (0.0, top), (width, top), (width, top + chart.row), (0.0, top + chart.row)
        spots.append(Spot(row.key, outline, row.sentence))
    return Drawing(
        width, chart.height, tuple(shapes), tr("What moved between the two rounds"),
        _sentence(rows), _table(rows), tuple(spots),
    )  # fmt: skip


def dumbbell_key(
    before: str, after: str, measures: DumbbellMeasures = SCREEN, width: float = 888
) -> Drawing:
    """Which mark is which round: "Round 1, 12 March 2026" and the later one."""
    samples = (
        (
            (Disc(0, 0, measures.ring, "surface", "ink", measures.edge),),
            measures.ring + measures.edge / 2,
            before,
        ),
        ((Disc(0, 0, measures.disc, "loch"),), measures.disc, after),
        (_both(0, measures), measures.disc + 2, tr("Both")),
    )
    x, y, size = 0.0, measures.disc + 3, measures.small
    shapes: list[Shape] = []
    for marks, half, words in samples:
        wide = 2 * half + size * 0.75 + text_width(words, size, bold=False)
        if x and x + wide > width:
            x, y = 0.0, y + 2 * measures.disc + 8
        said = Words(half + size * 0.75, size * CAPITAL / 2, words, size)
        shapes += moved((*marks, said), x + half, y)
        x += wide + 2 * size
    return Drawing(width, y + measures.disc + 3, tuple(shapes), tr("Key"), f"{before}; {after}.")


class _Chart:
    """Where things lie for a width."""

    def __init__(self, measures: DumbbellMeasures, width: float, rows: int) -> None:
        self._m, self._width, self._rows = measures, width, rows
        self._wide = width >= measures.least
        left = measures.name if self._wide else 0.0
        gaps = len(LEVELS) - 1
        self._less = max(0.0, measures.whole - width) if self._wide else 0.0
        step = measures.level - self._less / gaps
        if not self._wide:
            step = min(_FARTHEST * step, (width - 2 * measures.margin) / gaps)
        self._levels = [left + measures.margin + n * step for n in LEVELS]
        self._step = step
        self.row = measures.row if self._wide else measures.row + measures.line * 1.6
        self._head = measures.head if self._fits() else measures.head + measures.line

    @property
    def height(self) -> float:
        return self._head + self._rows * self.row + 1

    def top(self, place: int) -> float:
        return self._head + place * self.row

    def axis_at(self, place: int) -> float:
        """The line on which a row's marks stand."""
        return self.top(place) + self.row - self._m.row / 2

    def axis(self, names: Sequence[str]) -> list[Shape]:
        """The levels' names, a line down from each, and dotted rules between the rows."""
        m, shapes = self._m, list[Shape]()
        for step, x in enumerate(self._levels):
            lines = (f"{step} {names[step]}",) if self._fits() else (str(step), names[step])
            for n, line in enumerate(reversed(lines)):
                y = self._head - m.small * 0.95 - n * m.line
                shapes.append(centred(x, y, line, m.small, "quiet"))
            for place in range(self._rows):
                below = self.top(place) + self.row
                down = (x, below - m.row), (x, below)
                shapes.append(Poly(down, stroke="line", width=m.rule.width, closed=False))
        for place in range(self._rows + 1):
            ends = (0.0, self.top(place)), (self._width, self.top(place))
            shapes.append(replace(m.rule, points=ends))
        return shapes

    def words(self, row: Comparison, top: float) -> list[Shape]:
        m = self._m
        was = tr("was {before}, now {after}").format(
            before=_figures(row.before), after=_figures(row.after)
        )
        moved_at_all: Tone = "ink" if _moves(row) else "quiet"
        drop = m.size * CAPITAL / 2
        if not self._wide:
            y = top + m.line
            said = f"{was}. {row.change}"
            room = self._width - text_width(row.name, m.size, bold=True) - m.size
            if text_width(said, m.small, bold=False) > room:
                said = was  # what became of it is seen, and stands in the table
            return [
                Words(0, y + drop, row.name, m.size, bold=True),
                Words(self._width, y + drop, said, m.small, moved_at_all, anchor="end"),
            ]
        middle = top + self.row / 2
        name = wrap(row.name, m.size, True, m.name - m.margin * 0.2)
        apart = m.line / 2 if m.stacked else 0.0
        first = middle - (len(name) - 1) * m.line / 2 + drop
        return [
            *(Words(0, first + n * m.line, line, m.size, bold=True) for n, line in enumerate(name)),
            Words(m.figures - self._less, middle + drop + apart, was, m.small, "quiet"),
            Words(
                m.change - self._less, middle + drop - apart, row.change, m.small, moved_at_all,
                _moves(row),
            ),
        ]  # fmt: skip

    def marks(self, row: Comparison) -> list[Shape]:
        """The marks of a row, about y = 0."""
        m, before, after = self._m, row.before.level, row.after.level
        if before is not None and after is not None:
            start, end = self._levels[before], self._levels[after]
            if before == after:
                return list(_both(start, m))
            side = 1 if end > start else -1
            bar = Poly(
                ((start + side * m.ring, 0), (end, 0)), stroke="loch", width=m.bar, closed=False
            )
            return [bar, *self._ring(start), Disc(end, 0, m.disc, "loch"), _chevron(end, side, m)]
        shapes: list[Shape] = []
        both: tuple[tuple[Reach, float, Tone], ...] = (
            (row.before, -m.ring + 1, "edge"),
            (row.after, m.ring - 1, "loch"),
        )
        for reach, y, colour in both:
            if reach.level is None:
                ends = (self._levels[reach.low], y), (self._levels[reach.high], y)
                shapes += whisker(*ends, (0, m.edge * 2.5), m.edge, colour)
            elif reach is row.before:
                shapes += self._ring(self._levels[reach.level], y)
            else:
                shapes.append(Disc(self._levels[reach.level], y, m.ring, "loch"))
        return shapes

    def _ring(self, x: float, y: float = 0) -> tuple[Shape, ...]:
        return (Disc(x, y, self._m.ring, "surface", "ink", self._m.edge),)

    def _fits(self) -> bool:
        """Whether "2 Developing" fits between two levels."""
        return self._step >= self._m.small * 6.2


def _both(x: float, measures: DumbbellMeasures) -> tuple[Shape, ...]:
    """A disc inside a ring: the same level in both rounds."""
    return (
        Disc(x, 0, measures.disc + 1, "surface", "ink", measures.edge),
        Disc(x, 0, measures.ring, "loch"),
    )


def _chevron(x: float, side: int, measures: DumbbellMeasures) -> Poly:
    reach = measures.disc * 0.42
    points = (
        (x - side * reach * 0.45, -reach), (x + side * reach * 0.6, 0.0),
        (x - side * reach * 0.45, reach),
    )  # fmt: skip
    return Poly(points, stroke="on_loch", width=measures.edge, closed=False)


def _moves(row: Comparison) -> bool:
    before, after = row.before.level, row.after.level
    return before is not None and after is not None and before != after


def _figures(reach: Reach) -> str:
    """A level, or the range that stands for it, in few characters."""
    return str(reach.level) if reach.level is not None else f"{reach.low}–{reach.high}"


def _words(reach: Reach) -> str:
    return str(reach.level) if reach.level is not None else range_words(reach.low, reach.high)


def _sentence(rows: Sequence[Comparison]) -> str:
    up, down, same, unclear = list[str](), list[str](), list[str](), list[str]()
    for row in rows:
        before, after = row.before.level, row.after.level
        said = tr("{name}, {before} to {after}").format(name=row.name, before=before, after=after)
        if before is None or after is None:
            unclear.append(row.name)
        elif before == after:
            same.append(row.name)
        else:
            (up if after > before else down).append(said)
    parts = (
        (up, tr("Up: {names}.")),
        (down, tr("Down: {names}.")),
        (same, tr("Same level: {names}.")),
        (unclear, tr("Range only: {names}.")),
    )
    found = [text.format(names="; ".join(names)) for names, text in parts if names]
    return " ".join([tr("Levels of two rounds, 0 to 4."), *found])


def _table(rows: Sequence[Comparison]) -> tuple[tuple[str, ...], ...]:
    heading = (tr("Domain"), tr("Was"), tr("Now"), tr("Change"))
    return (
        heading,
        *((row.name, _words(row.before), _words(row.after), row.change) for row in rows),
    )
