"""The foundations as courses of stones: a thick edge holds the stage, a dashed one is not known."""

from __future__ import annotations

from collections.abc import Sequence

from nttp_readiness.figures.arcs import PX
from nttp_readiness.figures.counts import count_words
from nttp_readiness.figures.geometry import centred
from nttp_readiness.figures.marks import Foundation
from nttp_readiness.figures.palette import LEVEL_TONES, ON_TONES, Tone
from nttp_readiness.figures.shapes import Box, Drawing, Shape, Spot, Words
from nttp_readiness.figures.text_width import CAPITAL, wrap
from nttp_readiness.i18n import tr, trn
from nttp_readiness.values import dataclass

_GAP, _PADDING, _CHIP = 8, 12, 24
_SIZE, _LINE = 10 * PX, 17
_FIRST_LINE, _UNDER_NAME = 20, 15


@dataclass(frozen=True, slots=True)
class Stone:
    """A foundation; `word` is its level's name, or what was answered instead."""

    key: str
    name: str
    level: int | None
    word: str
    standing: Foundation
    sentence: str


def stones(foundations: Sequence[Stone], width: float = 888, columns: int = 6) -> Drawing:
    """The stones in rows of so many, each as high as the longest name needs, 94 or more."""
    wide = (width - _GAP * (columns - 1)) / columns
    named = [wrap(each.name, _SIZE, False, wide - 2 * _PADDING + 4) for each in foundations]
    lines = max([2, *map(len, named)])
    high = 94 + (lines - 2) * _LINE
    shapes: list[Shape] = []
    spots: list[Spot] = []
    for place, (stone, name) in enumerate(zip(foundations, named, strict=True)):
        row, column = divmod(place, columns)
        x, y = column * (wide + _GAP), row * (high + _GAP)
        shapes += [
            _edge(stone, x, y, wide, high),
            *(
                Words(x + _PADDING, y + _FIRST_LINE + n * _LINE + _SIZE * CAPITAL / 2, line, _SIZE)
                for n, line in enumerate(name)
            ),
            *_chip(stone, x + _PADDING, y + high - _CHIP - 12),
        ]
        corners = (x, y), (x + wide, y), (x + wide, y + high), (x, y + high)
        spots.append(Spot(stone.key, corners, stone.sentence))
    rows = -(-len(foundations) // columns)
    height = rows * (high + _GAP) - _GAP
    return Drawing(
        width, height, tuple(shapes), tr("The foundations"), _sentence(foundations),
        _table(foundations), tuple(spots),
    )  # fmt: skip


def _edge(stone: Stone, x: float, y: float, wide: float, high: float) -> Box:
    stroke: Tone = "heather" if stone.standing in {"holds", "unknown"} else "line"
    line = {"holds": 3.0, "unknown": 2.0}.get(stone.standing, 1.0)
    dash = (5.0, 3.6) if stone.standing == "unknown" else ()
    return Box(x, y, wide, high, "surface", stroke, line, radius=6, dash=dash)


def _chip(stone: Stone, x: float, y: float) -> tuple[Shape, ...]:
    """The number in its level's colour, or a question mark in a dashed square, and the word."""
    level = stone.level
    fill: Tone = "surface" if level is None else LEVEL_TONES[level]
    colour: Tone = "ink" if level is None else ON_TONES[level]
    dash = (2.6, 2.0) if level is None else ()
    square = Box(x, y, _CHIP, _CHIP, fill, "edge", radius=5, dash=dash)
    text = "?" if level is None else str(level)
    middle = y + _CHIP / 2
    return (
        square,
        centred(x + _CHIP / 2, middle, text, _SIZE, colour, bold=True),
        Words(x + _CHIP + 8, middle + _SIZE * CAPITAL / 2, stone.word, _SIZE),
    )


def _sentence(foundations: Sequence[Stone]) -> str:
    said = [
        trn(
            "{n} foundation.",
            "{n} foundations.",
            len(foundations),
            n=count_words(len(foundations)).capitalize(),
        ),
    ]
    holding = [f"{each.name}, {each.word}" for each in foundations if each.standing == "holds"]
    unknown = [each.name for each in foundations if each.standing == "unknown"]
    if holding:
        said.append(
            trn(
                "One keeps us at this stage: {names}.",
                "{n} keep us at this stage: {names}.",
                len(holding),
                n=count_words(len(holding)).capitalize(),
                names="; ".join(holding),
            )
        )
    if unknown:
        said.append(
            trn(
                "One is not known: {names}.",
                "{n} are not known: {names}.",
                len(unknown),
                n=count_words(len(unknown)).capitalize(),
                names="; ".join(unknown),
            )
        )
    return " ".join(said)


def _table(foundations: Sequence[Stone]) -> tuple[tuple[str, ...], ...]:
    role = {"holds": tr("Keeps us at this stage"), "unknown": tr("Not known"), "ok": ""}
    rows = [(tr("Foundation"), tr("Answer"), tr("What it means"))]
    for each in foundations:
        answer = each.word if each.level is None else f"{each.level} {each.word}"
        rows.append((each.name, answer, role[each.standing]))
    return tuple(rows)
