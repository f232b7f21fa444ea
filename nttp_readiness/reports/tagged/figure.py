"""A picture with its alternative text."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.pdfbase.pdfdoc import PDFArray, PDFName

from .canvas import TaggedCanvas
from .flow import Box
from .structure import Tag


class Figure(Box):
    """A picture of a fixed size that `paint(canvas, x, top)` draws, at the left edge.

    `tag` is its Figure element, with the alternative text; its place on the page is added here.
    """

    def __init__(
        self,
        size: tuple[float, float],
        paint: Callable[[TaggedCanvas, float, float], None],
        tag: Tag,
        *,
        before: float = 0,
        after: float = 0,
    ) -> None:
        self._size = size
        self._paint = paint
        self._tag = tag
        self.before, self.after = before, after

    def height(self, width: float) -> float:  # noqa: ARG002 - it is the same at any width
        return self._size[1]

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:  # noqa: ARG002 - it has its own
        wide, high = self._size
        self._tag.attributes = {
            "O": PDFName("Layout"),
            "Placement": PDFName("Block"),
            "BBox": PDFArray(canvas.box(x, top - high, wide, high)),
        }
        with canvas.tagged(self._tag):
            self._paint(canvas, x, top)
