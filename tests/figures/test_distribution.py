"""One question's counts: bars from one line, nobody as a line, withheld as hatching alone."""

from fractions import Fraction

import pytest

from nttp_readiness.figures.distribution import (
    PAPER,
    ROOM,
    ROOM_BESIDE,
    SCREEN,
    distribution,
    largest_share,
)
from nttp_readiness.figures.shapes import Box, Poly, Words

COUNTS = (1, 4, 0, 5, 1)


def bars(drawing, measures):
    return [s for s in drawing.shapes if isinstance(s, Box) and s.x == measures.bar_at]


@pytest.mark.parametrize("measures", [ROOM, SCREEN, PAPER], ids=["room", "screen", "paper"])
def test_bars_begin_at_one_line_and_are_as_long_as_their_counts(level_names, measures):
    drawn = bars(distribution("Our answers", COUNTS, level_names, measures), measures)
    assert [bar.width / measures.longest for bar in drawn] == pytest.approx([0.2, 0.8, 1, 0.2])


def test_in_the_room_the_largest_count_is_284_long_and_bars_are_36_high(level_names):
    drawn = bars(distribution("Our answers", COUNTS, level_names, ROOM), ROOM)
    assert max(bar.width for bar in drawn) == 284
    assert {bar.height for bar in drawn} == {36}


def test_nobody_is_a_line_with_a_nought(level_names):
    drawing = distribution("Our answers", COUNTS, level_names, ROOM)
    (line,) = (s for s in drawing.shapes if isinstance(s, Poly))
    assert {x for x, _ in line.points} == {ROOM.bar_at}
    counts = [s.text for s in drawing.shapes if isinstance(s, Words) and s.x > ROOM.bar_at]
    assert counts == ["1", "4", "0", "5", "1"]


def test_with_no_answers_at_all_every_level_is_a_line(level_names):
    drawing = distribution("Our answers", (0,) * 5, level_names, ROOM)
    assert not bars(drawing, ROOM)


def test_withheld_counts_are_hatched_alike_and_show_no_number(level_names):
    drawing = distribution("Our answers", None, level_names, ROOM)
    drawn = bars(drawing, ROOM)
    assert len(drawn) == 5
    assert all(bar.hatch for bar in drawn)
    assert {bar.width for bar in drawn} == {284}
    assert not [s for s in drawing.shapes if isinstance(s, Words) and s.x > ROOM.bar_at]
    assert drawing.sentence == "“Our answers”: the counts are not shown, to protect people."
    assert {row[1] for row in drawing.table[1:]} == {"Not shown"}


def test_on_paper_no_number_stands_on_a_tint(level_names):
    chips = [
        s
        for s in distribution("Our answers", COUNTS, level_names, PAPER).shapes
        if isinstance(s, Box) and s.x == 0
    ]
    assert {chip.fill for chip in chips} == {"surface"}


def test_the_sentence_and_the_table_say_each_count(level_names):
    drawing = distribution("Our answers", COUNTS, level_names, SCREEN)
    assert drawing.sentence == (
        "Our answers: 11 answers; 1 at 0 Not yet, 4 at 1 Exploring, 0 at 2 Developing, "
        "5 at 3 Established, 1 at 4 Embedded."
    )
    assert drawing.table[2] == ("1 Exploring", "4")


def test_groups_of_different_sizes_are_drawn_by_shares_of_each(level_names):
    """Half of six people is as long as half of sixty."""
    few, many, hidden = (1, 3, 2, 0, 0), (0, 30, 15, 15, 0), None
    longest = largest_share((few, many, hidden))
    assert longest == Fraction(1, 2)
    drawn = [
        bars(distribution("Our answers", each, level_names, ROOM_BESIDE, longest), ROOM_BESIDE)
        for each in (few, many)
    ]
    assert [max(bar.width for bar in each) for each in drawn] == [160, 160]
    one = distribution("Our answers", (5, 5, 5, 5, 0), level_names, ROOM_BESIDE, longest)
    assert {bar.width for bar in bars(one, ROOM_BESIDE)} == {80}
    assert largest_share((hidden,)) == 0
