"""An example that is walked through: each step's words above its page, its buttons at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nttp_readiness.address import Address
from nttp_readiness.i18n import tr
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from nttp_readiness.presentation.screens.example_walk import WalkStep


class ExampleBar(QWidget):
    """The words of a step. Its `buttons` stand at the foot in place of the page's own, as two ways
    on would lead apart.

    `wanted` asks for the page of a step, `own` for an assessment of one's own, `turned` tells that
    the buttons are others, or none.
    """

    wanted = Signal(Address)
    own = Signal()
    turned = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._steps: tuple[WalkStep, ...] = ()
        self._place = 0
        self._title = Prose(look, "", "guide_heading")
        self._words = Prose(look, "", "guide")
        self.before = Button(look, tr("Step back"), "second", "left", parent=self)
        self.after = Button(look, tr("Next step"), "main", "right", parent=self)
        self.begin = Button(look, tr("Start an assessment"), "main", parent=self)
        self.leave = Button(look, tr("Stop here and look around"), "link", parent=self)
        for button in (self.before, self.after, self.begin, self.leave):
            button.hide()  # they have no place here
        column = Box(look, self, margins=(24, 8, 24, 8), spacing=2)
        column.addWidget(self._title)
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
        self.turned.emit()

    @property
    def chief(self) -> Button:
        """The button that leads on."""
        return self.begin if self._place == len(self._steps) - 1 else self.after

    @property
    def buttons(self) -> tuple[Button, ...]:
        """Those of this step, in their order; none while nothing is walked through."""
        if not self._steps:
            return ()
        before = (self.before,) if self._place else ()
        return (*before, self.chief, self.leave)

    def _go(self, way: int) -> None:
        self._place = max(0, min(self._place + way, len(self._steps) - 1))
        self._show()

    def _show(self) -> None:
        from nttp_readiness.presentation.screens.example_walk import step_words  # noqa: PLC0415 - few walk

        step = self._steps[self._place]
        title = step_words(self._steps, self._place)
        self._title.say(title)
        self._words.say(step.words)
        self.show()
        self.turned.emit()
        self.wanted.emit(step.address)
        self.chief.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{title}. {step.words}")

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        QPainter(self).fillRect(self.rect(), self._look.colour("loch_pale"))
