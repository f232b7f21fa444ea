"""Read this page: a page as one plain text, to read, search, copy and enlarge."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.ui.theme.accessibility import announce, untold
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.field import line_field
from nttp_readiness.ui.widgets.fields.text_area import TextArea
from nttp_readiness.ui.widgets.page_text import Line
from nttp_readiness.ui.widgets.prose import Prose

_LINES = 16
_STATE_HEADING = 1


class ReadingContent(QWidget):
    """Enter in the field looks for its words; Ctrl+Down and Ctrl+Up go from heading to heading."""

    def __init__(self, look: Look, page: str, lines: Sequence[Line]) -> None:
        super().__init__()
        self.heading = tr("Read this page")
        column = Box(look, self)
        column.addWidget(Prose(look, self.heading, "page"))
        column.gap(6)
        column.addWidget(
            Prose(
                look,
                tr(
                    "Everything that the page shows, as text. You can read it line by line and"
                    " copy it. Ctrl with the up and down arrows goes from heading to heading."
                ),
                "lead",
            )
        )
        column.gap(16)
        row = Box(look, across=True, spacing=12)
        self.wanted = line_field(look, tr("Look for"))
        self.wanted.control.returnPressed.connect(self.look_for)
        row.addWidget(self.wanted, 1)
        again = Button(look, tr("Find the next"), "second")
        again.clicked.connect(self.look_for)
        row.addWidget(again, alignment=Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)
        column.gap(12)
        self.text = PageText(look, page, lines)
        column.addWidget(self.text)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter in the field has looked for its words: it must not press Back as well."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not enter or isinstance(self.window().focusWidget(), QAbstractButton):
            super().keyPressEvent(event)

    def look_for(self) -> None:
        """Go to where the words stand next, round at the end; say so where they stand nowhere."""
        words = self.wanted.control.text().strip()
        if not words:
            return
        if not self.text.find(words):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            if not self.text.find(words):
                announce(self, tr("“{words}” is not on this page.").format(words=words))
                return
        with untold():  # what is chosen are the words that were typed
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.text.textCursor().block().text())


class PageText(TextArea):
    """The text itself, read only."""

    def __init__(self, look: Look, page: str, lines: Sequence[Line]) -> None:
        super().__init__(look, _LINES)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setAccessibleName(page)
        cursor = self.textCursor()
        plain, bold = QTextCharFormat(), QTextCharFormat()
        bold.setFont(look.font("body_strong"))
        for number, line in enumerate(lines):
            if number:
                cursor.insertBlock()
                if line.heading:
                    cursor.insertBlock()
            cursor.setCharFormat(bold if line.heading else plain)
            cursor.insertText(line.text)
            cursor.block().setUserState(_STATE_HEADING if line.heading else 0)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        way = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if way and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._to_heading(forwards=way > 0)
            return
        super().keyPressEvent(event)

    def _to_heading(self, *, forwards: bool) -> None:
        block = self.textCursor().block()
        while True:
            block = block.next() if forwards else block.previous()
            if not block.isValid():
                announce(self, tr("No more headings."))
                return
            if block.userState() == _STATE_HEADING:
                with untold():  # not every reader says a line that was reached by a jump
                    self.setTextCursor(QTextCursor(block))
                announce(self, tr("Heading: {words}").format(words=block.text()))
                return
