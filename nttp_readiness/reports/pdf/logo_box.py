"""The organisation's logo on a printed page."""

from __future__ import annotations

from io import BytesIO

from reportlab.lib.utils import ImageReader

from nttp_readiness.reports.logo import Logo
from nttp_readiness.reports.pdf.page_styles import MM
from nttp_readiness.reports.tagged import Figure, Tag, TaggedCanvas


def logo_box(logo: Logo, parent: Tag) -> Figure:
    """The logo with its words, at the left edge."""
    wide, high = logo.width * MM, logo.height * MM

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        picture = ImageReader(BytesIO(logo.data))
        canvas.canvas.drawImage(picture, x, top - high, wide, high)

    return Figure((wide, high), draw, parent.child("Figure", alt=logo.words), after=6 * MM)
