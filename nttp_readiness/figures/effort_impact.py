"""Effort and impact: every action as its number, in the cell for what it takes and what it moves.

The horizon is told by the ring: filled is now, a strong ring is next, a thin one is later.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from nttp_readiness.figures.arcs import MM, PX, arc
from nttp_readiness.figures.geometry import centred
from nttp_readiness.figures.palette import Tone
from nttp_readiness.figures.shapes import Box, Disc, Drawing, Shape, Spot, Words
from nttp_readiness.figures.text_width import CAPITAL, text_width, wrap
from nttp_readiness.i18n import tr, trn
from nttp_readiness.values import dataclass

Ring = Literal["now", "next", "later"]
_RINGS: tuple[Ring, ...] = ("now", "next", "later")


@dataclass(frozen=True, slots=True)
class Placed:
    """An action: `effort` and `impact` are places among the columns and the rows, from 0."""

    key: str
    number: str
    title: str
    effort: int
    impact: int
    ring: Ring
    sentence: str


@dataclass(frozen=True, slots=True)
class Axes:
    """Names of the columns and rows, the horizons', and the words for a good place to begin."""

    efforts: tuple[str, ...]
    impacts: tuple[str, ...]
    rings: tuple[str, str, str]
    begin: str


@dataclass(frozen=True, slots=True)
class CellMeasures:
    """Everything in the drawing's unit. Below `least` the rows' names stand above their cells."""

    names: float
    cell: float
    pad: float
    disc: float
    gap: float
    size: float
    small: float
    line: float
    edge: float
    strong: float
    filled: bool
    """Whether "now" is a filled disc; on paper it is a thick ring, and the number stands free."""
    least: float


SCREEN = CellMeasures(
    names=132, cell=92, pad=12, disc=15, gap=8, size=10.5 * PX, small=10 * PX, line=18,
    edge=1, strong=2.5, filled=True, least=520,
)  # fmt: skip
PAPER = CellMeasures(
    names=26 * MM, cell=18 * MM, pad=2.6 * MM, disc=3 * MM, gap=1.6 * MM, size=9.5,
    small=9, line=11.5, edge=0.75, strong=1.8, filled=False, least=110 * MM,
)  # fmt: skip


def effort_impact(
    placed: Sequence[Placed],
    axes: Axes,
    measures: CellMeasures = SCREEN,
    width: float = 720,
) -> Drawing:
    """The cells in that width; each grows with the actions in it."""
    grid = _Grid(placed, axes, measures, width)
    height = grid.draw()
    return Drawing(
        width, height, tuple(grid.shapes), tr("Effort and impact"), _sentence(placed, axes),
        _table(placed, axes), tuple(grid.spots),
    )  # fmt: skip


