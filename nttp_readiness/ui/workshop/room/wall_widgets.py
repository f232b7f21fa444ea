"""What stands on the wall besides text: marks that fill, the agreed level, keys, buttons."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QRadioButton, QSizePolicy, QWidget

from nttp_readiness.figures.icons import Glyph
from nttp_readiness.figures.palette import Tone
from nttp_readiness.i18n import tr
from nttp_readiness.ui.theme import single_keys
from nttp_readiness.ui.theme.borders import CARD, CHIP, draw_box, middle
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.theme.painting import draw_icon
from nttp_readiness.ui.theme.text_block import text_width
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.fields import radio_keys
from nttp_readiness.ui.widgets.fields.radio_group import RadioGroup

MOST_MARKS = 60
"""More people than that are shown as one bar."""
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


_ARROWS: dict[str, Glyph] = {"<": "left", ">": "right"}


class AnswerMarks(QWidget):
    """A disc for each person who is asked. They fill from the left, whoever answered."""

    def __init__(self, look: Look, side: float = 52, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._side, self._count, self._asked = look, side, 0, 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        look.measured.connect(self.updateGeometry)

    def say(self, count: int, asked: int, words: str) -> None:
        """`asked` is 0 where nobody knows; then there is a disc for each answer alone."""
        self._count, self._asked = count, max(asked, count)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        high = self._side + 4 + (self._rows() - 1) * self._step()
        return QSize(self._look.px(480), self._look.px(high))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, look = QPainter(self), self._look
        if self._asked > MOST_MARKS:
            self._paint_bar(painter)
            return
        in_row = math.ceil(self._asked / self._rows())
        step = min(look.px(self._step()), self.width() // max(1, in_row))
        side = round(step * self._side / self._step())
        for number in range(self._asked):
            row, place = divmod(number, in_row)
            disc = QRect(place * step, row * step + 1, side, side)
            filled = number < self._count
            loch = look.colour("loch")
            edge = max(1, look.px(3))
            draw_box(painter, disc, side / 2, fill=loch if filled else None, edge=loch, width=edge)
            if filled:
                icon = middle(disc, round(side * 0.54))
                draw_icon(painter, "tick", icon, look.colour("on_loch"), 2.4)

    def _paint_bar(self, painter: QPainter) -> None:
        box, look = QRect(0, 0, self.width(), self._look.px(self._side * 0.75)), self._look
        draw_box(painter, box, CARD, edge=look.colour("loch"), width=look.px(3))
        wide = round(box.width() * self._count / self._asked)
        draw_box(painter, QRect(0, 0, wide, box.height()), CARD, fill=look.colour("loch"))

    def _rows(self) -> int:
        return 2 if 17 < self._asked <= MOST_MARKS else 1

    def _step(self) -> float:
        """From one disc to the next."""
        return self._side * 66 / 52


class LevelSegments(RadioGroup):
    """The agreed level as five segments. Up and Down walk through them, Enter takes the one with
    the focus. Left and Right are left to the window, which turns the page with them, and so is
    Space, which reveals there: pressed once too often it must not agree anything.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Agreed level"))
        self._look = look
        row = Box(look, self, across=True)
        for level in range(5):
            segment = _Level(look, level)
            self._add(segment, level)
            row.addWidget(segment)
        self.show_choice(None)

    def name_levels(self, names: tuple[str, ...]) -> None:
        """The levels' names, for those who hear them."""
        for button, level in self._values.items():
            if isinstance(level, int):
                button.setAccessibleName(f"{level} {names[level]}")


