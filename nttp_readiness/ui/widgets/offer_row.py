"""A whole row that is one button: an offer of the start page, or something that was found."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from nttp_readiness.figures.icons import Glyph
from nttp_readiness.ui.theme.borders import draw_rule, middle
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.theme.painting import draw_icon
from nttp_readiness.ui.theme.text_block import text_block


class OfferRow(QAbstractButton):
    """A whole row that is one button: icon, name, a quiet line, and a chevron."""

    def __init__(self, look: Look, glyph: Glyph, name: str, line: str) -> None:
        super().__init__()
        self._look, self._glyph, self._name, self._line = look, glyph, name, line
        self.setText(name.replace("&", "&&"))
        self.setAccessibleName(name)
        self.setAccessibleDescription(line)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.measured.connect(self.updateGeometry)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        room = width - self._indent() - self._look.px(40)
        name = text_block(self._look, self._name, "card_strong", room).height
        line = text_block(self._look, self._line, "small", room).height
        return max(self._look.px(62), round(name + line) + self._look.pad(22))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(300), self.heightForWidth(self._look.px(600)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(40))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, look, box = QPainter(self), self._look, self.rect()
        if self.underMouse():
            painter.fillRect(box, look.colour("loch_pale"))
        side = look.px(20)
        icon = middle(QRect(look.pad(1), 0, side, box.height()), side)
        draw_icon(painter, self._glyph, icon, look.colour("loch"))
        room = box.width() - self._indent() - look.px(40)
        name = text_block(look, self._name, "card_strong", room)
        line = text_block(look, self._line, "small", room)
        top = (box.height() - name.height - line.height) / 2
        name.draw(painter, self._indent(), top, look.colour("ink"))
        line.draw(painter, self._indent(), top + name.height, look.colour("quiet"))
        chevron = middle(QRect(box.right() - side, 0, side, box.height()), look.px(18))
        draw_icon(painter, "right", chevron, look.colour("ink"), 1.8)
        draw_rule(painter, 0, box.right(), box.bottom(), look.colour("edge"), dotted=True)

    def _indent(self) -> int:
        return self._look.px(20) + self._look.pad(18)
