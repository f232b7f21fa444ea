"""Reads many assessments, and makes files of them, in a thread of its own that can be stopped."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from nttp_readiness.domain.portfolio.portfolio import Published
from nttp_readiness.errors import DocumentError, ReadinessError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.portfolio.overview import Overview, overview
from nttp_readiness.presentation.portfolio.portfolio_tables import Problem
from nttp_readiness.storage.account import portfolio_record
from nttp_readiness.storage.exchange.portfolio_folder import files_in, read_all
from nttp_readiness.storage.files.atomic import write_atomic
from nttp_readiness.values import dataclass


class PortfolioReader(QObject):
    """One piece of work at a time; every signal comes in the window's own thread."""

    progressed = Signal(int, int)
    """How many files were read, and how many there are."""
    read = Signal(object)
    """The Overview. What may be seen in it counts as published from now on."""
    saved = Signal(object)
    """The path of a file that was made."""
    failed = Signal(str)
    """One sentence that says why nothing came of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._post = _Post()
        self._post.word.connect(self._take)
        self._stop = threading.Event()

    def look_at(self, folder: Path) -> None:
        """Read every assessment in a folder."""
        self._run(lambda tell: _look_at(folder, tell))

    def save(self, made: Overview, path: Path) -> None:
        """Write it as a file of the kind that its name says."""
        self._run(lambda _tell: _save(made, path))

    def cancel(self) -> None:
        """Stop at the next file; nothing more is heard of it."""
        self._stop.set()

    def _run(self, work: Callable[[Callable[[int, int], None]], object]) -> None:
        self._stop.set()
        self._stop = stop = threading.Event()
        post = self._post  # no reference to this object: its window may close meanwhile

        def end() -> None:
            stop.set()

        self.destroyed.connect(end)

        def tell(done: int, of: int) -> None:
            if stop.is_set():
                raise _StoppedError
            post.word.emit(stop, (done, of))

        def run() -> None:
            try:
                word = work(tell)
            except _StoppedError:
                return
            except ReadinessError as problem:
                word = _Failed(str(problem))
            except Exception as problem:  # noqa: BLE001 - it is raised again in the window's thread
                word = _Failed("", problem)
            post.word.emit(stop, word)

        threading.Thread(target=run, daemon=True, name="portfolio").start()

    @Slot(object, object)
    def _take(self, stop: threading.Event, word: object) -> None:
        if stop.is_set():
            return
        match word:
            case (int(done), int(of)):
                self.progressed.emit(done, of)
            case Overview():
                self.read.emit(word)
            case Path():
                self.saved.emit(word)
            case _Failed():
                self.failed.emit(word.sentence)
                if word.fault is not None:
                    raise word.fault


class _Post(QObject):
    """Carries words between the threads."""

    word = Signal(object, object)


class _StoppedError(Exception):
    """The work was cancelled."""


@dataclass(frozen=True, slots=True)
class _Failed:
    sentence: str
    fault: Exception | None = None


def _look_at(folder: Path, tell: Callable[[int, int], None]) -> Overview:
    files = files_in(folder)
    if not files:
        raise DocumentError(
            tr("There is no assessment in this folder."),
            cure=tr("Choose the folder with the teams’ files."),
        )
    read = read_all(files, tell)
    problems = [
        Problem(str(each.path.relative_to(folder)), each.problem) for each in read if each.problem
    ]
    found = [each.assessment for each in read if each.assessment]

    def make(
        earlier: portfolio_record.Earlier | None, trouble: str
    ) -> tuple[Overview, tuple[Published, ...]]:
        made = overview(found, problems, earlier, trouble)
        tell(len(files), len(files))  # the last moment to stop: what is shown was published
        return made, made.portfolio.published

    return portfolio_record.publish(make)


def _save(made: Overview, path: Path) -> Path:
    from nttp_readiness.reports.portfolio_files import portfolio_file  # noqa: PLC0415 - slow to load

    write_atomic(
        path, portfolio_file(made, path.suffix.lower(), now=dt.datetime.now().astimezone())
    )
    return path
