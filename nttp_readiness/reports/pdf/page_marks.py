"""The small signs before a name. Each has its own shape; the words beside it say the same."""

from __future__ import annotations

from math import cos, pi, sin

from nttp_readiness.figures.marks import foundation_mark
from nttp_readiness.figures.shapes import Disc, Drawing, Poly, Shape
from nttp_readiness.presentation.words.blocks import Mark
from nttp_readiness.reports.pdf.page_styles import MM

_LINE = 1.2


def mark_drawing(mark: Mark, half: float = 2.3 * MM) -> Drawing:
    """The sign in a square of twice `half`, in points. Status signs and the tick are smaller."""
    return Drawing(2 * half, 2 * half, _shapes(mark, half), name="", sentence="")


def _shapes(mark: Mark, half: float) -> tuple[Shape, ...]:
    disc, status = 0.87 * half, 0.66 * half
    match mark:
        case "":
            return ()
        case "holds" | "unknown":
            return foundation_mark(mark, half, half, half)
        case "foundation":
            return foundation_mark("ok", half, half, half)
        case "strength":
            tick = ((-0.45, 0.02), (-0.12, 0.36), (0.46, -0.32))
            line = tuple((half + x * disc, half + y * disc) for x, y in tick)
            return (
                Disc(half, half, disc, fill="moss"),
                Poly(line, stroke="paper", width=0.24 * disc, closed=False),
            )
        case "not_started" | "in_progress" | "done" | "paused" | "dropped":
            ring = Disc(half, half, status - _LINE / 2, stroke="ink", line=_LINE)
            return (ring, *_status(mark, half, status))


def _status(mark: Mark, half: float, size: float) -> tuple[Shape, ...]:
    inner = 0.5 * size
    match mark:
        case "in_progress":
            arc = [
                (half + size * sin(pi * i / 24), half - size * cos(pi * i / 24)) for i in range(25)
            ]
            return (Poly(tuple(arc), fill="ink"),)
        case "done":
            return (Disc(half, half, size, fill="ink"),)
        case "paused":
            return tuple(
                _bar(
                    (half + side * 0.36 * inner, half - inner),
                    (half + side * 0.36 * inner, half + inner),
                )
                for side in (-1, 1)
            )
        case "dropped":
            return (_bar((half - size, half), (half + size, half)),)
        case _:
            return ()


def _bar(start: tuple[float, float], end: tuple[float, float]) -> Poly:
    return Poly((start, end), stroke="ink", width=_LINE, closed=False)
