"""One of a few short words in a row: Now, Next, Later."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from nttp_readiness.ui.theme.borders import CARD, draw_box, middle
from nttp_readiness.ui.theme.look import Look, TextKind
from nttp_readiness.ui.theme.painting import draw_icon
from nttp_readiness.ui.theme.text_block import text_width
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.fields import radio_keys
from nttp_readiness.ui.widgets.fields.radio_group import RadioGroup


class Segments(RadioGroup):
    """Choices are pairs of value and word. Name the group, as a field does."""

    def __init__(
        self, look: Look, choices: Sequence[tuple[object, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = Box(look, self, across=True)
        for n, (value, word) in enumerate(choices):
            segment = _Segment(look, word, first=n == 0, last=n == len(choices) - 1)
            self._add(segment, value)
            row.addWidget(segment)
        self.show_choice(None)

    def show_words(self, choices: Sequence[tuple[object, str]]) -> None:
        """Other words on the same values."""
        said = dict(choices)
        for segment, value in self._values.items():
            if isinstance(segment, _Segment):
                segment.say(said[value])


class _Segment(QRadioButton):
    def __init__(self, look: Look, word: str, *, first: bool, last: bool) -> None:
        super().__init__()
        self._look, self._word, self._first, self._last = look, "", first, last
        self.say(word)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.measured.connect(self.updateGeometry)

    def say(self, word: str) -> None:
        if word == self._word:
            return
        self._word = word
        self.setText(word.replace("&", "&&"))
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        # Room for bold letters and the tick, so that choosing moves nothing.
        word = math.ceil(text_width(self._look, self._word, "guide_strong"))
        width = word + self._look.px(16) + self._look.pad(6 + 2 * 14)
        return QSize(width, self._look.px(21) + self._look.pad(15))

    def minimumSizeHint(self) -> QSize:
        """Where there is little room, with less of it beside the word."""
        whole = self.sizeHint()
        return QSize(whole.width() - self._look.pad(2 * 10), whole.height())

    def hitButton(self, pos: QPoint, /) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if not radio_keys.walk(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, look, on = QPainter(self), self._look, self.isChecked()
        self._draw_shape(painter)
        enabled = self.isEnabled()
        kind: TextKind = "guide_strong" if on else "guide"
        colour = look.colour("quiet" if not enabled else "loch" if on else "ink")
        tick, gap = (look.px(16), look.pad(6)) if on else (0, 0)
        word = math.ceil(text_width(look, self._word, kind))
        x = (self.width() - tick - gap - word) // 2
        if on:
            box = middle(QRect(x, 0, tick, self.height()), look.px(15))
            draw_icon(painter, "tick", box, colour, 2.2)
        painter.setFont(look.font(kind))
        painter.setPen(colour)
        room = QRect(x + tick + gap, 0, word + 1, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._word)

    def _draw_shape(self, painter: QPainter) -> None:
        """A box with round corners at the ends of the row only, and one line between two."""
        look, on, enabled = self._look, self.isChecked(), self.isEnabled()
        pale = enabled and (on or self.underMouse())
        fill = look.colour("loch_pale" if pale else "surface" if enabled else "margin")
        edge = look.colour("loch" if on and enabled else "edge")
        width = 2 if on and enabled else 1
        outside = self.rect().adjusted(
            0 if self._first else -CARD - 1, 0, 0 if self._last else CARD + 1, 0
        )
        draw_box(painter, outside, CARD, fill=fill, edge=edge, width=width, dashed=not enabled)
        if not self._first and on:
            painter.fillRect(0, 0, width, self.height(), edge)
        if not self._last:
            painter.fillRect(self.width() - width, 0, width, self.height(), edge)
