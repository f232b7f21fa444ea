"""A table to read: the one beside each figure, and those of a working."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import starmap
from math import ceil
from typing import Literal

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QFocusEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from nttp_readiness.figures.icons import Glyph
from nttp_readiness.figures.palette import OptionalTone, Tone
from nttp_readiness.i18n import tr
from nttp_readiness.ui.theme.accessibility import say_focus, untold
from nttp_readiness.ui.theme.borders import COLUMN_GAP, draw_box, draw_rule, middle
from nttp_readiness.ui.theme.look import Look, TextKind
from nttp_readiness.ui.theme.painting import draw_icon
from nttp_readiness.ui.theme.text_block import TextBlock, text_block, text_width
from nttp_readiness.ui.widgets.level_chip import draw_level_chip
from nttp_readiness.ui.widgets.viewport import clear_viewport
from nttp_readiness.values import dataclass

_Index = QModelIndex | QPersistentModelIndex
_CELL = Qt.ItemDataRole.UserRole
Align = Literal["start", "middle", "end"]
_SIDES = {
    "start": Qt.AlignmentFlag.AlignLeft,
    "middle": Qt.AlignmentFlag.AlignHCenter,
    "end": Qt.AlignmentFlag.AlignRight,
}
_SETTLED_MS = 150
"""When its first cell is told of: a reader says the table itself before."""
MOST_LEAST = 240
"""A table of many columns widens no page beyond this: its words wrap."""
_LEAST = {"start": 60, "middle": 40, "end": 36}
"""Columns of marks and numbers can do with less than those of words."""
_FEW = 4
"""In so many columns a long word of a cell is broken, as there is little to scroll to."""
_LONGEST_WORD = 150
"""A longer one is broken rather than that it takes the room of others."""
_SHIFTS = {"start": 0.0, "middle": 0.5, "end": 1.0}


@dataclass(frozen=True, slots=True)
class TableColumn:
    """`share` is the column's part of the width, relative to that of the others."""

    title: str
    share: float = 1
    align: Align = "start"


@dataclass(frozen=True, slots=True)
class Cell:
    """`chip` shows an answer before the text ("open" for none), `glyph` an icon; a space as glyph
    keeps the room of one.

    `said` is read out in place of the text; a dash by itself is read as "none".
    """

    text: str
    bold: bool = False
    tone: Tone = "ink"
    chip: object = None
    glyph: Glyph | Literal["", " "] = ""
    glyph_tone: OptionalTone = ""
    said: str = ""


