"""A reportlab canvas whose pages are tagged, and whose file says that it is PDF/UA-1.

What is drawn inside `tagged` belongs to that tag; all else is an artifact, so that nothing without
a tag can come about. The file is written once; nothing is mended afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, Literal, TypeAlias

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFCatalog,
    PDFDictionary,
    PDFName,
    PDFPage,
    PDFStream,
    PDFString,
)
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas

from .metadata import About, metadata
from .structure import Annotated, Marked, PdfObject, Tag, write

# Nothing in a document may make reportlab open a file or an address.
rl_config.trustedHosts = []
rl_config.trustedSchemes = []
# Streams as bytes, not as letters: a fifth smaller, and sooner written.
rl_config.useA85 = 0

Pen: TypeAlias = Any
"""Reportlab's Canvas, which carries no types."""
PdfPath: TypeAlias = Any
"""A path that was begun on one."""

_written = PDFStream.format


def _with_its_end(stream: PdfObject, document: PdfObject) -> bytes:
    """A stream whose last word stands on a line of its own, as PDF/A asks for; reportlab sets it
    right after the data. Both characters end that line: data may end with the first of them.
    """
    data: bytes = _written(stream, document)
    return data.removesuffix(b"endstream\n") + b"\r\nendstream\n"


PDFStream.format = _with_its_end

_ARTIFACT = "/Artifact BMC"
_END = "EMC"
_PRINTED = 4  # an annotation's flag: it may be printed


@lru_cache(maxsize=256)
def ink(colour: str) -> Any:  # noqa: ANN401 - reportlab carries no types
    """A colour as #RRGGBB in reportlab's terms, which would else read it anew at each use."""
    return HexColor(colour)


def _number(value: float) -> str:
    """A measure to a thousandth of a point."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


@lru_cache(maxsize=256)
def _fill(colour: str) -> str:
    """What makes #RRGGBB the colour of texts."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return " ".join(f"{part / 255:.6f}" for part in (red, green, blue)) + " rg"


_PRODUCER = "reportlab"


