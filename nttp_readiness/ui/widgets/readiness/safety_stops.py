"""Safety stops, above everything else on a page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.readiness.understanding import SafetyStop
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.notice import Notice


class SafetyStops(QWidget):
    """A notice for each stop, with the way to its question. Hidden where there is none."""

    question_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._stops: tuple[SafetyStop, ...] = ()
        self._column = Box(look, self, margins=(0, 0, 0, 18), spacing=10)
        self._notices: list[Notice] = []
        self.hide()

    def show_stops(self, stops: Sequence[SafetyStop]) -> None:
        self.setVisible(bool(stops))
        if tuple(stops) == self._stops:
            return
        self._stops = tuple(stops)
        for old in self._notices:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._notices = [self._notice(each) for each in stops]

    def _notice(self, stop: SafetyStop) -> Notice:
        heading = tr("Safety first: {title}").format(title=stop.title)
        notice = Notice(self._look, "stop", stop.sentence, tr("Open question"), heading=heading)
        notice.name_button(tr("Open question, {title}").format(title=heading))
        notice.pressed.connect(lambda: self.question_wanted.emit(stop.indicator))
        self._column.addWidget(notice)
        return notice
