"""A drawing as a picture file, for programs that take nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from pypdfium2 import PdfDocument
from reportlab.pdfgen.canvas import Canvas

from nttp_readiness.figures.shapes import Drawing
from nttp_readiness.reports import pdfium
from nttp_readiness.reports.drawing import paint
from nttp_readiness.reports.fonts import REGULAR, load

_PER_INCH = 220


def png(drawing: Drawing, colours: Mapping[str, str]) -> bytes:
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
    picture.quantize(64).save(out, "PNG", dpi=(_PER_INCH, _PER_INCH), optimize=True)
    return out.getvalue()
