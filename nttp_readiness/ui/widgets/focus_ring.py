"""The focus ring: one frame in a window that goes wherever the focus goes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFocusFrame,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from nttp_readiness.ui.theme import style_hints

# These paint the ring within themselves, or show the focus in their own way.
_INSIDE = ("QAbstractItemView", "QScrollArea", "QMenu", "QMenuBar", "QMainWindow")
_MARGIN = 12
LEAST_IN_VIEW = 48
"""So many pixels of a tall part that has the focus are in view, or it is scrolled to."""


class FocusRing(QObject):
    """Scrolls what gets the focus into view and puts a ring of 3 px around it.

    What a mouse presses stays under it until the button is let go: a page that moved away in
    between would take the click.

    Call `refresh` after widgets were moved to another parent: the frame hides then.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.frame = QFocusFrame(window)
        style_hints.heed(self.frame)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            # A window that is taken apart loses its frame before its focus.
            following = app.focusChanged.connect(self._follow)
            self.frame.destroyed.connect(lambda: QObject.disconnect(following))
        self._follow(None, QApplication.focusWidget())

    def refresh(self) -> None:
        self._put_away()
        self._follow(None, QApplication.focusWidget())

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window() is not self._window:
            self._put_away()
            return
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            bring_into_view(now)
        elif (app := QApplication.instance()) is not None:
            app.installEventFilter(self)
        if any(map(now.inherits, _INSIDE)):
            self._put_away()
        else:
            # A frame given to a widget that is out of view would stay hidden: scroll, set, show.
            self.frame.setWidget(now)
            self.frame.show()

    def eventFilter(self, _watched: QObject, event: QEvent, /) -> bool:
        """The mouse was let go: what it pressed comes into view once it has had its click."""
        if event.type() == QEvent.Type.MouseButtonRelease:
            if (app := QApplication.instance()) is not None:
                app.removeEventFilter(self)
            QTimer.singleShot(0, self, self._bring_focus_into_view)
        return False

    def _bring_focus_into_view(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and isValid(self._window) and focus.window() is self._window:
            bring_into_view(focus)

    def _put_away(self) -> None:
        self.frame.setWidget(None)  # type: ignore[arg-type] # None is allowed, the stub forgets it
        if isValid(self._window):  # it may be on its way out
            self.frame.setParent(self._window)  # or it goes with the page that it stood on


def bring_into_view(widget: QWidget, with_also: QWidget | None = None) -> None:
    """Scroll every page that it stands in so far that it, or a good part of it, is in view.

    What it goes with comes into view beside it, where there is room for both.
    """
    above = widget.parentWidget()
    while above is not None:
        page = above.widget() if isinstance(above, QScrollArea) else None
        if isinstance(above, QScrollArea) and page is not None:
            room = above.viewport().height()
            if widget.height() > room:
                # A tall one shows by itself what in it has the focus: a part in view is enough.
                top = _top_in(page, widget)
                seen = top - above.verticalScrollBar().value()
                if not LEAST_IN_VIEW - widget.height() <= seen <= room - LEAST_IN_VIEW:
                    above.ensureVisible(0, top + room // 2, 0, room // 2)
            else:
                show_whole(above, page, widget)
                if widget.width() > above.viewport().width():  # its beginning is what is read
                    left = widget.mapTo(page, QPoint()).x()
                    above.horizontalScrollBar().setValue(left - _MARGIN)
                if with_also is not None and page.isAncestorOf(with_also):
                    _show_both(above, page, widget, with_also)
        above = above.parentWidget()


def show_whole(area: QScrollArea, page: QWidget, widget: QWidget) -> None:
    """Scroll so far that it is in view with its ring. Of a field Qt would show the cursor alone."""
    area.ensureWidgetVisible(widget, _MARGIN, _MARGIN)
    half = widget.height() // 2
    middle = _top_in(page, widget) + half
    area.ensureVisible(area.horizontalScrollBar().value(), middle, 0, half + _MARGIN)


def _show_both(area: QScrollArea, page: QWidget, one: QWidget, other: QWidget) -> None:
    tops = _top_in(page, one), _top_in(page, other)
    top = min(tops)
    high = max(tops[0] + one.height(), tops[1] + other.height()) - top + 2 * _MARGIN
    if high <= area.viewport().height():
        area.ensureVisible(0, top - _MARGIN + high // 2, 0, high // 2)


def _top_in(page: QWidget, widget: QWidget) -> int:
    return widget.mapTo(page, QPoint()).y()
