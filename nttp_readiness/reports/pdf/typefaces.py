"""The typeface of the printed pages, and those that help out: a wider one, and one of signs.

An organisation may give typefaces of its own for what ours do not draw. They help with scripts that
are set letter after letter from left to right; others need more than their letters, and set without
it they would be wrong: what is written in them is kept beside its place instead.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Container, Iterator
from functools import cache, lru_cache

from nttp_readiness import resources
from nttp_readiness.reports.own_faces import own_faces
from nttp_readiness.reports.safe_text import Stretch, safe_text, set_letter_by_letter
from nttp_readiness.reports.tagged import FontError, coverage, register
from nttp_readiness.values import dataclass

REGULAR = "Readiness"
BOLD = "Readiness-Bold"
_WIDE = "Readiness-Wide"
_WIDE_BOLD = "Readiness-Wide-Bold"
_SIGNS = "Readiness-Signs"
_REGULARS, _BOLDS = (REGULAR, _WIDE, _SIGNS), (BOLD, _WIDE_BOLD, _SIGNS)
_MAY_NOT_BE_EMBEDDED = 0x0302
"""Bits of a typeface's licence: no embedding, none of parts, or pictures of letters alone."""


@cache
def load() -> None:
    """Makes the fonts known to reportlab, once."""
    folder = resources.assets() / "fonts"
    register(REGULAR, resources.font())
    register(BOLD, resources.font(bold=True))
    register(_WIDE, folder / "NotoSans-Regular.ttf")
    register(_WIDE_BOLD, folder / "NotoSans-Bold.ttf")
    register(_SIGNS, folder / "ReadinessSigns-Regular.ttf")


@dataclass(frozen=True, slots=True)
class Drawn:
    """Text that the font of that name draws; `meant` is what it stands for where none can."""

    text: str
    font: str
    meant: str = ""


def stretches(text: str, *, bold: bool) -> list[Drawn]:
    """The text made safe, in parts with the name of the font that draws each."""
    return list(_stretches(text, (*(_BOLDS if bold else _REGULARS), *_owns())))


def forget() -> None:
    """Let go of the words of the files that were made."""
    _stretches.cache_clear()


def _owns() -> Iterator[str]:
    """The names of the organisation's own typefaces that can be used."""
    return filter(None, map(_own, own_faces()))


@lru_cache(maxsize=4096)
def _stretches(text: str, names: tuple[str, ...]) -> tuple[Drawn, ...]:
    """A section is set several times, and the same words stand in several places."""
    return tuple(Drawn(part.text, names[part.font], part.meant) for part in _parts(text, names))


def _parts(text: str, names: tuple[str, ...]) -> tuple[Stretch, ...]:
    load()
    return safe_text(text, [_letters(name) for name in names])


def _letters(name: str) -> Container[int]:
    return coverage(name) if name in {*_REGULARS, *_BOLDS} else _Plain(coverage(name))


@dataclass(frozen=True, slots=True)
class _Plain(Container[int]):
    """Of the letters of a typeface those that are set one after the other."""

    letters: Container[int]

    def __contains__(self, code: object) -> bool:
        return isinstance(code, int) and code in self.letters and set_letter_by_letter(chr(code))


@lru_cache(maxsize=32)
def _own(data: bytes) -> str:
    """The name of a typeface that was given; none for one that cannot be used, or that may not be
    embedded.
    """
    name = f"Own-{hashlib.sha256(data).hexdigest()[:16]}"
    try:
        if _licence(data) & _MAY_NOT_BE_EMBEDDED:
            return ""
        register(name, data)
    except (FontError, struct.error):
        return ""
    return name


def _licence(data: bytes) -> int:
    """What a typeface's own table says of embedding it; 0 where it says nothing."""
    for index in range(struct.unpack_from(">H", data, 4)[0]):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
        if tag == b"OS/2":
            return int(struct.unpack_from(">H", data, offset + 8)[0])
    return 0
