"""The key under the wheel: a sample of each mark with its word."""

from __future__ import annotations

from collections.abc import Sequence

from nttp_readiness.figures.arcs import MM, PX
from nttp_readiness.figures.cells import CellLook, filled
from nttp_readiness.figures.geometry import moved, on_disc
from nttp_readiness.figures.marks import Foundation, foundation_mark
from nttp_readiness.figures.shapes import Box, Drawing, Poly, Shape, Words
from nttp_readiness.figures.text_width import CAPITAL, text_width
from nttp_readiness.i18n import tr
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class KeyMeasures:
    """`sample` is the width and height of a cell's sample, `mark` half of a diamond's."""

    sample: tuple[float, float]
    size: float
    line: float
    words_away: float
    gap: float
    mark: float
    frame: float
    disc: float
    above: float


@dataclass(frozen=True, slots=True)
class KeyItem:
    """A sample that is `width` wide and stands on the line y = 0, half above and half below."""

    shapes: tuple[Shape, ...]
    width: float
    words: str


PAPER_KEY = KeyMeasures(
    sample=(8 * MM, 4 * MM), size=9.2, line=6 * MM, words_away=1.8 * MM, gap=3 * MM,
    mark=2.3 * MM, frame=2.6, disc=1.55 * MM, above=4 * MM,
)  # fmt: skip
SCREEN_KEY = KeyMeasures(
    sample=(30, 22), size=10 * PX, line=30, words_away=8, gap=26, mark=8, frame=4, disc=0, above=0
)


def wheel_key(cells: CellLook, measures: KeyMeasures, width: float) -> Drawing:
    """The key on its own, for a page that shows it under wheel and table together."""
    wide, high = measures.sample
    third = wide / 3
    tints = tuple(
        filled(Box(place * third, -high / 2, third, high), place, "certain", cells)
        for place in range(3)
    )
    hatched = filled(Box(0, -high / 2, wide, high), 0, "possible", cells)
    line = Poly(((0, 0), (26, 0)), stroke="ink", width=measures.frame, closed=False)
    items = (
        KeyItem(tints, wide, tr("Certain")),
        KeyItem((hatched,), wide, tr("Could be: depends on unknown answers")),
        KeyItem((line,), 26, tr("Level")),
    )
    shapes, height = laid_out(items, measures, width)
    return Drawing(width, height, shapes, tr("Key"), ", ".join(each.words for each in items))


def key_items(cells: CellLook, measures: KeyMeasures, *, marks: bool) -> tuple[KeyItem, ...]:
    """The six samples of the printed wheel; without the foundations' marks only three."""
    wide, high = measures.sample
    outline = Box(0, -high / 2, wide, high)
    edge = measures.frame / 2
    framed = (
        filled(outline, 2, "certain", cells),
        Box(-edge, -high / 2 - edge, wide + 2 * edge, high + 2 * edge, "", "ink", measures.frame),
        *on_disc(wide / 2, 0, "2", measures.disc * 1.9, measures.disc),
    )
    items = (
        KeyItem((filled(outline, 2, "certain", cells),), wide, tr("certain")),
        KeyItem((filled(outline, 2, "possible", cells),), wide, tr("possible")),
        KeyItem(framed, wide, tr("our level")),
    )
    if not marks:
        return items
    kinds: tuple[tuple[Foundation, str], ...] = (
        ("holds", tr("keeps us at this stage")),
        ("unknown", tr("not known")),
        ("ok", tr("level 2 or more")),
    )
    return items + tuple(
        KeyItem(foundation_mark(kind, measures.mark, 0, measures.mark), 2 * measures.mark, words)
        for kind, words in kinds
    )


def laid_out(
    items: Sequence[KeyItem], measures: KeyMeasures, width: float
) -> tuple[tuple[Shape, ...], float]:
    """The items in a row, or in as many as the width asks for, and the height that they take."""
    half = max(measures.sample[1] / 2 + measures.frame / 2, measures.mark)
    shapes: list[Shape] = []
    x, y = 0.0, half
    for item in items:
        words_at = item.width + measures.words_away
        wide = words_at + text_width(item.words, measures.size, bold=False)
        if x and x + wide > width:
            x, y = 0.0, y + measures.line
        words = Words(words_at, measures.size * CAPITAL / 2, item.words, measures.size, "quiet")
        shapes += moved((*item.shapes, words), x, y)
        x += wide + measures.gap
    return tuple(shapes), y + half
