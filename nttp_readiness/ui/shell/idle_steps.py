"""Work that is done in steps while nobody does anything: a key that comes meanwhile waits for one
step at most, and any key, click or turn of the wheel puts the rest off.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from nttp_readiness.ui.theme import accessibility

QUIET_MS = 600
"""Nobody has done anything for so long."""
BETWEEN_MS = 40
_DOING = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class IdleSteps(QObject):
    """Begins with `begin`, while nobody types into that window; nothing of a step is told of."""

    def __init__(self, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def begin(self, steps: Iterator[None]) -> None:
        """Do these steps, in place of those that were not done yet."""
        self._steps = steps
        self._timer.start(QUIET_MS)

    def done(self) -> None:
        """All steps were done. Classes override this."""

    def eventFilter(self, _watched: QObject, event: QEvent, /) -> bool:
        if event.type() in _DOING and self._timer.isActive():
            self._timer.start(QUIET_MS)
        return False

    def _go_on(self) -> None:
        if QApplication.activePopupWidget() is not None:  # somebody walks through a menu
            self._timer.start(QUIET_MS)
            return
        with accessibility.untold():
            for _ in self._steps:
                self._timer.start(BETWEEN_MS)
                return
        self.done()
