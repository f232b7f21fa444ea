"""Tables of a Word document: real ones with a header row, or lines where letters are large."""

from __future__ import annotations

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from nttp_readiness.figures.palette import Colours
from nttp_readiness.presentation.words import blocks as b
from nttp_readiness.reports.columns import shared_out, unbroken
from nttp_readiness.reports.office import word_xml as xml
from nttp_readiness.reports.office.word_page import wide
from nttp_readiness.reports.office.word_styles import style_for, text_size
from nttp_readiness.reports.office.word_text import TextWriter
from nttp_readiness.reports.row_blocks import row_lines
from nttp_readiness.reports.safe_text import portable_text

_CELL_AIR = 3.0  # mm, beside the words of a cell


def write_table(
    text: TextWriter, block: b.Table, paper: b.Paper, colours: Colours, width: float
) -> None:
    """The table at the end of the document, as wide as its text: `width` in mm."""
    if not block.rows:
        return
    if paper.size == "large":
        _rows_as_lines(text, block)
        return
    text.begin_table()
    table = text.document.add_table(rows=0, cols=len(block.columns))
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    table.autofit = False
    xml.describe_table(table, portable_text(block.caption))
    lines = {name: colour.removeprefix("#") for name, colour in colours.items()}
    xml.rule_table(table, lines)
    xml.pad_table(table)
    widths = [Mm(each) for each in _column_widths(block, paper, width)]
    for column, column_width in zip(table.columns, widths, strict=True):
        column.width = column_width  # each new row takes them over for its cells
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
                text.set_style(paragraph, style_for("cell" if number else "head"))
                if _stays(number, block):
                    paragraph.paragraph_format.keep_with_next = True
                if block.columns[place].right:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                text.words(paragraph, words, bold=bold)
    text.end_table()


def _stays(number: int, block: b.Table) -> bool:
    """Whether a row stands on the page of the next: the header row (0) with two rows below it, or
    with all; the last two with one another. The last one never drags what follows along.
    """
    last = len(block.rows)
    return number < last and (number < 2 or number == last - 1 or block.whole)


def _rows_as_lines(text: TextWriter, block: b.Table) -> None:
    """Each row as a paragraph for each cell, the last with air below it."""
    for number, row in enumerate(block.rows, 1):
        lines = list(row_lines(block, row))
        for place, words in enumerate(lines, 1):
            made = text.body()
            text.words(made, words)
            made.paragraph_format.keep_together = True
            # Of two rows the first may end a page: with the other one it would leave half of it.
            if place < len(lines) or 1 < number == len(block.rows) - 1:
                made.paragraph_format.keep_with_next = True
            if place < len(lines):
                made.paragraph_format.space_after = Pt(0)


def _column_widths(block: b.Table, paper: b.Paper, whole: float) -> list[float]:
    """In mm: as on paper, for a typeface that is somewhat wider than ours."""
    total = sum(column.width for column in block.columns)
    shares = [column.width / total * whole for column in block.columns]

    def width(words: str, *, head: bool) -> float:
        return wide(words, text_size("head" if head else "cell", paper), bold=head)

    needs = [
        max((width(words, head=head) for words, head in unbroken(block, index)), default=0)
        + _CELL_AIR
        for index in range(len(block.columns))
    ]
    return shared_out(shares, needs)
