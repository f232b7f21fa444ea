"""Starts the window, paints it, and only then loads what opening a document needs."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from nttp_readiness import i18n
from nttp_readiness.storage import settings as stored
from nttp_readiness.ui import accessibility
from nttp_readiness.ui.look import Look
from nttp_readiness.ui.main_window import MainWindow
from nttp_readiness.ui.paper_style import PaperStyle

NAME = "NTTP Readiness"


def run(path: str | None = None) -> int:
    """Open the window, with that file where one is given, until it is closed."""
    app = QApplication(sys.argv[:1])
    window = make_window(app)
    window.show()
    QTimer.singleShot(0, window.warm_up)  # after the first paint
    if path is not None:
        QTimer.singleShot(0, lambda: window.open_file(Path(path)))
    return app.exec()


def make_window(app: QApplication) -> MainWindow:
    """The window with its look, as the settings say; not yet shown."""
    QCoreApplication.setApplicationName(NAME)
    settings = stored.load()
    i18n.use(settings.language)
    look = Look(app)
    app.setStyle(PaperStyle(look))
    accessibility.install()
    look.set_theme(settings.theme)
    look.set_text_size(settings.text_size / 100)
    return MainWindow(look, settings)
