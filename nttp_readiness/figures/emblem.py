"""The wheel as an emblem: on the start page's cover, and a quarter of it on the printed cover."""

from __future__ import annotations

from nttp_readiness.figures.arcs import MM, sector
from nttp_readiness.figures.palette import COVER_TONES, LEVEL_TONES, OptionalTone
from nttp_readiness.figures.shapes import Disc, Drawing, Poly, Shape
from nttp_readiness.i18n import tr

LEVELS = range(5)
_REACHED = (2, 3, 1, 2, 3, 1, 2, 3, 2, 1)
"""How far each petal of the emblem is filled. It is no assessment's."""


def emblem(side: float = 272) -> Drawing:
    """Ten petals in lines on the cover's colour."""
    middle, radius = side / 2, side / 2 - 1
    hub = radius * 0.12
    ring = (radius - hub) / len(LEVELS)
    shapes: list[Shape] = []
    for place, reached in enumerate(_REACHED):
        for step in LEVELS:
            inner, turn = hub + step * ring, place * 36
            outline = sector(middle, middle, inner, inner + ring, turn - 16.4, turn + 16.4, 5)
            fill: OptionalTone = COVER_TONES[step] if step <= reached else ""
            shapes.append(Poly(outline, fill, "cover_line"))
    shapes.append(Disc(middle, middle, hub, "cover", "cover_line"))
    said = tr("A wheel of ten petals, each filled as far as it has got.")
    return Drawing(side, side, tuple(shapes), tr("Emblem"), said)


def quarter_wheel(radius: float = 110 * MM) -> Drawing:
    """The upper left quarter of a wheel in the colours of the levels, centre at the lower right."""
    hub = radius * 0.248
    ring = (radius - hub) / len(LEVELS)
    air = 1 * MM
    shapes: list[Shape] = []
    for petal in range(3):
        for step in LEVELS:
            inner = hub + step * ring
            start = 270 + petal * 30
            outline = sector(
                radius, radius, inner, inner + ring - air, start + 0.75, start + 30 - 0.75
            )
            shapes.append(Poly(outline, LEVEL_TONES[step]))
    said = tr("A quarter of a wheel in five tints.")
    return Drawing(radius, radius, tuple(shapes), tr("Emblem"), said)
