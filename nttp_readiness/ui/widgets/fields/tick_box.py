"""A tick box whose words wrap."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from nttp_readiness.ui.theme.accessibility import ToggleFace, register
from nttp_readiness.ui.theme.controls import draw_tick_box
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.theme.text_block import text_block, text_width
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.fields.radio_group import BareGroup


class TickBox(QCheckBox):
    """`clicked` is emitted for the user only, `setChecked` sets it by program."""

    def __init__(self, look: Look, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._words = look, words
        self._heights: dict[tuple[object, ...], int] = {}
        """By width: asked for some ten times in one layout."""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.say(words)
        look.measured.connect(self.updateGeometry)

    def say(self, words: str) -> None:
        self._words = words
        self._heights.clear()
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.updateGeometry()

    def hitButton(self, pos: QPoint, /) -> bool:
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        key = width, self._look.scale, self._look.lettering
        height = self._heights.get(key)
        if height is None:
            block = text_block(self._look, self._words, "card", width - self._indent())
            height = self._heights[key] = block.height + self._look.pad(11)
        return height

    def sizeHint(self) -> QSize:
        width = math.ceil(text_width(self._look, self._words, "card")) + 1 + self._indent()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        least = self._look.px(21) + self._look.pad(11)
        return QSize(min(self.sizeHint().width(), self._look.px(120)), least)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, look = QPainter(self), self._look
        block = text_block(look, self._words, "card", self.width() - self._indent())
        top = (self.height() - block.height) // 2
        box = QRect(0, top + (block.line - look.px(20)) // 2, look.px(20), look.px(20))
        draw_tick_box(painter, look, box, on=self.isChecked(), enabled=self.isEnabled())
        colour = look.colour("ink" if self.isEnabled() else "quiet")
        block.draw(painter, self._indent(), top, colour)

    def _indent(self) -> int:
        return self._look.px(20) + self._look.pad(11)


class TickGroup(BareGroup):
    """Tick boxes that belong together, under the words that stand above them."""

    def __init__(
        self, look: Look, name: str, boxes: Sequence[QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._column = Box(look, self, spacing=6)
        for box in boxes:
            self.add(box)

    def add(self, box: QWidget) -> None:
        """One more, below the others."""
        self._column.addWidget(box)


register(TickBox, ToggleFace)
