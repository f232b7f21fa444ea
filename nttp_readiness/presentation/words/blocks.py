"""A report as a list of blocks. Writers turn it into PDF, and later into Word and HTML.

Blocks say what a thing is, never how it looks: a writer has a style for each `look`. Text in a
block is plain text as people typed it; the writer makes it safe.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from nttp_readiness.figures.shapes import Drawing
from nttp_readiness.values import dataclass

Mark = Literal[
    "", "holds", "unknown", "foundation", "strength",
    "not_started", "in_progress", "done", "paused", "dropped",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text. `colour` names a paper colour; `link` is https, http or mailto."""

    text: str
    bold: bool = False
    colour: Literal["ink", "quiet", "loch", "heather", "moss"] = "ink"
    link: str = ""
    language: str = ""
    """BCP 47 tag where it is not that of the report (a Gaelic name)."""


Words = str | tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 begins a section, and a page unless it says otherwise; 2 and 3 stand within it. The
    look "title" is that of a whole paper that has no cover.

    `label` is a small line above, and `number` a figure before the words; both belong to the
    heading when it is read out.
    """

    level: Literal[1, 2, 3]
    text: str
    look: Literal["title", "section", "stage", "part", "domain", "question"] = "part"
    label: str = ""
    number: str = ""
    in_contents: bool = True
    new_page: bool = True
    if_first: bool = False
    """Print it only where it begins a page: over a table that may move on without what it stands
    under. Where there are no pages it is left out.
    """


@dataclass(frozen=True, slots=True)
class Paragraph:
    words: Words
    look: Literal["lead", "body", "statement", "label", "quiet", "source", "strong"] = "body"


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list, with a mark or a small drawing before it; both are decoration."""

    words: Words
    mark: Mark = ""
    drawing: Drawing | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; `numbered` counts from 1, items with a mark show it, others a dash."""

    items: tuple[Item, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Pairs of a label and its value, read pair by pair, laid out in so many columns."""

    pairs: tuple[tuple[str, Words], ...]
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column; `width` in mm of a page that is 170 mm wide, shared out by the writer."""

    title: str
    width: float
    right: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: paragraphs of words, a mark before the first, or a small drawing above them."""

    words: tuple[Words, ...] = ()
    mark: Mark = ""
    drawing: Drawing | None = None
    """Decoration only: what it says must stand in `words` too."""


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    total: bool = False
    alike: bool = False
    """All cells but the row's name say the same, which large print says once."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; the cells of column `header` are row headings. `caption` is its name."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    header: int = 0
    look: Literal["normal", "close", "working", "sheet"] = "normal"
    whole: bool = False
    """Keep it on one page where that is possible."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing with its alternative text (`drawing.sentence`).

    `narrow` says the same and is drawn to fit a screen as narrow as a telephone's, 288 wide.
    """

    drawing: Drawing
    narrow: Drawing | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """An action as a card: number and title, why, pairs of label and value, a last quiet line.

    It is not split over pages.
    """

    number: str
    title: str
    why: Words
    facts: tuple[tuple[str, Words], ...]
    source: Words
    mark: Mark = ""
    status: Mark = ""
    status_at: int = 2
    """Which of the facts is the status: it stands beneath the one before it, with its sign."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that comes before everything else, such as a safety stop."""

    heading: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """A few large figures beside each other, each with a sentence: ("47 of 56", "questions …")."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of this report's sections with their pages."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


@dataclass(frozen=True, slots=True)
class Keep:
    """Blocks that begin together on one page: all but the last whole, and of that its first part,
    such as two rows of a table.
    """

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """One tinted panel of blocks."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Two columns of equal width, read left then right."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class WritingRoom:
    """Ruled lines to write on, `lines` of them, after `label`; with `to_foot` more of them where
    the rest of a page would stay empty.
    """

    label: str
    lines: int
    to_foot: bool = False


@dataclass(frozen=True, slots=True)
class CutApart:
    """A page of parts of equal size, to be cut along the lines between: quarters or halves."""

    parts: tuple[tuple[Block, ...], ...]
    places: Literal[2, 4] = 4
    """Into how many the page is cut; parts may be fewer."""


Block = (
    Heading | Paragraph | Listing | Facts | Table | Figure | Card | Notice | Counts | Contents
    | PageBreak | Keep | Panel | Beside | WritingRoom | CutApart
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: what it is, of whom, the facts, and what it is not."""

    kind: str
    title: str
    organisation: str
    purpose: str
    facts: tuple[tuple[str, Words], ...]
    disclaimer: str
    statement: str
    drawing: Drawing | None = None
    """Decoration for the lower right corner, 110 mm wide; left out where text needs the room."""


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report; header and footer run from page 2."""

    title: str
    author: str
    language: str
    blocks: tuple[Block, ...]
    cover: Cover | None = None
    header_left: tuple[str, ...] = ()
    """From the fullest to the shortest form; the writer takes the first that fits."""
    header_right: str = ""
    footer_left: str = ""
    page_words: str = "Page {page} of {pages}"
    subject: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """How a report is put on paper."""

    size: Literal["standard", "clear", "large"] = "standard"
    grey: bool = False
    one_page: bool = False
    """A single page with close margins, or a page for each `CutApart`: gaps, then type, shrink
    until it fits.
    """
    a3: bool = False
    archive: bool = False
    """To be kept for a long time: PDF/A-2a."""


def sections(blocks: Iterable[Block]) -> Iterator[Heading]:
    """The headings of level 1 in the order of reading, also within other blocks."""
    for block in blocks:
        match block:
            case Heading(level=1):
                yield block
            case Keep() | Panel():
                yield from sections(block.blocks)
            case Beside():
                yield from sections((*block.left, *block.right))
            case _:
                pass
