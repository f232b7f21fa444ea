"""A file that was asked for: read in a thread of its own, its page made in steps, and then shown.

The window answers meanwhile, and what is open stays open until the other can stand in its place.
Whoever asks for something else, or closes, has called it off: nothing of it is left, its lock
included.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from nttp_readiness.address import Page
from nttp_readiness.ui.shell.open_document import FoundDocument, OpenDocument, find
from nttp_readiness.ui.shell.page_preparer import parts_in_steps
from nttp_readiness.ui.theme import accessibility
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.values import dataclass

LONG_MS = 700
"""After so long it is said that the file is being read, and that one need not wait for it."""


class Opening(QObject):
    """Begins as soon as it is made; every signal comes in the window's own thread."""

    made = Signal(object)
    """The OpenDocument, which is its receiver's from now on."""
    failed = Signal(object)
    """The ReadinessError that says why it does not open, or a fault of the program."""
    is_open = Signal()
    """It is the very file of the document that is open."""
    takes_long = Signal()

    def __init__(
        self,
        look: Look,
        path: Path,
        parent: QObject,
        *,
        beside: OpenDocument | None = None,
        ready: Callable[[], OpenDocument | None] = lambda: None,
    ) -> None:
        """`beside` is open meanwhile. `ready` gives a document that nobody has seen, where there is
        one: its pages are those of the file then.
        """
        super().__init__(parent)
        self.path = path
        self._look, self._ready = look, ready
        self._document: OpenDocument | None = None
        self._holder = QWidget()
        """Never shown: what is made waits in it."""
        self._steps: Iterator[None] = iter(())
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._go_on)
        self._long = QTimer(self)
        self._long.setSingleShot(True)
        self._long.setInterval(LONG_MS)
        self._long.timeout.connect(self.takes_long)
        self._long.start()
        reader = _Reader(path, beside.autosave.path if beside is not None else None)
        self._over = reader.over
        self.destroyed.connect(reader.over.set)  # its window may close meanwhile
        reader.done.connect(self._take)

    def call_off(self) -> None:
        """It is no longer wanted: nothing more is heard of it."""
        self._end()
        document, self._document = self._document, None
        if document is not None:
            document.let_go()

    def _end(self) -> None:
        self._over.set()
        for timer in (self._long, self._turn):
            timer.stop()
        self._steps = iter(())
        self.deleteLater()

    @Slot(object)
    def _take(self, word: object) -> None:
        match word:
            case FoundDocument():
                self._steps = self._make(word)
                self._go_on()
            case _Same():
                self._end()
                self.is_open.emit()
            case Exception():
                self._end()
                self.failed.emit(word)

    def _go_on(self) -> None:
        with accessibility.untold():
            for _ in self._steps:
                self._turn.start(0)
                return
        document, self._document = self._document, None
        self._end()
        if document is not None:
            self.made.emit(document)

    def _make(self, found: FoundDocument) -> Iterator[None]:
        document = self._document = self._frame(found)
        yield
        paused = found.loaded.assessment.paused_at
        name = paused.page if paused is not None else Page.PREPARE
        if name in document.workbook.unmade():
            yield from parts_in_steps(document, name, self._holder)
            document.workbook.make(name)
            yield

    def _frame(self, found: FoundDocument) -> OpenDocument:
        """The document with the frame of its pages: one that is ready, else a new one."""
        ready = self._ready() if found.loaded.assessment.part is None else None
        if ready is not None:
            ready.take(found)
            return ready
        document = OpenDocument.of(self._look, found)
        document.workbook.setParent(self._holder)
        return document


class _Reader(QObject):
    """Reads one file in a thread of its own, and gives back its lock where it is called off."""

    done = Signal(object)
    """The FoundDocument, _Same, or what went wrong; nothing where it was called off."""
    _read = Signal(object)

    def __init__(self, path: Path, opened: Path | None) -> None:
        super().__init__()
        self.over = threading.Event()
        """Nobody waits for it any more."""
        self._read.connect(self._tell)
        _READERS.add(self)
        read = self._read

        def work() -> None:
            word: object
            try:
                word = _Same() if opened is not None and _is_same(path, opened) else find(path)
            except Exception as problem:  # noqa: BLE001 - it is told, or raised, in the window's thread
                word = problem
            read.emit(word)

        threading.Thread(target=work, daemon=True, name="opening").start()

    @Slot(object)
    def _tell(self, word: object) -> None:
        _READERS.discard(self)
        if not self.over.is_set():
            self.done.emit(word)
        elif isinstance(word, FoundDocument):
            # Its drive may be slow.
            threading.Thread(target=word.let_go, daemon=True, name="opening").start()


_READERS: set[_Reader] = set()
"""Kept until they have told: the last hold on one may not be that of its thread."""


def _is_same(path: Path, opened: Path) -> bool:
    with contextlib.suppress(OSError, ValueError):
        return path == opened or path.samefile(opened)
    return False


@dataclass(frozen=True, slots=True)
class _Same:
    """The file is open already."""
