"""Words that belong on one line: days, numbers in groups such as those of telephones, ids,
levels, and "1 of 9".

This says what they are. How a line is kept from ending in them is the matter of each kind of file:
here they are chunks, a web page and a Word document have ways of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

WHOLE = (
    r"(?<!\d)\d{1,2} [^\W\d_]{3,} \d{4}\b"  # 5 March 2027
    r"|\+\d{1,3} \(0\) ?\d+(?: \d+){0,5}"  # +44 (0)141 496 0000
    r"|\+?\d+(?:[ \-–]\d+){1,6}"  # 116 123, 2027-03-05, 2–4
    r"|\b[A-Z]{2,5}-\d{1,3}\b"  # POW-1
    r"|\b[Ll]evel \d(?: of \d)?\b"  # level 1
    r"|(?<![\w.])\d{1,4} of \d{1,4}\b"  # 1 of 9, and not the end of 2.1.0 of 30 November
)
"""A regular expression; what it finds is at most some twenty characters long in any real text."""

_LONGEST = 24
"""What is longer is broken after all: it would not fit into a narrow column."""
_FOUND = re.compile(WHOLE)


def wholes(text: str) -> Iterator[tuple[str, bool]]:
    """The text in parts, each with whether no line may end within it."""
    start = 0
    for found in _FOUND.finditer(text):
        if found.end() - found.start() > _LONGEST:
            continue
        if found.start() > start:
            yield text[start : found.start()], False
        yield found[0], True
        start = found.end()
    if start < len(text):
        yield text[start:], False


def held(text: str, *, hyphen: str = "\N{NON-BREAKING HYPHEN}") -> str:
    """The text with spaces and hyphens at which no line ends, where none may."""
    return "".join(
        part.replace(" ", "\N{NO-BREAK SPACE}").replace("-", hyphen) if whole else part
        for part, whole in wholes(text)
    )
