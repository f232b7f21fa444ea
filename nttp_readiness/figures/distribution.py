"""How many chose each level: bars from one line, a line alone for nobody, hatching for withheld."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from nttp_readiness.figures.arcs import MM, PX
from nttp_readiness.figures.geometry import centred
from nttp_readiness.figures.palette import LEVEL_TONES, ON_TONES, Tone
from nttp_readiness.figures.shapes import Box, Drawing, Hatch, Poly, Shape, Words
from nttp_readiness.figures.text_width import CAPITAL, text_width
from nttp_readiness.i18n import tr, trn
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class BarMeasures:
    """`longest` is the bar of the largest count; everything in the drawing's unit."""

    chip: float
    row: float
    name_away: float
    bar_at: float
    bar: float
    longest: float
    size: float
    count_size: float
    corner: float
    line: float
    hatch: Hatch
    tinted: bool = True
    """Whether the chip of a level has its tint; on paper no number stands on one."""
    named: bool = True
    """Whether the levels' names stand beside their chips, or are heard alone."""


ROOM = BarMeasures(
    chip=44, row=58, name_away=14, bar_at=250, bar=36, longest=284, size=24 * PX,
    count_size=24 * PX, corner=6, line=3, hatch=Hatch("edge", 17, 2),
)  # fmt: skip
ROOM_BESIDE = BarMeasures(
    chip=36, row=46, name_away=0, bar_at=48, bar=28, longest=160, size=20 * PX,
    count_size=22 * PX, corner=6, line=3, hatch=Hatch("edge", 17, 2), named=False,
)  # fmt: skip
"""Several beside each other on the wall."""
SCREEN = BarMeasures(
    chip=24, row=32, name_away=10, bar_at=136, bar=20, longest=160, size=10.5 * PX,
    count_size=10.5 * PX, corner=4, line=2, hatch=Hatch("edge", 8.5, 1.25),
)  # fmt: skip
PAPER = BarMeasures(
    chip=5 * MM, row=7 * MM, name_away=2.5 * MM, bar_at=33 * MM, bar=4.4 * MM, longest=38 * MM,
    size=10, count_size=10, corner=0.8 * MM, line=1.1, hatch=Hatch("edge", 1.7 * MM, 0.7),
    tinted=False,
)  # fmt: skip
"""With words beside it."""
LARGE_PRINT = BarMeasures(
    chip=9 * MM, row=12 * MM, name_away=4 * MM, bar_at=62 * MM, bar=7.5 * MM, longest=90 * MM,
    size=16, count_size=16, corner=1.2 * MM, line=1.6, hatch=Hatch("edge", 2.6 * MM, 1.1),
    tinted=False,
)  # fmt: skip

NARROW_LARGE_PRINT = BarMeasures(
    chip=26, row=38, name_away=8, bar_at=122, bar=22, longest=124, size=16, count_size=16,
    corner=3, line=1.6, hatch=Hatch("edge", 7, 1.1), tinted=False,
)  # fmt: skip
"""For a screen 288 wide."""


def largest_share(several: Iterable[Sequence[int] | None]) -> Fraction:
    """The largest part that any level has of its own group: the longest bar of those that stand
    beside each other. 0 where nothing is shown.
    """
    shown = [counts for counts in several if counts is not None]
    shares = [Fraction(max(counts), sum(counts)) for counts in shown if any(counts)]
    return max(shares, default=Fraction(0))


def distribution(
    title: str,
    counts: Sequence[int] | None,
    names: Sequence[str],
    measures: BarMeasures,
    longest: Fraction = Fraction(0),
) -> Drawing:
    """One question's counts for the levels 0 to 4, under the levels' names.

    None where the counts are withheld: then every row is hatched alike and no number is drawn.
    The largest count fills the bar; or that share of a group, to compare groups of any size.
    """
    m = measures
    most = max((*(counts or ()), 1))
    whole = float(longest * sum(counts or ())) or most
    shapes: list[Shape] = []
    for step, name in enumerate(names):
        y = step * m.row + m.chip / 2
        shapes += _chip(step, y, m)
        if m.named:
            shapes.append(Words(m.chip + m.name_away, y + m.size * CAPITAL / 2, name, m.size))
        count = None if counts is None else counts[step]
        shapes += _bar(step, count, whole, y, m)
    height = (len(names) - 1) * m.row + m.chip
    room = text_width(str(most), m.count_size, bold=True) + m.count_size / 2
    return Drawing(
        m.bar_at + m.longest + room, height, tuple(shapes), title, _sentence(title, counts, names),
        _table(counts, names),
    )  # fmt: skip


def _chip(step: int, y: float, m: BarMeasures) -> tuple[Shape, ...]:
    fill: Tone = LEVEL_TONES[step] if m.tinted else "surface"
    colour: Tone = ON_TONES[step] if m.tinted else "ink"
    square = Box(0, y - m.chip / 2, m.chip, m.chip, fill, "edge", radius=m.corner)
    return square, centred(m.chip / 2, y, str(step), m.size, colour, bold=True)


def _bar(step: int, count: int | None, whole: float, y: float, m: BarMeasures) -> list[Shape]:
    top, high = y - m.bar / 2, m.bar
    if count is None:
        return [Box(m.bar_at, top, m.longest, high, "", "edge", hatch=m.hatch)]
    base = Poly(
        ((m.bar_at, top), (m.bar_at, top + high)), stroke="edge", width=m.line, closed=False
    )
    wide = m.longest * count / whole
    bar = [Box(m.bar_at, top, wide, high, LEVEL_TONES[step], "edge")] if count else [base]
    number_at = m.bar_at + wide + m.count_size * 0.45
    number = Words(number_at, y + m.count_size * CAPITAL / 2, str(count), m.count_size, bold=True)
    return [*bar, number]


def _sentence(title: str, counts: Sequence[int] | None, names: Sequence[str]) -> str:
    if counts is None:
        return tr("“{title}”: the counts are not shown, to protect people.").format(title=title)
    said = ", ".join(
        trn("{n} at {level} {name}", "{n} at {level} {name}", count, level=level, name=names[level])
        for level, count in enumerate(counts)
    )
    answers = trn("{n} answer", "{n} answers", sum(counts))
    return tr("{title}: {answers}; {counts}.").format(title=title, answers=answers, counts=said)


def _table(counts: Sequence[int] | None, names: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return (
        (tr("Level"), tr("Answers")),
        *(
            (f"{level} {name}", tr("Not shown") if counts is None else str(counts[level]))
            for level, name in enumerate(names)
        ),
    )
