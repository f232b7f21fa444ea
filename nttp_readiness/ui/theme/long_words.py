"""Words so long that no window holds them, such as the address of a shared file."""

from __future__ import annotations

import re

LONGEST_WORD = 40
"""No word of a language that is read here is longer; what is may be parted anywhere."""
_PARTS = 10
_BREAK = "\u200b"
"""Where a line may end, though nothing is seen there."""
_LONG = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
_STRETCH = re.compile(rf"(\S{{{_PARTS}}})(?=\S)")


def breakable(text: str) -> str:
    """The text, in which a line may end within a word that is longer than any."""
    if len(text) <= LONGEST_WORD:
        return text
    return _LONG.sub(lambda word: _STRETCH.sub(rf"\1{_BREAK}", word[0]), text)


def as_typed(text: str) -> str:
    """The same without the places at which a line may end."""
    return text.replace(_BREAK, "")
