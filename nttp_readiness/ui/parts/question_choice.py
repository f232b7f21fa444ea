"""Which questions: whole domains with one tick each, or single ones below a fold."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens import part_asking
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.fields.tick_box import TickBox, TickGroup
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.prose import Prose


class QuestionChoice(QWidget):
    """What is chosen is a set of questions: a tick at a domain, at the foundations or at what is
    open takes or leaves all of theirs, and is set while all of them are chosen.

    `boxes` are those ticks by the key of their choice, `singles` the ones of the questions by id.
    """

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__()
        self._look, self._session = look, session
        self._chosen: set[str] = set()
        self._choices = {each.key: each for each in part_asking.choices(session.assessment)}
        self.boxes = {key: TickBox(look, each.name) for key, each in self._choices.items()}
        self.singles: dict[str, TickBox] = {}
        heading = tr("Which questions")
        self._list = QWidget()
        self._column = Box(look, self._list)
        self.fold = Fold(look, tr("Choose single questions"), "", self._list, link=True)
        self._count = Prose(look, "", "where")
        column = Box(look, self)
        column.addWidget(Prose(look, heading, "guide_strong"))
        column.gap(6)
        column.addWidget(TickGroup(look, heading, tuple(self.boxes.values())))
        column.gap(2)
        column.addWidget(self.fold, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._list)
        column.gap(4)
        column.addWidget(self._count)
        for key, box in self.boxes.items():
            box.clicked.connect(lambda on, key=key: self._take(self._choices[key].questions, on))
        self.fold.toggled.connect(self._unfold)

    def refresh(self) -> None:
        """Show what can be chosen now: what was answered meanwhile is not open any more."""
        self._choices = {each.key: each for each in part_asking.choices(self._session.assessment)}
        self._say()

    def questions(self) -> tuple[str, ...]:
        """The ids of what is chosen, in the order of the bank."""
        asked = self._session.assessment.asked
        return tuple(each.id for each in asked if each.id in self._chosen)

    def choose(self, key: str) -> None:
        """Choose that domain or that question alone, for somebody who came from it."""
        if key in self._choices:
            self._chosen = set(self._choices[key].questions)
        elif any(each.id == key for each in self._session.assessment.asked):
            self._chosen = {key}
        self._say()

    def clear(self) -> None:
        """Choose nothing any more."""
        self._chosen.clear()
        self._say()

    def first(self) -> TickBox:
        """The tick at which somebody begins."""
        return next(box for box in self.boxes.values() if not box.isHidden())

    def _take(self, questions: tuple[str, ...], on: bool) -> None:  # noqa: FBT001 - a signal of Qt
        if on:
            self._chosen.update(questions)
        else:
            self._chosen.difference_update(questions)
        self._say()

    def _unfold(self, on: bool) -> None:  # noqa: FBT001 - a signal of Qt
        """Sixty ticks are made when somebody wants to see them."""
        if not on or self.singles:
            return
        for domain in part_asking.single_questions(self._session.assessment):
            mine = {key: TickBox(self._look, name) for key, name in domain.questions}
            for key, box in mine.items():
                box.clicked.connect(lambda on, key=key: self._take((key,), on))
            self._column.gap(8)
            self._column.addWidget(Prose(self._look, domain.name, "guide_strong"))
            self._column.gap(4)
            self._column.addWidget(TickGroup(self._look, domain.name, tuple(mine.values())))
            self.singles |= mine
        self._say()

    def _say(self) -> None:
        for key, box in self.boxes.items():
            choice = self._choices.get(key)
            box.setVisible(choice is not None)
            box.setChecked(choice is not None and self._chosen.issuperset(choice.questions))
            if choice is not None:
                box.say(choice.words(self._chosen))
        for key, box in self.singles.items():
            box.setChecked(key in self._chosen)
        self._count.say(part_asking.chosen_words(self._session.assessment, self.questions()))
