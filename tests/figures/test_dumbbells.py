"""Two rounds on one axis: ring for the earlier, disc for the later, down drawn as up."""

from itertools import pairwise

import pytest

from nttp_readiness.figures.arcs import MM
from nttp_readiness.figures.dumbbells import (
    NARROW,
    PAPER,
    SCREEN,
    Comparison,
    dumbbell_key,
    dumbbells,
)
from nttp_readiness.figures.shapes import Disc, Poly, Words
from nttp_readiness.figures.strip import Reach
from nttp_readiness.figures.text_width import text_width


def level(n):
    return Reach(n, n, n)


def row(before, after, change="", name="Power sharing"):
    return Comparison(name, name, before, after, change, f"{name} in a sentence.")


UP = row(level(1), level(2), "Up one")
DOWN = row(level(2), level(1), "Down one")
SAME = row(level(1), level(1), "Same level")
RANGES = row(Reach(None, 0, 1), Reach(None, 0, 2), "Range only")


def discs(drawing):
    return [s for s in drawing.shapes if isinstance(s, Disc)]


def axis(drawing):
    """Where the levels stand, from the lines that run down from their names."""
    return sorted(
        {s.points[0][0] for s in drawing.shapes if isinstance(s, Poly) and s.stroke == "line"}
    )


def test_the_levels_are_88_apart_on_screen(level_names):
    stands = axis(dumbbells([UP], level_names))
    assert [b - a for a, b in pairwise(stands)] == [88] * 4


def test_the_earlier_level_is_an_open_ring_and_the_later_one_a_disc(level_names):
    drawing = dumbbells([UP], level_names)
    ring, disc = discs(drawing)
    assert (ring.x, disc.x) == (axis(drawing)[1], axis(drawing)[2])
    assert (ring.fill, disc.fill) == ("surface", "loch")
    assert (ring.radius, disc.radius) == (8, 11)


def test_down_is_drawn_exactly_as_up_with_the_chevron_the_other_way(level_names):
    up, down = dumbbells([UP], level_names), dumbbells([DOWN], level_names)
    assert [(d.fill, d.stroke, d.radius) for d in discs(up)] == [
        (d.fill, d.stroke, d.radius) for d in discs(down)
    ]

    def direction(drawing):
        (chevron,) = (s for s in drawing.shapes if isinstance(s, Poly) and s.stroke == "on_loch")
        return chevron.points[1][0] - chevron.points[0][0]

    assert direction(up) == pytest.approx(-direction(down))
    assert direction(up) > 0


def test_no_change_is_a_disc_inside_a_ring(level_names):
    outer, inner = discs(dumbbells([SAME], level_names))
    assert (outer.x, outer.y) == (inner.x, inner.y)
    assert outer.radius > inner.radius


def test_ranges_are_two_lines_the_earlier_above_the_later(level_names):
    drawing = dumbbells([RANGES], level_names)
    assert not discs(drawing)
    lines = [s for s in drawing.shapes if isinstance(s, Poly) and s.width == SCREEN.edge]
    (earlier, *_), (later, *_) = (
        [s for s in lines if s.stroke == colour] for colour in ("edge", "loch")
    )
    assert earlier.points[0][1] < later.points[0][1]
    assert later.points[1][0] == axis(drawing)[2]


def test_a_level_after_a_range_is_a_disc_under_the_line(level_names):
    drawing = dumbbells([row(Reach(None, 0, 1), level(3), "Range only")], level_names)
    (disc,) = discs(drawing)
    assert disc.x == axis(drawing)[3]


@pytest.mark.parametrize("measures", [SCREEN, PAPER], ids=["screen", "paper"])
@pytest.mark.parametrize("width", [420, 835, 836, 858, 888])
def test_words_of_a_row_never_run_into_each_other(level_names, measures, width):
    width = width if measures is SCREEN else 170 * MM
    drawing = dumbbells([UP, RANGES], level_names, measures, width)
    spans: dict[float, list[tuple[float, float]]] = {}
    for each in (s for s in drawing.shapes if isinstance(s, Words)):
        wide = text_width(each.text, each.size, each.bold)
        left = each.x - {"start": 0, "middle": wide / 2, "end": wide}[each.anchor]
        spans.setdefault(round(each.y, 1), []).append((left, left + wide))
    for line in spans.values():
        ordered = sorted(line)
        assert ordered[0][0] >= 0
        assert ordered[-1][1] <= width
        assert all(a[1] < b[0] for a, b in pairwise(ordered))


def test_a_narrow_page_puts_name_and_change_above_the_chart(level_names):
    wide, narrow = dumbbells([UP], level_names), dumbbells([UP], level_names, width=420)
    assert narrow.width == 420
    assert narrow.height > wide.height
    assert "was 1, now 2. Up one" in [s.text for s in narrow.shapes if isinstance(s, Words)]


@pytest.mark.parametrize("change", ["Up one", "No clear change"])
def test_on_a_telephone_a_long_name_does_not_touch_what_it_was(level_names, change):
    """It read "wellbeingwas 2"."""
    names = ("Power sharing", "Staff care and wellbeing", "Whole-system working")
    drawing = dumbbells([row(level(2), level(2), change, each) for each in names], level_names,
                        NARROW, 288)  # fmt: skip
    said = [each for each in drawing.shapes if isinstance(each, Words)]
    for name in names:
        (left,) = [each for each in said if each.text == name]
        (right,) = [each for each in said if each.y == left.y and each.anchor == "end"]
        ends = left.x + text_width(name, left.size, left.bold)
        assert ends + 6 <= right.x - text_width(right.text, right.size, right.bold)
        assert right.text.startswith("was 2, now 2")


def test_in_a_little_less_room_the_levels_stand_closer_and_the_words_keep_their_columns(
    level_names,
):
    wide, less = dumbbells([UP], level_names), dumbbells([UP], level_names, width=848)
    assert [b - a for a, b in pairwise(axis(less))] == pytest.approx([78] * 4)

    def change(drawing):
        return next(s.x for s in drawing.shapes if isinstance(s, Words) and s.text == "Up one")

    assert change(wide) - change(less) == 40


def test_with_a_line_of_its_own_the_chart_takes_the_width(level_names):
    stands = axis(dumbbells([UP], level_names, width=600))
    assert (stands[0], stands[-1]) == (SCREEN.margin, 600 - SCREEN.margin)


def test_every_row_can_be_pointed_at(level_names):
    (spot,) = dumbbells([UP], level_names).spots
    assert (spot.key, spot.sentence) == ("Power sharing", "Power sharing in a sentence.")


def test_the_sentence_sorts_the_domains_by_what_became_of_them(level_names):
    rows = [UP, row(level(3), level(2), "Down one", "Accountability"),
            row(level(0), level(0), "Same level", "Service design"),
            row(Reach(None, 0, 1), level(1), "Range only", "Feedback and data")]  # fmt: skip
    assert dumbbells(rows, level_names).sentence == (
        "Levels of two rounds, 0 to 4. Up: Power sharing, 1 to 2. Down: Accountability, 3 to 2. "
        "Same level: Service design. Range only: Feedback and data."
    )


def test_the_table_says_was_now_and_change(level_names):
    assert dumbbells([RANGES], level_names).table[1] == (
        "Power sharing", "0 to 1", "0 to 2", "Range only",
    )  # fmt: skip


def test_the_key_names_both_rounds():
    key = dumbbell_key("Round 1, 12 March 2026", "Round 2, 21 November 2026")
    assert key.sentence == "Round 1, 12 March 2026; Round 2, 21 November 2026."
    assert [s.text for s in key.shapes if isinstance(s, Words)][-1] == "Both"
