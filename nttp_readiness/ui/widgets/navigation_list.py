"""The thumb index: the places of the window, or the parts of the place that is open."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nttp_readiness.figures.icons import OptionalGlyph
from nttp_readiness.ui.theme.borders import draw_box, fill, middle
from nttp_readiness.ui.theme.look import Look, TextKind
from nttp_readiness.ui.theme.painting import draw_icon
from nttp_readiness.ui.theme.text_block import TextBlock, text_block, text_width
from nttp_readiness.ui.widgets.viewport import clear_viewport
from nttp_readiness.values import dataclass

_Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class NavigationRow:
    """`key` is given back when the row is chosen; `done` puts a tick before the status.

    A `heading` stands over the rows after it and cannot be chosen; its key is empty.
    """

    key: str
    name: str
    status: str = ""
    glyph: OptionalGlyph = ""
    done: bool = False
    heading: bool = False


class NavigationList(QListView):
    """`chosen` gives the key of the row that the user went to, by mouse or arrows."""

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        kind: Literal["places", "parts"] = "places",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        clear_viewport(self)
        self._look, self._kind, self._quiet = look, kind, False
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self._delegate = _Delegate(look, kind, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        vertical = QSizePolicy.Policy.Fixed if kind == "places" else QSizePolicy.Policy.Preferred
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        self.selectionModel().currentChanged.connect(self._moved)
        look.changed.connect(self._refresh)

    def show_rows(self, rows: Sequence[NavigationRow]) -> None:
        """Show these rows; the current one stays where its key is still among them."""
        key = self.current()
        self._quiet = True
        self._rows.replace(tuple(rows))
        self._quiet = False
        self.show_current(key)
        self._refresh()

    def show_current(self, key: str) -> None:
        """Mark the row with that key, or none; nothing is emitted."""
        self._quiet = True
        at = next((n for n, row in enumerate(self._rows.rows) if row.key == key), -1)
        if at < 0:
            self.clearSelection()
        self.setCurrentIndex(self._rows.index(at, 0) if at >= 0 else QModelIndex())
        self._quiet = False

    def current(self) -> str:
        """Key of the current row, empty where there is none."""
        index = self.currentIndex()
        return self._rows.rows[index.row()].key if index.isValid() else ""

    def sizeHint(self) -> QSize:
        width = self.width()
        high = sum(self._delegate.height(row, width) for row in self._rows.rows)
        return QSize(self._look.px(200), high)

    def minimumSizeHint(self) -> QSize:
        least = self.sizeHint().height()
        if self._kind == "parts":
            least = min(least, 3 * row_height(self._look, self._kind))
        return QSize(self._look.px(120), least)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._refresh()  # names may take another number of lines

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # letters and digits answer questions; a short list needs no search
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        """A click on the row where one is asks for it as well: it leads to its beginning."""
        was = self.currentIndex()
        super().mousePressEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        if left and was.isValid() and self.indexAt(event.position().toPoint()) == was:
            self._moved(was)

    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        """The second click of a double click is the same wish once more."""
        event.accept()

    def _moved(self, now: QModelIndex) -> None:
        if not self._quiet and now.isValid():
            self.chosen.emit(self._rows.rows[now.row()].key)

    def _refresh(self) -> None:
        self.doItemsLayout()
        self.updateGeometry()


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[NavigationRow, ...] = ()

    def replace(self, rows: tuple[NavigationRow, ...]) -> None:
        if rows and [row.key for row in rows] == [row.key for row in self.rows]:
            self.rows = rows  # the same rows with new states: the view keeps its place
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: _Index, /) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: _Index, /, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}, {row.status}" if row.status else row.name
        return row if role == _ROW else None


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, kind: str, view: NavigationList) -> None:
        super().__init__(view)
        self._look, self._kind, self._view = look, kind, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index, /) -> QSize:
        height = self.height(index.data(_ROW), self._view.viewport().width())
        return QSize(self._look.px(120), height)

    def height(self, row: NavigationRow, width: int) -> int:
        """As high as its name in bold letters, so that choosing a row moves nothing."""
        look = self._look
        least = row_height(look, self._kind)
        if self._kind == "places":
            return least
        if row.heading:
            return self._heading(row, width).height + look.pad(16 + 6)
        room = width - self._indent(row) - self._beside(row, "small_strong")
        name = text_block(look, row.name, "guide_strong", room)
        return least if name.layout.lineCount() == 1 else name.height + look.pad(10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        look, box = self._look, option.rect
        row: NavigationRow = index.data(_ROW)
        if row.heading:
            words = self._heading(row, box.width())
            top = box.bottom() + 1 - look.pad(6) - words.height
            words.draw(painter, box.x() + look.pad(24), top, look.colour("quiet"))
            return
        places = self._kind == "places"
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver) and not chosen
        self._draw_ground(painter, box, chosen=chosen, hover=hover)
        x = box.x() + self._indent(row)
        if row.glyph:
            at = QRect(box.x() + look.pad(24), box.y(), look.px(20), box.height())
            icon = middle(at, look.px(20))
            draw_icon(painter, row.glyph, icon, look.colour("loch" if chosen else "quiet"))
        bold = chosen and not places
        status: TextKind = "small_strong" if bold else "small"
        self._draw_status(painter, box, row, status)
        kind: TextKind = "card" if places else "guide"
        if chosen:
            kind = "card_strong" if places else "guide_strong"
        room = box.right() + 1 - x - self._beside(row, status)
        name: TextBlock = text_block(look, row.name, kind, room)
        name.draw(painter, x, box.y() + (box.height() - name.height) // 2, look.colour("ink"))
        if option.state & QStyle.StateFlag.State_HasFocus:  # views draw the ring within the row
            inner = box.adjusted(2, 2, -3, -2)
            draw_box(painter, inner, 4, edge=look.colour("focus"), width=3)

    def _heading(self, row: NavigationRow, width: int) -> TextBlock:
        return text_block(self._look, row.name, "small_strong", width - self._look.pad(24 + 8))

    def _draw_ground(self, painter: QPainter, box: QRect, *, chosen: bool, hover: bool) -> None:
        look = self._look
        if hover:
            fill(painter, box.adjusted(0, 0, -1, 0), look.colour("surface"))
        elif chosen and self._kind == "parts":
            fill(painter, box.adjusted(0, 0, -1, 0), look.colour("loch_pale"))
        elif chosen:  # the thumb of the index runs over the sidebar's line into the page
            fill(painter, box, look.colour("paper"))
            fill(painter, QRect(box.x(), box.y(), box.width(), 1), look.colour("line"))
            fill(painter, QRect(box.x(), box.bottom(), box.width(), 1), look.colour("line"))
        if chosen and (self._kind == "places" or look.high_contrast):
            fill(painter, QRect(box.x(), box.y(), 5, box.height()), look.colour("loch"))

    def _indent(self, row: NavigationRow) -> int:
        look = self._look
        return look.pad(24) + (look.px(20) + look.pad(12) if row.glyph else 0)

    def _beside(self, row: NavigationRow, kind: TextKind) -> int:
        """What status, tick and the empty space around them take at the right end."""
        look = self._look
        tick = look.px(14) + look.pad(3) if row.done else 0
        return look.pad(16 + 2) + tick + math.ceil(text_width(look, row.status, kind))

    def _draw_status(
        self, painter: QPainter, box: QRect, row: NavigationRow, kind: TextKind
    ) -> None:
        look = self._look
        painter.setFont(look.font(kind))
        painter.setPen(look.colour("ink" if kind == "small_strong" else "quiet"))
        room = box.adjusted(0, 0, -look.pad(16), 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(room, flags, row.status)
        if row.done:
            start = room.right() + 1 - math.ceil(text_width(look, row.status, kind))
            start -= look.px(14) + look.pad(3)
            tick = middle(QRect(start, box.y(), look.px(14), box.height()), look.px(14))
            draw_icon(painter, "tick", tick, look.colour("moss"), 2)


def row_height(look: Look, kind: str) -> int:
    return look.px(21) + look.pad(22) if kind == "places" else look.px(21) + look.pad(10)
