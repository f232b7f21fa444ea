"""One of a few that want a word of explanation, each in a box of its own."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QRadioButton, QSizePolicy, QWidget

from nttp_readiness.ui.theme.borders import CARD, draw_box
from nttp_readiness.ui.theme.controls import draw_radio
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.theme.text_block import TextBlock, text_block, text_width
from nttp_readiness.ui.widgets.fields import radio_keys
from nttp_readiness.ui.widgets.fields.radio_group import RadioGroup
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class RadioChoice:
    value: object
    name: str
    note: str = ""


class RadioBoxes(RadioGroup):
    """In one row where all fit, else in half as many columns, else one below another."""

    def __init__(
        self, look: Look, choices: Sequence[RadioChoice], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._columns = look, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._boxes: tuple[_RadioBox, ...] = ()
        self.set_choices(choices)
        look.measured.connect(self._refresh)
        self._refresh()

    def set_choices(self, choices: Sequence[RadioChoice]) -> None:
        """Offer these; boxes stay as they are, with their focus, where they are the same. The one
        that was shown as chosen stays so if it is still among them.
        """
        if [box.choice for box in self._boxes] == list(choices):
            return
        for box in self._boxes:
            self._drop(box)
        self._boxes = tuple(_RadioBox(self._look, choice) for choice in choices)
        for box, choice in zip(self._boxes, choices, strict=True):
            self._add(box, choice.value)
        self.show_choice(self._value)
        for n in range(self._grid.columnCount()):
            self._grid.setColumnStretch(n, 0)
        self._columns = 0
        self._place()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._place()

    def _refresh(self) -> None:
        self._grid.setSpacing(self._look.pad(8))
        self._columns = 0
        self._place()

    def _place(self) -> None:
        count, widths = len(self._boxes), [box.wanted() for box in self._boxes]
        if not count:
            return
        gap = self._look.pad(8)
        columns = 1
        for wanted in (count, (count + 1) // 2):
            rows = [widths[n : n + wanted] for n in range(0, count, wanted)]
            # Two or more rows share their columns, so the widest counts for all.
            need = sum(rows[0]) if len(rows) == 1 else max(widths) * wanted
            if need + gap * (wanted - 1) <= self.width():
                columns = wanted
                break
        if columns == self._columns:
            return
        self._columns = columns
        for n, box in enumerate(self._boxes):
            self._grid.addWidget(box, n // columns, n % columns)
        for n in range(count):
            one_row = columns == count
            self._grid.setColumnStretch(n, 0 if n >= columns else widths[n] if one_row else 1)


class _RadioBox(QRadioButton):
    def __init__(self, look: Look, choice: RadioChoice) -> None:
        super().__init__()
        self._look, self.choice = look, choice
        self.setText(choice.name.replace("&", "&&"))
        self.setAccessibleName(choice.name)
        self.setAccessibleDescription(choice.note)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.measured.connect(self.updateGeometry)

    def wanted(self) -> int:
        """The width at which it looks right: its name on one line, its note on a few."""
        name = math.ceil(text_width(self._look, self.choice.name, "card_strong"))
        note = min(text_width(self._look, self.choice.note, "guide"), self._look.px(220))
        return self._indent() + max(name, math.ceil(note)) + self._look.pad(13)

    def hitButton(self, pos: QPoint, /) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if not radio_keys.walk(self, event):
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        name, note = self._blocks(width)
        return name.height + (note.height if self.choice.note else 0) + self._look.pad(24)

    def sizeHint(self) -> QSize:
        return QSize(self.wanted(), self.heightForWidth(self.wanted()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(100), self._look.px(21) + self._look.pad(24))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, look, on, enabled = QPainter(self), self._look, self.isChecked(), self.isEnabled()
        pale = enabled and (on or self.underMouse())
        draw_box(
            painter,
            self.rect(),
            CARD,
            fill=look.colour("loch_pale" if pale else "surface" if enabled else "margin"),
            edge=look.colour("loch" if on and enabled else "edge"),
            width=3 if on and enabled else 1,
            dashed=not enabled,
        )
        name, note = self._blocks(self.width())
        top = look.pad(12)
        side = look.px(20)
        radio = QRect(look.pad(14), top + (name.line - side) // 2, side, side)
        draw_radio(painter, look, radio, on=on, enabled=enabled)
        name.draw(painter, self._indent(), top, look.colour("ink" if enabled else "quiet"))
        note.draw(painter, self._indent(), top + name.height, look.colour("quiet"))

    def _indent(self) -> int:
        return self._look.pad(14 + 10) + self._look.px(20)

    def _blocks(self, width: int) -> tuple[TextBlock, TextBlock]:
        strong = self.isChecked() or bool(self.choice.note)
        room = width - self._indent() - self._look.pad(12)
        name = text_block(self._look, self.choice.name, "card_strong" if strong else "card", room)
        return name, text_block(self._look, self.choice.note, "guide", room)
