"""Waiting for a thread that writes, without holding the window."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, QThread, QTimer

if TYPE_CHECKING:
    from concurrent.futures import Future

_AT_ONCE = 0.04
"""Seconds that nearly every drive needs less of, and for which nobody sees a window stand still."""
_EVERY_MS = 5


def done_within(work: Future[Any], seconds: float) -> bool:
    """Whether it is done by then. Longer than a moment the window is painted and its timers go on;
    what a person presses or types meanwhile is kept for afterwards. To be called in its thread.

    Outside of an event loop nobody has a window yet, or no longer: then nothing goes on. A loop of
    our own would take apart what is only to go once the next one runs.
    """
    end, amid_events = time.monotonic() + seconds, QThread.currentThread().loopLevel() > 0
    try:
        work.exception(max(0.0, min(_AT_ONCE, seconds) if amid_events else seconds))
    except TimeoutError:
        if not amid_events:
            return False
        loop, look = QEventLoop(), QTimer()

        def heed() -> None:
            if work.done() or time.monotonic() >= end:
                loop.quit()

        look.timeout.connect(heed)
        look.start(_EVERY_MS)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    return work.done()
