"""A sheet over the question on the wall: a heading, and lines that can be read from the back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nttp_readiness.presentation.group.wall_sheets import WallSheet
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose


class SheetView(QWidget):
    """Shows one sheet after another in the same place."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        column = Box(look, self)
        self._heading = Prose(look, "", "room_question")
        self._note = Prose(look, "", "room_top")
        column.gap(24)
        column.addWidget(self._heading)
        column.gap(6)
        column.addWidget(self._note)
        column.gap(12)
        column.addWidget(Rule(look, dotted=True))
        column.gap(12)
        self._lines = Box(look, spacing=10)
        column.addLayout(self._lines)
        column.addStretch(1)
        self._shown: list[Prose] = []

    def show_sheet(self, sheet: WallSheet) -> None:
        self._heading.say(sheet.heading)
        self._note.say(sheet.note)
        self._note.setVisible(bool(sheet.note))
        while len(self._shown) < len(sheet.lines):
            line = Prose(self._look, "", "room")
            self._lines.addWidget(line)
            self._shown.append(line)
        for number, line in enumerate(self._shown):
            line.setVisible(number < len(sheet.lines))
            line.say(sheet.lines[number] if number < len(sheet.lines) else "")
