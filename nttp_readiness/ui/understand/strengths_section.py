"""Strengths, before any gap: what is established already and worth sharing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.readiness.understanding import Strength
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.icon_label import IconLabel
from nttp_readiness.ui.widgets.level_chip import LevelChip
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.section import Container, Section

_TWO_COLUMNS = 640


class StrengthsSection(QWidget):
    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._session = look, session
        self._intro = Prose(look, "", "where")
        self._list = Container()
        column = Box(look, self)
        column.addWidget(IconLabel(look, "leaf", tr("Strengths"), "section", icon_tone="moss"))
        column.addWidget(self._intro)
        column.gap(8)
        column.addWidget(Rule(look, tone="moss", width=3))
        column.gap(14)
        column.addWidget(self._list)

    def refresh(self) -> None:
        strengths = self._session.view.understanding.strengths
        self._intro.say(
            tr("What is already in place and worth sharing.")
            if strengths
            else tr("Your strengths will appear here. None yet.")
        )
        self._list.show_made(strengths, lambda: _Columns(self._look, strengths))


class _Columns(Section):
    """Two columns that are read row by row, or one."""

    def __init__(self, look: Look, strengths: Sequence[Strength]) -> None:
        super().__init__(look)
        self._columns = 0
        self._items = [_item(look, each) for each in strengths]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._arrange(2)

    def fit(self, units: float) -> None:
        self._grid.setHorizontalSpacing(self.look.pad(28))
        self._grid.setVerticalSpacing(self.look.pad(16))
        self._arrange(2 if units >= _TWO_COLUMNS else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for n, item in enumerate(self._items):
            self._grid.addWidget(item, n // columns, n % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)


def _item(look: Look, strength: Strength) -> QWidget:
    made = QWidget()
    row = Box(look, made, across=True, spacing=14)
    row.addWidget(LevelChip(look, strength.level, 28), alignment=Qt.AlignmentFlag.AlignTop)
    said = Box(look)
    said.addWidget(Prose(look, strength.title, "body_strong"))
    said.addWidget(Prose(look, strength.words, "where"))
    said.addStretch(1)
    row.addLayout(said, 1)
    return made
