"""A report as a Word document that can be edited: headings, lists and tables are real ones.

Marks and small drawings are decoration and stay out; what they say stands in the words.
"""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import assert_never

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from nttp_readiness.figures import palette
from nttp_readiness.figures.text_width import text_width
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words import blocks as b
from nttp_readiness.presentation.words.blocks import sections
from nttp_readiness.reports import word_xml as xml
from nttp_readiness.reports.columns import shared_out, unbroken
from nttp_readiness.reports.compose import Leaf
from nttp_readiness.reports.pictures import png
from nttp_readiness.reports.safe_text import (
    begins_from_the_right,
    by_direction,
    portable_text,
    safe_link,
)
from nttp_readiness.reports.word_styles import (
    CONTENTS_ENTRY,
    HEADINGS,
    TITLE,
    WRITING_LINE,
    colour,
    running_size,
    set_styles,
    style_for,
    text_size,
)

_WIDTH, _MARGIN = 170, 20  # mm
_CELL_AIR = 3.0  # mm, beside the words of a cell
_WIDER = 1.15
"""How much wider than in our own typeface text may be in the one that a reader has."""


def write_word(report: b.Report, paper: b.Paper, *, made: dt.datetime) -> bytes:
    """The whole file. The same report, made at the same time, gives the same bytes."""
    writer = _Writer(report, paper)
    writer.write()
    return _packed(writer, made)


