"""One line of text."""

from __future__ import annotations

from contextlib import nullcontext

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from nttp_readiness.ui.theme.accessibility import untold
from nttp_readiness.ui.theme.look import Look

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class BareLineEdit(QLineEdit):
    """A line that is heard when keys lead to it, empty ones too.

    Qt chooses all of its text then, and tells of that before it tells of the focus. A reader that
    has heard of the text takes the field for known, and never says its name.
    """

    def setMaxLength(self, longest: int, /) -> None:
        """Qt sets the text anew for it, and tells of a cursor where nobody is yet."""
        with nullcontext() if self.hasFocus() else untold():
            super().setMaxLength(longest)

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        if event.reason() in _BY_KEY:
            with untold():
                super().focusInEvent(event)
        else:
            super().focusInEvent(event)


class LineEdit(BareLineEdit):
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
        # A reader that has heard of a cursor takes its field for known, and passes over its name.
        with nullcontext() if self.hasFocus() else untold():
            self.setText(text)
            self.setCursorPosition(0)
        self._quiet = False

    def _changed(self, text: str) -> None:
        if not self._quiet:
            self.edited.emit(text)
