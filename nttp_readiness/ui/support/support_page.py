"""Support, one click away from every page: whom to turn to, and how to stop."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from nttp_readiness.address import Address, Page
from nttp_readiness.figures.icons import OptionalGlyph
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words.support import Contact, Support, support
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workbook.workbook_page import ScrollingPage

_COPIED_MS = 4000
"""How long the button says that it has copied."""


class SupportPage(ScrollingPage):
    """Shows the contacts, and leads back to where the person was."""

    begins_at_heading = True
    side = 56
    width_at_most = 624

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, session, parent=parent)
        self._came_from: Address | None = None
        self._shown: Support | None = None
        self._words: SupportContent | None = None

    def open(self, rest: str) -> None:
        del rest
        self._came_from = self.session.assessment.paused_at

    def address(self) -> Address:
        return self._came_from or Address(Page.PREPARE)

    def refresh(self) -> None:
        found = support(self.session.assessment.bank, self.session.assessment)
        if found == self._shown:
            return
        self._shown = found
        if self._words is not None:
            self.column.removeWidget(self._words)
            self._words.hide()
            self._words.deleteLater()
        self._words = SupportContent(self.look, found)
        self.column.addWidget(self._words)

    def where(self) -> str:
        return tr("Support")

    def main_words(self) -> str:
        return tr("Back to where you were")

    def main_glyph(self) -> OptionalGlyph:
        return ""

    def main(self) -> None:
        self.go.emit(self.address())


class SupportContent(QWidget):
    """The organisation's own contact first, then those for anybody, then danger."""

    def __init__(self, look: Look, found: Support) -> None:
        super().__init__()
        self._look = look
        column = Box(look, self)
        column.addWidget(Prose(look, tr("Support"), "page"))
        column.gap(6)
        column.addWidget(
            Prose(
                look,
                tr(
                    "If anything here brings up difficult feelings, you can stop at any point."
                    " What you wrote is saved. You do not have to explain."
                ),
                "lead",
            )
        )
        column.gap(24)
        if found.own:
            self._heading(column, tr("Your own contact first"))
            row = Box(look, across=True, spacing=16)
            row.addWidget(Prose(look, found.own, "lead_strong", selectable=True), 1)
            row.addWidget(CopyButton(look, found.own, found.own))
            column.addLayout(row)
            column.gap(24)
        self._heading(column, tr("For anybody"))
        self._contacts(column, found.anybody)
        if found.danger:
            column.gap(24)
            self._heading(column, tr("In immediate danger"))
            self._contacts(column, found.danger)
        column.gap(14)
        column.addWidget(Prose(look, found.days, "small"))

    def _heading(self, column: Box, words: str) -> None:
        column.addWidget(Prose(self._look, words, "section"))
        column.gap(8)

    def _contacts(self, column: Box, contacts: tuple[Contact, ...]) -> None:
        column.addWidget(Rule(self._look, dotted=True))
        for contact in contacts:
            column.gap(9)
            row = Box(self._look, across=True, spacing=16)
            row.addWidget(Prose(self._look, contact.name, "body_strong", selectable=True), 3)
            reach = contact.reach or contact.address.removeprefix("https://")
            row.addWidget(Prose(self._look, reach, "body", selectable=True), 2)
            row.addWidget(CopyButton(self._look, f"{contact.name}, {reach}", reach))
            column.addLayout(row)
            if contact.note:
                column.addWidget(Prose(self._look, contact.note, "small"))
            column.gap(9)
            column.addWidget(Rule(self._look, dotted=True))


class CopyButton(Button):
    """Puts a number or an address on the clipboard, by mouse and by key, and says so."""

    def __init__(self, look: Look, whose: str, what: str) -> None:
        super().__init__(look, tr("Copy"), "link")
        self._what = what
        # Its word first, as somebody who speaks to the computer reads it from the screen.
        self.setAccessibleName(tr("Copy: {contact}").format(contact=whose))
        self.clicked.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._what)
        self.say(tr("Copied"))
        announce(self, tr("Copied: {text}").format(text=self._what))
        QTimer.singleShot(_COPIED_MS, self, lambda: self.say(tr("Copy")))
