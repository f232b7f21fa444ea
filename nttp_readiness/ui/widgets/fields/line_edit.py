"""One line of text."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from nttp_readiness.ui.theme.look import Look


class LineEdit(QLineEdit):
    """`edited` gives the text as the user types, or as a reader or dictation enters it."""

    edited = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        # What assistive technology enters is no typing to Qt, so `textEdited` would miss it.
        self.textChanged.connect(self._changed)
        look.changed.connect(self.updateGeometry)

    def show_text(self, text: str) -> None:
        """Show a text that was not typed here, from its beginning; nothing is emitted."""
        if text == self.text():
            return
        self._quiet = True
        self.setText(text)
        self._quiet = False
        self.setCursorPosition(0)

    def _changed(self, text: str) -> None:
        if not self._quiet:
            self.edited.emit(text)
