"""Effort and impact: each action as its number in the right cell, however many there are."""

import pytest

from nttp_readiness.figures.effort_impact import PAPER, SCREEN, Axes, Placed, effort_impact
from nttp_readiness.figures.shapes import Box, Disc, Words

AXES = Axes(
    ("Small effort", "Medium effort", "Large effort"),
    ("Most impact", "Much impact", "Some impact"),
    ("Now", "Next", "Later"),
    "Good to begin with",
)
FORMS = [(SCREEN, 930), (SCREEN, 520), (SCREEN, 400), (SCREEN, 240), (PAPER, 482), (PAPER, 300)]


def placed(n, effort, impact, ring="now"):
    return Placed(f"k{n}", str(n), f"Title {n}", effort, impact, ring, f"Action {n}.")


SOME = [placed(1, 0, 0), placed(2, 0, 0, "next"), placed(3, 2, 1, "later"), placed(4, 1, 2)]


@pytest.mark.parametrize(("measures", "width"), FORMS)
@pytest.mark.parametrize("many", [SOME, [placed(n, 0, 1) for n in range(100, 140)]])
def test_every_disc_lies_within_its_cell_and_clear_of_the_others(measures, width, many):
    drawing = effort_impact(many, AXES, measures, width)
    cells = [s for s in drawing.shapes if isinstance(s, Box)]
    assert len(cells) == 9
    assert len(drawing.spots) == len(many)
    for one, spot in zip(many, drawing.spots, strict=True):
        cell = cells[one.impact * 3 + one.effort]
        xs, ys = zip(*spot.outline, strict=True)
        assert cell.x <= min(xs)
        assert max(xs) <= cell.x + cell.width
        assert cell.y <= min(ys)
        assert max(ys) <= cell.y + cell.height
    middles = [(sum(x) / len(x), sum(y) / len(y))
               for x, y in (zip(*s.outline, strict=True) for s in drawing.spots)]  # fmt: skip
    for n, (x, y) in enumerate(middles):
        for other_x, other_y in middles[n + 1 :]:
            assert (x - other_x) ** 2 + (y - other_y) ** 2 >= (2 * measures.disc) ** 2


def test_the_horizon_is_told_by_the_ring_and_not_by_colour_alone():
    discs = [s for s in effort_impact(SOME, AXES).shapes if isinstance(s, Disc)][:4]
    now, after, later, _ = discs
    assert (now.fill, after.fill, later.fill) == ("loch", "surface", "surface")
    assert after.line > later.line


def test_on_paper_no_number_stands_on_a_tint():
    discs = [s for s in effort_impact(SOME, AXES, PAPER, 482).shapes if isinstance(s, Disc)]
    assert {disc.fill for disc in discs} == {"surface"}
    assert len({disc.line for disc in discs}) == 3


def test_the_key_names_every_ring():
    said = [s.text for s in effort_impact(SOME, AXES).shapes if isinstance(s, Words)]
    assert said[-3:] == ["Now", "Next", "Later"]


def test_sentence_and_table_say_the_same_cells():
    drawing = effort_impact(SOME, AXES)
    assert drawing.sentence == (
        "4 actions by impact and effort. Most impact, Small effort: 1, 2; Much impact, Large "
        "effort: 3; Some impact, Medium effort: 4."
    )
    assert drawing.table[3] == ("3", "Title 3", "Much impact", "Large effort", "Later")
    assert effort_impact((), AXES).sentence == "0 actions."
