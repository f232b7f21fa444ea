"""One of several, each a row with its name and a word beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from nttp_readiness.ui.theme.borders import CARD, draw_box
from nttp_readiness.ui.theme.controls import draw_radio
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.theme.text_block import TextBlock, text_block, text_width
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.fields import radio_keys
from nttp_readiness.ui.widgets.fields.radio_group import RadioGroup
from nttp_readiness.values import dataclass

ROW_INSET = 14
"""How far the mark of a row stands from the row's left edge, in units of the design."""


@dataclass(frozen=True, slots=True)
class RowChoice:
    value: object
    name: str
    beside: str = ""
    use: str = ""
    """What it is good for: said to assistive technology, shown by the page for what is chosen."""


class RadioRows(RadioGroup):
    """Rows without edges, but for the chosen one. Name the group, as a field does."""

    def __init__(
        self, look: Look, choices: Sequence[RowChoice], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = Box(look, self)
        self._rows = tuple(_RadioRow(look, choice) for choice in choices)
        for row, choice in zip(self._rows, choices, strict=True):
            self._add(row, choice.value)
            column.addWidget(row)
        self.show_choice(None)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the rows that are there, from the top."""
        return tuple(row.accessibleName() for row in self._rows if not row.isHidden())

    def set_order(self, choices: Sequence[RowChoice]) -> None:
        """Rows in another order or with other words, as many as at first or fewer.

        What was chosen stays chosen, where it is still there.
        """
        value = self.value
        had_focus = any(row.hasFocus() for row in self._rows)
        for row, choice in zip(self._rows, choices, strict=False):
            row.say(choice)
            self._values[row] = choice.value
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(choices))
            if place >= len(choices):
                self._values[row] = None
        self.show_choice(value)
        if had_focus:
            self.focus_choice()


class _RadioRow(QRadioButton):
    def __init__(self, look: Look, choice: RowChoice) -> None:
        super().__init__()
        self._look, self._choice = look, choice
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.measured.connect(self.updateGeometry)
        self.say(choice)

    def say(self, choice: RowChoice) -> None:
        self._choice = choice
        self.setText(choice.name.replace("&", "&&"))
        self.setAccessibleName(choice.name)
        self.setAccessibleDescription(". ".join(filter(None, (choice.beside, choice.use))))
        self.updateGeometry()
        self.update()

    def hitButton(self, pos: QPoint, /) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if not radio_keys.walk(self, event):
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        name, beside, level = self._blocks(width)
        return name.height + (0 if level else beside.height) + self._look.pad(13)

    def sizeHint(self) -> QSize:
        words = math.ceil(text_width(self._look, self._choice.name, "card_strong"))
        width = self._indent() + max(words, self._look.px(260)) + self._look.pad(12)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(21) + self._look.pad(13))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, look, on = QPainter(self), self._look, self.isChecked()
        if on or self.underMouse():
            draw_box(
                painter,
                self.rect(),
                CARD,
                fill=look.colour("loch_pale"),
                edge=look.colour("loch") if on else None,
                width=3,
            )
        name, beside, level = self._blocks(self.width())
        top, x = look.pad(6), self._indent()
        side = look.px(20)
        radio = QRect(look.pad(ROW_INSET), top + (name.line - side) // 2, side, side)
        draw_radio(painter, look, radio, on=on, enabled=True)
        name.draw(painter, x, top, look.colour("ink"))
        if level:
            x += math.ceil(name.width) + look.pad(6)
            top += (name.line - beside.line) // 2
        else:
            top += name.height
        beside.draw(painter, x, top, look.colour("quiet"))

    def _indent(self) -> int:
        return self._look.pad(ROW_INSET + 11) + self._look.px(20)

    def _blocks(self, width: int) -> tuple[TextBlock, TextBlock, bool]:
        """Name, the word beside it, and whether the two stand on one line."""
        room = width - self._indent() - self._look.pad(8)
        name = text_block(self._look, self._choice.name, "card_strong", room)
        beside = text_block(self._look, self._choice.beside, "guide", room)
        one_line = name.height == name.line and beside.height == beside.line
        return name, beside, one_line and name.width + self._look.pad(6) + beside.width <= room
