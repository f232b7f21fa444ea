"""The first page of a part: what it is, who will see it, and that it may be left as it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nttp_readiness.address import Address, Page
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens import part_given
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.link import Link
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.section import Container
from nttp_readiness.ui.workbook.workbook_page import ScrollingPage


class PartPage(ScrollingPage):
    """Stands in the place of Prepare where a part is open."""

    place = Page.PREPARE
    begins_at_heading = True
    side = 40
    width_at_most = 640

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, session, parent=parent)
        self._words = Container()
        self._list = Container()
        column = self.column
        column.addWidget(Prose(look, tr("Your part"), "where"))
        column.addWidget(Prose(look, tr("Before you begin"), "page"))
        column.gap(10)
        column.addWidget(self._words)
        column.gap(10)
        column.addWidget(Rule(look))
        column.gap(12)
        column.addWidget(Prose(look, tr("Your questions"), "section"))
        column.gap(6)
        column.addWidget(self._list)
        column.gap(16)

    def refresh(self) -> None:
        assessment = self.session.assessment
        part = assessment.part
        if part is None:
            return
        said = (*part_given.about_part(assessment, part), assessment.bank.start_note)
        self._words.show_made(said, lambda: self._paragraphs(said))
        asked = tuple((each.id, each.title) for each in assessment.asked)
        self._list.show_made(asked, lambda: self._questions(asked))

    def address(self) -> Address:
        return Address(Page.PREPARE)

    def where(self) -> str:
        return tr("Before you begin")

    def main_words(self) -> str:
        return tr("Go on answering") if self.session.assessment.answers else tr("Start answering")

    def main(self) -> None:
        self.go.emit(Address(Page.REFLECT))

    def _paragraphs(self, said: tuple[str, ...]) -> QWidget:
        made = QWidget()
        column = Box(self.look, made)
        for each in said:
            column.addWidget(Prose(self.look, each, "body", selectable=True))
            column.gap(8)
        return made

    def _questions(self, asked: tuple[tuple[str, str], ...]) -> QWidget:
        made = QWidget()
        column = Box(self.look, made)
        for key, title in asked:
            link = Link(self.look, title)
            link.clicked.connect(lambda _=False, key=key: self.go.emit(Address(Page.REFLECT, key)))
            column.addWidget(link, alignment=Qt.AlignmentFlag.AlignLeft)
            column.gap(4)
        return made
