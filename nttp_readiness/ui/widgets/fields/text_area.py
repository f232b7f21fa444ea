"""Several lines of plain text, without a keyboard trap."""

from __future__ import annotations

from contextlib import nullcontext

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from nttp_readiness.typed.pasted import fitting, without_folders
from nttp_readiness.ui.theme.accessibility import untold
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.fields.dropped import leaves_files
from nttp_readiness.ui.widgets.fields.undo_keys import changed_until, leaves_undo


class TextArea(QPlainTextEdit):
    """`edited` gives the text as the user types; Tab leaves. `left_out` says how many letters of
    what was typed or pasted there was no room for.
    """

    edited = Signal(str)
    left_out = Signal(int)

    def __init__(self, look: Look, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Its ground would paint over the round corners. To ask for the viewport would make each
        # kind of widget there is (see widgets/viewport.py), and the text keeps the one it has.
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(palette)
        self._look, self._lines, self._quiet = look, lines, False
        self._longest = 0
        self.setTabChangesFocus(True)
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        self.setLineWidth(4)  # keeps the scroll bar within the round corners
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._changed)
        look.measured.connect(self._refresh)
        self._refresh()

    keeps_folders = False
    """Whether the address of a file may stand here; else its name alone does, when it is pasted."""

    def event(self, event: QEvent, /) -> bool:
        """Undo that this field has none of its own for is the document's."""
        document = self.document()
        own = (document.isUndoAvailable(), document.isRedoAvailable())
        if leaves_undo(self, event, own=own):
            return False
        return super().event(event)

    def text(self) -> str:
        return self.toPlainText()

    @property
    def longest(self) -> int:
        """How many letters it takes; 0 for any number."""
        return self._longest

    def setMaxLength(self, longest: int) -> None:
        """Take no more letters than that. What stands there is never cut for what comes in."""
        self._longest = longest

    def show_text(self, text: str) -> None:
        """Show a text that was not typed here; nothing is emitted, and the cursor stays put."""
        if text == self.toPlainText():
            return
        self._quiet = True
        at = changed_until(self.toPlainText(), text) if self.hasFocus() else 0
        with nullcontext() if self.hasFocus() else untold():
            self.setPlainText(text)
        if at:
            cursor = self.textCursor()
            cursor.setPosition(at)
            self.setTextCursor(cursor)
        self._quiet = False

    def sizeHint(self) -> QSize:
        around = 2 * (self.frameWidth() + int(self.document().documentMargin()))
        high = self.fontMetrics().lineSpacing() * self._lines + around + self._look.pad(6)
        return QSize(self._look.px(240), high)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self.sizeHint().height())

    def _changed(self) -> None:
        if self._quiet:
            return
        text, at = self.toPlainText(), self.textCursor().position()
        plain = self._kept(text)
        kept, place = plain, max(0, at + len(plain) - len(text))
        if self._longest:
            kept, place = fitting(plain, place, self._longest)
        if kept != text:
            self._keep(kept, place)
        self.edited.emit(self.toPlainText())
        if len(kept) < len(plain):
            self.left_out.emit(len(plain) - len(kept))

    def _kept(self, text: str) -> str:
        """What of a text may stand here, however long it is."""
        return text if self.keeps_folders else without_folders(text)

    def _keep(self, text: str, place: int) -> None:
        """Put it right, with the cursor at that place."""
        cursor = self.textCursor()
        self._quiet = True
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self._quiet = False
        cursor.setPosition(min(place, len(text)))
        self.setTextCursor(cursor)

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        """An assessment that is dropped is opened by the window, and is no text."""
        if not leaves_files(event):
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent, /) -> None:
        if not leaves_files(event):
            super().dragMoveEvent(event)

    def _refresh(self) -> None:
        side, top = self._look.pad(4), self._look.pad(2)
        self.setViewportMargins(side, top, side, top)
        self.updateGeometry()
