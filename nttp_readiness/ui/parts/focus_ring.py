"""The focus ring: one frame in a window that goes wherever the focus goes."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFocusFrame,
    QMainWindow,
    QMenu,
    QMenuBar,
    QScrollArea,
    QWidget,
)

# These paint the ring within themselves, or show the focus in their own way.
_INSIDE = (QAbstractItemView, QScrollArea, QMenu, QMenuBar, QMainWindow)
_MARGIN = 12
LEAST_IN_VIEW = 48
"""So many pixels of a tall part that has the focus are in view, or it is scrolled to."""


class FocusRing(QObject):
    """Scrolls what gets the focus into view and puts a ring of 3 px around it.

    Call `refresh` after widgets were moved to another parent: the frame hides then.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.frame = QFocusFrame(window)
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
        _bring_into_view(now)
        if isinstance(now, _INSIDE):
            self._put_away()
        else:
            # A frame given to a widget that is out of view would stay hidden: scroll, set, show.
            self.frame.setWidget(now)
            self.frame.show()

    def _put_away(self) -> None:
        self.frame.setWidget(None)  # type: ignore[arg-type] # None is allowed, the stub forgets it


def _bring_into_view(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            room = above.viewport().height()
            page = above.widget()
            if widget.height() > room and page is not None:
                # A tall one shows by itself what in it has the focus: a part in view is enough.
                top = widget.mapTo(page, QPoint()).y()
                seen = top - above.verticalScrollBar().value()
                if not LEAST_IN_VIEW - widget.height() <= seen <= room - LEAST_IN_VIEW:
                    above.ensureVisible(0, top + room // 2, 0, room // 2)
            else:
                above.ensureWidgetVisible(widget, _MARGIN, _MARGIN)
        above = above.parentWidget()
