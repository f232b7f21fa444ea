"""An earlier state of an assessment: when it was kept, what it holds, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import SignalInstance

from nttp_readiness.presentation.screens.earlier_versions import VersionWords
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose

Act = tuple[str, SignalInstance, str]
"""The words of a button, what it emits with the state's number, and its name with `{when}`."""


def add_state(
    look: Look, column: Box, number: int, state: VersionWords, acts: Sequence[Act]
) -> None:
    """Add a row for one state to a column, with a rule below it."""
    column.gap(10)
    column.addWidget(Prose(look, state.when, "body_strong"))
    column.addWidget(Prose(look, state.holds, "small"))
    column.gap(6)
    row = Flow(look, gap=10)
    for words, signal, name in acts:
        button = Button(look, words, small=True)
        button.setAccessibleName(name.format(when=state.when))
        button.clicked.connect(lambda _=False, tell=signal: tell.emit(number))
        row.addWidget(button)
    column.addLayout(row)
    column.gap(10)
    column.addWidget(Rule(look, dotted=True))
