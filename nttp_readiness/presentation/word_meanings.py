"""What words mean, beside the texts that use them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nttp_readiness.domain.bank import Bank, GlossaryEntry, Indicator


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
    read = [each.casefold() for each in texts]
    return tuple(each for each in bank.glossary if _stands_in(each.word, read))


def _only_in_actions(word: str, indicator: Indicator) -> bool:
    actions = [indicator.first, indicator.next, indicator.sustaining]
    there = [text for each in actions for text in (each.title, each.do, each.measure, each.lead)]
    there += [indicator.find_out.title, indicator.find_out.do]
    small = indicator.small
    here = [
        indicator.title, indicator.statement, indicator.no_care or "", indicator.why,
        indicator.good or "", indicator.content_note or "", indicator.safety_stop or "",
        (small and small.statement) or "", (small and small.reading) or "",
        *indicator.levels, *indicator.evidence,
    ]  # fmt: skip
    return _stands_in(word, there) and not _stands_in(word, here)


def _stands_in(word: str, texts: Iterable[str]) -> bool:
    """Whether the word, or more than one of it, stands in a text: “practice type” is one of the
    “practice types”.
    """
    stem = re.escape(word.casefold().removesuffix("s"))
    return any(re.search(rf"\b{stem}s?\b", each.casefold()) for each in texts)
