"""The end of Understand: what moved since an earlier round, and the next round."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.address import Address, Page
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.rounds.next_round import over_time_words
from nttp_readiness.presentation.words.importance import importance_sentence
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.prose import Prose


class OverTimeSection(QWidget):
    """`go` asks for a page by its address."""

    go = Signal(Address)

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._words = Prose(look, "", "body")
        self._importance = Prose(look, "", "where")
        compare = Button(look, tr("Compare with an earlier round"))
        begin = Button(look, tr("Start the next round"))
        compare.clicked.connect(lambda: self.go.emit(Address(Page.COMPARE)))
        begin.clicked.connect(lambda: self.go.emit(Address(Page.NEXT_ROUND)))
        buttons = Flow(look, gap=12)
        buttons.addWidget(compare)
        buttons.addWidget(begin)
        column = Box(look, self)
        column.addWidget(self._importance)
        column.gap(28)
        column.addWidget(Prose(look, tr("Over time"), "section"))
        column.gap(6)
        column.addWidget(self._words)
        column.gap(12)
        column.addLayout(buttons)

    def refresh(self) -> None:
        assessment = self._session.assessment
        self._words.say(over_time_words(assessment))
        set_by_us = importance_sentence(assessment, (each.id for each in assessment.asked))
        self._importance.say(set_by_us)
        self._importance.setVisible(bool(set_by_us))
