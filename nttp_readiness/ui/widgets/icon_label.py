"""An icon with its word: the foundation sign, "Saved 14:02", a guide's heading."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from nttp_readiness.figures.icons import OptionalGlyph
from nttp_readiness.figures.palette import OptionalTone, Tone
from nttp_readiness.ui.theme.look import Look, TextKind
from nttp_readiness.ui.theme.painting import draw_icon
from nttp_readiness.ui.theme.text_block import text_block, text_width


class IconLabel(QLabel):
    """A label, so that assistive technology reads its word: one line, unless it `wraps`."""

    def __init__(
        self,
        look: Look,
        glyph: OptionalGlyph,
        word: str,
        kind: TextKind = "small",
        *,
        icon_tone: Tone = "ink",
        tone: Tone = "ink",
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(word)
        self._look, self._glyph, self._kind = look, glyph, kind
        self._icon_tone, self._tone = icon_tone, tone
        self.setWordWrap(wraps)
        policy = QSizePolicy.Policy.Maximum if wraps else QSizePolicy.Policy.Fixed
        across = QSizePolicy(policy, QSizePolicy.Policy.Preferred if wraps else policy)
        across.setHeightForWidth(wraps)
        self.setSizePolicy(across)
        look.measured.connect(self.updateGeometry)

    def say(
        self,
        word: str,
        glyph: OptionalGlyph | None = None,
        *,
        icon_tone: OptionalTone = "",
        tone: OptionalTone = "",
    ) -> None:
        """Another word, and another icon or colour where one is given."""
        self._glyph = self._glyph if glyph is None else glyph
        self._icon_tone, self._tone = icon_tone or self._icon_tone, tone or self._tone
        self.setText(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = math.ceil(text_width(self._look, self.text(), self._kind))
        return QSize(width + self._indent(), max(self._look.px(24), self._look.line(self._kind)))

    def hasHeightForWidth(self) -> bool:
        return self.wordWrap()

    def heightForWidth(self, width: int, /) -> int:
        block = text_block(self._look, self.text(), self._kind, width - self._indent())
        return max(self._look.px(24), block.height)

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        least = min(whole.width(), self._look.px(120)) if self.wordWrap() else whole.width()
        return QSize(least, whole.height())

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, look = QPainter(self), self._look
        side = self._side()
        box = QRectF(0, (self.height() - side) // 2, side, side)
        if self._glyph:
            draw_icon(painter, self._glyph, box, look.colour(self._icon_tone), 1.8)
        if self.wordWrap():
            block = text_block(look, self.text(), self._kind, self.width() - self._indent())
            top = (self.height() - block.height) // 2
            block.draw(painter, self._indent(), top, look.colour(self._tone))
            return
        painter.setFont(look.font(self._kind))
        painter.setPen(look.colour(self._tone))
        room = self.rect().adjusted(self._indent(), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _large(self) -> bool:
        return self._kind in ("guide_heading", "section", "section_small", "room_top_strong")

    def _side(self) -> int:
        if self._kind == "room":
            return self._look.px(28)
        return self._look.px(20 if self._large() else 16)

    def _indent(self) -> int:
        large = self._large() or self._kind == "room"
        return self._side() + self._look.pad(9 if large else 6) if self._glyph else 0
