"""Every pair of text and ground reaches 4.5:1, every edge, mark and focus ring 3:1."""

import pytest

from nttp_readiness.figures.palette import DARK, GREY, LIGHT, PAPER
from tests.figures.contrast import contrast

SCREENS = {"light": LIGHT, "dark": DARK}
PRINTED = {"paper": PAPER, "grey": GREY}
GROUNDS = ("paper", "surface", "margin")

SCREEN_TEXT = [
    *(
        (text, ground)
        for text in ("ink", "quiet", "loch", "heather", "moss", "bracken", "error")
        for ground in GROUNDS
    ),
    *(("on_loch", ground) for ground in ("loch", "loch_deep")),
    *((text, "loch_pale") for text in ("ink", "quiet", "loch")),
    *((hue, f"{hue}_pale") for hue in ("heather", "moss", "bracken")),
    *(("ink", f"{hue}_pale") for hue in ("heather", "moss", "bracken")),
    *((f"on{level}", f"level{level}") for level in range(5)),
    ("on_cover", "cover"),
]
SCREEN_MARKS = [
    *(("edge", ground) for ground in GROUNDS),
    *(("ring", ground) for ground in ("paper", "surface")),
    *(("focus", ground) for ground in (*GROUNDS, "loch_pale")),
    ("loch", "loch_pale"),
    ("cover_line", "cover"),
]
PRINTED_TEXT = [
    *(
        (text, ground)
        for text in ("ink", "quiet", "loch", "heather", "moss", "bracken")
        for ground in ("paper", "wash")
    ),
    ("on_loch", "loch"),
    *((f"on{level}", f"level{level}") for level in range(5)),
]
PRINTED_MARKS = [("edge", "paper"), ("ring", "paper"), ("ring", "surface")]


def too_close(palette, pairs, least):
    return [pair for pair in pairs if contrast(palette[pair[0]], palette[pair[1]]) < least]


@pytest.mark.parametrize("palette", SCREENS.values(), ids=SCREENS)
def test_text_on_screen_reaches_four_and_a_half(palette):
    assert not too_close(palette, SCREEN_TEXT, 4.5)


@pytest.mark.parametrize("palette", SCREENS.values(), ids=SCREENS)
def test_edges_marks_and_the_focus_ring_on_screen_reach_three(palette):
    assert not too_close(palette, SCREEN_MARKS, 3)


@pytest.mark.parametrize("palette", PRINTED.values(), ids=PRINTED)
def test_text_on_paper_reaches_four_and_a_half(palette):
    assert not too_close(palette, PRINTED_TEXT, 4.5)


@pytest.mark.parametrize("palette", PRINTED.values(), ids=PRINTED)
def test_edges_on_paper_reach_three(palette):
    assert not too_close(palette, PRINTED_MARKS, 3)


@pytest.mark.parametrize(
    "palette", [LIGHT, DARK, PAPER, GREY], ids=["light", "dark", "paper", "grey"]
)
def test_neighbouring_levels_stay_apart(palette):
    for level in range(4):
        assert contrast(palette[f"level{level}"], palette[f"level{level + 1}"]) > 1.15


def test_a_colour_that_is_too_pale_is_found():
    paled = LIGHT | {"quiet": "#8A93A0"}
    assert ("quiet", "paper") in too_close(paled, SCREEN_TEXT, 4.5)


def test_an_edge_that_only_decorates_is_found():
    assert too_close(LIGHT | {"edge": LIGHT["line"]}, SCREEN_MARKS, 3) == [
        ("edge", ground) for ground in GROUNDS
    ]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#FFFFFF", 21), ("#FFFFFF", "#FFFFFF", 1), ("#767676", "#FFFFFF", 4.54),
     ("#1A232E", "#FAF8F4", 15.0), ("#FAF8F4", "#1A232E", 15.0)],
)  # fmt: skip
def test_contrast_is_that_of_wcag_whichever_comes_first(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.05)
