"""A report as one web page: a single file without scripts that loads nothing and prints well."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import escape
from typing import assert_never

from nttp_readiness import resources
from nttp_readiness.figures import palette
from nttp_readiness.figures.shapes import Drawing
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words import blocks as b
from nttp_readiness.presentation.words.blocks import sections
from nttp_readiness.reports.logo import Logo
from nttp_readiness.reports.pdf.compose import Leaf
from nttp_readiness.reports.pdf.marks import mark_drawing
from nttp_readiness.reports.safe_text import (
    begins_from_the_right,
    by_direction,
    portable_text,
    safe_link,
)
from nttp_readiness.reports.web.svg import svg
from nttp_readiness.reports.web.web_style import named, style_sheet

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"
"""Nothing may be loaded or run, even if a mistake of ours let something in."""


def write_web_page(report: b.Report, paper: b.Paper, *, logo: Logo | None = None) -> bytes:
    """The page in UTF-8. The same report always gives the same bytes."""
    return "".join(_Writer(report, paper, logo).page()).encode()


class _Writer:
    def __init__(self, report: b.Report, paper: b.Paper, logo: Logo | None) -> None:
        self._report, self._paper, self._logo = report, paper, logo
        self._colours = palette.GREY if paper.grey else palette.PAPER
        self._painted = named(self._colours)
        # One heading stands above all: the cover's, or the report's where it has several parts.
        self._titled = not report.cover and len(list(b.sections(report.blocks))) > 1
        self._deeper = 1 if report.cover or self._titled else 0
        self._drawings = 0
        self._sections = 0

    def page(self) -> Iterator[str]:
        report = self._report
        yield f'<!DOCTYPE html>\n<html lang="{_attribute(report.language)}">\n<head>\n'
        yield '<meta charset="utf-8">\n'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        for name, content in (("author", report.author), ("description", report.subject)):
            if content:
                yield f'<meta name="{name}" content="{_attribute(content)}">\n'
        yield f"<title>{_attribute(report.title)}</title>\n"
        fonts = [b64encode(resources.font(each).read_bytes()).decode() for each in (False, True)]
        yield f"<style>\n{style_sheet(self._paper, self._colours, fonts[0], fonts[1])}</style>\n"
        yield "</head>\n<body>\n"
        if report.cover:
            yield from self._cover(report.cover)
        elif self._titled:
            dated = f'<p class="running">{_safe(report.header_right)}</p>'
            yield f'<header class="cover"><h1>{_safe(report.title)}</h1>{dated}</header>\n'
        elif report.header_left or report.header_right:
            said = filter(None, (*report.header_left[:1], report.header_right))
            yield f'<header><p class="running">{_safe(" · ".join(said))}</p></header>\n'
        yield "<main>\n"
        yield from self._blocks(report.blocks)
        yield "</main>\n"
        if report.footer_left:
            yield f'<footer><p class="running">{_safe(report.footer_left)}</p></footer>\n'
        yield "</body>\n</html>\n"

    def _cover(self, cover: b.Cover) -> Iterator[str]:
        yield '<header class="cover">\n'
        if self._logo:
            data = b64encode(self._logo.data).decode()
            size = f'style="height:{self._logo.height:.1f}mm"'
            words = _attribute(self._logo.words)
            yield f'<img src="data:image/png;base64,{data}" alt="{words}" {size}>\n'
        yield f'<p class="kind">{_safe(cover.kind)}</p>\n<h1>{_safe(cover.title)}</h1>\n'
        for words in (cover.organisation, cover.purpose):
            yield f'<p class="lead">{_safe(words)}</p>\n' if words else ""
        yield from self._facts(cover.facts)
        yield f"<p><strong>{_safe(cover.disclaimer)}</strong></p>\n"
        yield f"<p>{_safe(cover.statement)}</p>\n</header>\n"

    def _blocks(self, blocks: Iterable[b.Block]) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: b.Block) -> Iterator[str]:
        """What holds other blocks; what does not is a leaf."""
        match block:
            case b.Keep():
                yield from self._blocks(block.blocks)
            case b.Panel():
                yield '<div class="panel">\n'
                yield from self._blocks(block.blocks)
                yield "</div>\n"
            case b.Beside():
                yield '<div class="beside">\n'
                for side in (block.left, block.right):
                    yield "<div>\n"
                    yield from self._blocks(side)
                    yield "</div>\n"
                yield "</div>\n"
            case b.CutApart():
                for part in block.parts:
                    yield '<div class="panel">\n'
                    yield from self._blocks(part)
                    yield "</div>\n"
            case b.PageBreak():
                yield '<div class="new-page"></div>\n'
            case b.Heading(if_first=True):
                pass
            case b.Heading():
                yield from self._heading(block)
            case _:
                yield from self._leaf(block)

    def _leaf(self, block: Leaf) -> Iterator[str]:
        match block:
            case b.Paragraph():
                yield self._paragraph(block.words, block.look)
            case b.Listing():
                yield from self._listing(block)
            case b.Facts():
                yield from self._facts(block.pairs)
            case b.Table():
                yield from self._table(block)
            case b.Figure():
                name = _attribute(block.drawing.name) or _attribute(tr("Picture"))
                region = f'<div class="figure" tabindex="0" role="group" aria-label="{name}">'
                yield f"{region}{self._drawing(block.drawing)}</div>\n"
            case b.Card():
                yield from self._card(block)
            case b.Notice():
                yield f'<div class="notice">\n{self._title(2, _safe(block.heading))}'
                yield from (self._paragraph(each, "body") for each in block.words)
                yield "</div>\n"
            case b.Counts():
                yield '<div class="counts">\n'
                for figure, sentence in block.items:
                    yield f"<p><strong>{_safe(figure)}</strong> {_safe(sentence)}</p>\n"
                yield "</div>\n"
            case b.Contents():
                yield from self._contents()
            case b.WritingRoom():
                yield self._paragraph(block.label, "label")
                yield '<div class="line"></div>\n' * block.lines
            case _:
                assert_never(block)

    def _heading(self, heading: b.Heading) -> Iterator[str]:
        key = ""
        if heading.level == 1:
            self._sections += 1
            key = f' id="section{self._sections}"'
        label = f'<span class="label">{_safe(heading.label)}</span> ' if heading.label else ""
        number = f'<span class="number">{_safe(heading.number)}</span> ' if heading.number else ""
        look = heading.look if heading.new_page else f"{heading.look} goes-on"
        key += _direction(heading.text)
        yield self._title(heading.level, f"{label}{number}{_safe(heading.text)}", key, look)

    def _title(self, level: int, inner: str, key: str = "", look: str = "part") -> str:
        kind = f"h{level + self._deeper}"
        return f'<{kind}{key} class="{look}">{inner}</{kind}>\n'

    def _contents(self) -> Iterator[str]:
        yield f'<nav aria-label="{_attribute(tr("Contents"))}">\n<ol class="contents">\n'
        for number, heading in enumerate(sections(self._report.blocks), 1):
            if not heading.in_contents:
                continue
            yield f'<li><a href="#section{number}">{_safe(heading.text)}</a></li>\n'
        yield "</ol>\n</nav>\n"

    def _listing(self, block: b.Listing) -> Iterator[str]:
        if not block.items:
            return
        kind = "ol" if block.numbered else "ul"
        marked = any(item.mark or item.drawing for item in block.items)
        yield f'<{kind} class="marked">\n' if marked else f"<{kind}>\n"
        for item in block.items:
            words, way = self._words(item.words), _direction(item.words)
            yield (
                f"<li{way}>{self._sign(item)}<span>{words}</span></li>\n"
                if marked
                else f"<li{way}>{words}</li>\n"
            )
        yield f"</{kind}>\n"

    def _facts(self, pairs: Iterable[tuple[str, b.Words]]) -> Iterator[str]:
        pairs = list(pairs)
        if not pairs:
            return
        yield "<dl>\n"
        for label, value in pairs:
            if label:
                yield f"<dt>{_safe(label)}</dt>\n"
            yield f"<dd{_direction(value)}>{self._words(value)}</dd>\n"
        yield "</dl>\n"

    def _card(self, card: b.Card) -> Iterator[str]:
        yield '<div class="card">\n'
        number = f'<span class="number">{_safe(card.number)}</span> ' if card.number else ""
        yield self._title(2, f"{number}{_safe(card.title)}")
        yield self._paragraph(card.why, "body")
        yield from self._facts(card.facts)
        yield self._paragraph(card.source, "source")
        yield "</div>\n"

    def _table(self, table: b.Table) -> Iterator[str]:
        if not table.rows:
            return
        # A table that is wider than a narrow screen is moved by arrow keys once it has the focus.
        name = _attribute(table.caption)
        yield f'<div class="wide" tabindex="0" role="group" aria-label="{name}">'
        yield f'<table class="{table.look}">\n'
        yield f"<caption>{_safe(table.caption)}</caption>\n<colgroup>"
        total = sum(column.width for column in table.columns)
        for column in table.columns:
            yield f'<col style="width:{column.width / total:.1%}">'
        yield "</colgroup>\n<thead>\n<tr>"
        for place, column in enumerate(table.columns):
            look = _look(right=column.right, marked=_has_marks(table, place))
            yield f'<th scope="col"{look}>{_safe(column.title)}</th>'
        yield "</tr>\n</thead>\n<tbody>\n"
        for row in table.rows:
            yield '<tr class="total">' if row.total else "<tr>"
            for place, cell in enumerate(row.cells):
                yield self._cell(table, place, cell)
            yield "</tr>\n"
        yield "</tbody>\n</table></div>\n"

    def _cell(self, table: b.Table, place: int, cell: b.Cell) -> str:
        kind, scope = ("th", ' scope="row"') if place == table.header else ("td", "")
        look = _look(right=table.columns[place].right, marked=_has_marks(table, place))
        several = len(cell.words) > 1
        inner = "".join(
            f"<p{_direction(each)}>{self._words(each)}</p>" if several else self._words(each)
            for each in cell.words
        )
        way = "" if several else "".join(map(_direction, cell.words))
        return f"<{kind}{scope}{look}{way}>{self._sign(cell)}{inner}</{kind}>"

    def _paragraph(self, words: b.Words, look: str) -> str:
        return f'<p class="{look}"{_direction(words)}>{self._words(words)}</p>\n' if words else ""

    def _words(self, words: b.Words) -> str:
        runs = (b.Run(words),) if isinstance(words, str) else words
        return "".join(map(self._run, runs))

    def _run(self, run: b.Run) -> str:
        inner = _safe(run.text)
        address = safe_link(run.link)
        if address:
            inner = f'<a href="{_attribute(address)}" rel="noreferrer">{inner}</a>'
        if run.bold:
            inner = f"<strong>{inner}</strong>"
        language = f' lang="{_attribute(run.language)}"' if run.language else ""
        look = f' class="{run.colour}"' if run.colour != "ink" else ""
        return f"<span{language}{look}>{inner}</span>" if language or look else inner

    def _sign(self, of: b.Item | b.Cell) -> str:
        """What stands before the words as decoration."""
        if of.drawing:
            return self._drawing(of.drawing, said=False)
        return self._drawing(mark_drawing(of.mark), said=False, look="mark") if of.mark else ""

    def _drawing(self, drawing: Drawing, *, said: bool = True, look: str = "drawing") -> str:
        """The drawing; as decoration where its words stand beside it."""
        self._drawings += 1
        if not said:
            drawing = Drawing(drawing.width, drawing.height, drawing.shapes, "", "")
        made = svg(drawing, self._painted, key=f"drawing{self._drawings}")
        return made.replace("<svg ", f'<svg class="{look}" ', 1)


def _has_marks(table: b.Table, place: int) -> bool:
    """Whether marks stand before the words of that column, which then keep clear of them."""
    return any(row.cells[place].mark for row in table.rows if place < len(row.cells))


def _look(*, right: bool, marked: bool) -> str:
    """The class of a cell."""
    named = " ".join(name for name, given in (("right", right), ("marked", marked)) if given)
    return f' class="{named}"' if named else ""


def _direction(words: b.Words) -> str:
    """The attribute of an element whose words begin from the right."""
    text = words if isinstance(words, str) else "".join(run.text for run in words)
    return ' dir="rtl"' if begins_from_the_right(text) else ""


def _safe(text: str) -> str:
    """The text as HTML; words from the right stand by themselves, so that they turn nothing round
    beside them.
    """
    parts = (
        f"<bdi>{escape(part)}</bdi>" if from_the_right else escape(part)
        for part, from_the_right in by_direction(portable_text(text))
    )
    return "".join(parts).replace("\n", "<br>")


def _attribute(text: str) -> str:
    return escape(" ".join(portable_text(text).split()))
