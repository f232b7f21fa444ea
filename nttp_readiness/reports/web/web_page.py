"""A report as one web page: a single file without scripts that loads nothing and prints well."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from nttp_readiness import resources
from nttp_readiness.figures import palette
from nttp_readiness.figures.shapes import Drawing
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words import blocks as b
from nttp_readiness.presentation.words.blocks import sections
from nttp_readiness.reports.logo import Logo
from nttp_readiness.reports.pdf.compose import Leaf
from nttp_readiness.reports.pdf.page_marks import mark_drawing
from nttp_readiness.reports.web.svg import svg
from nttp_readiness.reports.web.web_style import letters_against_standard, named, style_sheet
from nttp_readiness.reports.web.web_table import table_html
from nttp_readiness.reports.web.web_words import attribute, direction, safe, words_html

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"
"""Nothing may be loaded or run, even if a mistake of ours let something in."""


_NARROWEST = 270
"""What the narrowest screen, 320 pixels wide, shows of a drawing at four fifths, in points."""

_HELD_IN_LARGE_PRINT = 3


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
        yield f'<!DOCTYPE html>\n<html lang="{attribute(report.language)}">\n<head>\n'
        yield '<meta charset="utf-8">\n'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        for name, content in (("author", report.author), ("description", report.subject)):
            if content:
                yield f'<meta name="{name}" content="{attribute(content)}">\n'
        yield f"<title>{attribute(report.title)}</title>\n"
        fonts = [b64encode(resources.font(each).read_bytes()).decode() for each in (False, True)]
        yield f"<style>\n{style_sheet(self._paper, self._colours, fonts[0], fonts[1])}</style>\n"
        yield "</head>\n<body>\n"
        if report.cover:
            yield from self._cover(report.cover)
        elif self._titled:
            dated = f'<p class="running">{safe(report.header_right)}</p>'
            yield f'<header class="cover"><h1>{safe(report.title)}</h1>{dated}</header>\n'
        elif report.header_left or report.header_right:
            said = filter(None, (*report.header_left[:1], report.header_right))
            yield f'<header><p class="running">{safe(" · ".join(said))}</p></header>\n'
        inner = "".join(self._blocks(report.blocks))
        yield f"<main>\n{inner}"
        closing = safe(report.footer_left)
        # Not after `main`: a browser would print it on a page of its own.
        if closing and closing not in inner:
            yield f'<p class="running end">{closing}</p>\n'
        yield "</main>\n"
        yield "</body>\n</html>\n"

    def _cover(self, cover: b.Cover) -> Iterator[str]:
        yield '<header class="cover">\n'
        if self._logo:
            data = b64encode(self._logo.data).decode()
            size = f'style="height:{self._logo.height:.1f}mm"'
            words = attribute(self._logo.words)
            yield f'<img src="data:image/png;base64,{data}" alt="{words}" {size}>\n'
        yield f'<p class="kind">{safe(cover.kind)}</p>\n<h1>{safe(cover.title)}</h1>\n'
        for words in (cover.organisation, cover.purpose):
            yield f'<p class="lead">{safe(words)}</p>\n' if words else ""
        yield from self._facts(cover.facts)
        yield f"<p><strong>{safe(cover.disclaimer)}</strong></p>\n"
        yield f"<p>{safe(cover.statement)}</p>\n</header>\n"

    def _blocks(self, blocks: Iterable[b.Block]) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: b.Block) -> Iterator[str]:
        """What holds other blocks; what does not is a leaf."""
        match block:
            case b.Keep():
                yield from self._together(block.blocks)
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

    def _together(self, blocks: Sequence[b.Block]) -> Iterator[str]:
        """Printed on one page; what is long at their end only begins there. In large print many of
        them take about a page, and would leave another one empty.
        """
        *first, last = blocks
        if self._paper.size == "large" and len(first) > _HELD_IN_LARGE_PRINT:
            yield from self._blocks(blocks)
            return
        if first and isinstance(last, b.Table | b.Listing | b.Panel):
            yield '<div class="held leads">\n'
            yield from self._blocks(first)
            yield "</div>\n"
            yield from self._block(last)
            return
        yield '<div class="held">\n'
        yield from self._blocks(blocks)
        yield "</div>\n"

    def _leaf(self, block: Leaf) -> Iterator[str]:
        match block:
            case b.Paragraph():
                yield self._paragraph(block.words, block.look)
            case b.Listing():
                yield from self._listing(block)
            case b.Facts():
                yield from self._facts(block.pairs)
            case b.Table():
                yield from table_html(block, self._sign)
            case b.Figure():
                if block.narrow:
                    yield f'<div class="narrow">{self._drawing(block.narrow)}</div>\n'
                yield self._figure(block)
            case b.Card():
                yield from self._card(block)
            case b.Notice():
                yield f'<div class="notice">\n{self._title(2, safe(block.heading))}'
                yield from (self._paragraph(each, "body") for each in block.words)
                yield "</div>\n"
            case b.Counts():
                yield '<div class="counts">\n'
                for figure, sentence in block.items:
                    yield f"<p><strong>{safe(figure)}</strong> {safe(sentence)}</p>\n"
                yield "</div>\n"
            case b.Contents():
                yield from self._contents()
            case b.WritingRoom():
                yield '<div class="room">\n'
                yield self._paragraph(block.label, "label")
                yield '<div class="line"></div>\n' * block.lines
                yield "</div>\n"
            case _:
                assert_never(block)

    def _heading(self, heading: b.Heading) -> Iterator[str]:
        key = ""
        if heading.level == 1:
            self._sections += 1
            key = f' id="section{self._sections}"'
        label = f'<span class="label">{safe(heading.label)}</span> ' if heading.label else ""
        number = f'<span class="number">{safe(heading.number)}</span> ' if heading.number else ""
        new_page = heading.new_page and (heading.level > 1 or self._sections > 1)
        look = heading.look if new_page else f"{heading.look} goes-on"
        key += direction(heading.text)
        yield self._title(heading.level, f"{label}{number}{safe(heading.text)}", key, look)

    def _title(self, level: int, inner: str, key: str = "", look: str = "part") -> str:
        kind = f"h{level + self._deeper}"
        return f'<{kind}{key} class="{look}">{inner}</{kind}>\n'

    def _contents(self) -> Iterator[str]:
        yield f'<nav aria-label="{attribute(tr("Contents"))}">\n<ol class="contents">\n'
        for number, heading in enumerate(sections(self._report.blocks), 1):
            if not heading.in_contents:
                continue
            yield f'<li><a href="#section{number}">{safe(heading.text)}</a></li>\n'
        yield "</ol>\n</nav>\n"

    def _listing(self, block: b.Listing) -> Iterator[str]:
        if not block.items:
            return
        kind = "ol" if block.numbered else "ul"
        marked = any(item.mark or item.drawing for item in block.items)
        yield f'<{kind} class="marked">\n' if marked else f"<{kind}>\n"
        for item in block.items:
            words, way = words_html(item.words), direction(item.words)
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
                yield f"<dt>{safe(label)}</dt>\n"
            yield f"<dd{direction(value)}>{words_html(value)}</dd>\n"
        yield "</dl>\n"

    def _card(self, card: b.Card) -> Iterator[str]:
        yield '<div class="card">\n'
        number = f'<span class="number">{safe(card.number)}</span> ' if card.number else ""
        yield self._title(2, f"{number}{safe(card.title)}")
        yield self._paragraph(card.why, "body")
        yield from self._facts(card.facts)
        yield self._paragraph(card.source, "source")
        yield "</div>\n"

    def _paragraph(self, words: b.Words, look: str) -> str:
        return f'<p class="{look}"{direction(words)}>{words_html(words)}</p>\n' if words else ""

    def _sign(self, of: b.Item | b.Cell) -> str:
        """What stands before the words as decoration."""
        if of.drawing:
            # In a list they are drawn for the letters beside them, in a table for the standard's.
            scale = letters_against_standard(self._paper) if isinstance(of, b.Cell) else 1
            return self._drawing(of.drawing, said=False, scale=scale)
        return self._drawing(mark_drawing(of.mark), said=False, look="mark") if of.mark else ""

    def _figure(self, figure: b.Figure) -> str:
        """The drawing in a region that can be moved by keys; not on narrow screens where another
        is drawn for them.
        """
        name = attribute(figure.drawing.name) or attribute(tr("Picture"))
        look = cue = ""
        if figure.narrow:
            look = " broad"
        elif figure.drawing.width <= _NARROWEST:
            look = " fits"
        else:
            said = safe(tr("This picture goes on to the right: move it sideways."))
            cue = f'<p class="cue">{said}</p>'
        region = f'<div class="figure{look}" tabindex="0" role="group" aria-label="{name}">'
        return f"{region}{cue}{self._drawing(figure.drawing)}</div>\n"

    def _drawing(
        self, drawing: Drawing, *, said: bool = True, look: str = "drawing", scale: float = 1
    ) -> str:
        """The drawing; as decoration where its words stand beside it."""
        self._drawings += 1
        if not said:
            drawing = Drawing(drawing.width, drawing.height, drawing.shapes, "", "")
        made = svg(drawing, self._painted, key=f"drawing{self._drawings}", scale=scale)
        return made.replace("<svg ", f'<svg class="{look}" ', 1)
