"""The wheel as print.md and mockups.md describe it: solid, hatched, empty, an arc at the level."""

from dataclasses import replace
from itertools import combinations
from math import atan2, degrees, hypot

import pytest

from nttp_readiness.figures.arcs import MM
from nttp_readiness.figures.shapes import Disc, Poly, Words
from nttp_readiness.figures.text_width import text_width
from nttp_readiness.figures.wheel import LARGE, PAPER, SCREEN, wheel
from nttp_readiness.figures.wheel_key import SCREEN_KEY, wheel_key

SIZES = [SCREEN, PAPER, LARGE]
SIZE_NAMES = ["screen", "paper", "large"]


def sectors(drawing):
    """The five rings of each petal, from the hub outwards."""
    rings = [s for s in drawing.shapes if isinstance(s, Poly) and s.closed and len(s.points) > 8]
    return [rings[start : start + 5] for start in range(0, len(rings), 5)]


def arcs(drawing):
    return [s for s in drawing.shapes if isinstance(s, Poly) and s.stroke == "ink"]


def words(drawing):
    return [s for s in drawing.shapes if isinstance(s, Words)]


def hub_height(drawing, measures):
    """How far down the centre lies: a spot begins on the rim, whose radius is known."""
    (x, y), *_ = drawing.spots[0].outline
    across = x - measures.width / 2
    return y + (measures.radius**2 - across**2) ** 0.5


def seen(ring):
    return "hatched" if ring.hatch else "solid" if ring.fill.startswith("level") else "empty"


@pytest.mark.parametrize("measures", SIZES, ids=SIZE_NAMES)
def test_rings_are_solid_up_to_the_low_end_and_hatched_up_to_the_high_end(petals, measures):
    drawn = sectors(wheel(petals, measures))
    assert [[seen(ring) for ring in petal].count("solid") for petal in drawn] == [
        petal.low + 1 for petal in petals
    ]
    assert [[seen(ring) for ring in petal].count("hatched") for petal in drawn] == [
        petal.high - petal.low for petal in petals
    ]
    for petal in drawn:
        assert [seen(ring) for ring in petal] == sorted(
            (seen(ring) for ring in petal), key=["solid", "hatched", "empty"].index
        )


def test_a_solid_ring_has_the_tint_of_its_own_level(petals):
    first = sectors(wheel(petals, PAPER))[0]
    assert [ring.fill for ring in first] == ["level0", "level1", "level2", "level3", "surface"]


@pytest.mark.parametrize("measures", SIZES, ids=SIZE_NAMES)
def test_an_arc_runs_along_the_outer_edge_of_the_levels_ring(petals, measures):
    petals = [replace(petal, foundations=()) for petal in petals]
    measures = replace(measures, key=None)
    drawing = wheel(petals, measures)
    x, y = measures.width / 2, hub_height(drawing, measures)
    known = [petal for petal in petals if petal.level is not None]
    for petal, arc in zip(known, arcs(drawing), strict=True):
        radius = measures.hub + (petal.level + 1) * measures.ring
        assert all(hypot(px - x, py - y) == pytest.approx(radius) for px, py in arc.points)


def test_a_provisional_level_has_a_broken_arc_and_a_range_alone_has_none(petals):
    drawing = wheel(petals, replace(PAPER, key=None))
    assert [bool(arc.dash) for arc in arcs(drawing)] == [
        petal.provisional for petal in petals if petal.level is not None
    ]


def test_with_nothing_known_all_but_not_yet_is_hatched_and_no_level_is_drawn(petals):
    unknown = [replace(p, level=None, low=0, high=4, foundations=()) for p in petals]
    drawing = wheel(unknown, replace(PAPER, key=None))
    assert [seen(ring) for ring in sectors(drawing)[0]] == ["solid", *["hatched"] * 4]
    assert not arcs(drawing)


def test_where_nothing_applies_the_petal_is_empty_and_says_so(petals):
    none = replace(petals[0], level=None, low=None, high=None)
    drawing = wheel([none, *petals[1:]], PAPER)
    assert [seen(ring) for ring in sectors(drawing)[0]] == ["empty"] * 5
    assert "No level" in [each.text for each in words(drawing)]
    assert "No level: Leadership and culture." in drawing.sentence


