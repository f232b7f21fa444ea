"""The small compositions of shapes that several figures draw."""

from __future__ import annotations

from collections.abc import Iterable

from nttp_readiness.figures.palette import OptionalTone, Tone
from nttp_readiness.figures.shapes import Box, Disc, Point, Poly, Shape, Words
from nttp_readiness.figures.text_width import CAPITAL
from nttp_readiness.values import replace


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
