"""Where things stand on a slide, and how large its type can be: all in points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from nttp_readiness.figures.text_width import wrap
from nttp_readiness.presentation.papers.slide_deck import Slide, SlideBlock
from nttp_readiness.presentation.words import blocks as b
from nttp_readiness.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Area:
    """A place on a slide, from its upper left corner."""

    left: float
    top: float
    width: float
    height: float


WIDE, HIGH = 960, 540  # 16 to 9
GAP = 12
"""Air between what stands one below the other."""
LEADING = 1.2
TITLE = Area(48, 32, 864, 60)
TITLE_SLIDE = Area(48, 150, 864, 130)
SUBTITLE = Area(48, 292, 864, 100)
BODY = Area(48, 108, 864, 372)
FOOT = Area(48, 500, 864, 22)
SIZES = (24.0, 22.0, 20.0, 18.0, 16.0, 15.0, 14.0)
"""Sizes of type, the largest first; below the last a slide cannot be read from the back."""
_BETWEEN_HALVES = 36
_WIDER = 1.12
"""How much wider than in our own typeface text may be in the one that a reader has."""
_BULLET = 1.2
_CELL_AIR = 10.0
_ROW_AIR = 10.0


def halves(slide: Slide) -> tuple[Area, Area]:
    """The left and the right side; a picture and a table share the slide as they need it."""
    share = 0.56 if any(isinstance(each, b.Figure) for each in slide.left) else 0.5
    left = (BODY.width - _BETWEEN_HALVES) * share
    right = BODY.width - _BETWEEN_HALVES - left
    return (
        replace(BODY, width=left),
        replace(BODY, left=BODY.left + left + _BETWEEN_HALVES, width=right),
    )


def height_of(blocks: Sequence[SlideBlock], width: float, size: float) -> float:
    """How high the blocks are, one below the other, in type of that size."""
    between = GAP * max(len(blocks) - 1, 0)
    return sum(_height(each, width, size) for each in blocks) + between


def size_for(blocks: Sequence[SlideBlock], area: Area) -> float:
    """The largest type at which the blocks fit into the area, or the smallest that there is."""
    fits = (each for each in SIZES if height_of(blocks, area.width, each) <= area.height)
    return next(fits, SIZES[-1])


def sides_of(slide: Slide) -> list[tuple[Sequence[SlideBlock], Area, float]]:
    """The blocks of each side with their area and the size of their type: that of the fuller side
    for both, unless a picture is on one.
    """
    if not slide.right:
        return [(slide.left, BODY, size_for(slide.left, BODY))]
    sides = list(zip((slide.left, slide.right), halves(slide), strict=True))
    sizes = [size_for(blocks, area) for blocks, area in sides]
    if not any(isinstance(each, b.Figure) for blocks, _ in sides for each in blocks):
        sizes = [min(sizes)] * len(sides)
    return [(*side, size) for side, size in zip(sides, sizes, strict=True)]


def parted(slide: Slide) -> list[Slide]:
    """The slide, or as many as its table needs to be read from the back of a room."""
    match slide.left:
        case (b.Table() as table,) if not slide.right:
            parts = fitting(table, BODY)
        case _:
            return [slide]
    return [
        Slide(slide.title, (part,), notes=slide.notes if not number else ())
        for number, part in enumerate(parts)
    ]


def fitting(table: b.Table, area: Area) -> list[b.Table]:
    """The table, or its rows shared out where it is too high for the area in the smallest type."""
    if height_of((table,), area.width, SIZES[-1]) <= area.height or len(table.rows) < 2:
        return [table]
    parts: list[list[b.Row]] = [[]]
    for row in table.rows:
        tried = replace(table, rows=(*parts[-1], row))
        if parts[-1] and height_of((tried,), area.width, SIZES[-1]) > area.height:
            parts.append([])
        parts[-1].append(row)
    return [replace(table, rows=tuple(rows)) for rows in parts]


def cell_width(table: b.Table, index: int, width: float) -> float:
    """How wide a column is."""
    return table.columns[index].width / sum(each.width for each in table.columns) * width


def _height(block: SlideBlock, width: float, size: float) -> float:
    match block:
        case b.Paragraph():
            return _lines(block.words, size + 4 if block.look == "lead" else size, width)
        case b.Listing():
            inner = width - _BULLET * size
            return sum(_lines(each.words, size, inner) + 0.3 * size for each in block.items)
        case b.Notice():
            return _lines(block.heading, size, width) + sum(
                _lines(each, size, width) + 0.35 * size for each in block.words
            )
        case b.Table():
            titles = tuple(b.Cell((each.title,)) for each in block.columns)
            rows = (titles, *(row.cells for row in block.rows))
            return sum(_row_height(block, cells, width, size) for cells in rows)
        case b.Figure():
            drawing = block.drawing
            return min(drawing.height * width / drawing.width, BODY.height)
        case _:
            assert_never(block)


def _row_height(table: b.Table, cells: Sequence[b.Cell], width: float, size: float) -> float:
    return _ROW_AIR + max(
        sum(
            _lines(words, size, cell_width(table, index, width) - _CELL_AIR) for words in cell.words
        )
        for index, cell in enumerate(cells)
    )


def _lines(words: b.Words, size: float, width: float) -> float:
    """The height of a paragraph; bold is taken for all of it, to be on the safe side."""
    text = words if isinstance(words, str) else "".join(run.text for run in words)
    return len(wrap(text, size, True, width / _WIDER)) * size * LEADING
