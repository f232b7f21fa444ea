"""Before private ballots on a screen that the projector shows too: cover it, and say so."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group import screen_words
from nttp_readiness.ui.theme import single_keys
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.arrival import NamedPage, lead_below
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.scroll_column import ScrollColumn
from nttp_readiness.ui.workshop.ballots.ballot_bar import BallotBar


class CoverPage(NamedPage):
    """`covered` once the facilitator said so, `left` when nothing private is to open now."""

    covered = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._page = ScrollColumn(look, top=40)
        column = self._page.column
        self._heading = Prose(look, tr("Please cover the projector now"), "page")
        column.addWidget(self._heading)
        column.gap(14)
        for sentence in screen_words.cover_words():
            column.addWidget(Prose(look, sentence, "lead", dash=True))
            column.gap(4)
        covered = Button(look, tr("Nobody else can see this screen"), "main", "right")
        self._leave = Button(look, tr("Not now"), "quiet", "left")
        covered.clicked.connect(self.covered)
        self._leave.clicked.connect(self.left)
        self._bar = BallotBar(look, (covered,), (self._leave,))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._page, 1)
        whole.addWidget(self._bar)
        look.changed.connect(self._fit)

    def arrive(self) -> None:
        """The page is heard first, then what has the focus."""
        self.greet(self._heading.plain(), lead_below(self._heading, self._page))
        self.focus_first()

    def focus_first(self) -> None:
        """On the way back: a key that is still held confirms nothing."""
        self._leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter presses the button with the focus, and a held Enter nothing."""
        focus = self.window().focusWidget()
        if single_keys.is_enter(event):
            if not single_keys.is_held(event) and isinstance(focus, QPushButton):
                focus.click()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        most = self._look.px(720)
        side = max(self._look.pad(24), (self.width() - most) // 2)
        self._page.set_axis(side, most)
        self._bar.fit(side, min(most, self.width() - 2 * side))
