"""Keeps the document on the disk: every change within a second, off the thread that paints.

The oldest change that is not saved decides when, at the next change as well as by the clock, so
that neither typing without a pause, nor a busy computer, nor a save on its way puts it off.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.exchange.merging import merge
from nttp_readiness.domain.exchange.released_states import fixed_counts
from nttp_readiness.errors import ReadinessError, SaveError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens.merge_words import merged_sentence
from nttp_readiness.storage import backup_counts, backups, folders, locks, recovery
from nttp_readiness.storage.atomic import remove_leftovers, write_atomic
from nttp_readiness.storage.documents import (
    SUFFIX,
    ChangedElsewhere,
    Fingerprint,
    Saved,
    SavedByLaterVersion,
    document_in,
    fingerprint,
    read_file,
    save_document,
)
from nttp_readiness.ui.document.deadline import Deadline
from nttp_readiness.ui.document.recovery_writer import File, RecoveryWriter
from nttp_readiness.ui.document.session import Session

State = Literal["new", "waiting", "saved", "trouble", "elsewhere", "later"]
TROUBLE = frozenset[State]({"trouble", "elsewhere", "later"})
"""States in which something is not in the file, and a person has to choose a way."""
DELAY_MS = 700
"""How long after the first change that is not saved a save begins. The recovery copy is sooner."""
AGAIN_MS = 15_000
"""How soon a save that failed is tried again where nobody types: a drive comes back by itself."""
LOCK_EVERY_MS = 5 * 60 * 1000
"""How often the advisory lock says that the document is still open here."""


class Autosave(QObject):
    """Saves the session's document by itself. `told` follows every change of state."""

    told = Signal()
    _finished = Signal(object)

    def __init__(
        self,
        session: Session,
        path: Path | None,
        expected: Fingerprint | None,
        parent: QObject | None = None,
        *,
        carried_over: bool = False,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._file: File = (path, expected)
        """Where the document lies and what was last found there; always set together."""
        self.state: State = "saved" if path and expected else "new"
        self.saved_at: dt.datetime | None = dt.datetime.now() if self.state == "saved" else None  # noqa: DTZ005 - shown as the clock on the wall
        self.problem = ""
        self._kept: Assessment | None = session.assessment if path and expected else None
        """What the file held when it was last loaded or saved here."""
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="save")
        self._running: Future[None] | None = None
        self._closed = False
        self._hurry = False
        """Whether the next save begins as soon as this one is written."""
        self._deadline = Deadline(DELAY_MS)
        self.recovery_writer = RecoveryWriter(session, lambda: self._file, self)
        self._backed_up = False
        self._carried_over = carried_over
        """Whether the file is of an earlier version: it is written only after a copy was kept."""
        self._levelled = fixed_counts(session.assessment)
        """The counts that the backups were last made to follow."""
        self.other_holder = locks.take(path) if path else None
        """Who else had the document open when it was opened here."""
        self._lock_timer = QTimer(self)
        self._lock_timer.setInterval(LOCK_EVERY_MS)
        self._lock_timer.timeout.connect(self._refresh_lock)
        self._lock_timer.start()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._begin)
        session.changed.connect(self._changed)
        self._finished.connect(self._take)

    @property
    def path(self) -> Path | None:
        """Where the document lies; None while a new one has no name yet."""
        return self._file[0]

    def settle(self, path: Path) -> None:
        """Give a new document its file."""
        if self.path is None:
            self._file = (path, None)
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
            "later": tr("Changed elsewhere"),
        }.get(self.state, "")

    def save_soon(self) -> None:
        if self.state not in TROUBLE:
            self._tell("waiting")
        self._deadline.change()
        self.recovery_writer.changed()
        self._look()

    def save_now(self) -> bool:
        """Save at once and wait for it. True where nothing is left unsaved."""
        self._timer.stop()
        self._wait()
        if self._session.assessment is not self._kept:
            self._begin()
            self._wait()
        else:
            self._deadline.begun()
        return self._session.assessment is self._kept

    def save_copy(self, path: Path) -> None:
        """Save to another file and go on there. Raises SaveError where that is not possible."""
        self._timer.stop()
        self._wait()
        with contextlib.suppress(ReadinessError):  # the person chose to replace what lies there
            backups.back_up(path)
        try:
            saved = save_document(path, self._session.assessment, expected=fingerprint(path))
        except SaveError:
            self._look()  # what waits for its own file goes on waiting
            raise
        self._deadline.begun()
        before = self.path
        self._file = (path, saved.fingerprint)
        if before is not None:
            locks.release(before)
        locks.take(path)
        if before != path:
            self.recovery_writer.moved_from(before)
        self._keep(self._session.assessment)

    def put_together(self) -> str:
        """Merge what was changed elsewhere with what was changed here, and save; in words.

        What both changed differently stays as it is here, and the other file is kept whole beside
        it. Undo takes back what was brought in. Raises ReadinessError where it cannot be merged;
        nothing was changed then.
        """
        self._timer.stop()
        self._wait()
        path, base, ours = self.path, self._kept, self._session.assessment
        if path is None or base is None:
            raise SaveError(
                tr("The two cannot be put together: nobody knows how they began."),
                safe=tr("Nothing was changed."),
                cure=tr("Keep both, each in a file of its own."),
            )
        data = read_file(path)
        theirs = document_in(data, path)
        merged = merge(base, ours, theirs.assessment)
        copy = self._lay_beside(path, data) if merged.conflicts else None
        self._file, self._kept = (path, theirs.fingerprint), theirs.assessment
        self._backed_up = False  # the save that follows keeps theirs first
        self._session.apply(tr("Put both together"), merged.assessment)
        self._tell("waiting")
        if not self.save_now():
            return self.problem
        return merged_sentence(merged, theirs.assessment, copy.name if copy else "")

    def keep_both(self) -> str:
        """Save ours beside the file that was changed elsewhere and go on there; in words.

        Raises SaveError.
        """
        if self.path is None:
            return ""
        path = _beside(self.path)
        self.save_copy(path)
        return tr("Yours is now in {file}. The other one stays as it is.").format(file=path.name)

    def keep_copy(self) -> None:
        """Write the recovery copy now, in whichever thread this is. Raises SaveError."""
        if self.path is not None or self._session.undo_stack.count():
            self.recovery_writer.now()

    def discard(self) -> None:
        """Let go of a document that is about to be deleted: nothing of it is written any more."""
        self._timer.stop()
        self._wait()
        self.close(forget_recovery=False)

    def save_at_once(self) -> None:
        """Begin to save what is waiting, without waiting for it."""
        if self._deadline.waiting:
            self._begin()

    def close(self, *, forget_recovery: bool) -> None:
        """Finish what is being written. Call `save_now` before."""
        self._closed = True
        self._timer.stop()
        self._again.stop()
        self._lock_timer.stop()
        self._worker.shutdown(wait=True)
        self.recovery_writer.stop()
        if self.path is not None:
            locks.release(self.path)
        if forget_recovery:
            recovery.remove(self._session.assessment.id, self.path)

    def _refresh_lock(self) -> None:
        if self.path is not None:
            locks.refresh(self.path)

    def _changed(self, before: Assessment, after: Assessment) -> None:
        untouched = self.path is None and not self._session.undo_stack.count()
        if before is not after and not untouched:  # a new document is nothing to keep yet
            self.save_soon()

    def _look(self) -> None:
        """Begin where a save is due, else see that one will be."""
        if self._running is not None or self._closed or not self._deadline.waiting:
            return  # when it is written, it is looked at again
        if not self._deadline.left_ms:
            self._begin()
        elif not self._timer.isActive():
            self._timer.start(self._deadline.left_ms)

    def _begin(self) -> None:
        self._timer.stop()
        if self._closed:
            return
        if self._running is not None:
            self._hurry = True
            return
        self._deadline.begun()
        document, (path, expected) = self._session.assessment, self._file
        self._running = self._worker.submit(self._write, document, path, expected)

    def _write(self, document: Assessment, path: Path | None, expected: Fingerprint | None) -> None:
        """In the worker: the recovery copy first, which needs no network drive, then the file."""
        outcome: Saved | Exception | None = None
        try:
            self.recovery_writer.now()
        except Exception as problem:  # noqa: BLE001 - the file is tried all the same
            outcome = problem
        if path is not None:
            try:
                self._back_up(path, expected)
                outcome = save_document(
                    path, document, expected=expected, about_to=self.recovery_writer.about_to
                )
                self._level(document)
            except Exception as problem:  # noqa: BLE001 - it is raised again in the window's thread
                outcome = problem
        self._finished.emit((document, outcome))

    def _level(self, document: Assessment) -> None:
        """No earlier state on this computer may tell what the latest ballots say."""
        fixed = fixed_counts(document)
        if fixed != self._levelled and backup_counts.level_backups(document):
            self._levelled = fixed

    def _lay_beside(self, path: Path, data: bytes) -> Path:
        """Keep the other file whole, under a name of its own beside it."""
        copy = _beside(path)
        write_atomic(copy, data)
        return copy

    def _back_up(self, path: Path, expected: Fingerprint | None) -> None:
        """Keep the state before the first save of a sitting.

        A save waits for it in vain only where it would write over an earlier version's file.
        """
        if self._backed_up or expected is None:
            return
        remove_leftovers(path.parent)
        try:
            backups.back_up(path)
        except ReadinessError:
            if self._carried_over:
                raise
        self._backed_up = True

    def _wait(self) -> None:
        while self._running is not None:  # one that is written may begin the next
            self._running.result()
            self._drain()

    def _drain(self) -> None:
        """Take the worker's word now instead of when the event loop comes round to it."""
        from PySide6.QtCore import QCoreApplication, QEvent  # noqa: PLC0415

        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    @Slot(object)
    def _take(self, word: tuple[Assessment, Saved | Exception | None]) -> None:
        document, outcome = word
        self._running = None
        hurry, self._hurry = self._hurry, False
        try:
            self._told_of(document, outcome)
        finally:
            if hurry and self._deadline.waiting:
                self._begin()
            self._look()

    def _told_of(self, document: Assessment, outcome: Saved | Exception | None) -> None:
        match outcome:
            case Saved():
                self._file = (outcome.path, outcome.fingerprint)
                self._keep(document)
            case SavedByLaterVersion():
                self.problem = str(outcome)
                self._tell("later")
            case ChangedElsewhere():
                self.problem = str(outcome)
                self._tell("elsewhere")
            case ReadinessError():
                self.problem = str(outcome)
                self._tell("trouble")
            case Exception():
                self.problem = tr("It could not be saved, because the program went wrong.")
                self._tell("trouble")
                raise outcome
            case _:
                self._tell("new")

    def _keep(self, document: Assessment) -> None:
        self._kept = document
        self.saved_at = dt.datetime.now()  # noqa: DTZ005 - shown as the clock on the wall
        self.problem = ""
        current = document is self._session.assessment
        self._tell("saved" if current else "waiting")

    def _tell(self, state: State) -> None:
        self.state = state
        if state == "trouble":
            self._again.start()
        else:
            self._again.stop()
        self.told.emit()


def _beside(path: Path) -> Path:
    """A free name beside a file."""
    return folders.free_path(path.parent, path.stem, SUFFIX)
