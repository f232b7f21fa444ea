"""A double click does what a click does, also where the page turned under it.

Many people double-click everything. The second click of one that turned the page would land on
whatever stands there now: an answer, another button, the same one again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow


class _SecondClick(QObject):
    """Takes the second click away where windows get it from the system.

    Of the thousands of events that showing a page takes, none passes by here.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._interval = application.doubleClickInterval
        self._windows: list[QWindow] = []
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.timeout.connect(self._stop)

    def wait(self) -> None:
        self._stop()
        self._windows = QGuiApplication.topLevelWindows()
        for window in self._windows:
            window.installEventFilter(self)
        self._over.start(self._interval())

    def _stop(self) -> None:
        for window in self._windows:
            if isValid(window):
                window.removeEventFilter(self)
        self._windows = []

    def eventFilter(self, _watched: QObject, event: QEvent, /) -> bool:
        return event.type() == QEvent.Type.MouseButtonDblClick


def page_turned() -> None:
    """Another page stands under the pointer: no second click of a double click acts on it."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        # Not asked of Qt: that would look at every object that the application has.
        if not _kept or not isValid(_kept[-1]):
            _kept[:] = [_SecondClick(application)]
        _kept[-1].wait()


_kept: list[_SecondClick] = []
"""The one of the application that there is."""
