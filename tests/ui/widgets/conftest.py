"""How tests put a part into a window, and how they hear what it says of itself."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget


@pytest.fixture
def put(qtbot, look):
    """Show widgets below one another in an active window of that width."""
    kept = []  # a window without a reference is gone at once

    def show(*widgets, width=640, height=480):
        window = QWidget()
        kept.append(window)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        window.resize(width, height)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield show
    kept.clear()


@pytest.fixture
def face(qapp):
    """What assistive technology is given for a widget."""
    return QAccessible.queryAccessibleInterface
