"""One line of text."""

from __future__ import annotations

from contextlib import nullcontext

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from nttp_readiness.typed.pasted import fitting, one_line, without_folders
from nttp_readiness.ui.theme.accessibility import untold
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.fields.dropped import leaves_files
from nttp_readiness.ui.widgets.fields.undo_keys import changed_until, leaves_undo

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


_LEFT = (*_BY_KEY, Qt.FocusReason.MouseFocusReason, Qt.FocusReason.OtherFocusReason)
"""Why a field is left for good, and not for a menu, a list below it or another window."""


class BareLineEdit(QLineEdit):
    """A line that is heard when keys lead to it, empty ones too.

    Qt chooses all of its text then, and tells of that before it tells of the focus. A reader that
    has heard of the text takes the field for known, and never says its name.
    """

    def event(self, event: QEvent, /) -> bool:
        """Undo that this line has none of its own for is the document's."""
        if leaves_undo(self, event, own=(self.isUndoAvailable(), self.isRedoAvailable())):
            return False
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        if event.reason() in _BY_KEY:
            with untold():
                super().focusInEvent(event)
        else:
            super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        """A line that is longer than its field shows its beginning again, as before it was typed
        in: its end alone would say nothing.
        """
        super().focusOutEvent(event)
        if event.reason() in _LEFT and self.cursorPosition():
            with untold():
                self.setCursorPosition(0)

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        """An assessment that is dropped is opened by the window, and is no text."""
        if not leaves_files(event):
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent, /) -> None:
        if not leaves_files(event):
            super().dragMoveEvent(event)


class LineEdit(BareLineEdit):
    """`edited` gives the text as the user types, or as a reader or dictation enters it. `left_out`
    says how many letters of that there was no room for.
    """

    edited = Signal(str)
    left_out = Signal(int)
    keeps_folders = False
    """Whether the address of a file may stand here; else its name alone does, when it is pasted."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet, self._longest = False, 0
        # What assistive technology enters is no typing to Qt, so `textEdited` would miss it.
        self.textChanged.connect(self._changed)
        look.measured.connect(self.updateGeometry)

    @property
    def longest(self) -> int:
        """How many letters it takes; 0 for any number."""
        return self._longest

    def setMaxLength(self, longest: int, /) -> None:
        """Take no more letters than that. Qt would leave the rest out without a word of it."""
        self._longest = longest

    def show_text(self, text: str) -> None:
        """Show a text that was not typed here, from its beginning; nothing is emitted."""
        if text == self.text():
            return
        self._quiet = True
        # A reader that has heard of a cursor takes its field for known, and passes over its name.
        with nullcontext() if self.hasFocus() else untold():
            at = changed_until(self.text(), text) if self.hasFocus() else 0
            self.setText(text)
            self.setCursorPosition(at)
        self._quiet = False

    def _changed(self, text: str) -> None:
        if self._quiet:
            return
        plain = one_line(text if self.keeps_folders else without_folders(text))
        kept, place = plain, max(0, self.cursorPosition() + len(plain) - len(text))
        if self._longest:
            kept, place = fitting(plain, place, self._longest)
        if kept != text:  # it came with a paste, or is more than there is room for
            self._quiet = True
            self.setText(kept)
            self.setCursorPosition(place)
            self._quiet = False
        self.edited.emit(kept)
        if len(kept) < len(plain):
            self.left_out.emit(len(plain) - len(kept))
