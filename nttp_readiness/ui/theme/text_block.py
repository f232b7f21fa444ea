"""Wrapped plain text that is measured and painted from the same lines."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLayout, QTextOption

from nttp_readiness.ui.theme.borders import draw_rule
from nttp_readiness.ui.theme.look import TYPE, Kind, Lettering, Look, TextKind, font_of
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Lines of one height. `width` is that of the longest line, in pixels like all the rest."""

    layout: QTextLayout
    line: int
    lift: float
    width: float

    @property
    def height(self) -> int:
        return self.layout.lineCount() * self.line

    def draw(self, painter: QPainter, x: float, y: float, colour: QColor, shift: float = 0) -> None:
        """`shift` of the space beside shorter lines stands before them: 0.5 centres them."""
        painter.setPen(colour)
        for n in range(self.layout.lineCount()):
            row = self.layout.lineAt(n)
            free = shift * (self.width - row.naturalTextWidth())
            row.draw(painter, QPointF(x + free, y + self.lift))

    def underline(self, painter: QPainter, x: float, y: float, away: int, colour: QColor) -> None:
        """A line below each line of a link, so far from its letters."""
        for n in range(self.layout.lineCount()):
            row = self.layout.lineAt(n)
            base = round(y + row.y() + self.lift + row.ascent()) + away
            draw_rule(painter, round(x), round(x + row.naturalTextWidth()), base, colour)


def text_block(look: Look, text: str, kind: TextKind, width: float) -> TextBlock:
    """`text` in that type style, wrapped to `width`; a longer word is broken, never cut off."""
    return _lay_out(text, TYPE[kind], look.lettering, max(1, int(width)), look.line(kind))


def text_width(look: Look, text: str, kind: TextKind) -> float:
    """Width of the text on one line."""
    return QFontMetricsF(look.font(kind)).horizontalAdvance(text)


@lru_cache(maxsize=2000)
def _lay_out(text: str, style: Kind, lettering: Lettering, width: int, line: int) -> TextBlock:
    font = font_of(style, lettering)
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    longest, ascent = 0.0, QFontMetricsF(font).ascent()
    while (row := layout.createLine()).isValid():
        row.setLineWidth(width)
        # Letters that another typeface lends may be taller: all stand on one line with ours.
        taller = max(0.0, row.ascent() - ascent)
        row.setPosition(QPointF(0, (layout.lineCount() - 1) * line - taller))
        longest = max(longest, row.naturalTextWidth())
    layout.endLayout()
    # Half of the leading stands above the letters, as in print.
    return TextBlock(layout, line, (line - QFontMetricsF(font).height()) / 2, longest)
