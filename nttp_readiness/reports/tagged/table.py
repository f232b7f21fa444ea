"""Boxes beside one another, and tables whose rows go over pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from .canvas import TaggedCanvas, ink
from .flow import Box, Space

_UNBROKEN = 3  # so few rows are not shared out to two pages


@dataclass(frozen=True, slots=True)
class Line:
    """A rule across, so thick, in a colour #RRGGBB. It takes no room."""

    width: float
    colour: str

    def draw(self, canvas: TaggedCanvas, x: float, y: float, length: float) -> None:
        pen = canvas.canvas
        pen.setLineWidth(self.width)
        pen.setStrokeColor(ink(self.colour))
        pen.line(x, y, x + length, y)


@dataclass(frozen=True, slots=True)
class Positioned:
    """A box so far from the left edge, so wide."""

    x: float
    width: float
    box: Box


class Beside(Box):
    """Boxes side by side, with air above and below and rules at the upper and lower edge.

    It is broken only where it is higher than `whole`; by default never. Then at least so much of it
    stands at the foot of a page as `begins` says.
    """

    def __init__(
        self,
        places: Sequence[Positioned],
        *,
        above: float = 0,
        below: float = 0,
        top_line: Line | None = None,
        bottom_line: Line | None = None,
        before: float = 0,
        after: float = 0,
        whole: float = float("inf"),
        begins: float = 0,
        at_foot: bool = False,
    ) -> None:
        self._places = tuple(places)
        self._above, self._below = above, below
        self._top_line, self._bottom_line = top_line, bottom_line
        self.before, self.after = before, after
        self._whole, self._begins = whole, begins
        self._at_foot = at_foot
        self._high: float | None = None

    def height(self, width: float) -> float:  # noqa: ARG002 - the places have their own
        # Kept, as what is left of a table asks all of its rows again on each page.
        if self._high is None:
            high = max((place.box.height(place.width) for place in self._places), default=0)
            self._high = self._above + high + self._below
        return self._high

    def least(self, width: float) -> float:
        high = self.height(width)
        if high <= self._whole:
            return high
        least = max(place.box.least(place.width) for place in self._places)
        return min(high, max(self._begins, self._above + least + self._below))

    def split(self, width: float, room: float) -> tuple[Beside, Beside] | None:
        if self.height(width) <= self._whole:
            return None
        inner = room - self._above - self._below
        heads: list[Positioned] = []
        tails: list[Positioned] = []
        for place in self._places:
            if place.box.height(place.width) <= inner:
                heads.append(place)
                tails.append(replace(place, box=Space()))
                continue
            parts = place.box.split(place.width, inner)
            if parts is None:
                return None
            heads.append(replace(place, box=parts[0]))
            tails.append(replace(place, box=parts[1]))
        return self._like(heads, head=True), self._like(tails, head=False)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        high = self.height(width)
        for place in self._places:
            y = top - self._above
            if self._at_foot:
                y = top - high + self._below + place.box.height(place.width)
            place.box.draw(canvas, x + place.x, y, place.width)
        if self._top_line:
            self._top_line.draw(canvas, x, top, width)
        if self._bottom_line:
            self._bottom_line.draw(canvas, x, top - high, width)

    def _like(self, places: Sequence[Positioned], *, head: bool) -> Beside:
        return Beside(
            places,
            above=self._above,
            below=self._below,
            top_line=self._top_line if head else None,
            bottom_line=self._bottom_line,
            before=self.before if head else 0,
            after=0 if head else self.after,
            whole=self._whole,
            at_foot=self._at_foot,
        )


class Table(Box):
    """Rows under a header that is drawn again on each page, then as an artifact.

    Two rows at least stand before and after a break. A table that is `whole` moves on to a page
    that holds it, where there is one of height `page`.
    """

    def __init__(
        self,
        header: Box,
        rows: Sequence[Box],
        *,
        before: float = 0,
        after: float = 0,
        whole: bool = False,
        page: float = float("inf"),
        again: bool = False,
    ) -> None:
        self._header = header
        self._rows = tuple(rows)
        self.before, self.after = before, after
        self._whole, self._page = whole, page
        self._again = again
        self._ends: dict[float, list[float]] = {}

    def height(self, width: float) -> float:
        return self._depths(width)[-1]

    def least(self, width: float) -> float:
        high = self.height(width)
        if self._whole and high <= self._page:
            return high
        depths = self._depths(width)
        if not self._rows:
            return high
        first = depths[0] + self._rows[0].least(width)
        if len(self._rows) == 1 or first < depths[1]:
            return first
        if len(self._rows) <= _UNBROKEN:
            return high
        return depths[1] + self._rows[1].least(width)

    def split(self, width: float, room: float) -> tuple[Table, Table] | None:
        if self._whole and self.height(width) <= self._page:
            return None
        depths = self._depths(width)
        count = len(self._rows)
        fits = sum(depth <= room for depth in depths[1:])
        if fits < count:
            parts = self._rows[fits].split(width, room - depths[fits])
            if parts:
                head = [*self._rows[:fits], parts[0]]
                return self._like(head, head=True), self._like(
                    [parts[1], *self._rows[fits + 1 :]], head=False
                )
        fits = min(fits, count - 2)
        if fits < min(2, count - 1):
            return None
        return self._like(self._rows[:fits], head=True), self._like(self._rows[fits:], head=False)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        if self._again:
            with canvas.untagged():
                self._header.draw(canvas, x, top, width)
        else:
            self._header.draw(canvas, x, top, width)
        for depth, row in zip(self._depths(width), self._rows, strict=False):
            row.draw(canvas, x, top - depth, width)

    def _depths(self, width: float) -> list[float]:
        """How deep the header ends, and each row."""
        if width not in self._ends:
            heights = [self._header.height(width), *(row.height(width) for row in self._rows)]
            self._ends[width] = list(accumulate(heights))
        return self._ends[width]

    def _like(self, rows: Sequence[Box], *, head: bool) -> Table:
        return Table(
            self._header,
            rows,
            before=self.before if head else 0,
            after=0 if head else self.after,
            whole=self._whole,
            page=self._page,
            again=self._again or not head,
        )
