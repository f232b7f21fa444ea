"""The foundations as stones: thick edge holds the stage, dashed edge is not known."""

import pytest

from nttp_readiness.figures.shapes import Box, Words
from nttp_readiness.figures.stones import Stone, stones


@pytest.fixture
def twelve():
    known = [
        Stone(f"F{n}", f"Foundation {n}", 3, "Established", "ok", f"Foundation {n}: Established.")
        for n in range(10)
    ]
    holding = Stone("F10", "Room to do the work", 1, "Exploring", "holds", "Room: Exploring.")
    unknown = Stone(
        "F11", "Safe staff feedback", None, "Not sure", "unknown", "Feedback: not sure."
    )
    return (*known, holding, unknown)


def edges(drawing):
    return [s for s in drawing.shapes if isinstance(s, Box) and s.radius == 6]


def test_twelve_stones_stand_in_two_courses_of_six(twelve):
    drawing = stones(twelve)
    assert len({box.y for box in edges(drawing)}) == 2
    assert {box.height for box in edges(drawing)} == {94}
    assert drawing.width == 888
    assert edges(drawing)[5].x + edges(drawing)[5].width == pytest.approx(888)


def test_a_narrow_page_takes_fewer_columns(twelve):
    drawing = stones(twelve, width=420, columns=3)
    assert len({box.y for box in edges(drawing)}) == 4
    assert max(box.x + box.width for box in edges(drawing)) == pytest.approx(420)


def test_edges_tell_what_holds_the_stage_and_what_is_not_known(twelve):
    drawn = edges(stones(twelve))
    assert (drawn[10].stroke, drawn[10].line, drawn[10].dash) == ("heather", 3, ())
    assert drawn[11].stroke == "heather"
    assert drawn[11].dash
    assert {(box.stroke, box.line) for box in drawn[:10]} == {("line", 1)}


def test_a_chip_has_the_level_or_a_question_mark_and_the_word_beside_it(twelve):
    said = [s.text for s in stones(twelve).shapes if isinstance(s, Words)]
    assert said[-3:] == ["Safe staff feedback", "?", "Not sure"]
    assert "1" in said
    assert "Exploring" in said


def test_a_long_name_makes_every_stone_higher_and_stays_whole(twelve):
    long = Stone("F12", "A name that needs a great many lines in a narrow stone", 2, "Developing",
                 "ok", "")  # fmt: skip
    drawing = stones((*twelve, long), width=300, columns=2)
    assert len({box.height for box in edges(drawing)}) == 1
    assert edges(drawing)[0].height > 94
    name = " ".join(s.text for s in drawing.shapes if isinstance(s, Words))
    assert long.name in name


def test_every_stone_can_be_pointed_at(twelve):
    drawing = stones(twelve)
    assert [spot.key for spot in drawing.spots] == [stone.key for stone in twelve]
    assert drawing.spots[10].sentence == "Room: Exploring."


def test_the_sentence_names_what_holds_the_stage_and_what_is_not_known(twelve):
    assert stones(twelve).sentence == (
        "Twelve foundations. One keeps us at this stage: Room to do the work, Exploring. "
        "One is not known: Safe staff feedback."
    )


def test_several_are_counted_in_words(twelve):
    assert "Two keep us at this stage: Room" in stones((twelve[10], *twelve[10:])).sentence
    assert "Two are not known: Safe" in stones((*twelve, twelve[11])).sentence


def test_the_table_says_the_same(twelve):
    table = stones(twelve).table
    assert table[1] == ("Foundation 0", "3 Established", "")
    assert table[11] == ("Room to do the work", "1 Exploring", "Keeps us at this stage")
    assert table[12] == ("Safe staff feedback", "Not sure", "Not known")
