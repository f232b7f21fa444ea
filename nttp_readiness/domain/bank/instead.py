"""Words of a base that stand for somebody else in a sector, put right wherever an overlay may.

That is everywhere but in what names something that is there: findings, laws, resources, the
glossary, contacts. Of titles, decisive sentences and the notes that quote them no more can be said
otherwise than who leads and does the work, and when it is hardest (`NOUNS`): a club has helpers and
weekends where the base has staff and nights, and its levels mean the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final, TypeVar, cast

from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.indicator import Indicator, LevelText
from nttp_readiness.domain.checked_value import ShortText, Value


class Instead(Value):
    """A word that stands in place of another wherever an overlay may change words."""

    word: ShortText
    by: ShortText


NOUNS: Final = frozenset(
    {
        "senior leader", "staff", "manager", "managers", "worker", "workers",
        "night", "night-time", "rota",
    }
)  # fmt: skip
"""Who leads and does the work, and when it is hardest."""
MOST_WORDS: Final = 3
_SAYS_HOW_FAR: Final = frozenset(
    {
        "a",
        "all",
        "an",
        "and",
        "any",
        "at",
        "every",
        "few",
        "half",
        "if",
        "least",
        "less",
        "many",
        "more",
        "most",
        "never",
        "no",
        "none",
        "not",
        "of",
        "only",
        "or",
        "other",
        "same",
        "some",
        "than",
        "the",
        "unless",
        "without",
    }
)


def may_stand_for(noun: Instead) -> bool:
    """Whether what stands in a decisive sentence then is a plain noun, and says no more or less."""
    words = noun.by.replace("-", " ").casefold().split()
    plain = all(each.isalpha() and each not in _SAYS_HOW_FAR for each in words)
    return plain and 0 < len(noun.by.split()) <= MOST_WORDS


V = TypeVar("V", bound=Value)
_NAMES = {"id", "beside", "indicator", "route", "name", "when"}
"""What names something, wherever it stands."""
_NOT_OF_AN_INDICATOR = {
    "id", "title", "short_name", "needs", "themes", "seed", "links", "glossary", "example",
}  # fmt: skip
_OF_THE_DOMAIN = ("definition", "introduction", "content_note")
_OF_THE_BANK = (
    "start_note", "routes", "stages", "practice_types", "scrutiny", "outside", "crisis",
)  # fmt: skip


def put_right(base: Bank, instead: Sequence[Instead]) -> Bank:
    """The base with each of these words in place of the other; the longest that fits wins."""
    return _Swap(instead).bank(base) if instead else base


def without_a_place(base: Bank, instead: Sequence[Instead]) -> list[str]:
    """Those of the words that are put right nowhere in this base."""
    if not instead:
        return []
    swap = _Swap(instead)
    swap.bank(base)
    return [each.word for each in instead if not {each.word, _capital(each.word)} & swap.found]


class _Swap:
    """What puts words right in texts, lists and values, and knows which of them it found."""

    def __init__(self, instead: Sequence[Instead]) -> None:
        self._by = {each.word: each.by for each in instead}
        for each in instead:  # a word that begins with a capital anyway keeps what it was given
            self._by.setdefault(_capital(each.word), _capital(each.by))
        longest = sorted(self._by, key=len, reverse=True)
        self._everywhere = _found(longest)
        self._nouns = _found([each for each in longest if each.casefold() in NOUNS])
        self.found: set[str] = set()

    def bank(self, bank: Bank) -> Bank:
        domains = tuple(
            _with(
                self._fields(each, _OF_THE_DOMAIN),
                indicators=tuple(self._indicator(asked) for asked in each.indicators),
            )
            for each in bank.domains
        )
        notes = tuple(self.level(each) for each in bank.choice_notes)
        return _with(self._fields(bank, _OF_THE_BANK), domains=domains, choice_notes=notes)

    def _indicator(self, asked: Indicator) -> Indicator:
        said = self._fields(asked, set(Indicator.model_fields) - _NOT_OF_AN_INDICATOR)
        short = tuple(self.level(each) for each in asked.short_name)
        return _with(said, title=self.level(asked.title), short_name=short)

    def level(self, sentence: str) -> str:
        """A decisive sentence, a title or a note with other nouns, and nothing else."""
        return self._nouns.sub(self._other, sentence)

    def _fields(self, value: V, names: Iterable[str]) -> V:
        return _with(value, **{name: self._said(getattr(value, name)) for name in names})

    def _said(self, value: object) -> object:
        if isinstance(value, str):
            return self._everywhere.sub(self._other, value)
        if isinstance(value, tuple):
            return tuple(self._said(each) for each in value)
        if isinstance(value, Value):
            if isinstance(value, LevelText):
                return _with(
                    value, sentence=self.level(value.sentence), signs=self._said(value.signs)
                )
            return self._fields(value, set(type(value).model_fields) - _NAMES)
        return value

    def _other(self, found: re.Match[str]) -> str:
        word, article, noun = found.groups()
        self.found.add(word or noun)
        by = self._by[word or noun]
        if not article:
            return by
        return f"{article[0]}{'n' if by[0].casefold() in 'aeiou' else ''} {by}"


def _found(words: Sequence[str]) -> re.Pattern[str]:
    """What finds each of the words, also with its article, which follows what stands there then."""
    several = "|".join(map(re.escape, words)) or "(?!)"
    return re.compile(rf"\b(?:({several})|([Aa]n?) ({several}))\b")


def _with(value: V, **fields: object) -> V:
    """A copy with these fields; made anew, as what was worked out before would come along."""
    kept: dict[str, Any] = {name: getattr(value, name) for name in type(value).model_fields}
    return cast("V", type(value).model_construct(**{**kept, **fields}))


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
