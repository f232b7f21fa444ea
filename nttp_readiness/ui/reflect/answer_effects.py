"""What one level up or down would do to an answer's figures, before anything is changed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.readiness.moves import answer_effects, has_effects
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.section import Container


class AnswerEffects(Container):
    """The body of `fold`, worked out only while it is open. Hidden before there is an answer."""

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._session, self._key = look, session, ""
        self.fold = Fold(look, tr("What would change this?"), "", self)
        self.fold.toggled.connect(self._show)

    def show_answer(self, key: str) -> None:
        """Show what another answer to that question would do."""
        if key != self._key:
            self._key = key
            self.fold.setChecked(False)
        # A part is no picture of where an organisation stands.
        whole = self._session.assessment.part is None
        some = whole and has_effects(self._session.assessment, key)
        self.fold.setVisible(some)
        self.setVisible(some and self.fold.isChecked())
        self._show()

    def _show(self) -> None:
        if self.fold.isChecked() and has_effects(self._session.assessment, self._key):
            said = answer_effects(self._session.view.card, self._key)
            self.show_made(said, lambda: self._made(said))

    def _made(self, said: tuple[str, ...]) -> QWidget:
        made = QWidget()
        column = Box(self._look, made, margins=(0, 2, 0, 12), spacing=8)
        column.addWidget(Prose(self._look, tr("Looking here changes nothing."), "where"))
        for each in said:
            column.addWidget(Prose(self._look, each, "guide", dash=True))
        return made
