"""A key that is held is told by the system as one press and its repeats; X11 forgets it at times.

There a repeat comes as a release and a press of the same moment. Qt looks for the press in its
queue when it reads the release, and where that has not arrived yet, takes both for real: one in
twenty on a busy computer. A hand cannot let go and press again within the same millisecond, so such
a press is nobody's.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow


class HeldKeys(QObject):
    """Keeps presses that a hand cannot have made from the window that has the keyboard."""

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self._released = (0, 0)
        """The key that was let go last, and when."""
        app.focusWindowChanged.connect(self._watch)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # a second time moves it to the front, and no more

    def eventFilter(self, _window: QObject, event: QEvent, /) -> bool:
        if isinstance(event, QKeyEvent):
            moment = (event.key(), event.timestamp())
            if event.type() == QEvent.Type.KeyRelease:
                self._released = moment
            elif event.type() == QEvent.Type.KeyPress and event.timestamp():
                return not event.isAutoRepeat() and moment == self._released
        return False
