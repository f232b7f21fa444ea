"""What the worker of Share works with: the file it made last, and its pages as pictures.

It holds PDFium's lock even though it is one worker: a document that was closed may still have its
own, and other pages draw pictures too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest, Progress
from nttp_readiness.reports.pdf import pdfium
from nttp_readiness.storage.account import settings
from nttp_readiness.storage.account.calendar_record import looks_sent, note_looks
from nttp_readiness.storage.account.house_style_files import read_house_style
from nttp_readiness.ui.share.made_files import Drawn, Made
from nttp_readiness.values import replace

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument


class ExportCache:
    """Used by one worker only. PDFium is loaded when the first file is made."""

    def __init__(self) -> None:
        self._made: Made | None = None
        self._open: tuple[Made, PdfDocument] | None = None

    def file(self, request: ExportRequest, progress: Progress) -> bytes:
        """A file of any kind, made anew unless it is the PDF made last. Raises ExportError."""
        request = _in_house_style(request)
        if self._made is not None and self._made.request == request:
            return self._made.data
        if request.suffix == ".ics":
            sent = looks_sent(request.assessment.id, request.owner or request.form)
            request = replace(request, looks_sent=sent)
        return forms.make(request, progress=progress)

    def note_saved(self, request: ExportRequest) -> None:
        """That file lies where people can use it: a calendar may be taken back in parts later."""
        days = forms.days_of_looking(request)
        if days is not None:
            note_looks(request.assessment.id, request.owner or request.form, days)

    def make(self, request: ExportRequest, progress: Progress) -> Made:
        """The PDF, made anew unless it was the last. Raises ExportError."""
        request = _in_house_style(request)
        if self._made is None or self._made.request != request:
            data = forms.make(request, progress=progress)
            troubles = forms.troubles(request)
            with pdfium.LOCK:
                self._put_away()
                document = _opened(data)
                sizes = tuple(document.get_page_size(n) for n in range(len(document)))
                self._made = Made(request, data, sizes, troubles)
                self._open = (self._made, document)
        return self._made

    def draw(self, made: Made, number: int, scale: float) -> Drawn:
        """A page of the file, counted from 0, at so many pixels to the point."""
        with pdfium.LOCK:
            page = self._document(made)[number]
            bitmap = page.render(scale=scale, prefer_bgrx=True)
            image = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB32,
            ).copy()  # the bitmap's memory goes with it
            bitmap.close()
            page.close()
        return Drawn(made, number, scale, image)

    def clear(self) -> None:
        """Let go of everything."""
        with pdfium.LOCK:
            self._put_away()
        self._made = None

    def _document(self, made: Made) -> PdfDocument:
        if self._open is None or self._open[0] is not made:
            self._put_away()
            self._open = (made, _opened(made.data))
        return self._open[1]

    def _put_away(self) -> None:
        if self._open is not None:
            self._open[1].close()
            self._open = None


def _in_house_style(request: ExportRequest) -> ExportRequest:
    """The request with the organisation's own template, logo and typefaces, as they are now. They
    may lie on a drive that answers slowly, so they are read here and not where people choose.
    """
    return replace(request, house=read_house_style(settings.load()))


def _opened(data: bytes) -> PdfDocument:
    from pypdfium2 import PdfDocument  # noqa: PLC0415 - only who shares something needs it

    return PdfDocument(data)
