"""Makes pages that nobody has asked for yet while nobody does anything, a piece at a time.

What takes long of a page is made part by part, each in a moment of its own, so that a key that
comes meanwhile waits for one part at most. Any key, click or turn of the wheel puts it off.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from nttp_readiness.address import Page
from nttp_readiness.ui.shell.open_document import OpenDocument
from nttp_readiness.ui.theme import accessibility
from nttp_readiness.ui.workbook.workbook import Workbook

_QUIET_MS = 600
"""Nobody has done anything for so long."""
_BETWEEN_MS = 40
_ORDER = (Page.REFLECT, Page.UNDERSTAND, Page.PLAN, Page.SHARE, Page.CHECK, Page.PREPARE)
_LATER = ("ActionView", "DriverView", "EffortView")
"""Shown at an address of their own, so nobody knows yet what of the document they will show."""
_CORNER = QRect(0, 0, 1, 1)
_DOING = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class PagePreparer(QObject):
    """Lives as long as the workbook of its document, and stops when all pages are made."""

    def __init__(self, document: OpenDocument) -> None:
        super().__init__(document.workbook)
        self._document = document
        self._holder = QWidget()
        """Never shown: holds parts until their page takes them."""
        self._steps = self._prepare()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        handle = document.workbook.window().windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        self._timer.start(_QUIET_MS)

    def eventFilter(self, _watched: QObject, event: QEvent, /) -> bool:
        if event.type() in _DOING and self._timer.isActive():
            self._timer.start(_QUIET_MS)
        return False

    def _go_on(self) -> None:
        if QApplication.activePopupWidget() is not None:  # somebody walks through a menu
            self._timer.start(_QUIET_MS)
            return
        with accessibility.untold():
            for _ in self._steps:
                self._timer.start(_BETWEEN_MS)
                return
        self._holder.deleteLater()
        self.deleteLater()

    def _prepare(self) -> Iterator[None]:
        workbook = self._document.workbook
        for name in _ORDER:
            if name in workbook.unmade():
                yield from self._parts(workbook, name)
                yield from workbook.prepare(name)

    def _parts(self, workbook: Workbook, name: Page) -> Iterator[None]:
        """What takes long of a page, made ahead in a place that nobody sees."""
        session = self._document.session
        for kind in self._document.pages.parts_of(name):
            if name not in workbook.unmade() or kind in session.ready:
                return
            part = session.ready[kind] = kind(workbook.look, session)
            part.setParent(self._holder)
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
