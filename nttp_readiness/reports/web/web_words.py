"""Words of a report as HTML: escaped, read in their own direction, broken where they may be."""

from __future__ import annotations

import re
from html import escape

from nttp_readiness.presentation.words import blocks as b
from nttp_readiness.reports.safe_text import (
    begins_from_the_right,
    by_direction,
    portable_text,
    safe_link,
)
from nttp_readiness.reports.tagged import wholes

_LONG = re.compile(r"\S{21,}")
_MARK = re.compile(r"(?<=[/\\._@?&=\-–—])")


def words_html(words: b.Words) -> str:
    """The words with their looks, languages and links."""
    runs = (b.Run(words),) if isinstance(words, str) else words
    return "".join(map(_run, runs))


def safe(text: str) -> str:
    """The text as HTML; words from the right stand by themselves, so that they turn nothing round
    beside them. What must not be broken is marked, not changed: it can be searched and copied.
    """
    parts = (
        f"<bdi>{escape(part)}</bdi>" if from_the_right else _unbroken(part)
        for part, from_the_right in by_direction(portable_text(text))
    )
    return "".join(parts).replace("\n", "<br>")


def attribute(text: str) -> str:
    """The text as the value of an attribute, on one line."""
    return escape(" ".join(portable_text(text).split()))


def direction(words: b.Words) -> str:
    """The attribute of an element whose words begin from the right."""
    text = words if isinstance(words, str) else "".join(run.text for run in words)
    return ' dir="rtl"' if begins_from_the_right(text) else ""


def _run(run: b.Run) -> str:
    inner = safe(run.text)
    address = safe_link(run.link)
    if address:
        inner = f'<a href="{attribute(address)}" rel="noreferrer">{inner}</a>'
    if run.bold:
        inner = f"<strong>{inner}</strong>"
    language = f' lang="{attribute(run.language)}"' if run.language else ""
    look = f' class="{run.colour}"' if run.colour != "ink" else ""
    return f"<span{language}{look}>{inner}</span>" if language or look else inner


def _unbroken(text: str) -> str:
    return "".join(
        f'<span class="unbroken">{escape(part)}</span>' if whole else _long(part)
        for part, whole in wholes(text)
    )


def _long(text: str) -> str:
    """The text with its long words, such as addresses, made to break: best after a mark. Else they
    would take the width of the columns beside them.
    """
    parts = []
    start = 0
    for found in _LONG.finditer(text):
        inner = "<wbr>".join(map(escape, filter(None, _MARK.split(found[0]))))
        parts += [escape(text[start : found.start()]), f'<span class="long">{inner}</span>']
        start = found.end()
    return "".join((*parts, escape(text[start:])))
