"""A double click does what a click does, also where the page turned under it.

Many people double-click everything. The second click of one that turned the page would land on
whatever stands there now: an answer, another button, the same one again.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication


class _SecondClick(QObject):
    """Takes the second click away. It is asked for moments only: every event passes by it."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.timeout.connect(lambda: application.removeEventFilter(self))

    def wait(self) -> None:
        self._application.installEventFilter(self)
        self._over.start(self._application.doubleClickInterval())

    def eventFilter(self, _watched: QObject, event: QEvent, /) -> bool:
        return event.type() == QEvent.Type.MouseButtonDblClick


def page_turned() -> None:
    """Another page stands under the pointer: no second click of a double click acts on it."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        found = application.findChild(_SecondClick)
        waiting = found if isinstance(found, _SecondClick) else _SecondClick(application)
        waiting.wait()
