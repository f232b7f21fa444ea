"""A link that wraps, such as the name of a source in the guide."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from nttp_readiness.figures.palette import Tone
from nttp_readiness.ui.theme.accessibility import RoleFace, register
from nttp_readiness.ui.theme.look import Look, TextKind
from nttp_readiness.ui.theme.text_block import text_block

LEAST = 24
"""Height of a target, in pixels."""


class Link(QPushButton):
    """One tab stop, where a label with a link takes two. `clicked` opens nothing by itself.

    `address` is kept for the caller and said to assistive technology.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        address: str = "",
        kind: TextKind = "guide",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._text, self._kind = look, text, kind
        self.address = address
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self.setAccessibleDescription(address)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.measured.connect(self.updateGeometry)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        return max(LEAST, text_block(self._look, self._text, self._kind, width).height)

    def sizeHint(self) -> QSize:
        block = text_block(self._look, self._text, self._kind, 100_000)
        return QSize(int(block.width) + 1, max(LEAST, block.height))

    def minimumSizeHint(self) -> QSize:
        least = max(LEAST, self._look.line(self._kind))
        return QSize(min(self.sizeHint().width(), self._look.px(120)), least)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        warm = self.underMouse() or self.isDown()
        token: Tone = "quiet" if not self.isEnabled() else "loch_deep" if warm else "loch"
        colour = self._look.colour(token)
        block = text_block(self._look, self._text, self._kind, self.width())
        top = (self.height() - block.height) // 2
        block.draw(painter, 0, top, colour)
        block.underline(painter, 0, top, self._look.px(3), colour)


register(Link, lambda link: RoleFace(link, QAccessible.Role.Link))
