"""Words in one type style, wrapped: measured and painted from the same lines, laid out once.

Qt's labels make a document of each text and lay it out some five times before it is painted. Here
words are shaped once, and whatever is measured of them is kept: the same words in the same style
have the same lines, on whichever page they stand.
"""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QTextLayout,
    QTextOption,
)

from nttp_readiness.ui.theme.long_words import breakable
from nttp_readiness.ui.theme.look import Kind, Lettering, font_of

Piece = tuple[str, bool, str]
"""Words that look alike: their text, whether they are bold, and a colour of their own or none."""
_DASH = "–\u00a0\u00a0"
_MANY = 1 << 24
"""Wider than any line."""


class WordLayout:
    """Pieces in one style, with lines of one height. With `dash` they hang behind a dash."""

    def __init__(
        self,
        pieces: tuple[Piece, ...],
        style: Kind,
        lettering: Lettering,
        line: int,
        *,
        dash: bool,
        wraps: bool,
    ) -> None:
        font = font_of(style, lettering)
        pieces = tuple((breakable(text), bold, colour) for text, bold, colour in pieces)
        pieces = ((_DASH, False, ""), *pieces) if dash else pieces
        text = "".join(piece[0] for piece in pieces)
        self._layout = layout = QTextLayout(text.replace("\n", "\u2028"), font)
        layout.setCacheEnabled(True)
        ranges = _formats(pieces)
        if ranges:
            layout.setFormats(ranges)
        option = QTextOption()
        mode = QTextOption.WrapMode
        # A word that is too long makes its page scroll sideways: no letter is parted from it.
        option.setWrapMode(mode.WordWrap if wraps else mode.ManualWrap)
        layout.setTextOption(option)
        self._hang = round(QFontMetricsF(font).horizontalAdvance(_DASH)) if dash else 0
        natural = math.ceil(QFontMetricsF(font).height())
        self._line = max(line, natural)
        self._lift = float(self._line - natural)
        """All that a line is higher than its letters stands above them."""
        self._ascent = QFontMetricsF(font).ascent()
        self._font = font
        self._width = -1
        self._heights: dict[int, int] = {}
        self._hint: QSize | None = None
        self._least: QSize | None = None

    def height(self, width: int) -> int:
        """Height of the lines where they are so wide, in pixels."""
        height = self._heights.get(width)
        if height is None:
            self._break(width)
            height = self._heights[width] = self._layout.lineCount() * self._line
        return height

    def hint(self, *, wraps: bool) -> QSize:
        """A size of pleasing proportions, as Qt's documents choose it for themselves."""
        if self._hint is None:
            widest = QFontMetrics(self._font).horizontalAdvance("x") * 80 if wraps else _MANY
            height = self.height(widest)
            if wraps:
                width = min(widest, math.isqrt(5 * height * widest // 3))
                height = self.height(width)
                if width * 3 < 5 * height:
                    width = min(widest, math.isqrt(2 * height * width))
            else:
                width = widest
            self._break(width)
            across = math.ceil(self._longest() + self._hang)
            self._hint = QSize(across, self.height(across))
        return self._hint

    def least(self, *, wraps: bool) -> QSize:
        """As narrow as its longest word; as low as it is where it is never wrapped."""
        if self._least is None:
            hint = self.hint(wraps=wraps)
            if not wraps:
                self._least = hint
            else:
                low = self.height(_MANY)
                self._break(0)
                across = math.ceil(self._longest() + self._hang)
                self._least = QSize(across, min(low, hint.height()))
        return self._least

    def draw(self, painter: QPainter, x: float, y: float, width: int, colour: QColor) -> None:
        """Paint the lines with their upper left corner there."""
        self._break(width)
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(x + self._hang, y))

    def _longest(self) -> float:
        layout = self._layout
        lines = (layout.lineAt(n) for n in range(layout.lineCount()))
        widths = (row.x() + row.naturalTextWidth() for row in lines)
        return max(widths, default=0.0)

    def _break(self, width: int) -> None:
        """Break the words into lines of that width, if they are not by now."""
        if width == self._width:
            return
        self._width = width
        layout, room, out = self._layout, max(0, width - self._hang), self._hang
        layout.beginLayout()
        at = self._lift
        while (row := layout.createLine()).isValid():
            row.setLineWidth(room + out)
            # Letters that another typeface lends may be taller: all stand on one line with ours.
            taller = max(0.0, row.ascent() - self._ascent)
            row.setPosition(QPointF(-out, at - taller))
            at, out = at + self._line, 0  # the first line alone begins with the dash
        layout.endLayout()


def _formats(pieces: tuple[Piece, ...]) -> list[QTextLayout.FormatRange]:
    """What of the words differs from the rest."""
    if not any(bold or colour for _, bold, colour in pieces):
        return []
    from PySide6.QtGui import QTextCharFormat  # noqa: PLC0415 - most words look alike

    ranges, start = [], 0
    for text, bold, colour in pieces:
        if bold or colour:
            part = QTextLayout.FormatRange()
            part.start, part.length = start, len(text.encode("utf-16-le")) // 2
            form = QTextCharFormat()
            if bold:
                form.setFontWeight(QFont.Weight.Bold)
            if colour:
                form.setForeground(QColor(colour))
            part.format = form
            ranges.append(part)
        start += len(text.encode("utf-16-le")) // 2
    return ranges


@lru_cache(maxsize=3000)
def word_layout(
    pieces: tuple[Piece, ...],
    style: Kind,
    lettering: Lettering,
    line: int,
    *,
    dash: bool = False,
    wraps: bool = True,
) -> WordLayout:
    """The lines of these words; the same ones for whoever asks for the same."""
    return WordLayout(pieces, style, lettering, line, dash=dash, wraps=wraps)
