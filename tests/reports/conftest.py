"""Reads a tagged PDF as a screen reader does, and says what is wrong with it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Literal

import page as page_validation
import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject


@dataclass
class Element:
    kind: str
    entry: DictionaryObject
    kids: list[Element | tuple[int, int]] = field(default_factory=list)
    annotations: list[DictionaryObject] = field(default_factory=list)

    @property
    def elements(self) -> list[Element]:
        return [each for each in self.kids if isinstance(each, Element)]


class Reading:
    """A tagged PDF: its tree of elements, what each says, and `problems` with either."""

    def __init__(self, data: bytes) -> None:
        self.pdf = PdfReader(BytesIO(data))
        self.problems: list[str] = []
        self.said: dict[tuple[int, int], str] = {}
        self.artifacts: list[str] = []
        self._pages = {
            page.indirect_reference.idnum: number for number, page in enumerate(self.pdf.pages)
        }
        for number, page in enumerate(self.pdf.pages):
            self._read_page(number, page)
        root: Any = self.pdf.trailer["/Root"]
        tree = root.get("/StructTreeRoot")
        self.root = None
        if tree is None:
            self.problems.append("there are no tags")
            return
        self.root = self._element(tree["/K"])
        self._check_links_between_tree_and_pages(tree)
        self._check_tables()
        self._check_headings()
        self._check_that_nothing_is_empty()

    def all(self, *kinds: str) -> list[Element]:
        return [each for each in self._walk(self.root) if each.kind in kinds]

    def text(self, element: Element) -> str:
        if "/ActualText" in element.entry:
            return f"{element.entry['/ActualText']} "
        parts = [
            self.text(kid) if isinstance(kid, Element) else self.said.get(kid, "")
            for kid in element.kids
        ]
        return "".join(parts)

    def texts(self, *kinds: str) -> list[str]:
        return [" ".join(self.text(each).split()) for each in self.all(*kinds)]

    def _walk(self, element):
        yield element
        for kid in element.kids:
            if isinstance(kid, Element):
                yield from self._walk(kid)

    def _element(self, reference, page: int | None = None) -> Element:
        entry = reference.get_object()
        element = Element(entry["/S"][1:], entry)
        if "/Pg" in entry:
            page = self._pages[entry.raw_get("/Pg").idnum]
        kids = entry.get("/K", [])
        for each in kids if isinstance(kids, ArrayObject) else [kids]:
            kid = each.get_object()
            if isinstance(kid, int):
                element.kids.append((page, int(kid)))
            elif kid.get("/Type") == "/MCR":
                element.kids.append((self._pages[kid.raw_get("/Pg").idnum], int(kid["/MCID"])))
            elif kid.get("/Type") == "/OBJR":
                element.annotations.append(kid["/Obj"].get_object())
            else:
                element.kids.append(self._element(kid, page))
        return element

    def _read_page(self, number: int, page) -> None:
        fonts = {
            name: _characters(font.get_object())
            for name, font in page["/Resources"].get("/Font", {}).items()
        }
        font, depth = "", 0
        here: tuple[int, int] | Literal["artifact"] | None = None
        for operands, operator in ContentStream(
            page["/Contents"].get_object(), self.pdf
        ).operations:
            match operator:
                case b"BMC" | b"BDC":
                    depth += 1
                    here = "artifact"
                    if operands[0] != "/Artifact":
                        here = (number, int(operands[1]["/MCID"]))
                        if here in self.said:
                            self.problems.append(f"marked content {here} stands twice")
                        self.said[here] = ""
                    if depth > 1:
                        self.problems.append(f"page {number + 1}: marked content is nested")
                case b"EMC":
                    depth -= 1
                    here = None
                case b"Tf":
                    font = operands[0]
                case b"Tj":
                    text = "".join(fonts[font].get(code, "") for code in _bytes(operands[0]))
                    if here is None:
                        self.problems.append(f"page {number + 1}: untagged text {text!r}")
                    elif here == "artifact":
                        self.artifacts.append(text)
                    else:
                        self.said[here] += text
                case b"f" | b"f*" | b"S" | b"s" | b"B" | b"b" if here is None:
                    self.problems.append(f"page {number + 1}: untagged drawing")
        if depth:
            self.problems.append(f"page {number + 1}: marked content is not closed")

    def _check_links_between_tree_and_pages(self, tree) -> None:
        numbers = tree["/ParentTree"]["/Nums"]
        parents = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
        owners = Counter(
            kid for each in self._walk(self.root) for kid in each.kids if isinstance(kid, tuple)
        )
        if set(owners) != set(self.said) or set(owners.values()) - {1}:
            self.problems.append("the tree and the pages name different marked contents")
        for each in self._walk(self.root):
            for kid in each.kids:
                if isinstance(kid, tuple):
                    page: Any = self.pdf.pages[kid[0]]
                    row = parents[int(page["/StructParents"])].get_object()
                    if row[kid[1]].get_object() != each.entry:
                        self.problems.append(f"the parent tree gives {kid} to another element")
            for annotation in each.annotations:
                owner = parents[int(annotation["/StructParent"])].get_object()
                if owner != each.entry or not annotation.get("/Contents"):
                    self.problems.append("a link does not know its element or what it says")
        for page in self.pdf.pages:
            if page.get("/Tabs") != "/S":
                self.problems.append("the tab order is not that of the structure")

    def _check_that_nothing_is_empty(self) -> None:
        """A screen reader stops at each element; at an empty one for nothing."""
        for each in self._walk(self.root):
            if each.kind in {"TH", "TD"}:
                continue  # a table has as many as its rows are long
            if not (each.kids or each.annotations or each.entry.get("/Alt")):
                self.problems.append(f"an empty {each.kind}")
            elif each.kind in {"P", "H1", "H2", "H3", "LBody"} and not self.text(each).strip():
                self.problems.append(f"a silent {each.kind}")

    def _check_tables(self) -> None:
        for table in self.all("Table"):
            heads = [each for each in self._walk(table) if each.kind == "THead"]
            if len(heads) != 1 or len(heads[0].kids) != 1:
                self.problems.append("a table has not one header row")
            widths = {len(each.kids) for each in self._walk(table) if each.kind == "TR"}
            if len(widths) != 1:
                self.problems.append("rows of a table differ in length")
            for cell in heads[0].kids[0].kids if heads else ():
                pieces = [kid for kid in cell.kids if isinstance(kid, tuple)]
                if len({kid[0] for kid in pieces}) > 1:
                    self.problems.append("a header row is read again on a later page")

    def _check_headings(self) -> None:
        before = 0
        for each in self.all("H1", "H2", "H3"):
            level = int(each.kind[1])
            if level > before + 1:
                self.problems.append(f"heading {self.text(each)!r} skips a level")
            before = level


def _characters(font) -> dict[int, str]:
    if "/ToUnicode" not in font:
        return {code: chr(code) for code in range(256)}
    rows = re.findall(
        r"^<(..)> <([0-9A-F]{4,})>$", font["/ToUnicode"].get_data().decode(), re.MULTILINE
    )
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in rows}


def _bytes(operand) -> bytes:
    shown: bytes = operand.original_bytes
    return shown


@pytest.fixture(scope="session")
def read_pdf():
    """Reads a PDF; what it returns has `problems`, elements and their texts."""
    return Reading


@pytest.fixture(scope="session")
def faults():
    """Everything wrong with a PDF: what the validator of PDF/UA-1 finds, and what it does not."""

    def find(data: bytes) -> list[str]:
        limits = page_validation.SafetyLimits(max_reference_depth=4000)
        report = page_validation.validate_pdf_bytes(data, profile="ua1", limits=limits)
        found = [f"{failure.rule_id} {failure.message}" for failure in report.failures]
        return found + Reading(data).problems

    return find
