"""One answer of a question: a level card with a description, or a chip with its key."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.ui.theme.borders import CARD, draw_box, middle
from nttp_readiness.ui.theme.controls import draw_radio
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.theme.painting import draw_icon
from nttp_readiness.ui.theme.text_block import TextBlock, text_block, text_width
from nttp_readiness.ui.widgets.fields import radio_keys


class _Answer(QRadioButton):
    """What cards and chips share: the key, the whole shape as target, and its edge.

    `taken` says that the mouse has chosen it, as arrows and readers do on their way as well.
    """

    taken = Signal()

    def __init__(self, look: Look, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.key = look, key
        # Fixed in height would make the hint the least height, as if at the narrowest width.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.updateGeometry)

    def hitButton(self, pos: QPoint, /) -> bool:
        return self.rect().contains(pos)

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        inside = event.button() == Qt.MouseButton.LeftButton and self.isDown()
        super().mouseReleaseEvent(event)
        if inside and self.isChecked():
            self.taken.emit()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if not radio_keys.walk(self, event):
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def _ink(self) -> QColor:
        return self._look.colour("ink" if self.isEnabled() else "quiet")

    def _draw_shape(self, painter: QPainter) -> None:
        on, enabled = self.isChecked(), self.isEnabled()
        pale = enabled and (on or self.underMouse())
        draw_box(
            painter,
            self.rect(),
            CARD,
            fill=self._look.colour("loch_pale" if pale else "surface" if enabled else "margin"),
            edge=self._look.colour("loch" if on and enabled else "edge"),
            width=3 if on and enabled else 1,
            dashed=not enabled,
        )

    def _draw_radio(self, painter: QPainter, box: QRect) -> None:
        draw_radio(painter, self._look, box, on=self.isChecked(), enabled=self.isEnabled())


class LevelCard(_Answer):
    """A level with its number, name and description; all of it wraps, none of it is cut off."""

    def __init__(self, look: Look, level: int, parent: QWidget | None = None) -> None:
        super().__init__(look, str(level), parent)
        self._name, self._words = "", ""

    def say(self, name: str, words: str) -> None:
        self._name, self._words = name, words
        self.setText(name.replace("&", "&&"))
        self.setAccessibleName(f"{self.key} {name}")
        self.setAccessibleDescription(words)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int, /) -> int:
        return _CardForm(self._look, self._name, self._words, width).height

    def sizeHint(self) -> QSize:
        # A width taken from the text would widen the whole page.
        px = self._look.px
        return QSize(px(240), self.heightForWidth(px(624)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(64))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, look = QPainter(self), self._look
        form = _CardForm(look, self._name, self._words, self.width())
        self._draw_shape(painter)
        self._draw_radio(painter, form.radio)
        painter.setPen(self._ink())
        painter.setFont(look.font("section"))
        painter.drawText(form.number, Qt.AlignmentFlag.AlignCenter, self.key)
        form.name.draw(painter, form.name_x, form.top, self._ink())
        form.words.draw(painter, form.words_x, form.words_y, self._ink())
        if self.isChecked():  # never by colour alone: edge, tick and word
            colour = look.colour("loch" if self.isEnabled() else "quiet")
            tick = middle(QRect(form.chosen, QSize(look.px(16), form.name.line)), look.px(15))
            draw_icon(painter, "tick", tick, colour, 2.2)
            form.chosen_word.draw(painter, form.chosen.x() + look.px(21), form.chosen.y(), colour)


class _CardForm:
    """Where all of a card stands at one width: measured and painted by the same numbers."""

    def __init__(self, look: Look, name: str, words: str, width: int) -> None:
        px, pad = look.px, look.pad
        narrow = width < px(528)
        self.top = pad(11) + 1
        line = look.line("card_strong")
        number_width = px(18 if narrow else 28)
        self.radio = QRect(pad(15) + 1, self.top + (line - px(20)) // 2, px(20), px(20))
        number_x = self.radio.right() + 1 + pad(10)
        self.number = QRect(number_x, self.top, number_width, line)
        self.name_x = number_x + number_width + pad(10)
        end = width - pad(18) - 1
        name_width = (end if narrow else self.name_x + px(96)) - self.name_x
        self.name: TextBlock = text_block(look, name, "card_strong", name_width)
        self.words_x = self.name_x if narrow else self.name_x + px(96) + pad(10)
        self.words = text_block(look, words, "card", end - self.words_x)
        self.chosen_word = text_block(look, tr("Chosen"), "guide_strong", px(200))
        chosen_width = px(21) + math.ceil(self.chosen_word.width)
        under_name = self.top + self.name.height
        # The room for "Chosen" is always kept, so that choosing never moves the page.
        if narrow:
            beside = self.name_x + math.ceil(self.name.width) + px(12)
            fits = self.name.height == line and beside + chosen_width <= end
            self.words_y = under_name
            below = under_name + self.words.height
            self.chosen = QPoint(beside, self.top) if fits else QPoint(self.name_x, below)
            bottom = below + (0 if fits else line) + pad(12)
        else:
            self.words_y = self.top
            self.chosen = QPoint(self.name_x, under_name + px(3))
            bottom = max(self.top + self.words.height + pad(12), self.chosen.y() + line + pad(7))
        self.height = max(px(41) + pad(23), bottom + 1)


class Chip(_Answer):
    """An answer that is not a level, with its key on a cap."""

    def __init__(self, look: Look, key: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, key, parent)
        self._name = name
        self.setText(name.replace("&", "&&"))
        self.setAccessibleName(name)
        self.setAccessibleDescription(tr("Key {key}").format(key=key))

    def heightForWidth(self, width: int, /) -> int:
        block = text_block(self._look, self._name, "guide", width - self._sides())
        return block.height + self._look.pad(14) + 1

    def sizeHint(self) -> QSize:
        width = math.ceil(text_width(self._look, self._name, "guide")) + 1 + self._sides()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._look.px(120)
        return QSize(width, self._look.px(21) + self._look.pad(15))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, look = QPainter(self), self._look
        px, pad, box = look.px, look.pad, self.rect()
        self._draw_shape(painter)
        radio = QRect(pad(11), 0, px(18), box.height())
        self._draw_radio(painter, middle(radio, px(18)).toRect())
        block = text_block(look, self._name, "guide", box.width() - self._sides())
        top = (box.height() - block.height) / 2
        block.draw(painter, radio.right() + 1 + pad(9), top, self._ink())
        end = QRect(box.width() - pad(12) - px(19), 0, px(19), box.height())
        cap = middle(end, px(19)).toRect()
        draw_box(painter, cap, 4, edge=look.colour("edge"))
        painter.setFont(look.font("small"))
        painter.setPen(self._ink())
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self.key)

    def _sides(self) -> int:
        """Everything beside the word."""
        px, pad = self._look.px, self._look.pad
        return pad(11) + px(18) + pad(9) + pad(10) + px(19) + pad(12)
