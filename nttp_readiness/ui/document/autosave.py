"""Keeps the document on the disk: every change within a second, off the thread that paints.

When a save begins, and what is said of it, is decided in `autosave_policy`; what is written is
written by `FileWriter` in a thread of its own. What lives here belongs to the window's thread.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import threading
import time
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, Slot

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.errors import ReadinessError, SaveError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens.file_words import followed_words
from nttp_readiness.storage.documents import locks
from nttp_readiness.storage.documents.document_bytes import Loaded, document_in
from nttp_readiness.storage.documents.document_search import document_of
from nttp_readiness.storage.documents.documents import (
    SUFFIX,
    ChangedElsewhere,
    Saved,
    SavedByLaterVersion,
    read_file,
)
from nttp_readiness.storage.documents.fingerprints import Fingerprint
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.files.atomic import write_atomic
from nttp_readiness.ui.document.autosave_policy import (
    TROUBLE,
    Outcome,
    State,
    state_after_change,
    state_after_write,
    tries_again,
)
from nttp_readiness.ui.document.file_writer import FileWriter, Gone, Job, Written
from nttp_readiness.ui.document.pacer import Pacer
from nttp_readiness.ui.document.recovery_copy import Latest, RecoveryCopy
from nttp_readiness.ui.document.recovery_writer import RecoveryWriter
from nttp_readiness.ui.document.session import Session
from nttp_readiness.values import replace

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

# ruff: noqa: PLC0415 - what writes and puts together comes after the page

DELAY_MS = 700
"""How long after the first change that is not saved a save begins. The recovery copy is sooner."""
AGAIN_MS = 15_000
"""How soon a save that failed is tried again where nobody types: a drive comes back by itself."""
LOCK_EVERY_MS = 5 * 60 * 1000
"""How often the advisory lock says that the document is still open here."""
COPY_PATIENCE = 0.8
"""Seconds that saving a copy waits for a drive before it says so."""


class Autosave(QObject):
    """Saves the session's document by itself. `told` follows every change of state."""

    told = Signal()
    renamed = Signal(str)
    """A sentence that says which name or place the file has now, as somebody else gave it."""
    went = Signal(object, object)
    """The file has another place: the old one, and the new one."""
    _finished = Signal(object)

    def __init__(
        self,
        session: Session,
        path: Path | None,
        expected: Fingerprint | None,
        parent: QObject | None = None,
        *,
        carried_over: bool = False,
        taken: locks.Taken | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.problem = ""
        self.beside: Callable[[], str] = lambda: ""
        """What else is not in the file yet, in words: it stands in place of "Saved"."""
        self._keep_first = False
        """Whether the next save keeps what lies in the file first."""
        self._anew = False
        """Whether the next save writes a file that is gone again where it was."""
        self._copy = RecoveryCopy(lambda: Latest(session.assessment, *self._file))
        self._running: Future[None] | None = None
        self.recovery_writer = RecoveryWriter(self._copy, self, clock)
        self.pacer = Pacer(DELAY_MS, self._begin, self, clock)
        self._begin_with(path, expected, carried_over=carried_over, taken=taken)
        self._lock_timer = QTimer(self)
        self._lock_timer.setInterval(LOCK_EVERY_MS)
        self._lock_timer.timeout.connect(self._refresh_lock)
        self._lock_timer.start()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(lambda: self.pacer.happened("wanted"))
        session.changed.connect(self._changed)
        self._finished.connect(self._take)

    def _begin_with(
        self,
        path: Path | None,
        expected: Fingerprint | None,
        *,
        carried_over: bool,
        taken: locks.Taken | None,
    ) -> None:
        document = self._session.assessment
        self._file = (path, expected)
        """Where the document lies and what was last found there. Other threads read it, so the two
        are always set as one.
        """
        self.state: State = "saved" if path and expected else "new"
        self.saved_at: dt.datetime | None = dt.datetime.now() if self.state == "saved" else None  # noqa: DTZ005 - shown as the clock on the wall
        self._kept: Assessment | None = document if path and expected else None
        """What the file held when it was last loaded or saved here."""
        self._writer = FileWriter(document, self._copy, carried_over=carried_over)
        if taken is None:
            taken = locks.Taken(locks.take(path) if path else None)
        self.other_holder = taken.other
        """Who else had the document open when it was opened here."""

    def take(self, loaded: Loaded, taken: locks.Taken, *, carried_over: bool) -> None:
        """The session holds what was read from that file, and nothing was ever written before."""
        self._begin_with(loaded.path, loaded.fingerprint, carried_over=carried_over, taken=taken)
        self.told.emit()

    @cached_property
    def _worker(self) -> ThreadPoolExecutor:
        """The thread that writes."""
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(1, thread_name_prefix="save")

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

    @property
    def kept(self) -> Assessment | None:
        """What the file holds, as far as it is known here; None before it has one."""
        return self._kept

    @property
    def all_is_saved(self) -> bool:
        """Whether the file holds everything, the ballots of a workshop included."""
        return self.state == "saved" and not self.beside()

    def words(self) -> str:
        """The state as a sentence: "Saved 14:02"."""
        if self.state not in TROUBLE and (beside := self.beside()):
            return beside
        if self.state == "saved" and self.saved_at:
            return tr("Saved {time}").format(time=self.saved_at.strftime("%H:%M"))
        return {
            "new": tr("Kept on this computer") if self._session.touched else "",
            "waiting": tr("Saving"),
            "trouble": tr("Not saved"),
            "elsewhere": tr("Changed elsewhere"),
            "later": tr("Changed elsewhere"),
            "gone": tr("Not saved"),
        }.get(self.state, "")

    def save_soon(self) -> None:
        if self.state not in TROUBLE:
            self._tell(state_after_change(self.state))
        self.recovery_writer.changed()
        self.pacer.happened("changed")

    @property
    def waits_for_drive(self) -> bool:
        """Whether something is being written, and the drive has not said that it is there."""
        return self._running is not None and not self._running.done()

    def save_now(self, within: float | None = None) -> bool:
        """Save at once and wait for it, for so many seconds at most. True where nothing is left
        unsaved.
        """
        end = None if within is None else time.monotonic() + within
        self.pacer.happened("held")
        if not self._wait(end):
            return False
        if self._session.assessment is self._kept:
            self.pacer.happened("kept")
        else:
            self.pacer.happened("wanted")
            self._wait(end)
        return self._session.assessment is self._kept

    def save_at_once(self) -> None:
        """Begin to save what is waiting, without waiting for it."""
        self.pacer.happened("leaving")

    def save_copy(self, path: Path) -> None:
        """Save to another file and go on there.

        Raises SaveError where that is not possible, or where no drive says within a second that it
        is: the work goes on in the file of before then, and the copy may still come.
        """
        self.pacer.happened("held")
        own = self._wait(time.monotonic() + COPY_PATIENCE)  # its own drive may be the silent one
        document = self._session.assessment
        try:
            saved = self._written_over(path, document, own=own)
        except SaveError:
            self.pacer.happened("failed")  # what waits for its own file goes on waiting
            raise
        self.pacer.happened("kept")
        before = self.path
        self._file = (path, saved.fingerprint)
        if before is not None:
            locks.release(before)
        locks.take(path)
        if before != path:
            self._copy.forget(before)
        self._keep(document)

    def _written_over(self, path: Path, document: Assessment, *, own: bool) -> Saved:
        """Write to that place in a thread of its own, which nobody waits for longer than that."""
        from concurrent.futures import Future

        from nttp_readiness.ui.document.patience import done_within

        found: Future[Saved] = Future()
        write, last = self._writer.write_over, self._file[1]

        def act() -> None:
            try:
                found.set_result(write(path, document, last))
            except BaseException as problem:  # noqa: BLE001 - told where it is waited for
                found.set_exception(problem)

        threading.Thread(target=act, name="copy", daemon=True).start()
        if not done_within(found, COPY_PATIENCE):
            if not own:  # windows take turns to save, and its turn is not over
                raise _own_drive_is_silent()
            raise SaveError(
                tr("The drive of “{file}” is not answering.").format(file=path.name),
                safe=tr("You go on in the file that you had, and nothing that you typed is lost."),
                cure=tr("Save a copy on another drive, or try again in a while."),
            )
        saved = found.result()
        if not own:  # what still comes from there would take the work back
            raise _own_drive_is_silent()
        return saved

    def move_to(self, path: Path) -> None:
        """Give the file another name or place, where nothing lies yet, and go on there.

        Raises SaveError; the file is where it was then, and the work goes on in it.
        """
        before = self.path
        if before is None or path == before:
            return
        if not self.save_now():
            raise SaveError(
                tr("This assessment could not be saved first."),
                safe=tr("Its file stays where it is."),
                cure=tr("Read the message above the page, then try again."),
            )
        self._hold()
        _, found = self._file
        if found is None:
            return
        try:
            saved = self._worker.submit(self._writer.move, before, path, found).result()
        finally:
            self.pacer.happened("failed")  # what waits goes on waiting
        self._go_on_in(saved)
        self.told.emit()

    def find_again(self, path: Path) -> None:
        """A person shows where the file is now: the work goes on there.

        Raises SaveError where that is another assessment. What somebody else wrote there since is
        found by the save that follows.
        """
        if document_of(path) != self._session.assessment.id:
            raise SaveError(
                tr("“{file}” is not this assessment.").format(file=path.name),
                safe=tr("Nothing was changed."),
                cure=tr("Choose the file that was moved, or save it here again."),
            )
        self._hold()
        _, found = self._file
        if found is not None:
            self._go_on_in(Saved(path, found))
        self._tell("waiting")
        self.pacer.happened("wanted")

    def write_again(self) -> None:
        """Write a file that is gone again where it was."""
        self._anew = True
        self._tell("waiting")
        self.pacer.happened("wanted")

    def _go_on_in(self, saved: Saved) -> None:
        """The file has another place from now on."""
        before = self.path
        self._file = (saved.path, saved.fingerprint)
        if before is not None and before != saved.path:
            locks.release(before)
            locks.take(saved.path)
            self._copy.forget(before)
            self.went.emit(before, saved.path)

    def put_together(self) -> str:
        """Merge what was changed elsewhere with what was changed here, and save; in words.

        What both changed differently stays as it is here, and the other file is kept whole beside
        it. Undo takes back what was brought in. Raises ReadinessError where it cannot be merged;
        nothing was changed then.
        """
        from nttp_readiness.domain.exchange.merging import merge
        from nttp_readiness.presentation.screens.merge_words import merged_sentence

        self._hold()
        path, base, ours = self.path, self._kept, self._session.assessment
        if path is None or base is None:
            raise SaveError(
                tr("These two cannot be put together, because it is not known how they began."),
                safe=tr("Nothing was changed."),
                cure=tr("Keep both, each in a file of its own."),
            )
        data = read_file(path)
        theirs = document_in(data, path)
        merged = merge(base, ours, theirs.assessment)
        copy = _beside(path) if merged.conflicts else None
        if copy is not None:
            write_atomic(copy, data)
        began = Loaded(base, path, self._file[1]) if self._file[1] is not None else theirs
        from nttp_readiness.storage.keeping.common_state import marks_together

        marks = marks_together(began, theirs)
        self._file, self._kept = (path, theirs.fingerprint), theirs.assessment
        if not self.bring_in(merged.assessment, marks):
            return self.problem
        return merged_sentence(merged, theirs.assessment, copy.name if copy else "")

    def loaded(self) -> Loaded | None:
        """What the file holds as it was last loaded or saved here; None before it has one."""
        (path, found), kept = self._file, self._kept
        if path is None or found is None or kept is None:
            return None
        return Loaded(kept, path, found)

    def bring_in(self, after: Assessment, marks: tuple[str, ...]) -> bool:
        """Change the document into what was put together from states of those marks, and save.

        What lies in the file now is kept as an earlier version first; undo takes back what was
        brought in. False where it could not be saved.
        """
        path, found = self._file
        if found is not None:
            self._file = (path, replace(found, earlier=marks))
        self._keep_first = True
        self._session.apply(tr("Put both together"), after)
        self._tell("waiting")
        return self.save_now()

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
        if self.path is not None or self._session.touched:
            self._copy.write()

    def discard(self) -> None:
        """Let go of a document that is about to be deleted: nothing of it is written any more."""
        self._hold()
        self.close(forget_recovery=False)

    def close(self, *, forget_recovery: bool) -> None:
        """Finish what is being written. Call `save_now` before.

        Where the drive does not answer, nobody waits for it: a thread of its own writes the
        recovery copy and lets go, and the program ends with it.
        """
        self.pacer.happened("closed")
        self._again.stop()
        self._lock_timer.stop()
        if self.waits_for_drive:
            self._close_without_waiting()
            return
        self._worker.shutdown(wait=True)
        self.recovery_writer.stop()
        if self.path is not None:
            locks.release(self.path)
        if forget_recovery:
            self._copy.forget(self.path)
        self._copy.close()

    def _close_without_waiting(self) -> None:
        """The recovery copy stays: what came of the file will never be heard here."""
        path, copy, worker = self.path, self._copy, self._worker
        worker.shutdown(wait=False)
        stopped = self.recovery_writer.stop_soon()

        def finish() -> None:
            stopped()
            with contextlib.suppress(SaveError):
                copy.write()
            copy.close()
            if path is not None:
                locks.release(path)

        threading.Thread(target=finish, name="last copy").start()

    def _refresh_lock(self) -> None:
        if self.path is not None:
            locks.refresh(self.path)

    def _changed(self, before: Assessment, after: Assessment) -> None:
        untouched = self.path is None and not self._session.touched
        if before is not after and not untouched:  # a new document is nothing to keep yet
            self.save_soon()

    def _begin(self) -> None:
        job = Job(
            self._session.assessment, *self._file, keep_first=self._keep_first, anew=self._anew
        )
        self._keep_first = self._anew = False
        self._running = self._worker.submit(self._writer.write, job, self._finished.emit)

    def _hold(self) -> None:
        """Let nothing begin by the clock, and what has begun come to its end."""
        self.pacer.happened("held")
        self._wait()

    def _wait(self, end: float | None = None) -> bool:
        """False where it was not written at that time."""
        from nttp_readiness.ui.document.patience import done_within

        while self._running is not None:  # one that is written may begin the next
            if end is None:
                self._running.result()
            elif not done_within(self._running, end - time.monotonic()):
                return False
            self._drain()
        return True

    def _drain(self) -> None:
        """Take the worker's word now instead of when the event loop comes round to it."""
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    @Slot(object)
    def _take(self, written: Written) -> None:
        self._running = None
        try:
            self._told_of(written)
        finally:
            self.pacer.happened("written")

    def _told_of(self, written: Written) -> None:
        outcome, result = written.outcome, _outcome(written.outcome)
        if isinstance(outcome, Saved):
            before = self.path
            self._go_on_in(outcome)
            self._keep(written.document)
            if before is not None and before != outcome.path:
                self.renamed.emit(followed_words(before, outcome.path, folders.documents()))
            return
        if isinstance(outcome, ReadinessError):
            self.problem = str(outcome)
        elif outcome is not None:
            self.problem = tr(
                "It could not be saved because of a fault in the program. What you typed is"
                " kept on this computer."
            )
        self._tell(state_after_write(result, current=False))
        if outcome is not None and not isinstance(outcome, ReadinessError):
            raise outcome

    def _keep(self, document: Assessment) -> None:
        self._kept = document
        self.saved_at = dt.datetime.now()  # noqa: DTZ005 - shown as the clock on the wall
        self.problem = ""
        self._tell(state_after_write("saved", current=document is self._session.assessment))

    def _tell(self, state: State) -> None:
        self.state = state
        if tries_again(state):
            self._again.start()
        else:
            self._again.stop()
        self.told.emit()


def _outcome(outcome: Saved | Exception | None) -> Outcome:
    match outcome:
        case Saved():
            return "saved"
        case SavedByLaterVersion():
            return "later"
        case Gone():
            return "gone"
        case ChangedElsewhere():
            return "elsewhere"
        case None:
            return "no_file"
        case Exception():
            return "trouble"


def _beside(path: Path) -> Path:
    """A free name beside a file."""
    return folders.free_path(path.parent, path.stem, SUFFIX)


def _own_drive_is_silent() -> SaveError:
    """Why one does not go on in a copy: what is being written may still come."""
    return SaveError(
        tr("The drive of this assessment is not answering, so the copy has to wait for it."),
        safe=tr("What you typed is kept on this computer."),
        cure=tr("Wait a little and try again. If you close, the next start offers what you typed."),
    )
