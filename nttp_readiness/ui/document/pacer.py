"""Gives the policy of saving its events and carries out its commands, in the window's thread."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import assert_never

from PySide6.QtCore import QObject, QTimer

from nttp_readiness.ui.document.autosave_policy import Begin, Event, Pace, Rest, Wake, step


class Pacer(QObject):
    """Calls `begin` when something is to be written. Tell it `written` once that has ended."""

    def __init__(
        self,
        delay_ms: int,
        begin: Callable[[], None],
        parent: QObject,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._begin, self._clock = begin, clock
        self._pace = Pace(delay_ms)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(lambda: self.happened("due"))

    def happened(self, event: Event) -> None:
        self._pace, commands = step(self._pace, event, self._clock())
        for command in commands:
            match command:
                case Begin():
                    self._begin()
                case Wake(ms):
                    self.timer.start(ms)
                case Rest():
                    self.timer.stop()
                case _:
                    assert_never(command)
