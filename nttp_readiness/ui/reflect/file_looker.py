"""Looks in a thread of its own whether files are there, as a drive that is away may take long."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from nttp_readiness.storage.documents.evidence_files import Found, look_for


class FileLooker(QObject):
    """`done` gives what was found under each key; only the latest question is answered."""

    done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked = 0
        self._post = _Post()
        self._post.answer.connect(self._take)

    def look(self, places: Mapping[str, str], folder: Path | None) -> None:
        """Look for these. The thread ends with the program, however long a drive takes."""
        self._asked += 1
        number, post, wanted = self._asked, self._post, dict(places)

        def run() -> None:
            post.answer.emit(number, look_for(wanted, folder))

        threading.Thread(target=run, name="evidence", daemon=True).start()

    @Slot(int, object)
    def _take(self, number: int, found: dict[str, Found]) -> None:
        if number == self._asked:
            self.done.emit(found)


class _Post(QObject):
    """Carries an answer between the threads; kept alive by the thread as long as that needs it."""

    answer = Signal(int, object)
