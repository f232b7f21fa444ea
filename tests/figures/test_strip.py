"""The level strip: five cells, the level's edge, the range as a line, and the same in words."""

from dataclasses import replace
from itertools import pairwise

import pytest

from nttp_readiness.figures.arcs import MM
from nttp_readiness.figures.shapes import Box, Disc, Poly, Words
from nttp_readiness.figures.strip import PAPER, SCREEN, Reach, small_strip, strip, upright_strip

CERTAIN = Reach(2, 2, 2)
RANGE = Reach(2, 1, 2)
PROVISIONAL = Reach(1, 0, 2, provisional=True)
RANGE_ONLY = Reach(None, 0, 3)
NAME = "Staff care, support and wellbeing"


def cells(drawing):
    return [s for s in drawing.shapes if isinstance(s, Box) and s.fill]


def frames(drawing):
    return [s for s in drawing.shapes if isinstance(s, Box) and s.stroke == "ink"]


def lines(drawing):
    return [s for s in drawing.shapes if isinstance(s, Poly) and not s.closed]


def marks(drawing):
    return [s for s in drawing.shapes if isinstance(s, Poly) and s.closed]


def middle(box):
    return box.x + box.width / 2


@pytest.mark.parametrize("measures", [SCREEN, PAPER], ids=["screen", "paper"])
def test_cells_are_solid_to_the_low_end_hatched_to_the_high_end_then_empty(level_names, measures):
    drawn = cells(strip(NAME, PROVISIONAL, level_names, measures))
    assert [cell.fill for cell in drawn] == ["level0", *["surface"] * 4]
    assert [cell.hatch is not None for cell in drawn] == [False, True, True, False, False]


def test_the_strip_on_screen_is_304_wide_with_cells_of_59_by_28(level_names):
    drawing = strip(NAME, CERTAIN, level_names, SCREEN)
    assert (drawing.width, drawing.height) == (304, 52)
    assert {(cell.width, cell.height) for cell in cells(drawing)} == {(59, 28)}
    gaps = {b.x - a.x - a.width for a, b in pairwise(cells(drawing))}
    assert gaps == {1.5}


def test_the_printed_strip_is_as_wide_as_the_page_with_cells_8_mm_high(level_names):
    drawing = strip(NAME, CERTAIN, level_names, PAPER)
    assert drawing.width == pytest.approx(170 * MM, abs=0.1)
    assert {cell.height for cell in cells(drawing)} == {8 * MM}


@pytest.mark.parametrize("measures", [SCREEN, PAPER], ids=["screen", "paper"])
def test_the_levels_cell_has_an_edge_of_ink_that_is_broken_while_provisional(level_names, measures):
    (frame,) = frames(strip(NAME, RANGE, level_names, measures))
    assert middle(frame) == pytest.approx(
        middle(cells(strip(NAME, RANGE, level_names, measures))[2])
    )
    assert not frame.dash
    (frame,) = frames(strip(NAME, PROVISIONAL, level_names, measures))
    assert frame.dash


@pytest.mark.parametrize("measures", [SCREEN, PAPER], ids=["screen", "paper"])
def test_the_line_runs_from_the_middle_of_the_low_cell_to_that_of_the_high_one(
    level_names, measures
):
    drawing = strip(NAME, PROVISIONAL, level_names, measures)
    (start, end), *ends = (line.points for line in lines(drawing))
    assert start[0] == pytest.approx(middle(cells(drawing)[0]))
    assert end[0] == pytest.approx(middle(cells(drawing)[2]))
    assert len(ends) == 2


@pytest.mark.parametrize("measures", [SCREEN, PAPER], ids=["screen", "paper"])
def test_without_a_range_there_is_no_line(level_names, measures):
    assert not lines(strip(NAME, CERTAIN, level_names, measures))


def test_on_screen_a_triangle_marks_the_level_and_a_diamond_does_on_the_range(level_names):
    (triangle,) = marks(strip(NAME, CERTAIN, level_names, SCREEN))
    (diamond,) = marks(strip(NAME, RANGE, level_names, SCREEN))
    assert (len(triangle.points), len(diamond.points)) == (3, 4)


def test_a_range_alone_has_a_line_and_neither_marker_frame_nor_bold_number(level_names):
    drawing = strip(NAME, RANGE_ONLY, level_names, SCREEN)
    assert lines(drawing)
    assert not marks(drawing)
    assert not frames(drawing)
    assert not any(s.bold for s in drawing.shapes if isinstance(s, Words))


