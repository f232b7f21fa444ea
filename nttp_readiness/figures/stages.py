"""The stages: a quiet bar on screen, pointed steps on paper. They are not a race: no ticks."""

from __future__ import annotations

from collections.abc import Sequence

from nttp_readiness.figures.arcs import MM, PX
from nttp_readiness.figures.counts import count_words
from nttp_readiness.figures.palette import OptionalTone, Tone
from nttp_readiness.figures.shapes import Box, Drawing, Poly, Shape, Words
from nttp_readiness.figures.text_width import CAPITAL, balanced, text_width, wrap
from nttp_readiness.i18n import tr, trn
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class StepMeasures:
    """Pointed steps: how wide and high all five are, in points."""

    width: float
    height: float
    point: float = 3 * MM
    gap: float = 1 * MM
    size: float = 9.6
    line: float = 11.6


PAPER = StepMeasures(170 * MM, 13 * MM)
ONE_PAGE = StepMeasures(178 * MM, 12.5 * MM)

_GAP, _BAR = 5, 8
_SIZE, _LINE = 10 * PX, 18


def stage_rows(names: Sequence[str], current: int | None, width: float = 288) -> Drawing:
    """The bar for a narrow screen: a segment before each name, one under another."""
    return _stage_rows(names, current, width) if names else _none(width)


def stage_bar(names: Sequence[str], current: int | None, width: float = 888) -> Drawing:
    """Segments with their names beneath; `current` is the place of the stage, None without one."""
    if not names:
        return _none(width)
    each = (width - _GAP * (len(names) - 1)) / len(names)
    widest = max(text_width(word, _SIZE, bold=True) for name in names for word in name.split())
    if widest > each - 6:
        return _stage_rows(names, current, width)
    shapes: list[Shape] = []
    rows = 1
    for place, name in enumerate(names):
        x, here = place * (each + _GAP), place == current
        edge: Tone = "loch" if here else "edge"
        fill: Tone = "loch" if here else "surface"
        shapes.append(Box(x, 0, each, _BAR, fill, edge, radius=_BAR / 2))
        tone: Tone = "ink" if here else "quiet"
        lines = [(line, tone) for line in wrap(name, _SIZE, here, each - 6)]
        if here:
            lines += [(line, "loch") for line in wrap(tr("We are here"), _SIZE, True, each - 6)]
        rows = max(rows, len(lines))
        shapes += [
            Words(x, _BAR + 21 + row * _LINE, line, _SIZE, colour, here)
            for row, (line, colour) in enumerate(lines)
        ]
    return _described(width, _BAR + 27 + (rows - 1) * _LINE, shapes, names, current)


def _stage_rows(names: Sequence[str], current: int | None, width: float) -> Drawing:
    """The bar for a narrow page: a segment before each name, one under another."""
    segment, words_at = 40.0, 52.0
    shapes: list[Shape] = []
    y = 0.0
    for place, name in enumerate(names):
        here = place == current
        fill: Tone = "loch" if here else "surface"
        edge: Tone = "loch" if here else "edge"
        tone: Tone = "ink" if here else "quiet"
        lines = [(line, tone) for line in wrap(name, _SIZE, here, width - words_at)]
        if here:
            lines.append((tr("We are here"), "loch"))
        middle = y + _LINE / 2
        shapes.append(Box(0, middle - _BAR / 2, segment, _BAR, fill, edge, radius=_BAR / 2))
        for line, colour in lines:
            base = y + _LINE / 2 + _SIZE * CAPITAL / 2
            shapes.append(Words(words_at, base, line, _SIZE, colour, here))
            y += _LINE
        y += 8
    return _described(width, y, shapes, names, current)


def stage_steps(names: Sequence[str], current: int | None, measures: StepMeasures) -> Drawing:
    """Steps that point on, the present one filled."""
    if not names:
        return _none(measures.width)
    tip, high = measures.point, measures.height
    overlap = tip - measures.gap
    each = (measures.width + overlap * (len(names) - 1)) / len(names)
    shapes: list[Shape] = []
    for place, name in enumerate(names):
        x, here = place * (each - overlap), place == current
        notch = 0.0 if place == 0 else tip
        outline = (
            (x, 0.0), (x + each - tip, 0.0), (x + each, high / 2), (x + each - tip, high),
            (x, high), (x + notch, high / 2),
        )  # fmt: skip
        fill: OptionalTone = "loch" if here else ""
        edge: Tone = "loch" if here else "edge"
        shapes.append(Poly(outline, fill, edge, 0.6))
        # The words stand between the notch and the foot of the point.
        middle = x + (notch + each - tip) / 2 + tip / 4
        lines = balanced(name, measures.size, here, each - notch - tip - 1.5 * MM)
        first = (high - (len(lines) - 1) * measures.line + measures.size * CAPITAL) / 2
        shapes += [
            Words(middle, first + row * measures.line, line, measures.size,
                  "on_loch" if here else "quiet", here, "middle")
            for row, line in enumerate(lines)
        ]  # fmt: skip
    return _described(measures.width, high, shapes, names, current)


def _none(width: float) -> Drawing:
    """A bank may have no stages."""
    return Drawing(
        width, 1.0, (), tr("Readiness stages"), tr("These questions name no stages."), ()
    )


def _described(
    width: float, height: float, shapes: Sequence[Shape], names: Sequence[str], current: int | None
) -> Drawing:
    said = [
        tr("{name} (we are here)").format(name=name) if place == current else name
        for place, name in enumerate(names)
    ]
    count = count_words(len(names)).capitalize()
    sentence = trn(
        "{n} stage: {names}.", "{n} stages: {names}.", len(names), n=count, names=", ".join(said)
    )
    rows = [(tr("Stage"), tr("Where we are"))]
    rows += [
        (name, tr("We are here") if place == current else "") for place, name in enumerate(names)
    ]
    return Drawing(width, height, tuple(shapes), tr("Readiness stages"), sentence, tuple(rows))
