"""Makes pages that nobody has asked for yet while nobody does anything, a piece at a time.

What takes long of a page is made part by part, each in a moment of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from nttp_readiness.address import Page
from nttp_readiness.ui.shell.idle_steps import IdleSteps
from nttp_readiness.ui.shell.open_document import OpenDocument

_ORDER = (Page.REFLECT, Page.UNDERSTAND, Page.PLAN, Page.SHARE, Page.CHECK, Page.PREPARE)
_LATER = ("ActionView", "DriverView", "EffortView")
"""Shown at an address of their own, so nobody knows yet what of the document they will show."""
_CORNER = QRect(0, 0, 1, 1)


class PagePreparer(IdleSteps):
    """Lives as long as the workbook of its document, and stops when all pages are made."""

    def __init__(self, document: OpenDocument) -> None:
        super().__init__(document.workbook.window(), document.workbook)
        self._document = document
        self._holder = QWidget()
        """Never shown: holds parts until their page takes them."""
        self.begin(self._prepare())

    def done(self) -> None:
        self._holder.deleteLater()
        self.deleteLater()

    def _prepare(self) -> Iterator[None]:
        workbook = self._document.workbook
        for name in _ORDER:
            if name in workbook.unmade():
                yield from parts_in_steps(self._document, name, self._holder)
                yield from workbook.prepare(name)


def parts_in_steps(document: OpenDocument, name: Page, holder: QWidget) -> Iterator[None]:
    """What takes long of a page, made ahead in a place that nobody sees."""
    workbook, session = document.workbook, document.session
    for kind in document.pages.parts_of(name):
        if name not in workbook.unmade() or kind in session.ready:
            return
        part = session.ready[kind] = kind(workbook.look, session)
        part.setParent(holder)
        yield
        if kind.__name__ in _LATER:
            continue
        part.refresh()
        yield
        if kind.__name__ == "PlanTable":
            continue  # its page measures row by row
        part.resize(workbook.look.px(888), max(1, part.heightForWidth(workbook.look.px(888))))
        part.grab(_CORNER)  # polished and laid out, and no more painted than that
        yield
