"""Dropping an action asks for a reason where the action stands."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.ui.look import Look
from nttp_readiness.ui.parts.box import Box
from nttp_readiness.ui.parts.buttons import Button
from nttp_readiness.ui.parts.field import line_field
from nttp_readiness.ui.parts.panel import Card
from nttp_readiness.ui.parts.prose import Prose


class DropAsk(Card):
    """`dropped` gives id and reason; Esc and "Keep it" emit `kept`. Then it hides: who hears them
    takes the focus first, or it would go to whatever comes next on the page.
    """

    dropped = Signal(str, str)
    kept = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._key = ""
        self._title = Prose(look, "", "guide_strong")
        self.reason = line_field(look, tr("Why do we drop it?"), tr("It can be brought back."))
        self.drop = Button(look, tr("Drop it"), small=True)
        self.keep = Button(look, tr("Keep it"), "quiet", small=True)
        buttons = Box(look, across=True, spacing=12)
        buttons.addWidget(self.drop)
        buttons.addWidget(self.keep)
        buttons.addStretch(1)
        column = Box(look, self, margins=(18, 14, 18, 14), spacing=10)
        column.addWidget(self._title)
        column.addWidget(self.reason)
        column.addLayout(buttons)
        self.drop.clicked.connect(self._drop)
        self.keep.clicked.connect(self._keep)
        self.hide()

    @property
    def key(self) -> str:
        """Id of the action that it asks about, empty while it is hidden."""
        return self._key

    def ask(self, key: str, title: str) -> None:
        """Show it for that action, and put the focus where the reason goes."""
        self._key = key
        self._title.say(tr("Drop “{title}”").format(title=title))
        self.reason.control.clear()
        self.show()
        self.reason.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        self._key = ""
        self.hide()

    def stand_below(self, row: QRect, room: QWidget) -> None:
        """Place it within `room` below that row, or above it where there is no space below."""
        wide = min(room.width(), max(self.minimumSizeHint().width(), 560))
        layout = self.layout()
        high = layout.totalHeightForWidth(wide) if layout else self.sizeHint().height()
        below = row.bottom() + 4
        top = below if below + high <= room.height() else max(0, row.top() - high - 4)
        self.setGeometry(QRect(row.x(), top, wide, high))
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._keep()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self._keep if self.keep.hasFocus() else self._drop)()
        else:
            super().keyPressEvent(event)

    def _drop(self) -> None:
        self.dropped.emit(self._key, self.reason.control.text().strip())
        self.put_away()

    def _keep(self) -> None:
        self.kept.emit(self._key)
        self.put_away()
