"""The strip at the foot of the wall: which keys do something now, and what."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group.wall_slides import Slide
from nttp_readiness.ui.theme import single_keys
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.panel import Panel
from nttp_readiness.ui.workshop.room.wall_widgets import KeyWord

SIDE = 56
_NO_SINGLE_KEYS = {"< >", ">", "Esc", "Page Down", "Enter"}
Key = tuple[str, str, str]
"""What stands on the cap, the words beside it, and the key as the window knows it."""


class KeyStrip(Panel):
    """`pressed` gives the key whose word somebody clicked."""

    pressed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "margin", ("top",))
        self._look = look
        self._row = Box(look, self, across=True, margins=(SIDE, 0, SIDE, 0))
        self._shown: list[Key] = []
        self._state, self._said = "", set[str]()
        self.keys: list[KeyWord] = []

    def show_keys(
        self, shown: Slide | None, *, reading: bool, writing: bool = False, sheet: str = ""
    ) -> None:
        """The keys for what is on the wall: its descriptions, a form, a sheet by its key, or the
        question itself.
        """
        wanted = _keys(shown, reading=reading)
        self._state = "form" if writing else sheet or ("reading" if reading else "")
        self._state = self._state or (shown.state if shown is not None else "")
        if writing:
            wanted = _while_writing()
        elif sheet:
            wanted = _over_the_question(sheet)
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._row.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.keys = []
        for cap, words, key in wanted:
            word = KeyWord(self._look, cap, words)
            word.clicked.connect(lambda _=False, key=key: self.pressed.emit(key))
            self._row.addWidget(word)
            self.keys.append(word)
        self._row.addStretch(1)
        self._space()

    def spoken(self) -> str:
        """The keys as they are read aloud; letters and numbers where they do anything."""
        caps = {
            "< >": tr("Left and Right"), ">": tr("Right"), "0 – 4": tr("0 to 4"),
        }  # fmt: skip
        usable = (each for each in self._shown if single_keys.on() or each[0] in _NO_SINGLE_KEYS)
        said = [f"{caps.get(cap, cap)}: {words}" for cap, words, _ in usable]
        return tr("Keys: {keys}.").format(keys="; ".join(said))

    def spoken_once(self) -> str:
        """The same where those of what is on the wall were not said yet, such as those of a
        question that is open, and how they are said again.
        """
        if self._state in self._said:
            return ""
        said, first = self.spoken(), not self._said
        self._said.add(self._state)
        return tr("{keys} F1 says them again.").format(keys=said) if first else said

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._space()

    def _space(self) -> None:
        """All keys fit: the gaps give way."""
        if len(self.keys) > 1:
            wide = sum(each.sizeHint().width() for each in self.keys)
            free = (self.width() - 2 * self._look.px(SIDE) - wide) // (len(self.keys) - 1)
            self._row.setSpacing(max(4, min(self._look.px(30), free)))


def _while_writing() -> list[Key]:
    return [("Enter", tr("Go on"), ""), ("Esc", tr("Leave the form"), "esc")]


def _over_the_question(sheet: str) -> list[Key]:
    return [
        (sheet, tr("Back to the question"), sheet),
        ("Page Down", tr("Further down"), "page down"),
        ("< >", tr("Question"), ">"),
        ("Esc", tr("Back"), "esc"),
    ]


def _keys(shown: Slide | None, *, reading: bool) -> list[Key]:
    leave = ("Esc", tr("Leave"), "esc")
    if shown is None:
        return [leave]
    if reading:
        return [
            ("L", tr("Back to the question"), "L"),
            ("Page Down", tr("Further down"), "down"),
            ("< >", tr("Question"), ">"),
            leave,
        ]
    if shown.state == "open":
        ways = [("C", tr("Counts"), "C"), ("B", tr("Ballots"), "B")] if shown.collects else []
        return [
            ("Space", tr("Reveal"), " "),
            *ways,
            ("L", tr("Five descriptions"), "L"),
            ("T", tr("Timer"), "T"),
            ("N", tr("Notes"), "N"),
            ("< >", tr("Question"), ">"),
            ("O", tr("Widest first"), "O"),
            leave,
        ]
    if shown.running:
        off = [("V", tr("Cancel it"), "V")] if shown.may_call_off else []
        return [
            ("Space", tr("Reveal"), " "),
            ("C", tr("Counts"), "C"),
            ("B", tr("Ballots"), "B"),
            *off,
            ("N", tr("Notes"), "N"),
            ("< >", tr("Question"), ">"),
            leave,
        ]
    keys = [("0 – 4", tr("Agree"), ""), ("M", tr("Other view"), "M")]
    if shown.reasons:
        keys.append(("R", tr("Reasons"), "R"))
    if shown.groups:
        keys.append(("G", tr("Groups"), "G"))
    if shown.may_vote_again:
        keys.append(("V", tr("Vote again"), "V"))
    keys.append(("A", tr("Action"), "A"))
    if shown.agreed is not None and not shown.adopted:
        keys.append(("U", tr("Our answer"), "U"))
    return [*keys, (">", tr("Next"), ">"), leave]
