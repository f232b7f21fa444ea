"""The same words as our reports in the hands of other libraries, for the benchmarks alone.

Headings, paragraphs and tables with repeated header rows, in the same fonts, without figures, marks
or links. Reportlab's own platypus writes no tags; WeasyPrint and typst write PDF/UA-1 as we do.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import LongTable, PageBreak, Paragraph, SimpleDocTemplate, TableStyle

from nttp_readiness import resources
from nttp_readiness.presentation.words import blocks as b
from nttp_readiness.reports.pdf.fonts import BOLD, REGULAR, load


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
        [each for block in report.blocks for each in _flowables(block, styles)]
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
    said = "".join(part for block in report.blocks for part in _marked_up(block))
    page = f'<html lang="en-GB"><title>{escape(report.title)}</title><body>{said}</body></html>'
    made: bytes = HTML(string=page).write_pdf(
        stylesheets=[CSS(string=look, font_config=fonts)], font_config=fonts,
        pdf_variant="pdf/ua-1",
    )  # fmt: skip
    return made


def typeset(report: b.Report) -> bytes:
    """The same words through typst, tagged."""
    import typst  # noqa: PLC0415 - only where it was fetched

    said = "\n".join(part for block in report.blocks for part in _sourced(block))
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


def _quoted(text: str) -> str:
    """A text of typst, whatever stands in it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _sourced(block: b.Block) -> Iterator[str]:
    """What `_flowables` gives platypus, as typst's own source."""

    def text(words: b.Words, level: int = 0) -> str:
        said = words if isinstance(words, str) else "".join(run.text for run in words)
        if level:
            return f"#heading(level: {level}, {_quoted(said)})"
        return f"#par(text({_quoted(said)}))"

    match block:
        case b.Heading():
            yield text(f"{block.label} {block.number} {block.text}".strip(), block.level)
        case b.Paragraph():
            yield text(block.words)
        case b.Listing():
            yield from (text(item.words) for item in block.items)
        case b.Facts():
            yield from (part for pair in block.pairs for part in map(text, pair))
        case b.Card():
            yield text(f"{block.number} {block.title}", 2)
            yield text(block.why)
            yield from (part for pair in block.facts for part in map(text, pair))
            yield text(block.source)
        case b.Notice():
            yield text(block.heading, 2)
            yield from map(text, block.words)
        case b.Counts():
            yield from (text(f"{figure} {said}") for figure, said in block.items)
        case b.Table() if block.rows:
            widths = ", ".join(f"{column.width}fr" for column in block.columns)
            titles = ", ".join(f"[{text(column.title)}]" for column in block.columns)
            cells = ", ".join(
                f"[{' '.join(map(text, cell.words))}]" for row in block.rows for cell in row.cells
            )
            yield f"#table(columns: ({widths}), table.header({titles}), {cells})"
        case b.Keep() | b.Panel():
            yield from (part for inner in block.blocks for part in _sourced(inner))
        case b.Beside():
            inside = (*block.left, *block.right)
            yield from (part for inner in inside for part in _sourced(inner))
        case _:
            pass


def _marked_up(block: b.Block) -> Iterator[str]:
    """What `_flowables` gives platypus, as HTML."""

    def text(words: b.Words, kind: str = "p") -> str:
        said = words if isinstance(words, str) else "".join(run.text for run in words)
        return f"<{kind}>{escape(said).replace(chr(10), '<br>')}</{kind}>"

    match block:
        case b.Heading():
            said = f"{block.label} {block.number} {block.text}".strip()
            yield text(said, "h1" if block.level == 1 else f"h{block.level}")
        case b.Paragraph():
            yield text(block.words)
        case b.Listing():
            yield from (text(item.words) for item in block.items)
        case b.Facts():
            yield from (part for pair in block.pairs for part in map(text, pair))
        case b.Card():
            yield text(f"{block.number} {block.title}", "h2")
            yield text(block.why)
            yield from (part for pair in block.facts for part in map(text, pair))
            yield text(block.source)
        case b.Notice():
            yield text(block.heading, "h2")
            yield from map(text, block.words)
        case b.Counts():
            yield from (text(f"{figure} {said}") for figure, said in block.items)
        case b.Table() if block.rows:
            total = sum(column.width for column in block.columns)
            yield "<table><thead><tr>"
            for column in block.columns:
                width = f' style="width:{column.width / total:.1%}"'
                yield text(column.title, "th").replace("<th", f"<th{width}", 1)
            yield "</tr></thead><tbody>"
            for row in block.rows:
                cells = ("".join(map(text, cell.words)) for cell in row.cells)
                yield f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
            yield "</tbody></table>"
        case b.Keep() | b.Panel():
            yield from (part for inner in block.blocks for part in _marked_up(inner))
        case b.Beside():
            inside = (*block.left, *block.right)
            yield from (part for inner in inside for part in _marked_up(inner))
        case _:
            pass


def _flowables(block: b.Block, styles: dict[bool, ParagraphStyle]) -> Iterator[object]:
    def text(words: b.Words, *, bold: bool = False) -> Paragraph:
        said = words if isinstance(words, str) else "".join(run.text for run in words)
        return Paragraph(escape(said).replace("\n", "<br/>"), styles[bold])

    match block:
        case b.Heading():
            if block.level == 1:
                yield PageBreak()
            yield text(f"{block.label} {block.number} {block.text}".strip(), bold=True)
        case b.Paragraph():
            yield text(block.words)
        case b.Listing():
            yield from (text(item.words) for item in block.items)
        case b.Facts():
            yield from (part for pair in block.pairs for part in map(text, pair))
        case b.Card():
            yield text(f"{block.number} {block.title}", bold=True)
            yield text(block.why)
            yield from (part for pair in block.facts for part in map(text, pair))
            yield text(block.source)
        case b.Notice():
            yield text(block.heading, bold=True)
            yield from map(text, block.words)
        case b.Counts():
            yield from (text(f"{figure} {said}") for figure, said in block.items)
        case b.Table() if block.rows:
            total = sum(column.width for column in block.columns)
            rows = [[text(column.title, bold=True) for column in block.columns]]
            rows += [[list(map(text, cell.words)) for cell in row.cells] for row in block.rows]
            yield LongTable(
                rows,
                colWidths=[column.width / total * 440 for column in block.columns],
                repeatRows=1,
                splitInRow=1,
                style=TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")]),
            )
        case b.Keep() | b.Panel():
            yield from (each for inner in block.blocks for each in _flowables(inner, styles))
        case b.Beside():
            inside = (*block.left, *block.right)
            yield from (each for inner in inside for each in _flowables(inner, styles))
        case _:
            pass
