"""Workings in place: how a level or the stage came about, and what would change it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.working_steps import FigureSteps, domain_steps, stage_steps
from nttp_readiness.presentation.readiness.moves import stage_move_words
from nttp_readiness.presentation.readiness.standing_words import (
    move_rows,
    stage_rows,
    weighting_words,
)
from nttp_readiness.presentation.readiness.working_words import (
    DomainWorking,
    InputRow,
    Lead,
    Reached,
    domain_working_words,
)
from nttp_readiness.presentation.words.blocks import Run, Words
from nttp_readiness.presentation.words.confidence_words import confidence_sentence, raise_sentence
from nttp_readiness.ui.theme.look import Look, TextKind
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.data_table import Cell, DataTable, TableColumn
from nttp_readiness.ui.widgets.link import Link
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.question_rows import QuestionRow
from nttp_readiness.ui.widgets.readiness.working_tree import WorkingSteps


class Worked(QWidget):
    """What opens under its own row, beside a line of loch. `question` asks for one by its id."""

    question = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.column = Box(look, self, margins=(27, 6, 0, 4))

    def say(self, words: Words, kind: TextKind = "guide", gap: float = 8) -> None:
        """A paragraph, and the space after it."""
        self.column.addWidget(Prose(self.look, words, kind))
        self.column.gap(gap)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        QPainter(self).fillRect(0, 0, 3, self.height(), self.look.colour("loch"))


def domain_panel(look: Look, card: Scorecard, code: str) -> Worked:
    """A domain's working: the rule, its answers, the sums, and what would change the level."""
    working = domain_working_words(card, code)
    found = next(each for each in card.confidence if each.code == code)
    panel = Worked(look)
    panel.say(_lead(working.rule))
    if working.rows:
        panel.column.addWidget(_answers(look, card, working))
        panel.column.gap(12)
    for lead in working.leads:
        panel.say(_lead(lead))
    about = tuple(dict.fromkeys(key for lead in working.leads for key in lead.about))
    if about:
        panel.column.addLayout(_links(panel, card, about))
        panel.column.gap(10)
    rests = f"{confidence_sentence(found)} {raise_sentence(card.assessment.bank, found)}"
    panel.say((Run(f"{tr('What it rests on.')} ", bold=True), Run(rests.strip())))
    if working.index:
        panel.say(working.index, "small", 4)
    name = next(each.name for each in card.assessment.bank.domains if each.code == code)
    _add_steps(panel, name, lambda: domain_steps(card, code))
    return panel


def stage_panel(look: Look, card: Scorecard) -> Worked:
    """The stage's working: every stage with its rule, and whether that is met."""
    panel = Worked(look)
    panel.say(_lead(Lead(tr("The rule."), card.stage_working.rule)))
    columns = (
        TableColumn(tr("Stage"), 26),
        TableColumn(tr("Its rule"), 62),
        TableColumn(tr("Met"), 12),
    )
    rows = [
        (
            Cell(
                tr("{stage} (we are here)").format(stage=each.name) if each.here else each.name,
                bold=each.here,
            ),
            each.rule,
            Cell(each.met, bold=each.here),
        )
        for each in stage_rows(card)
    ]
    panel.column.addWidget(DataTable(look, tr("How the stage was worked out"), columns, rows))
    panel.column.gap(10)
    if weighting_words(card):
        panel.say(weighting_words(card), "small", 4)
    _add_steps(panel, tr("stage and overall index"), lambda: stage_steps(card))
    return panel


def change_panel(look: Look, card: Scorecard) -> Worked:
    """The shortest way on from this stage, and what each of those answers would do alone."""
    panel = Worked(look)
    rows = move_rows(card)
    lead = (Run(f"{tr('The shortest way to the next level.')} ", bold=True),) if rows else ()
    panel.say((*lead, Run(stage_move_words(card))), gap=6 if rows else 0)
    for each in rows:
        panel.column.addWidget(Rule(look, dotted=True))
        effect = f"{tr('On its own.')} {each.effect}" if each.effect else ""
        words = (Run(each.title, bold=True), Run(f" · {each.change}"))
        row = QuestionRow(look, each.choice, each.title, words, effect)
        row.opened.connect(lambda key=each.indicator: panel.question.emit(key))
        panel.column.addWidget(row)
    return panel


def _add_steps(panel: Worked, name: str, make: Callable[[], Sequence[FigureSteps]]) -> None:
    """Every sum behind the figures of that name, folded."""
    words = tr("Every sum, with its rounding")
    steps = WorkingSteps(panel.look, words, f"{words}, {name}")
    panel.column.addWidget(steps.fold)
    panel.column.addWidget(steps)
    steps.show_steps(make)


def _answers(look: Look, card: Scorecard, working: DomainWorking) -> DataTable:
    """The answers, whether each reaches the levels in question, and the sums under an ink line.

    Weights have a column only where they differ; the rule says so where they do not.
    """
    weighted = any(each.weight != 1 for each in working.rows)
    columns = [TableColumn(tr("Question"), 38), TableColumn(tr("Answer"), 22)]
    if weighted:
        columns.append(TableColumn(tr("Weight"), 10, "middle"))
    columns += [TableColumn(each, 11, "middle") for each in working.columns]
    rows = [_answer_row(card, each, weighted=weighted) for each in working.rows]
    if working.sums:
        last = [Cell(working.total, bold=True), Cell("")]
        last += [Cell("")] if weighted else []
        last += [Cell(f"{each.of}\n{each.percent}", bold=each.is_level) for each in working.sums]
        rows.append(last)
    name = next(each.name for each in card.assessment.bank.domains if each.code == working.code)
    title = tr("How the level of {name} was worked out").format(name=name)
    return DataTable(look, title, columns, rows, total=bool(working.sums))


def _answer_row(card: Scorecard, row: InputRow, *, weighted: bool) -> list[Cell]:
    choice = card.assessment.answer(row.indicator).choice
    said = tr("{title}, foundation").format(title=row.title) if row.foundation else row.title
    cells = [
        Cell(
            row.title,
            glyph="keystone" if row.foundation else " ",
            glyph_tone="heather",
            said=said,
        ),
        Cell(row.words, chip="open" if choice is None else choice),
    ]
    if weighted:
        cells.append(Cell(str(row.weight)))
    return [*cells, *(_mark(each) for each in row.reached)]


def _mark(reached: Reached) -> Cell:
    return {
        "yes": Cell("", tone="loch", glyph="tick", said=tr("reached")),
        "no": Cell("–", said=tr("not reached")),
        "unknown": Cell("?", said=tr("not known")),
        "apart": Cell("", said=tr("does not apply")),
    }[reached]


def _lead(lead: Lead) -> Words:
    return (Run(f"{lead.lead} ", bold=True), Run(lead.words))


def _links(panel: Worked, card: Scorecard, about: tuple[str, ...]) -> Flow:
    row = Flow(panel.look, gap=16)
    row.addWidget(Prose(panel.look, tr("Open the question:"), "guide", wraps=False))
    for key in about:
        title = card.assessment.bank.by_id[key].title
        link = Link(panel.look, title)
        link.setAccessibleName(tr("{title}, open question").format(title=title))
        link.clicked.connect(lambda _=False, key=key: panel.question.emit(key))
        row.addWidget(link)
    return row