class DataTable(QTableView):
    """As high as its rows, so that the page scrolls and not the table. Tab leaves it.

    With `total` the last row is a sum and stands under an ink line.
    """

    def __init__(
        self,
        look: Look,
        name: str,
        columns: Sequence[TableColumn],
        rows: Sequence[Sequence[str | Cell]] = (),
        *,
        total: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        clear_viewport(self)
        self._look, self._columns = look, tuple(columns)
        self._table = _Table(self._columns, self)
        self._measured: object = None
        """What the measures below were taken of: these rows in this lettering."""
        self._least_widths: list[int] = []
        self._row_heights: dict[tuple[int, ...], list[int]] = {}
        """By the widths of the columns."""
        self._delegate = _Delegate(look, self._columns, self, total=total)
        self.setModel(self._table)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(off)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(1)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        look.changed.connect(self._fit)
        self.show_rows(rows)

    def show_rows(self, rows: Sequence[Sequence[str | Cell]]) -> None:
        self._table.replace(
            tuple(tuple(Cell(c) if isinstance(c, str) else c for c in row) for row in rows)
        )
        self._fit()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        widths = self._widths(width)
        bar = self.horizontalScrollBar().sizeHint().height() if sum(widths) > width else 0
        return self._head_height(widths) + sum(self._heights(widths)) + bar

    def sizeHint(self) -> QSize:
        width = self._look.px(440)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        least = sum(_LEAST[column.align] for column in self._columns)
        return QSize(self._look.px(min(least, MOST_LEAST)), self._look.px(40))

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        """The arrows go from cell to cell: one of them is seen and heard from the first."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._table.rows:
            with untold():
                self.setCurrentIndex(self._table.index(0, 0))
        QTimer.singleShot(_SETTLED_MS, self, self._say_current)

    def _say_current(self) -> None:
        """Of a table that gets the focus Qt says the table alone. Its headings count as a row and
        as a column, shown or not.
        """
        here = self.currentIndex()
        if here.isValid() and self.hasFocus():
            say_focus(self, (1 + here.row()) * (1 + len(self._columns)) + 1 + here.column())

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        widths = self._widths(self.width())
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        for row, height in enumerate(self._heights(widths)):
            self.setRowHeight(row, height)
        self.horizontalHeader().setFixedHeight(self._head_height(widths))
        self.updateGeometry()

    def _widths(self, width: int) -> list[int]:
        """Widths by the shares of the columns, but none that would break a word; where there is no
        room for that the table scrolls sideways by itself.
        """
        least = self._least()
        if sum(least) >= width:
            return least
        widths, broken, free = least, set(range(len(least))), width
        while broken:
            wide = [n for n in range(len(least)) if n in broken]
            whole = sum(self._columns[n].share for n in wide)
            share = {n: free * self._columns[n].share / whole for n in wide}
            narrow = {n for n in wide if share[n] < least[n]}
            if not narrow:
                widths = [int(share.get(n, least[n])) for n in range(len(least))]
                break
            broken -= narrow
            free -= sum(least[n] for n in narrow)
        widths[-1] += width - sum(widths)
        return widths

    def _least(self) -> list[int]:
        """What each column needs for its longest word."""
        self._measure()
        return list(self._least_widths)

    def _measure(self) -> None:
        """Forget what was measured of other rows, or in another lettering."""
        key = (self._look.em, self._look.lettering, self._table.rows)
        if self._measured != key:
            self._measured = key
            self._row_heights = {}
            gap = self._look.pad(COLUMN_GAP)
            self._least_widths = [gap + self._longest_word(n) for n in range(len(self._columns))]

    def _longest_word(self, column: int) -> int:
        """In pixels, with the mark before it."""
        title = self._columns[column].title
        words: set[tuple[str, TextKind, int]] = {
            (each, "small_strong", 0) for each in title.split()
        }
        if len(self._columns) > _FEW:
            for row in self._table.rows:
                words |= self._delegate.words(row[column])
        most = self._look.px(_LONGEST_WORD)
        widths = (
            mark + min(most, ceil(text_width(self._look, word, kind))) for word, kind, mark in words
        )
        return max(widths, default=0)

    def _heights(self, widths: Sequence[int]) -> list[int]:
        """Qt asks some hundred times while a page finds its width."""
        self._measure()
        key = tuple(widths)
        if key not in self._row_heights:
            self._row_heights[key] = [
                max(starmap(self._delegate.cell_height, zip(row, widths, strict=True)))
                for row in self._table.rows
            ]
        return self._row_heights[key]

    def _head_height(self, widths: Sequence[int]) -> int:
        pairs = zip(self._columns, widths, strict=True)
        gap = self._look.pad(COLUMN_GAP)
        blocks = [text_block(self._look, c.title, "small_strong", w - gap) for c, w in pairs]
        return max(block.height for block in blocks) + self._look.pad(12)


class _Table(QAbstractTableModel):
    def __init__(self, columns: tuple[TableColumn, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._columns = columns
        self.rows: tuple[tuple[Cell, ...], ...] = ()

    def replace(self, rows: tuple[tuple[Cell, ...], ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex(), /) -> int:  # noqa: B008 - the same
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, /, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.said or (tr("none") if cell.text == "–" else cell.text)
        return cell if role == _CELL else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        /,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        across = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title if across else self.rows[section][0].text
        if role == Qt.ItemDataRole.TextAlignmentRole and across:
            return int(_SIDES[self._columns[section].align] | Qt.AlignmentFlag.AlignVCenter)
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(
        self, look: Look, columns: tuple[TableColumn, ...], view: DataTable, *, total: bool
    ) -> None:
        super().__init__(view)
        self._look, self._columns, self._total = look, columns, total

    def cell_height(self, cell: Cell, width: int) -> int:
        block = self._block(cell, width)
        chip = self._look.px(22) if cell.chip is not None else 0
        return max(block.height, chip) + self._look.pad(14)

    def words(self, cell: Cell) -> set[tuple[str, TextKind, int]]:
        """Its words, with how they are set and the room that its mark takes."""
        kind: TextKind = "table_strong" if cell.bold else "table"
        mark = self._mark(cell)
        return {(each, kind, mark) for each in cell.text.split() or [""]}

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index, /) -> QSize:
        width = self._look.px(100)
        return QSize(width, self.cell_height(index.data(_CELL), width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        look, box = self._look, option.rect
        cell: Cell = index.data(_CELL)
        below = index.model().rowCount() - 1 - index.row()
        if below:
            ink = below == 1 and self._total
            colour = look.colour("ink" if ink else "edge")
            draw_rule(painter, box.left(), box.right(), box.bottom(), colour, dotted=not ink)
        block = self._block(cell, box.width())
        mark = self._mark(cell)
        free = box.width() - look.pad(COLUMN_GAP) - mark - block.width
        shift = _SHIFTS[self._columns[index.column()].align]
        x = box.x() + max(0, round(shift * free))
        top = box.y() + look.pad(7)
        if cell.chip is not None:
            side = look.px(22)
            draw_level_chip(painter, look, QRect(x, top - 1, side, side), cell.chip)
        elif cell.glyph and cell.glyph != " ":
            icon = middle(QRect(x, top, look.px(16), block.line), look.px(16))
            draw_icon(painter, cell.glyph, icon, look.colour(cell.glyph_tone or cell.tone), 1.8)
        block.draw(painter, x + mark, top, look.colour(cell.tone), shift)
        if option.state & QStyle.StateFlag.State_HasFocus:
            inner = box.adjusted(-3 if box.x() > 2 else 0, 1, -3, -2)
            draw_box(painter, inner, 4, edge=look.colour("focus"), width=3)

    def _mark(self, cell: Cell) -> int:
        if cell.chip is not None:
            return self._look.px(22) + self._look.pad(9)
        return self._look.px(16) + self._look.pad(6) if cell.glyph else 0

    def _block(self, cell: Cell, width: int) -> TextBlock:
        kind: TextKind = "table_strong" if cell.bold else "table"
        room = width - self._look.pad(COLUMN_GAP) - self._mark(cell)
        return text_block(self._look, cell.text, kind, room)
