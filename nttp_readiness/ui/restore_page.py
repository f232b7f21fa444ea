"""Earlier states of the open assessment: when each was kept, what it holds, and two ways back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.earlier_states import StateWords
from nttp_readiness.ui.look import Look
from nttp_readiness.ui.parts.box import Box, Flow
from nttp_readiness.ui.parts.buttons import Button
from nttp_readiness.ui.parts.panel import Rule
from nttp_readiness.ui.parts.prose import Prose


class RestoreWords(QWidget):
    """`copied` and `replaced` give the number of the state in the list."""

    copied = Signal(int)
    replaced = Signal(int)

    def __init__(self, look: Look, states: Sequence[StateWords]) -> None:
        super().__init__()
        self._look = look
        column = Box(look, self)
        column.addWidget(Prose(look, tr("Restore an earlier version"), "page"))
        column.gap(8)
        column.addWidget(
            Prose(
                look,
                tr(
                    "One is kept before the first change of each sitting: the latest ten, one a day"
                    " for two weeks, and one a month."
                )
                if states
                else tr(
                    "There is none yet. One is kept before the first change of each sitting, so"
                    " the next time you work on this assessment there will be one."
                ),
                "lead",
            )
        )
        column.gap(20)
        if states:
            column.addWidget(Rule(look, dotted=True))
        for number, state in enumerate(states):
            self._add(column, number, state)

    def _add(self, column: Box, number: int, state: StateWords) -> None:
        look = self._look
        column.gap(10)
        column.addWidget(Prose(look, state.when, "body_strong"))
        column.addWidget(Prose(look, state.holds, "small"))
        column.gap(6)
        row = Flow(look, gap=10)
        for words, signal, name in (
            (tr("Open as a copy"), self.copied, tr("Open as a copy, {when}")),
            (tr("Put in place of this one"), self.replaced, tr("Put in place of this one, {when}")),
        ):
            button = Button(look, words, small=True)
            button.setAccessibleName(name.format(when=state.when))
            button.clicked.connect(lambda _=False, tell=signal: tell.emit(number))
            row.addWidget(button)
        column.addLayout(row)
        column.gap(10)
        column.addWidget(Rule(look, dotted=True))
