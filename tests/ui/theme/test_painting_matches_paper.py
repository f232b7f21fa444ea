"""Screen and paper draw the same picture from the same value."""

import io
import math
from dataclasses import replace

import pytest
from PIL import Image, ImageChops
from PySide6.QtGui import QColor, QFontDatabase, QImage, QPainter

from nttp_readiness import resources
from nttp_readiness.figures.marks import Foundation
from nttp_readiness.figures.palette import PAPER as COLOURS
from nttp_readiness.figures.petal import Petal
from nttp_readiness.figures.wheel import PAPER as WHEEL
from nttp_readiness.figures.wheel import wheel
from nttp_readiness.ui.theme.painting import paint_drawing

FOUNDATIONS: tuple[Foundation, ...] = ("holds", "unknown", "ok")
STANDINGS = ((3, 3, 3), (2, 1, 2), (1, 1, 1), (2, 0, 2), (None, 0, 3), (4, 3, 4), (0, 0, 0))


@pytest.fixture
def family(qapp):
    for bold in (False, True):
        added = QFontDatabase.addApplicationFont(str(resources.screen_font(bold)))
    return QFontDatabase.applicationFontFamilies(added)[0]


def a_wheel():
    return wheel(
        [
            Petal(str(n), f"Domain {n} with a name of some length", f"Domain {n}", n + 1, level,
                  low, high, n == 3, FOUNDATIONS[: n % 4], "")
            for n, (level, low, high) in enumerate(STANDINGS)
        ],
        WHEEL,
    )  # fmt: skip


def zoom(drawing):
    """Ten device pixels from one line of hatching to the next, as the screen's tiles are whole."""
    return 10 / next(shape.hatch.gap for shape in drawing.shapes if getattr(shape, "hatch", None))


def on_screen(drawing, family):
    size = math.ceil(drawing.width * zoom(drawing)), math.ceil(drawing.height * zoom(drawing))
    image = QImage(*size, QImage.Format.Format_RGB888)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(zoom(drawing), zoom(drawing))
    paint_drawing(painter, drawing, lambda token: QColor(COLOURS[token]), 1.0, family)
    painter.end()
    return Image.frombytes(
        "RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine()
    )


def on_paper(drawing):
    import pypdfium2
    from reportlab.pdfgen.canvas import Canvas

    from nttp_readiness.reports.pdf.drawing import paint

    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(drawing.width, drawing.height))
    paint(drawing, canvas, 0, drawing.height, COLOURS)
    canvas.save()
    document = pypdfium2.PdfDocument(file.getvalue())
    page = document[0]
    image = page.render(scale=zoom(drawing)).to_pil().convert("RGB")
    page.close()
    document.close()
    return image


def share_that_differs(one, other):
    """Share of pixels further apart than antialiasing explains, whole figures being shifted."""
    size = min(one.width, other.width), min(one.height, other.height)
    corner = (0, 0, *size)
    apart = ImageChops.difference(one.crop(corner), other.crop(corner)).convert("L")
    return sum(apart.histogram()[96:]) / (size[0] * size[1])


def test_screen_and_paper_draw_the_same_wheel(family):
    drawing = a_wheel()
    assert share_that_differs(on_screen(drawing, family), on_paper(drawing)) < 0.02


def _fuller(shape):
    return replace(shape, fill="level4") if getattr(shape, "fill", "") == "level1" else shape


def test_another_tint_would_be_found(family):
    drawing = a_wheel()
    other = replace(drawing, shapes=tuple(_fuller(shape) for shape in drawing.shapes))
    assert share_that_differs(on_screen(drawing, family), on_paper(other)) > 0.02
