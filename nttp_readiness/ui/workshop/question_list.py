"""Every question of the round, how far it is, and what closes it or opens it again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group import collecting
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose


class QuestionList(QWidget):
    """`close` is given a question and its button, so that it can ask first."""

    def __init__(
        self, look: Look, close: Callable[[str, Button], None], reopen: Callable[[str], bool]
    ) -> None:
        super().__init__()
        self._look, self._close, self._reopen = look, close, reopen
        self._column = Box(look, self)
        self._rows: dict[str, tuple[Prose, Button, Button]] = {}

    def show_lines(self, lines: tuple[collecting.QuestionLine, ...]) -> None:
        for line in lines:
            state, close, reopen = self._rows.get(line.id) or self._made(line)
            state.say(line.state)
            close.setVisible(not line.closed)
            close.setEnabled(line.answers > 0)
            reopen.setVisible(line.reopens)

    def _made(self, line: collecting.QuestionLine) -> tuple[Prose, Button, Button]:
        look = self._look
        row = Box(look, across=True, margins=(0, 7, 0, 7), spacing=14)
        state = Prose(look, "", "where")
        close = Button(look, tr("Close"), "second", small=True)
        close.setAccessibleName(tr("Close, {title}").format(title=line.title))
        close.clicked.connect(lambda: self._close(line.id, close))
        reopen = Button(look, tr("Open again"), "second", small=True)
        reopen.setAccessibleName(tr("Open again, {title}").format(title=line.title))
        reopen.clicked.connect(lambda: self._reopen(line.id))
        row.addWidget(Prose(look, line.title, "body"), 5)
        row.addWidget(state, 4)
        row.addWidget(close)
        row.addWidget(reopen)
        self._column.addLayout(row)
        self._column.addWidget(Rule(look, dotted=True))
        self._rows[line.id] = state, close, reopen
        return state, close, reopen
