"""How the rows of the plan are painted and edited in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemDelegate, QStyleOptionViewItem, QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.action_columns import column
from nttp_readiness.presentation.plan.planning import PlanRow
from nttp_readiness.ui.plan.table.plan_cells import (
    CARD_INDENT,
    PAD,
    CellPainter,
    draw_ground,
    draw_heading,
)
from nttp_readiness.ui.plan.table.plan_editors import fill_editor, make_editor, value_in, value_of
from nttp_readiness.ui.plan.table.plan_rows import Columns, Field, number_words
from nttp_readiness.ui.theme.borders import COLUMN_GAP
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.fields.date_edit import DateEdit
from nttp_readiness.ui.widgets.fields.line_edit import LineEdit
from nttp_readiness.ui.widgets.fields.text_area import TextArea
from nttp_readiness.ui.widgets.fields.wrapping_edit import WrappingEdit
from nttp_readiness.ui.widgets.grouped_delegate import GroupedDelegate
from nttp_readiness.ui.widgets.grouped_model import Index, TreeGroup, TreeRow
from nttp_readiness.ui.widgets.grouped_tree import GroupedTree
from nttp_readiness.values import dataclass

_RING = 6
_Hint = QAbstractItemDelegate.EndEditHint
_ENDS: dict[int, _Hint] = {
    Qt.Key.Key_Return: _Hint.NoHint,
    Qt.Key.Key_Enter: _Hint.NoHint,
    Qt.Key.Key_Tab: _Hint.EditNextItem,
    Qt.Key.Key_Backtab: _Hint.EditPreviousItem,
}
"""What the keys that end a line do next."""


@dataclass(frozen=True, slots=True)
class OpenCell:
    """The cell that is edited now."""

    key: str
    field: Field
    editor: QWidget


class PlanDelegate(GroupedDelegate):
    """Paints and edits the rows of a tree in the columns that it has at the time.

    `edited` gives the ids of the actions, the field and its value; `mistyped` says that what was
    typed could not be read.
    """

    edited = Signal(object, str, object)
    mistyped = Signal(DateEdit)
    left_out = Signal(str, int, int)
    """The column, how many letters it takes, and how many of what was typed there was no room for.
    """

    def __init__(
        self, look: Look, view: GroupedTree, cells: CellPainter, columns: Callable[[], Columns]
    ) -> None:
        super().__init__(look, view)
        self._cells, self._columns = cells, columns
        self.names: Callable[[], Sequence[str]] = tuple
        self._open: OpenCell | None = None

    def offer(self, names: Callable[[], Sequence[str]]) -> None:
        """Offer these in the cells of owners."""
        self.names = names

    def paint_group(self, painter: QPainter, box: QRect, group: TreeGroup, *, opened: bool) -> None:
        draw_heading(painter, self.look, box, group, "down" if opened else "right")

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, row: TreeRow, column: int
    ) -> None:
        columns = self._columns()
        if column >= len(columns.fields):
            return
        draw_ground(painter, self.look, option, first=column == 0, last=False)
        box = self.inner(option.rect)
        self._cells.cell(painter, box, content_of(row), columns.fields[column], columns)

    def inner(self, box: QRect) -> QRect:
        """Where the words of a cell stand."""
        return box.adjusted(0, self.look.pad(PAD), -self.look.pad(COLUMN_GAP), 0)

    def ring(self, box: QRect, index: Index) -> QRect:
        """In the gap before the cell, clear of its words."""
        if not index.parent().isValid():
            return super().ring(box, index)
        if index.column():
            return box.adjusted(-7, 1, -7, -2)
        return box.adjusted(0, 1, -1 if len(self.view.rows.columns) == 1 else -6, -2)

    # ---- editing in place

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index, /
    ) -> QWidget:
        editor = make_editor(self.look, self._field(index), parent, self.names)
        self._name(editor, index)
        # What stands in the cell would show through beside and below a shorter text.
        editor.setAutoFillBackground(isinstance(editor, WrappingEdit))
        if isinstance(editor, TextArea | LineEdit):
            name, most = editor.accessibleName(), editor.longest
            editor.left_out.connect(lambda out: self.left_out.emit(name, most, out))
        if isinstance(editor, WrappingEdit):
            editor.wrapped.connect(lambda: self._fit(editor))
        return editor

    def _name(self, editor: QWidget, index: Index) -> None:
        """Which column of which action it is, and how a date is written."""
        title, row = self._columns().titles[index.column()], self.view.rows.content(index)
        if isinstance(row, TreeRow):
            action = number_words(content_of(row)).lower()
            title = tr("{column}, {action}").format(column=title, action=action)
        editor.setAccessibleName(title)
        if isinstance(editor, DateEdit):
            editor.setAccessibleDescription(tr("Such as 18 December 2026"))

    def eventFilter(self, editor: QObject, event: QEvent, /) -> bool:
        """Enter and Tab do in a line that wraps what they do in every line: Qt would leave them to
        the editor, as in a text of several lines.
        """
        key = event if isinstance(event, QKeyEvent) else None
        ends = _ENDS.get(key.key()) if key and key.type() == QEvent.Type.KeyPress else None
        if ends is None or not isinstance(editor, WrappingEdit):
            return super().eventFilter(editor, event)
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, ends)
        return True

    def _fit(self, editor: WrappingEdit) -> None:
        """As high as its text, and no lower than the cell that it covers."""
        least = editor.property("cell") or 0
        editor.resize(editor.width(), max(editor.sizeHint().height(), least))

    def setEditorData(self, editor: QWidget, index: Index, /) -> None:
        row = self.view.rows.content(index)
        if isinstance(row, TreeRow) and not editor.property("filled"):
            editor.setProperty("filled", True)  # a change elsewhere must not take the cursor
            fill_editor(editor, self._field(index), content_of(row))
            self._open = OpenCell(row.key, self._field(index), editor)

    def destroyEditor(self, editor: QWidget, index: Index, /) -> None:
        if self._open is not None and self._open.editor is editor:
            self._open = None
        super().destroyEditor(editor, index)

    def forget(self) -> None:
        """The rows are others now, and no cell is open."""
        self._open = None

    @property
    def open_cell(self) -> OpenCell | None:
        """The cell whose editor is open; None where there is none."""
        return self._open

    @property
    def unread(self) -> OpenCell | None:
        """The open cell, where what stands in it cannot be read."""
        cell = self._open
        return (
            cell if cell and isinstance(cell.editor, DateEdit) and cell.editor.is_unread() else None
        )

    def setModelData(self, editor: QWidget, _model: object, index: Index, /) -> None:
        row, field = self.view.rows.content(index), self._field(index)
        if not isinstance(row, TreeRow):
            return
        understood, value = value_of(editor)
        if not understood:
            self.mistyped.emit(editor)
        elif value != value_in(content_of(row), field):
            self.edited.emit((row.key,), "title" if field == "card" else field, value)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index, /
    ) -> None:
        look, cell = self.look, option.rect
        field = self._field(index)
        indent = look.px(CARD_INDENT) if field == "card" else 0
        least = 0 if field == "card" else column(field).editor_width
        room = self.view.viewport().width() - _RING  # else the ring would be cut off
        wide = max(cell.width() - indent, look.px(least))
        wide = min(wide, room - indent)
        high = max(editor.sizeHint().height(), look.px(34))
        x = min(cell.x() + indent, room - wide)
        editor.setGeometry(QRect(max(0, x), cell.y(), wide, high))
        if isinstance(editor, WrappingEdit):
            editor.setProperty("cell", 0 if field == "card" else cell.height() - _RING // 2)
            self._fit(editor)  # in this width it has other lines

    def _field(self, index: Index) -> Field:
        return self._columns().fields[index.column()]


def content_of(row: TreeRow) -> PlanRow:
    """The action in a row of the plan."""
    if not isinstance(row.content, PlanRow):
        raise TypeError(row.content)
    return row.content
