"""Start the next round from this one: what comes along, and whether the answers do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.address import Address, Page
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.rounds.next_round import next_round_words
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.fields.field import radio_field
from nttp_readiness.ui.widgets.fields.radio_boxes import RadioChoice
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.section import Container
from nttp_readiness.ui.workbook.workbook_page import ScrollingPage


class NextRoundPage(ScrollingPage):
    """Address: `next-round`. `started` says whether the answers are kept."""

    place = Page.UNDERSTAND
    side = 56
    width_at_most = 720
    started = Signal(bool)

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, session, top=26, parent=parent)
        words = next_round_words(session.assessment)
        self._title = Prose(look, "", "page")
        self._sentence = Prose(look, "", "lead")
        self._lists = Container()
        self.answers = radio_field(
            look,
            tr("The answers"),
            [RadioChoice(True, *words.keep), RadioChoice(False, *words.empty)],
        )
        self.answers.control.show_choice(True)
        column = self.column
        column.addWidget(Prose(look, tr("Understand · over time"), "where"))
        column.gap(2)
        column.addWidget(self._title)
        column.gap(6)
        column.addWidget(self._sentence)
        column.gap(22)
        column.addWidget(self.answers)
        column.gap(22)
        column.addWidget(self._lists)

    def refresh(self) -> None:
        words = next_round_words(self.session.assessment)
        self._title.say(words.title)
        self._sentence.say(words.sentence)
        self._lists.show_made((words.comes, words.stays), self._made_lists)

    def address(self) -> Address:
        """Coming back later, one is where the assessment itself is read."""
        return Address(Page.UNDERSTAND)

    def where(self) -> str:
        return tr("Next round")

    def main_words(self) -> str:
        return next_round_words(self.session.assessment).start

    def main(self) -> None:
        self.started.emit(bool(self.answers.control.value))

    def back_address(self) -> Address:
        return Address(Page.UNDERSTAND)

    def focus_first(self) -> None:
        self.answers.control.focus_choice()

    def _made_lists(self) -> QWidget:
        words = next_round_words(self.session.assessment)
        made = QWidget()
        column = Box(self.look, made)
        self._list(column, tr("What comes along"), words.comes)
        self._list(column, tr("What stays in the file of this round"), words.stays)
        return made

    def _list(self, column: Box, title: str, items: Sequence[str]) -> None:
        if not items:
            return
        column.addWidget(Prose(self.look, title, "body_strong"))
        column.gap(4)
        for each in items:
            column.addWidget(Prose(self.look, each, "body", dash=True))
            column.gap(4)
        column.gap(12)
