"""The type scale and the page grid of the printed report, for each size of text and form."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from nttp_readiness.figures import palette
from nttp_readiness.figures.palette import Colours, PaperTone
from nttp_readiness.presentation.words.blocks import Paper
from nttp_readiness.values import dataclass, replace

MM: Final = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Type:
    """One use of text: size and line in points, weight, colour token, air before and after."""

    size: float
    leading: float
    bold: bool = False
    colour: PaperTone = "ink"
    before: float = 0
    after: float = 0

    def scaled(self, factor: float) -> Type:
        return replace(self, size=self.size * factor, leading=self.leading * factor)


@lru_cache(maxsize=512)
def _aired(found: Type, gap: float) -> Type:
    """With so much of its air. Every paragraph asks."""
    return replace(found, before=found.before * gap, after=found.after * gap)


_STANDARD: Final[Mapping[str, Type]] = {
    "cover_kind": Type(17, 22, colour="quiet", after=7),
    "cover_title": Type(44, 47, bold=True, after=6),
    "cover_organisation": Type(20, 26, after=18),
    "cover_purpose": Type(14.5, 21, after=22),
    "stage": Type(32, 36, bold=True, colour="loch", after=4),
    "title": Type(24, 28, bold=True, after=7),
    "section": Type(24, 28, bold=True, after=7),
    "part": Type(16.5, 21, bold=True, before=20, after=6),
    "domain": Type(16.5, 21, bold=True, before=20, after=6),
    "question": Type(12.5, 17, bold=True, before=14, after=4),
    "notice": Type(16.5, 21, bold=True, after=4),
    "card_title": Type(14, 18, bold=True, after=3),
    "card_number": Type(30, 32, bold=True, colour="loch"),
    "request": Type(12, 16, bold=True),
    "strong": Type(14, 18, bold=True, before=6, after=6),
    "lead": Type(14, 20, after=12),
    "body": Type(11, 16, after=8),
    "statement": Type(11, 16, bold=True, after=6),
    "quiet": Type(11, 16, colour="quiet", after=8),
    "item": Type(10, 14),
    "table": Type(10, 14),
    "count": Type(16, 21, bold=True),
    "header": Type(9.2, 12, bold=True, colour="quiet"),
    "label": Type(9.2, 13, bold=True, colour="quiet", after=2),
    "source": Type(9.2, 13, colour="quiet", after=8),
    "running": Type(9, 12, colour="quiet"),
}

_LARGE: Final[Mapping[str, Type]] = {
    "cover_kind": Type(22, 29, colour="quiet", after=8),
    "cover_organisation": Type(26, 34, after=18),
    "cover_purpose": Type(20, 29, after=20),
    "stage": Type(38, 44, bold=True, colour="loch", after=4),
    "title": Type(32, 38, bold=True, after=9),
    "section": Type(32, 38, bold=True, after=9),
    "part": Type(25, 31, bold=True, before=22, after=7),
    "domain": Type(25, 31, bold=True, before=22, after=7),
    "question": Type(20, 27, bold=True, before=18, after=4),
    "notice": Type(25, 31, bold=True, after=6),
    "card_title": Type(22, 29, bold=True, after=4),
    "card_number": Type(22, 29, bold=True, colour="loch"),
    "request": Type(20, 27, bold=True, after=4),
    "strong": Type(22, 29, bold=True, before=8, after=8),
    "lead": Type(18, 27, after=14),
    "body": Type(18, 27, after=12),
    "statement": Type(18, 27, bold=True, after=10),
    "quiet": Type(18, 27, colour="quiet", after=12),
    "item": Type(18, 27),
    "table": Type(18, 27),
    "count": Type(25, 31, bold=True),
    "header": Type(16, 22, bold=True, colour="quiet"),
    "label": Type(16, 22, colour="quiet", after=2),
    "source": Type(16, 23, colour="quiet", after=12),
    "running": Type(16, 20, colour="quiet"),
}

_ONE_PAGE: Final[dict[str, Type]] = {
    "stage": Type(36, 41, bold=True, colour="loch", after=4),
    "section": Type(24, 29, bold=True, after=10),
    "part": Type(14.5, 18, bold=True, before=18, after=5),
    "body": Type(11.5, 15.5, after=6),
    "item": Type(11.5, 15.5),
    "table": Type(11.5, 15.5),
    "header": Type(10, 13, bold=True, colour="quiet"),
    "label": Type(10.5, 14, bold=True, colour="quiet", after=3),
    "source": Type(10.5, 14, colour="quiet"),
    "running": Type(11, 14, colour="quiet", after=4),
}

_CLEAR: Final = 12.5 / 11
_SMALLEST: Final = 10
_SMALLEST_LARGE: Final = 16


@dataclass(frozen=True, slots=True)
class Styles:
    """How things look on this paper. `gap` scales the air between them; measures are points."""

    types: Mapping[str, Type]
    colours: Colours
    large: bool
    one_page: bool
    gap: float = 1

    def type(self, use: str) -> Type:
        found = self.types[use]
        if self.gap == 1:
            return found
        return _aired(found, self.gap)

    def colour(self, token: PaperTone) -> str:
        return self.colours[token]

    @property
    def indent(self) -> float:
        """How far text stands from the left where a number or a mark stands before it."""
        return (12 if self.large else 8.2 if self.one_page else 9) * MM

    @property
    def margin(self) -> float:
        return (16 if self.one_page else 20) * MM

    @property
    def width(self) -> float:
        return 210 * MM - 2 * self.margin

    @property
    def reading_width(self) -> float:
        """Five of the six columns, about 70 characters; large print has but one."""
        return self.width if self.large or self.one_page else 141 * MM

    @property
    def top(self) -> float:
        """From the paper's upper edge to the text."""
        return (15 if self.one_page else 30 if self.large else 25) * MM

    @property
    def height(self) -> float:
        """Of the text, from `top` down."""
        return 297 * MM - self.top - (14 if self.one_page else 24 if self.large else 22) * MM


def styles(paper: Paper, *, gap: float = 1, shrink: float = 1) -> Styles:
    """The styles of this paper. On the one page `shrink` makes type smaller, never below
    10 pt, or 16 pt in large print.
    """
    types = dict(_STANDARD)
    large, smallest = paper.size == "large", _SMALLEST
    if large:
        types |= _LARGE
        smallest = _SMALLEST_LARGE
    if paper.one_page:
        types |= {} if large else _ONE_PAGE
        types = {
            use: found.scaled(max(shrink, min(1, smallest / found.size)))
            for use, found in types.items()
        }
    elif paper.size == "clear":
        types = {
            use: found if use == "cover_title" else found.scaled(_CLEAR)
            for use, found in types.items()
        }
    return Styles(
        types,
        palette.GREY if paper.grey else palette.PAPER,
        large=large,
        one_page=paper.one_page,
        gap=gap,
    )
