"""Blank slips on which people answer a question alone in a room, to be counted by hand.

Each slip has one question, with every level in full: nobody can tell which answers come from one
person, what comes back is sorted into piles and counted, and nobody needs a screen to read it. A
set of pages is for one person. Cut in two, a pile of sets becomes two piles of slips.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group.ballot_words import ballot_question
from nttp_readiness.presentation.plan.plan_material import bold
from nttp_readiness.presentation.readiness.questions import OtherAnswer, Question
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import (
    Beside,
    Block,
    CutApart,
    Heading,
    Item,
    Listing,
    Paragraph,
    Report,
    Run,
    Words,
)
from nttp_readiness.presentation.words.level_texts import LevelWords
from nttp_readiness.presentation.words.support import support

_TO_A_PAGE: Final = 2


def ballot_slips(assessment: Assessment, *, cut: bool = True) -> Report:
    """A slip for each question of the route, two to a page, in the wording for this organisation.

    They hold no answer and no name. Where a slip is too long for half a page, pages that are not
    `cut` have room for any bank: then each slip begins a page of its own.
    """
    bank, profile = assessment.bank, assessment.profile
    who = words.who_words(profile)
    asked = assessment.asked
    contact = _contact(assessment)
    slips = [
        _slip(ballot_question(assessment, each.id, place, len(asked)), profile.title, contact)
        for place, each in enumerate(asked, start=1)
    ]
    blocks: tuple[Block, ...] = tuple(block for slip in slips for block in slip)
    if cut:
        starts = range(0, len(slips), _TO_A_PAGE)
        blocks = tuple(CutApart(tuple(slips[n : n + _TO_A_PAGE]), _TO_A_PAGE) for n in starts)
    return Report(
        title=tr("{who}: ballot slips").format(who=who),
        author=profile.organisation or profile.title,
        language=bank.language,
        blocks=blocks,
        header_left=() if cut else (who, profile.title),
        header_right="" if cut else tr("Ballot slips"),
        subject=bank.title,
    )


def _slip(asked: Question, title: str, contact: str) -> tuple[Block, ...]:
    note = (Paragraph(asked.content_note, look="quiet"),) if asked.content_note else ()
    levels = tuple(
        Item(_level_words(level, words), mark="not_started")
        for level, words in enumerate(asked.levels)
    )
    others = [each.name for each in sorted(asked.others, key=_relevant_to_all_first)]
    how = tr("Mark one circle, or leave them all empty. Please write nothing else on this slip.")
    return (
        Heading(1, asked.title, look="part", label=f"{title} · {asked.where_short}"),
        Paragraph((bold(asked.statement),)),
        *note,
        Listing(levels),
        Beside((Beside(_circles(others[:1]), _circles(others[1:2])),), _circles(others[2:])),
        Paragraph(f"{how} {contact}".rstrip(), look="source"),
    )


def _level_words(level: int, words: LevelWords) -> Words:
    """The decisive sentence alone: a slip has half a page."""
    return (bold(f"{level} {words.name}. "), Run(words.sentence))


def _contact(assessment: Assessment) -> str:
    """Whom one can turn to, on every slip: content notes promise that it is there."""
    found = support(assessment.bank, assessment)
    anybody = "; ".join(f"{each.name} {each.reach}" for each in found.anybody if each.reach)
    contact = found.own.strip() or anybody
    return tr("Support: {contact}").format(contact=contact) if contact else ""


def _relevant_to_all_first(answer: OtherAnswer) -> bool:
    """Not every question can be set aside; what each has stands at the same place on each slip."""
    return answer.choice == "not_relevant"


def _circles(names: Sequence[str]) -> tuple[Block, ...]:
    return (Listing(tuple(Item(each, mark="not_started") for each in names)),) if names else ()
