"""All answers to one question as one group of radio buttons: five cards, then chips."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words.level_texts import LevelWords
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.answer_card import Chip, LevelCard
from nttp_readiness.ui.widgets.fields.radio_group import RadioGroup

Other = Literal["not_sure", "not_relevant", "rather_not_say"]
Value = Literal[0, 1, 2, 3, 4] | Other | None
"""A level 0 to 4, another answer, or None while there is no answer."""

LEVELS = range(5)


class Answers(RadioGroup):
    """What both forms of the group share: the three other answers, keys, and taking one away.

    `chosen` gives the new value, None when cleared, and only for what the user did. `taken` says
    that it was the mouse or a single key, which mean this answer and are on the way to no other.
    """

    taken = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: dict[Other, Chip] = {
            "not_sure": Chip(look, "N", tr("Not sure")),
            "not_relevant": Chip(look, "R", tr("Not relevant to us")),
            "rather_not_say": Chip(look, "S", tr("Rather not say")),
        }
        self.clear_button = Button(look, tr("Clear this answer"), "link")
        self.clear_button.clicked.connect(self._clear_by_user)

    def show_choice(self, value: object) -> None:
        """Show an answer that was not given here; nothing is emitted."""
        super().show_choice(value)
        self.clear_button.setEnabled(self.value is not None)

    def clear(self) -> None:
        """Take the answer away as if it had never been given; nothing is emitted."""
        self.show_choice(None)

    def press(self, key: str) -> bool:
        """Choose as the user by a key (0 to 4, N, R, S); whether there was such an answer."""
        for button in self._group.buttons():
            if isinstance(button, LevelCard | Chip) and button.key == key.upper():
                if button.isHidden() or not button.isEnabled():
                    return False
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)
                button.click()
                self.taken.emit()
                return True
        return False

    def _add(self, button: QAbstractButton, value: object) -> None:
        super()._add(button, value)
        if isinstance(button, LevelCard | Chip):
            button.taken.connect(self.taken)

    def _add_others(self, column: Box, look: Look) -> None:
        row = Flow(look, last_at_end=True)
        for other in get_args(Other):
            self._add(self.chips[other], other)
            row.addWidget(self.chips[other])
        row.addWidget(self.clear_button)
        column.addLayout(row)

    def _choose(self) -> None:
        self.clear_button.setEnabled(True)
        super()._choose()

    def _clear_by_user(self) -> None:
        was = self._group.checkedButton()
        self.clear()
        (was or self._group.buttons()[0]).setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(None)


class AnswerGroup(Answers):
    """A question by itself: each level is a card with its description."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        column = Box(look, self)
        self.cards = tuple(LevelCard(look, level) for level in LEVELS)
        self._column = column
        for level, card in enumerate(self.cards):
            self._add(card, level)
            card.asked.connect(lambda card=card: self.unfold(card))
            column.addWidget(card)
            column.gap(8 if level < LEVELS[-1] else 13)
        self._add_others(column, look)
        self.show_choice(None)

    def set_choices(
        self, question: str, levels: Sequence[LevelWords], *, not_relevant: bool
    ) -> None:
        """Which question it is, and its five levels. The statement is not said once more with each
        answer: it is a heading of its own, and heard before.
        """
        self.setAccessibleName(question)
        for card, level in zip(self.cards, levels, strict=True):
            card.say(level)
        self.chips["not_relevant"].setVisible(not_relevant)

    def unfold(self, card: LevelCard | None) -> None:
        """Show the signs of that level alone, or of none."""
        for each in self.cards:
            each.unfold(each is card)

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - the state that it takes
        """Save height, so that all five levels stand in a low view."""
        self._column.tighten(0.5 if low else 1)
        for card in self.cards:
            card.set_low(low)


class AnswerRow(Answers):
    """A question among others: the levels in one row by number and name, where they fit."""

    def __init__(
        self,
        look: Look,
        question: str,
        levels: Sequence[LevelWords],
        *,
        not_relevant: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.setAccessibleName(question)
        column = Box(look, self, spacing=8)
        row = Flow(look)
        for level, words in enumerate(levels):
            chip = Chip(look, str(level), words.name)
            chip.setAccessibleName(f"{level} {words.name}")
            chip.setAccessibleDescription(words.spoken)
            self._add(chip, level)
            row.addWidget(chip)
        column.addLayout(row)
        self._add_others(column, look)
        self.chips["not_relevant"].setVisible(not_relevant)
        for chip in self.chips.values():  # a page has many such groups: each says its question
            chip.setAccessibleDescription(question)
        self.clear_button.setAccessibleDescription(question)
        self.show_choice(None)
