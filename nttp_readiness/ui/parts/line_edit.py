"""One line of text."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from nttp_readiness.ui.look import Look


class LineEdit(QLineEdit):
    """`edited` gives the text as the user types."""

    edited = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textEdited.connect(self.edited)
        look.changed.connect(self.updateGeometry)

    def show_text(self, text: str) -> None:
        """Show a text that was not typed here, from its beginning; nothing is emitted."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)
