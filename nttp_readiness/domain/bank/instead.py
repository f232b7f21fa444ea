"""Words of a base that stand for somebody else in a sector, put right wherever an overlay may.

That is everywhere but in titles, in decisive sentences and the notes that quote them, and in what
names something that is there: findings, laws, resources, the glossary, contacts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar, cast

from nttp_readiness.domain.bank.bank import Bank, Indicator, LevelText, ShortText, Value


class Instead(Value):
    """A word that stands in place of another wherever an overlay may change words."""

    word: ShortText
    by: ShortText


V = TypeVar("V", bound=Value)
_NAMES = {"id", "beside", "indicator", "route", "name", "when"}
"""What names something, wherever it stands."""
_NOT_OF_AN_INDICATOR = {
    "id", "title", "short_name", "needs", "themes", "seed", "links", "glossary", "example",
}  # fmt: skip
_OF_THE_DOMAIN = ("definition", "introduction", "content_note")
_OF_THE_BANK = (
    "start_note", "stages", "practice_types", "scrutiny", "outside", "crisis",
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
        self._pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")
        self.found: set[str] = set()

    def bank(self, bank: Bank) -> Bank:
        domains = tuple(
            _with(
                self._fields(each, _OF_THE_DOMAIN),
                indicators=tuple(
                    self._fields(asked, set(Indicator.model_fields) - _NOT_OF_AN_INDICATOR)
                    for asked in each.indicators
                ),
            )
            for each in bank.domains
        )
        return _with(self._fields(bank, _OF_THE_BANK), domains=domains)

    def _fields(self, value: V, names: Iterable[str]) -> V:
        return _with(value, **{name: self._said(getattr(value, name)) for name in names})

    def _said(self, value: object) -> object:
        if isinstance(value, str):
            return self._pattern.sub(self._other, value)
        if isinstance(value, tuple):
            return tuple(self._said(each) for each in value)
        if isinstance(value, Value):
            kept = _NAMES | ({"sentence"} if isinstance(value, LevelText) else set())
            return self._fields(value, set(type(value).model_fields) - kept)
        return value

    def _other(self, found: re.Match[str]) -> str:
        self.found.add(found[0])
        return self._by[found[0]]


def _with(value: V, **fields: object) -> V:
    """A copy with these fields; made anew, as what was worked out before would come along."""
    kept: dict[str, Any] = {name: getattr(value, name) for name in type(value).model_fields}
    return cast("V", type(value).model_construct(**{**kept, **fields}))


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
