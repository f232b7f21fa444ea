"""The five stages: one is ours, none is ticked."""

import pytest

from nttp_readiness.figures.arcs import MM
from nttp_readiness.figures.shapes import Box, Poly, Words
from nttp_readiness.figures.stages import ONE_PAGE, PAPER, stage_bar, stage_steps

STAGES = (
    "Build foundations first",
    "Find out first",
    "Ready to start small",
    "Ready to roll out",
    "Embedding",
)
SENTENCE = (
    "Five stages: Build foundations first (we are here), Find out first, "
    "Ready to start small, Ready to roll out, Embedding."
)


def of_kind(drawing, kind):
    return [s for s in drawing.shapes if isinstance(s, kind)]


def test_both_forms_say_the_same_sentence():
    assert stage_bar(STAGES, 0).sentence == SENTENCE
    assert stage_steps(STAGES, 0, PAPER).sentence == SENTENCE


def test_the_bar_fills_only_the_present_segment():
    drawing = stage_bar(STAGES, 2)
    assert [box.fill == "loch" for box in of_kind(drawing, Box)] == [
        False,
        False,
        True,
        False,
        False,
    ]
    assert {box.height for box in of_kind(drawing, Box)} == {8}
    bold = [s.text for s in of_kind(drawing, Words) if s.bold]
    assert bold == ["Ready to start small", "We are here"]


def test_without_a_stage_nothing_is_filled_and_nowhere_is_here():
    for drawing in (stage_bar(STAGES, None), stage_steps(STAGES, None, PAPER)):
        assert not any(s.bold for s in of_kind(drawing, Words))
        assert "here" not in drawing.sentence


def test_the_bar_spans_its_width_in_equal_segments():
    boxes = of_kind(stage_bar(STAGES, 0, width=600), Box)
    assert boxes[-1].x + boxes[-1].width == pytest.approx(600)
    assert len({round(box.width, 6) for box in boxes}) == 1


def test_on_a_narrow_page_the_names_stand_one_under_another_and_no_word_is_broken():
    drawing = stage_bar(STAGES, 0, width=320)
    assert {box.x for box in of_kind(drawing, Box)} == {0}
    words = " ".join(s.text for s in of_kind(drawing, Words))
    assert words.startswith("Build foundations first We are here Find out first")


@pytest.mark.parametrize("measures", [PAPER, ONE_PAGE], ids=["plan", "one page"])
def test_the_steps_point_on_and_fill_the_width(measures):
    steps = of_kind(stage_steps(STAGES, 1, measures), Poly)
    assert max(x for step in steps for x, _ in step.points) == pytest.approx(measures.width)
    first, second = steps[0], steps[1]
    assert first.points[1][0] < first.points[2][0]
    assert second.points[0][0] == pytest.approx(first.points[2][0] - 3 * MM + 1 * MM)
    assert [step.fill for step in steps] == ["", "loch", "", "", ""]


def test_the_words_of_a_step_are_white_on_the_filled_one_and_quiet_elsewhere():
    drawing = stage_steps(STAGES, 4, PAPER)
    colours = {s.text: s.colour for s in of_kind(drawing, Words)}
    assert colours["Embedding"] == "on_loch"
    assert colours["Find out first"] == "quiet"


def test_the_table_says_where_we_are():
    assert stage_bar(STAGES, 1).table[2] == ("Find out first", "We are here")
