"""Slides as the pages of a PDF: to be seen before they are made, or shown where nothing else is.

The same values stand in the same places as in the file for PowerPoint, with tags to be read aloud.
What is said beside them stays with whoever speaks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from nttp_readiness import resources
from nttp_readiness.presentation.papers.slide_deck import Deck, Slide, SlideBlock
from nttp_readiness.presentation.words import blocks as b
from nttp_readiness.reports import tagged
from nttp_readiness.reports.logo import Logo
from nttp_readiness.reports.office.slide_layout import (
    BODY,
    FOOT,
    GAP,
    HIGH,
    LEADING,
    SUBTITLE,
    TITLE,
    TITLE_SLIDE,
    WIDE,
    Area,
    parted,
    sides_of,
)
from nttp_readiness.reports.pdf.compose import Composer
from nttp_readiness.reports.pdf.logo_box import logo_box
from nttp_readiness.reports.pdf.page_styles import Styles, Type, styles
from nttp_readiness.reports.pdf.setting import Setting
from nttp_readiness.reports.pdf.typefaces import REGULAR, load
from nttp_readiness.reports.safe_text import clean_text
from nttp_readiness.reports.tagged import About, Box, Stack, TaggedCanvas

_CLOSE = 0.7
"""Rows stand closer than on paper: they are read in larger type and have less room."""
_TITLES = {"first": 40.0, "other": 30.0, "line": 22.0, "foot": 12.0}


def write_slide_pages(
    deck: Deck,
    paper: b.Paper,
    *,
    logo: Logo | None = None,
    invariant: bool = False,
    progress: Callable[[int], None] | None = None,
) -> bytes:
    """The whole file, PDF/UA-1, a page for each slide. `progress` hears percentages."""
    load()
    colours = resources.colour_space().read_bytes() if paper.archive else b""
    canvas = TaggedCanvas(
        (WIDE, HIGH), _about(deck), font=REGULAR, invariant=invariant, colour_space=colours
    )
    shown = [part for slide in deck.slides for part in parted(slide)]
    pages = _Pages(deck, canvas, styles(b.Paper(grey=paper.grey)))
    pages.first(logo)
    for number, slide in enumerate(shown, 1):
        if progress:
            progress(90 * number // (len(shown) + 1))
        pages.slide(slide)
    data = canvas.finish()
    if progress:
        progress(100)
    return data


def _about(deck: Deck) -> About:
    def line(text: str) -> str:
        return " ".join(clean_text(text).split())

    return About(
        title=line(deck.title), language=deck.language, author=line(deck.author),
        subject=line(deck.subject), keywords=(), creator="NTTP Readiness",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _SlideStyles(Styles):
    """Type for a wall: what is read takes all of its place."""

    @property
    def width(self) -> float:
        return BODY.width

    @property
    def reading_width(self) -> float:
        return BODY.width

    @property
    def height(self) -> float:
        return BODY.height


class _Pages:
    def __init__(self, deck: Deck, canvas: TaggedCanvas, look: Styles) -> None:
        self._deck, self._canvas, self._look = deck, canvas, look
        self._composer = Composer(self._setting(_TITLES["line"]), (), {})
        self._shown = 0

    def first(self, logo: Logo | None) -> None:
        """The slide with the title of the whole."""
        if logo is not None:
            logo_box(logo, self._canvas.root).draw(
                self._canvas, TITLE.left, HIGH - 30, logo.width * 72 / 25.4
            )
        self._bar(TITLE_SLIDE.left, TITLE_SLIDE.top - 14, 7)
        self._put(b.Heading(1, self._deck.title), TITLE_SLIDE, _TITLES["first"])
        lines = tuple(b.Paragraph(line, look="quiet") for line in self._deck.lines)
        self._blocks(lines, SUBTITLE, _TITLES["line"], between=0)
        self._end()

    def slide(self, slide: Slide) -> None:
        self._bar(TITLE.left, 20, 6)
        self._put(b.Heading(2, slide.title), TITLE, _TITLES["other"])
        for blocks, area, size in sides_of(slide):
            self._blocks(blocks, area, size)
        self._end()

    def _end(self) -> None:
        """What stands at the foot, and the next page."""
        self._shown += 1
        setting = self._setting(_TITLES["foot"])
        top = HIGH - FOOT.top
        with self._canvas.margin("Footer"):
            setting.text(self._deck.footer, "quiet", None).draw(
                self._canvas, FOOT.left, top, FOOT.width
            )
            setting.text(str(self._shown), "quiet", None, right=True).draw(
                self._canvas, FOOT.left, top, FOOT.width
            )
        self._canvas.end_page()

    def _bar(self, left: float, top: float, thick: float) -> None:
        line = tagged.Line(thick, self._look.colour("loch"))
        line.draw(self._canvas, left, HIGH - top - thick / 2, 74)

    def _put(self, block: b.Block, area: Area, size: float) -> float:
        """One block at the head of an area, and how high it is."""
        self._composer = self._composer.going_on(self._setting(size))
        root, composer = self._canvas.root, self._composer
        boxes = composer.boxes((block,), root, area.width)
        stack = Stack(each for each in boxes if not isinstance(each, tagged.NewPage))
        stack.draw(self._canvas, area.left, HIGH - area.top, area.width)
        return stack.height(area.width)

    def _blocks(
        self, blocks: Sequence[SlideBlock], area: Area, size: float, between: float = GAP
    ) -> None:
        for block in blocks:
            if isinstance(block, b.Figure):
                high = self._figure(block, area)
            else:
                high = self._put(block, area, size)
            used = high + between
            area = replace(area, top=area.top + used, height=area.height - used)

    def _figure(self, figure: b.Figure, area: Area) -> float:
        """A picture as large as its place allows, in words for whoever does not see it."""
        drawing = figure.drawing
        scale = min(area.width / drawing.width, area.height / drawing.height)
        setting = self._setting(_TITLES["line"])

        def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
            setting.paint(drawing, canvas, x, top, scale)

        tag = self._canvas.root.child("Figure", alt=drawing.sentence)
        box: Box = tagged.Figure((drawing.width * scale, drawing.height * scale), draw, tag)
        box.draw(self._canvas, area.left, HIGH - area.top, area.width)
        return box.height(area.width)

    def _setting(self, size: float) -> Setting:
        def of(use: str, points: float) -> Type:
            return replace(
                self._look.types[use], size=points, leading=LEADING * points, before=0, after=0
            )

        types = {use: of(use, size) for use in self._look.types}
        types["lead"] = of("lead", size + 4)
        types["notice"] = replace(of("notice", size), colour="heather")
        look = _SlideStyles(types, self._look.colours, large=False, one_page=True, gap=_CLOSE)
        return Setting(look)
