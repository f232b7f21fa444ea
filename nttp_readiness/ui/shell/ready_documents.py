"""Documents that are likely to be asked for next, made while nobody does anything.

A new assessment, and the sample on the start page: read in a thread of their own, then built in
steps in a place that is never shown. Whoever asks for one is shown it at once. Nothing of them lies
in any file, and whatever they were made with that is no longer so lets them go: the day, the look,
the language.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import chain
from threading import Thread
from typing import Literal

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from nttp_readiness.address import Page
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.errors import ReadinessError
from nttp_readiness.ui.shell import open_document
from nttp_readiness.ui.shell.idle_steps import IdleSteps
from nttp_readiness.ui.shell.open_document import OpenDocument
from nttp_readiness.ui.theme.look import Look

Kind = Literal["new", "sample"]
_PAGES = (Page.PREPARE, Page.REFLECT)
"""Where a new assessment begins, and where most files were left."""
_READ: dict[Kind, Callable[[], Assessment]] = {
    "new": open_document.new_value,
    "sample": open_document.sample_value,
}


class ReadyDocuments(IdleSteps):
    """Lives as long as the window. `room` says how large a document will be shown."""

    def __init__(self, window: QWidget, look: Look, room: Callable[[], QSize]) -> None:
        super().__init__(window, window)
        self._look, self._room = look, room
        self._wanted: tuple[Kind, ...] = ()
        self._made: dict[Kind, OpenDocument] = {}
        self._holder = QWidget()
        """Never shown."""
        self._day = dt.date.min
        self._size = look.em
        look.changed.connect(self._look_changed)

    def want(self, *kinds: Kind) -> None:
        """Have these ready soon, and no others."""
        self._wanted = kinds
        self.begin(self._make())

    def take(self, kind: Kind) -> OpenDocument | None:
        """The one that is ready, which is the caller's from now on; None where there is none."""
        if self._day != _today():
            self.let_go()
        self.begin(self._make())  # the next one, unless others are wanted by then
        return self._made.pop(kind, None)

    def let_go(self) -> None:
        """None is ready any more, and none is being made."""
        self._timer.stop()
        self._steps = iter(())
        for kind in tuple(self._made):
            self._let_go(kind)

    def _let_go(self, kind: Kind) -> None:
        made = self._made.pop(kind)
        made.autosave.close(forget_recovery=False)  # it never had any
        made.workbook.deleteLater()

    def _look_changed(self) -> None:
        """Other colours are painted anew; another size would all be laid out anew, unseen."""
        if self._look.em == self._size:
            return
        self._size, wanted = self._look.em, self._wanted
        self.let_go()
        self.want(*wanted)

    def _make(self) -> Iterator[None]:
        if self._day != _today():
            for kind in tuple(self._made):
                self._let_go(kind)
                yield
            self._day = _today()
        for kind in tuple(self._made):
            if kind not in self._wanted:
                self._let_go(kind)
                yield
        for kind in self._wanted:
            if kind not in self._made:
                yield from self._make_one(kind)

    def _make_one(self, kind: Kind) -> Iterator[None]:
        values: list[Assessment] = []

        def read() -> None:
            try:
                values.append(_READ[kind]())
            except ReadinessError:
                return  # whoever asks for it is told why

        reading = Thread(target=read, daemon=True)
        reading.start()
        while reading.is_alive():
            yield
        if not values:
            return
        made = OpenDocument(self._look, values[0], None, None)
        self._made[kind] = made
        workbook = made.workbook
        workbook.setParent(self._holder)
        yield
        workbook.resize(self._room())
        for _ in chain(workbook.stand_by(Page.PREPARE), *map(workbook.prepare, _PAGES)):
            yield
            if self._made.get(kind) is not made:
                return  # somebody asked for it amid this


def _today() -> dt.date:
    return dt.date.today()  # noqa: DTZ011 - the day on the person's own calendar
