"""Paints a drawing on a page."""

from __future__ import annotations

from typing import assert_never

from nttp_readiness.figures.palette import Colours, OptionalTone
from nttp_readiness.figures.shapes import Box, Disc, Drawing, Hatch, Poly, Shape, Words
from nttp_readiness.reports.pdf.typefaces import stretches
from nttp_readiness.reports.tagged import PdfPath, Pen, ink, unit_width

_FLAT, _ROUND = 0, 1

Extent = tuple[float, float, float, float]
"""The least and greatest x and y of a shape: left, upper, right, lower."""


def paint(
    drawing: Drawing,
    pen: Pen,
    x: float,
    top: float,
    colours: Colours,
    *,
    scale: float = 1,
) -> None:
    """Draws it on the reportlab canvas `pen` with its upper left corner at (x, top), in points.

    `colours` has a #RRGGBB for each token.
    """
    pen.saveState()
    pen.translate(x, top)
    pen.scale(scale, scale)
    pen.setLineCap(_FLAT)
    pen.setLineJoin(_ROUND)
    painter = _Painter(pen, colours)
    for shape in drawing.shapes:
        painter.shape(shape)
    pen.restoreState()


class _Painter:
    """Shapes have y downwards; on the page it grows upwards from the drawing's upper edge."""

    def __init__(self, pen: Pen, colours: Colours) -> None:
        self._pen = pen
        self._colours = colours

    def shape(self, shape: Shape) -> None:
        match shape:
            case Poly():
                path = self._pen.beginPath()
                (x, y), *others = shape.points
                path.moveTo(x, -y)
                for x, y in others:
                    path.lineTo(x, -y)
                if shape.closed:
                    path.close()
                xs, ys = [p[0] for p in shape.points], [p[1] for p in shape.points]
                extent = (min(xs), min(ys), max(xs), max(ys))
                self._outline(path, shape.fill, shape.hatch, extent)
                self._edge(path, shape.stroke, shape.width, shape.dash)
            case Box():
                path = self._pen.beginPath()
                inset = shape.line / 2 if shape.stroke else 0
                left, low = shape.x + inset, -shape.y - shape.height + inset
                wide, high = shape.width - 2 * inset, shape.height - 2 * inset
                if shape.radius:
                    path.roundRect(left, low, wide, high, shape.radius - inset)
                else:
                    path.rect(left, low, wide, high)
                extent = (shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
                self._outline(path, shape.fill, shape.hatch, extent)
                self._edge(path, shape.stroke, shape.line, shape.dash)
            case Disc():
                path = self._pen.beginPath()
                path.circle(shape.x, -shape.y, shape.radius)
                self._outline(path, shape.fill, None, (0, 0, 0, 0))
                self._edge(path, shape.stroke, shape.line, ())
            case Words():
                self._words(shape)
            case _:
                assert_never(shape)

    def _outline(
        self,
        path: PdfPath,
        fill: OptionalTone,
        hatch: Hatch | None,
        extent: Extent,
    ) -> None:
        if fill:
            self._pen.setFillColor(ink(self._colours[fill]))
            self._pen.drawPath(path, stroke=0, fill=1)
        if hatch:
            self._hatch(path, hatch, extent)

    def _hatch(self, path: PdfPath, hatch: Hatch, extent: Extent) -> None:
        """Lines through the whole drawing, so that they run on from one polygon to the next."""
        self._pen.saveState()
        self._pen.clipPath(path, stroke=0, fill=0)
        self._pen.setStrokeColor(ink(self._colours[hatch.colour]))
        self._pen.setLineWidth(hatch.width)
        self._pen.lines([(x, -y, to, -up) for (x, y), (to, up) in hatch.lines(*extent)])
        self._pen.restoreState()

    def _edge(
        self, path: PdfPath, colour: OptionalTone, width: float, dash: tuple[float, ...]
    ) -> None:
        if not colour or not width:
            return
        self._pen.saveState()
        self._pen.setStrokeColor(ink(self._colours[colour]))
        self._pen.setLineWidth(width)
        if dash:
            self._pen.setDash(list(dash))
        self._pen.drawPath(path, stroke=1, fill=0)
        self._pen.restoreState()

    def _words(self, words: Words) -> None:
        parts = stretches(words.text, bold=words.bold)
        width = sum(unit_width(each.text, each.font) for each in parts) * words.size
        x = words.x - {"start": 0, "middle": width / 2, "end": width}[words.anchor]
        if words.halo:
            self._pen.setFillColor(ink(self._colours[words.halo]))
            self._pen.rect(
                x - 0.4 * words.size,
                -words.y - 0.33 * words.size,
                width + 0.8 * words.size,
                1.33 * words.size,
                stroke=0,
                fill=1,
            )
        text = self._pen.beginText(x, -words.y)
        text.setFillColor(ink(self._colours[words.colour]))
        for each in parts:
            text.setFont(each.font, words.size)
            text.textOut(each.text)
        text.textOut(" ")
        self._pen.drawText(text)
