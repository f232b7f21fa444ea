"""A notice within the page: a safety stop, or trouble with what is safe and one way on."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from nttp_readiness.figures.palette import Tone
from nttp_readiness.presentation.words.blocks import Run
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.borders import CARD
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.icon_label import IconLabel
from nttp_readiness.ui.widgets.prose import Prose


class Notice(QFrame):
    """`stop` is a safety stop in heather; `trouble` says what happened and what is safe.

    `pressed` is emitted when the user takes the button that it may have, `other_pressed` for a
    second one beside it, `last_pressed` for a third.
    """

    pressed = Signal()
    other_pressed = Signal()
    last_pressed = Signal()

    def __init__(
        self,
        look: Look,
        kind: Literal["stop", "trouble"],
        text: str = "",
        button: str = "",
        *,
        heading: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._stop = look, kind == "stop"
        self._tone: Tone = "heather" if self._stop else "bracken"
        self._row = Box(look, self, across=True, margins=(22, 11, 16, 12), spacing=16)
        words = Box(look)
        self._heading = Prose(look, "", "guide_strong", tone=self._tone)
        self._text = Prose(look, "", "guide", strong_tone=self._tone)
        if self._stop:
            head = Box(look, across=True, spacing=2)
            sign = IconLabel(look, "keystone", "", "guide_strong", icon_tone=self._tone)
            head.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
            head.addWidget(self._heading, 1)
            words.addLayout(head)
        else:
            self._heading.hide()
        words.addWidget(self._text)
        words.addStretch(1)
        self._button_text = ""
        self._button = Button(look, "", small=True)
        self._button.clicked.connect(self.pressed)
        self._other = Button(look, "", small=True)
        self._other.clicked.connect(self.other_pressed)
        self._other.hide()
        self._last = Button(look, "", small=True)
        self._last.clicked.connect(self.last_pressed)
        self._last.hide()
        buttons = Box(look, spacing=8)
        buttons.addWidget(self._button)
        buttons.addWidget(self._other)
        buttons.addWidget(self._last)
        self._row.addLayout(words, 1)
        self._row.addLayout(buttons)
        self._above_a_page = False  # until it is said anew in its place
        self._show(text, button, heading)
        look.changed.connect(self._fit)

    def name_button(self, name: str) -> None:
        """What its button is called where several notices have the same word on it."""
        self._button.setAccessibleName(name)

    def say(
        self,
        text: str,
        button: str = "",
        *,
        other: str = "",
        last: str = "",
        heading: str = "",
        aloud: bool = True,
    ) -> None:
        """Another notice in the same place. It is announced without taking the focus; not where it
        takes it, as a reader says the name of what is entered.
        """
        self._show(text, button, heading)
        for more, words in ((self._other, other), (self._last, last)):
            more.say(words)
            more.setVisible(bool(words))
        self._above_a_page = True
        self._hold_whole()
        if aloud:
            announce(self, f"{heading} {text}".strip())

    def focus_button(self) -> None:
        """Put the focus on the button of a notice that was asked for."""
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)

    def button_words(self) -> str:
        """The words of the button; empty where there is none."""
        return self._button_text

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, edge = QPainter(self), self._look.colour(self._tone)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CARD, CARD)
        painter.fillPath(shape, self._look.colour("heather_pale" if self._stop else "bracken_pale"))
        band = QPainterPath()
        band.addRect(QRectF(0, 0, 6, self.height()))
        painter.fillPath(shape.intersected(band), edge)
        painter.strokePath(shape, QPen(edge, 1))

    def _show(self, text: str, button: str, heading: str) -> None:
        self._heading.say(heading)
        lead = (Run(heading, bold=True), Run(" ")) if heading and not self._stop else ()
        self._text.say((*lead, Run(text)))
        self._button_text = button
        self._button.say(button)
        self._button.setVisible(bool(button))
        self.setAccessibleName(heading or text)

    def _fit(self) -> None:
        """The button stands beside the words, or below them where there is little room."""
        low = self.width() < self._look.px(440)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if low else ways.LeftToRight)
        self._hold_whole()

    def _hold_whole(self) -> None:
        """As high as its words are in this width: above a page it would be made lower than that
        where the window is low, and lose its last lines. Within a page there is room, and what
        it held in a first, narrow width would push the heading out of view.
        """
        if not self._above_a_page:
            return
        high = max(0, self._row.totalHeightForWidth(self.width()))
        if high != self.minimumHeight():
            self.setMinimumHeight(high)
