"""The few parts of a slide for which python-pptx has no words of its own."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, TypeAlias

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Pt

from nttp_readiness.reports.office.slide_layout import Area
from nttp_readiness.reports.safe_text import begins_from_the_right

Shape: TypeAlias = Any
"""An object of python-pptx, whose stubs say little of what it is."""
_TITLES = {1, 3}
"""Kinds of placeholder that hold a title."""
_SUBTITLE = 4


def fit_layouts(file: Shape, titles: Mapping[int, Area], subtitle: Area, font: str) -> None:
    """The layouts of those numbers with their title there; all others go. One typeface for all."""
    kept = [(layout, titles.get(number)) for number, layout in enumerate(file.slide_layouts)]
    for layout, area in kept:
        if area is None:
            file.slide_layouts.remove(layout)
        else:
            _fit(layout, area, subtitle)
    _fit(file.slide_master, next(iter(titles.values())), subtitle)
    for relation in file.slide_master.part.rels.values():
        if relation.reltype.endswith("/theme"):
            theme = relation.target_part
            theme._blob = theme.blob.replace(b'"Calibri"', f'"{font}"'.encode())  # noqa: SLF001


def add_bar(layout: Shape, area: Area, colour: str) -> None:
    """A plain bar in the ground of every slide of that layout; it is no part of what is read."""
    left, top, width, height = (
        Emu(Pt(each)) for each in (area.left, area.top, area.width, area.height)
    )
    layout.shapes._spTree.append(  # noqa: SLF001 - its XML
        parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="99" name="Bar"/><p:cNvSpPr/>'
            '<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>'
            f'<a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
            "</p:spPr></p:sp>"
        )
    )


def _fit(layout: Shape, title: Area, subtitle: Area) -> None:
    """Title and subtitle begin at the left of these places; date, footer and number go, as ours
    stand on the slide itself.
    """
    for shape in list(layout.placeholders):
        kind = int(shape.placeholder_format.type)
        if kind not in {*_TITLES, _SUBTITLE}:
            shape._element.getparent().remove(shape._element)  # noqa: SLF001 - its XML
            continue
        _put(shape, title if kind in _TITLES else subtitle)
        for body in shape._element.iter(qn("a:bodyPr")):  # noqa: SLF001 - its XML
            body.set("anchor", "b" if kind in _TITLES else "t")
    for level in layout._element.iter(qn("a:lvl1pPr")):  # noqa: SLF001 - its XML
        level.set("algn", "l")


def describe(shape: Shape, name: str, words: str) -> None:
    """What a picture or a table is, for those who cannot see it."""
    properties = shape._element.xpath(".//p:cNvPr")[0]  # noqa: SLF001 - its XML
    if name:
        properties.set("name", name)
    properties.set("descr", words)


def plain_table(table: Shape) -> None:
    """No stripes and no ground; the first row and the first column are headings."""
    table.first_row, table.horz_banding, table.first_col = True, False, False
    style = table._tbl.tblPr.find(qn("a:tableStyleId"))  # noqa: SLF001 - its XML
    if style is not None:
        style.text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # no style, no grid


def rule_below(cell: Shape, colour: str, width: float) -> None:
    """A line beneath the cell."""
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - its XML
    properties.insert(
        0,
        parse_xml(
            f'<a:lnB {nsdecls("a")} w="{Emu(Pt(width))}" cap="flat" cmpd="sng" algn="ctr">'
            f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
            '<a:prstDash val="solid"/></a:lnB>'
        ),
    )


def make_bullet(paragraph: Shape, size: float) -> None:
    """An item of a list, with its sign and the text further in."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - its XML
    indent = Emu(Pt(1.2 * size))
    properties.set("marL", str(indent))
    properties.set("indent", str(-indent))
    for each in ("a:buNone", "a:buChar", "a:buFont"):
        for found in properties.findall(qn(each)):
            properties.remove(found)
    properties.append(parse_xml(f'<a:buFont {nsdecls("a")} typeface="Arial"/>'))
    properties.append(parse_xml(f'<a:buChar {nsdecls("a")} char="–"/>'))


def close_margins(frame: Shape) -> None:
    """Text begins at the edge of its frame."""
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0


def set_direction(paragraph: Shape, text: str) -> None:
    """A paragraph that begins from the right is set from there."""
    if begins_from_the_right(text):
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - its XML
        properties.set("rtl", "1")
        properties.set("algn", "r")


def set_language(run: Shape, language: str) -> None:
    run._r.get_or_add_rPr().set("lang", language)  # noqa: SLF001 - its XML


def add_slide_number(paragraph: Shape, number: int, language: str) -> None:
    """The number of the slide after the words, as a field that counts by itself."""
    last = paragraph.runs[-1]._r if paragraph.runs else None  # noqa: SLF001 - its XML
    field = parse_xml(
        f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
        f"<a:t>{number}</a:t></a:fld>"
    )
    if last is not None:
        properties = deepcopy(last.get_or_add_rPr())
        properties.set("lang", language)
        field.insert(0, properties)
        gap = paragraph.add_run()
        gap.text = "  ·  "
        gap._r.insert(0, deepcopy(properties))  # noqa: SLF001 - its XML
    paragraph._p.append(field)  # noqa: SLF001 - its XML


def _put(shape: Shape, area: Area) -> None:
    shape.left, shape.top = Pt(area.left), Pt(area.top)
    shape.width, shape.height = Pt(area.width), Pt(area.height)
