"""What was dropped from the plan, with the reason and the way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.planning import DroppedRow
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose


class DroppedSection(QWidget):
    """`brought_back` gives the id. Hidden while nothing is dropped."""

    brought_back = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: tuple[DroppedRow, ...] = ()
        self._shown: list[QWidget] = []
        self._list = Box(look)
        column = Box(look, self)
        column.addWidget(Prose(look, tr("Dropped"), "section"))
        column.gap(4)
        column.addWidget(
            Prose(
                look, tr("Nothing is lost. You can bring each one back with all its text."), "where"
            )
        )
        column.gap(8)
        column.addLayout(self._list)

    def show_dropped(self, rows: Sequence[DroppedRow]) -> None:
        self.setVisible(bool(rows))
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        for old in self._shown:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = [self._row(each) for each in rows]
        for new in self._shown:
            self._list.addWidget(new)

    def _row(self, row: DroppedRow) -> QWidget:
        whole = QWidget()
        column = Box(self._look, whole)
        line = Box(self._look, across=True, margins=(0, 10, 0, 10), spacing=16)
        said = Box(self._look, spacing=2)
        said.addWidget(Prose(self._look, row.title, "table_strong"))
        said.addWidget(Prose(self._look, row.reason, "table", tone="quiet"))
        back = Button(self._look, tr("Bring back"), small=True)
        back.setAccessibleName(tr("Bring back, {title}").format(title=row.title))
        back.clicked.connect(lambda: self.brought_back.emit(row.id))
        line.addLayout(said, 1)
        line.addWidget(back)
        column.addWidget(Rule(self._look, dotted=True))
        column.addLayout(line)
        return whole
