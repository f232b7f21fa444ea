"""What a domain is about, before its first question."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.icon_label import IconLabel
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose


class DomainOpening(QWidget):
    """What a domain is about, with its content note, before its first question."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = Box(look, self)
        self._name = Prose(look, "", "page")
        self._words = Prose(look, "", "lead")
        self._note = Prose(look, "", "body", selectable=True)
        self._sign = IconLabel(look, "support", tr("A note on content"), "guide_heading")
        self._rule = Rule(look)
        self._part = Prose(look, "", "where")
        column.addWidget(self._part)
        column.addWidget(self._name)
        column.gap(10)
        column.addWidget(self._words)
        column.gap(20)
        column.addWidget(self._rule)
        column.gap(14)
        column.addWidget(self._sign)
        column.gap(4)
        column.addWidget(self._note)
        column.gap(16)
        self.ask = Button(look, tr("Ask somebody who knows this part"), "link")
        column.addWidget(self.ask, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_domain(self, part: str, name: str, words: str, note: str) -> None:
        self._part.say(part)
        self._name.say(name)
        self._words.say(words)
        self._note.say(note)
        for each in (self._note, self._sign, self._rule):
            each.setVisible(bool(note))

    def lead(self) -> str:
        """Which part it is and what it is about, and with its sign what it may bring up."""
        said = [f"{self._part.plain()}.", self._words.plain()]
        if note := self._note.plain():
            said += [f"{self._sign.text()}.", note]
        return " ".join(said)
