"""Every sum behind a figure, folded: the same tree that command line and spreadsheet give."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.working_steps import FigureSteps
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.data_table import DataTable, TableColumn
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.section import Container

Make = Callable[[], Sequence[FigureSteps]]


class WorkingSteps(Container):
    """The body of `fold`, worked out only while it is open. `said` is read out as its name."""

    def __init__(
        self, look: Look, name: str, said: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._make: Make | None = None
        self.fold = Fold(look, name, "", self, link=True)
        self.fold.setAccessibleName(said or name)
        self.fold.toggled.connect(self._build)

    def show_steps(self, make: Make | None) -> None:
        """Show what `make` gives; with None there is nothing to open."""
        self._make = make
        self.fold.setVisible(make is not None)
        self.setVisible(make is not None and self.fold.isChecked())
        self._build()

    def _build(self) -> None:
        if self._make is not None and self.fold.isChecked():
            figures = tuple(self._make())
            self.show_made(figures, lambda: self._tables(figures))

    def _tables(self, figures: Sequence[FigureSteps]) -> QWidget:
        made, look = QWidget(), self._look
        column = Box(look, made)
        columns = (
            TableColumn(tr("Step"), 40),
            TableColumn(tr("Sum or answer"), 44),
            TableColumn(tr("Result"), 16),
        )
        for each in figures:
            column.gap(10)
            column.addWidget(Prose(look, each.title, "guide_strong"))
            column.addWidget(Prose(look, each.rule, "guide"))
            rows = [(row.step, row.sum, row.result) for row in each.rows]
            column.addWidget(DataTable(look, each.title, columns, rows))
            column.gap(4)
            column.addWidget(Prose(look, each.rounding, "small"))
        return made