class TaggedCanvas:
    """Pages of one size in points, with `canvas` to draw on and `root` for the structure.

    `font` is a registered TrueType font: it stands where reportlab would name one that is not
    embedded. With `invariant` the same drawing gives the same bytes. With a `colour_space`, an ICC
    profile of RGB, the file says that it is PDF/A-2a besides, to be kept for a long time.
    """

    def __init__(
        self,
        size: tuple[float, float],
        about: About,
        *,
        font: str,
        invariant: bool = False,
        colour_space: bytes = b"",
    ) -> None:
        self.root = Tag("Document")
        self.page = 0
        self.canvas: Pen = Canvas(
            "",
            pagesize=size,
            pageCompression=1,
            invariant=invariant,
            pdfVersion=(1, 7),
            initialFontName=font,
            lang=about.language,
        )
        self._about = about
        self._colour_space = colour_space
        self._document: Any = self.canvas._doc  # noqa: SLF001 - the only way to reportlab's objects
        self._pages: list[tuple[Any, list[Tag]]] = []
        self._marked: list[Tag] = []
        self._links: list[tuple[Any, Tag]] = []
        self._inside = False
        self._silent = False
        self._outline = 0
        self.canvas.addLiteral(_ARTIFACT)

    @contextmanager
    def tagged(self, tag: Tag | None) -> Iterator[None]:
        """What is drawn meanwhile is content of `tag`; without a tag it stays an artifact."""
        if tag is None or self._silent:
            yield
            return
        if self._inside:
            raise RuntimeError("marked content must not be nested")
        self._inside = True
        number = len(self._marked)
        self._marked.append(tag)
        tag.children.append(Marked(self.page, number))
        self.canvas.addLiteral(f"{_END} /{tag.kind} <</MCID {number}>> BDC")
        yield
        self.canvas.addLiteral(f"{_END} {_ARTIFACT}")
        self._inside = False

    @contextmanager
    def untagged(self) -> Iterator[None]:
        """What is drawn meanwhile is an artifact, whatever it says: a header row once more."""
        before, self._silent = self._silent, True
        yield
        self._silent = before

    @contextmanager
    def margin(self, place: Literal["Header", "Footer"]) -> Iterator[None]:
        """What is drawn meanwhile is the running header or footer."""
        self.canvas.addLiteral(f"{_END} /Artifact <</Type /Pagination /Subtype /{place}>> BDC")
        with self.untagged():
            yield
        self.canvas.addLiteral(f"{_END} {_ARTIFACT}")

    def words(self, runs: Iterable[tuple[str, str, float, str, float, float]]) -> None:
        """Draws texts, each with its font, size, colour and place. Reportlab's own object for texts
        sets fonts and colours in full for each.
        """
        # From the corner, as reportlab's own begin: whatever takes out texts parts them by that.
        code = ["BT 1 0 0 1 0 0 Tm"]
        colour, set_in = "", ("", 0.0)
        for text, font, size, token, x, y in runs:
            code.append(f"1 0 0 1 {_number(x)} {_number(y)} Tm")
            if token != colour:
                code.append(_fill(token))
                colour = token
            face = getFont(font)
            for subset, letters in face.splitString(text, self._document):
                name = face.getSubsetInternalName(subset, self._document)
                if (name, size) != set_in:
                    code.append(f"{name} {_number(size)} Tf")
                    set_in = (name, size)
                code.append(f"({escapePDF(letters)}) Tj")
        code.append("ET")
        self.canvas.addLiteral(" ".join(code))

    def box(self, x: float, y: float, width: float, height: float) -> list[float]:
        """That upright rectangle of the present coordinates, as its two corners on the page."""
        left, low = self.canvas.absolutePosition(x, y)
        right, high = self.canvas.absolutePosition(x + width, y + height)
        return [round(value, 2) for value in (left, low, right, high)]

    def link(
        self,
        tag: Tag,
        rectangle: tuple[float, float, float, float],
        says: str,
        *,
        address: str = "",
        place: str = "",
    ) -> None:
        """An area (x, y, width, height) that leads to a web address or to a `bookmark` in here.

        `says` is what a screen reader announces. `tag` is the Link element around its words.
        """
        if self._silent:
            return
        entries: dict[str, Any] = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray(self.box(*rectangle)),
            "Border": PDFArray([0, 0, 0]),
            "Contents": PDFString(says),
            "F": _PRINTED,
        }
        if address:
            entries["A"] = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(address)})
        else:
            destination = self.canvas._bookmarkReference(place)  # noqa: SLF001 - it may come later
            entries["Dest"] = destination
        annotation = PDFDictionary(entries)
        name = f"Link{len(self._links)}"
        self._document.addAnnotation(name, annotation)
        self.canvas._annotatePage(name)  # noqa: SLF001 - its public callers keep the object
        reference = self._document.refAnnotation(name)
        tag.children.append(Annotated(self.page, reference))
        self._links.append((annotation, tag))

    def bookmark(self, key: str, x: float, y: float) -> None:
        """A place that a `link` can lead to."""
        self.canvas.bookmarkHorizontal(key, x, y)

    def outline(self, title: str, key: str, level: int) -> None:
        """An entry of the outline that leads to a bookmark; no level may be left out."""
        self.canvas.addOutlineEntry(title, key, level, level > 0)
        self._outline += 1

    def end_page(self) -> None:
        """Closes this page and opens the next."""
        self.canvas.addLiteral(_END)
        self.canvas.showPage()
        page = self._document.Pages.pages[-1]
        # PDFPage drops every key that it does not name here.
        page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self._pages)
        page.Tabs = PDFName("S")
        self._pages.append((self._document.Reference(page), self._marked))
        self._marked = []
        self.page += 1
        self.canvas.addLiteral(_ARTIFACT)

    def finish(self) -> bytes:
        """The file. The page that is open is left out: `end_page` closes the last one."""
        self.canvas._code.clear()  # noqa: SLF001 - else reportlab makes it a page
        keys = []
        for index, (annotation, tag) in enumerate(self._links):
            key = annotation["StructParent"] = len(self._pages) + index
            keys.append((key, tag))
        about, catalog = self._about, self._document.Catalog
        catalog.StructTreeRoot = write(self.root, self._document, self._pages, keys)
        stamp = self._document._timeStamp  # noqa: SLF001 - it has no public name
        packet = metadata(about, stamp, _PRODUCER, kept=bool(self._colour_space))
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        catalog.Metadata = PDFStream(
            PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}),
            packet.encode(),
        )
        if self._colour_space:
            # PDFCatalog drops every key that it does not name here.
            catalog.__NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents"]
            catalog.OutputIntents = PDFArray([self._output_intent()])
        self.canvas.setViewerPreference("DisplayDocTitle", "true")
        if self._outline:
            self.canvas.showOutline()
        self.canvas.setTitle(about.title)
        self.canvas.setAuthor(about.author)
        self.canvas.setSubject(about.subject)
        self.canvas.setKeywords(", ".join(about.keywords))
        self.canvas.setCreator(about.creator)
        self._document.info.producer = _PRODUCER
        data: bytes = self.canvas.getpdfdata()
        return data

    def _output_intent(self) -> PdfObject:
        """Which colours are meant by the numbers of all that is drawn."""
        profile = PDFStream(PDFDictionary({"N": 3}), self._colour_space)
        return PDFDictionary(
            {
                "Type": PDFName("OutputIntent"),
                "S": PDFName("GTS_PDFA1"),
                "OutputConditionIdentifier": PDFString("sRGB"),
                "Info": PDFString("sRGB IEC61966-2.1"),
                "DestOutputProfile": self._document.Reference(profile),
            }
        )
