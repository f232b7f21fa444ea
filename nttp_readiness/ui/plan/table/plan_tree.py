"""The plan as a table, edited in place and worked by keys, or as cards where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from nttp_readiness.domain.answers.planned import HORIZONS
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.plan.action_columns import ColumnKey
from nttp_readiness.presentation.plan.plan_sorting import Sorting
from nttp_readiness.presentation.plan.planning import PlanGroup
from nttp_readiness.ui.plan.table.inline_prompt import InlinePrompt
from nttp_readiness.ui.plan.table.plan_cells import CellPainter, group_height, head_height
from nttp_readiness.ui.plan.table.plan_delegate import OpenCell, PlanDelegate, content_of
from nttp_readiness.ui.plan.table.plan_drag import RowDrag
from nttp_readiness.ui.plan.table.plan_rows import (
    Columns,
    Field,
    columns_at,
    editable,
    shared,
    sorted_by,
    tree_groups,
)
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.fields.date_edit import DateEdit
from nttp_readiness.ui.widgets.grouped_model import Index, TreeRow
from nttp_readiness.ui.widgets.grouped_tree import GroupedTree

_Action = QAbstractItemView.CursorAction
_Select = QItemSelectionModel.SelectionFlag
_HORIZON_KEYS = dict(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3), HORIZONS, strict=True))


class PlanTree(GroupedTree):
    """Enter opens an action, F2 edits a cell, Del asks to drop, Alt and keys move, Alt+S sorts.

    What concerns actions gives the ids of all that are chosen: `edited` with field and value,
    `shared_wanted` with the field to ask for, `stepped` with -1 or 1, `sent` with a horizon,
    `carried` with the gap they were dragged to.
    """

    edited = Signal(object, str, object)
    shared_wanted = Signal(object, str)
    stepped = Signal(object, int)
    sent = Signal(object, str)
    carried = Signal(object, object)
    opened_at = Signal(str, str)
    """The action and the field to begin at."""
    drop_wanted = Signal(object)
    sort_wanted = Signal(str)
    menu_wanted = Signal(object)
    """Where on the screen."""
    chosen = Signal(int)
    """How many actions are chosen now."""
    mistyped = Signal(DateEdit)
    left_out = Signal(str, int, int)
    """As of the delegate."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Plan, actions in their order"), parent)
        self.extras: frozenset[ColumnKey] = frozenset()
        self.sorting = Sorting()
        self._groups: tuple[PlanGroup, ...] = ()
        self._drag = RowDrag(self, look, lambda: self.sorting.own)
        self._count = 0
        self._cells = CellPainter(look)
        self._delegate = PlanDelegate(look, self, self._cells, self.columns)
        self._delegate.edited.connect(self.edited)
        self._delegate.mistyped.connect(self.mistyped)
        self._delegate.left_out.connect(self.left_out)
        self.offer = self._delegate.offer
        self.setItemDelegate(self._delegate)
        self.rows.modelReset.connect(self._delegate.forget)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.header().setSectionsClickable(True)
        self.header().sectionClicked.connect(self._sort_by)
        self.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.collapsed.connect(self._leave_folded)

    # ---- what it shows

    def show_plan(
        self, groups: Sequence[PlanGroup], extras: frozenset[ColumnKey], sorting: Sorting
    ) -> None:
        """Show these; what is chosen stays chosen."""
        kept, unread = self.chosen_keys(), self._delegate.unread
        typed = unread.editor.text() if unread and isinstance(unread.editor, DateEdit) else ""
        self._groups, self.extras, self.sorting = tuple(groups), extras, sorting
        columns = self.columns()
        self.show_groups(tree_groups(groups, columns), columns.titles)
        self.choose(kept)
        self._show_arrow(columns)
        if unread is not None and self._delegate.open_cell is None:
            self._open_again(unread, typed)

    def _open_again(self, cell: OpenCell, typed: str) -> None:
        """What cannot be read is still to be mended, also where the rows changed around it."""
        fields = self.columns().fields
        found = self.rows.find(cell.key, fields.index(cell.field) if cell.field in fields else 0)
        if not found.isValid() or cell.field not in fields:
            return
        self.setCurrentIndex(found)
        self.edit(found)
        again = self._delegate.open_cell
        if again is not None and isinstance(again.editor, DateEdit):
            again.editor.setText(typed)

    def columns(self) -> Columns:
        """The columns at the present width."""
        return columns_at(self._look, self.viewport().width(), self.extras)

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
        return self.columns().fields[index.column()]

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._take_columns()
        super().resizeEvent(event)

    def fit(self) -> None:
        super().fit()
        self.header().setFont(self._look.font("small_strong"))
        QTimer.singleShot(0, self, self._take_columns)  # the text size may have changed the form

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        self._drag.paint()

    def _take_columns(self) -> None:
        """Change between table and cards where the width asks for it."""
        if self.columns().titles != self.rows.columns and self._groups:
            self.show_plan(self._groups, self.extras, self.sorting)

    def _show_arrow(self, columns: Columns) -> None:
        by = [sorted_by(field) for field in columns.fields]
        shown = not self.sorting.own and self.sorting.key in by
        self.header().setSortIndicatorShown(shown)
        if shown:
            ways = Qt.SortOrder
            way = ways.DescendingOrder if self.sorting.down else ways.AscendingOrder
            self.header().setSortIndicator(by.index(self.sorting.key), way)

    # ---- what is chosen

    def chosen_keys(self) -> tuple[str, ...]:
        """The chosen actions that can be seen, in the order of the table; else the current one."""
        model = self.selectionModel()
        keys = tuple(
            row.key
            for n, group in enumerate(self.rows.groups)
            if group.key not in self._folded
            for m, row in enumerate(group.rows)
            if model.isSelected(self.rows.index(m, 0, self.rows.index(n, 0)))
        )
        row, here = self.current_row(), self.currentIndex().parent()
        return keys or ((row.key,) if row and self.isExpanded(here) else ())

    def choose(self, keys: Sequence[str]) -> None:
        """Choose these as well as can be; with none of them left, the current one."""
        found = [self.rows.find(key) for key in keys]
        found = [each for each in found if each.isValid()]
        if len(found) < 2:
            found = [self.currentIndex()] if self.current_row() else []
        selection = QItemSelection()
        for each in found:
            selection.select(each, each)
        self.selectionModel().select(selection, _Select.ClearAndSelect | _Select.Rows)
        self._tell_chosen()

    def selectionCommand(
        self, index: Index, event: QEvent | None = None, /
    ) -> QItemSelectionModel.SelectionFlag:
        """Walking through the cells of a row leaves what is chosen as it is."""
        across = (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if isinstance(event, QKeyEvent) and event.key() in across and self._count > 1:
            return _Select.NoUpdate
        return super().selectionCommand(index, event)

    def _leave_folded(self, group: QModelIndex) -> None:
        """What is folded away is not the current row: its heading is."""
        if self.currentIndex().parent() == group:
            self.setCurrentIndex(group)

    def _tell_chosen(self) -> None:
        count = len(self.chosen_keys())
        if not self._quiet and count != self._count:
            self._count = count
            self.chosen.emit(count)

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
        if action in (_Action.MoveNext, _Action.MovePrevious):  # Tab leads from editor to editor
            while there.isValid() and not editable(self.field_at(there)):
                there = here.siblingAtColumn(there.column() + step)
        return there if there.isValid() else here

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if not self.hasFocus():
            event.accept()  # left over by an editor, where it meant nothing
            return
        row, keys = self.current_row(), self.chosen_keys()
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        key = Qt.Key(event.key())
        if alt and key == Qt.Key.Key_S:
            self._sort_by(max(0, self.currentIndex().column()))
        elif keys and alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(keys, -1 if key == Qt.Key.Key_Up else 1)
        elif keys and alt and key in _HORIZON_KEYS:
            self.sent.emit(keys, _HORIZON_KEYS[key])
        elif row is not None and key == Qt.Key.Key_F2:
            self.edit_cell()
        elif keys and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not alt:
            self.drop_wanted.emit(keys)
        elif key == Qt.Key.Key_Escape and self._count > 1:
            self.choose(())
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forwards: bool, /) -> bool:  # noqa: FBT001 - Qt's signature
        """Tab goes into a question that stands over the rows."""
        asks = [each for each in self.viewport().findChildren(InlinePrompt) if each.isVisible()]
        if forwards and asks and self.hasFocus():
            asks[0].field.control.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().focusNextPrevChild(forwards)

    def has_unread(self) -> bool:
        """Whether an open cell waits to be mended; the focus goes there, and it is said again."""
        cell = self._delegate.unread
        if cell is None:
            return False
        cell.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.mistyped.emit(cell.editor)
        return True

    def edit_cell(self) -> None:
        """Open the editor of the current cell, or of the title where this cell has none.

        Where several actions are chosen, what they can share is asked for all of them.
        """
        if self.has_unread():
            return
        here = self.currentIndex()
        field, keys = self.field_at(here), self.chosen_keys()
        if shared(field) and len(keys) > 1:
            self.shared_wanted.emit(keys, field)
            return
        if not editable(field):
            here = here.siblingAtColumn(self.columns().fields.index("title"))
            self.selectionModel().setCurrentIndex(here, _Select.NoUpdate)
        self.open_editor(here)

    def edit_title(self) -> None:
        """Open the editor of the current action's title."""
        if self.has_unread():
            return
        columns = self.columns()
        place = columns.fields.index("card" if columns.cards else "title")
        here = self.currentIndex().siblingAtColumn(place)
        self.selectionModel().setCurrentIndex(here, _Select.NoUpdate)
        self.open_editor(here)

    def take_typed(self) -> None:
        cell = self._delegate.open_cell
        if cell is not None:
            self.commitData(cell.editor)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint, /) -> None:
        """A date that cannot be read stays open to be mended; Esc gives it up."""
        unread = self._delegate.unread
        given_up = hint == QAbstractItemDelegate.EndEditHint.RevertModelCache
        if unread is None or unread.editor is not editor or given_up:
            super().closeEditor(editor, hint)

    def open_by_mouse(self, row: TreeRow, place: QPoint) -> None:
        """A double click edits the cell, or opens the action where that is what it shows."""
        index = self.indexAt(place)
        field = self.field_at(index)
        if field == "card":
            box = self._delegate.inner(self.visualRect(index))
            self.opened_at.emit(row.key, self._cells.field_at(box, content_of(row), place))
        elif editable(field) and field != "title":
            self.edit_cell()
        else:
            self.opened.emit(row.key)

    def click(self, index: Index, place: QPoint) -> None:
        del place
        self.fold(index)

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if mouse:
            index = self.indexAt(event.pos())
            if not self.selectionModel().isSelected(index):
                self.setCurrentIndex(index)
        if self.current_row() is not None:
            box = self.visualRect(self.currentIndex())
            spot = event.globalPos() if mouse else self.viewport().mapToGlobal(box.center())
            self.menu_wanted.emit(spot)

    def _sort_by(self, column: int) -> None:
        fields = self.columns().fields
        self.sort_wanted.emit(sorted_by(fields[min(column, len(fields) - 1)]))

    # ---- dragging

    def startDrag(self, _actions: Qt.DropAction, /) -> None:
        drag = self.make_drag()
        if drag is not None:
            drag.exec(Qt.DropAction.MoveAction)
            self._drag.leave()

    def make_drag(self) -> QDrag | None:
        """The chosen actions on their way; None where there are none."""
        keys = self.chosen_keys()
        if not keys:
            return None
        words = trn("{n} action", "{n} actions", len(keys))
        row = self.rows.content(self.rows.find(keys[0]))
        if len(keys) == 1 and isinstance(row, TreeRow):
            words = content_of(row).title
        return self._drag.begin(keys, words)

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        self._drag.over(event)

    def dragMoveEvent(self, event: QDragMoveEvent, /) -> None:
        self._drag.over(event)
        self._drag.scroll(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent, /) -> None:
        del event
        self._drag.leave()

    def dropEvent(self, event: QDropEvent, /) -> None:
        dropped = self._drag.drop(event)
        if dropped is not None:
            self.carried.emit(*dropped)
