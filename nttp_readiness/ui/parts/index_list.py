"""The thumb index: the places of the window, or the parts of the place that is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nttp_readiness.ui.edges import draw_box, middle
from nttp_readiness.ui.look import Look
from nttp_readiness.ui.painting import draw_icon

_Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class IndexRow:
    """`key` is given back when the row is chosen; `done` puts a tick before the status."""

    key: str
    name: str
    status: str = ""
    glyph: str = ""
    done: bool = False


class IndexList(QListView):
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
        self._look, self._kind, self._quiet = look, kind, False
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(look, kind, self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        vertical = QSizePolicy.Policy.Fixed if kind == "places" else QSizePolicy.Policy.Preferred
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        self.selectionModel().currentChanged.connect(self._moved)
        look.changed.connect(self._refresh)

    def show_rows(self, rows: Sequence[IndexRow]) -> None:
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
        return QSize(self._look.px(200), row_height(self._look, self._kind) * len(self._rows.rows))

    def minimumSizeHint(self) -> QSize:
        least = self.sizeHint().height()
        if self._kind == "parts":
            least = min(least, 3 * row_height(self._look, self._kind))
        return QSize(self._look.px(120), least)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # letters and digits answer questions; a short list needs no search
            return
        super().keyPressEvent(event)

    def _moved(self, now: QModelIndex) -> None:
        if not self._quiet and now.isValid():
            self.chosen.emit(self._rows.rows[now.row()].key)

    def _refresh(self) -> None:
        self.doItemsLayout()
        self.updateGeometry()


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[IndexRow, ...] = ()

    def replace(self, rows: tuple[IndexRow, ...]) -> None:
        if rows and [row.key for row in rows] == [row.key for row in self.rows]:
            self.rows = rows  # the same rows with new states: the view keeps its place
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, /, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}, {row.status}" if row.status else row.name
        return row if role == _ROW else None


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, kind: str, view: IndexList) -> None:
        super().__init__(view)
        self._look, self._kind = look, kind

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index, /) -> QSize:
        return QSize(self._look.px(120), row_height(self._look, self._kind))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        look, box = self._look, option.rect
        row: IndexRow = index.data(_ROW)
        places = self._kind == "places"
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver) and not chosen
        self._draw_ground(painter, box, chosen=chosen, hover=hover)
        x = box.x() + look.pad(24)
        if row.glyph:
            icon = middle(QRect(x, box.y(), look.px(20), box.height()), look.px(20))
            draw_icon(painter, row.glyph, icon, look.colour("loch" if chosen else "quiet"))
            x += look.px(20) + look.pad(12)
        bold = chosen and not places
        end = self._draw_status(painter, box, row, bold=bold)
        kind = "card" if places else "guide"
        painter.setFont(look.font(f"{kind}_strong" if chosen else kind))
        painter.setPen(look.colour("ink"))
        room = QRect(x, box.y(), end - look.pad(6) - x, box.height())
        metrics = QFontMetricsF(painter.font())
        name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, name)
        if option.state & QStyle.StateFlag.State_HasFocus:  # views draw the ring within the row
            inner = box.adjusted(2, 2, -3, -2)
            draw_box(painter, inner, 4, edge=look.colour("focus"), width=3)

    def _draw_ground(self, painter: QPainter, box: QRect, *, chosen: bool, hover: bool) -> None:
        look = self._look
        if hover:
            painter.fillRect(box.adjusted(0, 0, -1, 0), look.colour("surface"))
        elif chosen and self._kind == "parts":
            painter.fillRect(box.adjusted(0, 0, -1, 0), look.colour("loch_pale"))
        elif chosen:  # the thumb of the index runs over the sidebar's line into the page
            painter.fillRect(box, look.colour("paper"))
            painter.fillRect(box.x(), box.y(), box.width(), 1, look.colour("line"))
            painter.fillRect(box.x(), box.bottom(), box.width(), 1, look.colour("line"))
        if chosen and (self._kind == "places" or look.high_contrast):
            painter.fillRect(box.x(), box.y(), 5, box.height(), look.colour("loch"))

    def _draw_status(self, painter: QPainter, box: QRect, row: IndexRow, *, bold: bool) -> int:
        """Paint the status at the right end; gives where it begins."""
        look = self._look
        painter.setFont(look.font("small_strong" if bold else "small"))
        painter.setPen(look.colour("ink" if bold else "quiet"))
        room = box.adjusted(0, 0, -look.pad(18), 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(room, flags, row.status)
        start = room.right() + 1 - round(painter.fontMetrics().horizontalAdvance(row.status))
        if row.done:
            start -= look.px(15) + look.pad(4)
            tick = middle(QRect(start, box.y(), look.px(15), box.height()), look.px(15))
            draw_icon(painter, "tick", tick, look.colour("moss"), 2)
        return start


def row_height(look: Look, kind: str) -> int:
    return look.px(21) + look.pad(22) if kind == "places" else look.px(21) + look.pad(10)