def test_on_paper_the_number_stands_on_a_disc_and_the_triangle_does_not_touch_the_edge(level_names):
    drawing = strip(NAME, RANGE, level_names, PAPER)
    (disc,) = (s for s in drawing.shapes if isinstance(s, Disc))
    assert disc.radius == pytest.approx(2.9 * MM)
    (triangle,) = marks(drawing)
    assert max(y for _, y in triangle.points) < frames(drawing)[0].y
    assert "Our level" in [s.text for s in drawing.shapes if isinstance(s, Words)]
    provisional = strip(NAME, PROVISIONAL, level_names, PAPER)
    assert "Provisional level" in [s.text for s in provisional.shapes if isinstance(s, Words)]


def test_a_long_level_name_takes_more_lines_and_the_strip_grows(level_names):
    longer = (*level_names[:4], "Embedded in everything that we do together")
    usual = strip(NAME, CERTAIN, level_names, PAPER)
    grown = strip(NAME, CERTAIN, longer, PAPER)
    assert grown.height > usual.height


def test_the_upright_strip_has_4_on_top_and_says_which_is_ours(level_names):
    drawing = upright_strip(NAME, RANGE, level_names)
    said = [s for s in drawing.shapes if isinstance(s, Words) and s.anchor == "start"]
    assert [s.text[0] for s in sorted(said, key=lambda s: s.y)] == ["4", "3", "2", "1", "0"]
    assert [s.text for s in said if s.bold] == ["2  Developing   (our level)"]
    assert {(cell.width, cell.height) for cell in cells(drawing)} == {(52 * MM, 10.6 * MM)}
    assert max(x for line in lines(drawing) for x, _ in line.points) < cells(drawing)[0].x


@pytest.mark.parametrize(
    ("reach", "sentence"),
    [
        (RANGE, "level 2, Developing; could be 1 to 2."),
        (CERTAIN, "level 2, Developing."),
        (PROVISIONAL, "level 1, Exploring, provisional; could be 0 to 2."),
        (RANGE_ONLY, "no single level; could be 0 to 3."),
    ],
)
def test_the_sentence_says_level_and_range_in_every_form(level_names, reach, sentence):
    said = f"Level strip for {NAME}: {sentence}"
    assert strip(NAME, reach, level_names, PAPER).sentence == said
    assert strip(NAME, reach, level_names, SCREEN).sentence == said
    assert upright_strip(NAME, reach, level_names).sentence == said


def test_the_table_has_one_row_with_level_and_range(level_names):
    assert strip(NAME, RANGE, level_names, PAPER).table[1] == (NAME, "2 Developing", "1 to 2")
    assert strip(NAME, RANGE_ONLY, level_names, PAPER).table[1] == (NAME, "Range only", "0 to 3")


def test_a_small_strip_is_tinted_up_to_its_answer_with_edge_and_number_there():
    drawing = small_strip(3)
    assert [cell.fill for cell in cells(drawing)] == [
        "level0",
        "level1",
        "level2",
        "level3",
        "surface",
    ]
    (frame,) = frames(drawing)
    assert middle(frame) == pytest.approx(middle(cells(drawing)[3]))
    assert [s.text for s in drawing.shapes if isinstance(s, Words)] == ["3"]


@pytest.mark.parametrize("choice", ["not_sure", "rather_not_say", None])
def test_an_answer_that_is_not_known_hatches_all_five_cells(choice):
    drawing = small_strip(choice)
    assert all(cell.hatch for cell in cells(drawing))
    assert [s.text for s in drawing.shapes if isinstance(s, Words)] == ["?"]
    assert not frames(drawing)


def test_not_relevant_is_one_line():
    (line,) = small_strip("not_relevant").shapes
    assert isinstance(line, Poly)


def test_every_small_strip_takes_the_same_room():
    sizes = {(small_strip(c).width, small_strip(c).height) for c in (0, 4, None, "not_relevant")}
    assert len(sizes) == 1


def test_a_strip_of_other_measures_keeps_its_cells_together(level_names):
    wider = replace(SCREEN, cell=(70, 30))
    assert strip(NAME, CERTAIN, level_names, wider).width == 2 * 1.5 + 5 * 70 + 4 * 1.5
