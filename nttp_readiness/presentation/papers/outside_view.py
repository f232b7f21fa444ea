"""Two pages on which people with lived experience rate from outside, in words of their own.

What comes back is counted as a group of its own in a workshop, so that the same release decides
what may be shown. Nobody is asked what they have been through, and support stands first.
"""

from __future__ import annotations

from collections.abc import Sequence

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.routes import Outside
from nttp_readiness.errors import ExportError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group.collecting import outside_group_name
from nttp_readiness.presentation.plan.plan_material import bold, together
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import (
    Block,
    Cell,
    Column,
    Facts,
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

_QUESTION, _LEVEL, _OTHER = 88, 10, 16
"""Widths of the columns, in millimetres of 170."""
_APART = "\N{NO-BREAK SPACE}" * 5
"""Between answers of one line."""


def outside_view(assessment: Assessment, *, large: bool = False) -> Report:
    """The pages, blank; in `large` print each question with its answers in a line of their own.

    Raises ExportError for a bank that has no such questions.
    """
    bank, profile = assessment.bank, assessment.profile
    if bank.outside is None:
        raise ExportError(
            tr("These questions have no sheet for people who rate from outside."),
            safe=tr("Nothing was written."),
        )
    outside = bank.outside
    who = profile.organisation or profile.title
    whole = words.who_words(profile)
    return Report(
        title=tr("{who}: rated from outside").format(who=whole),
        author=who,
        language=bank.language,
        blocks=(
            Heading(
                1,
                tr("How do you see {who}?").format(who=who),
                look="part" if large else "section",
            ),
            *_support_first(assessment),
            Paragraph(outside.introduction, look="lead"),
            Paragraph(
                tr(
                    "For each line, circle one number. If you cannot say, or would rather not,"
                    " circle that. It is an answer too."
                )
            ),
            Paragraph(
                tr(
                    "Your answers are counted with those of others as one group. If only a few"
                    " answer, what they said is not shown. Please write no name and no story."
                ),
                look="quiet",
            ),
            Facts(_scale(outside)),
            *(_one_by_one if large else _as_table)(assessment, outside),
            Paragraph(_for_whoever_counts(assessment, outside, large=large), look="source"),
        ),
        header_left=tuple(dict.fromkeys((whole, profile.title))),
        header_right=tr("Rated from outside"),
        subject=bank.title,
    )


def _support_first(assessment: Assessment) -> tuple[Block, ...]:
    found = support(assessment.bank, assessment)
    anybody = "; ".join(f"{each.name} {each.reach}" for each in found.anybody if each.reach)
    danger = [each.reach for each in found.danger if each.reach]
    said = tr("If this brings up anything difficult: {contacts}.").format(
        contacts="; ".join(part for part in (found.own.strip(), anybody) if part)
    )
    if danger:
        said += " " + tr("In immediate danger, call {number}.").format(number=danger[0])
    return (Paragraph((bold(said),)),)


def _for_whoever_counts(assessment: Assessment, outside: Outside, *, large: bool) -> str:
    """Where the answers go. In large print the codes of the questions stand here, as they would
    take lines of their own below half of them.
    """
    group = outside_group_name()
    if not large:
        return tr(
            "For the person who counts: type these numbers in the workshop under the group"
            " “{group}”. The code at the end of each line names the question."
        ).format(group=group)
    known = assessment.bank.by_id
    asked = (each.indicator for each in outside.questions if each.indicator in known)
    return tr(
        "For the person who counts: type these numbers in the workshop under the group"
        " “{group}”. In their order the questions are {codes}."
    ).format(group=group, codes=", ".join(asked))


def _scale(outside: Outside) -> tuple[tuple[str, Words], ...]:
    return tuple((str(level), said) for level, said in enumerate(outside.scale))


def _one_by_one(assessment: Assessment, outside: Outside) -> tuple[Block, ...]:
    """A wide table would be broken up in large letters."""
    levels = [str(level) for level in range(len(outside.scale))]
    answers = answers_to_ring((*levels, tr("Cannot say"), tr("Rather not")))
    items = tuple(
        Item((bold(each.asks), Run(f"\n{answers}")))
        for each in outside.questions
        if each.indicator in assessment.bank.by_id
    )
    return (Listing(items, numbered=True),)


def answers_to_ring(answers: Sequence[str]) -> str:
    """Answers in one line, so far apart that a ring drawn by hand goes round one of them."""
    return _APART.join(together(each) for each in answers)


def _as_table(assessment: Assessment, outside: Outside) -> tuple[Block, ...]:
    known = assessment.bank.by_id
    columns = (
        Column(tr("What have you seen?"), _QUESTION),
        *(Column(str(level), _LEVEL) for level in range(len(outside.scale))),
        Column(tr("Cannot say"), _OTHER),
        Column(tr("Rather not"), _OTHER),
    )
    rows = tuple(
        Row(
            (
                Cell((f"{each.asks} ({each.indicator})",)),
                *(Cell((str(level),)) for level in range(len(outside.scale))),
                Cell(("?",)),
                Cell(("–",)),
            )
        )
        for each in outside.questions
        if each.indicator in known
    )
    return (Table(tr("What have you seen?"), columns, rows),)
