"""The facilitator's notes: a second window, for the screen that nobody else sees."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.readiness.question_guide import GuidePart
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.scroll_column import ScrollColumn
from nttp_readiness.ui.workbook.guide_panel import GuidePanel


class _Page(ScrollColumn):
    """Scrolls up and down, and leaves the arrows that turn the page to the wall."""

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)


class FacilitatorNotes(QWidget):
    """What to do now, what each group said where that may be seen, and what stands beside.

    `other_key` passes on the keys that mean something on the wall: this is where one clicks.
    """

    other_key = Signal(QKeyEvent)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._look = look
        self.setWindowTitle(tr("Notes for you – NTTP Readiness"))
        self.setAccessibleName(tr("Notes for you"))
        self.resize(look.px(560), look.px(680))
        self.setMinimumSize(320, 240)
        self._page = _Page(look, top=22)
        self._page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # there is nothing else in it
        self._page.setAccessibleName(tr("Notes for you"))
        self._title = Prose(look, "", "page")
        self._panel = GuidePanel(look)
        self._page.column.addWidget(
            Prose(look, tr("Only for you. Please keep this window off the wall."), "where")
        )
        self._page.column.gap(4)
        self._page.column.addWidget(self._title)
        self._page.column.gap(16)
        self._page.column.addWidget(self._panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)

    def show_notes(self, title: str, parts: Sequence[GuidePart]) -> None:
        self._title.say(title)
        self._panel.show_parts(parts)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_N):
            if not event.isAutoRepeat():
                self.hide()
            return
        self.other_key.emit(event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        look = self._look
        side = max(look.pad(28), (event.size().width() - look.px(736)) // 2)
        self._page.set_axis(side, look.px(736))
