"""The statement of a question: a heading that is heard again when it changes in place."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nttp_readiness.ui.theme.look import Look, TextKind
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.prose import Prose


class Statement(QWidget):
    """Two labels in turn: a reader says what takes the focus, not what has it and is renamed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown, self._other = Prose(look, "", "question"), Prose(look, "", "question")
        self._key = ""
        column = Box(look, self)
        for label in (self._shown, self._other):
            column.addWidget(label)
        self._other.hide()

    @property
    def heading(self) -> Prose:
        """The label that is shown."""
        return self._shown

    def say(self, key: str, words: str, spoken: str) -> None:
        """Show the statement of the question of that id, and how it is read aloud."""
        if key != self._key:
            self._key = key
            self._shown, self._other = self._other, self._shown
            self._other.hide()
            self._shown.show()
        self._shown.say(words)
        self._shown.setAccessibleName(spoken)

    def forget(self) -> None:
        """Nothing of any question stays here."""
        self._key = ""
        for label in (self._shown, self._other):
            label.say("")
            label.setAccessibleName("")
            label.setAccessibleDescription("")

    def set_kind(self, kind: TextKind) -> None:
        """Write it in another style."""
        for label in (self._shown, self._other):
            label.set_kind(kind)
