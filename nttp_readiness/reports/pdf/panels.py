"""Blocks with an edge or a ground: panels, notices, the list of contents, room to write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nttp_readiness.presentation.words.blocks import Heading, WritingRoom
from nttp_readiness.reports.pdf.page_styles import MM
from nttp_readiness.reports.pdf.setting import Setting
from nttp_readiness.reports.tagged import (
    Box,
    Line,
    Space,
    Stack,
    Tag,
    TaggedCanvas,
    Text,
)  # fmt: skip

_CONTENTS_WIDTH = 112 * MM
_WRITING_LINE = 8.5 * MM
_WIDE_LINE = 11 * MM
_WRITTEN_TOGETHER = 3
_PAPER_HEIGHT = 297 * MM


class Tinted(Box):
    """Boxes on a tinted ground, with a rule along its upper edge if one is given."""

    def __init__(
        self,
        boxes: Sequence[Box],
        colour: str,
        side: float,
        air: float,
        page: float,
        *,
        rule: Line | None = None,
    ) -> None:
        self._inner = Stack(boxes)
        self._colour, self._side, self._air, self._page, self._rule = colour, side, air, page, rule
        self.before = self.after = air
        self.keys = self._inner.keys

    def height(self, width: float) -> float:
        return self._inner.height(width - 2 * self._side) + 2 * self._air

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        if self.height(width) <= self._page:
            return None
        parts = self._inner.split(width - 2 * self._side, room - 2 * self._air)
        if parts is None:
            return None
        first, rest = (
            Tinted([part], self._colour, self._side, self._air, self._page) for part in parts
        )
        return first, rest

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        high = self.height(width)
        pen = canvas.canvas
        pen.setFillColor(self._colour)
        pen.rect(x, top - high, width, high, stroke=0, fill=1)
        if self._rule:
            self._rule.draw(canvas, x, top - self._rule.width / 2, width)
        self._inner.draw(canvas, x + self._side, top - self._air, width - 2 * self._side)


class Ruled(Box):
    """Boxes between two rules."""

    def __init__(self, boxes: Sequence[Box], rule: Line, air: float, page: float) -> None:
        self._inner = Stack(boxes)
        self._rule, self._air, self._page = rule, air, page
        self.before = self.after = 2 * air

    def height(self, width: float) -> float:
        return self._inner.height(width) + 2 * self._air

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        if self.height(width) <= self._page:
            return None
        parts = self._inner.split(width, room - 2 * self._air)
        if parts is None:
            return None
        first, rest = (Ruled([part], self._rule, self._air, self._page) for part in parts)
        return first, rest

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        self._rule.draw(canvas, x, top, width)
        self._inner.draw(canvas, x, top - self._air, width)
        self._rule.draw(canvas, x, top - self.height(width), width)


class Entry(Box):
    """A line of the contents: a name that leads to its section, and the page where that begins.

    `pages` has the page of each key by the time this is drawn.
    """

    def __init__(
        self,
        setting: Setting,
        name: str,
        key: str,
        pages: Mapping[str, int],
        tag: Tag,
        width: float,
    ) -> None:
        self._setting = setting
        self._width = width
        self._key = key
        self._pages = pages
        self._name = name
        look = setting.styles.type("table")
        self._link = tag.child("Link")
        self._text = Text(
            setting.pieces(name, look), look.leading, self._link, ends_spaced=True,
            limit=width - 20 * MM,
        )  # fmt: skip
        self._air = setting.gap(3.7)

    def height(self, width: float) -> float:
        return self._text.height(min(width, self._width)) + 2 * self._air

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        width = min(width, self._width)
        high = self.height(width)
        self._text.draw(canvas, x, top - self._air, width)
        page = str(self._pages[self._key])
        number = self._setting.text(page, "table", self._link, right=True)
        number.draw(canvas, x, top - self._air, width)
        canvas.link(
            self._link, (x, top - high, width, high), f"{self._name}, {page}", place=self._key
        )
        self._setting.line(0.5, "line").draw(canvas, x, top - high, width)


def section_key(number: int) -> str:
    """The place of the section of that number, from 1."""
    return f"section{number}"


def contents_box(
    setting: Setting, sections: Sequence[Heading], pages: Mapping[str, int], parent: Tag
) -> Box:
    """An entry for each section that is listed; sections are counted from 1 for their keys."""
    if not any(section.in_contents for section in sections):
        return Space()
    contents = parent.child("TOC")
    width = setting.styles.width if setting.styles.large else _CONTENTS_WIDTH
    return Stack(
        Entry(setting, section.text, section_key(number), pages, contents.child("TOCI"), width)
        for number, section in enumerate(sections, 1)
        if section.in_contents
    )


class CutPage(Box):
    """Boxes on the quarters or halves of the paper, with broken lines to cut along between them.

    They are `cut_width` wide.
    """

    def __init__(self, setting: Setting, parts: Sequence[Box], *, columns: int) -> None:
        styles = setting.styles
        self._setting, self._parts, self._columns = setting, tuple(parts), columns
        self._edge, self._top = styles.margin, styles.top
        self._middle = _PAPER_HEIGHT / 2 - styles.top
        self.keys = tuple(key for part in parts for key in part.keys)

    def height(self, width: float) -> float:
        """A page, or more where a part is higher than its place."""
        wide = cut_width(self._setting, width, self._columns)
        tallest = max((part.height(wide) for part in self._parts), default=0)
        return self._setting.styles.height + max(0, tallest - (self._middle - self._top))

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        wide = cut_width(self._setting, width, self._columns)
        for number, part in enumerate(self._parts):
            row, column = divmod(number, self._columns)
            left = x + column * (wide + 2 * self._edge)
            part.draw(canvas, left, top - row * (self._middle + self._top), wide)
        pen = canvas.canvas
        pen.saveState()
        pen.setStrokeColor(self._setting.styles.colour("edge"))
        pen.setLineWidth(0.6)
        pen.setDash([4, 4])
        across, down = x + width / 2, top - self._middle
        if self._columns > 1:
            pen.line(across, top, across, top - self._setting.styles.height)
        pen.line(x, down, x + width, down)
        pen.restoreState()


def cut_width(setting: Setting, width: float, columns: int) -> float:
    """How wide a part is on a page of that width which is cut into one or two columns."""
    return width if columns == 1 else width / 2 - setting.styles.margin


def writing_room(setting: Setting, block: WritingRoom, parent: Tag) -> Box:
    """A label and ruled lines, of which some always stand together on a page. In large print they
    stand further apart.
    """
    pitch = _WIDE_LINE if setting.styles.large else _WRITING_LINE
    label = setting.text(block.label, "label", parent.child("P"), with_next=True)
    label.before = setting.gap(10)
    groups = max(1, block.lines // _WRITTEN_TOGETHER)
    sizes = [block.lines // groups + (place < block.lines % groups) for place in range(groups)]
    ruled = [
        RuledLines(setting.line(0.6, "edge"), size, pitch, to_foot=block.to_foot)
        for size in sizes
    ]  # fmt: skip
    stack = Stack([label, *ruled])
    stack.after = setting.gap(8)
    return stack


class RuledLines(Box):
    """Lines to write on. With `to_foot` there are as many more as the rest of the page has room
    for, where nothing else follows on it.
    """

    def __init__(self, line: Line, count: int, pitch: float, *, to_foot: bool) -> None:
        self._line, self._count, self._pitch, self._to_foot = line, count, pitch, to_foot

    def height(self, width: float) -> float:  # noqa: ARG002 - it is the same at any width
        return self._count * self._pitch

    def stretched(self, width: float, room: float) -> Box:  # noqa: ARG002
        more = int(room // self._pitch) if self._to_foot else 0
        if more < 1:
            return self
        return RuledLines(self._line, self._count + more, self._pitch, to_foot=False)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        for line in range(1, self._count + 1):
            self._line.draw(canvas, x, top - line * self._pitch, width)
