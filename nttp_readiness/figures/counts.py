"""Counts as words, in the sentences that stand for a figure."""

from __future__ import annotations

from nttp_readiness.i18n import tr


def count_words(count: int) -> str:
    """A count up to twelve as a word, above that in figures."""
    words = (
        tr("none"), tr("one"), tr("two"), tr("three"), tr("four"), tr("five"), tr("six"),
        tr("seven"), tr("eight"), tr("nine"), tr("ten"), tr("eleven"), tr("twelve"),
    )  # fmt: skip
    return words[count] if count < len(words) else str(count)
