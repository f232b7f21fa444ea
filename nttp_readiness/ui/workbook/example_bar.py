"""The strip above the pages of an example that is walked through, step by step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nttp_readiness.address import Address
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens.example_walk import WalkStep, step_words
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.prose import Prose


class ExampleBar(QWidget):
    """`wanted` asks for the page of a step, `own` for an assessment of one's own."""

    wanted = Signal(Address)
    own = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._steps: tuple[WalkStep, ...] = ()
        self._place = 0
        self._title = Prose(look, "", "guide_heading")
        self._words = Prose(look, "", "guide")
        self.before = Button(look, tr("Step back"), "second", "left", small=True)
        self.after = Button(look, tr("Next step"), "second", "right", small=True)
        self.begin = Button(look, tr("Start an assessment"), "second", small=True)
        self.leave = Button(look, tr("Look round by myself"), "link")
        row = Flow(look, gap=12)
        for button in (self.before, self.after, self.begin, self.leave):
            row.addWidget(button)
        column = Box(look, self, margins=(24, 10, 24, 10), spacing=4)
        column.addWidget(self._title)
        column.addLayout(row)  # above the words: in a low window they come into view with it
        column.addWidget(self._words)
        self.before.clicked.connect(lambda: self._go(-1))
        self.after.clicked.connect(lambda: self._go(1))
        self.begin.clicked.connect(self.own)
        self.leave.clicked.connect(self.end)
        look.changed.connect(self.update)
        self.hide()

    def begin_walk(self, steps: tuple[WalkStep, ...]) -> None:
        """Show the first step."""
        self._steps, self._place = steps, 0
        self._show()

    def end(self) -> None:
        """Go away; the page that is shown stays."""
        self._steps = ()
        self.hide()

    @property
    def walking(self) -> bool:
        return bool(self._steps)

    def _go(self, way: int) -> None:
        self._place = max(0, min(self._place + way, len(self._steps) - 1))
        self._show()

    def _show(self) -> None:
        step = self._steps[self._place]
        last = self._place == len(self._steps) - 1
        title = step_words(self._steps, self._place)
        self._title.say(title)
        self._words.say(step.words)
        self.before.setVisible(self._place > 0)
        self.after.setVisible(not last)
        self.begin.setVisible(last)
        self.show()
        self.wanted.emit(step.address)
        (self.begin if last else self.after).setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{title}. {step.words}")

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        QPainter(self).fillRect(self.rect(), self._look.colour("loch_pale"))
