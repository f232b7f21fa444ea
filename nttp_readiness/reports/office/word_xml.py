"""The few parts of a Word file for which python-docx has no words of its own."""

from __future__ import annotations

from collections.abc import Iterable

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from nttp_readiness.figures.palette import Colours

_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"


def element(name: str, /, **attributes: str) -> BaseOxmlElement:
    """An element of the `w` names with attributes of the same."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def set_language(document: Document, language: str) -> None:
    """The language of everything that names no other."""
    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), language)
    for lang in document.settings.element.iter(qn("w:themeFontLang")):
        lang.set(qn("w:val"), language)


def set_font(document: Document, name: str) -> None:
    """One typeface for all styles, in place of the template's own."""
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        for key in list(fonts.attrib):
            del fonts.attrib[key]
        for key in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{key}"), name)


def mark_right_to_left(paragraph: Paragraph) -> None:
    """The paragraph begins at the right margin and is read from there."""
    after = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing",
             "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment",
             "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr",
             "w:pPrChange")  # fmt: skip
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - its XML
    if properties.find(qn("w:bidi")) is None:
        properties.insert_element_before(element("bidi"), *after)


def put(run: Run, text: str) -> None:
    """Text into an empty run; hyphens at which no line ends are Word's own, in any typeface."""
    first, *others = text.split("\N{NON-BREAKING HYPHEN}")
    run.text = first
    for other in others:
        run._r.append(element("noBreakHyphen"))  # noqa: SLF001 - its XML
        if other:
            run.add_text(other)


def mark_language(run: Run, language: str) -> None:
    run._r.get_or_add_rPr().append(element("lang", val=language))  # noqa: SLF001 - its XML


def link(paragraph: Paragraph, *, address: str = "", place: str = "") -> BaseOxmlElement:
    """What the runs of a link stand in; it leads to a web address or a bookmark."""
    made = OxmlElement("w:hyperlink")
    if address:
        found = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        made.set(qn("r:id"), found)
    else:
        made.set(qn("w:anchor"), place)
    paragraph._p.append(made)  # noqa: SLF001 - its XML
    return made


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Makes the paragraph a place that a link can lead to."""
    paragraph._p.append(element("bookmarkStart", id=str(number), name=name))  # noqa: SLF001
    paragraph._p.append(element("bookmarkEnd", id=str(number)))  # noqa: SLF001


def field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """A field that Word works out itself; `shown` stands there until it does."""
    made = element("fldSimple", instr=instruction)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = shown
    run.append(text)
    made.append(run)
    paragraph._p.append(made)  # noqa: SLF001


def open_field(paragraph: Paragraph, instruction: str) -> None:
    """The beginning of a field whose result is several paragraphs."""
    said = element("instrText")
    said.text = instruction
    for part in (element("fldChar", fldCharType="begin"), said,
                 element("fldChar", fldCharType="separate")):  # fmt: skip
        run = OxmlElement("w:r")
        run.append(part)
        paragraph._p.append(run)  # noqa: SLF001


def page_of(place: str, shown: str, within: BaseOxmlElement) -> None:
    """A tab and the page of a bookmark, as a field within the link to it. Word counts it anew when
    the file is opened; `shown` stands there until then.
    """
    said = element("instrText")
    said.text = f" PAGEREF {place} \\h "
    number = OxmlElement("w:t")
    number.text = shown
    parts = (
        element("tab"), element("fldChar", fldCharType="begin", dirty="true"), said,
        element("fldChar", fldCharType="separate"), number, element("fldChar", fldCharType="end"),
    )  # fmt: skip
    for part in parts:
        run = OxmlElement("w:r")
        run.append(part)
        within.append(run)


def close_field(paragraph: Paragraph) -> None:
    run = OxmlElement("w:r")
    run.append(element("fldChar", fldCharType="end"))
    paragraph._p.append(run)  # noqa: SLF001


def new_numbering(document: Document, style: str) -> int:
    """A list of that style that counts from 1 again: the number of its numbering."""
    numbering = document.part.numbering_part.element
    properties = document.styles[style].element.pPr
    like = properties.numPr.numId.val
    first = next(each for each in numbering.num_lst if each.numId == like)
    made = numbering.add_num(first.abstractNumId.val)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def number(paragraph: Paragraph, numbering: int) -> None:
    """Makes the paragraph an item of that numbering."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = numbering


