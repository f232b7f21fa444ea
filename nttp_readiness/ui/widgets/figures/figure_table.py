"""The table that says what a figure shows, behind "Show as table"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from nttp_readiness.figures.shapes import Drawing
from nttp_readiness.i18n import tr
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.data_table import DataTable, TableColumn
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.section import Container


class FigureTable(Container):
    """The body of `fold`. `shares` are the widths of the columns, relative to each other."""

    def __init__(self, look: Look, shares: Sequence[float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._shares = look, tuple(shares)
        self.fold = Fold(look, tr("Show as table"), "", self, link=True)

    def show_drawing(self, drawing: Drawing) -> None:
        """Show the table of that figure."""
        self.fold.setAccessibleName(tr("Show as table, {name}").format(name=drawing.name))
        self.show_made((drawing.name, drawing.table), lambda: self._table(drawing))

    def _table(self, drawing: Drawing) -> DataTable:
        head, *rows = drawing.table
        columns = [TableColumn(*each) for each in zip(head, self._shares, strict=True)]
        return DataTable(self._look, drawing.name, columns, rows)
