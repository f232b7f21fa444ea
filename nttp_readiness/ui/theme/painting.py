"""Paints figures and icons with a QPainter.

Straight edges lie on whole device pixels and hatching repeats in whole device pixels, so that
nothing blurs or shimmers at 125 or 150 %.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from nttp_readiness.figures.icons import BOX, ICONS, SOLID, Glyph
from nttp_readiness.figures.palette import OptionalTone, Tone
from nttp_readiness.figures.shapes import Box, Disc, Drawing, Hatch, Poly, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

Colours = Callable[[Tone], QColor]


def paint_drawing(
    painter: QPainter, drawing: Drawing, colour: Colours, scale: float, family: str
) -> None:
    """Paint with the drawing's corner at the painter's origin.

    `scale` is the text size: everything grows with it but hairlines. A zoom of the painter itself
    enlarges hairlines as well. Colours are asked for now and not kept.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = _Pen(painter, colour, scale, family)
    for shape in drawing.shapes:
        if isinstance(shape, Words):
            pen.words(shape)
        elif isinstance(shape, Box):
            pen.box(shape)
        elif isinstance(shape, Disc):
            pen.disc(shape)
        else:
            pen.poly(shape)
    painter.restore()


def draw_icon(
    painter: QPainter, name: Glyph, box: QRectF, colour: QColor, width: float = 1.6
) -> None:
    """The icon in the middle of `box`, as high as it is; lines are `width` of its 20 units wide."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.center())
    painter.scale(box.height() / BOX, box.height() / BOX)
    painter.translate(-BOX / 2, -BOX / 2)
    if name in SOLID:
        painter.fillPath(_path(SOLID[name]), colour)
    painter.strokePath(
        icon_path(name),
        QPen(
            colour,
            width,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        ),
    )
    painter.restore()


def icon_path(name: Glyph) -> QPainterPath:
    """The lines of an icon in a box of 20."""
    return _path(ICONS[name])


@lru_cache
def _path(data: str) -> QPainterPath:
    path = QPainterPath()
    for letter, written in re.findall(r"([A-Z])([^A-Z]*)", data):
        n, at = [float(each) for each in written.split()], path.currentPosition()
        match letter:
            case "M":
                path.moveTo(n[0], n[1])
            case "L":
                path.lineTo(n[0], n[1])
            case "H":
                path.lineTo(n[0], at.y())
            case "V":
                path.lineTo(at.x(), n[0])
            case "C":
                path.cubicTo(n[0], n[1], n[2], n[3], n[4], n[5])
            case "O":
                path.addEllipse(QPointF(n[0], n[1]), n[2], n[2])
            case _:
                path.closeSubpath()
    return path


class _Pen:
    """One drawing being painted: knows where device pixels lie under the painter."""

    def __init__(self, painter: QPainter, colour: Colours, scale: float, family: str) -> None:
        self._painter, self._colour, self._scale, self._family = painter, colour, scale, family
        self._device = painter.deviceTransform()
        self._back = self._device.inverted()[0]
        self._zoom = self._device.m11()
        painter.setBrushOrigin(self._snapped(0, 0))

    def box(self, shape: Box) -> None:
        corner = self._snapped(shape.x, shape.y)
        opposite = self._snapped(shape.x + shape.width, shape.y + shape.height)
        width = self._whole(shape.line)
        inset = width / 2 if shape.stroke else 0
        rect = QRectF(corner, opposite).adjusted(inset, inset, -inset, -inset)
        radius = max(0.0, shape.radius * self._scale - inset)
        path = QPainterPath()
        path.addRoundedRect(rect, radius, radius)
        self._fill(path, shape.fill, shape.hatch)
        if shape.stroke:
            self._painter.strokePath(path, self._stroke(shape.stroke, width, shape.dash))

    def disc(self, shape: Disc) -> None:
        path = QPainterPath()
        radius = shape.radius * self._scale
        path.addEllipse(QPointF(shape.x, shape.y) * self._scale, radius, radius)
        self._fill(path, shape.fill, None)
        if shape.stroke:
            width = self._width(shape.line)
            self._painter.strokePath(path, self._stroke(shape.stroke, width, ()))

    def poly(self, shape: Poly) -> None:
        two = len(shape.points) == 2
        if two and shape.stroke and self._straight(shape, shape.stroke):
            return
        path = QPainterPath()
        path.addPolygon(QPolygonF([QPointF(x, y) * self._scale for x, y in shape.points]))
        if shape.closed:
            path.closeSubpath()
        self._fill(path, shape.fill, shape.hatch)
        if shape.stroke:
            width = self._width(shape.width)
            self._painter.strokePath(path, self._stroke(shape.stroke, width, shape.dash))

    def words(self, shape: Words) -> None:
        """Text at a fraction of a size, as on paper: Qt's fonts come in whole pixels only.

        So the letters of the nearest whole size are scaled, which unhinted letters bear well.
        """
        painter, size = self._painter, shape.size * self._scale
        whole = max(1, round(size))
        font = self._font(whole, bold=shape.bold)
        stretch = size / whole
        wide = QFontMetricsF(font, painter.device()).horizontalAdvance(shape.text) * stretch
        x, y = shape.x * self._scale, shape.y * self._scale
        x -= {"start": 0.0, "middle": wide / 2, "end": wide}[shape.anchor]
        if shape.halo:
            plate = QRectF(x - 0.4 * size, y - size, wide + 0.8 * size, 1.33 * size)
            painter.fillRect(plate, self._colour(shape.halo))
        painter.save()
        painter.translate(x, y)
        painter.scale(stretch, stretch)
        painter.setFont(font)
        painter.setPen(self._colour(shape.colour))
        painter.drawText(QPointF(0, 0), shape.text)
        painter.restore()

    def _straight(self, shape: Poly, stroke: Tone) -> bool:
        """Paint an upright or level line as a box of whole pixels; False for a slanting one."""
        (x0, y0), (x1, y1) = shape.points
        if x0 != x1 and y0 != y1:
            return False
        width = self._whole(shape.width)
        start, end = (
            self._snapped(min(x0, x1), min(y0, y1)),
            self._snapped(max(x0, x1), max(y0, y1)),
        )
        # The line is as wide as so many pixels: begin where half of them come to lie before it.
        before = math.floor(width * self._zoom / 2) / self._zoom
        level = y0 == y1
        shift = QPointF(0, width / 2 - before) if level else QPointF(width / 2 - before, 0)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._painter.setPen(self._stroke(stroke, width, shape.dash))
        self._painter.drawLine(start + shift, end + shift)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return True

    def _fill(self, path: QPainterPath, fill: OptionalTone, hatch: Hatch | None) -> None:
        if fill:
            self._painter.fillPath(path, self._colour(fill))
        if hatch:
            from PySide6.QtGui import QBrush, QTransform  # noqa: PLC0415 - figures alone are hatched

            tile = hatch_tile(
                self._colour(hatch.colour).rgba(),
                max(3, round(hatch.gap * self._scale * self._zoom)),
                hatch.width * self._scale * self._zoom,
            )
            brush = QBrush(tile)
            brush.setTransform(QTransform.fromScale(1 / self._zoom, 1 / self._zoom))
            self._painter.fillPath(path, brush)

    def _stroke(self, token: Tone, width: float, dash: tuple[float, ...]) -> QPen:
        pen = QPen(self._colour(token), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dash:
            pen.setDashPattern([each * self._scale / width for each in dash])
        return pen

    def _font(self, pixels: int, *, bold: bool) -> QFont:
        font = QFont(self._family)
        font.setPixelSize(pixels)
        font.setBold(bold)
        font.setKerning(False)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def _snapped(self, x: float, y: float) -> QPointF:
        """The nearest corner of a device pixel; halves always go the same way."""
        at = self._device.map(QPointF(x, y) * self._scale)
        return self._back.map(QPointF(math.floor(at.x() + 0.5), math.floor(at.y() + 0.5)))

    def _width(self, width: float) -> float:
        """Hairlines stay as they are, everything wider grows with the text."""
        return max(width if width <= 1 else width * self._scale, 1 / self._zoom)

    def _whole(self, width: float) -> float:
        return max(1, round(self._width(width) * self._zoom)) / self._zoom


@lru_cache(maxsize=64)
def hatch_tile(colour: int, side: int, width: float) -> QImage:
    """One period of lines that rise to the right, `side` device pixels wide and high."""
    from PySide6.QtGui import QImage  # noqa: PLC0415 - figures alone are hatched

    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor.fromRgba(colour), width))
    for at in (-side, 0, side):  # the neighbours' lines cross the corners
        painter.drawLine(QPointF(at - 2, side + 2), QPointF(at + side + 2, -2))
    painter.end()
    return image
