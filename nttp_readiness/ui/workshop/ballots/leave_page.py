"""The way from private ballots back to the facilitator's window: by a word, or by holding on."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout

from nttp_readiness.i18n import tr
from nttp_readiness.ui.theme import single_keys
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.arrival import NamedPage, lead_below
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.field import line_field
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.scroll_column import ScrollColumn
from nttp_readiness.ui.workshop.ballots.ballot_bar import BallotBar

HOLD_MS = 8_000
"""How long the button is held by a facilitator who has forgotten the word."""


class LeavePage(NamedPage):
    """`allowed` once the word was typed or the button held, `stayed` to go back to the ballots."""

    allowed = Signal()
    stayed = Signal()

    def __init__(self, look: Look, word: str) -> None:
        super().__init__()
        self._look, self._expected = look, word
        self._page = ScrollColumn(look, top=40)
        column = self._page.column
        self._heading = Prose(look, tr("From here on, the facilitator alone"), "page")
        column.addWidget(self._heading)
        column.gap(14)
        column.addWidget(
            Prose(
                look,
                tr(
                    "Answers that were handed in are safe. If you are answering, go back. Only the"
                    " facilitator types the word shown on Collect answers."
                ),
                "lead",
            )
        )
        column.gap(16)
        self.word = line_field(look, tr("The facilitator’s word"))
        # Neither seen nor heard: whoever comes next would know it.
        self.word.control.setEchoMode(QLineEdit.EchoMode.Password)
        column.addWidget(self.word)
        column.gap(20)
        self.hold = Button(look, tr("Forgotten? Hold this for eight seconds"), "link")
        column.addWidget(self.hold, alignment=Qt.AlignmentFlag.AlignLeft)
        self._held = QTimer(self, interval=HOLD_MS, singleShot=True)
        self._held.timeout.connect(self.allowed)
        self.hold.pressed.connect(self._held.start)
        self.hold.released.connect(self._held.stop)
        self.back = Button(look, tr("Back to the ballots"), "main", "left")
        self.leave = Button(look, tr("Leave the ballots"), "second")
        self.back.clicked.connect(self.stayed)
        self.leave.clicked.connect(self._try)
        self._bar = BallotBar(look, (self.back, self.leave), ())
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
        self.word.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _try(self) -> None:
        if self.word.control.text().strip().casefold() == self._expected.casefold():
            self.allowed.emit()
            return
        self.word.show_error(tr("This is not the word. You find it on Collect answers."))
        self.focus_first()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter presses the button with the focus, and tries the word from its field."""
        if event.key() == Qt.Key.Key_Escape:
            self.stayed.emit()
            return
        if single_keys.is_enter(event):
            focus = self.window().focusWidget()
            if not single_keys.is_held(event):
                focus.click() if isinstance(focus, QPushButton) else self._try()
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
