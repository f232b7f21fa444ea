"""The noun for the people whom an organisation serves, in every text of a bank.

Texts hold placeholders: `{people}`, `{person}` and `{people's}`. They are filled in one place,
when an assessment hands out its bank, so that window and paper say the same. Authors and reviewers
see the placeholders; `check-bank` tells of one that is not known.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Generic, TypeVar, cast

from nttp_readiness.i18n import tr
from nttp_readiness.plain_models import BaseModel
from nttp_readiness.values import dataclass

V = TypeVar("V", bound=BaseModel)

PLACEHOLDER = re.compile(r"\{[^{}]*\}")
KNOWN = ("{people}", "{person}", "{people's}")


@dataclass(frozen=True, slots=True)
class Served:
    """What the people are called, as these words stand within a sentence."""

    people: str
    person: str
    possessive: str

    def fill(self, text: str) -> str:
        """A text with these words in it. What is no placeholder stays as it is."""
        if "{" not in text:
            return text
        words = dict(zip(KNOWN, (self.people, self.person, self.possessive), strict=True))
        return PLACEHOLDER.sub(lambda found: words.get(found[0], found[0]), text)


def served_words(*, delivers_care: bool) -> Served:
    """The words for a body that has named no noun: one that provides care, or one that does not.

    Both fit people who are visited, brought or compelled as well as those who come by choice.
    """
    if delivers_care:
        return Served(
            people=tr("people we serve"),
            person=tr("person we serve"),
            possessive=tr("people’s"),
        )
    return Served(
        people=tr("people we deal with"),
        person=tr("person we deal with"),
        possessive=tr("people’s"),
    )


def in_words_of(bank: V, served: Served) -> V:
    """A bank in these words. It is made once for each bank: every edit asks for it anew."""
    return cast("V", _kept(Same[BaseModel](bank), served))


def worded(value: V, served: Served) -> V:
    """A bank, or a part of one, with its placeholders filled; itself where it has none."""
    held = vars(value)
    said: dict[str, Any] = {}
    same = True
    for name in type(value).model_fields:
        each = held[name]
        said[name] = words = _worded(each, served)
        same = same and words is each
    # A copy would bring along what was worked out from the texts before.
    return value if same else type(value).model_construct(**said)


class Same(Generic[V]):
    """A value as a key by identity: a bank is too large to be compared."""

    def __init__(self, value: V) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.value is self.value


@lru_cache(maxsize=8)
def _kept(key: Same[BaseModel], served: Served) -> BaseModel:
    return worded(key.value, served)


def _worded(value: object, served: Served) -> object:
    if isinstance(value, str):
        if "{" not in value:  # nearly all of a bank's texts
            return value
        said = served.fill(value)
        return value if said == value else said
    if isinstance(value, BaseModel):
        return worded(value, served)
    if isinstance(value, tuple) and value:
        all_said = tuple(_worded(each, served) for each in value)
        same = all(one is other for one, other in zip(all_said, value, strict=True))
        return value if same else all_said
    return value
