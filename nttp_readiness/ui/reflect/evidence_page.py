"""Evidence: what can be shown, question by question, and what is to be looked at again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.answers.evidence import EvidenceItem, EvidenceState
from nttp_readiness.domain.editing import evidence_edits
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.readiness import answer_filters, evidence_list
from nttp_readiness.presentation.readiness.evidence_list import DomainEvidence, QuestionEvidence
from nttp_readiness.presentation.screens.place_words import missing_words
from nttp_readiness.presentation.words.evidence_columns import evidence_column
from nttp_readiness.reports.specs.form_spec import form_address
from nttp_readiness.storage.documents.evidence_files import Found
from nttp_readiness.typed.places import place_kind
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.reflect.file_looker import FileLooker
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.link import Link
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.section import Container
from nttp_readiness.ui.workbook.workbook_page import ScrollingPage


class EvidencePage(ScrollingPage):
    """Address: `evidence`. `walk` asks to go through questions one after the other, by their ids.

    Whether files are there is only looked at when somebody asks for it.
    """

    walk = Signal(tuple)

    place = Page.REFLECT
    width_at_most = 736

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, session, parent=parent)
        self.folder: Callable[[], Path | None] = lambda: None
        self._found: dict[str, Found] = {}
        self._looker = FileLooker(self)
        self._looker.done.connect(self._looked)
        self._sentence = Prose(look, "", "body")
        self._said = Prose(look, "", "body", tone="quiet")
        self.through = Button(look, tr("Go through these"), "second", "right", small=True)
        self.look_button = Button(
            look, tr("Check that the files are there"), "second", "search", small=True
        )
        self.print_button = Button(look, tr("Print the list"), "second", "print", small=True)
        self.print_button.clicked.connect(lambda: self.go.emit(form_address("evidence")))
        self._list = Container()
        column = self.column
        column.addWidget(Prose(look, tr("Reflect"), "where"))
        column.addWidget(Prose(look, tr("Evidence"), "page"))
        column.gap(4)
        column.addWidget(self._sentence)
        column.gap(12)
        buttons = Flow(look, gap=10)
        buttons.addWidget(self.through)
        buttons.addWidget(self.look_button)
        buttons.addWidget(self.print_button)
        column.addLayout(buttons)
        column.gap(6)
        column.addWidget(self._said)
        column.gap(14)
        column.addWidget(self._list)
        self.through.clicked.connect(lambda: self.walk.emit(self._waiting()))
        self.look_button.clicked.connect(self._look)

    def refresh(self) -> None:
        assessment = self.session.assessment
        groups = evidence_list.evidence_list(assessment)
        self._sentence.say(evidence_list.count_words(assessment))
        self.through.setVisible(bool(self._waiting()))
        self.look_button.setVisible(bool(self._places()))
        self.print_button.setVisible(bool(groups))
        self._said.setVisible(bool(self._said.plain()))
        self._list.show_made((groups, self._found), lambda: self._groups(groups))

    def address(self) -> Address:
        return Address(Page.EVIDENCE)

    def where(self) -> str:
        return tr("Evidence")

    def main_words(self) -> str:
        return tr("Check your answers")

    def main(self) -> None:
        self.go.emit(Address(Page.CHECK))

    def back_address(self) -> Address:
        return Address(Page.CHECK)

    def _waiting(self) -> tuple[str, ...]:
        return answer_filters.walk(self.session.assessment, "still_true")

    # ---- whether the files are there

    def _places(self) -> dict[str, str]:
        """What names a file, each under its question and its id."""
        return {
            _key(question, item): item.where
            for group in evidence_list.evidence_list(self.session.assessment)
            for question in group.questions
            for item in question.items
            if place_kind(item.where) in {"file", "network", "page"}
        }

    def _look(self) -> None:
        self._say(tr("Looking…"))
        self._looker.look(self._places(), self.folder())

    def _looked(self, found: dict[str, Found]) -> None:
        self._found = found
        names = {
            _key(question, item): evidence_list.item_name(item)
            for group in evidence_list.evidence_list(self.session.assessment)
            for question in group.questions
            for item in question.items
        }
        kinds = list(found.values())
        self._say(
            missing_words(
                (names[key] for key, each in found.items() if each == "missing" and key in names),
                there=kinds.count("there"),
                not_looked=kinds.count("not_looked"),
            )
        )
        self.refresh()

    def _say(self, words: str) -> None:
        self._said.say(words)
        self._said.setVisible(True)
        announce(self._said, words)

    # ---- the list

    def _groups(self, groups: tuple[DomainEvidence, ...]) -> QWidget:
        look, whole = self.look, QWidget()
        column = Box(look, whole)
        for group in groups:
            column.addWidget(Prose(look, group.name, "section_small"))
            column.gap(6)
            for question in group.questions:
                column.addWidget(Rule(look, dotted=True))
                column.gap(8)
                self._add_question(column, question)
                column.gap(12)
            column.gap(14)
        return whole

    def _add_question(self, column: Box, question: QuestionEvidence) -> None:
        look = self.look
        button = Link(look, question.title)
        button.setAccessibleName(tr("{title}: go to the question").format(title=question.title))
        button.clicked.connect(lambda: self.go.emit(Address(Page.REFLECT, question.id)))
        column.addWidget(button)
        column.gap(4)
        if question.text:
            column.addWidget(Prose(look, question.text, "body", selectable=True))
            column.gap(6)
        for item in question.items:
            self._add_item(column, question.id, item)
            column.gap(8)

    def _add_item(self, column: Box, question: str, item: EvidenceItem) -> None:
        look, name = self.look, evidence_list.item_name(item)
        column.addWidget(Prose(look, name, "body_strong", dash=True, selectable=True))
        lines = [evidence_list.item_line(item), item.shows.strip()]
        where = item.where.strip()
        lines.append(f"{evidence_column('where').heading()}: {where}" if where else "")
        if self._found.get(_key(question, item)) == "missing":
            lines.append(tr("It was not there at the last check."))
        for line in filter(None, lines):
            column.addWidget(Prose(look, line, "where", selectable=True))
        row = Flow(look, gap=12)
        acts: list[tuple[str, Callable[[], object]]] = []
        if item.state == "to_check":
            acts += [
                (words, partial(self._keep, question, item.id, state))
                for words, state in _answers()
            ]
        if where:
            acts.append((tr("Show where it is"), lambda: self.link.emit(where)))
        for words, act in acts:
            button = Button(look, words, "second", small=True)
            button.setAccessibleName(tr("{act}: {name}").format(act=words, name=name))
            button.clicked.connect(act)
            row.addWidget(button)
        if acts:
            column.gap(4)
            column.addLayout(row)

    def _keep(self, question: str, item_id: str, state: EvidenceState) -> None:
        self.session.attempt(
            tr("Evidence for {id}: still true?").format(id=question),
            evidence_edits.say_of_evidence,
            question,
            item_id,
            state,
            self.session.today,
        )
        if not self._list.isAncestorOf(self.window().focusWidget()):
            self.focus_first()

    def focus_first(self) -> None:
        for button in (self.through, self.look_button):
            if button.isVisibleTo(self):
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return


def _key(question: QuestionEvidence | str, item: EvidenceItem) -> str:
    named = question if isinstance(question, str) else question.id
    return f"{named}/{item.id}"


def _answers() -> tuple[tuple[str, EvidenceState], ...]:
    return ((tr("It is still true"), "stands"), (tr("No longer true"), "no_longer"))
