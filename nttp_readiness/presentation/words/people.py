"""Names and roles in what somebody typed as an owner or asker, and where names stand in texts.

People type "Morag Abernethy, Head of Housing", "Abernethy, Morag (HR)" or "Head of Housing: Morag".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from nttp_readiness.presentation.words.roles import (
    LINKS,
    ROLE_WORDS,
    SURNAMES,
    may_be_surname,
    names_nobody,
)
from nttp_readiness.typed.letters import Folded, folded, key
from nttp_readiness.values import dataclass

_TITLES = frozenset(("dr", "mr", "mrs", "ms", "miss", "mx"))
_PARTICLES = _TITLES | frozenset(
    ("nic", "mac", "mc", "van", "von", "de", "da", "di", "du", "la", "le", "el", "al", "bin",
     "ibn", "ni", "ap", "st", "o", "d")
)  # fmt: skip

_SIGNS = r",:;()\[\]{}<>/|=*\u2013\u2014\u00b7\u2022\u2192"
_PARTS = re.compile(rf"[{_SIGNS}]|\s-|-\s")
"""A dash parts two of them, a hyphen only with a space beside it."""
_BREAK = re.compile(rf"[{_SIGNS}+&]|\s-|-\s|\s(?:and|with)\s")
_LETTERS = re.compile(r"[^\W\d_]+")
_CUT = re.compile(r"[-\u2010\u2011]\s+")
_PAIRS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"})
_BETWEEN = re.compile(r"[\s,'\-]*")
_AFTER_INITIAL = re.compile(r"\.?[\s,'\-]*")
"""What may stand between two words of one name."""
_SENTENCE = re.compile(r"(?:^|[.!?:;\u2022\u2013\n]\s*|[\u201c\"(]\s*|\b[A-Z]{2,5}-\d+,?\s+)$")
"""What a sentence or a question's title begins after, as its id is."""


@dataclass(frozen=True, slots=True)
class Typed:
    """One person or body as it was typed: the roles in it as they stand there, and the names."""

    roles: tuple[str, ...]
    names: tuple[str, ...]


def typed(text: str) -> Typed:
    """The roles and names in what stands for one owner.

    "and" and "&" part two of them, but for within a role: "Health and Care Manager" is one.
    """
    whole = " ".join(text.split())
    if names_nobody(whole):
        return Typed((whole,), ())
    parts = [each.strip(" .-") for each in _PARTS.split(whole)]
    parts = [each for each in parts if each]
    if _surname_first(whole, parts):
        parts[:2] = [f"{parts[1]} {parts[0]}"]
    roles, names = [], []
    for part in parts:
        if names_nobody(part):
            roles.append(part)
        else:
            names += [each.strip() for each in _BREAK.split(part) if each.strip()]
    return Typed(tuple(roles), tuple(each for each in names if not names_nobody(each)))


def _surname_first(whole: str, parts: list[str]) -> bool:
    """Whether it begins as "Clerk, Ian" does, where the first word is the surname of the second."""
    return (
        len(parts) > 1
        and whole.startswith(f"{parts[0]}, {parts[1]}")
        and may_be_surname(parts[0])
        and len(parts[1].split()) == 1
        and not names_nobody(parts[1])
    )


class _Word(NamedTuple):
    """A word of a folded text, with where it stands there."""

    word: str
    start: int
    end: int


