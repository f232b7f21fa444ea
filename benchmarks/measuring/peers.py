"""The same words as our reports in the hands of other libraries, for the benchmarks alone.

Headings, paragraphs and tables with repeated header rows, in the same fonts, without figures, marks
or links. Reportlab's own platypus writes no tags; WeasyPrint and typst write PDF/UA-1 as we do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import LongTable, PageBreak, Paragraph, SimpleDocTemplate, TableStyle

from nttp_readiness import resources
from nttp_readiness.presentation.words import blocks as b
from nttp_readiness.reports.pdf.typefaces import BOLD, REGULAR, load
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class _Text:
    """A paragraph; a heading from level 1 down."""

    words: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class _Table:
    """Widths are shares of one; each cell holds paragraphs."""

    widths: Sequence[float]
    titles: Sequence[str]
    rows: Sequence[Sequence[Sequence[str]]]


_Piece = _Text | _Table


def plain(report: b.Report) -> bytes:
    """The words of a report through platypus."""
    load()
    styles = {
        bold: ParagraphStyle(f"plain{bold}", fontName=BOLD if bold else REGULAR, fontSize=11,
                             leading=16, spaceAfter=8)
        for bold in (False, True)
    }  # fmt: skip
    out = BytesIO()
    SimpleDocTemplate(out, pagesize=A4, pageCompression=1).build(
        [each for piece in _pieces(report.blocks) for each in _flowables(piece, styles)]
    )
    return out.getvalue()


def woven(report: b.Report) -> bytes:
    """The same words through WeasyPrint, tagged. Its page has nothing to load but our fonts."""
    from weasyprint import CSS, HTML  # noqa: PLC0415 - only where it was fetched
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    faces = "".join(
        f"@font-face {{ font-family: Own; font-weight: {weight};"
        f" src: url({resources.font(bold=weight > 400).as_uri()}); }}"
        for weight in (400, 700)
    )
    look = (
        f"{faces} @page {{ size: A4; margin: 1in; }} * {{ font: 11pt/16pt Own; margin: 0; }}"
        " p, h1 { margin-bottom: 8pt; } h1, th { font-weight: 700; }"
        " h1 { break-before: page; } table { width: 440pt; table-layout: fixed; }"
        " th, td { vertical-align: top; text-align: left; padding: 3pt 6pt; }"
    )
    fonts = FontConfiguration()
    said = "".join(map(_marked_up, _pieces(report.blocks)))
    page = f'<html lang="en-GB"><title>{escape(report.title)}</title><body>{said}</body></html>'
    made: bytes = HTML(string=page).write_pdf(
        stylesheets=[CSS(string=look, font_config=fonts)], font_config=fonts,
        pdf_variant="pdf/ua-1",
    )  # fmt: skip
    return made


def typeset(report: b.Report) -> bytes:
    """The same words through typst, tagged."""
    import typst  # noqa: PLC0415 - only where it was fetched

    said = "\n".join(map(_sourced, _pieces(report.blocks)))
    source = (
        f"#set document(title: {_quoted(report.title)})\n"
        '#set text(font: "Atkinson Hyperlegible Next", size: 11pt, lang: "en", region: "GB")\n'
        '#set page(paper: "a4", margin: 1in)\n'
        "#show heading.where(level: 1): it => { pagebreak(weak: true); it }\n"
    )
    made: bytes = typst.compile(
        (source + said).encode(), format="pdf", pdf_standards=["ua-1"],
        font_paths=[str(resources.font(bold=False).parent)], ignore_system_fonts=True,
    )  # fmt: skip
    return made


def _pieces(blocks: Sequence[b.Block]) -> Iterator[_Piece]:
    """The words of a report as each of the others is given them."""
    for block in blocks:
        match block:
            case b.Heading():
                yield _Text(f"{block.label} {block.number} {block.text}".strip(), block.level)
            case b.Paragraph():
                yield _Text(_said(block.words))
            case b.Listing():
                yield from (_Text(_said(item.words)) for item in block.items)
            case b.Facts():
                yield from (_Text(_said(part)) for pair in block.pairs for part in pair)
            case b.Card():
                yield _Text(f"{block.number} {block.title}", 2)
                yield _Text(_said(block.why))
                yield from (_Text(_said(part)) for pair in block.facts for part in pair)
                yield _Text(_said(block.source))
            case b.Notice():
                yield _Text(block.heading, 2)
                yield from (_Text(_said(words)) for words in block.words)
            case b.Counts():
                yield from (_Text(f"{figure} {sentence}") for figure, sentence in block.items)
            case b.Table() if block.rows:
                yield _table(block)
            case b.Keep() | b.Panel():
                yield from _pieces(block.blocks)
            case b.Beside():
                yield from _pieces((*block.left, *block.right))
            case _:
                pass


def _table(block: b.Table) -> _Table:
    total = sum(column.width for column in block.columns)
    return _Table(
        widths=[column.width / total for column in block.columns],
        titles=[column.title for column in block.columns],
        rows=[[[_said(words) for words in cell.words] for cell in row.cells] for row in block.rows],
    )


def _said(words: b.Words) -> str:
    return words if isinstance(words, str) else "".join(run.text for run in words)


def _flowables(piece: _Piece, styles: dict[bool, ParagraphStyle]) -> Iterator[object]:
    """For platypus."""

    def text(words: str, *, bold: bool = False) -> Paragraph:
        return Paragraph(escape(words).replace("\n", "<br/>"), styles[bold])

    match piece:
        case _Text():
            if piece.level == 1:
                yield PageBreak()
            yield text(piece.words, bold=piece.level > 0)
        case _Table():
            rows = [[text(title, bold=True) for title in piece.titles]]
            rows += [[list(map(text, cell)) for cell in row] for row in piece.rows]
            yield LongTable(
                rows,
                colWidths=[width * 440 for width in piece.widths],
                repeatRows=1,
                splitInRow=1,
                style=TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")]),
            )


def _marked_up(piece: _Piece) -> str:
    """As HTML."""

    def text(words: str, kind: str = "p") -> str:
        return f"<{kind}>{escape(words).replace(chr(10), '<br>')}</{kind}>"

    def cell(paragraphs: Sequence[str]) -> str:
        return f"<td>{''.join(map(text, paragraphs))}</td>"

    match piece:
        case _Text():
            return text(piece.words, f"h{piece.level}" if piece.level else "p")
        case _Table():
            heads = "".join(
                text(title, "th").replace("<th", f'<th style="width:{width:.1%}"', 1)
                for title, width in zip(piece.titles, piece.widths, strict=True)
            )
            rows = "".join(f"<tr>{''.join(map(cell, row))}</tr>" for row in piece.rows)
            return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _sourced(piece: _Piece) -> str:
    """As typst's own source."""

    def text(words: str) -> str:
        return f"#par(text({_quoted(words)}))"

    match piece:
        case _Text():
            if piece.level:
                return f"#heading(level: {piece.level}, {_quoted(piece.words)})"
            return text(piece.words)
        case _Table():
            widths = ", ".join(f"{width}fr" for width in piece.widths)
            titles = ", ".join(f"[{text(title)}]" for title in piece.titles)
            cells = ", ".join(
                f"[{' '.join(map(text, cell))}]" for row in piece.rows for cell in row
            )
            return f"#table(columns: ({widths}), table.header({titles}), {cells})"


def _quoted(text: str) -> str:
    """A text of typst, whatever stands in it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
