"""The small marks of a foundation: each has its own shape, so that no colour is needed."""

from __future__ import annotations

from typing import Literal

from nttp_readiness.figures.geometry import centred, diamond
from nttp_readiness.figures.shapes import Disc, Poly, Shape

Foundation = Literal["holds", "unknown", "ok"]


def foundation_mark(kind: Foundation, x: float, y: float, half: float) -> tuple[Shape, ...]:
    """Filled diamond: holds the stage. Open one with a question mark: not known. Dot: neither."""
    if kind == "holds":
        return (Poly(diamond(x, y, half), fill="heather"),)
    if kind == "ok":
        return (Disc(x, y, 0.55 * half, "heather"),)
    return (
        Poly(diamond(x, y, half), fill="surface", stroke="heather", width=half * 0.22),
        centred(x, y, "?", half * 1.25, "heather", bold=True),
    )
