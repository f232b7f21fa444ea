"""A page that scrolls, holds its reading width, and stays where the reader looked."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QLayoutItem, QScrollArea, QWidget

from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.focus_ring import LEAST_IN_VIEW, show_whole
from nttp_readiness.ui.widgets.panel import Panel
from nttp_readiness.ui.widgets.pointer import look_again
from nttp_readiness.ui.widgets.viewport import own_viewport
from nttp_readiness.values import dataclass

_RESTS_MS = 50
"""A page that has not moved for so long has come to rest."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A widget and how far below the upper edge of the view it stood."""

    widget: QWidget
    top: int


class ScrollColumn(QScrollArea):
    """`column` takes the page's parts. The left edge is given in pixels by `set_axis`; the content
    is at most `width` wide. A part that cannot be as narrow as the view makes the page scroll
    sideways rather than be cut off.
    """

    def __init__(self, look: Look, *, top: float = 22, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        own_viewport(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its controls are the tab stops
        self.body = Panel(look)
        self.column = Box(look, margins=(0, top, 0, 24))
        self._axis = _Axis(look, self.body, self.column)
        self.setWidget(self.body)
        self._moved = QTimer(self, singleShot=True, interval=_RESTS_MS)
        self._moved.timeout.connect(lambda: look_again(self.viewport()))
        self.verticalScrollBar().valueChanged.connect(lambda _: self._moved.start())

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Where the view becomes lower, what has the focus does not go below its edge: bars that
        come into view, a notice or another size of the window take room.
        """
        super().resizeEvent(event)
        focus = QApplication.focusWidget()
        if focus is None or not self.body.isAncestorOf(focus):
            return
        top = self._top_of(focus)
        if top < event.oldSize().height() and top + focus.height() > event.size().height():
            QTimer.singleShot(0, focus, self._keep_focus_in_view)

    def _keep_focus_in_view(self) -> None:
        """Once the layouts have run. Of a tall part, such as a figure, its beginning is enough."""
        focus = QApplication.focusWidget()
        if focus is None or not self.body.isAncestorOf(focus):
            return
        if focus.height() <= 2 * LEAST_IN_VIEW:
            show_whole(self, self.body, focus)

    def set_axis(self, side: int, width: int) -> None:
        """Left edge and greatest width of the content, in pixels."""
        self._axis.set(side, width)

    def to_top(self) -> None:
        self.verticalScrollBar().setValue(0)

    def bring_to_top(self, widget: QWidget) -> None:
        """Scroll so that it stands at the top, as far as the page goes."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._top_of(widget))

    def anchor(self) -> Anchor | None:
        """What the reader looks at: the focused part if it is in view, else the first in view."""
        view = self.viewport().rect()

        def seen(widget: QWidget) -> bool:
            return (
                widget.layout() is None
                and widget.isVisible()
                and view.top() <= self._top_of(widget) < view.bottom()
            )

        best = QApplication.focusWidget()
        if best is None or not self.body.isAncestorOf(best) or not seen(best):
            parts = filter(seen, self.body.findChildren(QWidget))
            best = min(parts, key=self._top_of, default=None)
        return Anchor(best, self._top_of(best)) if best else None

    def settle(self, anchor: Anchor | None) -> None:
        """Scroll so that the anchor stands where it stood. Call it when layouts have run."""
        if anchor is None or not self.body.isAncestorOf(anchor.widget):
            return
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._top_of(anchor.widget) - anchor.top)
        if anchor.widget is QApplication.focusWidget():  # in a lower view that may be too low
            self._keep_focus_in_view()

    def _top_of(self, widget: QWidget) -> int:
        return widget.mapTo(self.viewport(), QPoint()).y()


class _Axis(QLayout):
    """Holds one column at its left edge and reading width, as a pure function of the page's width.

    Margins set while the page is resized would lay everything out twice and show the first.
    """

    def __init__(self, look: Look, parent: QWidget, column: QLayout) -> None:
        super().__init__(parent)
        self._look, self._column = look, column
        self._side, self._width = look.px(40), look.px(624)
        self._heights: dict[int, int] = {}
        self._least: QSize | None = None
        """The column's least size, asked for at every step of a layout."""
        self.setContentsMargins(0, 0, 0, 0)
        self.addChildLayout(column)

    def set(self, side: int, width: int) -> None:
        if (side, width) != (self._side, self._width):
            self._side, self._width = side, width
            self.invalidate()

    def invalidate(self) -> None:
        self._heights.clear()
        self._least = None
        super().invalidate()

    def addItem(self, _item: QLayoutItem, /) -> None:
        """Nothing: parts belong into the column."""

    def count(self) -> int:
        return 1

    def itemAt(self, index: int, /) -> QLayoutItem | None:
        return self._column if index == 0 else None

    def takeAt(self, _index: int, /) -> QLayoutItem | None:
        return None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        inner = self._inner(width)
        height = self._heights.get(inner)
        if height is None:
            column = self._column
            wraps = column.hasHeightForWidth()
            height = column.heightForWidth(inner) if wraps else column.sizeHint().height()
            self._heights[inner] = height
        return height

    def sizeHint(self) -> QSize:
        hint = self._column.sizeHint()
        return QSize(self._side + self._width + self._right(), hint.height())

    def minimumSize(self) -> QSize:
        least = self._least_of_column()
        return QSize(self._side + least.width() + self._right(), least.height())

    def setGeometry(self, rect: QRect, /) -> None:
        super().setGeometry(rect)
        inner = self._inner(rect.width())
        height = self.heightForWidth(rect.width())
        self._column.setGeometry(QRect(rect.x() + self._side, rect.y(), inner, height))

    def _inner(self, width: int) -> int:
        return max(
            self._least_of_column().width(),
            min(self._width, width - self._side - self._right()),
        )

    def _least_of_column(self) -> QSize:
        if self._least is None:
            self._least = self._column.minimumSize()
        return self._least

    def _right(self) -> int:
        return self._look.pad(24)
