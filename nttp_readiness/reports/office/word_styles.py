"""How a Word document looks: its styles, by what they are for."""

from __future__ import annotations

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Mm, Pt, RGBColor

from nttp_readiness.figures.palette import Colours, PaperTone
from nttp_readiness.presentation.words.blocks import Paper
from nttp_readiness.reports.office import word_template, word_xml

TITLE, CONTENTS_ENTRY, WRITING_LINE = "Title", "toc 1", "Writing line"
RUNNING = ("Header", "Footer")
HEADINGS = ("Heading 1", "Heading 2", "Heading 3")
BULLETS, NUMBERS = "List Bullet", "List Number"
LISTS = (BULLETS, NUMBERS)

_FONT = "Arial"
_BODY = {"standard": 11.0, "clear": 12.5, "large": 18.0}
_HEADING_SIZES = {TITLE: 2.6, "Heading 1": 2.0, "Heading 2": 1.45, "Heading 3": 1.15}
_TITLED = {TITLE: 2.2, "Heading 1": 1.45, "Heading 2": 1.15, "Heading 3": 1.05}
_LOOKS: dict[str, tuple[str, float, bool, PaperTone]] = {
    "lead": ("Lead", 1.2, False, "ink"),
    "body": ("Normal", 1, False, "ink"),
    "label": ("Label", 0.9, True, "quiet"),
    "quiet": ("Quiet", 1, False, "quiet"),
    "source": ("Source", 0.9, False, "quiet"),
    "statement": ("Statement", 1, True, "ink"),
    "strong": ("Strong paragraph", 1.2, True, "ink"),
    "cell": ("Cell", 0.92, False, "ink"),
    "head": ("Column heading", 0.85, True, "quiet"),
}
"""Style, size as a share of the body's, whether it is bold, and colour, for each use of text."""


def text_size(look: str, paper: Paper) -> float:
    """The size of a use of text, in points."""
    return _LOOKS[look][1] * _BODY[paper.size]


def style_for(look: str) -> str:
    """The style for a use of text."""
    return _LOOKS[look][0]


def running_size(paper: Paper) -> Pt:
    """The size of header and footer."""
    return Pt(max(9, round(0.8 * _BODY[paper.size])))


def colour(colours: Colours, token: PaperTone) -> RGBColor:
    return RGBColor.from_string(colours[token].removeprefix("#"))


def adopt_styles(document: Document) -> None:
    """What a report uses of the organisation's own template; what that lacks is added in its type.

    Text is in the style for text where there is one, and takes its typeface, size and colour.
    """
    plain = docx.Document()
    word_template.give_numbering(document, plain)
    named = {each.name for each in document.styles if each.type is WD_STYLE_TYPE.PARAGRAPH}
    for name in (TITLE, *HEADINGS, *LISTS):
        if name not in named or (name in LISTS and not _numbered(document, name)):
            if name in named:
                document.styles[name].delete()
            word_template.give_style(document, plain, name)
    body = document.styles[text_style(document)]
    size = body.font.size or document.styles.default(WD_STYLE_TYPE.PARAGRAPH).font.size or Pt(11)
    for name, share, bold, _ in _LOOKS.values():
        if name == "Normal" or name in named:
            continue
        made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = body
        made.font.size = Pt(round(2 * share * size.pt) / 2)
        if bold:
            made.font.bold = True
    for look in ("cell", "head"):
        document.styles[style_for(look)].paragraph_format.space_after = Pt(2)
        document.styles[style_for(look)].paragraph_format.space_before = Pt(0)
    document.styles[style_for("label")].paragraph_format.keep_with_next = True


def text_style(document: Document) -> str:
    """The name of the style of running text."""
    named = {each.name for each in document.styles if each.type is WD_STYLE_TYPE.PARAGRAPH}
    if "Body Text" in named:
        return "Body Text"
    plain = document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    if plain is None:
        plain = document.styles.add_style("Normal", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    return str(plain.name)


def _numbered(document: Document, name: str) -> bool:
    """Whether a style of lists has a list of its own."""
    properties = document.styles[name].element.pPr
    return properties is not None and properties.numPr is not None


def set_styles(
    document: Document, paper: Paper, colours: Colours, language: str, *, titled: bool = False
) -> None:
    """All styles that a report uses, in place of the template's own look. Where it is `titled`, its
    parts stand a level higher, and are no larger for that.
    """
    word_xml.set_language(document, language)
    word_xml.set_font(document, _FONT)
    body = _BODY[paper.size]
    normal = document.styles["Normal"]
    normal.font.size = Pt(body)
    normal.font.color.rgb = colour(colours, "ink")
    normal.paragraph_format.space_after = Pt(0.6 * body)
    normal.paragraph_format.line_spacing = 1.2
    for name, size in (_TITLED if titled else _HEADING_SIZES).items():
        style = document.styles[name]
        style.font.size = Pt(round(size * body, 1))
        style.font.bold = True
        style.font.color.rgb = colour(colours, "ink")
        style.paragraph_format.keep_with_next = True
        style.paragraph_format.space_before = Pt(body * (1.4 if size < 2 else 0))
        style.paragraph_format.space_after = Pt(0.5 * body)
        for borders in style.element.xpath("w:pPr/w:pBdr"):
            borders.getparent().remove(borders)
    for name, size, bold, token in _LOOKS.values():
        if name == normal.name:
            continue
        made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = normal
        made.font.size = Pt(round(size * body, 1))
        made.font.bold = bold
        made.font.color.rgb = colour(colours, token)
    for name in RUNNING:
        word_xml.clear_tabs(document, name)
        document.styles[name].font.size = running_size(paper)
        document.styles[name].font.color.rgb = colour(colours, "quiet")
    line = document.styles.add_style(WRITING_LINE, WD_STYLE_TYPE.PARAGRAPH)
    line.base_style = normal
    line.paragraph_format.space_after = Pt(0)
    line.paragraph_format.line_spacing = Mm(8)
    entry = document.styles.add_style(CONTENTS_ENTRY, WD_STYLE_TYPE.PARAGRAPH)
    entry.base_style = normal
    stops = entry.paragraph_format.tab_stops
    stops.add_tab_stop(Mm(170), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    for look in ("cell", "head"):
        document.styles[style_for(look)].paragraph_format.space_after = Pt(2)
    document.styles[style_for("label")].paragraph_format.keep_with_next = True
    document.styles[style_for("source")].paragraph_format.space_before = Pt(3)
