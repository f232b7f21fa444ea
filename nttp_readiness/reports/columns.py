"""How the columns of a table share its width, the same in a PDF and in Word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nttp_readiness.presentation.words.blocks import Table, Words

SHORT = 20
"""Cells of so few letters, such as dates, stay on one line where there is room for it."""

_LONG = re.compile(r"(?<![^\s\-–—/])[^\s\-–—/]{12,24}[\-–—/,;.]*(?!\S)")
"""Parts of words up to the longest that anybody is called by."""


def shared_out(shares: Sequence[float], needs: Sequence[float]) -> list[float]:
    """The widths that begin as `shares`: a column narrower than it `needs` to be takes what it
    lacks from those that have more than they need, as far as they can give it.
    """
    lacks = [max(0.0, need - share) for need, share in zip(needs, shares, strict=True)]
    spares = [max(0.0, share - need) for need, share in zip(needs, shares, strict=True)]
    given = min(1.0, sum(spares) / sum(lacks)) if any(lacks) else 0.0
    taken = given * sum(lacks) / sum(spares) if any(spares) else 0.0
    return [
        share + given * lack - taken * spare
        for share, lack, spare in zip(shares, lacks, spares, strict=True)
    ]


def unbroken(table: Table, index: int) -> Iterator[tuple[str, bool]]:
    """What should not be broken in a column, and whether it stands in the heading: each word of
    that, figures and dates that have a line of their own, the long parts of names, and whatever
    is short in a column of figures.
    """
    right = table.columns[index].right
    yield from ((word, True) for word in table.columns[index].title.split())
    for row in table.rows:
        for text in map(plain, row.cells[index].words):
            yield from ((word, False) for word in _LONG.findall(text))
            for line in text.split("\n"):
                if len(line) <= SHORT and (right or line[:1].isdigit()):
                    yield line, False


def plain(words: Words) -> str:
    return words if isinstance(words, str) else "".join(run.text for run in words)
