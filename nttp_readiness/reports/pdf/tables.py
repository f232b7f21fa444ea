"""Tables of the printed report. In large print each row becomes a block of its own."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import accumulate

from nttp_readiness.presentation.words.blocks import Cell, Mark, Row, Table
from nttp_readiness.reports import tagged
from nttp_readiness.reports.columns import SHORT, plain, shared_out, unbroken
from nttp_readiness.reports.pdf.page_styles import MM
from nttp_readiness.reports.pdf.setting import ColumnWidths, Setting
from nttp_readiness.reports.row_blocks import row_lines
from nttp_readiness.reports.tagged import Beside, Box, Positioned, Space, Stack, Tag, scope, summary

_GAP = 4 * MM  # between columns
_LEAST_GAP = 3 * MM
_ROUNDING = 0.01
_WHOLE_ROW = 60 * MM  # a row that is not higher is not split
_WHOLE_BLOCK = 110 * MM
_PAIR = 0.6
"""Two blocks that take more of a page are not held together."""
_SIGN, _BESIDE_SIGN = 2, 5.6 * MM
"""Cells of so few letters stand so close to their mark, as a figure does beside its circle: at the
indent of a name it would lie nearer to the next one.
"""
_PADDING = {
    "normal": (5.0, 6.0), "close": (2.0, 3.0), "working": (3.0, 4.0), "sheet": (0.8, 1.6)
}  # fmt: skip


def table_box(setting: Setting, table: Table, parent: Tag, width: float) -> Box:
    """The table with its rules, or in large print its rows as blocks."""
    if not table.rows:
        return Space()
    if setting.styles.large:
        return _blocks(setting, table, parent, width)
    return _TableMaker(setting, table, width).make(parent)


class _TableMaker:
    def __init__(self, setting: Setting, table: Table, width: float) -> None:
        self._setting = setting
        self._table = table
        columns = self._columns(width)
        self._indents, self._lefts = columns.indents, columns.lefts
        self._widths = columns.widths
        self._above, self._below = (setting.gap(points) for points in _PADDING[table.look])

    def _columns(self, width: float) -> ColumnWidths:
        """Measured once, however often the table is set with other air."""
        known, key = self._setting.known, (id(self._table), width)
        if known is not None and key in known.columns:
            return known.columns[key]
        table = self._table
        self._marked = [
            any(row.cells[index].mark for row in table.rows if index < len(row.cells))
            for index in range(len(table.columns))
        ]
        self._indents = [self._indent(index) for index in range(len(table.columns))]
        self._needs = [self._need(index) for index in range(len(table.columns))]
        widths = self._shared_out(width)
        found = ColumnWidths(
            self._indents,
            [0.0, *accumulate(widths)][:-1],
            [
                wide - self._gap(index, wide) if index < len(widths) - 1 else wide
                for index, wide in enumerate(widths)
            ],
        )
        if known is not None:
            known.columns[key] = found
        return found

    def _shared_out(self, width: float) -> list[float]:
        """The widths of the columns with their gaps: as the table shares them, unless something
        would be broken that should not be.
        """
        total = sum(column.width for column in self._table.columns)
        shares = [column.width / total * width for column in self._table.columns]
        needs = [need + _LEAST_GAP for need in self._needs[:-1]] + self._needs[-1:]
        return shared_out(shares, needs)

    def _need(self, index: int) -> float:
        """How wide a column must be for what should not be broken in it, without the gap."""
        widest = max(
            (
                self._setting.text(text, "header" if head else "table", None).longest(math.inf)
                for text, head in set(unbroken(self._table, index))
            ),
            default=0,
        )
        return widest + self._indents[index]

    def _indent(self, index: int) -> float:
        """How far in the words of a column stand, for the marks before them."""
        if not self._marked[index]:
            return 0
        said = (words for row in self._table.rows for words in row.cells[index].words)
        if all(len(plain(words)) <= _SIGN for words in said):
            return _BESIDE_SIGN
        return self._setting.styles.indent

    def _gap(self, index: int, wide: float) -> float:
        """The air after a column: less of it where a short text would else take two lines."""
        title = self._setting.text(self._table.columns[index].title, "header", None)
        texts = [title] + [
            self._setting.text(words, "table", None)
            for row in self._table.rows
            for words in row.cells[index].words
            if len(plain(words)) <= SHORT
        ]
        needs = [self._needs[index], *(text.longest(math.inf) for text in texts)]
        most = max((need for need in needs if need <= wide - _LEAST_GAP + _ROUNDING), default=0)
        return max(_LEAST_GAP, min(_GAP, wide - most))

    def make(self, parent: Tag) -> Box:
        setting, table = self._setting, self._table
        attributes = summary(table.caption) if table.caption else None
        element = parent.child("Table", attributes=attributes)
        head = element.child("THead").child("TR")
        header = Beside(
            [
                self._place(
                    index,
                    setting.text(
                        column.title,
                        "header",
                        head.child("TH", attributes=scope("Column")),
                        right=column.right,
                    ),
                )
                for index, column in enumerate(table.columns)
            ],
            below=setting.gap(5),
            bottom_line=setting.line(1.1, "ink"),
            at_foot=True,
        )
        body = element.child("TBody")
        rows = [
            self._row(row, body.child("TR"), next_total=_is_total(table, number + 1))
            for number, row in enumerate(table.rows)
        ]
        return tagged.Table(
            header,
            rows,
            before=setting.gap(4),
            after=setting.gap(8),
            whole=table.whole,
            page=setting.styles.height,
        )

    def _row(self, row: Row, element: Tag, *, next_total: bool) -> Box:
        places = []
        for index, cell in enumerate(row.cells):
            if index == self._table.header:
                tag = element.child("TH", attributes=scope("Row"))
            else:
                tag = element.child("TD")
            places.append(self._place(index, self._cell(cell, index, tag, bold=row.total), cell))
        line = self._setting.line
        return Beside(
            places,
            above=self._above,
            below=self._below,
            top_line=line(1.1, "ink") if row.total else None,
            bottom_line=None if row.total or next_total else line(0.5, "line"),
            whole=_WHOLE_ROW,
        )

    def _place(self, index: int, box: Box, cell: Cell | None = None) -> Positioned:
        left, wide = self._lefts[index], self._widths[index]
        if not self._indents[index]:
            return Positioned(left, wide, box)
        before: Box = Space()
        if cell and cell.mark:
            before = self._setting.mark(cell.mark, self._setting.styles.type("table").leading)
        hanging = self._setting.hanging(before, box, wide, self._indents[index])
        return Positioned(left, wide, hanging)

    def _cell(self, cell: Cell, index: int, tag: Tag, *, bold: bool) -> Box:
        right = self._table.columns[index].right
        several = len(cell.words) > 1
        boxes: list[Box] = []
        if cell.drawing:
            boxes.append(self._setting.picture(cell.drawing, before=1))
        for number, words in enumerate(cell.words, 1):
            leaf = tag.child("P") if several else tag
            text = self._setting.text(words, "table", leaf, bold=bold, right=right)
            text.ends_spaced = number < len(cell.words)  # for whoever reads a cell as one
            boxes.append(text)
        return Stack(boxes)


def _is_total(table: Table, number: int) -> bool:
    return number < len(table.rows) and table.rows[number].total


def _blocks(setting: Setting, table: Table, parent: Tag, width: float) -> Box:
    """Each row as a block: its name in bold, then each other cell after its column's title."""
    listing = parent.child("L")
    marked = any(cell.mark for row in table.rows for cell in row.cells)
    indent = setting.styles.indent if marked else 0
    boxes: list[Box] = []
    for row in table.rows:
        lines = Stack(_row_lines(setting, table, row, listing.child("LI").child("LBody")))
        mark: Mark = next((cell.mark for cell in row.cells if cell.mark), "")
        before = setting.mark(mark, setting.styles.type("table").leading) if mark else Space()
        places = [Positioned(0, indent, before), Positioned(indent, width - indent, lines)]
        boxes.append(Beside(places, after=setting.gap(12), whole=_WHOLE_BLOCK))
    _last_two_together(boxes, width, setting.styles.height)
    return Stack(boxes)


def _last_two_together(boxes: list[Box], width: float, page: float) -> None:
    """None of several blocks stands alone on the page after the others."""
    if len(boxes) > 2 and sum(box.height(width) for box in boxes[-2:]) <= _PAIR * page:
        boxes[-2].with_next = True


def _row_lines(setting: Setting, table: Table, row: Row, body: Tag) -> Iterator[Box]:
    """The row's name and a line for each cell; the name stands with the first of them."""
    look = setting.styles.type("table")
    for index, words in enumerate(row_lines(table, row)):
        pieces = setting.pieces(words, look)
        yield tagged.Text(pieces, look.leading, body.child("P"), with_next=not index)
