"""Loads what opening a document needs while nobody waits for it, and never for long at a time.

What needs no Qt is loaded in a thread of its own: Python lets the window's thread in between every
few milliseconds. Modules of the window are loaded in the window's thread, one at a time, whenever
it has nothing else to do. Who opens a document meanwhile waits for nothing but what it needs.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from nttp_readiness import ui

QUIET = (
    "concurrent.futures.thread",
    "nttp_readiness.storage.documents.documents",
    "nttp_readiness.storage.keeping.recovery",
    "nttp_readiness.storage.keeping.deletion",
    "nttp_readiness.storage.banks.bank_folders",
    "nttp_readiness.storage.keeping.common_state",
    "nttp_readiness.storage.banks.overlay_heads",
    "nttp_readiness.storage.documents.conflict_copies",
    "nttp_readiness.domain.scorecard",
    "nttp_readiness.domain.exchange.merging",
    "nttp_readiness.domain.rounds.rounds",
    "nttp_readiness.domain.editing.workshop_edits",
    "nttp_readiness.presentation.screens.merge_words",
    "nttp_readiness.presentation.readiness.understanding",
    "nttp_readiness.presentation.readiness.checking",
    "nttp_readiness.presentation.group.group_results",
    "nttp_readiness.presentation.group.collecting",
    "nttp_readiness.presentation.plan.planning",
    "nttp_readiness.presentation.plan.plan_material",
    "nttp_readiness.presentation.rounds.comparison",
    "nttp_readiness.reports.form_specs",
)
"""Without Qt, each after what it stands on. The first writes what was changed, soon after that."""
ROOMS = (
    "theme", "widgets", "document", "workbook", "support",
    "reflect", "understand", "plan", "share", "workshop", "shell",
)  # fmt: skip
"""Of the window, each after those that it stands on."""
_LATE = ("nttp_readiness.ui.shell.application", "nttp_readiness.ui.workshop.ballots.respond_window")
_EVERY_MS = 15


class WarmUp(QObject):
    """Begins as soon as it is made, and says when it is done."""

    done = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = Thread(target=_load_quietly, daemon=True)
        self._thread.start()
        self._rest = _widgets()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(_EVERY_MS)

    def _go_on(self) -> None:
        if self._thread.is_alive():
            return
        name = next(self._rest, None)
        if name is None:
            self._timer.stop()
            self.done.emit()
            return
        _load((name,))
        self._timer.start(0)


def _load_quietly() -> None:
    """What needs no Qt, and what the first document would have to wait for."""
    _load(QUIET)
    from nttp_readiness.storage.banks import overlay_heads  # noqa: PLC0415 - loaded just now
    from nttp_readiness.storage.documents import document_bytes  # noqa: PLC0415 - loaded just now
    from nttp_readiness.storage.files import folders  # noqa: PLC0415 - loaded just now

    document_bytes.make_ready()
    overlay_heads.find_overlays(folders.bank_places())


def _widgets() -> Iterator[str]:
    for room in ROOMS:
        names = _modules(f"{ui.__name__}.{room}", [f"{each}/{room}" for each in ui.__path__])
        yield from (name for name in names if name not in _LATE)


def _modules(name: str, folders: list[str]) -> Iterator[str]:
    """The modules of a room, those of its inner rooms first."""
    here = list(pkgutil.iter_modules(folders))
    for each in here:
        if each.ispkg:
            yield from _modules(f"{name}.{each.name}", [f"{one}/{each.name}" for one in folders])
    yield from (f"{name}.{each.name}" for each in here if not each.ispkg)


def _load(names: tuple[str, ...]) -> None:
    for name in names:
        importlib.import_module(name)
