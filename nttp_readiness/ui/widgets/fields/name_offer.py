"""Names that were typed before are offered as one types; nothing is taken unless it is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from nttp_readiness.i18n import trn
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look

MOST_SHOWN = 6


class NameOffer(QObject):
    """Offers names in a line that may hold several, with semicolons between them: the last of them
    is completed, and those before it stay. Down goes into the list, Enter takes, Esc leaves it.
    """

    def __init__(self, look: Look, line: QLineEdit, names: Callable[[], Sequence[str]]) -> None:
        super().__init__(line)
        self._look, self._line, self._names = look, line, names
        self._lines = QStringListModel(self)
        completer = QCompleter(self._lines, line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(MOST_SHOWN)
        line.setCompleter(completer)
        line.textEdited.connect(self._offer)  # before Qt asks for what completes it

    def _offer(self, text: str) -> None:
        """Offer whole lines with each name that fits, and tell how many to those who do not see."""
        before, _, typed = text.rpartition(";")
        wanted = typed.strip().casefold()
        fitting = [each for each in self._names() if wanted in each.casefold()] if wanted else []
        fitting = [each for each in fitting if each.casefold() != wanted]
        space = typed[: len(typed) - len(typed.lstrip())]
        lines = [f"{before};{space}{each}" if before else each for each in fitting]
        if lines != self._lines.stringList():
            self._lines.setStringList(lines)
        completer = self._line.completer()
        popup = completer.popup() if completer is not None else None
        if lines and popup is not None:
            popup.setFont(self._look.font("body"))
            said = trn("{n} name typed before: Down", "{n} names typed before: Down", len(lines))
            announce(self._line, said)


def offer_names(look: Look, line: QLineEdit, names: Callable[[], Sequence[str]]) -> None:
    """Offer these in that line, asked for anew as one types."""
    NameOffer(look, line, names)
