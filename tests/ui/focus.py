"""Where the keyboard is, for tests that know what kind of widget they expect there."""

from typing import Any

from PySide6.QtWidgets import QApplication


def focused() -> Any:
    """The widget with the keyboard, of whatever class it is; a test fails where it is another."""
    return QApplication.focusWidget()
