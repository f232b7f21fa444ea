"""A file that does not open as it was saved: its earlier states beside what is left in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens.earlier_versions import VersionWords
from nttp_readiness.ui.shell.recovery.earlier_version_row import Act, add_state
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose


class DamagedContent(QWidget):
    """`copied` and `replaced` give the number of the state; `left_wanted` asks for what is left.

    `problem` says what is wrong with the file, `left` what it still holds, None where that cannot
    be told; a file that is not `readable` is gone or away.
    """

    copied = Signal(int)
    replaced = Signal(int)
    left_wanted = Signal()

    def __init__(
        self,
        look: Look,
        name: str,
        problem: str,
        states: Sequence[VersionWords],
        left: VersionWords | None,
        *,
        readable: bool,
    ) -> None:
        super().__init__()
        self._look, self._readable = look, readable
        column = Box(look, self)
        heading = tr("“{file}” is damaged") if readable else tr("“{file}” cannot be reached")
        self.heading = heading.format(file=name)
        column.addWidget(Prose(look, self.heading, "page", selectable=True))
        column.gap(8)
        column.addWidget(Prose(look, problem, "lead"))
        column.gap(20)
        if states:
            column.addWidget(Prose(look, tr("Earlier versions of it on this computer"), "section"))
            column.gap(4)
            words = (
                tr(
                    "Each was checked just now and can be opened. If you put one in place, the"
                    " damaged file is kept too, with the earlier versions."
                )
                if readable
                else tr(
                    "Each was checked just now and can be opened. The copy goes into your"
                    " Documents folder."
                )
            )
            column.addWidget(Prose(look, words))
            column.gap(12)
            column.addWidget(Rule(look, dotted=True))
        for number, state in enumerate(states):
            add_state(look, column, number, state, self._acts())
        if left is not None:
            column.gap(20)
            self._add_left(column, left)

    def _acts(self) -> tuple[Act, ...]:
        as_copy = (tr("Open as a copy"), self.copied, tr("Open as a copy, {when}"))
        if not self._readable:
            return (as_copy,)
        in_place = (
            tr("Put in place of the damaged file"),
            self.replaced,
            tr("Put in place of the damaged file, {when}"),
        )
        return in_place, as_copy

    def _add_left(self, column: Box, left: VersionWords) -> None:
        look = self._look
        column.addWidget(Prose(look, tr("What can still be read in the file"), "section"))
        column.gap(4)
        words = tr(
            "Part of this file was changed, and we cannot tell which part. It opens as a copy to"
            " read and to compare; the damaged file stays as it is."
        )
        column.addWidget(Prose(look, words))
        column.gap(8)
        column.addWidget(Prose(look, left.holds, "small"))
        column.gap(6)
        row = Flow(look, gap=10)
        button = Button(look, tr("Open what can be read as a copy"), small=True)
        button.clicked.connect(self.left_wanted)
        row.addWidget(button)
        column.addLayout(row)
