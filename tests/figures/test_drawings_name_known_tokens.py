"""Every colour that a figure names is in all four palettes, a cover's in those of the screen."""

import pytest

from nttp_readiness.figures import (
    distribution,
    drivers,
    dumbbells,
    effort_impact,
    emblem,
    marks,
    stages,
    stones,
    strip,
    wheel,
)
from nttp_readiness.figures.palette import DARK, GREY, LIGHT, PAPER
from nttp_readiness.figures.wheel_key import SCREEN_KEY, wheel_key


def tokens(drawing):
    named = set()
    for shape in drawing.shapes:
        for part in ("fill", "stroke", "colour", "halo"):
            named.add(getattr(shape, part, ""))
        if getattr(shape, "hatch", None):
            named.add(shape.hatch.colour)
    return named - {""}


@pytest.fixture
def drawings(petals, level_names):
    reaches = [strip.Reach(None, 0, 4), *(strip.Reach(n, n, n) for n in range(5))]
    standings: list[tuple[int | None, marks.Foundation]] = [
        (0, "holds"), (1, "holds"), (2, "ok"), (3, "ok"), (4, "ok"), (None, "unknown"),
    ]  # fmt: skip
    rings: tuple[effort_impact.Ring, ...] = ("now", "next", "later")
    foundations = [
        stones.Stone(str(n), "A", level, "word", standing, "")
        for n, (level, standing) in enumerate(standings)
    ]
    rows = [
        dumbbells.Comparison("a", "A", one, other, "", "") for one in reaches for other in reaches
    ]
    action = drivers.DriverAction("k", "1", "Title", "Done", "Said.")
    driver = drivers.Driver("d", "Driver", "1 Exploring", (action, action))
    axes = effort_impact.Axes(("S", "M", "L"), ("A", "B"), ("Now", "Next", "Later"), "Begin")
    placed = [
        effort_impact.Placed("k", "1", "Title", n, n % 2, ring, "Said.")
        for n, ring in enumerate(rings)
    ]
    return [
        drivers.drivers("Aim", [driver, driver], width=930),
        drivers.drivers("Aim", [driver, driver], drivers.PAPER, 300),
        effort_impact.effort_impact(placed, axes),
        effort_impact.effort_impact(placed, axes, effort_impact.PAPER, 300),
        *(wheel.wheel(petals, each) for each in (wheel.SCREEN, wheel.PAPER, wheel.LARGE)),
        wheel_key(wheel.SCREEN.cells, SCREEN_KEY, 800),
        *(strip.strip("A", reach, level_names, strip.SCREEN) for reach in reaches),
        *(strip.strip("A", reach, level_names, strip.PAPER) for reach in reaches),
        *(strip.upright_strip("A", reach, level_names) for reach in reaches),
        *(strip.small_strip(choice) for choice in (0, 1, 2, 3, 4, None, "not_relevant")),
        stages.stage_bar(("A", "B"), 0),
        stages.stage_steps(("A", "B"), 0, stages.PAPER),
        stones.stones(foundations),
        dumbbells.dumbbells(rows, level_names),
        dumbbells.dumbbell_key("A", "B"),
        distribution.distribution("A", (0, 1, 2, 3, 4), level_names, distribution.SCREEN),
        distribution.distribution("A", None, level_names, distribution.PAPER),
        emblem.quarter_wheel(),
    ]


@pytest.mark.parametrize(
    "palette", [LIGHT, DARK, PAPER, GREY], ids=["light", "dark", "paper", "grey"]
)
def test_every_figure_can_be_painted_in_every_palette(drawings, palette):
    assert all(tokens(drawing) <= set(palette) for drawing in drawings)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_emblem_can_be_painted_on_screen(palette):
    assert tokens(emblem.emblem()) <= set(palette)


def test_every_figure_has_a_name_and_a_sentence(drawings):
    assert all(drawing.name and drawing.sentence for drawing in drawings)


def test_every_row_of_a_table_is_as_long_as_its_headings(drawings):
    for drawing in drawings:
        assert len({len(row) for row in drawing.table}) <= 1


def test_every_shape_lies_within_its_drawing(drawings):
    for drawing in drawings:
        for shape in drawing.shapes:
            points = getattr(shape, "points", None) or [(shape.x, shape.y)]
            assert all(-0.1 <= x <= drawing.width + 0.1 for x, _ in points), (drawing.name, shape)
            assert all(-0.1 <= y <= drawing.height + 0.1 for _, y in points), (drawing.name, shape)
