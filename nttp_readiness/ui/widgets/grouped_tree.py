"""A tree of rows under headings that fold, as high as what it shows, so that the page scrolls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QScrollArea,
    QSizePolicy,
    QTreeView,
    QWidget,
)

from nttp_readiness.i18n import tr
from nttp_readiness.ui.theme import single_keys, style_hints
from nttp_readiness.ui.theme.accessibility import announce, say_focus, untold
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.grouped_model import GroupedModel, Index, TreeGroup, TreeRow
from nttp_readiness.ui.widgets.viewport import clear_viewport

INSET = 7
"""Empty space at both ends of a row, so that the focus ring crosses no letter."""
_MARGIN = 12
"""How far from the edge of the page a row stays that the keys have reached."""
_SETTLED_MS = 150
"""When a tree that has just been filled is told of: Qt forgets the cells of before in between."""


class GroupedTree(QTreeView):
    """One tab stop. Enter on a row emits `opened`, on a heading it folds; Tab leaves.

    `moved` says that the current row is another one. Below a class says how wide its columns are
    and how high a row is at these widths; headings are as high as `group_height`.
    """

    opened = Signal(str)
    moved = Signal(str)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        clear_viewport(self)
        self._look = look
        style_hints.heed(self)
        self.rows = GroupedModel(self)
        self._folded: set[str] = set()
        self._measured: object = None
        self._measured_as: tuple[object, ...] = ()
        self._known: dict[tuple[int, ...], int] = {}
        """Height of all rows at columns of such widths, of these groups so folded and lettered."""
        self._quiet = False
        self._pressed, self._again = "", False
        """Key of what the mouse was pressed on, and whether it was the second press of two."""
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setTabKeyNavigation(False)
        self.setAutoScroll(False)
        self.setExpandsOnDoubleClick(False)
        self.setItemsExpandable(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(off)
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(1)
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.expanded.connect(lambda index: self._fold(index, folded=False))
        self.collapsed.connect(lambda index: self._fold(index, folded=True))
        look.changed.connect(self.fit)

    # ---- what a class of trees says of itself

    def column_widths(self, width: int) -> Sequence[int]:
        """Widths of the columns in a view of that width."""
        return (width,)

    def row_height(self, row: TreeRow, widths: Sequence[int]) -> int:
        raise NotImplementedError

    def group_height(self, place: int) -> int:
        """Height of the heading at that place."""
        del place
        return self._look.px(21) + self._look.pad(33)

    def head_height(self, width: int) -> int:
        """Height of the headings of the columns, 0 without any."""
        del width
        return 0

    # ---- what it shows

    def show_groups(
        self, groups: Sequence[TreeGroup], columns: Sequence[str] | None = None
    ) -> None:
        """Show these; the current row, what is folded and the focus stay."""
        here = self.currentIndex()
        key, column = self.current_key(), max(0, here.column())
        near = self._neighbours(here)
        self._quiet = True
        if self.rows.replace(groups, columns):
            for n, group in enumerate(self.rows.groups):
                index = self.rows.index(n, 0)
                self.setFirstColumnSpanned(n, QModelIndex(), True)
                self.setExpanded(index, group.key not in self._folded)
            for other in (key, *near):
                found = self.rows.find(other, column)
                if found.isValid():
                    self.setCurrentIndex(found)
                    break
        self._quiet = False
        self.fit()
        if self.current_key() != key:
            self.moved.emit(self.current_key())

    def current_key(self) -> str:
        """Key of the current row or group, empty where there is none."""
        content = self.rows.content(self.currentIndex())
        return content.key if content else ""

    def current_row(self) -> TreeRow | None:
        """The current row; None on a heading."""
        content = self.rows.content(self.currentIndex())
        return content if isinstance(content, TreeRow) else None

    def go_to(self, key: str) -> None:
        """Make that row or group the current one, unfolding what hides it."""
        found = self.rows.find(key, max(0, self.currentIndex().column()))
        if not found.isValid():
            return
        if found.parent().isValid():
            self.expand(found.parent())
        self.setCurrentIndex(found)

    # ---- size

    def fit(self) -> None:
        """Measure again."""
        width = self.viewport().width()
        for column, wide in enumerate(self.column_widths(width)):
            self.setColumnWidth(column, wide)
        head = self.head_height(width)
        self.header().setVisible(head > 0)
        if head:
            self.header().setFixedHeight(head)
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def measure_ahead(self, width: int) -> Iterator[None]:
        """Lay out the words of the rows as they stand at that width, a few at a time."""
        widths = self.column_widths(width)
        for group in self.rows.groups:
            for row in group.rows:
                self.row_height(row, widths)
                yield

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        widths = tuple(self.column_widths(width))
        shown = (frozenset(self._folded), self._look.lettering)
        if self.rows.groups is not self._measured or shown != self._measured_as:
            self._measured, self._measured_as = self.rows.groups, shown
            self._known.clear()
        height = self._known.get(widths)
        if height is None:  # asked for some forty times while a page is laid out once
            height = self._known[widths] = sum(self._heights(widths))
        return self.head_height(width) + height

    def sizeHint(self) -> QSize:
        width = self.width() if self.isVisible() else self._look.px(624)
        return QSize(self._look.px(624), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._look.px(40))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def _heights(self, widths: Sequence[int]) -> Iterator[int]:
        for place, group in enumerate(self.rows.groups):
            yield self.group_height(place)
            if group.key not in self._folded:
                yield from (self.row_height(row, widths) for row in group.rows)

    # ---- what the person does

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        content = self.rows.content(self.currentIndex())
        enter = single_keys.is_enter(event)
        if single_keys.is_held(event) and (enter or event.key() == Qt.Key.Key_Space):
            return
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if isinstance(content, TreeGroup) and plain and (enter or event.key() == Qt.Key.Key_Space):
            self.setExpanded(self.currentIndex(), not self.isExpanded(self.currentIndex()))
        elif isinstance(content, TreeRow) and plain and enter:
            self.opened.emit(content.key)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        self._pressed, self._again = self._key_at(event), False
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        """Opens a row. Where the first click moved the rows, the second was not meant for the one
        that came there; on a heading it is the same wish once more.
        """
        self._again = True
        place = event.position().toPoint()
        row = self.rows.content(self.indexAt(place))
        if isinstance(row, TreeRow) and row.key == self._pressed:
            self.open_by_mouse(row, place)

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        super().mouseReleaseEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        if left and not self._again and self._key_at(event) == self._pressed:
            place = event.position().toPoint()
            self.click(self.indexAt(place), place)

    def open_by_mouse(self, row: TreeRow, _place: QPoint) -> None:
        """What a double click on a row does."""
        self.opened.emit(row.key)

    def click(self, index: Index, place: QPoint) -> None:
        """What a click does besides going there; nothing here."""

    def fold(self, index: Index) -> None:
        """Fold the heading there, or open it again; nothing where there is a row."""
        if isinstance(self.rows.content(index), TreeGroup):
            self.setExpanded(index, not self.isExpanded(index))

    def _key_at(self, event: QMouseEvent) -> str:
        content = self.rows.content(self.indexAt(event.position().toPoint()))
        return content.key if content else ""

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        """Whoever comes by keyboard sees the current row; a click is on what is seen already."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.bring_into_view()
        QTimer.singleShot(_SETTLED_MS, self, self.say_current)

    def take_typed(self) -> None:
        """Take what stands in an editor of a cell, as leaving it does. Most trees have none."""

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint, /) -> None:
        # The tree gets the focus here, and a reader would take another row for the current one.
        with untold():
            super().closeEditor(editor, hint)
        self._say_editor()  # Tab opens that of the next cell
        QTimer.singleShot(0, self, self.say_current)

    def open_editor(self, index: Index) -> None:
        """Open the editor of that cell, and say that it has the focus.

        Qt fills it and selects its words before it gets the focus. A reader that hears of them
        first takes the field for known, and whether it then says the name is a matter of speed.
        """
        with untold():
            self.edit(index)
        self._say_editor()

    def _say_editor(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.viewport().isAncestorOf(focus):
            say_focus(focus)

    def say_current(self) -> None:
        """Tell a reader which cell has the focus: of a tree that gets it Qt says the tree alone,
        and a reader then takes the first row that is chosen.
        """
        here = self.currentIndex()
        if not here.isValid() or not self.hasFocus():
            return
        above = 1  # the headings of the columns, which count as a row
        for n, group in enumerate(self.rows.groups):
            index = self.rows.index(n, 0)
            if here.parent() == index:
                above += 1 + here.row()
                break
            if here == index:
                break
            above += 1 + (len(group.rows) if self.isExpanded(index) else 0)
        say_focus(self, above * len(self.rows.columns) + here.column())

    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        if not self._quiet and current.isValid():
            self.bring_into_view()
            self.moved.emit(self.current_key())

    def bring_into_view(self) -> None:
        """Scroll the page around this tree to the current row."""
        row = self.visualRect(self.currentIndex())
        if row.isValid() and self.hasFocus():
            self.ensure_visible(row.adjusted(0, -_MARGIN, 0, _MARGIN))

    def ensure_visible(self, box: QRect) -> None:
        """Scroll the page around this tree so that a part of the tree is in view."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        page = above.widget() if above is not None else None
        if above is None or page is None:
            return
        middle_y = self.viewport().mapTo(page, box.center()).y()
        margin = min(box.height() // 2, above.viewport().height() // 2)
        above.ensureVisible(0, middle_y, 0, margin)

    def _fold(self, index: Index, *, folded: bool) -> None:
        content = self.rows.content(index)
        if isinstance(content, TreeGroup) and not self._quiet:
            (self._folded.add if folded else self._folded.discard)(content.key)
            self.fit()
            if self.hasFocus():
                announce(self, tr("closed") if folded else tr("opened"))

    def _neighbours(self, here: QModelIndex) -> list[str]:
        """Keys to fall back on where the current row goes away: the next, then those before."""
        content = self.rows.content(here)
        if not isinstance(content, TreeRow):
            return []
        group = self.rows.groups[here.parent().row()]
        keys = [row.key for row in group.rows]
        return [*keys[here.row() + 1 :], *reversed(keys[: here.row()]), group.key]
