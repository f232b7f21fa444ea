"""One answer of a question: a level card with a description, or a chip with its key."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words.level_texts import LevelWords
from nttp_readiness.ui.theme.borders import CARD, draw_box, middle
from nttp_readiness.ui.theme.controls import draw_radio
from nttp_readiness.ui.theme.look import Look, TextKind
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
        look.measured.connect(self.updateGeometry)

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
    """A level with its number, name and decisive sentence; all of it wraps, none of it is cut off.

    `unfold` shows its signs as well. `asked` says that the person came to this card, by keyboard or
    with the mouse, once a click cannot miss it any more. A `low` card saves height.
    """

    asked = Signal()

    def __init__(self, look: Look, level: int, parent: QWidget | None = None) -> None:
        super().__init__(look, str(level), parent)
        self._level = LevelWords("", "")
        self._unfolded = self._low = False
        self._forms: dict[tuple[object, ...], _CardForm] = {}
        """Where all of it stands, by width: asked for some twenty times in one layout."""

    def say(self, level: LevelWords) -> None:
        self._level = level
        self.setText(level.name.replace("&", "&&"))
        self.setAccessibleName(f"{self.key} {level.name}")
        self.setAccessibleDescription(level.spoken)
        self._reform()

    @property
    def unfolded(self) -> bool:
        return self._unfolded

    def unfold(self, unfolded: bool) -> None:  # noqa: FBT001 - the state that it takes
        """Show its signs, or put them away."""
        if unfolded != self._unfolded:
            self._unfolded = unfolded
            self._reform()

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - the state that it takes
        """Save height, so that five of them stand in a low view."""
        if low != self._low:
            self._low = low
            self._reform()

    def heightForWidth(self, width: int, /) -> int:
        return self._form(width).height

    def sizeHint(self) -> QSize:
        # A width taken from the text would widen the whole page.
        px = self._look.px
        return QSize(px(240), self.heightForWidth(px(624)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(28 if self._low else 64))

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        # In a low view the five sentences stand in view until the person moves among them.
        program = event.reason() == Qt.FocusReason.OtherFocusReason and self._low
        if event.reason() != Qt.FocusReason.MouseFocusReason and not program:
            self.asked.emit()

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        # Only now: cards that moved while the button is down would be missed.
        super().mouseReleaseEvent(event)
        self.asked.emit()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, look = QPainter(self), self._look
        form = self._form(self.width())
        self._draw_shape(painter)
        self._draw_radio(painter, form.radio)
        painter.setPen(self._ink())
        painter.setFont(look.font("body_strong" if self._low else "section"))
        painter.drawText(form.number, Qt.AlignmentFlag.AlignCenter, self.key)
        form.name.draw(painter, form.name_x, form.top, self._ink())
        form.words.draw(painter, form.words_x, form.words_y, self._ink())
        y: float = form.words_y + form.words.height
        for sign in form.signs:
            sign.draw(painter, form.words_x, y, look.colour("quiet"))
            y += sign.height
        if self.isChecked():  # never by colour alone: edge, tick and word
            colour = look.colour("loch" if self.isEnabled() else "quiet")
            tick = middle(QRect(form.chosen, QSize(look.px(16), form.name.line)), look.px(15))
            draw_icon(painter, "tick", tick, colour, 2.2)
            form.chosen_word.draw(painter, form.chosen.x() + look.px(21), form.chosen.y(), colour)

    def _form(self, width: int) -> _CardForm:
        key = width, self._look.scale, self._look.lettering
        form = self._forms.get(key)
        if form is None:
            low = self._low and width >= self._look.px(LEAST_LOW)
            form = _CardForm(self._look, self._level, width, signs=self._unfolded, low=low)
            self._forms[key] = form
        return form

    def _reform(self) -> None:
        self._forms.clear()
        self.updateGeometry()
        self.update()


LEAST_LOW, LOW_HEIGHT = 600, 540
"""The least width of a card that can save height, and the height, with the bars around the page,
below which it does; in units of the design."""


class _CardForm:
    """Where all of a card stands at one width: measured and painted by the same numbers."""

    def __init__(
        self, look: Look, level: LevelWords, width: int, *, signs: bool, low: bool
    ) -> None:
        px, pad = look.px, look.pad
        narrow = width < px(528)
        strong: TextKind = "guide_strong" if low else "card_strong"
        plain: TextKind = "guide" if low else "card"
        self.top = pad(3 if low else 11) + 1
        line = look.line(strong)
        number_width = px(18 if narrow or low else 28)
        self.radio = QRect(
            pad(10 if low else 15) + 1, self.top + (line - px(20)) // 2, px(20), px(20)
        )
        number_x = self.radio.right() + 1 + pad(6 if low else 10)
        self.number = QRect(number_x, self.top, number_width, line)
        self.name_x = number_x + number_width + pad(6 if low else 10)
        end = width - pad(10 if low else 18) - 1
        named = self.name_x + px(88 if low else 96)
        self.name: TextBlock = text_block(
            look, level.name, strong, (end if narrow else named) - self.name_x
        )
        self.chosen_word = text_block(look, tr("Chosen"), "guide_strong", px(200))
        chosen_width = px(21) + math.ceil(self.chosen_word.width)
        # The room for "Chosen" is always kept, so that choosing never moves the page.
        self.words_x = self.name_x if narrow else named + pad(6 if low else 10)
        reading = end - self.words_x - (chosen_width + px(12) if low else 0)
        self.words = text_block(look, level.sentence, plain, reading)
        self.signs = self._signs(look, level, reading, low=low) if signs else ()
        below_words = self.words.height + sum(each.height for each in self.signs)
        under_name = self.top + self.name.height
        if low:
            self.words_y = self.top
            self.chosen = QPoint(end - chosen_width, self.top)
            bottom = self.top + max(below_words, self.name.height) + pad(4)
            self.height = bottom + 1
            return
        if narrow:
            beside = self.name_x + math.ceil(self.name.width) + px(12)
            fits = self.name.height == line and beside + chosen_width <= end
            self.words_y = under_name
            below = under_name + below_words
            self.chosen = QPoint(beside, self.top) if fits else QPoint(self.name_x, below)
            bottom = below + (0 if fits else line) + pad(12)
        else:
            self.words_y = self.top
            self.chosen = QPoint(self.name_x, under_name + px(3))
            bottom = max(self.top + below_words + pad(12), self.chosen.y() + line + pad(7))
        self.height = max(px(41) + pad(23), bottom + 1)

    @staticmethod
    def _signs(look: Look, level: LevelWords, width: float, *, low: bool) -> tuple[TextBlock, ...]:
        """The signs one below another, or run on where height is short."""
        lines = (level.signs_sentence,) if low else tuple(f"– {each}" for each in level.signs)
        return tuple(text_block(look, each, "guide", width) for each in lines if each)


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
