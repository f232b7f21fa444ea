"""Keeps the recovery copy on this computer's own disk, soon after each change.

In a thread of its own: where the drive of the file does not answer, a save may take minutes, and
what is typed meanwhile must not depend on it. What lives here belongs to the window's thread; what
that thread writes with is the copy's own.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from nttp_readiness.ui.document.pacer import Pacer
from nttp_readiness.ui.document.recovery_copy import RecoveryCopy

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

DELAY_MS = 250
"""How long after the first change that is not in it the copy is written."""


class RecoveryWriter(QObject):
    """Writes the copy by itself once it is told that something was changed."""

    _finished = Signal()

    def __init__(
        self, copy: RecoveryCopy, parent: QObject, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._copy = copy
        self.pacer = Pacer(DELAY_MS, self._begin, self, clock)
        self._finished.connect(self._take)

    @cached_property
    def _worker(self) -> ThreadPoolExecutor:
        """The thread that writes; a document that was just opened has nothing to write."""
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - after the page

        return ThreadPoolExecutor(1, thread_name_prefix="copy")

    def changed(self) -> None:
        """Something was changed: it will be in the copy soon."""
        self.pacer.happened("changed")

    def stop(self) -> None:
        """Finish what is being written, and write nothing more."""
        self.pacer.happened("closed")
        self._worker.shutdown(wait=True)

    def stop_soon(self) -> Callable[[], None]:
        """Write nothing more. What it gives waits, in any thread, for what has begun."""
        self.pacer.happened("closed")
        worker = self._worker
        worker.shutdown(wait=False)
        return lambda: worker.shutdown(wait=True)

    def _begin(self) -> None:
        copy, finished = self._copy, self._finished

        def work() -> None:
            # A save tries the same first, and says why it cannot be done.
            with contextlib.suppress(Exception):
                copy.write()
            finished.emit()

        self._worker.submit(work)

    @Slot()
    def _take(self) -> None:
        self.pacer.happened("written")