class _Level(QRadioButton):
    def __init__(self, look: Look, level: int) -> None:
        super().__init__(str(level))
        self._look, self._level = look, level
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.measured.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(64), self._look.px(60))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint, /) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (*_SIDEWAYS, Qt.Key.Key_Space):
            event.ignore()
        elif single_keys.is_enter(event):
            if not single_keys.is_held(event):
                self.click()
        elif not radio_keys.walk(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, look, on = QPainter(self), self._look, self.isChecked()
        box = self.rect().adjusted(0, 0, 0 if self._level == 4 else 1, 0)
        corner = CARD if self._level in (0, 4) else 0
        fill: Tone = "loch" if on else "loch_pale" if self.underMouse() else "surface"
        painter.setClipRect(self.rect())
        whole = box.adjusted(
            0 if self._level == 0 else -corner, 0, 0 if self._level == 4 else corner, 0
        )
        edge = look.colour("loch" if on else "edge")
        draw_box(painter, whole, corner, fill=look.colour(fill), edge=edge, width=2)
        if self._level:
            painter.fillRect(0, 0, 1, self.height(), look.colour("edge"))
        painter.setFont(look.font("room_strong"))
        painter.setPen(look.colour("on_loch" if on else "ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._level))


class RoomButton(QPushButton):
    """A button that can be read from the last row."""

    def __init__(self, look: Look, words: str, *, main: bool = False) -> None:
        super().__init__()
        self._look, self._main = look, main
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.measured.connect(self.updateGeometry)
        self.say(words)

    def say(self, words: str) -> None:
        self._words = words
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        wide = math.ceil(text_width(self._look, self._words, "room"))
        return QSize(wide + self._look.px(52), self._look.px(60))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, look = QPainter(self), self._look
        warm = self.underMouse() or self.isDown()
        if self._main:
            fill = look.colour("loch_deep" if warm else "loch")
            draw_box(painter, self.rect(), CARD, fill=fill)
        else:
            fill, edge = look.colour("loch_pale" if warm else "surface"), look.colour("edge")
            draw_box(painter, self.rect(), CARD, fill=fill, edge=edge, width=2)
        painter.setFont(look.font("room"))
        painter.setPen(look.colour("on_loch" if self._main else "ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)


class KeyWord(QPushButton):
    """A key with what it does. No tab stop: the key itself is the way by keyboard.

    `cap` is what stands on the key; "<" and ">" are drawn as arrows.
    """

    def __init__(self, look: Look, cap: str, words: str) -> None:
        super().__init__()
        self._look, self._cap, self._words = look, cap, words
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setAccessibleDescription(tr("Key {key}").format(key=cap))
        look.measured.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        look = self._look
        words = math.ceil(text_width(look, self._words, "room_key"))
        return QSize(self._cap_width() + look.px(9) + words, look.px(36))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, look = QPainter(self), self._look
        high = look.px(28)
        cap = QRect(0, (self.height() - high) // 2, self._cap_width(), high)
        draw_box(painter, cap, CHIP, fill=look.colour("surface"), edge=look.colour("edge"))
        if set(self._cap) <= set("<> "):
            self._paint_arrows(painter, cap)
        else:
            painter.setFont(look.font("room_key"))
            painter.setPen(look.colour("ink"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._cap)
        painter.setFont(look.font("room_key"))
        painter.setPen(look.colour("ink" if self.underMouse() else "quiet"))
        room = self.rect().adjusted(cap.width() + look.px(9), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._words)

    def _paint_arrows(self, painter: QPainter, cap: QRect) -> None:
        names = [_ARROWS[each] for each in self._cap if each.strip()]
        side, ink = self._look.px(15), self._look.colour("ink")
        wide = cap.width() / len(names)
        for number, name in enumerate(names):
            centre = cap.x() + (number + 0.5) * wide
            box = QRectF(centre - side / 2, cap.y() + (cap.height() - side) / 2, side, side)
            draw_icon(painter, name, box, ink, 2.2)

    def _cap_width(self) -> int:
        look = self._look
        if set(self._cap) <= set("<> "):
            return look.px(52 if len(self._cap) > 1 else 32)
        return max(look.px(28), math.ceil(text_width(look, self._cap, "room_key")) + look.px(18))
