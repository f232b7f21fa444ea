"""A report as a Word document that can be edited: headings, lists and tables are real ones.

Marks and small drawings are decoration and stay out; what they say stands in the words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import assert_never

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.shared import Pt

from nttp_readiness.figures import palette
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words import blocks as b
from nttp_readiness.presentation.words.blocks import sections
from nttp_readiness.reports.logo import Logo
from nttp_readiness.reports.office import word_xml as xml
from nttp_readiness.reports.office.office_package import packed
from nttp_readiness.reports.office.word_page import WIDTH, set_page, text_width_of
from nttp_readiness.reports.office.word_pictures import PictureWriter
from nttp_readiness.reports.office.word_styles import (
    BULLETS,
    CONTENTS_ENTRY,
    HEADINGS,
    NUMBERS,
    TITLE,
    WRITING_LINE,
    adopt_styles,
    set_styles,
    style_for,
)
from nttp_readiness.reports.office.word_tables import write_table
from nttp_readiness.reports.office.word_template import clear, open_template, put_back, sound
from nttp_readiness.reports.office.word_text import TextWriter
from nttp_readiness.reports.pdf.compose import Leaf
from nttp_readiness.reports.pdf.pdf import section_pages

_FEW = 4
"""So many items with pictures, or lines to write on, stay together."""


def write_word(
    report: b.Report,
    paper: b.Paper,
    *,
    made: dt.datetime,
    template: bytes = b"",
    logo: Logo | None = None,
) -> bytes:
    """The whole file. The same report, made at the same time, gives the same bytes.

    In a `template` it takes that page, its header and its styles, and no `logo`. Raises ExportError
    where the template cannot be used.
    """
    if not template:
        writer = _Writer(report, paper, docx.Document(), logo)
        writer.write()
        return packed(writer.document, report, made)
    with sound():
        writer = _Writer(report, paper, open_template(template), None)
        writer.write_into_template()
        return packed(writer.document, report, made)


class _Writer:
    def __init__(
        self, report: b.Report, paper: b.Paper, document: Document, logo: Logo | None
    ) -> None:
        self._report = report
        self._paper = paper
        self._colours = palette.GREY if paper.grey else palette.PAPER
        self.document = document
        self._logo = logo
        self._text = TextWriter(document, self._colours)
        self._pictures = PictureWriter(self._text, self._colours)
        self._width: float = WIDTH
        self._titled = any(
            isinstance(each, b.Heading) and each.look == "title" for each in report.blocks
        )
        self._places = 0
        self._begun = False

    def write(self) -> None:
        document, report = self.document, self._report
        set_styles(document, self._paper, self._colours, report.language, titled=self._titled)
        xml.drop_thumbnail(document)
        xml.set_modern(document)
        self._text.take_styles()
        set_page(document, report, self._paper)
        if self._logo is not None:
            self._pictures.logo(self._logo)
        if report.cover:
            self._cover(report.cover)
        self._blocks(report.blocks)

    def write_into_template(self) -> None:
        """Our text in the template's page and styles: nothing of it has a look of ours."""
        after = clear(self.document)
        adopt_styles(self.document)
        self._text.take_look_of_template()
        self._width = text_width_of(self.document)
        self._blocks(self._report.blocks)
        put_back(self.document, after)

    def _cover(self, cover: b.Cover) -> None:
        self._text.paragraph(cover.kind, "quiet")
        self._text.words(self._text.new(TITLE), cover.title)
        self._text.paragraph(cover.organisation, "lead")
        self._text.paragraph(cover.purpose, "lead")
        self._facts(cover.facts)
        self._text.paragraph((b.Run(cover.disclaimer, bold=True),), "body")
        self._text.paragraph(cover.statement, "body")
        self._begun = True

    def _blocks(self, blocks: Iterable[b.Block]) -> None:
        for block in blocks:
            self._block(block)

    def _block(self, block: b.Block) -> None:
        """What holds other blocks gives them one after the other, as they are read."""
        match block:
            case b.Keep():
                self._together(block.blocks)
            case b.Panel():
                self._blocks(block.blocks)
            case b.Beside():
                self._blocks((*block.left, *block.right))
            case b.CutApart():
                for part in block.parts:
                    self._blocks(part)
            case b.PageBreak():
                self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            case b.Heading(if_first=True):
                pass
            case b.Heading():
                self._heading(block)
            case _:
                self._leaf(block)

    def _together(self, blocks: Sequence[b.Block]) -> None:
        """Each stands with the next; of the last, its first lines or rows."""
        held = self._text.held
        for place, block in enumerate(blocks):
            self._text.held = held or place < len(blocks) - 1
            self._block(block)
        self._text.held = held

    def _leaf(self, block: Leaf) -> None:
        match block:
            case b.Paragraph():
                self._text.paragraph(block.words, block.look)
            case b.Listing():
                self._listing(block)
            case b.Facts():
                self._facts(block.pairs)
            case b.Table():
                write_table(self._text, block, self._paper, self._colours, self._width)
            case b.Figure():
                self._pictures.figure(block.drawing, self._width)
            case b.Card():
                self._card(block)
            case b.Notice():
                self._notice(block)
            case b.Counts():
                for figure, sentence in block.items:
                    self._text.paragraph((b.Run(f"{figure} ", bold=True), b.Run(sentence)), "body")
            case b.Contents():
                self._contents()
            case b.WritingRoom():
                self._writing_room(block)
            case _:
                assert_never(block)

    def _notice(self, block: b.Notice) -> None:
        self._heading(b.Heading(2, block.heading))
        for words in block.words:
            self._text.paragraph(words, "body")

    def _heading(self, heading: b.Heading) -> None:
        apart = heading.level == 1 and not self._titled and self._begun and heading.new_page
        if heading.label:
            label = self._text.new(style_for("label"))
            label.paragraph_format.keep_with_next = True
            label.paragraph_format.page_break_before = apart
            self._text.words(label, heading.label)
        made = self._text.new(self._heading_style(heading))
        if heading.level == 1 and not self._titled:
            made.paragraph_format.page_break_before = apart and not heading.label
            if self._begun and not heading.new_page:
                made.paragraph_format.space_before = Pt(24)
            self._places += 1
            xml.bookmark(made, f"section{self._places}", self._places)
        self._begun = True
        words = f"{heading.number} {heading.text}".strip()
        stage = heading.look == "stage" and self._text.own_look
        run = b.Run(words, colour="loch") if stage else b.Run(words)
        self._text.words(made, (run,))

    def _heading_style(self, heading: b.Heading) -> str:
        """That of its level; under a title of the whole paper parts stand a level higher."""
        if heading.look == "title":
            return TITLE
        return HEADINGS[heading.level - (2 if self._titled else 1)]

    def _contents(self) -> None:
        """Links to the sections with their pages: those of the PDF, until Word counts its own when
        the file is opened.
        """
        entries = [
            (number, heading.text)
            for number, heading in enumerate(sections(self._report.blocks), 1)
            if heading.in_contents
        ]
        pages = section_pages(self._report, self._paper) if entries else {}
        last = None
        for number, text in entries:
            made = self._text.new(CONTENTS_ENTRY)
            if last is None:
                xml.open_field(made, 'TOC \\o "1-1" \\h')
            place = f"section{number}"
            link = xml.link(made, place=place)
            self._text.linked(made, text, link)
            xml.page_of(place, str(pages.get(number, 1)), link)
            last = made
        if last is not None:
            xml.close_field(last)

    def _listing(self, block: b.Listing) -> None:
        style = NUMBERS if block.numbered else BULLETS
        numbering = xml.new_numbering(self.document, style) if block.numbered else 0
        held = self._text.held
        for place, item in enumerate(block.items, 1):
            self._text.held = held or _stays(place, block.items)
            if item.drawing is not None:
                self._pictures.beside(item.words, item.drawing)
                continue
            made = self._text.new(style)
            if numbering:
                xml.number(made, numbering)
            self._text.words(made, item.words)
        self._text.held = held

    def _facts(self, pairs: Iterable[tuple[str, b.Words]]) -> None:
        for label, value in pairs:
            runs = (b.Run(value),) if isinstance(value, str) else value
            name = (b.Run(tr("{label}: ").format(label=label), bold=True),) if label else ()
            self._text.paragraph((*name, *runs), "body")

    def _card(self, card: b.Card) -> None:
        self._text.held = True
        self._heading(b.Heading(2, card.title, number=card.number))
        self._text.paragraph(card.why, "body")
        self._facts(card.facts if card.source else card.facts[:-1])
        self._text.held = False
        self._facts(() if card.source else card.facts[-1:])
        self._text.paragraph(card.source, "source")

    def _writing_room(self, block: b.WritingRoom) -> None:
        held = self._text.held
        self._text.held = held or block.lines <= _FEW
        self._text.paragraph(block.label, "label")
        for place in range(1, block.lines + 1):
            self._text.held = held or place < block.lines <= _FEW
            xml.underline_below(self._text.new(WRITING_LINE), self._colours["edge"][1:])
        self._text.held = held


def _stays(place: int, items: Sequence[b.Item]) -> bool:
    """Whether an item stands on the page of the next: no first or last one is alone on its page,
    and a few with pictures stay together.
    """
    few = len(items) <= _FEW and items[place - 1].drawing is not None
    return place < len(items) and (few or place in (1, len(items) - 1))