def describe_table(table: Table, caption: str) -> None:
    """What a table is about, for those who cannot see it. Its first row and column are headings."""
    properties = table._tbl.tblPr  # noqa: SLF001
    properties.append(element("tblCaption", val=caption))
    for look in properties.findall(qn("w:tblLook")):
        properties.remove(look)
    before = properties.find(qn("w:tblCaption"))
    before.addprevious(element("tblLook", val="00A0", firstRow="1", lastRow="0", firstColumn="1",
                               lastColumn="0", noHBand="1", noVBand="1"))  # fmt: skip


def rule_table(table: Table, colours: Colours) -> None:
    """Rules across and none down; `colours` names that of the line and of the ink."""
    borders = element("tblBorders")
    for side in ("bottom", "insideH"):
        borders.append(element(side, val="single", sz="4", space="0", color=colours["line"]))
    properties = table._tbl.tblPr  # noqa: SLF001
    after = ("w:tblLayout", "w:tblCellMar", "w:tblLook")  # the order is fixed
    next(each for each in properties if each.tag in map(qn, after)).addprevious(borders)


def pad_table(table: Table) -> None:
    """Air around the words of each cell; the first column begins at the margin."""
    margins = element("tblCellMar")
    for side, twips in (("top", 50), ("left", 0), ("bottom", 60), ("right", 150)):
        margins.append(element(side, w=str(twips), type="dxa"))
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)  # noqa: SLF001


def set_flush(inline: BaseOxmlElement) -> None:
    """No room around a picture within a line: programs differ in what they give it by default."""
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")


def mark_decorative(properties: BaseOxmlElement) -> None:
    """A picture that says nothing of its own: readers pass over it, and checkers know that."""
    properties.set("descr", "")
    extensions = OxmlElement("a:extLst")
    extension = OxmlElement("a:ext")
    extension.set("uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}")
    extension.append(parse_xml(f'<adec:decorative xmlns:adec="{_DECORATIVE}" val="1"/>'))
    extensions.append(extension)
    properties.append(extensions)


def clear_tabs(document: Document, style: str) -> None:
    """None of the template's own tab stops."""
    for tabs in document.styles[style].element.xpath("w:pPr/w:tabs"):
        tabs.getparent().remove(tabs)


def repeat_header(row: _Row) -> None:
    """The row stands again at the top of each page that the table goes over to."""
    row._tr.get_or_add_trPr().append(element("tblHeader"))  # noqa: SLF001


def keep_whole(rows: Iterable[_Row]) -> None:
    """Rows that are not broken over pages."""
    for row in rows:
        row._tr.get_or_add_trPr().append(element("cantSplit"))  # noqa: SLF001


def underline_below(paragraph: Paragraph, colour: str) -> None:
    """A rule beneath a paragraph, to write on."""
    borders = element("pBdr")
    for side in ("bottom", "between"):  # else lines below one another would be one
        borders.append(element(side, val="single", sz="4", space="1", color=colour))
    after = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")  # the order is fixed
    paragraph._p.get_or_add_pPr().insert_element_before(borders, *after)  # noqa: SLF001


def set_modern(document: Document) -> None:
    """Laid out as Word lays out its own new documents, and not in a mode for old ones."""
    for each in document.settings.element.iter(qn("w:compatSetting")):
        if each.get(qn("w:name")) == "compatibilityMode":
            each.set(qn("w:val"), "15")


def drop_thumbnail(document: Document) -> None:
    """The template's own picture of itself is no part of ours."""
    relations = document.part.package.rels
    for key, relation in list(relations.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del relations[key]