class Names:
    """The names of some people, to be found in texts however they are spelt there.

    Found are each whole name, in either order, and every part of one of two letters or more, also
    as several of that name, as it is called in Gaelic, written as one word, or cut at the end of a
    line; with an initial before it. A part of two letters has to begin with a capital there. So has
    one that is also a word of `common` (compared by key) or of a role, and it does not count where
    a sentence begins with it. One of `elsewhere`, such as the words of the organisation's own name,
    counts within a whole name alone.
    """

    def __init__(
        self,
        names: Iterable[str],
        common: frozenset[str] = frozenset(),
        elsewhere: frozenset[str] = frozenset(),
    ) -> None:
        names, never = tuple(names), _PARTICLES | LINKS | (ROLE_WORDS - SURNAMES) | elsewhere
        words = [tuple(_LETTERS.findall(key(each))) for each in names]
        self._whole = {each for name in words for each in (name, name[1:] + name[:1]) if name}
        self._parts = {
            each for name in words for each in name if len(each) >= 2 and each not in never
        }
        first = {name[0] for name in words if len(name) > 1 and len(name[0]) > 1}
        self._parts |= (first & _PARTICLES) - _TITLES - elsewhere  # Al Smith
        spelt = (tuple(_LETTERS.findall(key(_two_letters(each)))) for each in names)
        self._forms = {form: part for part in self._parts for form in _forms(part)}
        for name in spelt:
            self._forms |= {each: each for each in name if len(each) >= 4 and each not in never}
        for name in words:
            together = map("".join, (name, name[::-1], *pairwise(name)) if name[1:] else ())
            self._forms |= {each: each for each in together if len(each) >= 5}
        self._forms = {form: part for form, part in self._forms.items() if form not in self._parts}
        self._parts |= self._forms.keys()
        self._initials = {part[0] for name in words for part in name}
        self._any = {each for name in words for each in name} | self._forms.keys() | self._initials
        self._small = {each for each in self._any if len(each) < 3 or each in _PARTICLES}
        self._common = common | SURNAMES

    def __bool__(self) -> bool:
        return bool(self._whole)

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where a name stands in the text, words of one name that follow one another together."""
        low = folded(text)
        run: list[_Word] = []
        for word in self._words(low.key):
            between = _AFTER_INITIAL if run and len(run[-1].word) == 1 else _BETWEEN
            goes_on = run and between.fullmatch(low.key, run[-1].end, word.start)
            if run and not (goes_on and word.word in self._any):
                yield from self._told(low, text, run)
                run = []
            if word.word in self._any:
                run.append(word)
        if run:
            yield from self._told(low, text, run)

    def _words(self, folded_text: str) -> Iterator[_Word]:
        """The words of a text; one that was cut at the end of a line is whole again."""
        before: _Word | None = None
        for found in _LETTERS.finditer(folded_text):
            word = _Word(found[0], found.start(), found.end())
            if before is not None:
                whole = before.word + word.word
                cut = _CUT.fullmatch(folded_text, before.end, word.start)
                if cut and whole in self._any:
                    before = _Word(whole, before.start, word.end)
                    continue
                yield before
            before = word
        if before is not None:
            yield before

    def _told(self, low: Folded, text: str, run: list[_Word]) -> Iterator[tuple[int, int]]:
        """The names in a run of words that are each part of one; small words only within a name."""
        words = [each.word for each in run]
        capital = [text[low.places[each.start]].isupper() for each in run]
        starts = [bool(_SENTENCE.search(text, 0, low.places[each.start])) for each in run]
        named = [
            word in self._parts
            and (capital[n] or (len(word) > 2 and word not in _PARTICLES))
            and (not self._is_common(word) or (capital[n] and not starts[n]))
            for n, word in enumerate(words)
        ]
        for start, length in self._wholes(words):
            if not self._common.issuperset(words[start : start + length]) or all(
                capital[start : start + length]
            ):
                named[start : start + length] = [True] * length
        place = 0
        while place < len(run):
            if not named[place]:
                place += 1
                continue
            first = last = follows = place
            while first and len(words[first - 1]) == 1 and capital[first - 1]:
                first -= 1
            while follows < len(run) and (named[follows] or words[follows] in self._small):
                last = follows if named[follows] else last
                follows += 1
            yield low.span(run[first].start, run[last].end)
            place = last + 1

    def _is_common(self, word: str) -> bool:
        return word in self._common or self._forms.get(word, word) in self._common

    def _wholes(self, words: list[str]) -> Iterator[tuple[int, int]]:
        for name in self._whole:
            for start in range(len(words) - len(name) + 1):
                if tuple(words[start : start + len(name)]) == name:
                    yield start, len(name)


def _forms(part: str) -> Iterator[str]:
    """A part of a name as it may be written of several people, or when one of them is called."""
    if len(part) >= 4:
        yield f"{part}s"
        yield f"{part}es"
        if part[0] in "bcdfgmpst" and part[1] != "h":
            yield f"{part[0]}h{part[1:]}"


def _two_letters(name: str) -> str:
    """A name in letters that have no marks, where these are two: Mueller for Müller."""
    return unicodedata.normalize("NFC", name).casefold().translate(_PAIRS)


@lru_cache(maxsize=8)
def common_words_of(texts: tuple[str, ...]) -> frozenset[str]:
    """The words that begin with a small letter somewhere in these texts, by their key: what is no
    name by itself. Names that the texts give as examples are none of them.
    """
    words = (word for each in texts for word in _LETTERS.findall(each))
    return frozenset(key(word) for word in words if word[0].islower())


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """The words of some texts by their key."""
    return frozenset(word for each in texts for word in _LETTERS.findall(key(each)))
