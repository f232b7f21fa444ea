"""Keeps the recovery copy on this computer's own disk, soon after each change.

In a thread of its own: where the drive of the file does not answer, a save may take minutes, and
what is typed meanwhile must not depend on it.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.errors import SaveError
from nttp_readiness.storage import folders, recovery
from nttp_readiness.storage.documents import Fingerprint
from nttp_readiness.ui.document.deadline import Deadline
from nttp_readiness.ui.document.session import Session

DELAY_MS = 250
"""How long after the first change that is not in it the copy is written."""

File = tuple[Path | None, Fingerprint | None]


class RecoveryWriter(QObject):
    """Copies the session's document. `file` says where it lies and what was last found there."""

    _finished = Signal()

    def __init__(self, session: Session, file: Callable[[], File], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._file = session, file
        self._lock = threading.Lock()
        self._held: Assessment | None = None
        """What the copy holds."""
        self._noted: tuple[str, Path | None, frozenset[str]] | None = None
        """What the note beside the copy says: whose it is, its file, and the digests of that."""
        self._deadline = Deadline(DELAY_MS)
        self._running = self._stopped = False
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="copy")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)
        self._finished.connect(self._take)

    def changed(self) -> None:
        """Something was changed: it will be in the copy soon."""
        self._deadline.change()
        self._look()

    def now(self) -> None:
        """Write what is not in the copy yet, in whichever thread this is. Raises SaveError."""
        with self._lock:
            document, (path, saved) = self._session.assessment, self._file()
            noted = self._is_noted(document.id, path, saved)
            there = folders.is_there(recovery.copy_of(document.id, path))
            if document is self._held and noted and there:
                return
            recovery.keep(document, path=path, saved=saved, noted=noted)
            if not noted:
                self._noted = (document.id, path, frozenset({_digest(saved)}))
            self._held = document

    def about_to(self, digest: str) -> None:
        """The file will have this digest in a moment; the note beside the copy says so first.

        Whenever a crash comes, what is in the copy is then known to be newer than a file that was
        written here. Where it cannot be said, the file is worth more than the note.
        """
        with self._lock, contextlib.suppress(SaveError):
            path, saved = self._file()
            if self._held is not None:
                recovery.note(self._held.id, path=path, saved=saved, coming=digest)
                self._noted = (self._held.id, path, frozenset({_digest(saved), digest}))

    def _is_noted(self, document: str, path: Path | None, saved: Fingerprint | None) -> bool:
        if self._noted is None:
            return False
        whose, file, digests = self._noted
        return (whose, file) == (document, path) and _digest(saved) in digests

    def moved_from(self, path: Path | None) -> None:
        """Forget the copy that named another file, or none."""
        with self._lock:
            recovery.remove(self._session.assessment.id, path)

    def stop(self) -> None:
        """Finish what is being written, and write nothing more."""
        self._stopped = True
        self._timer.stop()
        self._worker.shutdown(wait=True)

    def _look(self) -> None:
        """Begin where it is due, else see that it will be; a copy that is being written looks
        again itself.
        """
        if self._running or self._stopped or not self._deadline.waiting:
            return
        if not self._deadline.left_ms:
            self._timer.stop()
            self._begin()
        elif not self._timer.isActive():
            self._timer.start(self._deadline.left_ms)

    def _begin(self) -> None:
        self._deadline.begun()
        self._running = True
        self._worker.submit(self._work)

    def _work(self) -> None:
        # A save tries the same first, and says why it cannot be done.
        with contextlib.suppress(Exception):
            self.now()
        self._finished.emit()

    @Slot()
    def _take(self) -> None:
        self._running = False
        self._look()


def _digest(saved: Fingerprint | None) -> str:
    return saved.digest if saved is not None else ""
