"""What no typeface can draw of a report that becomes a PDF: which signs, and where they stand."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.presentation.papers.slide_deck import Deck
from nttp_readiness.presentation.plan.typed_texts import typed_texts
from nttp_readiness.presentation.screens.lost_sign_words import LostSigns
from nttp_readiness.presentation.words.blocks import Report
from nttp_readiness.reports.pdf.typefaces import stretches
from nttp_readiness.reports.safe_text import clean_text


def may_be_lost(assessment: Assessment) -> bool:
    """Whether any text of the assessment has a sign that no typeface draws: a quick first look."""
    letters = "".join(sorted(set(assessment.model_dump_json())))
    return any(each.meant for each in stretches(letters, bold=False))


def lost_signs(report: Report | Deck, card: Scorecard) -> tuple[LostSigns, ...]:
    """Where somebody typed what the printed report or slides will not show, in the order of the
    document.

    What the report leaves out is not named. Signs of the questions themselves come last.
    """
    printed = clean_text("\n".join(_texts(report)))
    left = dict.fromkeys(_runs(printed))
    if not left:
        return ()
    found = []
    named: set[str] = set()
    plan = plan_of(card.assessment, card.suggestions)
    for typed in typed_texts(card.assessment, plan):
        text = clean_text(typed.text)
        runs = [each for each in dict.fromkeys(_runs(text)) if _stands_in(each, text, printed)]
        if runs:
            found.append(LostSigns(typed.place, tuple(runs)))
            named |= set("".join(runs))
    rest = [each for each in left if not set(each) <= named]
    return (*found, LostSigns("", tuple(rest))) if rest else tuple(found)


def _runs(text: str) -> Iterator[str]:
    """The stretches of a text that no typeface draws, without the spaces around them."""
    for each in stretches(text, bold=False):
        for line in each.meant.split("\n"):
            if line.strip():
                yield line.strip()


def _stands_in(run: str, text: str, printed: str) -> bool:
    """Whether a run of the text is printed: what was left out is not, though another field may have
    the same sign. Where the sign is a word by itself, it is the words around it that tell.
    """
    at = text.index(run)
    first, end = _word_around(text, at, at + len(run))
    if text[first:end] == run:
        first, end = _word_around(text, max(0, first - 1), min(len(text), end + 1))
    return text[first:end] in printed


def _word_around(text: str, at: int, end: int) -> tuple[int, int]:
    """From the space before that stretch of a text to the one behind it."""
    first = max(text.rfind(gap, 0, at) for gap in " \n") + 1
    ends = [gap_at for gap in " \n" if (gap_at := text.find(gap, end)) >= 0]
    return first, min(ends, default=len(text))


def _texts(value: object) -> Iterator[str]:
    """Every text of a report, whatever block holds it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))
