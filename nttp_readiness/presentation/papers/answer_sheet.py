"""One ballot sheet of all questions for each person, to be filled in by hand and counted."""

from __future__ import annotations

from typing import Final

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.papers.outside_view import answers_to_ring
from nttp_readiness.presentation.plan.plan_material import bold
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Item,
    Listing,
    Paragraph,
    Report,
    Row,
    Run,
    Table,
    Words,
)
from nttp_readiness.presentation.words.support import support

_QUESTION: Final = 94
_CIRCLE: Final = 11
_NOT_SURE: Final = 21
_ONE_TABLE: Final = 14
_MOST_LETTERS: Final = 1500
"""So many questions have room for what each asks. More have their names alone, so that all are on
the two sides of one sheet: what they ask and what the levels mean is read from the questionnaire.
"""


def answer_sheet(assessment: Assessment, *, large: bool = False, drawn: bool = True) -> Report:
    """Every question of the route with a circle for each level and for not sure, on one sheet.

    It holds no answer and no name. What the levels mean is read aloud, or lies beside it as the
    questionnaire. In `large` print the answers stand below each question, to be ringed; and they
    are ringed where no circle is `drawn` beside them.
    """
    bank, profile = assessment.bank, assessment.profile
    who = words.who_words(profile)
    several = large or not drawn
    return Report(
        title=tr("{who}: answer sheet").format(who=who),
        author=profile.organisation or profile.title,
        language=bank.language,
        blocks=(
            Heading(1, tr("Answer sheet: {title}").format(title=profile.title), look="section"),
            Paragraph(
                tr(
                    "Put a ring round one answer for each question, or round none. Please do not"
                    " write your name, or anything else. Whoever counts these sheets sees your"
                    " answers together, without your name: where that is not right, ask for slips"
                    " that are cut apart."
                )
                if several
                else tr(
                    "Mark one circle for each question, or leave a line empty. Please do not write"
                    " your name, or anything else. Whoever counts these sheets sees your answers"
                    " together, without your name: where that is not right, ask for slips that are"
                    " cut apart."
                )
            ),
            Paragraph(tr("Your group, if you were asked for it: ……………………………………")),
            # Where the questions take several pages, below them it would begin one of its own.
            *(_support(assessment) if several else ()),
            _levels(assessment, large=large),
            *(_one_by_one if large else _tables)(assessment),
            *(() if several else _support(assessment)),
        ),
        header_left=tuple(dict.fromkeys((who, profile.title))),
        header_right=tr("Answer sheet"),
        subject=bank.title,
    )


def _levels(assessment: Assessment, *, large: bool) -> Block:
    names = "; ".join(f"{level} {each.name}" for level, each in enumerate(assessment.bank.levels))
    said = [f"{names}."]
    if not large:
        said.append(tr("“?” means not sure."))
    if not _short(assessment):
        said.append(tr("What a question asks, and its levels, are in the questionnaire."))
    return Paragraph((bold(tr("Levels:")), Run(f" {' '.join(said)}")))


def _short(assessment: Assessment) -> bool:
    """Whether there is room on one page for what each question asks."""
    letters = sum(len(each.title) + len(assessment.statement(each)) for each in assessment.asked)
    return len(assessment.asked) <= _ONE_TABLE and letters <= _MOST_LETTERS


def _one_by_one(assessment: Assessment) -> list[Block]:
    """A wide table would be broken up in large letters."""
    answers = answers_to_ring((*map(str, range(5)), tr("Not sure")))
    said = assessment.statement if _short(assessment) else None
    items = tuple(
        Item(
            (
                bold(f"{each.title}."),
                *((Run(f" {said(each)}"),) if said else ()),
                Run(f"\n{answers}"),
            )
        )
        for each in assessment.asked
    )
    return [Listing(items, numbered=True)]


def _tables(assessment: Assessment) -> list[Block]:
    """One table where it fits a page, else one for each domain, under its name."""
    short = _short(assessment)
    blocks: list[Block] = []
    whole: list[Row] = []
    number = 0
    for domain in assessment.bank.domains:
        rows = []
        for each in assessment.asked:
            if assessment.bank.domain_of[each.id] is domain:
                number += 1
                words: Words = f"{number}. {each.title}"
                if short:
                    words = (bold(f"{words}. "), Run(assessment.statement(each)))
                answers = (*(str(level) for level in range(5)), "?")
                circles = tuple(Cell((each,), mark="not_started") for each in answers)
                rows.append(Row((Cell((words,)), *circles)))
        if rows and not short:
            blocks.append(Table(domain.name, _columns(domain.name), tuple(rows), look="sheet"))
        whole += rows
    if not short:
        return blocks
    return [Table(tr("Questions"), _columns(tr("Question")), tuple(whole), look="close")]


def _columns(first: str) -> tuple[Column, ...]:
    levels = tuple(Column(str(level), _CIRCLE) for level in range(5))
    return (Column(first, _QUESTION), *levels, Column(tr("Not sure"), _NOT_SURE))


def _support(assessment: Assessment) -> list[Block]:
    """Whom one can turn to: what is asked can bring things up."""
    found = support(assessment.bank, assessment)
    anybody = "; ".join(f"{each.name} {each.reach}" for each in found.anybody if each.reach)
    contact = found.own.strip() or anybody
    if not contact:
        return []
    return [Paragraph(tr("Support: {contact}").format(contact=contact), look="source")]
