"""Units, arcs and the small compositions of shapes that several figures draw."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

from nttp_readiness.figures.palette import OptionalTone, Tone
from nttp_readiness.figures.shapes import Box, Disc, Point, Poly, Shape, Words
from nttp_readiness.figures.text_width import CAPITAL

MM = 72 / 25.4
"""Points in a millimetre."""
PX = 96 / 72
"""Logical pixels in a point at 100 % text."""


def on_circle(x: float, y: float, radius: float, angle: float) -> Point:
    """The point of a circle at that angle, in degrees clockwise from the top."""
    turn = math.radians(angle)
    return x + radius * math.sin(turn), y - radius * math.cos(turn)


def arc(x: float, y: float, radius: float, start: float, end: float) -> tuple[Point, ...]:
    """Points along an arc, two degrees or less apart; angles clockwise from the top."""
    pieces = max(2, math.ceil(abs(end - start) / 2))
    return tuple(
        on_circle(x, y, radius, start + (end - start) * step / pieces) for step in range(pieces + 1)
    )


def sector(
    x: float, y: float, inner: float, outer: float, start: float, end: float
) -> tuple[Point, ...]:
    """The outline of a piece of a ring; angles in degrees clockwise from the top."""
    return (*arc(x, y, outer, start, end), *arc(x, y, inner, end, start))


def diamond(x: float, y: float, half: float) -> tuple[Point, ...]:
    return (x, y - half), (x + half, y), (x, y + half), (x - half, y)


def centred(
    x: float,
    y: float,
    text: str,
    size: float,
    colour: Tone = "ink",
    *,
    bold: bool = False,
    halo: OptionalTone = "",
) -> Words:
    """A line of text whose capitals and figures are centred on a point."""
    return Words(x, y + size * CAPITAL / 2, text, size, colour, bold, "middle", halo)


def on_disc(x: float, y: float, text: str, size: float, radius: float) -> tuple[Shape, ...]:
    """A bold number on a white disc: on paper no number stands on a tint or a hatch."""
    return Disc(x, y, radius, "surface"), centred(x, y, text, size, bold=True)


def whisker(
    start: Point, end: Point, across: Point, width: float, colour: Tone = "ink"
) -> tuple[Shape, ...]:
    """A line with two ends; `across` is half of an end, as a step to its side."""
    side_x, side_y = across
    ends = (((x - side_x, y - side_y), (x + side_x, y + side_y)) for x, y in (start, end))
    return tuple(
        Poly(each, stroke=colour, width=width, closed=False) for each in ((start, end), *ends)
    )


def moved(shapes: Iterable[Shape], right: float, down: float) -> tuple[Shape, ...]:
    """The shapes, further right and further down."""
    return tuple(_moved(each, right, down) for each in shapes)


def _moved(shape: Shape, right: float, down: float) -> Shape:
    if isinstance(shape, Poly):
        return replace(shape, points=tuple((x + right, y + down) for x, y in shape.points))
    if isinstance(shape, Box):
        return replace(shape, x=shape.x + right, y=shape.y + down)
    return replace(shape, x=shape.x + right, y=shape.y + down)
