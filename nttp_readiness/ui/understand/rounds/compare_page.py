"""Two rounds side by side: what moved, what did not, and what was done in between."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.rounds.rounds import Comparison, compare, in_order
from nttp_readiness.errors import ReadinessError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.rounds.comparison import comparison_words, sentence_runs
from nttp_readiness.presentation.rounds.earlier_round import compared_with, no_comparison
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.understand.rounds.comparison_section import ComparisonSection
from nttp_readiness.ui.understand.rounds.navigation_rows import OVER_TIME, understand_rows
from nttp_readiness.ui.understand.rounds.round_files import Rounds
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.navigation_list import NavigationRow
from nttp_readiness.ui.widgets.notice import Notice
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workbook.workbook_page import ScrollingPage


class ComparePage(ScrollingPage):
    """Address: `compare`. The last round is looked for by itself; any other file can be chosen.

    `print_wanted` gives the other assessment where the comparison is wanted on paper.
    """

    place = Page.UNDERSTAND
    begins_at_heading = True
    side = 56
    width_at_most = 888
    print_wanted = Signal(object)

    def __init__(
        self, look: Look, session: Session, rounds: Rounds, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, session, top=26, parent=parent)
        self._rounds = rounds
        self._other: Assessment | None = None
        self._file, self._trouble = "", ""
        self._notice = Notice(look, "trouble")
        self._title = Prose(look, "", "page")
        self._sentence = Prose(look, "", "lead")
        self._with = Prose(look, "", "where")
        self.choose_button = Button(look, tr("Choose the file of another round"), small=True)
        self.begin_button = Button(look, tr("Start the next round"), small=True)
        self.print_button = Button(look, tr("Print or save this"), small=True)
        self.choose_button.clicked.connect(self._choose)
        self.begin_button.clicked.connect(lambda: self.go.emit(Address(Page.NEXT_ROUND)))
        self.print_button.clicked.connect(lambda: self.print_wanted.emit(self._other))
        self._part = ComparisonSection(look)
        self._part.domain.connect(lambda code: self.go.emit(Address(Page.UNDERSTAND, code)))
        self._build()

    def _build(self) -> None:
        look, column = self.look, self.column
        self._notice.hide()
        column.addWidget(self._notice)
        column.addWidget(Prose(look, tr("Understand · over time"), "where"))
        column.gap(2)
        column.addWidget(self._title)
        column.gap(6)
        column.addWidget(self._sentence)
        column.gap(8)
        column.addWidget(self._with)
        column.gap(8)
        buttons = Flow(look, gap=10)
        for each in (self.choose_button, self.begin_button, self.print_button):
            buttons.addWidget(each)
        below = Box(look)
        below.addLayout(buttons)
        column.addLayout(below)
        column.gap(20)
        column.addWidget(self._part)

    # ---- what the workbook asks

    def open(self, rest: str) -> None:
        del rest
        if self._other is None and self.session.assessment.previous is not None:
            path = self._rounds.previous(self.session.assessment)
            if path is not None:
                self._read(path)

    def refresh(self) -> None:
        assessment = self.session.assessment
        compared = self._compared()
        self._notice.setVisible(bool(self._trouble))
        if self._trouble:
            self._notice.say(self._trouble)
        found = compared is not None
        self._part.setVisible(found)
        self.print_button.setVisible(found)
        self.begin_button.setVisible(not found)
        self._with.setVisible(found)
        if compared is None or self._other is None:
            nothing = no_comparison(assessment)
            self._title.say(nothing.title)
            self._sentence.say(nothing.sentence)
            return
        said = comparison_words(compared)
        self._title.say(said.title)
        self._sentence.say(sentence_runs(said))
        self._with.say(compared_with(self._other, self._file))
        self._part.show_comparison(compared, said)

    def address(self) -> Address:
        return Address(Page.COMPARE)

    def where(self) -> str:
        return tr("Over time")

    def main_words(self) -> str:
        return tr("Go to the plan")

    def main(self) -> None:
        self.go.emit(Address(Page.PLAN))

    def back_address(self) -> Address:
        return Address(Page.UNDERSTAND)

    def rows_heading(self) -> str:
        return tr("On this page") if self.rows() else ""

    def rows(self) -> Sequence[NavigationRow]:
        return understand_rows() if self.session.view.card.counts.answered else ()

    def current_row(self) -> str:
        return OVER_TIME

    def row_chosen(self, key: str) -> None:
        if key != OVER_TIME:
            self.go.emit(Address(Page.UNDERSTAND, key))

    def focus_first(self) -> None:
        if self._other is None:
            self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- the other round

    def _compared(self) -> Comparison | None:
        """Both rounds, the earlier one first; None, and trouble, where they cannot be compared."""
        if self._other is None:
            return None
        try:
            return compare(*in_order(self._other, self.session.assessment))
        except ReadinessError as problem:
            self._other, self._trouble = None, str(problem)
            return None

    def _read(self, path: Path) -> None:
        try:
            self._other, self._file, self._trouble = self._rounds.read(path), path.name, ""
        except ReadinessError as problem:
            self._trouble = str(problem)

    def _choose(self) -> None:
        path = self._rounds.choose(self)
        if path is not None:
            self._read(path)
            self.refresh()
            self.bars_changed.emit()
