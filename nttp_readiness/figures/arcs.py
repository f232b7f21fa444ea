"""Units, and the points of arcs and of pieces of a ring."""

from __future__ import annotations

import math

from nttp_readiness.figures.shapes import Point

MM = 72 / 25.4
"""Points in a millimetre."""
PX = 96 / 72
"""Logical pixels in a point at 100 % text."""
_STEP = 2.0
"""Degrees between two points of an arc at most, where nobody asks for others."""


def on_circle(x: float, y: float, radius: float, angle: float) -> Point:
    """The point of a circle at that angle, in degrees clockwise from the top."""
    turn = math.radians(angle)
    return x + radius * math.sin(turn), y - radius * math.cos(turn)


def arc(
    x: float, y: float, radius: float, start: float, end: float, step: float = _STEP
) -> tuple[Point, ...]:
    """Points along an arc, so many degrees or less apart; angles clockwise from the top."""
    pieces = max(2, math.ceil(abs(end - start) / step))
    return tuple(
        on_circle(x, y, radius, start + (end - start) * piece / pieces)
        for piece in range(pieces + 1)
    )


def sector(
    x: float,
    y: float,
    inner: float,
    outer: float,
    start: float,
    end: float,
    step: float = _STEP,
) -> tuple[Point, ...]:
    """The outline of a piece of a ring; angles in degrees clockwise from the top."""
    return (*arc(x, y, outer, start, end, step), *arc(x, y, inner, end, start, step))
