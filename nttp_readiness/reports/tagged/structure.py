"""The structure tree of a tagged PDF: what is a heading, a table or a list, in reading order.

The tree is built first, from what a document means; drawing then adds to its leaves where on which
page their content stands. So the order of drawing never decides the order of reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFString,
)

PdfObject: TypeAlias = Any
"""An object of reportlab's, which carries no types."""

Kind = Literal[
    "Document", "Sect", "H1", "H2", "H3", "P", "Span", "Link", "Figure", "TOC", "TOCI",
    "L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TR", "TH", "TD",
]  # fmt: skip


_CELLS = {"TH", "TD"}


@dataclass(frozen=True, slots=True)
class Marked:
    """Marked content number `number` of page `page`, both as drawn; pages count from 0."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotated:
    """A reference to the annotation of a link on page `page`."""

    page: int
    annotation: PdfObject


@dataclass(slots=True, eq=False)
class Tag:
    """One element of the tree. `alt` is a figure's alternative text, `language` a BCP 47 tag where
    it is not that of the document, `attributes` its attribute object in reportlab's terms. What is
    drawn for it may be a sign: `says` is then read in its place.
    """

    kind: Kind
    alt: str = ""
    language: str = ""
    attributes: Mapping[str, Any] = field(default_factory=dict)
    children: list[Tag | Marked | Annotated] = field(default_factory=list)
    says: str = ""

    def child(
        self,
        kind: Kind,
        *,
        alt: str = "",
        language: str = "",
        attributes: Mapping[str, Any] | None = None,
        says: str = "",
    ) -> Tag:
        """A new last child."""
        tag = Tag(kind, alt, language, attributes or {}, says=says)
        self.children.append(tag)
        return tag

    @property
    def says_something(self) -> bool:
        """Whether anything was drawn for it or in it; a cell is kept for its table's sake."""
        if self.kind in _CELLS:
            return True
        return any(not isinstance(each, Tag) or each.says_something for each in self.children)

    def without(self, child: Tag) -> None:
        """Takes a child out again, of which nothing was drawn."""
        self.children = [each for each in self.children if each is not child]


def scope(of: Literal["Column", "Row"]) -> dict[str, Any]:
    """The attributes of a table's heading cell: what it heads."""
    return {"O": PDFName("Table"), "Scope": PDFName(of)}


def summary(sentence: str) -> dict[str, Any]:
    """The attributes of a table: what it is about."""
    return {"O": PDFName("Table"), "Summary": PDFString(sentence)}


class _Written(PDFObject):  # type: ignore[misc] # reportlab carries no types
    """An object whose parts are written as they are, but for references and what reportlab writes.
    Its own dictionaries and arrays take each name and number through several calls.
    """

    def __init__(self, *parts: PdfObject) -> None:
        self._parts = list(parts)

    def add(self, *parts: PdfObject) -> None:
        self._parts += parts

    def format(self, document: PdfObject) -> bytes:
        places = document.idToObjectNumberAndVersion
        said: list[bytes] = []
        for part in self._parts:
            if isinstance(part, str):
                said.append(part.encode("ascii"))
            elif isinstance(part, PDFObjectReference):
                number, version = places[part.name]
                said.append(b"%d %d R" % (number, version))
            else:
                said.append(part.format(document))
        return b" ".join(said)


def write(
    root: Tag,
    document: PdfObject,
    pages: list[tuple[PdfObject, list[Tag]]],
    links: list[tuple[int, Tag]],
) -> PdfObject:
    """Puts the tree into reportlab's `document` and returns a reference to its root.

    `pages` has for each page its reference and the tags of its marked contents by number; `links`
    the tag of each annotation by its key. Page i has key i in the parent tree, links come after.
    Elements of which nothing was drawn stay out: a screen reader would stop at them for nothing.
    """
    references: dict[int, Any] = {}

    def element(tag: Tag, parent: PdfObject) -> PdfObject:
        entry = _Written(f"<< /Type /StructElem /S /{tag.kind} /P", parent)
        reference = references[id(tag)] = document.Reference(entry)
        for key, text in (("Alt", tag.alt), ("ActualText", tag.says), ("Lang", tag.language)):
            if text:
                entry.add(f"/{key}", PDFString(text))
        if tag.attributes:
            entry.add("/A", PDFDictionary(dict(tag.attributes)))
        first = next((c.page for c in tag.children if not isinstance(c, Tag)), None)
        if first is not None:
            entry.add("/Pg", pages[first][0])
        entry.add("/K [")
        for child in tag.children:
            if isinstance(child, Tag):
                if child.says_something:
                    entry.add(element(child, reference))
            elif isinstance(child, Annotated):
                page = pages[child.page][0]
                entry.add("<< /Type /OBJR /Pg", page, "/Obj", child.annotation, ">>")
            elif child.page == first:
                entry.add(str(child.number))
            else:
                page = pages[child.page][0]
                entry.add("<< /Type /MCR /Pg", page, f"/MCID {child.number} >>")
        entry.add("] >>")
        return reference

    top = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    reference = document.Reference(top)
    top["K"] = element(root, reference)
    numbers = _Written("<< /Nums [")
    for index, (_, tags) in enumerate(pages):
        listed = _Written("[", *(references[id(tag)] for tag in tags), "]")
        numbers.add(str(index), document.Reference(listed))
    for key, tag in links:
        numbers.add(str(key), references[id(tag)])
    numbers.add("] >>")
    top["ParentTree"] = document.Reference(numbers)
    top["ParentTreeNextKey"] = len(pages) + len(links)
    return reference
