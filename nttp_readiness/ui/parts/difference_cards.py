"""Different answers side by side: one press takes one of them, and the words of all are joined."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens import part_differences
from nttp_readiness.presentation.screens.part_differences import DifferenceWords, Side
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.panel import Card, Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.section import Container, Section

MOST_SHOWN = 8
"""Questions at a time: a page of sixty would be long to make and longer to read."""
LEAST_SIDE = 210
"""Below this width of a side, in units of the design, they stand under one another."""


class DifferenceCards(QWidget):
    """`taken` names a question and the side of it that was chosen."""

    taken = Signal(str, int)

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__()
        self._look, self._session = look, session
        self._first: Button | None = None
        self._list = Container()
        column = Box(look, self)
        column.addWidget(Prose(look, tr("Different answers"), "section"))
        column.gap(4)
        self._words = Prose(look, "", "where")
        column.addWidget(self._words)
        column.gap(8)
        column.addWidget(self._list)

    def refresh(self) -> int:
        """Show what waits for a choice; how much that is."""
        found = part_differences.difference_words(self._session.assessment)
        said = [
            part_differences.differing_words(len(found)),
            tr("Choose one. The notes of the others are added to it."),
        ]
        if len(found) > MOST_SHOWN:
            said.append(tr("As you choose, the next ones appear."))
        self._words.say(" ".join(said))
        shown = found[:MOST_SHOWN]
        self._list.show_made(shown, lambda: self._made(shown))
        self.setVisible(bool(found))
        return len(found)

    def focus_first(self) -> bool:
        """Go to the first choice; False where there is none."""
        if self._first is None or self.isHidden():
            return False
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _made(self, found: tuple[DifferenceWords, ...]) -> QWidget:
        look, made = self._look, QWidget()
        column = Box(look, made)
        self._first = None
        for each in found:
            column.addWidget(Rule(look))
            column.gap(12)
            column.addWidget(Prose(look, f"{each.title} ({each.indicator})", "body_strong"))
            column.addWidget(Prose(look, each.statement, "body"))
            column.gap(10)
            column.addWidget(
                _Sides(look, tuple(self._side(each, n) for n in range(len(each.sides))))
            )
            column.gap(16)
        return made

    def _side(self, difference: DifferenceWords, number: int) -> QWidget:
        look, side = self._look, difference.sides[number]
        card = Card(look)
        inside = Box(look, card, margins=(16, 12, 16, 14))
        inside.addWidget(Prose(look, side.who, "small_strong", selectable=True))
        inside.gap(4)
        inside.addWidget(Prose(look, side.answer, "body_strong"))
        if side.sentence:
            inside.addWidget(Prose(look, side.sentence, "where"))
        for heading, words in side.lines:
            inside.gap(6)
            inside.addWidget(Prose(look, heading, "small_strong"))
            inside.addWidget(Prose(look, words, "body", selectable=True))
        inside.addStretch(1)
        inside.gap(10)
        take = Button(look, tr("Take this answer"), "second", small=True)
        take.setAccessibleName(_name(difference, side))
        take.clicked.connect(
            lambda _=False, key=difference.indicator, n=number: self.taken.emit(key, n)
        )
        inside.addWidget(take, alignment=Qt.AlignmentFlag.AlignLeft)
        self._first = self._first or take
        return card


class _Sides(Section):
    """All sides of one question, beside each other where there is room."""

    def __init__(self, look: Look, sides: tuple[QWidget, ...]) -> None:
        super().__init__(look)
        self._count = len(sides)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for each in sides:
            each.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._row.addWidget(each, 1)

    def fit(self, units: float) -> None:
        across = units >= self._count * LEAST_SIDE
        way = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        self._row.setSpacing(self.look.pad(12))


def _name(difference: DifferenceWords, side: Side) -> str:
    words = tr("Take this answer: {answer}, {who}. {title}")
    return words.format(answer=side.answer, who=side.who, title=difference.title)
