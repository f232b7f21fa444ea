"""How long a question has been on the wall, or what is left of a part of the agenda.

Off until asked for, silent, and never a limit.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QTimer

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group.agenda import Step
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.prose import Prose


class RoomClock(Prose):
    """Minutes and seconds. With `parts` it counts down for each part of the agenda, goes on while
    it is hidden, and says how far one is behind; without, it counts up while it is shown.
    """

    def __init__(self, look: Look, parts: Sequence[Step] = ()) -> None:
        super().__init__(look, "", "room_top", wraps=False)
        self._since = QElapsedTimer()
        self._parts, self._at = tuple(parts), 0
        self.tick = QTimer(self, interval=1000)
        self.tick.timeout.connect(self._show)
        self.hide()

    def toggle(self) -> None:
        """Show it, or hide it again."""
        if self.tick.isActive():
            self.stop()
            return
        if not self._parts or not self._since.isValid():
            self._since.start()
        self.tick.start()
        self._show()
        self.show()

    def next_part(self) -> None:
        """The next part of the agenda begins now; after the last one the first again."""
        if self._parts:
            self._at = (self._at + 1) % len(self._parts)
            self._since.start()
            if self.tick.isActive():
                self._show()

    def restart(self) -> None:
        """Another question: begin again, where it counts up."""
        if self.tick.isActive() and not self._parts:
            self._since.restart()
            self._show()

    def stop(self) -> None:
        self.tick.stop()
        self.hide()

    def _show(self) -> None:
        seconds = self._since.elapsed() // 1000
        if not self._parts:
            self.say(_minutes(seconds))
            return
        part = self._parts[self._at]
        left = part.minutes * 60 - seconds
        words = tr("{part} {time}") if left >= 0 else tr("{part}, {time} over")
        self.say(words.format(part=part.title, time=_minutes(abs(left))))


def _minutes(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
