"""The levels of a question as people read them: name, decisive sentence and signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nttp_readiness.i18n import tr
from nttp_readiness.values import dataclass

if TYPE_CHECKING:  # the cards of a question need its words and no bank
    from nttp_readiness.domain.bank.bank import Bank
    from nttp_readiness.domain.bank.indicator import Indicator


@dataclass(frozen=True, slots=True)
class LevelWords:
    """A level of a question. Signs help to decide and add no condition."""

    name: str
    sentence: str
    signs: tuple[str, ...] = ()

    @property
    def signs_sentence(self) -> str:
        """The signs as one sentence; empty where there are none."""
        if not self.signs:
            return ""
        return tr("You would see: {signs}.").format(signs="; ".join(self.signs))

    @property
    def spoken(self) -> str:
        """Everything of it, for whoever hears it."""
        return f"{self.sentence} {self.signs_sentence}".rstrip()


def level_texts(bank: Bank, indicator: Indicator) -> tuple[LevelWords, ...]:
    """The five levels of a question, from 0."""
    return tuple(
        LevelWords(level.name, said.sentence, said.signs)
        for level, said in zip(bank.levels, bank.described(indicator), strict=True)
    )
