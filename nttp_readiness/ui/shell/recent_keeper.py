"""Keeps the list of recent assessments true while one is open: a crash takes none from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from nttp_readiness.ui.shell.open_document import OpenDocument

AGAIN_MS = 3_000
"""How long after a save the list follows: who types saves every second, and the list can wait."""


class RecentKeeper(QObject):
    """`remember` is called at once for a file that was opened or made, and soon after each save."""

    def __init__(self, remember: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._remember = remember
        self._path: Path | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AGAIN_MS)
        self._soon.timeout.connect(remember)

    def follow(self, made: OpenDocument) -> None:
        """Follow that document from now on, and no other."""
        self._path = None
        autosave = made.autosave

        def saved() -> None:
            if autosave.saved_at is None:
                return  # there is no file yet
            if autosave.path != self._path:
                self._path = autosave.path
                self._remember()
            elif autosave.state == "saved":
                self._soon.start()

        autosave.told.connect(saved)
        saved()

    def stop(self) -> None:
        """What was followed is put away, and has been remembered."""
        self._soon.stop()
