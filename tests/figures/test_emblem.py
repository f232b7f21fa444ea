"""The wheel as an emblem, on the start page and on the printed cover."""

from math import hypot

import pytest

from nttp_readiness.figures.arcs import MM
from nttp_readiness.figures.emblem import emblem, quarter_wheel
from nttp_readiness.figures.shapes import Poly


def test_the_emblem_has_ten_petals_of_five_rings_within_its_square():
    drawing = emblem(272)
    petals = [s for s in drawing.shapes if isinstance(s, Poly)]
    assert len(petals) == 50
    assert all(0 <= v <= 272 for s in petals for point in s.points for v in point)


def test_the_quarter_wheel_fills_its_110_mm_and_grows_darker_outwards():
    drawing = quarter_wheel()
    side = 110 * MM
    assert (drawing.width, drawing.height) == (side, side)
    rings = [s for s in drawing.shapes if isinstance(s, Poly)]
    assert [s.fill for s in rings[:5]] == [f"level{n}" for n in range(5)]
    for ring in rings:
        assert all(hypot(x - side, y - side) <= side for x, y in ring.points)
        assert all(x <= side and y <= side for x, y in ring.points)
    assert min(x for s in rings for x, _ in s.points) == pytest.approx(0, abs=1 * MM + 0.1)
