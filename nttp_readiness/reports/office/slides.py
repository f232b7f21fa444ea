"""Slides for PowerPoint and what reads its files, that can be edited and read aloud.

Titles are titles, lists are lists and tables are tables; a figure is a picture with its words. What
stands on a slide is read from its title down, the left side before the right.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from io import BytesIO
from typing import Any, TypeAlias, assert_never

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Emu, Pt

from nttp_readiness.figures import palette
from nttp_readiness.figures.palette import PaperTone
from nttp_readiness.presentation.papers.slide_deck import Deck, Slide, SlideBlock
from nttp_readiness.presentation.words import blocks as b
from nttp_readiness.reports.logo import Logo
from nttp_readiness.reports.office import slide_xml as xml
from nttp_readiness.reports.office.office_package import one_line, timeless
from nttp_readiness.reports.office.slide_layout import (
    FOOT,
    GAP,
    HIGH,
    SUBTITLE,
    TITLE,
    TITLE_SLIDE,
    WIDE,
    Area,
    cell_width,
    height_of,
    parted,
    sides_of,
)
from nttp_readiness.reports.pdf.picture_files import png
from nttp_readiness.reports.safe_text import portable_text
from nttp_readiness.reports.tagged import held

Shape: TypeAlias = Any
"""An object of python-pptx, whose stubs say little of what it is."""

_TITLE_ONLY, _FIRST = 5, 0
_FONT = "Arial"


def write_slides(deck: Deck, *, grey: bool, made: dt.datetime, logo: Logo | None = None) -> bytes:
    """The whole file. The same deck, made at the same time, gives the same bytes."""
    writer = _Writer(deck, palette.GREY if grey else palette.PAPER)
    writer.write(logo)
    return writer.packed(made)


class _Writer:
    def __init__(self, deck: Deck, colours: palette.Colours) -> None:
        self._deck, self._colours = deck, colours
        self._file: Shape = Presentation()
        self._file.slide_width, self._file.slide_height = Pt(WIDE), Pt(HIGH)
        layouts = self._file.slide_layouts
        self._first, self._other = layouts[_FIRST], layouts[_TITLE_ONLY]
        xml.fit_layouts(self._file, {_FIRST: TITLE_SLIDE, _TITLE_ONLY: TITLE}, SUBTITLE, _FONT)
        loch = self._colours["loch"].removeprefix("#")
        xml.add_bar(self._first, Area(TITLE_SLIDE.left, TITLE_SLIDE.top - 14, 74, 7), loch)
        xml.add_bar(self._other, Area(TITLE.left, 20, 74, 6), loch)
        self._shown = 0

    def write(self, logo: Logo | None) -> None:
        deck = self._deck
        first = self._file.slides.add_slide(self._first)
        self._title(first, deck.title, 40)
        below = first.placeholders[1]
        self._fill(below.text_frame, [(line, 22.0) for line in deck.lines])
        if logo is not None:
            shape = first.shapes.add_picture(
                BytesIO(logo.data), Pt(TITLE.left), Pt(30), height=Pt(logo.height * 72 / 25.4)
            )
            xml.describe(shape, "", portable_text(logo.words))
        self._end(first, deck.notes)
        for slide in deck.slides:
            for part in parted(slide):
                self._slide(part)

    def packed(self, made: dt.datetime) -> bytes:
        deck, properties = self._deck, self._file.core_properties
        properties.title = one_line(deck.title)
        properties.author = properties.last_modified_by = one_line(deck.author)
        properties.subject = one_line(deck.subject)
        properties.language = deck.language
        properties.comments = one_line(deck.footer)
        properties.keywords = ""
        properties.created = properties.modified = made.replace(tzinfo=None)
        properties.revision = 1
        written = BytesIO()
        self._file.save(written)
        return timeless(written)

    # ---- a slide

    def _slide(self, slide: Slide) -> None:
        made = self._file.slides.add_slide(self._other)
        self._title(made, slide.title, 30)
        for blocks, area, size in sides_of(slide):
            self._blocks(made, blocks, area, size)
        self._end(made, slide.notes)

    def _title(self, slide: Shape, text: str, size: float) -> None:
        self._fill(slide.shapes.title.text_frame, [((b.Run(text, bold=True),), size)])

    def _end(self, slide: Shape, notes: Sequence[str]) -> None:
        """What stands at the foot, and what is said while the slide is shown."""
        self._shown += 1
        foot = slide.shapes.add_textbox(*_emus(FOOT))
        foot.name = "Footer"
        words = (b.Run(self._deck.footer, colour="quiet"),)
        self._fill(foot.text_frame, [(words, 12.0)])
        xml.add_slide_number(foot.text_frame.paragraphs[0], self._shown, self._deck.language)
        if notes:
            frame = slide.notes_slide.notes_text_frame
            self._fill(frame, [(each, 12.0) for each in notes])

    def _blocks(self, slide: Shape, blocks: Sequence[SlideBlock], area: Area, size: float) -> None:
        """One below the other, in type of that size."""
        top = area.top
        for block in blocks:
            high = height_of((block,), area.width, size)
            place = Area(area.left, top, area.width, high)
            self._block(slide, block, place, size)
            top += high + GAP

    def _block(self, slide: Shape, block: SlideBlock, place: Area, size: float) -> None:
        match block:
            case b.Paragraph():
                larger = size + 4 if block.look == "lead" else size
                self._text(slide, [(block.words, larger)], place)
            case b.Listing():
                box = self._text(slide, [(item.words, size) for item in block.items], place)
                for paragraph in box.text_frame.paragraphs:
                    xml.make_bullet(paragraph, size)
            case b.Notice():
                heading = (b.Run(block.heading, bold=True, colour="heather"),)
                rest = [(words, size) for words in block.words]
                self._text(slide, [(heading, size), *rest], place)
            case b.Table():
                self._table(slide, block, place, size)
            case b.Figure():
                drawing = block.drawing
                scale = min(place.width / drawing.width, place.height / drawing.height)
                shape = slide.shapes.add_picture(
                    BytesIO(png(drawing, self._colours)),
                    Pt(place.left), Pt(place.top), width=Pt(drawing.width * scale),
                )  # fmt: skip
                name, said = portable_text(drawing.name), portable_text(drawing.sentence)
                xml.describe(shape, name, said)
            case _:
                assert_never(block)

    def _text(
        self, slide: Shape, paragraphs: Sequence[tuple[b.Words, float]], place: Area
    ) -> Shape:
        box = slide.shapes.add_textbox(*_emus(place))
        self._fill(box.text_frame, paragraphs)
        return box

    def _table(self, slide: Shape, table: b.Table, place: Area, size: float) -> None:
        rows, columns = len(table.rows) + 1, len(table.columns)
        frame = slide.shapes.add_table(rows, columns, *_emus(place))
        xml.describe(frame, portable_text(table.caption), portable_text(table.caption))
        xml.plain_table(frame.table)
        for index, column in enumerate(table.columns):
            frame.table.columns[index].width = Emu(Pt(cell_width(table, index, place.width)))
            heading = (b.Run(column.title, bold=True, colour="quiet"),)
            self._cell(frame.table.cell(0, index), (heading,), size, ruled=True)
        for number, row in enumerate(table.rows, 1):
            for index, cell in enumerate(row.cells):
                self._cell(frame.table.cell(number, index), cell.words, size)
        for row in frame.table.rows:
            row.height = Pt(size)  # it grows to what stands in it

    def _cell(
        self, cell: Shape, words: Sequence[b.Words], size: float, *, ruled: bool = False
    ) -> None:
        self._fill(cell.text_frame, [(each, size) for each in words or ("",)])
        cell.vertical_anchor = MSO_ANCHOR.BOTTOM if ruled else MSO_ANCHOR.TOP
        cell.margin_left, cell.margin_right = Pt(0), Pt(10)
        cell.margin_top, cell.margin_bottom = Pt(4), Pt(5)
        line = self._colours["ink" if ruled else "line"]
        xml.rule_below(cell, line.removeprefix("#"), 1.5 if ruled else 0.75)

    def _fill(self, frame: Shape, paragraphs: Sequence[tuple[b.Words, float]]) -> None:
        """The words, a paragraph for each; the frame keeps its size."""
        frame.word_wrap = True
        xml.close_margins(frame)
        for number, (words, size) in enumerate(paragraphs):
            paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
            if number:
                paragraph.space_before = Pt(round(0.35 * size))
            runs = (b.Run(words),) if isinstance(words, str) else words
            xml.set_direction(paragraph, "".join(run.text for run in runs))
            for run in runs:
                self._run(paragraph, run, size)

    def _run(self, paragraph: Shape, run: b.Run, size: float) -> None:
        for number, line in enumerate(portable_text(run.text).split("\n")):
            if number:
                paragraph.add_line_break()
            made = paragraph.add_run()
            made.text = held(line, hyphen="-")
            made.font.size, made.font.bold = Pt(size), run.bold or None
            made.font.color.rgb = self._colour(run.colour)
            xml.set_language(made, run.language or self._deck.language)

    def _colour(self, token: PaperTone) -> RGBColor:
        red, green, blue = bytes.fromhex(self._colours[token].removeprefix("#"))
        return RGBColor(red, green, blue)  # type: ignore[no-untyped-call] # it carries no types


def _emus(place: Area) -> tuple[Emu, Emu, Emu, Emu]:
    """Left, top, width and height as python-pptx takes them."""
    left, top, width, height = (
        Emu(Pt(each)) for each in (place.left, place.top, place.width, place.height)
    )
    return left, top, width, height
