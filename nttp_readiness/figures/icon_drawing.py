"""A line icon as a drawing, for paper, Word and the web: decoration beside words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nttp_readiness.figures.icons import BOX, ICONS, SOLID, Glyph
from nttp_readiness.figures.palette import OptionalTone, Tone
from nttp_readiness.figures.shapes import Disc, Drawing, Point, Poly, Shape

_STEP = re.compile(r"([MLHVCZO])([^MLHVCZO]*)")
_CURVE = 10
"""Straight pieces that stand for a curve."""
_LINE = 1.7


def icon_drawing(glyph: Glyph, size: float, colour: Tone = "loch") -> Drawing:
    """The icon in a square of that size, without a sentence: what it stands for is beside it."""
    scale = size / BOX
    lines = _shapes(ICONS[glyph], scale, stroke=colour)
    solid = _shapes(SOLID.get(glyph, ""), scale, fill=colour)
    return Drawing(size, size, (*lines, *solid), "", "")


def _shapes(
    path: str, scale: float, *, stroke: OptionalTone = "", fill: OptionalTone = ""
) -> Iterator[Shape]:
    width = _LINE * scale if stroke else 0
    points: list[Point] = []
    for command, numbers in _STEP.findall(path):
        given = [float(each) * scale for each in numbers.split()]
        match command:
            case "O":
                x, y, radius = given
                yield Disc(x, y, radius, fill=fill, stroke=stroke, line=width)
            case "M":
                if len(points) > 1:
                    yield _line(points, stroke, fill, width)
                points = _pairs(given)
            case "L":
                points += _pairs(given)
            case "H":
                points.append((given[0], points[-1][1]))
            case "V":
                points.append((points[-1][0], given[0]))
            case "C":
                for at in range(0, len(given), 6):
                    points += _curve(points[-1], _pairs(given[at : at + 6]))
            case "Z":
                yield Poly(tuple(points), fill=fill, stroke=stroke, width=width)
                points = points[:1]
    if len(points) > 1:
        yield _line(points, stroke, fill, width)


def _line(points: list[Point], stroke: OptionalTone, fill: OptionalTone, width: float) -> Poly:
    return Poly(tuple(points), fill=fill, stroke=stroke, width=width, closed=bool(fill))


def _pairs(numbers: list[float]) -> list[Point]:
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _curve(start: Point, controls: list[Point]) -> Iterator[Point]:
    """Points along a cubic curve, without its start."""
    first, second, end = controls
    for step in range(1, _CURVE + 1):
        t = step / _CURVE
        parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        yield (
            sum(part * point[0] for part, point in zip(parts, (start, first, second, end),
                                                         strict=True)),
            sum(part * point[1] for part, point in zip(parts, (start, first, second, end),
                                                         strict=True)),
        )  # fmt: skip
