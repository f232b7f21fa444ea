"""A driver diagram: the aim, the drivers that it rests on, and the actions that move each.

Wide, they stand in three columns from the left, joined by brackets; narrow, one below the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from nttp_readiness.figures.arcs import MM, PX
from nttp_readiness.figures.palette import Tone
from nttp_readiness.figures.shapes import Box, Drawing, Point, Poly, Shape, Spot, Words
from nttp_readiness.figures.text_width import CAPITAL, wrap
from nttp_readiness.i18n import tr, trn
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class DriverAction:
    """An action under its driver. `note` are a few words: its status, or that it is overdue."""

    key: str
    number: str
    title: str
    note: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Driver:
    """What has to move for the aim, and where it stands in a few words."""

    key: str
    name: str
    note: str
    actions: tuple[DriverAction, ...]


@dataclass(frozen=True, slots=True)
class DriverMeasures:
    """Widths of the first two columns, and empty space, in the drawing's unit.

    A width below `least` puts everything in one column; `aim` and `driver` do not count then.
    """

    aim: float
    driver: float
    apart: float
    number: float
    pad: float
    between: float
    """Empty space between two actions; two drivers stand three times as far apart."""
    size: float
    small: float
    line: float
    edge: float
    radius: float
    least: float
    aim_first: bool = False
    """Whether the aim stands beside the first driver, in view where the diagram begins, and not in
    the middle of its height."""


SCREEN = DriverMeasures(
    aim=170, driver=236, apart=36, number=26, pad=12, between=10, size=10.5 * PX, small=10 * PX,
    line=19, edge=1, radius=8, least=720, aim_first=True,
)  # fmt: skip
PAPER = DriverMeasures(
    aim=26 * MM, driver=38 * MM, apart=6 * MM, number=6 * MM, pad=2 * MM, between=1 * MM,
    size=9.5, small=9, line=11.5, edge=0.75, radius=4, least=140 * MM,
)  # fmt: skip


def drivers(
    aim: str,
    rows: Sequence[Driver],
    measures: DriverMeasures = SCREEN,
    width: float = 930,
) -> Drawing:
    """The diagram in that width, as high as it has to be."""
    chart = (_Columns if width >= measures.least else _Outline)(measures, width)
    height = chart.draw(aim, rows)
    return Drawing(
        width, height, tuple(chart.shapes), tr("Drivers of our plan"), _sentence(aim, rows),
        _table(rows), tuple(chart.spots),
    )  # fmt: skip


class _Chart:
    """What both forms draw with."""

    def __init__(self, measures: DriverMeasures, width: float) -> None:
        self.m, self.width = measures, width
        self.shapes: list[Shape] = []
        self.spots: list[Spot] = []

    def draw(self, aim: str, rows: Sequence[Driver]) -> float:
        """Draw everything, and give its height."""
        raise NotImplementedError

    def box_height(self, text: str, note: str, width: float) -> float:
        lines = len(self._in_box(text, width, bold=True)) + len(self._in_box(note, width))
        return lines * self.m.line + 2 * self.m.pad

    def box(self, corner: Point, size: tuple[float, float], text: str, note: str) -> None:
        """A box with bold words, and the note below them, in its middle from top to bottom."""
        m, (x, y), (wide, high) = self.m, corner, size
        self.shapes.append(Box(x, y, wide, high, "surface", "edge", m.edge, m.radius))
        bold, plain = self._in_box(text, wide, bold=True), self._in_box(note, wide)
        top = y + (high - (len(bold) + len(plain)) * m.line) / 2
        for n, line in enumerate((*bold, *plain)):
            strong = n < len(bold)
            size_of = m.size if strong else m.small
            base = self._base(top + n * m.line)
            tone: Tone = "ink" if strong else "quiet"
            self.shapes.append(Words(x + m.pad, base, line, size_of, tone, bold=strong))

    def action_height(self, action: DriverAction, width: float) -> float:
        lines = len(self._title(action, width)) + len(self._note(action, width))
        return lines * self.m.line

    def action(self, action: DriverAction, x: float, y: float, width: float) -> None:
        """Number, title and note, from the top; all of it can be pointed at."""
        m, left = self.m, x + self.m.number
        number = Words(left - m.pad / 2, self._base(y), action.number, m.small, "quiet",
                       anchor="end")  # fmt: skip
        self.shapes.append(number)
        title, note = self._title(action, width), self._note(action, width)
        for n, line in enumerate((*title, *note)):
            size = m.size if n < len(title) else m.small
            tone: Tone = "ink" if n < len(title) else "quiet"
            self.shapes.append(Words(left, self._base(y + n * m.line), line, size, tone))
        high, out = self.action_height(action, width), m.between * 0.3
        corners = (x, y - out), (x + width, y - out), (x + width, y + high), (x, y + high)
        self.spots.append(Spot(action.key, corners, action.sentence))

    def line(self, *points: Point) -> None:
        self.shapes.append(Poly(points, stroke="edge", width=self.m.edge, closed=False))

    def first_line(self, y: float) -> float:
        """The middle of the first line of an action that begins at y."""
        return y + self.m.line / 2

    def _base(self, top: float) -> float:
        return top + self.m.line / 2 + self.m.size * CAPITAL / 2

    def _in_box(self, text: str, width: float, *, bold: bool = False) -> tuple[str, ...]:
        size = self.m.size if bold else self.m.small
        return wrap(text, size, bold, width - 2 * self.m.pad) if text else ()

    def _title(self, action: DriverAction, width: float) -> tuple[str, ...]:
        return wrap(action.title, self.m.size, False, width - self.m.number)

    def _note(self, action: DriverAction, width: float) -> tuple[str, ...]:
        return wrap(action.note, self.m.small, False, width - self.m.number) if action.note else ()


class _Columns(_Chart):
    """Aim, drivers and actions beside each other."""

    def draw(self, aim: str, rows: Sequence[Driver]) -> float:
        m = self.m
        at_driver = m.aim + m.apart
        at_action = at_driver + m.driver + m.apart
        room = self.width - at_action
        top, middles = 0.0, list[float]()
        for row in rows:
            high = self.box_height(row.name, row.note, m.driver)
            heights = [self.action_height(each, room) for each in row.actions]
            stack = sum(heights) + m.between * max(0, len(heights) - 1)
            block = max(high, stack)
            middle = top + block / 2
            self.box((at_driver, middle - high / 2), (m.driver, high), row.name, row.note)
            y, marks = middle - stack / 2, list[float]()
            for each, tall in zip(row.actions, heights, strict=True):
                self.action(each, at_action, y, room)
                marks.append(self.first_line(y))
                y += tall + m.between
            self._bracket(at_action - m.apart, middle, at_action, marks)
            middles.append(middle)
            top += block + 3 * m.between
        height = max(top - 3 * m.between, 0.0)
        tall = self.box_height(aim, "", m.aim)
        height = max(height, tall)
        centre = tall / 2
        if middles:
            centre = middles[0] if m.aim_first else (middles[0] + middles[-1]) / 2
        corner = min(max(0.0, centre - tall / 2), height - tall)
        self.box((0, corner), (m.aim, tall), aim, "")
        self._bracket(m.aim, corner + tall / 2, at_driver, middles)
        return height + m.edge

    def _bracket(self, start: float, y: float, end: float, marks: Sequence[float]) -> None:
        """From one thing to several: a line out, one down, and one in to each."""
        if not marks:
            return
        trunk = (start + end) / 2
        self.line((start, y), (trunk, y))
        low, high = min(y, *marks), max(y, *marks)
        if high > low:
            self.line((trunk, low), (trunk, high))
        for mark in marks:
            self.line((trunk, mark), (end, mark))


class _Outline(_Chart):
    """One column: the aim, then each driver with its actions hung below it."""

    def draw(self, aim: str, rows: Sequence[Driver]) -> float:
        m = self.m
        step = m.pad * 1.5
        tall = self.box_height(aim, "", self.width)
        self.box((0, 0), (self.width, tall), aim, "")
        y, room = tall + 2 * m.between, self.width - step
        last = tall
        for row in rows:
            high = self.box_height(row.name, row.note, room)
            self.box((step, y), (room, high), row.name, row.note)
            last = y + high / 2
            self.line((step / 2, last), (step, last))
            y += high + m.between
            hung, end = room - 2 * step, y
            for each in row.actions:
                self.action(each, 3 * step, y, hung)
                end = self.first_line(y)
                self.line((2 * step, end), (3 * step, end))
                y += self.action_height(each, hung) + m.between
            if row.actions:
                self.line((2 * step, last + high / 2), (2 * step, end))
            y += m.between
        if rows:
            self.line((step / 2, tall), (step / 2, last))
        return y


def _sentence(aim: str, rows: Sequence[Driver]) -> str:
    said = "; ".join(
        tr("{name}, {actions}").format(
            name=row.name, actions=trn("{n} action", "{n} actions", len(row.actions))
        )
        for row in rows
    )
    if not said:
        return tr("Our aim: {aim}. No action has a driver yet.").format(aim=aim)
    return tr("Our aim: {aim}. What drives it: {drivers}.").format(aim=aim, drivers=said)


def _table(rows: Sequence[Driver]) -> tuple[tuple[str, ...], ...]:
    heading = (tr("Driver"), tr("Level"), tr("No."), tr("Action"), tr("Status"))
    return (
        heading,
        *(
            (row.name, row.note, each.number, each.title, each.note)
            for row in rows
            for each in row.actions
        ),
    )
