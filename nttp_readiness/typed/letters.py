"""Letters compared as people read them, whatever their case, accents, width or typographic form.

"Sìne Nic a’ Ghobhainn" is found by "nic a' ghob", however either of them was typed.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from nttp_readiness.values import dataclass

_ALIKE = {
    "'": "‘’‚‛‹›❛❜ʼʹʻʽʾʿˈ′‵`´＇ꞌ՚׳",
    '"': "“”„‟«»″‶❝❞〝〞〟״ʺ＂",
    "-": "−⁃",
    "/": "⁄∕",
    "a": "ɑ",
    "b": "ɓƀ",
    "c": "ƈ",
    "d": "đðɗɖ",
    "e": "ɛəǝ",
    "g": "ɣǥɠ",
    "h": "ħ",
    "i": "ıɨɩ",
    "k": "ƙ",
    "l": "łƚ",
    "n": "ŋɲƞ",
    "o": "øɔɵ",
    "p": "ƥ",
    "t": "ŧƭʈ",
    "u": "ʉʊ",
    "v": "ʋ",
    "y": "ƴ",
    "z": "ƶ",
    "ss": "ß",
    "ae": "æ",
    "oe": "œ",
    "th": "þ",
}
"""What no form of Unicode takes apart. Dashes are told by what they are."""
_ONE = {letter: key for key, letters in _ALIKE.items() for letter in letters}
_DROPPED = frozenset({"Mn", "Me", "Cf"})
"""Marks over letters, and signs that show nothing, such as the soft hyphen."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as its key, and where in the text each letter of the key came from."""

    key: str
    places: tuple[int, ...]
    """For each letter of the key the place in the text; one more, the text's length, at the end."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text `key[start:end]` came from, the marks on its last letter too."""
        return self.places[start], self.places[end]


def key(text: str) -> str:
    """The text in the form in which it is compared."""
    return "".join(map(_letter, text))


def folded(text: str) -> Folded:
    """The key with the way back to the text."""
    letters: list[str] = []
    places: list[int] = []
    for place, each in enumerate(text):
        for letter in _letter(each):
            letters.append(letter)
            places.append(place)
    return Folded("".join(letters), (*places, len(text)))


@lru_cache(maxsize=4096)
def _letter(letter: str) -> str:
    if letter in _ONE:
        return _ONE[letter]
    if letter.isspace():
        return " "
    low = unicodedata.normalize("NFKD", letter).casefold()
    low = unicodedata.normalize("NFKD", low)
    kept = (each for each in low if unicodedata.category(each) not in _DROPPED)
    return "".join(map(_plain, kept))


def _plain(letter: str) -> str:
    if letter in _ONE:
        return _ONE[letter]
    if letter.isspace():
        return " "
    return "-" if unicodedata.category(letter) == "Pd" else letter


def first_words(text: str, most: int) -> str:
    """As many whole words as fit into so many letters; a longer first word is cut."""
    words = " ".join(text.split())
    if len(words) <= most:
        return words
    whole, space, _ = words[: most + 1].rpartition(" ")
    return whole.rstrip(" ,;:–-") if space else words[:most]
