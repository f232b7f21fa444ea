"""What two rounds say side by side: dumbbells, their table, and what stands behind them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.domain.rounds.rounds import Comparison
from nttp_readiness.figures import dumbbells
from nttp_readiness.figures.icons import OptionalGlyph
from nttp_readiness.figures.palette import Tone
from nttp_readiness.figures.shapes import Drawing
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.readiness import pictures
from nttp_readiness.presentation.rounds.comparison import ComparisonWords, both_ways_words
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.data_table import Cell, DataTable, TableColumn
from nttp_readiness.ui.widgets.figures.figure_words import FigureWords
from nttp_readiness.ui.widgets.figures.fluid_figure import FluidFigure
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.icon_label import IconLabel
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.section import Container, Section

_WIDEST = 888


class ComparisonSection(Section):
    """`domain` asks for a domain's row on Understand by its code."""

    domain = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._key = FluidFigure(look, _nothing, _WIDEST)
        self._chart = FluidFigure(look, _nothing, _WIDEST)
        hint = tr("Point at a row, or use the arrow keys. Enter goes to its domain.")
        self._said = FigureWords(look, self._chart, hint)
        self._chart.opened.connect(self.domain)
        self._table = Container()
        self._fold = Fold(look, tr("Show as table"), "", self._table, link=True)
        self._fold.setAccessibleName(tr("Show as table, What moved between the two rounds"))
        self._rest = Container()
        column = Box(look, self)
        column.addWidget(self._key)
        column.gap(10)
        column.addWidget(self._chart)
        column.gap(6)
        column.addWidget(self._said)
        column.gap(4)
        column.addWidget(self._fold)
        column.addWidget(self._table)
        column.gap(30)
        column.addWidget(self._rest)

    def show_comparison(self, compared: Comparison, said: ComparisonWords) -> None:
        names = [each.name for each in compared.bank.levels]

        def chart(width: float) -> Drawing:
            found = pictures.two_rounds(said, names, dumbbells.SCREEN, width)
            return found if found is not None else _nothing(width)

        drawn = bool(chart(_WIDEST).spots)
        if drawn:
            self._chart.show_made(chart)
            self._key.show_made(
                lambda width: pictures.two_rounds_key(said, dumbbells.SCREEN, width)
            )
        for part in (self._chart, self._key, self._said):
            part.setVisible(drawn)
        self._table.show_made(said.rows, lambda: self._rows(said))
        shown = (
            said.done, said.foundations, said.reach, said.came_back, said.unmoved, said.notes,
        )  # fmt: skip
        self._rest.show_made(shown, lambda: _Rest(self.look, compared, said))

    def _rows(self, said: ComparisonWords) -> DataTable:
        columns = (
            TableColumn(tr("Domain"), 30),
            TableColumn(tr("Was and now"), 20),
            TableColumn(tr("Change"), 16),
            TableColumn(tr("How it moved"), 34),
        )
        rows = [
            (Cell(each.name, bold=True), each.was_now, each.change, each.detail)
            for each in said.rows
        ]
        return DataTable(self.look, tr("What moved between the two rounds"), columns, rows)


class _Rest(QWidget):
    """Done in between, foundations that moved, what did not, and how to read it."""

    def __init__(self, look: Look, compared: Comparison, said: ComparisonWords) -> None:
        super().__init__()
        self._look = look
        self._column = Box(look, self)
        self._heading("tick", tr("Done in between"), "moss")
        self._lines(said.done or (tr("No action was marked as done yet."),), dash=bool(said.done))
        self._heading("keystone", tr("Foundations that moved"), "heather")
        if said.foundations:
            self._column.addWidget(self._foundations(compared, said))
        else:
            self._lines((tr("No foundation has changed."),))
        if said.reach:
            self._heading("bars", tr("How many it reaches"), "loch")
            self._lines(said.reach, dash=True)
        if said.came_back:
            self._heading("reflect", tr("What we meant to come back to"), "loch")
            self._lines(said.came_back, dash=True)
        self._heading("bars", tr("What did not move"), "quiet")
        self._lines(said.unmoved)
        self._heading("book", tr("How to read this"), "ink")
        self._lines((*said.notes, f"{compared.bank.disclaimer}. {both_ways_words()}"))

    def _heading(self, glyph: OptionalGlyph, words: str, tone: Tone) -> None:
        if self._column.count():
            self._column.gap(30)
        self._column.addWidget(IconLabel(self._look, glyph, words, "section", icon_tone=tone))
        self._column.gap(8)
        self._column.addWidget(Rule(self._look))
        self._column.gap(10)

    def _lines(self, lines: Sequence[str], *, dash: bool = False) -> None:
        for each in lines:
            self._column.addWidget(Prose(self._look, each, "body", dash=dash))
            self._column.gap(5)

    def _foundations(self, compared: Comparison, said: ComparisonWords) -> DataTable:
        columns = (
            TableColumn(tr("Foundation"), 52),
            TableColumn(tr("Was"), 24),
            TableColumn(tr("Now"), 24),
        )
        rows = [
            (
                Cell(row.title, bold=True),
                Cell(row.was, chip="open" if each.before is None else each.before),
                Cell(row.now, chip="open" if each.after is None else each.after),
            )
            for each, row in zip(compared.foundations, said.foundations, strict=True)
        ]
        return DataTable(self._look, tr("Foundations that moved"), columns, rows)


def _nothing(width: float) -> Drawing:
    return Drawing(width, 1, (), "", "")
