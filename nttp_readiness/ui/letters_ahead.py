"""Loads a module while Qt looks at the typefaces of the system, which takes long on Windows.

With the first letter that it measures, Qt looks at every typeface there is. Most of that time it
waits for the system. The modules of the window have to be loaded as well, so a thread does it
meanwhile. What is Qt's stays in the thread of the window: a label that never comes to the screen
is shown out of the loop of events, where PySide6 lets Python's other threads go on.
"""

from __future__ import annotations

import contextlib
import importlib
import sys
import threading

from PySide6.QtCore import QCoreApplication, QMetaObject, Qt
from PySide6.QtWidgets import QApplication, QLabel


def begin(module: str) -> QApplication:
    """Make the application, and come back when that module is loaded and letters can be measured.

    A module that cannot be loaded fails again where it is asked for.
    """
    app = QApplication(sys.argv[:1])
    loader = threading.Thread(target=_load, args=(module,), name="modules", daemon=True)
    loader.start()
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText("a")
    label.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    label.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
    QMetaObject.invokeMethod(label, "show", Qt.ConnectionType.QueuedConnection)
    QCoreApplication.processEvents()
    label.hide()
    loader.join()
    return app


def _load(module: str) -> None:
    with contextlib.suppress(Exception):
        importlib.import_module(module)
