"""A drawing as a picture file, for programs that take nothing else."""

from __future__ import annotations

from io import BytesIO

from PIL import Image
from pypdfium2 import PdfDocument
from reportlab.pdfgen.canvas import Canvas

from nttp_readiness.figures.palette import Colours
from nttp_readiness.figures.shapes import Drawing
from nttp_readiness.reports.pdf import pdfium
from nttp_readiness.reports.pdf.drawing import paint
from nttp_readiness.reports.pdf.typefaces import REGULAR, load

_PER_INCH = 220
_ALL_BUT = 2
_WHITE = (255, 255, 255)
_Colour = tuple[int, int, int]


def png(drawing: Drawing, colours: Colours) -> bytes:
    """The drawing at its own size on white, painted exactly as on paper."""
    load()
    size = (drawing.width, drawing.height)
    canvas = Canvas("", pagesize=size, initialFontName=REGULAR, invariant=True)
    paint(drawing, canvas, 0, drawing.height, colours)
    canvas.showPage()
    with pdfium.LOCK:
        document = PdfDocument(canvas.getpdfdata())
        picture = document[0].render(scale=_PER_INCH / 72).to_pil()
        document.close()
    out = BytesIO()
    # The quick way to few colours takes a sixth of the time of the others.
    few = picture.quantize(128, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.putpalette(_snapped(few.getpalette() or [], {_WHITE, *map(_rgb, colours.values())}))
    few.save(out, "PNG", dpi=(_PER_INCH, _PER_INCH))
    return out.getvalue()


def _rgb(colour: str) -> _Colour:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def _snapped(palette: list[int], exact: set[_Colour]) -> list[int]:
    """The palette with each colour that is all but one of the `exact` ones made just that."""
    found = list(palette)
    for at in range(0, len(palette), 3):
        mine = palette[at : at + 3]
        for each in exact:
            if all(abs(one - other) <= _ALL_BUT for one, other in zip(mine, each, strict=True)):
                found[at : at + 3] = each
                break
    return found
