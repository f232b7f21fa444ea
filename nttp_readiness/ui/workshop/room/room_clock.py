"""How long a question has been on the wall: off until asked for, silent, and never a limit."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer

from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.prose import Prose


class RoomClock(Prose):
    """Minutes and seconds that run while they are shown."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "", "room_top", wraps=False)
        self._since = QElapsedTimer()
        self.tick = QTimer(self, interval=1000)
        self.tick.timeout.connect(self._show)
        self.hide()

    def toggle(self) -> None:
        """Show it from 0:00, or hide it again."""
        if self.tick.isActive():
            self.stop()
        else:
            self._since.start()
            self.tick.start()
            self._show()
            self.show()

    def restart(self) -> None:
        """Begin again, where it runs."""
        if self.tick.isActive():
            self._since.restart()
            self._show()

    def stop(self) -> None:
        self.tick.stop()
        self.hide()

    def _show(self) -> None:
        seconds = self._since.elapsed() // 1000
        self.say(f"{seconds // 60}:{seconds % 60:02}")
