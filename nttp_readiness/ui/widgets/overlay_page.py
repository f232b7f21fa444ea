"""A page outside any document: support, keys, about. One button leads back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.ui.theme import single_keys
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.theme.tab_order import go_to_next
from nttp_readiness.ui.widgets.arrival import arrive_at, heading_of, lead_below
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.panel import Panel
from nttp_readiness.ui.widgets.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from nttp_readiness.presentation.screens.page_topic import PageTopic


class OverlayPage(QWidget):
    """Shows `words` on a page; `left` is emitted by Back and by Esc. `topic` names its help.

    Enter presses the button that has the focus, else Back.

    With `always`, Support and Pause and close stand at its foot, as on every page of a document.
    """

    left = Signal()
    support = Signal()
    pause = Signal()

    def __init__(
        self,
        look: Look,
        name: str,
        words: QWidget,
        topic: PageTopic | None = None,
        *,
        always: bool = False,
    ) -> None:
        super().__init__()
        self._look, self.topic = look, topic
        self.setAccessibleName(name)
        self._page = ScrollColumn(look, top=32)
        self._page.column.addWidget(words)
        self._page.column.gap(24)
        self._bar = Panel(look, lines=("top",))
        self._bottom_bar = Box(look, self._bar, across=True)
        self._row = Flow(look, gap=12, last_at_end=True)
        self._bottom_bar.addLayout(self._row, 1)
        self.back_button = Button(look, tr("Back"), "main", "left")
        self.back_button.clicked.connect(self.left)
        self._row.addWidget(self.back_button)
        if always:
            self._add_always()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._page, 1)
        column.addWidget(self._bar)
        look.changed.connect(self._fit)

    def _add_always(self) -> None:
        look, both = self._look, QWidget()
        row = Box(look, both, across=True, spacing=4)
        support = Button(look, tr("Support"), "quiet", "support")
        pause = Button(look, tr("Pause and close"), "quiet", "pause")
        for button, signal in ((support, self.support), (pause, self.pause)):
            button.clicked.connect(signal)
            row.addWidget(button)
        self._row.addWidget(both)

    def arrive(self) -> None:
        """Put the focus on the heading; Down goes to the first control below it, or scrolls."""
        heading = heading_of(self._page)
        if heading is None:
            self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            arrive_at(heading, lead_below(heading, self._page))
        QTimer.singleShot(0, self._page, self._page.to_top)  # when its layouts have run

    def focusNextPrevChild(self, next: bool, /) -> bool:  # noqa: A002, FBT001 - Qt's signature
        """Tab: what the page holds, then the buttons at its foot."""
        return go_to_next((self._page, self._bar), forwards=next)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        if single_keys.is_enter(event):
            if single_keys.is_held(event):
                return
            focus = self.focusWidget()
            pressed = focus if isinstance(focus, QAbstractButton) else self.back_button
            pressed.click()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look = self._look
        most = look.px(736)
        side = max(look.pad(24), (self.width() - most) // 2)
        self._page.set_axis(side, most)
        above = look.pad(12)
        self._bottom_bar.setContentsMargins(side, above, side, above)
        self._bar.setFixedHeight(self._row.heightForWidth(self.width() - 2 * side) + 2 * above)
