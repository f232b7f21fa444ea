"""Reflect as a list: a whole domain at once, for those who know the questions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QWidget

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.editing import edits
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.readiness import progress, questions
from nttp_readiness.presentation.readiness.questions import Question
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.fields.answer_group import AnswerRow, Value
from nttp_readiness.ui.widgets.icon_label import IconLabel
from nttp_readiness.ui.widgets.link import Link
from nttp_readiness.ui.widgets.navigation_list import NavigationRow
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workbook.workbook_page import ScrollingPage


class ListPage(ScrollingPage):
    """Addresses: `list` (the question where one is), `list/WEL-2`, `list/WEL`."""

    place = Page.REFLECT
    side = 40
    width_at_most = 888

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, session, top=22, parent=parent)
        self._code, self._at = "", ""
        self._asked: tuple[Question, ...] = ()
        self._rows: dict[str, _ListedQuestion] = {}
        self._body: QWidget | None = None

    def open(self, rest: str) -> None:
        codes, bank = self._codes(), self.session.assessment.bank
        paused = self.session.assessment.paused_at
        here = paused.part if paused else ""
        wanted = (rest, self._code, here)
        if not rest:  # as one comes from a question, that one
            wanted = wanted[::-1]
        domains = {each: bank.domain_of[each].code for each in wanted if each in bank.domain_of}
        found = [each for each in wanted if domains.get(each, each) in codes]
        where = found[0] if found else next(iter(codes), "")
        self._code = domains.get(where, where)
        self._at = where if where in domains else ""

    def address(self) -> Address:
        return Address(Page.LIST, self.question() or self._code)

    def question(self) -> str:
        """The id of the question that one is at; empty where one is at none."""
        focus = self.window().focusWidget()
        for key, row in self._rows.items():
            if focus is not None and row.isAncestorOf(focus):
                self._at = key
        return self._at

    def refresh(self) -> None:
        if self._code not in self._codes():
            self.open("")
        asked = questions.questions_of(self.session.assessment, self._code)
        if [_unanswered(each) for each in asked] != [_unanswered(each) for each in self._asked]:
            self._build(asked)
        self._asked = asked
        for each in asked:
            self._rows[each.id].answers.show_choice(each.choice)

    def where(self) -> str:
        return self._name()

    # ---- the bars

    def main_words(self) -> str:
        return tr("Next domain") if self._beside(1) else tr("Check your answers")

    def main(self) -> None:
        after = self._beside(1)
        self.go.emit(Address(Page.LIST, after) if after else Address(Page.CHECK))

    def back_address(self) -> Address:
        before = self._beside(-1)
        return Address(Page.LIST, before) if before else Address(Page.PREPARE)

    def rows_heading(self) -> str:
        return tr("Domains")

    def rows(self) -> Sequence[NavigationRow]:
        return tuple(
            NavigationRow(each.code, each.short_name, each.words, done=each.done)
            for each in progress.domain_progress(self.session.assessment)
        )

    def current_row(self) -> str:
        return self._code

    def row_chosen(self, key: str) -> None:
        self.go.emit(Address(Page.LIST, key))

    def press(self, key: str) -> bool:
        """A key answers the question that has the focus."""
        focus = QApplication.focusWidget()
        rows = (each for each in self._rows.values() if focus and each.isAncestorOf(focus))
        row = next(rows, None)
        return row is not None and row.answers.press(key)

    def enter_words(self) -> str:
        """Enter goes on to the next question of the list."""
        return ""

    def focus_first(self) -> None:
        """The question where one was, else the first without an answer, else the first."""
        keys = [each.id for each in self._asked if each.choice is None] or list(self._rows)
        row = self._rows.get(self._at) or (self._rows.get(keys[0]) if keys else None)
        if row is not None:
            row.answers.focus_choice()

    # ---- below

    def _codes(self) -> tuple[str, ...]:
        return tuple(each.code for each in progress.domain_progress(self.session.assessment))

    def _name(self) -> str:
        domains = self.session.assessment.bank.domains
        return next((each.name for each in domains if each.code == self._code), "")

    def _beside(self, step: int) -> str:
        codes = self._codes()
        at = codes.index(self._code) + step if self._code in codes else -1
        return codes[at] if 0 <= at < len(codes) else ""

    def _build(self, asked: tuple[Question, ...]) -> None:
        if self._body is not None:
            self.column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        look = self.look
        self._body = QWidget()
        column = Box(look, self._body)
        column.addWidget(Prose(look, tr("Reflect · list view"), "where"))
        column.addWidget(Prose(look, self._name(), "page"))
        note = asked[0].content_note if asked else ""
        domain = next(
            (d for d in self.session.assessment.bank.domains if d.code == self._code), None
        )
        note = (domain.content_note if domain else "") or note
        if note:
            column.gap(6)
            column.addWidget(Prose(look, note, "small"))
        column.gap(8)
        column.addWidget(Prose(look, self.session.assessment.bank.choice_rule, "small"))
        column.gap(12)
        self._rows = {}
        for each in asked:
            row = _ListedQuestion(look, each)
            row.answers.chosen.connect(lambda value, key=each.id: self._chosen(key, value))
            row.full.clicked.connect(lambda _=False, key=each.id: self._open_question(key))
            self._rows[each.id] = row
            column.addWidget(Rule(look))
            column.addWidget(row)
        self.column.addWidget(self._body)

    def _open_question(self, key: str) -> None:
        self.go.emit(Address(Page.REFLECT, key))

    def _chosen(self, key: str, value: Value) -> None:
        words = tr("Answer cleared") if value is None else tr("Answer to {id}")
        self.session.attempt(words.format(id=key), edits.answer, key, value)


class _ListedQuestion(QWidget):
    """A statement, its answers in rows, and the way to the question by itself."""

    def __init__(self, look: Look, question: Question) -> None:
        super().__init__()
        column = Box(look, self, margins=(0, 16, 0, 18))
        head = Flow(look, gap=12)
        head.addWidget(Prose(look, question.title, "where", wraps=False))
        if question.foundation:
            head.addWidget(
                IconLabel(
                    look, "keystone", tr("Foundation"), "guide_strong",
                    icon_tone="heather", tone="heather",
                )
            )  # fmt: skip
        column.addLayout(head)
        column.gap(2)
        column.addWidget(Prose(look, question.statement, "body_strong"))
        column.gap(10)
        relevant = any(each.choice == "not_relevant" for each in question.others)
        self.answers = AnswerRow(look, question.statement, question.levels, not_relevant=relevant)
        column.addWidget(self.answers)
        column.gap(8)
        self.full = Link(look, tr("Descriptions, notes and guide"))
        self.full.setAccessibleDescription(question.title)
        row = Box(look, across=True)
        row.addWidget(self.full)
        row.addStretch(1)
        column.addLayout(row)


def _unanswered(question: Question) -> object:
    """Everything about a question but its answer: what its row is built from."""
    return question.id, question.statement, question.title
