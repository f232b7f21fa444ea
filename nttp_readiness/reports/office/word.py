"""A report as a Word document that can be edited: headings, lists and tables are real ones.

Marks and small drawings are decoration and stay out; what they say stands in the words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import assert_never

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from nttp_readiness.figures import palette
from nttp_readiness.figures.shapes import Drawing
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words import blocks as b
from nttp_readiness.presentation.words.blocks import sections
from nttp_readiness.reports.columns import shared_out, unbroken
from nttp_readiness.reports.logo import Logo
from nttp_readiness.reports.office import word_xml as xml
from nttp_readiness.reports.office.office_package import packed
from nttp_readiness.reports.office.word_page import WIDTH, set_page, text_width_of, wide
from nttp_readiness.reports.office.word_styles import (
    BULLETS,
    CONTENTS_ENTRY,
    HEADINGS,
    NUMBERS,
    TITLE,
    WRITING_LINE,
    adopt_styles,
    colour,
    set_styles,
    style_for,
    text_size,
    text_style,
)
from nttp_readiness.reports.office.word_template import clear, open_template, put_back, sound
from nttp_readiness.reports.pdf.compose import Leaf
from nttp_readiness.reports.pdf.pdf import section_pages
from nttp_readiness.reports.pdf.pictures import png
from nttp_readiness.reports.row_blocks import row_lines
from nttp_readiness.reports.safe_text import (
    begins_from_the_right,
    by_direction,
    portable_text,
    safe_link,
)

_CELL_AIR = 3.0  # mm, beside the words of a cell
_HIGHEST = Mm(100)
"""A picture is not higher, so that a table stands beneath it on the same page."""
_FEW = 4
"""So many items with pictures stay together."""


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
        self._width: float = WIDTH
        self._own_look = True
        self._titled = any(
            isinstance(each, b.Heading) and each.look == "title" for each in report.blocks
        )
        self._pictures: dict[Drawing, bytes] = {}
        self._places = 0
        self._styles: dict[str | None, str] = {}
        self._text = style_for("body")
        self._begun = False
        self._after_table = False
        self._held = False

    def write(self) -> None:
        document, report = self.document, self._report
        set_styles(document, self._paper, self._colours, report.language, titled=self._titled)
        xml.drop_thumbnail(document)
        xml.set_modern(document)
        self._styles = {each.name: each.style_id for each in document.styles}
        set_page(document, report, self._paper)
        if self._logo is not None:
            self._picture(self._logo)
        if report.cover:
            self._cover(report.cover)
        self._blocks(report.blocks)

    def write_into_template(self) -> None:
        """Our text in the template's page and styles: nothing of it has a look of ours."""
        after = clear(self.document)
        adopt_styles(self.document)
        self._text = text_style(self.document)
        self._styles = {each.name: each.style_id for each in self.document.styles}
        self._width, self._own_look = text_width_of(self.document), False
        self._blocks(self._report.blocks)
        put_back(self.document, after)

    def _picture(self, logo: Logo) -> None:
        made = self._new(style_for("body"))
        shape = made.add_run().add_picture(BytesIO(logo.data), height=Mm(logo.height))
        xml.set_flush(shape._inline)  # noqa: SLF001 - it has no public name
        shape._inline.docPr.set("descr", portable_text(logo.words))  # noqa: SLF001 - as above

    def _cover(self, cover: b.Cover) -> None:
        self._paragraph(cover.kind, "quiet")
        self._words(self._new(TITLE), cover.title)
        self._paragraph(cover.organisation, "lead")
        self._paragraph(cover.purpose, "lead")
        self._facts(cover.facts)
        self._paragraph((b.Run(cover.disclaimer, bold=True),), "body")
        self._paragraph(cover.statement, "body")
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
        held = self._held
        for place, block in enumerate(blocks):
            self._held = held or place < len(blocks) - 1
            self._block(block)
        self._held = held

    def _leaf(self, block: Leaf) -> None:
        match block:
            case b.Paragraph():
                self._paragraph(block.words, block.look)
            case b.Listing():
                self._listing(block)
            case b.Facts():
                self._facts(block.pairs)
            case b.Table():
                self._table(block)
            case b.Figure():
                self._figure(block)
            case b.Card():
                self._card(block)
            case b.Notice():
                self._notice(block)
            case b.Counts():
                for figure, sentence in block.items:
                    self._paragraph((b.Run(f"{figure} ", bold=True), b.Run(sentence)), "body")
            case b.Contents():
                self._contents()
            case b.WritingRoom():
                self._writing_room(block)
            case _:
                assert_never(block)

    def _notice(self, block: b.Notice) -> None:
        self._heading(b.Heading(2, block.heading))
        for words in block.words:
            self._paragraph(words, "body")

    def _heading(self, heading: b.Heading) -> None:
        apart = heading.level == 1 and not self._titled and self._begun and heading.new_page
        if heading.label:
            label = self._new(style_for("label"))
            label.paragraph_format.keep_with_next = True
            label.paragraph_format.page_break_before = apart
            self._words(label, heading.label)
        made = self._new(self._heading_style(heading))
        if heading.level == 1 and not self._titled:
            made.paragraph_format.page_break_before = apart and not heading.label
            if self._begun and not heading.new_page:
                made.paragraph_format.space_before = Pt(24)
            self._places += 1
            xml.bookmark(made, f"section{self._places}", self._places)
        self._begun = True
        words = f"{heading.number} {heading.text}".strip()
        stage = heading.look == "stage" and self._own_look
        run = b.Run(words, colour="loch") if stage else b.Run(words)
        self._words(made, (run,))

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
            made = self._new(CONTENTS_ENTRY)
            if last is None:
                xml.open_field(made, 'TOC \\o "1-1" \\h')
            place = f"section{number}"
            link = xml.link(made, place=place)
            self._linked(made, text, link)
            xml.page_of(place, str(pages.get(number, 1)), link)
            last = made
        if last is not None:
            xml.close_field(last)

    def _listing(self, block: b.Listing) -> None:
        style = NUMBERS if block.numbered else BULLETS
        numbering = xml.new_numbering(self.document, style) if block.numbered else 0
        held = self._held
        for place, item in enumerate(block.items, 1):
            if item.drawing is not None:
                self._held = held or place < len(block.items) <= _FEW
                self._beside_picture(item.words, item.drawing)
                self._held = held
                continue
            made = self._new(style)
            if numbering:
                xml.number(made, numbering)
            self._words(made, item.words)

    def _beside_picture(self, words: b.Words, drawing: Drawing) -> None:
        """An item with its picture in place of a sign: decoration, as the words say it all."""
        made = self._new(style_for("body"))
        width = Pt(drawing.width)
        made.paragraph_format.left_indent = width + Mm(5)
        made.paragraph_format.first_line_indent = -(width + Mm(5))
        made.paragraph_format.tab_stops.add_tab_stop(width + Mm(5))
        if drawing not in self._pictures:
            self._pictures[drawing] = png(drawing, self._colours)
        shape = made.add_run().add_picture(BytesIO(self._pictures[drawing]), width=width)
        xml.set_flush(shape._inline)  # noqa: SLF001 - it has no public name
        xml.mark_decorative(shape._inline.docPr)  # noqa: SLF001 - as above
        made.add_run("\t")
        self._words(made, words)

    def _facts(self, pairs: Iterable[tuple[str, b.Words]]) -> None:
        for label, value in pairs:
            runs = (b.Run(value),) if isinstance(value, str) else value
            name = (b.Run(tr("{label}: ").format(label=label), bold=True),) if label else ()
            self._paragraph((*name, *runs), "body")

    def _card(self, card: b.Card) -> None:
        self._held = True
        self._heading(b.Heading(2, card.title, number=card.number))
        self._paragraph(card.why, "body")
        self._facts(card.facts if card.source else card.facts[:-1])
        self._held = False
        self._facts(() if card.source else card.facts[-1:])
        self._paragraph(card.source, "source")

    def _figure(self, block: b.Figure) -> None:
        drawing = block.drawing
        highest = _HIGHEST.pt * drawing.width / drawing.height
        made = self._new(style_for("body"))
        shape = made.add_run().add_picture(
            BytesIO(png(drawing, self._colours)),
            width=Pt(min(drawing.width, Mm(self._width).pt, highest)),
        )
        xml.set_flush(shape._inline)  # noqa: SLF001 - neither this nor the words have a public name
        properties = shape._inline.docPr  # noqa: SLF001
        properties.set("title", portable_text(drawing.name))
        properties.set("descr", portable_text(drawing.sentence))

    def _rows_as_lines(self, block: b.Table) -> None:
        """Each row as a paragraph for each cell, the last with air below it."""
        for row in block.rows:
            lines = list(row_lines(block, row))
            for place, words in enumerate(lines, 1):
                made = self._new(self._text)
                self._words(made, words)
                made.paragraph_format.keep_together = True
                if place < len(lines):
                    made.paragraph_format.keep_with_next = True
                    made.paragraph_format.space_after = Pt(0)

    def _table(self, block: b.Table) -> None:
        if not block.rows:
            return
        if self._paper.size == "large":
            self._rows_as_lines(block)
            return
        if self._after_table:  # else Word takes both for one
            self._new(style_for("label"))
        table = self.document.add_table(rows=0, cols=len(block.columns))
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        table.autofit = False
        xml.describe_table(table, portable_text(block.caption))
        lines = {name: colour.removeprefix("#") for name, colour in self._colours.items()}
        xml.rule_table(table, lines)
        xml.pad_table(table)
        widths = [Mm(each) for each in self._column_widths(block)]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width  # each new row takes them over for its cells
        heads = tuple(b.Cell(((b.Run(column.title),),)) for column in block.columns)
        for number, row in enumerate((b.Row(heads), *block.rows)):
            made = table.add_row()
            if not number:
                xml.repeat_header(made)
            xml.keep_whole((made,))
            for place, (cell, given) in enumerate(zip(made.cells, row.cells, strict=True)):
                bold = row.total
                paragraphs = [cell.paragraphs[0]]
                paragraphs += [cell.add_paragraph() for _ in given.words[1:]]
                for paragraph, words in zip(paragraphs, given.words, strict=False):
                    self._set_style(paragraph, style_for("cell" if number else "head"))
                    if number < 2 or (block.whole and number < len(block.rows)):
                        # The header row stands with two rows below it, or with all.
                        paragraph.paragraph_format.keep_with_next = True
                    if block.columns[place].right:
                        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                    self._words(paragraph, words, bold=bold)
        self._after_table = True

    def _column_widths(self, block: b.Table) -> list[float]:
        """In mm: as on paper, for a typeface that is somewhat wider than ours."""
        total = sum(column.width for column in block.columns)
        shares = [column.width / total * self._width for column in block.columns]

        def width(text: str, *, head: bool) -> float:
            return wide(text, text_size("head" if head else "cell", self._paper), bold=head)

        needs = [
            max((width(text, head=head) for text, head in unbroken(block, index)), default=0)
            + _CELL_AIR
            for index in range(len(block.columns))
        ]
        return shared_out(shares, needs)

    def _writing_room(self, block: b.WritingRoom) -> None:
        self._paragraph(block.label, "label")
        for _ in range(block.lines):
            xml.underline_below(self._new(WRITING_LINE), self._colours["edge"][1:])

    def _paragraph(self, words: b.Words, look: str) -> None:
        if words:
            self._words(self._new(self._text if look == "body" else style_for(look)), words)

    def _new(self, style: str) -> Paragraph:
        """A new paragraph, with some air above it where a table ends."""
        made = self.document.add_paragraph()
        self._set_style(made, style)
        if self._after_table and style not in HEADINGS:
            made.paragraph_format.space_before = Pt(8)
        if self._held:
            made.paragraph_format.keep_with_next = True
        self._after_table = False
        return made

    def _set_style(self, paragraph: Paragraph, style: str) -> None:
        # python-docx would look through all styles for each paragraph: three quarters of the time.
        paragraph._p.style = self._styles[style]  # noqa: SLF001 - as said above

    def _words(self, paragraph: Paragraph, words: b.Words, *, bold: bool = False) -> None:
        runs = (b.Run(words),) if isinstance(words, str) else words
        if begins_from_the_right("".join(run.text for run in runs)):
            xml.mark_right_to_left(paragraph)
        for run in runs:
            address = safe_link(run.link)
            if address:
                self._linked(paragraph, run.text, xml.link(paragraph, address=address))
                continue
            for text, from_the_right in by_direction(portable_text(run.text)):
                made = paragraph.add_run(text)
                if run.bold or bold:
                    made.bold = True
                if run.colour != "ink" and self._own_look:
                    made.font.color.rgb = colour(self._colours, run.colour)
                if from_the_right:
                    made.font.rtl, made.font.cs_bold = True, made.bold
                if run.language:
                    xml.mark_language(made, run.language)

    def _linked(self, paragraph: Paragraph, text: str, within: BaseOxmlElement) -> None:
        made = self._add(paragraph, text)
        if self._own_look:
            made.font.color.rgb = colour(self._colours, "loch")
        made.font.underline = True
        within.append(made._r)  # noqa: SLF001 - runs of a link stand within it

    def _add(self, paragraph: Paragraph, text: str) -> Run:
        return paragraph.add_run(portable_text(text))
