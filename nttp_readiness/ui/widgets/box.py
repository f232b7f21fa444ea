"""Layouts whose gaps follow the look, and a row that wraps."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QSpacerItem, QWidget

from nttp_readiness.ui.theme.look import Look

Margins = tuple[float, float, float, float]


_MANY = 1000
"""So many units of empty space tell two screens apart, as far as empty space differs on them."""


class Box(QBoxLayout):
    """A column, or a row with `across`. Margins are left, top, right and bottom."""

    def __init__(
        self,
        look: Look,
        parent: QWidget | None = None,
        *,
        across: bool = False,
        margins: Margins = (0, 0, 0, 0),
        spacing: float = 0,
    ) -> None:
        way = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        super().__init__(way, parent)
        self._look, self._margins, self._spacing, self._across = look, margins, spacing, across
        self._gaps: list[tuple[QSpacerItem, float]] = []
        self._share = 1.0
        self._asked: tuple[object, ...] = ()
        look.measured.connect(self._refresh)
        self._refresh()

    def gap(self, measure: float) -> None:
        """Empty space of its own. An item, as an empty widget would be an object for a reader."""
        spacer = QSpacerItem(0, 0)
        self._gaps.append((spacer, measure))
        self._stretch(spacer, measure)
        self.addSpacerItem(spacer)

    def tighten(self, share: float) -> None:
        """Keep only this share of each gap, where a view is low; 1 for all of it."""
        if share != self._share:
            self._share = share
            self._refresh()

    def set_margins(self, margins: Margins) -> None:
        self._margins = margins
        self._refresh()

    def _stretch(self, spacer: QSpacerItem, measure: float) -> None:
        size = self._look.pad(measure * self._share)
        spacer.changeSize(size if self._across else 0, 0 if self._across else size)

    def _refresh(self) -> None:
        unit = self._look.pad(_MANY)
        asked = (unit, self._margins, self._spacing, self._share, len(self._gaps))
        if asked == self._asked:
            return  # other colours alone move nothing
        self._asked = asked
        left, top, right, bottom = (self._look.pad(margin) for margin in self._margins)
        self.setContentsMargins(left, top, right, bottom)
        self.setSpacing(self._look.pad(self._spacing))
        for spacer, measure in self._gaps:
            self._stretch(spacer, measure)
        self.invalidate()


class Flow(QLayout):
    """Items in a row that wraps. With `last_at_end` the last stands at the right end of its row,
    unless it has a row to itself. No item is wider than the row.
    """

    def __init__(
        self,
        look: Look,
        parent: QWidget | None = None,
        *,
        gap: float = 8,
        last_at_end: bool = False,
    ) -> None:
        super().__init__(parent)
        self._look, self._gap, self._last_at_end = look, gap, last_at_end
        self._items: list[QLayoutItem] = []  # Qt does not keep the Python half of an item alive
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem, /) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int, /) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        gaps = self._look.pad(self._gap) * max(0, len(shown) - 1)
        width = sum(size.width() for size in shown) + gaps
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        shown = [item.minimumSize() for item in self._items if not item.isEmpty()]
        width = max((size.width() for size in shown), default=0)
        return QSize(width, max((size.height() for size in shown), default=0))

    def setGeometry(self, rect: QRect, /) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Lay the rows into `rect` and give their height."""
        gap, y = self._look.pad(self._gap), rect.y()
        for row in self._rows(rect.width(), gap):
            tall = max(size.height() for _, size in row)
            x = rect.x()
            for item, size in row:
                last = item is self._items[-1] and self._last_at_end and len(row) > 1
                left = rect.x() + rect.width() - size.width() if last else x
                if move:
                    item.setGeometry(QRect(QPoint(left, y + (tall - size.height()) // 2), size))
                x += size.width() + gap
            y += tall + gap
        return max(0, y - gap - rect.y())

    def _rows(self, width: int, gap: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = _fitted(item, width)
            if not rows or used + gap + size.width() > width:
                rows.append([])
                used = -gap
            rows[-1].append((item, size))
            used += gap + size.width()
        return rows


def _fitted(item: QLayoutItem, width: int) -> QSize:
    hint = item.sizeHint()
    if hint.width() <= width:
        return hint
    height = item.heightForWidth(width) if item.hasHeightForWidth() else hint.height()
    return QSize(width, height)