def test_the_printed_wheel_has_the_measures_of_the_page(petals):
    drawing = wheel(petals, PAPER)
    assert drawing.width == pytest.approx(170 * MM)
    assert drawing.height == pytest.approx((121 + 4 + 4) * MM, abs=4)
    assert pytest.approx(47 * MM) == PAPER.radius


def test_the_wheel_on_screen_has_the_measures_of_the_page(petals):
    drawing = wheel(petals, SCREEN)
    assert (drawing.width, drawing.height) == (452, 380)
    assert SCREEN.radius == 134.5


def test_ten_printed_petals_begin_at_65_7_degrees_and_stand_34_6_apart(petals):
    drawing = wheel(petals, PAPER)
    x, y = PAPER.width / 2, hub_height(drawing, PAPER)
    sides = []
    for petal in sectors(drawing):
        outer = petal[4].points[: len(petal[4].points) // 2]
        sides.append([degrees(atan2(y - py, px - x)) for px, py in (outer[0], outer[-1])])
    start, end = sides[0]
    assert (start + end) / 2 == pytest.approx(65.7)
    assert start - end == pytest.approx(34.6 - 3)
    following = sides[1]
    assert (following[0] + following[1]) / 2 == pytest.approx(65.7 - 34.6)


def test_on_paper_a_number_stands_on_a_white_disc_in_the_middle_of_its_ring(petals):
    drawing = wheel(petals, replace(PAPER, key=None))
    x, y = PAPER.width / 2, hub_height(drawing, PAPER)
    discs = [s for s in drawing.shapes if isinstance(s, Disc) and s.fill == "surface"]
    levels = [petal.level for petal in petals if petal.level is not None]
    for disc, level in zip(discs, levels, strict=True):
        assert disc.radius == pytest.approx(2.55 * MM)
        ring = (hypot(disc.x - x, disc.y - y) - PAPER.hub) / PAPER.ring
        assert ring == pytest.approx(level + 0.5)


def test_foundations_stand_outside_the_petal_in_the_order_of_the_bank(petals):
    drawing = wheel(petals, replace(PAPER, key=None))
    x, y = PAPER.width / 2, hub_height(drawing, PAPER)
    marks = [
        s for s in drawing.shapes if isinstance(s, Disc | Poly) and "heather" in (s.fill, s.stroke)
    ]
    kinds = [
        "ok" if isinstance(s, Disc) else "holds" if s.fill == "heather" else "unknown"
        for s in marks
    ]
    assert kinds == [kind for petal in petals for kind in petal.foundations]
    dots = [s for s in marks if isinstance(s, Disc)]
    assert all(
        hypot(dot.x - x, dot.y - y) == pytest.approx(PAPER.radius + 3.1 * MM) for dot in dots
    )


def test_the_ring_scale_stands_in_the_opening_at_the_top(petals):
    drawing = wheel(petals, replace(PAPER, key=None))
    scale = [s for s in words(drawing) if s.size == 8]
    assert [s.text for s in scale] == ["0", "1", "2", "3", "4"]
    assert {s.x for s in scale} == {PAPER.width / 2}
    assert [s.y for s in scale] == sorted((s.y for s in scale), reverse=True)


def test_on_screen_the_top_petal_carries_the_scale_and_hatching_gets_a_plate(petals):
    drawing = wheel([petals[1], *petals[1:]], SCREEN)
    assert [(s.text, s.colour, s.halo) for s in words(drawing)[:5]] == [
        ("0", "on0", ""),
        ("1", "on1", ""),
        ("2", "ink", "surface"),
        ("3", "quiet", ""),
        ("4", "quiet", ""),
    ]


def test_a_printed_label_says_number_name_and_standing(petals):
    said = " ".join(s.text for s in words(wheel(petals, PAPER)))
    assert "6 Feedback loops, data and improvement Level 2, provisional, range 0 to 2" in said
    assert "10 Service design and delivery Range only, 0 to 3" in said


def test_a_name_of_more_than_three_lines_gives_way_to_the_short_name_then_the_number(petals):
    long = replace(petals[2], name="A very long name of a domain indeed " * 3)
    said = [s.text for s in words(wheel([*petals[:2], long, *petals[3:]], PAPER))]
    assert "3 Power sharing" in said
    longer = replace(long, short_name="A very long name of a domain indeed " * 3)
    said = [s.text for s in words(wheel([*petals[:2], longer, *petals[3:]], PAPER)) if s.bold]
    assert "3" in said


def test_large_print_has_numbers_only_and_no_text_below_sixteen_points(petals):
    drawing = wheel(petals, LARGE)
    said = [s for s in words(drawing) if s.text != "?"]
    assert min(s.size for s in said) >= 16
    assert {"1", "10"} <= {s.text for s in said}
    assert not any("Leadership" in s.text for s in said)


@pytest.mark.parametrize("count", range(4, 13))
@pytest.mark.parametrize("measures", SIZES, ids=SIZE_NAMES)
def test_labels_lie_inside_the_drawing_and_never_on_each_other(petals, measures, count):
    some = [replace(each, number=n + 1) for n, each in enumerate((petals + petals)[:count])]
    drawing = wheel(some, measures)
    boxes = []
    for each in words(drawing):
        wide = text_width(each.text, each.size, each.bold)
        left = each.x - {"start": 0, "middle": wide / 2, "end": wide}[each.anchor]
        boxes.append((left, each.y - 0.7 * each.size, left + wide, each.y + 0.2 * each.size))
    for left, top, right, bottom in boxes:
        assert left >= -0.5
        assert right <= drawing.width + 0.5
        assert top >= 0
        assert bottom <= drawing.height + 0.5
    for one, other in combinations(boxes, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)


@pytest.mark.parametrize("count", [3, 13])
def test_a_wheel_of_too_few_or_too_many_domains_is_refused(petals, count):
    with pytest.raises(ValueError, match="4 to 12"):
        wheel((petals + petals)[:count], SCREEN)


def test_the_sentence_says_all_that_the_picture_shows(petals):
    assert wheel(petals, PAPER).sentence == (
        "Readiness wheel, ten domains, levels 0 to 4. "
        "Level 3: Leadership and culture; Sharing learning and celebrating success. "
        "Level 2: Staff care, support and wellbeing; Accountability and long-term commitment; "
        "Workforce knowledge, capacity and capability; Whole-system collaboration. "
        "Level 1: Lived experience and power sharing; Policies, processes and places. "
        "Provisional: Feedback loops, data and improvement, level 2, could be 0 to 2. "
        "Range only: Service design and delivery, 0 to 3. "
        "Two foundations keep us at this stage, in domains 2 and 3. One is not known, in domain 2. "
        "The table below says the same."
    )


def test_the_sentence_speaks_of_one_foundation_as_of_one(petals):
    def said(*kinds):
        some = [replace(petal, foundations=()) for petal in petals]
        some[1] = replace(some[1], foundations=kinds)
        return wheel(some, SCREEN).sentence

    assert "One foundation keeps us at this stage, in domain 2." in said("holds", "ok")
    assert "One foundation is not known, in domain 2." in said("unknown")
    assert "Two foundations are not known, in domain 2." in said("unknown", "unknown")
    assert "foundation" not in said("ok")


def test_the_table_says_the_same_as_the_picture(petals):
    heading, *rows = wheel(petals, PAPER).table
    assert heading == ("No.", "Domain", "Level", "Could be")
    assert rows[1] == ("2", "Staff care, support and wellbeing", "2", "1 to 2")
    assert rows[5][2:] == ("2, provisional", "0 to 2")
    assert rows[9][2:] == ("Range only", "0 to 3")


def test_every_petal_can_be_pointed_at(petals):
    drawing = wheel(petals, SCREEN)
    assert [spot.key for spot in drawing.spots] == [petal.key for petal in petals]
    assert [spot.sentence for spot in drawing.spots] == [petal.sentence for petal in petals]
    for spot, petal in zip(drawing.spots, sectors(drawing), strict=True):
        assert set(spot.outline) >= set(petal[4].points[: len(petal[4].points) // 2])


def test_the_key_on_screen_takes_a_second_row_where_the_page_is_narrow():
    wide = wheel_key(SCREEN.cells, SCREEN_KEY, 888)
    narrow = wheel_key(SCREEN.cells, SCREEN_KEY, 300)
    assert narrow.height > wide.height
    assert wide.sentence == "Certain, Could be: depends on unknown answers, Level"
