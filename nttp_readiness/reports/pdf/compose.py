"""Turns a report's blocks into boxes with their tags."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import assert_never

from nttp_readiness.presentation.words import blocks as b
from nttp_readiness.reports.logo import Logo
from nttp_readiness.reports.pdf.actions import card_box
from nttp_readiness.reports.pdf.fact_pairs import facts_box
from nttp_readiness.reports.pdf.logo_box import logo_box
from nttp_readiness.reports.pdf.page_styles import MM, Type
from nttp_readiness.reports.pdf.panels import (
    CutPage,
    Ruled,
    Tinted,
    contents_box,
    cut_width,
    section_key,
    writing_room,
)
from nttp_readiness.reports.pdf.setting import Setting
from nttp_readiness.reports.pdf.tables import table_box
from nttp_readiness.reports.tagged import (
    Beside,
    Box,
    Figure,
    IfFirst,
    NewPage,
    Positioned,
    Space,
    Stack,
    Table,
    Tag,
    TaggedCanvas,
    Text,
    Together,
)  # fmt: skip
from nttp_readiness.values import replace

_COLUMN_GAP = 9 * MM
_NEXT_SECTION = 30
"""Air above a section that begins within a page, in points."""
_WHOLE_ITEM = 60 * MM
"""An entry of a list that is not higher is not split over pages, as with rows of a table."""
_SMALLEST_COUNT = 0.8
"""A large figure gives up so much of its size at most, to stay on one line."""


Leaf = (
    b.Paragraph | b.Listing | b.Facts | b.Table | b.Figure | b.Card | b.Notice | b.Counts
    | b.Contents | b.WritingRoom
)  # fmt: skip


class Composer:
    """Sets the blocks of one report. Sections are numbered as they come, for links to them."""

    def __init__(
        self,
        setting: Setting,
        sections: Sequence[b.Heading],
        pages: Mapping[str, int],
        logo: Logo | None = None,
    ) -> None:
        """`sections` are all headings of level 1; `pages` has the page of each place by the time
        the boxes are drawn. A `logo` stands above the title of a paper that has no cover.
        """
        self._setting = setting
        self._styles = setting.styles
        self._sections = sections
        self._pages = pages
        self._logo = logo
        self._headings = 0
        self._begun = 0

    def going_on(self, setting: Setting) -> Composer:
        """Another composer that goes on where this one has come to, in another setting."""
        other = Composer(setting, self._sections, self._pages, self._logo)
        other._headings, other._begun = self._headings, self._begun
        return other

    def boxes(self, blocks: Iterable[b.Block], parent: Tag, width: float) -> list[Box]:
        """The blocks as boxes for that width; their tags become children of `parent`."""
        return [box for block in blocks for box in self._block(block, parent, width)]

    def _block(self, block: b.Block, parent: Tag, width: float) -> list[Box]:
        match block:
            case b.Heading():
                return self._heading(block, parent)
            case b.PageBreak():
                return [NewPage()]
            case b.Keep():
                return [Together(self.boxes(block.blocks, parent, width))]
            case b.Panel():
                return [self._panel(block, parent, width)]
            case b.Beside():
                return [self._beside(block, parent, width)]
            case b.CutApart():
                columns = block.places // 2
                wide = cut_width(self._setting, width, columns)
                parts = [Stack(self.boxes(each, parent, wide)) for each in block.parts]
                return [CutPage(self._setting, parts, columns=columns)]
            case _:
                return [self._leaf(block, parent, width)]

    def _leaf(self, block: Leaf, parent: Tag, width: float) -> Box:
        setting = self._setting
        match block:
            case b.Paragraph():
                return self._paragraph(block, parent)
            case b.Listing():
                return self._listing(block, parent, width)
            case b.Facts():
                return facts_box(setting, block, parent, width)
            case b.Table():
                return table_box(setting, block, parent, width)
            case b.Figure():
                return self._figure(block, parent, width)
            case b.Card():
                return card_box(setting, block, parent, width, self._outlined)
            case b.Notice():
                return self._notice(block, parent)
            case b.Counts():
                return self._counts(block, parent, width)
            case b.Contents():
                return contents_box(setting, self._sections, self._pages, parent)
            case b.WritingRoom():
                return writing_room(setting, block, parent)
            case _:
                assert_never(block)

    def _heading(self, heading: b.Heading, parent: Tag) -> list[Box]:
        logo: list[Box] = []
        if self._logo and heading.look == "title":
            logo.append(logo_box(self._logo, parent))
        tag = parent.child(("H1", "H2", "H3")[heading.level - 1])
        look = self._styles.type(heading.look)
        pieces = self._setting.pieces(heading.text, look)
        if heading.number:
            numeral = replace(look, colour="ink" if self._styles.large else "loch")
            pieces = [*self._setting.pieces(f"{heading.number}  ", numeral), *pieces]
        if heading.level == 1:
            self._begun += 1
        title = self._outlined(
            Text(
                pieces, look.leading, tag, before=look.before, after=look.after, with_next=True
            ),
            heading.level,
            f"{heading.number} {heading.text}".strip(),
        )  # fmt: skip
        box: Box = title
        if heading.label:
            label = self._setting.text(heading.label, "label", tag, with_next=True)
            label.ends_spaced = True
            label.before = max(look.before, self._setting.gap(14))
            box = Stack([label, title], with_next=True)
        if heading.if_first:
            return [IfFirst(box, lambda: parent.without(tag))]
        if heading.level > 1:
            return [box]
        if self._styles.one_page:
            return [box]
        if not heading.new_page:
            box.before = self._setting.gap(_NEXT_SECTION)
            return [box]
        return [NewPage(), *logo, box]

    def _outlined(self, text: Text, level: int, title: str) -> Text:
        """The heading with its place in the outline; sections have the keys that contents use."""
        self._headings += 1
        if level == 1:
            text.place(section_key(self._begun), (0, title))
        elif level == 2 and self._begun:
            text.place(f"heading{self._headings}", (1, title))
        return text

    def _paragraph(self, block: b.Paragraph, parent: Tag) -> Box:
        reading = block.look in {"lead", "body"}
        return self._setting.text(
            block.words, block.look, parent.child("P"), reading=reading,
            with_next=block.look == "label",
        )  # fmt: skip

    def _listing(self, block: b.Listing, parent: Tag, width: float) -> Box:
        """Items under one another; those with a mark or a drawing are set as tables are."""
        close = any(item.mark or item.drawing for item in block.items)
        if not block.items:
            return Space()
        look = self._styles.type("item" if close else "body")
        widest = max((item.drawing.width for item in block.items if item.drawing), default=0)
        indent = max(self._styles.indent, widest + 5 * MM if widest else 0)
        inner = width if close else min(width, self._styles.reading_width)
        listing = parent.child("L")
        boxes: list[Box] = []
        for number, item in enumerate(block.items, 1):
            entry = listing.child("LI")
            left: Box
            if item.drawing:
                left = self._setting.picture(item.drawing)
            elif item.mark:
                left = self._setting.mark(item.mark, look.leading)
            else:
                sign = str(number) if block.numbered else "–"
                label = replace(look, size=0.92 * look.size, bold=block.numbered, colour="loch")
                left = Text(
                    self._setting.pieces(sign, label), look.leading, entry.child("Lbl"),
                    ends_spaced=True,
                )  # fmt: skip
            words = self._setting.pieces(item.words, look)
            right = Text(words, look.leading, entry.child("LBody"))
            between = self._setting.gap(7 if self._styles.one_page else 5)
            below = between if number < len(block.items) else 0
            boxes.append(
                self._setting.hanging(left, right, inner, indent, below=below, whole=_WHOLE_ITEM)
            )
        # As in a table, two items at least stand on either side of a break.
        return Table(Space(), boxes, after=self._setting.gap(10))

    def _figure(self, block: b.Figure, parent: Tag, width: float) -> Box:
        drawing = block.drawing
        scale = min(1, width / drawing.width, 0.9 * self._styles.height / drawing.height)

        def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
            self._setting.paint(drawing, canvas, x, top, scale)

        return Figure(
            (drawing.width * scale, drawing.height * scale),
            draw,
            parent.child("Figure", alt=drawing.sentence),
            before=self._setting.gap(4),
            after=self._setting.gap(10),
        )

    def _notice(self, block: b.Notice, parent: Tag) -> Box:
        look = self._styles.type("notice")
        tag = parent.child("H2")
        heading = Text(
            self._setting.pieces(block.heading, look), look.leading, tag, after=look.after,
            with_next=True,
        )  # fmt: skip
        self._outlined(heading, 2, block.heading)
        words = [
            self._setting.text(words, "body", parent.child("P"), reading=True)
            for words in block.words
        ]
        rule = self._setting.line(1.5, "bracken")
        return Ruled([heading, *words], rule, self._setting.gap(9), self._styles.height)

    def _counts(self, block: b.Counts, parent: Tag, width: float) -> Box:
        count = 1 if self._styles.large else max(len(block.items), 1)
        each = width / count
        look = self._count_look(block, each - 4 * MM)
        boxes = []
        for figure, sentence in block.items:
            tag = parent.child("P")
            large = Text(self._setting.pieces(figure, look), look.leading, tag, ends_spaced=True)
            boxes.append(Stack([large, self._setting.text(sentence, "source", tag)]))
        rule = self._setting.line(0.5, "line")
        rows = [
            Beside(
                [
                    Positioned(i * each, each - 4 * MM, box)
                    for i, box in enumerate(boxes[at : at + count])
                ],
                above=self._setting.gap(8),
                top_line=rule,
            )
            for at in range(0, len(boxes), count)
        ]
        stack = Stack(rows)
        stack.before = self._setting.gap(16)
        return stack

    def _count_look(self, block: b.Counts, width: float) -> Type:
        """The type of the large figures: as small as the longest needs, to stand on one line."""
        look = self._styles.type("count")
        longest = max(
            (
                Text(self._setting.pieces(figure, look), 0, None).longest(math.inf)
                for figure, _ in block.items
            ),
            default=0,
        )
        fits = min(1, width / longest) if longest else 1
        return look.scaled(max(fits, _SMALLEST_COUNT))

    def _panel(self, block: b.Panel, parent: Tag, width: float) -> Box:
        strong = self._styles.one_page and any(
            isinstance(inner, b.Heading) and inner.look == "stage" for inner in block.blocks
        )
        side = (6 if strong else 5) * MM
        return Tinted(
            self.boxes(block.blocks, parent, width - 2 * side),
            self._styles.colour("wash"),
            side,
            self._setting.gap(15 if strong else 11),
            self._styles.height,
            rule=self._setting.line(3.4, "loch") if strong else None,
        )

    def _beside(self, block: b.Beside, parent: Tag, width: float) -> Box:
        if self._styles.large:
            stack = Stack(self.boxes((*block.left, *block.right), parent, width))
            return Beside(
                [Positioned(0, width, stack)],
                before=stack.before,
                after=stack.after,
                whole=self._styles.height,
            )
        half = (width - _COLUMN_GAP) / 2
        left = Stack(self.boxes(block.left, parent, half))
        right = Stack(self.boxes(block.right, parent, half))
        return Beside(
            [Positioned(0, half, left), Positioned(half + _COLUMN_GAP, half, right)],
            before=max(left.before, right.before),
            after=max(left.after, right.after),
            whole=self._styles.height,
        )
