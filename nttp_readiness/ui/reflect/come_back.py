"""Come back to this: a mark that changes no answer, with a word of what comes first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.domain.editing import edits
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words.answer_columns import answer_column
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.column_field import column_field
from nttp_readiness.ui.widgets.fields.tick_box import TickBox
from nttp_readiness.ui.widgets.prose import Prose

KEY = "C"
"""The single key that sets and takes away the mark."""


class ComeBack(QWidget):
    """The mark of the question that is shown; its word and a way to ask somebody follow once it is
    set.

    `ask` wants the question shared out.
    """

    ask = Signal()

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._key = session, ""
        self.mark = TickBox(look, answer_column("come_back").heading())
        self.mark.setAccessibleDescription(
            tr("A mark for later (key {key}). It does not change your answer.").format(key=KEY)
        )
        self.word = column_field(look, answer_column("come_back_word"))
        self.share_out = Button(look, tr("Ask somebody about this question"), "link")
        column = Box(look, self, spacing=8)
        row = Box(look, across=True, spacing=10)
        row.addWidget(self.mark)
        row.addWidget(Prose(look, tr("key {key}").format(key=KEY), "small", wraps=False), 1)
        column.addLayout(row)
        column.addWidget(self.word)
        column.addWidget(self.share_out, alignment=Qt.AlignmentFlag.AlignLeft)
        self.share_out.clicked.connect(self.ask)
        self.mark.clicked.connect(self._set)
        self.word.control.edited.connect(self._type)

    def show_answer(self, key: str) -> None:
        """Show the mark of that question."""
        self._key = key
        answer = self._session.assessment.answer(key)
        self.mark.setChecked(answer.come_back)
        self.word.setVisible(answer.come_back)
        # Whoever was asked themselves shares nothing out.
        self.share_out.setVisible(answer.come_back and self._session.assessment.part is None)
        self.word.control.show_text(answer.come_back_word)

    def flip(self) -> None:
        """Set the mark, or take it away, as the key does; the focus stays where it is."""
        self.mark.setChecked(not self.mark.isChecked())
        self._set(on=self.mark.isChecked())
        said = tr("Marked to come back to.") if self.mark.isChecked() else tr("No longer marked.")
        announce(self.mark, said)

    def _set(self, on: bool) -> None:  # noqa: FBT001 - a signal of Qt
        """A mark that is taken away takes its word with it; undo brings both again."""
        step = tr("Come back to {id}") if on else tr("No longer come back to {id}")
        word = self.word.control.text() if on else ""
        self._session.attempt(
            step.format(id=self._key), edits.write_beside, self._key,
            come_back=on, come_back_word=word,
        )  # fmt: skip

    def _type(self, text: str) -> None:
        self._session.type_in(
            f"{self._key}/come_back_word",
            tr("Words beside {id}").format(id=self._key),
            edits.write_beside,
            self._key,
            come_back_word=text,
        )


class WalkStrip(QWidget):
    """Where one is on a walk through some of the questions, and the way out of it."""

    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = Box(look, self, across=True, margins=(0, 0, 0, 6), spacing=14)
        self._words = Prose(look, "", "small_strong", wraps=False)
        self.leave = Button(look, tr("Back to the list"), "link")
        self.leave.clicked.connect(self.left)
        row.addWidget(self._words)
        row.addWidget(self.leave)
        row.addStretch(1)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)

    def say(self, words: str) -> None:
        self._words.say(words)
        self.setVisible(bool(words))
