"""The plan as a table, edited in place and worked by keys, or as cards where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QStyleOptionViewItem,
    QWidget,
)

from nttp_readiness.domain.assessment import HORIZONS
from nttp_readiness.i18n import tr
from nttp_readiness.presentation import words
from nttp_readiness.presentation.planning import Extra, PlanGroup, PlanRow
from nttp_readiness.ui.edges import COLUMN_GAP
from nttp_readiness.ui.look import Look
from nttp_readiness.ui.parts.grouped_model import Index, TreeGroup, TreeRow
from nttp_readiness.ui.parts.grouped_tree import GroupedDelegate, GroupedTree
from nttp_readiness.ui.plan_cells import (
    CARD_INDENT,
    PAD,
    CellPainter,
    draw_ground,
    draw_heading,
    group_height,
    head_height,
)
from nttp_readiness.ui.plan_editors import EditorValue, fill_editor, make_editor, value_in, value_of
from nttp_readiness.ui.plan_rows import EDITABLE, Field, columns_at, tree_groups

_Action = QAbstractItemView.CursorAction
_RING = 6
_HORIZON_KEYS = dict(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3), HORIZONS, strict=True))


class PlanTree(GroupedTree):
    """Enter opens an action, F2 edits a cell, Del asks to drop, Alt and keys move.

    `edited` gives id, field and value; `stepped` id and -1 or 1; `sent` id and horizon.
    """

    edited = Signal(str, str, object)
    stepped = Signal(str, int)
    sent = Signal(str, str)
    drop_wanted = Signal(str)
    mistyped = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Plan, actions in their order"), parent)
        self.extras: frozenset[Extra] = frozenset()
        self._groups: tuple[PlanGroup, ...] = ()
        self._cells = CellPainter(look)
        self._delegate = _Delegate(look, self, self._cells)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    # ---- what it shows

    def show_plan(self, groups: Sequence[PlanGroup], extras: frozenset[Extra]) -> None:
        self._groups, self.extras = tuple(groups), extras
        columns = columns_at(self._look, self.viewport().width(), extras)
        self.show_groups(tree_groups(groups, columns), columns.titles)

    def column_widths(self, width: int) -> Sequence[int]:
        return columns_at(self._look, width, self.extras).widths

    def row_height(self, row: TreeRow, widths: Sequence[int]) -> int:
        columns = columns_at(self._look, sum(widths), self.extras)
        return self._cells.row_height(content_of(row), columns)

    def group_height(self, place: int) -> int:
        return group_height(self._look, place)

    def head_height(self, width: int) -> int:
        return head_height(self._look, columns_at(self._look, width, self.extras))

    def field_at(self, index: Index) -> Field:
        return columns_at(self._look, self.viewport().width(), self.extras).fields[index.column()]

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._take_columns()
        super().resizeEvent(event)

    def fit(self) -> None:
        super().fit()
        self.header().setFont(self._look.font("small_strong"))
        QTimer.singleShot(0, self, self._take_columns)  # the text size may have changed the form

    def _take_columns(self) -> None:
        """Change between table and cards where the width asks for it."""
        columns = columns_at(self._look, self.viewport().width(), self.extras)
        if columns.titles != self.rows.columns and self._groups:
            self.show_plan(self._groups, self.extras)

    # ---- keys and mouse

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier, /
    ) -> QModelIndex:
        """Left and right go through the cells of a row, where a tree would fold."""
        here = self.currentIndex()
        step = {_Action.MoveRight: 1, _Action.MoveNext: 1}.get(action, 0)
        step = {_Action.MoveLeft: -1, _Action.MovePrevious: -1}.get(action, step)
        if not step or not here.parent().isValid() or len(self.rows.columns) == 1:
            return super().moveCursor(action, modifiers)
        there = here.siblingAtColumn(here.column() + step)
        return there if there.isValid() else here

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if not self.hasFocus():
            event.accept()  # left over by an editor, where it meant nothing
            return
        row = self.current_row()
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        key = Qt.Key(event.key())
        if row is not None and alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(row.key, -1 if key == Qt.Key.Key_Up else 1)
        elif row is not None and alt and key in _HORIZON_KEYS:
            self.sent.emit(row.key, _HORIZON_KEYS[key])
        elif row is not None and key == Qt.Key.Key_F2:
            self.edit_cell()
        elif row is not None and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not alt:
            self.drop_wanted.emit(row.key)
        else:
            super().keyPressEvent(event)

    def edit_cell(self) -> None:
        """Open the editor of the current cell, or of the title where this cell has none."""
        here = self.currentIndex()
        if self.field_at(here) not in EDITABLE:
            here = here.siblingAtColumn(1)
            self.setCurrentIndex(here)
        self.edit(here)

    def edit_title(self) -> None:
        """Open the editor of the current action's title."""
        columns = columns_at(self._look, self.viewport().width(), self.extras)
        place = columns.fields.index("card" if columns.cards else "title")
        self.setCurrentIndex(self.currentIndex().siblingAtColumn(place))
        self.edit_cell()

    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        row = self.rows.content(self.indexAt(event.position().toPoint()))
        if isinstance(row, TreeRow):
            field = self.field_at(self.currentIndex())
            if field in EDITABLE and field not in ("title", "card"):
                self.edit_cell()
            else:
                self.opened.emit(row.key)

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if isinstance(self.rows.content(index), TreeGroup):
            self.setExpanded(index, not self.isExpanded(index))

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.setCurrentIndex(self.indexAt(event.pos()))
        row = self.current_row()
        if row is None:
            return
        box = self.visualRect(self.currentIndex())
        mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        menu = self.make_menu(row.key)
        menu.popup(event.globalPos() if mouse else self.viewport().mapToGlobal(box.center()))

    def make_menu(self, key: str) -> QMenu:
        """What the keys do, for the mouse."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("Open") + "\t" + tr("Enter"), lambda: self.opened.emit(key))
        menu.addAction(tr("Edit") + "\tF2", self.edit_cell)
        menu.addSeparator()
        menu.addAction(tr("Move up") + "\tAlt+Up", lambda: self.stepped.emit(key, -1))
        menu.addAction(tr("Move down") + "\tAlt+Down", lambda: self.stepped.emit(key, 1))
        for n, horizon in enumerate(HORIZONS, start=1):
            name = tr("Move to {place}").format(place=words.horizon_words(horizon))
            act = menu.addAction(f"{name}\tAlt+{n}")
            act.triggered.connect(lambda _on, to=horizon: self.sent.emit(key, to))
        menu.addSeparator()
        menu.addAction(tr("Drop…") + "\tDel", lambda: self.drop_wanted.emit(key))
        return menu


class _Delegate(GroupedDelegate):
    view: PlanTree

    def __init__(self, look: Look, view: PlanTree, cells: CellPainter) -> None:
        super().__init__(look, view)
        self._cells = cells

    def paint_group(self, painter: QPainter, box: QRect, group: TreeGroup, *, opened: bool) -> None:
        draw_heading(painter, self.look, box, group, "down" if opened else "right")

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, row: TreeRow, column: int
    ) -> None:
        columns = columns_at(self.look, self.view.viewport().width(), self.view.extras)
        if column >= len(columns.fields):
            return
        draw_ground(painter, self.look, option, first=column == 0, last=False)
        gap = self.look.pad(COLUMN_GAP)
        box = option.rect.adjusted(0, self.look.pad(PAD), -gap, 0)
        self._cells.cell(painter, box, content_of(row), columns.fields[column], columns)

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
        editor = make_editor(self.look, self.view.field_at(index), parent)
        columns = columns_at(self.look, self.view.viewport().width(), self.view.extras)
        editor.setAccessibleName(columns.titles[index.column()])
        editor.setAutoFillBackground(False)
        return editor

    def setEditorData(self, editor: QWidget, index: Index, /) -> None:
        row = self.view.rows.content(index)
        if isinstance(row, TreeRow) and not editor.property("filled"):
            editor.setProperty("filled", True)  # a change elsewhere must not take the cursor
            fill_editor(editor, self.view.field_at(index), content_of(row))

    def setModelData(self, editor: QWidget, _model: object, index: Index, /) -> None:
        row, field = self.view.rows.content(index), self.view.field_at(index)
        if not isinstance(row, TreeRow):
            return
        understood, value = value_of(editor)
        if not understood:
            self.view.mistyped.emit()
        elif value != value_in(content_of(row), field):
            self._emit(row.key, field, value)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index, /
    ) -> None:
        look, cell = self.look, option.rect
        field = self.view.field_at(index)
        indent = look.px(CARD_INDENT) if field == "card" else 0
        least = {"due": 200, "review": 200, "status": 170, "effort": 150, "owner": 180}
        room = self.view.viewport().width() - _RING  # else the ring would be cut off
        wide = max(cell.width() - indent, look.px(least.get(field, 0)))
        wide = min(wide, room - indent)
        high = max(editor.sizeHint().height(), look.px(34))
        x = min(cell.x() + indent, room - wide)
        editor.setGeometry(QRect(max(0, x), cell.y(), wide, high))

    def _emit(self, key: str, field: Field, value: EditorValue) -> None:
        self.view.edited.emit(key, "title" if field == "card" else field, value)


def content_of(row: TreeRow) -> PlanRow:
    """The action in a row of the plan."""
    if not isinstance(row.content, PlanRow):
        raise TypeError(row.content)
    return row.content
