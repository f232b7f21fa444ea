"""The driver diagram: three columns where it is wide, one where it is narrow."""

from itertools import pairwise

import pytest

from nttp_readiness.figures.drivers import PAPER, SCREEN, Driver, DriverAction, drivers
from nttp_readiness.figures.shapes import Box, Words
from nttp_readiness.figures.text_width import text_width

LONG = "Ask people in each role what they know and need, and write it down for everybody to see"
AIM = "To become trauma-informed and responsive"


def action(n, title=LONG):
    return DriverAction(f"k{n}", str(n), title, "Not started, Sìne Nic a’ Ghobhainn, Operations "
                        "Manager of all five offices, by 25 June 2027", f"Action {n}.")  # fmt: skip


@pytest.fixture
def rows():
    return [
        Driver("a", "Staff care, support and wellbeing", "2 Developing", (action(1), action(2))),
        Driver("b", "Whole-system collaboration", "1 Exploring", (action(3, "One"),)),
        Driver("c", "Our own actions", "", (action(4), action(5), action(106))),
    ]


FORMS = [(SCREEN, 930), (SCREEN, 720), (SCREEN, 480), (SCREEN, 240), (PAPER, 482), (PAPER, 300)]


@pytest.mark.parametrize(("measures", "width"), FORMS)
def test_no_words_run_out_of_the_drawing_or_into_each_other(rows, measures, width):
    lines: dict[float, list[tuple[float, float]]] = {}
    for each in drivers(AIM, rows, measures, width).shapes:
        if isinstance(each, Words):
            wide = text_width(each.text, each.size, each.bold)
            left = each.x - (wide if each.anchor == "end" else 0)
            assert left >= -0.1
            assert left + wide <= width + 0.1, each.text
            lines.setdefault(round(each.y, 1), []).append((left, left + wide))
    for spans in lines.values():
        ordered = sorted(spans)
        assert all(a[1] <= b[0] for a, b in pairwise(ordered))


@pytest.mark.parametrize(("measures", "width"), FORMS)
def test_actions_stand_one_below_the_other_and_can_each_be_pointed_at(rows, measures, width):
    drawing = drivers(AIM, rows, measures, width)
    assert [spot.key for spot in drawing.spots] == ["k1", "k2", "k3", "k4", "k5", "k106"]
    ends = [(s.outline[0][1], s.outline[2][1]) for s in drawing.spots]
    assert all(a[1] <= b[0] + 0.1 for a, b in pairwise(ends))
    assert ends[-1][1] <= drawing.height + 0.1


def test_wide_the_boxes_stand_in_two_columns_and_narrow_in_one(rows):
    wide = {box.x for box in drivers(AIM, rows).shapes if isinstance(box, Box)}
    assert len(wide) == 2
    narrow = [b for b in drivers(AIM, rows, width=480).shapes if isinstance(b, Box)]
    assert [b.y for b in narrow] == sorted(b.y for b in narrow)


def test_on_screen_the_aim_stands_where_the_diagram_begins_and_on_paper_in_its_middle(rows):
    def aim_and_first_driver(measures, width):
        boxes = [b for b in drivers(AIM, rows, measures, width).shapes if isinstance(b, Box)]
        aim = next(b for b in boxes if b.x == 0)
        first = min((b for b in boxes if b.x > 0), key=lambda box: box.y)
        return aim.y + aim.height / 2, first.y + first.height / 2

    aim, first = aim_and_first_driver(SCREEN, 930)
    assert aim == pytest.approx(first)
    aim, first = aim_and_first_driver(PAPER, 482)
    assert aim > first + PAPER.line


def test_without_actions_there_is_the_aim_alone():
    drawing = drivers(AIM, ())
    assert drawing.sentence == f"Our aim: {AIM}. No action has a driver yet."
    assert not drawing.spots
    assert len(drawing.table) == 1


def test_the_sentence_counts_the_actions_of_each_driver(rows):
    assert drivers(AIM, rows).sentence == (
        f"Our aim: {AIM}. What drives it: Staff care, support and wellbeing, 2 actions; "
        "Whole-system collaboration, 1 action; Our own actions, 3 actions."
    )


def test_the_table_says_the_same(rows):
    assert drivers(AIM, rows).table[3][:4] == (
        "Whole-system collaboration", "1 Exploring", "3", "One",
    )  # fmt: skip
