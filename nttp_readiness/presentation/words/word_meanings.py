"""What words mean, beside the texts that use them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.indicator import Indicator
from nttp_readiness.domain.bank.references import GlossaryEntry
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words.blocks import Cell, Column, Row, Run, Table


def beside_question(bank: Bank, indicator: Indicator) -> tuple[GlossaryEntry, ...]:
    """The words of a question that its readers meet: those that stand only in its actions are left
    for where the actions are.
    """
    named = {each.casefold() for each in indicator.glossary}
    return tuple(
        each
        for each in bank.glossary
        if each.word.casefold() in named and not _only_in_actions(each.word, indicator)
    )


def used_in(bank: Bank, texts: Iterable[str]) -> tuple[GlossaryEntry, ...]:
    """The words of the glossary that stand in any of these texts."""
    read = tuple(texts)
    return tuple(each for each in bank.glossary if _stands_in(each.word, read))


def meanings_table(title: str, entries: Iterable[GlossaryEntry]) -> Table:
    """Words and their meanings for a printed page."""
    rows = tuple(
        Row((Cell(((Run(each.word, bold=True),),)), Cell((each.meaning,)))) for each in entries
    )
    return Table(title, (Column(tr("Word"), 44), Column(tr("What it means here"), 126)), rows)


def _only_in_actions(word: str, indicator: Indicator) -> bool:
    actions = [indicator.first, indicator.next, indicator.sustaining]
    there = [text for each in actions for text in (each.title, each.do, each.measure, each.lead)]
    there += [indicator.find_out.title, indicator.find_out.do]
    small = indicator.small
    here = [
        indicator.title, indicator.statement, indicator.no_care or "", indicator.why,
        indicator.good or "", indicator.content_note or "", indicator.safety_stop or "",
        (small and small.statement) or "", (small and small.reading) or "",
        *(text for each in indicator.levels for text in (each.sentence, *each.signs)),
        *indicator.evidence,
    ]  # fmt: skip
    return _stands_in(word, there) and not _stands_in(word, here)


def _stands_in(word: str, texts: Iterable[str]) -> bool:
    """Whether the word, or more than one of it, stands in a text: “practice type” is one of the
    “practice types”. A name keeps its capitals: “a promise” is not “The Promise”.
    """
    flags = re.IGNORECASE if word.islower() else re.NOFLAG
    pattern = re.compile(rf"\b{re.escape(word.removesuffix('s'))}s?\b", flags)
    return any(pattern.search(each) for each in texts)
