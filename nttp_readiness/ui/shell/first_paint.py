"""What may wait until the first window is on the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

_EVERY = 8
"""Milliseconds between two looks."""
_SHOWN = 250
"""Milliseconds that the window system has for itself, to bring to the screen what was painted."""
_LATEST = 3000
"""After so many it is done all the same: a window that starts hidden is never shown."""


class FirstPaint(QObject):
    """Does something once, after the window system has shown the window and it was painted.

    A timer of no time is not enough: it may come before the window system has shown the window,
    which then stands black while what was to wait is done. Qt paints in the moment in which a
    window is exposed, so whoever finds it exposed finds it painted.
    """

    def __init__(self, window: QWidget, act: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._act = window, act
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_EVERY)

    def _look(self) -> None:
        self._looks += 1
        handle = self._window.windowHandle()
        if (handle is not None and handle.isExposed()) or self._looks * _EVERY >= _LATEST:
            self._timer.stop()
            QTimer.singleShot(_SHOWN, self, self._act)
