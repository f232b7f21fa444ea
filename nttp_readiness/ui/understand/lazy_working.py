"""A working that is built when it is first opened, and again when it has changed while open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.understand.working_panel import Worked
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.section import Container

Make = Callable[[Look, Scorecard], Worked]


class LazyWorking(Container):
    """The body of `fold`. `question` asks for a question by its id."""

    question = Signal(str)

    def __init__(self, look: Look, name: str, make: Make, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._make = look, make
        self._card: Scorecard | None = None
        self.fold = Fold(look, name, "", self, link=True)
        self.fold.toggled.connect(self._build)

    def refresh(self, card: Scorecard) -> None:
        """Show the working of that card, at once or when it is opened."""
        self._card = card
        self._build()

    def _build(self) -> None:
        card = self._card
        if card is not None and self.fold.isChecked():
            self.show_made(card.assessment, lambda: self._panel(card))

    def _panel(self, card: Scorecard) -> Worked:
        panel = self._make(self._look, card)
        panel.question.connect(self.question)
        return panel
