"""The colours behind the tokens that drawings and windows name: two for screen, two for paper.

All four carry every token that a drawing uses, so that one drawing serves them all. Text reaches
4.5:1 on its ground, edges and marks 3:1; `line` and the tints of the levels are never alone in
saying something.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

Tone = Literal[
    "paper", "surface", "margin", "ink", "quiet", "line", "edge", "ring", "loch", "on_loch",
    "loch_deep", "loch_pale", "heather", "heather_pale", "moss", "moss_pale", "bracken",
    "bracken_pale", "error", "focus", "level0", "level1", "level2", "level3", "level4", "on0",
    "on1", "on2", "on3", "on4", "cover", "on_cover", "cover_line", "cover0", "cover1", "cover2",
    "cover3",
]  # fmt: skip
"""A token for a colour."""
OptionalTone = Tone | Literal[""]
"""Empty for none."""
PaperTone = Tone | Literal["wash"]
"""Paper has one more."""
Colours = Mapping[PaperTone, str]
LEVEL_TONES: Final[tuple[Tone, ...]] = ("level0", "level1", "level2", "level3", "level4")
ON_TONES: Final[tuple[Tone, ...]] = ("on0", "on1", "on2", "on3", "on4")
"""What is written on each of them."""
COVER_TONES: Final[tuple[Tone, ...]] = ("cover0", "cover1", "cover2", "cover3")

LIGHT: Final[dict[Tone, str]] = {
    "paper": "#FAF8F4",
    "surface": "#FFFFFF",
    "margin": "#F1EDE5",
    "ink": "#1A232E",
    "quiet": "#465363",
    "line": "#D8D3C9",
    "edge": "#78756E",
    "ring": "#8F8B82",
    "loch": "#0B5566",
    "on_loch": "#FFFFFF",
    "loch_deep": "#083F4C",
    "loch_pale": "#E2EEF1",
    "heather": "#6B3F8F",
    "heather_pale": "#F3ECF8",
    "moss": "#2F6B3C",
    "moss_pale": "#E9F2EA",
    "bracken": "#8A5200",
    "bracken_pale": "#FAF0DF",
    "error": "#A3261C",
    "focus": "#1A232E",
    "level0": "#EDF3F4",
    "level1": "#C9DFE4",
    "level2": "#8DBBC6",
    "level3": "#36798A",
    "level4": "#0B4A59",
    "on0": "#1A232E",
    "on1": "#1A232E",
    "on2": "#1A232E",
    "on3": "#FFFFFF",
    "on4": "#FFFFFF",
    "cover": "#0B5566",
    "on_cover": "#FFFFFF",
    "cover_line": "#7FB4BF",
    "cover0": "#1A6475",
    "cover1": "#2A7182",
    "cover2": "#3D8090",
    "cover3": "#57949F",
}

DARK: Final[dict[Tone, str]] = {
    "paper": "#14181C",
    "surface": "#1C2228",
    "margin": "#0F1316",
    "ink": "#ECEFF2",
    "quiet": "#B3BEC9",
    "line": "#363F48",
    "edge": "#7F8C99",
    "ring": "#68747F",
    "loch": "#6CC3D5",
    "on_loch": "#0B2027",
    "loch_deep": "#9FE0EC",
    "loch_pale": "#17343C",
    "heather": "#C6A3E4",
    "heather_pale": "#2B2236",
    "moss": "#86C995",
    "moss_pale": "#1C2F22",
    "bracken": "#E3B062",
    "bracken_pale": "#33281A",
    "error": "#F2A29B",
    "focus": "#ECEFF2",
    "level0": "#222D33",
    "level1": "#26444D",
    "level2": "#2F6170",
    "level3": "#4E9CAE",
    "level4": "#8FDCEB",
    "on0": "#ECEFF2",
    "on1": "#ECEFF2",
    "on2": "#ECEFF2",
    "on3": "#0B2027",
    "on4": "#0B2027",
    # The start page's cover is the same in both themes.
    "cover": "#0B5566",
    "on_cover": "#FFFFFF",
    "cover_line": "#7FB4BF",
    "cover0": "#1A6475",
    "cover1": "#2A7182",
    "cover2": "#3D8090",
    "cover3": "#57949F",
}

PAPER: Final[dict[PaperTone, str]] = {
    "paper": "#FFFFFF",
    "surface": "#FFFFFF",
    "wash": "#EEF4F5",
    "ink": "#1A232E",
    "quiet": "#465363",
    "line": "#C9CED4",
    "edge": "#75828F",
    "ring": "#75828F",
    "loch": "#0B5566",
    "on_loch": "#FFFFFF",
    "heather": "#6B3F8F",
    "moss": "#2F6B3C",
    "bracken": "#8A5200",
    "level0": "#E3EFF1",
    "level1": "#B9D6DC",
    "level2": "#86B7C2",
    "level3": "#4B8F9F",
    "level4": "#0B5566",
    "on0": "#1A232E",
    "on1": "#1A232E",
    "on2": "#1A232E",
    "on3": "#000000",
    "on4": "#FFFFFF",
}
"""The printed page. Its figures set numbers on white discs, never on a tint."""

GREY: Final[dict[PaperTone, str]] = {
    "paper": "#FFFFFF",
    "surface": "#FFFFFF",
    "wash": "#F1F1F1",
    "ink": "#000000",
    "quiet": "#333333",
    "line": "#BDBDBD",
    "edge": "#6E6E6E",
    "ring": "#6E6E6E",
    "loch": "#1E1E1E",
    "on_loch": "#FFFFFF",
    "heather": "#000000",
    "moss": "#000000",
    "bracken": "#000000",
    "level0": "#F0F0F0",
    "level1": "#D2D2D2",
    "level2": "#ADADAD",
    "level3": "#7C7C7C",
    "level4": "#2B2B2B",
    "on0": "#000000",
    "on1": "#000000",
    "on2": "#000000",
    "on3": "#000000",
    "on4": "#FFFFFF",
}
"""For a black and white printer or a photocopy: neighbouring levels stay apart."""
