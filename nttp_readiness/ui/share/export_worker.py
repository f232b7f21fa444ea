"""Makes, draws and saves files in one worker thread, so that the window never waits."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal, Slot

from nttp_readiness.errors import ReadinessError
from nttp_readiness.reports.export_request import ExportRequest, Progress
from nttp_readiness.storage.files.atomic import write_atomic
from nttp_readiness.ui.share.export_cache import ExportCache
from nttp_readiness.ui.share.made_files import Drawn, Made, SavedFile
from nttp_readiness.values import dataclass

Work = Literal["make", "draw", "save"]


class ExportWorker(QObject):
    """Frozen requests in, finished files out. Every signal comes in the window's own thread.

    A newer request of one kind of work supersedes the older: nothing more is heard of that.
    """

    progressed = Signal(str, int)
    """The work ("make" or "save") and its percentage."""
    made = Signal(object)
    drawn = Signal(object)
    saved = Signal(object)
    """The path, when the file lies there whole."""
    failed = Signal(str, str)
    """The work and one sentence that says why."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._export_cache = ExportCache()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="share")
        self._post = _Post()
        self._post.word.connect(self._take)
        self._end = threading.Event()
        self._tickets: dict[Work, threading.Event] = {}
        export_cache, worker, end = self._export_cache, self._worker, self._end

        def shut() -> None:
            end.set()
            with contextlib.suppress(RuntimeError):  # the program is ending, and all goes with it
                worker.submit(export_cache.clear)
            worker.shutdown(wait=False)

        self.destroyed.connect(shut)

    def make(self, request: ExportRequest) -> None:
        """Make the PDF and say `made`."""
        export_cache = self._export_cache
        self._submit("make", lambda tell: export_cache.make(request, tell))

    def draw(self, made: Made, number: int, scale: float) -> None:
        """Draw a page, counted from 0, at so many pixels to the point, and say `drawn`."""
        export_cache, end = self._export_cache, self._end
        self._run("draw", end, lambda _tell: export_cache.draw(made, number, scale))

    def save(self, request: ExportRequest, path: Path) -> None:
        """Write the file, made anew only if it is not the last, and say `saved`."""
        export_cache = self._export_cache

        def work(tell: Progress) -> SavedFile:
            data = export_cache.file(request, tell)
            tell(100)  # the last moment to stop: what follows is done whole
            write_atomic(path, data)
            export_cache.note_saved(request)
            return SavedFile(path)

        self._submit("save", work)

    def cancel(self, work: Work) -> None:
        """Stop that work at its next step; nothing more is heard of it."""
        if work in self._tickets:
            self._tickets.pop(work).set()

    def _submit(self, kind: Work, work: Callable[[Progress], object]) -> None:
        self.cancel(kind)
        self._tickets[kind] = threading.Event()
        self._run(kind, self._tickets[kind], work)

    def _run(self, kind: Work, ticket: threading.Event, work: Callable[[Progress], object]) -> None:
        # No reference to this object: the window may have closed before the worker is done.
        post, end = self._post, self._end

        def tell(percent: int) -> None:
            if ticket.is_set() or end.is_set():
                raise _StoppedError
            post.word.emit(kind, ticket, percent)

        def run() -> None:
            word: object
            try:
                tell(0)
                word = work(tell)
            except _StoppedError:
                return
            except ReadinessError as problem:
                word = _Problem(str(problem), None)
            except Exception as problem:  # noqa: BLE001 - it is raised again in the window's thread
                word = _Problem("", problem)
            post.word.emit(kind, ticket, word)

        self._worker.submit(run)

    @Slot(str, object, object)
    def _take(self, kind: Work, ticket: threading.Event, word: object) -> None:
        if ticket.is_set():
            return
        match word:
            case int():
                self.progressed.emit(kind, word)
            case Made():
                self.made.emit(word)
            case Drawn():
                self.drawn.emit(word)
            case SavedFile():
                self.saved.emit(word.path)
            case _Problem():
                self.failed.emit(kind, word.sentence)
                if word.fault is not None:
                    raise word.fault


class _Post(QObject):
    """Carries words between the threads; kept alive by the worker as long as that needs it."""

    word = Signal(str, object, object)


class _StoppedError(Exception):
    """The work was cancelled, or a newer request took its place."""


@dataclass(frozen=True, slots=True)
class _Problem:
    sentence: str
    fault: Exception | None
    """A fault of the program itself, for which there is no sentence."""
