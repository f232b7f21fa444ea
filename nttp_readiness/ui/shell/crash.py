"""When the program itself goes wrong: keep the work, report it without its words, and say so."""

from __future__ import annotations

import contextlib
import datetime as dt
import faulthandler
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)

from nttp_readiness.errors import ReadinessError
from nttp_readiness.storage.account import crash_reports
from nttp_readiness.storage.files import folders

if TYPE_CHECKING:
    from nttp_readiness.ui.shell.crash_dialog import CrashDialog
    from nttp_readiness.ui.shell.shell import Shell

RESERVE = 16 * 1024 * 1024
"""Bytes that are given back when memory has run out, so that the work can still be written."""
MOST_REPORTS = 20
"""Of one run; a fault that comes with every painted frame would fill the disk."""
FAULTS = "stopped.txt"
"""What the interpreter writes when it is stopped from below: places in the code, nothing else."""


class CrashHandler(QObject):
    """Takes over what would go by unseen: errors in slots, in workers, and Qt's own messages."""

    _happened = Signal(str, bool)

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.widget)
        self._shell = shell
        self._reserve: bytearray | None = None
        self._told: set[str] = set()
        self._reports = 0
        self._faults: TextIO | None = None
        self.dialog: CrashDialog | None = None
        """What is shown just now."""
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the hooks of the interpreter and of Qt."""
        sys.excepthook = self._from_window
        threading.excepthook = self._from_thread
        qInstallMessageHandler(self._from_qt)
        with contextlib.suppress(OSError, ReadinessError):
            path = folders.make(folders.logs()) / FAULTS
            self._faults = path.open("a", encoding="ascii")
            faulthandler.enable(self._faults)

    def set_aside(self) -> None:
        """Keep memory for the day on which none is left. To fill 16 MB takes as long as a page of
        words, so it is done once there is something to see, and before there is any to lose.
        """
        self._reserve = self._reserve or bytearray(RESERVE)

    def uninstall(self) -> None:
        """Give the hooks back. A log of faults that stayed empty goes."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        faulthandler.disable()
        if self._faults is not None:
            self._faults.close()
            path = Path(self._faults.name)
            with contextlib.suppress(OSError):
                if path.stat().st_size == 0:
                    path.unlink()

    def _from_window(
        self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, traceback)
            return
        self._take(error.with_traceback(traceback), "window")

    def _from_thread(self, given: threading.ExceptHookArgs) -> None:
        if given.exc_value is not None:
            error = given.exc_value.with_traceback(given.exc_traceback)
            self._take(error, "worker")

    def _from_qt(self, kind: QtMsgType, context: QMessageLogContext, _message: str) -> None:
        """Qt's messages can name files and quote text, so only their kind and place are kept.

        Those below an error go nowhere: what a desktop prints on the side often ends in a log.
        """
        said = f"Qt {kind.name} {context.category or ''}:{context.line}"
        if kind is QtMsgType.QtFatalMsg:
            self._take(RuntimeError(), said)
        elif kind is QtMsgType.QtCriticalMsg and said not in self._told:
            self._told.add(said)
            self._write(RuntimeError(), said)

    def _take(self, error: BaseException, where: str) -> None:
        """In any thread: first the work, then the report, then the person."""
        self._reserve = None
        safe = self._rescue()
        self._write(error, where)
        lines = crash_reports.places(error.__traceback__)
        place = lines[-1] if lines else where
        if place not in self._told:  # said once; it is kept and written down every time
            self._told.add(place)
            self._happened.emit(place, safe)

    def _rescue(self) -> bool:
        """Keep the open document at once; whether what was typed is safe."""
        open_document = self._shell.open_document
        if open_document is None:
            return True
        try:
            open_document.autosave.keep_copy()
        except Exception:  # noqa: BLE001 - whatever else is broken, the person must be told
            return False
        return True

    def _write(self, error: BaseException, where: str) -> None:
        if self._reports >= MOST_REPORTS:
            return
        self._reports += 1
        now = dt.datetime.now(dt.UTC)
        crash_reports.write_report(error, where, now=now)
        if sys.stderr is not None:  # there is none in a Windows program without a console
            with contextlib.suppress(OSError, ValueError):
                sys.stderr.write(crash_reports.report_text(error, where, now))

    @Slot(str, bool)
    def _tell(self, _place: str, safe: bool) -> None:  # noqa: FBT001 - a slot
        from nttp_readiness.ui.shell.crash_dialog import CrashDialog  # noqa: PLC0415 - hardly ever needed

        self.set_aside()
        if self.dialog is not None:
            return
        self.dialog = CrashDialog(self._shell, safe=safe)
        self.dialog.finished.connect(self._answered)
        self.dialog.open()

    @Slot(int)
    def _answered(self, answer: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
        if answer:
            self._shell.close_after_crash()
