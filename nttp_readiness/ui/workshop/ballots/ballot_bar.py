"""The bar below a person's page: what leads on at the left, support and the way out right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout

from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.panel import Panel


class BallotBar(Panel):
    """One row, or two where words are long."""

    def __init__(self, look: Look, left: Sequence[Button], right: Sequence[Button]) -> None:
        super().__init__(look, lines=("top",))
        self._look, self._buttons = look, (*left, *right)
        self._whole = Box(look, self, across=True, spacing=8)
        for buttons, leading in ((left, True), (right, False)):
            row = Box(look, across=True, spacing=12)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            self._whole.addLayout(row, 1 if leading else 0)

    def fit(self, side: int, width: int) -> None:
        """Take the left edge and the width of the page above, in pixels."""
        look = self._look
        gaps = look.pad(12) * len(self._buttons)
        need = sum(each.sizeHint().width() for each in self._buttons) + gaps
        low = need > width
        ways = QBoxLayout.Direction
        self._whole.setDirection(ways.TopToBottom if low else ways.LeftToRight)
        self._whole.setContentsMargins(side, 0, side, 0)
        row = look.px(21) + look.pad(23)
        self.setFixedHeight((2 * row if low else row) + look.pad(20))
