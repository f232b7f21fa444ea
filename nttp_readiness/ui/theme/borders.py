"""Boxes and rules with crisp edges, for styles, parts and delegates."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

CARD, FIELD, CHIP, RING = 8, 6, 5, 13
"""Corner radii. Corners and lines do not grow with the text."""

COLUMN_GAP = 12
"""Empty space at the right of each column of a table, heading and cells alike."""

SORT_ARROW = 14
"""Side of the arrow in the heading of the column that a table is sorted by."""


def draw_box(
    painter: QPainter,
    rect: QRect,
    radius: float,
    *,
    fill: QColor | None = None,
    edge: QColor | None = None,
    width: float = 1,
    dashed: bool = False,
) -> None:
    """A rounded box whose edge lies wholly inside `rect`, so a thicker edge moves nothing."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if edge is None:
        width = 0
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(edge, width)
        if dashed:
            pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    half = width / 2
    corner = max(0.0, radius - half)
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), corner, corner)
    painter.restore()


def draw_rule(
    painter: QPainter, left: int, right: int, y: int, colour: QColor, *, dotted: bool = False
) -> None:
    """A level line of whole device pixels, which does not shimmer at 125 or 150 %."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    pen = QPen(colour, max(1, round(painter.device().devicePixelRatio())))
    pen.setCosmetic(True)
    if dotted:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([1, 1])
    painter.setPen(pen)
    painter.drawLine(left, y, right, y)
    painter.restore()


def fill(painter: QPainter, box: QRect, colour: QColor) -> None:
    """Fill a box with a colour. To find out which of its ways to be called is meant, the first
    `fillRect` makes the kinds of gradients, with a table of two hundred names.
    """
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(box)
    painter.restore()


def middle(rect: QRect, side: int) -> QRectF:
    """A square of that side in the middle of `rect`."""
    centre = QRectF(rect).center()
    return QRectF(round(centre.x() - side / 2), round(centre.y() - side / 2), side, side)
