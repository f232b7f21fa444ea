"""Being told by the system to end: all is saved first, as when a person closes the window."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
"""By name, as Windows, which says it through the session, does not know them all."""


class EndSignals(QObject):
    """Calls `end` in the window's thread, from its event loop, when such a signal comes.

    Python's own handlers run only when the next line of Python does, which in a window that
    nobody touches may be never; so the number of the signal is sent down a pipe that Qt watches.
    """

    def __init__(self, end: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = end
        self._out, self._into = os.pipe()
        for each in (self._out, self._into):
            os.set_blocking(each, False)
        self._before = signal.set_wakeup_fd(self._into, warn_on_full_buffer=False)
        self._handlers = {
            number: signal.signal(number, lambda *_: None)
            for number in (getattr(signal, name, None) for name in SIGNALS)
            if number is not None
        }
        self._notifier = QSocketNotifier(self._out, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._came)

    def _came(self) -> None:
        came = os.read(self._out, 64)
        if any(number in came for number in self._handlers):
            self._end()

    def uninstall(self) -> None:
        """As it was before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        os.close(self._out)
        os.close(self._into)