class _Grid:
    def __init__(
        self, placed: Sequence[Placed], axes: Axes, measures: CellMeasures, width: float
    ) -> None:
        self.shapes: list[Shape] = []
        self.spots: list[Spot] = []
        self._placed, self._axes, self._m, self._width = placed, axes, measures, width
        self._beside = width >= measures.least
        self._left = measures.names if self._beside else 0.0
        self._cell = (width - self._left) / len(axes.efforts)

    def draw(self) -> float:
        """Draw everything, and give its height."""
        m, y = self._m, self._heads()
        for impact, name in enumerate(self._axes.impacts):
            if not self._beside:
                self._words(0, y + m.line / 2, name, bold=True)
                y += m.line * 1.4
            high = self._height(impact)
            if self._beside:
                lines = wrap(name, m.size, True, m.names - m.pad)
                top = y + high / 2 - (len(lines) - 1) * m.line / 2
                for n, line in enumerate(lines):
                    self._words(0, top + n * m.line, line, bold=True)
            for effort in range(len(self._axes.efforts)):
                self._one(impact, effort, y, high)
            y += high + (0 if self._beside else m.line * 0.6)
        return self._key(y + m.line) + m.edge

    def _heads(self) -> float:
        """The efforts over their columns; gives where the cells begin."""
        m = self._m
        names = [wrap(each, m.small, False, self._cell - m.pad) for each in self._axes.efforts]
        deep = max(len(lines) for lines in names)
        for n, lines in enumerate(names):
            x = self._left + (n + 0.5) * self._cell
            for k, line in enumerate(lines, start=deep - len(lines)):
                self.shapes.append(centred(x, (k + 0.5) * m.line, line, m.small, "quiet"))
        return deep * m.line + m.pad / 2

    def _height(self, impact: int) -> float:
        m = self._m
        most = max(
            len([each for each in self._placed if (each.impact, each.effort) == (impact, effort)])
            for effort in range(len(self._axes.efforts))
        )
        rows = -(-most // self._across())
        begins = len(self._begin()) * m.line + m.pad / 2 if impact == 0 else 0
        return max(m.cell, rows * (2 * m.disc + m.gap) - m.gap + 2 * m.pad + begins)

    def _across(self) -> int:
        """How many discs stand beside each other in a cell."""
        m = self._m
        return max(1, int((self._cell - 2 * m.pad + m.gap) // (2 * m.disc + m.gap)))

    def _one(self, impact: int, effort: int, y: float, high: float) -> None:
        m, x = self._m, self._left + effort * self._cell
        last = effort == len(self._axes.efforts) - 1
        wide = self._cell + (0 if last else m.edge)  # neighbours share one line
        self.shapes.append(Box(x, y, wide, high + m.edge, "surface", "edge", m.edge))
        top = y + m.pad
        if impact == 0:
            for n, line in enumerate(self._begin() if effort == 0 else ()):
                middle = top + (n + 0.5) * m.line
                self._words(x + m.pad, middle, line, tone="quiet", size=m.small)
            top += len(self._begin()) * m.line + m.pad / 2
        here = [each for each in self._placed if (each.impact, each.effort) == (impact, effort)]
        step = 2 * m.disc + m.gap
        for n, each in enumerate(here):
            row, column = divmod(n, self._across())
            at_x = x + m.pad + m.disc + column * step
            at_y = top + m.disc + row * step
            self.shapes += self._disc(each.ring, at_x, at_y, each.number)
            rim = arc(at_x, at_y, m.disc + m.strong, 0, 360)
            self.spots.append(Spot(each.key, rim, each.sentence))

    def _begin(self) -> tuple[str, ...]:
        """The words in the corner of most impact and least effort."""
        m = self._m
        return wrap(self._axes.begin, m.small, False, self._cell - 2 * m.pad)

    def _disc(self, ring: Ring, x: float, y: float, number: str) -> list[Shape]:
        m = self._m
        full = ring == "now" and m.filled
        line = {"now": m.strong * 1.6, "next": m.strong, "later": m.edge}[ring]
        tone: Tone = "edge" if ring == "later" else "loch"
        disc = Disc(x, y, m.disc, "loch") if full else Disc(
            x, y, m.disc - line / 2, "surface", tone, line
        )  # fmt: skip
        said = centred(x, y, number, m.size, "on_loch" if full else "ink", bold=True)
        return [disc, said] if number else [disc]

    def _key(self, y: float) -> float:
        """Which ring is which horizon, in one or more lines; gives where it ends."""
        m, x = self._m, 0.0
        for ring, name in zip(_RINGS, self._axes.rings, strict=True):
            wide = 2 * m.disc + m.gap + text_width(name, m.size, bold=False)
            if x and x + wide > self._width:
                x, y = 0.0, y + 2 * m.disc + m.gap
            self.shapes += self._disc(ring, x + m.disc, y + m.disc, "")
            self._words(x + 2 * m.disc + m.gap, y + m.disc, name)
            x += wide + 2 * m.pad
        return y + 2 * m.disc

    def _words(
        self, x: float, middle: float, text: str, *, bold: bool = False, tone: Tone = "ink",
        size: float = 0,
    ) -> None:  # fmt: skip
        high = size or self._m.size
        self.shapes.append(Words(x, middle + high * CAPITAL / 2, text, high, tone, bold))


def _sentence(placed: Sequence[Placed], axes: Axes) -> str:
    said = []
    for impact, row in enumerate(axes.impacts):
        for effort, column in enumerate(axes.efforts):
            numbers = [
                each.number for each in placed if (each.impact, each.effort) == (impact, effort)
            ]
            if numbers:
                cell = tr("{impact}, {effort}: {numbers}").format(
                    impact=row, effort=column, numbers=", ".join(numbers)
                )
                said.append(cell)
    count = trn("{n} action", "{n} actions", len(placed))
    if not said:
        return f"{count}."
    return tr("{actions} by impact and effort. {cells}.").format(
        actions=count, cells="; ".join(said)
    )


def _table(placed: Sequence[Placed], axes: Axes) -> tuple[tuple[str, ...], ...]:
    heading = (tr("No."), tr("Action"), tr("Impact"), tr("Effort"), tr("When"))
    return (
        heading,
        *(
            (
                each.number,
                each.title,
                axes.impacts[each.impact],
                axes.efforts[each.effort],
                axes.rings[_RINGS.index(each.ring)],
            )
            for each in placed
        ),
    )
