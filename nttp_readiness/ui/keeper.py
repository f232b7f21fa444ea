"""Keeps the document on the disk: every change within a second, off the thread that paints."""

from __future__ import annotations

import contextlib
import datetime as dt
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nttp_readiness.domain.assessment import Assessment
from nttp_readiness.errors import ReadinessError, SaveError
from nttp_readiness.i18n import tr
from nttp_readiness.storage import backups, locks, recovery
from nttp_readiness.storage.documents import (
    ChangedElsewhere,
    Fingerprint,
    Saved,
    fingerprint,
    save_document,
)
from nttp_readiness.ui.session import Session

State = Literal["new", "waiting", "saved", "trouble", "elsewhere"]
DELAY_MS = 700
"""How long after the last change a save begins."""
LOCK_EVERY_MS = 5 * 60 * 1000
"""How often the advisory lock says that the document is still open here."""


class Keeper(QObject):
    """Saves the session's document by itself. `told` follows every change of state."""

    told = Signal()
    _finished = Signal(object)

    def __init__(
        self,
        session: Session,
        path: Path | None,
        expected: Fingerprint | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._path, self._expected = session, path, expected
        self.state: State = "saved" if path and expected else "new"
        self.saved_at: dt.datetime | None = dt.datetime.now() if self.state == "saved" else None  # noqa: DTZ005 - shown as the clock on the wall
        self.problem = ""
        self._kept: Assessment | None = session.assessment if path and expected else None
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="save")
        self._running: Future[None] | None = None
        self._backed_up = False
        self.other_holder = locks.take(path) if path else None
        """Who else had the document open when it was opened here."""
        self._lock_timer = QTimer(self)
        self._lock_timer.setInterval(LOCK_EVERY_MS)
        self._lock_timer.timeout.connect(self._refresh_lock)
        self._lock_timer.start()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self._begin)
        session.changed.connect(self._changed)
        self._finished.connect(self._take)

    @property
    def path(self) -> Path | None:
        """Where the document lies; None while a new one has no name yet."""
        return self._path

    def settle(self, path: Path) -> None:
        """Give a new document its file."""
        if self._path is None:
            self._path = path
            locks.take(path)
            self.save_soon()

    def words(self) -> str:
        """The state as a sentence: "Saved 14:02"."""
        if self.state == "saved" and self.saved_at:
            return tr("Saved {time}").format(time=self.saved_at.strftime("%H:%M"))
        return {
            "new": tr("Kept on this computer") if self._session.undo_stack.count() else "",
            "waiting": tr("Saving"),
            "trouble": tr("Not saved"),
            "elsewhere": tr("Changed elsewhere"),
        }.get(self.state, "")

    def save_soon(self) -> None:
        if self.state not in {"trouble", "elsewhere"}:
            self._tell("waiting")
        self._timer.start()

    def save_now(self) -> bool:
        """Save at once and wait for it. True where nothing is left unsaved."""
        self._timer.stop()
        self._wait()
        if self._session.assessment is not self._kept:
            self._begin()
            self._wait()
        return self._session.assessment is self._kept

    def save_copy(self, path: Path) -> None:
        """Save to another file and go on there. Raises SaveError where that is not possible."""
        self._timer.stop()
        self._wait()
        saved = save_document(path, self._session.assessment, expected=fingerprint(path))
        if self._path is not None:
            locks.release(self._path)
        locks.take(path)
        self._path, self._expected = path, saved.fingerprint
        self._keep(self._session.assessment)

    def overwrite(self) -> bool:
        """Save over what was changed elsewhere, after the person said so."""
        if self._path is not None:
            self._expected = fingerprint(self._path)
            self.state = "waiting"
        return self.save_now()

    def save_at_once(self) -> None:
        """Begin to save what is waiting, without waiting for it."""
        if self._timer.isActive():
            self._timer.stop()
            self._begin()

    def close(self, *, forget_recovery: bool) -> None:
        """Finish what is being written. Call `save_now` before."""
        self._timer.stop()
        self._lock_timer.stop()
        self._worker.shutdown(wait=True)
        if self._path is not None:
            locks.release(self._path)
        if forget_recovery:
            recovery.remove(self._session.assessment.id)

    def _refresh_lock(self) -> None:
        if self._path is not None:
            locks.refresh(self._path)

    def _changed(self, before: Assessment, after: Assessment) -> None:
        untouched = self._path is None and not self._session.undo_stack.count()
        if before is not after and not untouched:  # a new document is nothing to keep yet
            self.save_soon()

    def _begin(self) -> None:
        if self._running is not None:
            self._timer.start()
            return
        document, path, expected = self._session.assessment, self._path, self._expected
        self._running = self._worker.submit(self._write, document, path, expected)

    def _write(self, document: Assessment, path: Path | None, expected: Fingerprint | None) -> None:
        """In the worker: the recovery copy first, which needs no network drive, then the file."""
        outcome: Saved | ReadinessError | None = None
        try:
            recovery.keep(document, path=path, saved=expected)
        except ReadinessError as problem:
            outcome = problem
        if path is not None:
            self._back_up(path, expected)
            try:
                outcome = save_document(path, document, expected=expected)
            except ReadinessError as problem:
                outcome = problem
        self._finished.emit((document, outcome))

    def _back_up(self, path: Path, expected: Fingerprint | None) -> None:
        """Keep the state before the first save of a sitting; a save never waits for it in vain."""
        if self._backed_up or expected is None:
            return
        self._backed_up = True
        with contextlib.suppress(ReadinessError):
            backups.back_up(path)

    def _wait(self) -> None:
        if self._running is not None:
            outcome = self._running
            outcome.result()
            self._drain()

    def _drain(self) -> None:
        """Take the worker's word now instead of when the event loop comes round to it."""
        from PySide6.QtCore import QCoreApplication, QEvent  # noqa: PLC0415

        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    @Slot(object)
    def _take(self, word: tuple[Assessment, Saved | ReadinessError | None]) -> None:
        document, outcome = word
        self._running = None
        match outcome:
            case Saved():
                self._expected = outcome.fingerprint
                self._keep(document)
            case ChangedElsewhere():
                self.problem = str(outcome)
                self._tell("elsewhere")
            case SaveError() | ReadinessError():
                self.problem = str(outcome)
                self._tell("trouble")
            case _:
                self._tell("new")

    def _keep(self, document: Assessment) -> None:
        self._kept = document
        self.saved_at = dt.datetime.now()  # noqa: DTZ005 - shown as the clock on the wall
        self.problem = ""
        current = document is self._session.assessment
        self._tell("saved" if current else "waiting")
        if not current:
            self._timer.start()

    def _tell(self, state: State) -> None:
        self.state = state
        self.told.emit()
