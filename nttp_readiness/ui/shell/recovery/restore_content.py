"""Earlier states of the open assessment: when each was kept, what it holds, and two ways back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens.earlier_versions import VersionWords
from nttp_readiness.ui.shell.recovery.earlier_version_row import add_state
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose


class RestoreContent(QWidget):
    """`copied` and `replaced` give the number of the state in the list."""

    copied = Signal(int)
    replaced = Signal(int)

    def __init__(self, look: Look, states: Sequence[VersionWords]) -> None:
        super().__init__()
        column = Box(look, self)
        column.addWidget(Prose(look, tr("Restore an earlier version"), "page"))
        column.gap(8)
        column.addWidget(
            Prose(
                look,
                tr(
                    "One is saved each time, before your first change: the latest ten are kept,"
                    " then one a day for two weeks, and one a month."
                )
                if states
                else tr(
                    "No earlier versions yet. One is saved each time, before your first change."
                ),
                "lead",
            )
        )
        column.gap(20)
        if states:
            column.addWidget(Rule(look, dotted=True))
        acts = (
            (tr("Open as a copy"), self.copied, tr("Open as a copy, {when}")),
            (tr("Put in place of this one"), self.replaced, tr("Put in place of this one, {when}")),
        )
        for number, state in enumerate(states):
            add_state(look, column, number, state, acts)