class _Writer:
    def __init__(self, report: b.Report, paper: b.Paper) -> None:
        self._report = report
        self._paper = paper
        self._colours = palette.GREY if paper.grey else palette.PAPER
        self.document = docx.Document()
        self._places = 0
        self._styles: dict[str | None, str] = {}
        self._begun = False
        self._after_table = False
        self._held = False

    def write(self) -> None:
        set_styles(self.document, self._paper, self._colours, self._report.language)
        xml.drop_thumbnail(self.document)
        self._styles = {each.name: each.style_id for each in self.document.styles}
        self._set_page()
        if self._report.cover:
            self._cover(self._report.cover)
        self._blocks(self._report.blocks)

    def _set_page(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(_MARGIN)
        section.top_margin, section.bottom_margin = Mm(25), Mm(22)
        section.header_distance = section.footer_distance = Mm(12)
        section.different_first_page_header_footer = self._report.cover is not None
        report = self._report
        left = self._fitting(report.header_left, report.header_right)
        self._running(section.header.paragraphs[0], left, report.header_right)
        foot = section.footer.paragraphs[0]
        self._running(foot, report.footer_left, "")
        before, _, rest = report.page_words.partition("{page}")
        between, _, after = rest.partition("{pages}")
        self._add(foot, before)
        xml.field(foot, "PAGE", "1")
        self._add(foot, between)
        xml.field(foot, "NUMPAGES", "1")
        self._add(foot, after)

    def _running(self, paragraph: Paragraph, left: str, right: str) -> None:
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Mm(_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        self._add(paragraph, " ".join(left.split()))
        paragraph.add_run("\t")
        self._add(paragraph, " ".join(right.split()))

    def _fitting(self, forms: Sequence[str], right: str) -> str:
        """The first form that fits on the header's line, else the last, ended at a word."""

        def fits(text: str) -> bool:
            size = running_size(self._paper).pt
            return _width(f"{text}    {right}", size, bold=False) <= _WIDTH

        words = next(filter(fits, forms), forms[-1] if forms else "").split()
        if fits(" ".join(words)):
            return " ".join(words)
        while len(words) > 1 and not fits(f"{' '.join(words)} …"):
            words.pop()
        return f"{' '.join(words)} …"

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
            self._paragraph(words, "strong")

    def _heading(self, heading: b.Heading) -> None:
        if heading.label:
            self._paragraph(heading.label, "label")
        made = self._new(HEADINGS[heading.level - 1])
        if heading.level == 1:
            made.paragraph_format.page_break_before = self._begun and heading.new_page
            self._places += 1
            xml.bookmark(made, f"section{self._places}", self._places)
        self._begun = True
        words = f"{heading.number} {heading.text}".strip()
        run = b.Run(words, colour="loch") if heading.look == "stage" else b.Run(words)
        self._words(made, (run,))

    def _contents(self) -> None:
        """Links to the sections; Word puts their pages when somebody updates the list."""
        entries = [
            (number, heading.text)
            for number, heading in enumerate(sections(self._report.blocks), 1)
            if heading.in_contents
        ]
        last = None
        for number, text in entries:
            made = self._new(CONTENTS_ENTRY)
            if last is None:
                xml.open_field(made, 'TOC \\o "1-1" \\h')
            self._linked(made, text, xml.link(made, place=f"section{number}"))
            last = made
        if last is not None:
            xml.close_field(last)

    def _listing(self, block: b.Listing) -> None:
        style = "List Number" if block.numbered else "List Bullet"
        numbering = xml.new_numbering(self.document, style) if block.numbered else 0
        for item in block.items:
            made = self._new(style)
            if numbering:
                xml.number(made, numbering)
            self._words(made, item.words)

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
        made = self._new(style_for("body"))
        shape = made.add_run().add_picture(
            BytesIO(png(drawing, self._colours)),
            width=Pt(min(drawing.width, Mm(_WIDTH).pt)),
        )
        xml.set_flush(shape._inline)  # noqa: SLF001 - neither this nor the words have a public name
        properties = shape._inline.docPr  # noqa: SLF001
        properties.set("title", portable_text(drawing.name))
        properties.set("descr", portable_text(drawing.sentence))

    def _table(self, block: b.Table) -> None:
        if not block.rows:
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
        widths = [Mm(wide) for wide in self._column_widths(block)]
        for column, wide in zip(table.columns, widths, strict=True):
            column.width = wide  # each new row takes them over for its cells
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
                    if number < 2:  # the header row stands with two rows below it
                        paragraph.paragraph_format.keep_with_next = True
                    if block.columns[place].right:
                        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                    self._words(paragraph, words, bold=bold)
        self._after_table = True

    def _column_widths(self, block: b.Table) -> list[float]:
        """In mm: as on paper, for a typeface that is somewhat wider than ours."""
        total = sum(column.width for column in block.columns)
        shares = [column.width / total * _WIDTH for column in block.columns]

        def wide(text: str, *, head: bool) -> float:
            return _width(text, text_size("head" if head else "cell", self._paper), bold=head)

        needs = [
            max((wide(text, head=head) for text, head in unbroken(block, index)), default=0)
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
            self._words(self._new(style_for(look)), words)

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
                if run.colour != "ink":
                    made.font.color.rgb = colour(self._colours, run.colour)
                if from_the_right:
                    made.font.rtl, made.font.cs_bold = True, made.bold
                if run.language:
                    xml.mark_language(made, run.language)

    def _linked(self, paragraph: Paragraph, text: str, within: BaseOxmlElement) -> None:
        made = self._add(paragraph, text)
        made.font.color.rgb = colour(self._colours, "loch")
        made.font.underline = True
        within.append(made._r)  # noqa: SLF001 - runs of a link stand within it

    def _add(self, paragraph: Paragraph, text: str) -> Run:
        return paragraph.add_run(portable_text(text))

    def about(self, made: dt.datetime) -> None:
        report, properties = self._report, self.document.core_properties
        properties.title = _line(report.title)
        properties.author = properties.last_modified_by = _line(report.author)
        properties.subject = _line(report.subject)
        properties.keywords = _line(", ".join(report.keywords))
        properties.language = report.language
        properties.comments = _line(report.footer_left)
        properties.created = properties.modified = made.replace(tzinfo=None)
        properties.revision = 1


def _width(text: str, size: float, *, bold: bool) -> float:
    """How wide text of that size in points is at most, in mm."""
    return float(text_width(text, size, bold) * _WIDER / Mm(1).pt)


def _line(text: str) -> str:
    """A property of the file: one line of 255 characters at most."""
    return " ".join(portable_text(text).split())[:255]


def _packed(writer: _Writer, made: dt.datetime) -> bytes:
    """The file with the same time on all its parts, whatever the clock says."""
    writer.about(made)
    written, out = BytesIO(), BytesIO()
    writer.document.save(written)
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(out, "w") as packed:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, parts.read(name))
    return out.getvalue()
