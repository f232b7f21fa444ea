"""What holds the stage, and the foundations as courses of stones."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.figures.shapes import Drawing
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.readiness import pictures
from nttp_readiness.presentation.readiness.moves import clearing_words
from nttp_readiness.presentation.readiness.standing_words import holder_words
from nttp_readiness.presentation.readiness.understanding import Understanding
from nttp_readiness.presentation.words import words
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.figures.figure_table import FigureTable
from nttp_readiness.ui.widgets.figures.figure_words import FigureWords
from nttp_readiness.ui.widgets.figures.fluid_figure import FluidFigure
from nttp_readiness.ui.widgets.icon_label import IconLabel
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Caption, Prose
from nttp_readiness.ui.widgets.question_rows import QuestionRow
from nttp_readiness.ui.widgets.section import Container

_STONE = 118
"""Least width of a stone; where six would be narrower there are fewer in a course."""


class FoundationsSection(QWidget):
    """`question` asks for a question by its id."""

    question = Signal(str)

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._session = look, session
        self._holders = Container()
        self._name = IconLabel(look, "keystone", "", "guide_strong", icon_tone="heather")
        key = tr("thick edge: keeps us at this stage · dashed edge: find out")
        self._stones = FluidFigure(look, self._draw)
        self._stones.opened.connect(self.question)
        hint = tr("Point at a stone, or use the arrow keys. Enter opens its question.")
        said = FigureWords(look, self._stones, hint)
        self._table = FigureTable(look, (36, 28, 36))
        head = Flow(look, gap=10)
        head.addWidget(self._name)
        head.addWidget(Caption(look, key, "small"))
        column = Box(look, self)
        column.addWidget(self._holders)
        column.addLayout(head)
        column.gap(6)
        column.addWidget(self._stones)
        column.gap(6)
        column.addWidget(said)
        column.gap(4)
        column.addWidget(self._table.fold)
        column.addWidget(self._table)

    def refresh(self) -> None:
        standing = self._session.view.understanding
        clearing = clearing_words(self._session.view.card)
        shown = standing.holders, standing.holding_domains, clearing
        self._holders.show_made(shown, lambda: self._rows(standing))
        self._holders.setVisible(bool(standing.at is not None and any(shown[:2])))
        self.setVisible(bool(standing.stones))
        count = len(standing.stones)
        number = words.number_words(count)
        self._name.say(trn("The foundation", "The {n} foundations", count, n=number))
        self._stones.show_made(self._draw)
        self._table.show_drawing(self._draw(888))

    def _draw(self, width: float) -> Drawing:
        columns = next((n for n in (6, 4, 3, 2) if width >= n * (_STONE + 8) - 8), 1)
        return pictures.foundation_stones(self._session.view.understanding, width, columns)

    def _rows(self, standing: Understanding) -> QWidget:
        made = QWidget()
        column = Box(self._look, made)
        title = tr("What keeps us at this stage")
        column.addWidget(
            IconLabel(self._look, "keystone", title, "section", icon_tone="heather", wraps=True)
        )
        column.gap(8)
        column.addWidget(Rule(self._look))
        for each in standing.holders:
            said, mover = holder_words(each)
            row = QuestionRow(self._look, each.answer.choice, each.title, said, mover)
            row.opened.connect(lambda key=each.indicator: self.question.emit(key))
            column.addWidget(row)
            column.addWidget(Rule(self._look, dotted=True))
        clearing = clearing_words(self._session.view.card)
        if clearing:
            column.gap(10)
            column.addWidget(Prose(self._look, clearing, "body"))
        if standing.holding_domains:
            column.gap(10)
            said = tr("The next stage also needs these domains to move up: {names}.")
            names = "; ".join(standing.holding_domains)
            column.addWidget(Prose(self._look, said.format(names=names), "body"))
        column.gap(28)
        return made
