"""Starts the window, paints it, and only then loads what opening a document needs."""

from __future__ import annotations

import contextlib
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from nttp_readiness import i18n, resources
from nttp_readiness.errors import ReadinessError
from nttp_readiness.storage.account import crash_reports
from nttp_readiness.storage.account import settings as stored
from nttp_readiness.storage.files.reading import open_to_read
from nttp_readiness.ui.shell.crash import CrashHandler
from nttp_readiness.ui.shell.first_paint import FirstPaint
from nttp_readiness.ui.shell.garbage_timer import GarbageTimer
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.shell.system_manners import name_for_the_task_bar, qt_arguments
from nttp_readiness.ui.theme import accessibility, single_keys
from nttp_readiness.ui.theme.held_keys import HeldKeys
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.paper_style import PaperStyle

if TYPE_CHECKING:
    from PySide6.QtGui import QSessionManager

    from nttp_readiness.ui.shell.end_signals import EndSignals

NAME = "NTTP Readiness"
_PATIENCE = 0.3
"""Seconds for which a start waits for the drive of the file that it was given."""


def _whole(path: Path) -> Path:
    """The path from the top: the list and the next start know no folder that one was in."""
    try:
        return path.absolute()
    except OSError:  # the folder that one is in is gone
        return path


def run(path: str | None = None) -> int:
    """Open the window, with that file where one is given, until it is closed."""
    app = QApplication(qt_arguments())
    try:
        given = _whole(Path(path)) if path is not None else None
        at_once = given is not None and _answers(given)
        window = MainWindow(make_look(app), stored.load(), whole=False, start=not at_once)
    except Exception as error:
        crash_reports.write_report(error, "start")
        raise
    crashes = CrashHandler(window)
    crashes.install()
    app.commitDataRequest.connect(lambda _manager: window.keep_before_the_session_ends())

    signals: list[EndSignals] = []

    def go_on() -> None:
        from nttp_readiness.ui.shell.end_signals import EndSignals  # noqa: PLC0415 - not to be painted

        show_icon()
        crashes.set_aside()
        signals.append(EndSignals(window.end))
        window.warm_up()
        if given is not None and not at_once:
            window.ask_for(given)

    if given is not None and at_once:
        window.open_first(given)
    FirstPaint(window, go_on)
    window.show()
    status = app.exec()
    for each in signals:
        each.uninstall()
    crashes.uninstall()
    return status


def _answers(path: Path) -> bool:
    """Whether the drive gives the beginning of that file soon. Where it does not, the window comes
    first, as a person who sees nothing starts the program once more.
    """
    heard = threading.Event()

    def ask() -> None:
        with contextlib.suppress(OSError, ValueError), open_to_read(path) as file:
            file.read(1)
        heard.set()

    threading.Thread(target=ask, daemon=True).start()
    return heard.wait(_PATIENCE)


def respond(path: Path, out: Path | None) -> int:
    """Open the window in which one person answers into a file, until it is closed.

    1, with a sentence, where the assessment cannot be answered.
    """
    from nttp_readiness.ui.workshop.ballots.respond_window import RespondWindow  # noqa: PLC0415 - few need it

    app = QApplication(qt_arguments())
    look = make_look(app)
    show_icon()
    try:
        window = RespondWindow(look, path, out)
    except ReadinessError as problem:
        _tell(look, problem)
        return 1

    def session_ends(manager: QSessionManager) -> None:
        if not window.keep_before_the_session_ends():
            manager.cancel()  # Windows says who asked, and lets the person go on all the same

    app.commitDataRequest.connect(session_ends)
    window.show()
    return QApplication.exec()


def _tell(look: Look, problem: ReadinessError) -> None:
    """Say it on standard error; in a box where there is none, as in the program for the window on
    Windows, or a shortcut that leads to a file which has gone would do nothing at all.
    """
    if sys.stderr is not None:
        sys.stderr.write(f"{problem}\n")
        return
    from nttp_readiness.ui.shell.refusal_dialog import RefusalDialog  # noqa: PLC0415 - hardly ever

    RefusalDialog(look, NAME, str(problem)).exec()


def make_window(app: QApplication) -> MainWindow:
    """The window with its look, as the settings say; not yet shown."""
    show_icon()
    return MainWindow(make_look(app), stored.load())


def show_icon() -> None:
    """Give every window its icon. Reading it takes as long as a hundred words of the page."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415 - not to be painted

    QApplication.setWindowIcon(QIcon(str(resources.icon())))


def make_look(app: QApplication) -> Look:
    """The look that the settings say, for the whole application."""
    QCoreApplication.setApplicationName(NAME)
    QApplication.setDesktopFileName("nttp-readiness")  # by which Linux finds name and icon
    name_for_the_task_bar()
    settings = stored.load()
    i18n.use(settings.language)
    single_keys.use(on=settings.single_keys)
    look = Look(app)
    GarbageTimer(look)
    app.setStyle(PaperStyle(look))
    accessibility.install()
    HeldKeys(app)
    look.set_theme(settings.theme)
    look.set_lettering(settings.typeface, wide=settings.wide_text)
    look.set_text_per_cent(settings.text_size)
    return look
