"""Group results on the page: in the room, or as far as they may leave it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nttp_readiness.figures.distribution import SCREEN, distribution
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group import collecting
from nttp_readiness.presentation.group.group_results import (
    DomainResult,
    GroupResults,
    GroupRow,
    QuestionResult,
    group_results,
)
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.data_table import Cell, DataTable, TableColumn
from nttp_readiness.ui.widgets.fields.field import segments_field
from nttp_readiness.ui.widgets.figures.figure_view import FigureView
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.prose import Prose


class ResultsSection(QWidget):
    """The saved release decision says what stands here; nothing is decided again."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__()
        self._look, self._session = look, session
        self._shown: tuple[GroupResults, tuple[str, ...]] | None = None
        self._opened: set[str] = set()
        self._state = Prose(look, "", "where")
        self.audience = segments_field(
            look, tr("For whom"),
            [("room", tr("In this room")), ("outside", tr("Outside this room"))],
        )  # fmt: skip
        self.audience.control.show_choice("room")
        self.audience.control.chosen.connect(lambda _: self.refresh())
        self._empty = Prose(
            look,
            tr("Nothing has been looked at yet. Close a question or the round first."),
            "lead",
        )
        self._hidden = Prose(
            look, tr("No question has answers enough for its counts to be shown."), "lead"
        )
        self._column = Box(look, self)
        for part in (self._state, self._hidden, self.audience, self._empty):
            self._column.addWidget(part)
            self._column.gap(14)
        self._body: QWidget | None = None

    def refresh(self) -> None:
        assessment = self._session.assessment
        self._state.say(collecting.round_words(assessment))
        results = self._results()
        found = bool(results and results.questions)
        self._empty.setVisible(not found)
        shown = results.questions if results else ()
        self._hidden.setVisible(found and not any(each.rows[0].counts for each in shown))
        self.audience.setVisible(found)
        names = tuple(each.name for each in assessment.bank.levels)
        if results is None or not found:
            self._put(None)
            self._shown = None
        elif self._shown != (results, names):
            self._shown = results, names
            self._put(self._made(results, names))

    def _results(self) -> GroupResults | None:
        if self.audience.control.value == "outside":
            return group_results(self._session.assessment, "outside")
        return self._session.view.room_results

    def _put(self, body: QWidget | None) -> None:
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = body
        if body is not None:
            self._column.addWidget(body)
            body.show()

    def _made(self, results: GroupResults, names: tuple[str, ...]) -> QWidget:
        look, body = self._look, QWidget()
        column = Box(look, body)
        for note in results.notes:
            column.addWidget(Prose(look, note, "small"))
            column.gap(2)
        column.gap(18)
        column.addWidget(Prose(look, tr("Question by question"), "section"))
        column.addWidget(
            Prose(look, tr("The widest difference comes first. This is not a ranking."), "where")
        )
        column.gap(6)
        for question in results.questions:
            shown = _QuestionBody(look, question, names)
            fold = Fold(look, question.title, question.headline, shown)
            fold.toggled.connect(shown.build)
            fold.opened.connect(lambda on, key=question.indicator: self._remember(key, on))
            column.addWidget(fold)
            column.addWidget(shown)
            if question.indicator in self._opened:
                fold.setChecked(True)
        column.gap(24)
        column.addWidget(Prose(look, tr("Domain by domain"), "section"))
        for domain in results.domains:
            column.gap(14)
            _add_domain(look, column, domain)
        return body

    def _remember(self, key: str, on: bool) -> None:  # noqa: FBT001 - a slot
        (self._opened.add if on else self._opened.discard)(key)


def _add_domain(look: Look, column: Box, domain: DomainResult) -> None:
    column.addWidget(Prose(look, domain.name, "section_small"))
    columns = (TableColumn(tr("Group"), 2), TableColumn(tr("Where its answers stand"), 4))
    column.addWidget(DataTable(look, domain.name, columns, domain.standings))
    for gap in domain.gaps:
        column.gap(4)
        column.addWidget(Prose(look, gap.sentence, "body"))
        if gap.figures:
            column.addWidget(Prose(look, gap.figures, "small"))


class _QuestionBody(QWidget):
    """What stands under a question. It is made when it is opened for the first time."""

    def __init__(self, look: Look, question: QuestionResult, names: tuple[str, ...]) -> None:
        super().__init__()
        self._look, self._question, self._names = look, question, names
        self._column = Box(look, self, margins=(26, 2, 0, 18), spacing=8)

    def build(self) -> None:
        if self._column.count():
            return
        look, question, column = self._look, self._question, self._column
        column.addWidget(Prose(look, question.statement, "body"))
        if question.sentence:
            column.addWidget(Prose(look, question.sentence, "body_strong"))
        everyone = question.rows[0]
        if everyone.counts is not None or everyone.withheld:
            picture = distribution(question.title, everyone.counts, self._names, SCREEN)
            column.addWidget(FigureView(look, picture))
        if everyone.withheld:
            said = question.headline if everyone.withheld != question.headline else ""
            column.addWidget(Prose(look, said or everyone.withheld, "body"))
        if question.middle:
            column.addWidget(Prose(look, question.middle, "body"))
        column.addWidget(self._table())
        for sentence in question.changes:
            column.addWidget(Prose(look, sentence, "body"))
        if question.agreed:
            said = tr("Agreed: {level}.").format(level=question.agreed)
            column.addWidget(Prose(look, said, "body_strong"))
        if question.minority:
            kept = tr("Also kept: {view}").format(view=question.minority)
            column.addWidget(Prose(look, kept, "body"))
        if question.working:
            working = QWidget()
            lines = Box(look, working, spacing=2)
            for line in question.working:
                lines.addWidget(Prose(look, line, "small", dash=True))
            fold = Fold(look, tr("How was this worked out?"), "", working, link=True)
            column.addWidget(fold)
            column.addWidget(working)

    def _table(self) -> DataTable:
        columns = (
            TableColumn(tr("Group"), 3),
            *(TableColumn(str(level), 1, "end") for level in range(len(self._names))),
            TableColumn(tr("At or above the target"), 3),
        )
        rows = [_cells(row, len(self._names)) for row in self._question.rows]
        return DataTable(
            self._look, tr("{title}, by group").format(title=self._question.title), columns, rows
        )


def _cells(row: GroupRow, levels: int) -> tuple[str | Cell, ...]:
    if row.withheld:
        empty = (Cell("–", said=tr("Not shown")),) * levels
        return (row.name, *empty, Cell(row.withheld, tone="quiet"))
    if row.counts is not None:
        return (row.name, *(str(each) for each in row.counts), row.at_target)
    shares = (f"{each}%" for each in row.shares or (0,) * levels)
    name = tr("{group}, in steps of {step}").format(group=row.name, step=row.step)
    return (name if row.step > 1 else row.name, *shares, row.at_target)
