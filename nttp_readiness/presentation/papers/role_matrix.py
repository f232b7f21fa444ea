"""A sheet on which roles are written down with the kind of practice that each needs."""

from __future__ import annotations

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.errors import ExportError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import (
    Block,
    Cell,
    Column,
    Facts,
    Heading,
    Paragraph,
    Report,
    Row,
    Table,
    Words,
)

_ROWS = 14
_NAME, _CONTACT, _PLANNED = 44, 40, 34
"""Widths of the columns beside the kinds of practice, in millimetres of 170."""


def role_matrix(assessment: Assessment) -> Report:
    """Blank rows for roles, under the kinds of practice that the bank names. It holds no answer.

    Raises ExportError for a bank that names none.
    """
    bank, profile = assessment.bank, assessment.profile
    if not bank.practice_types:
        raise ExportError(
            tr("These questions name no kinds of practice, so this page cannot be made."),
            safe=tr("Nothing was written."),
        )
    who = words.who_words(profile)
    kinds: tuple[tuple[str, Words], ...] = tuple(
        (each.name, each.meaning) for each in bank.practice_types
    )
    return Report(
        title=tr("{who}: roles and kinds of practice").format(who=who),
        author=profile.organisation or profile.title,
        language=bank.language,
        blocks=(
            Heading(1, tr("Which kind of practice does each role need?"), look="section"),
            Paragraph(
                tr(
                    "What a role needs depends on its contact with people affected by trauma. Each"
                    " kind includes those before it, so mark one for each role."
                )
            ),
            Facts(kinds),
            _matrix(assessment),
            Paragraph(
                tr(
                    "Write roles, never names. Think of every role, of those who work out of sight"
                    " or are not paid too."
                ),
                look="source",
            ),
        ),
        header_left=tuple(dict.fromkeys((who, profile.title))),
        header_right=tr("Roles and kinds of practice"),
        subject=bank.title,
    )


def _matrix(assessment: Assessment) -> Block:
    kinds = assessment.bank.practice_types
    left = 170 - _NAME - _CONTACT - _PLANNED
    columns = (
        Column(tr("Role"), _NAME),
        Column(tr("Contact with people affected by trauma"), _CONTACT),
        *(Column(each.name, left // len(kinds)) for each in kinds),
        Column(tr("Learning, and by when"), _PLANNED),
    )
    blank = Row(tuple(Cell((" ",)) for _ in columns))
    return Table(tr("Roles, and the kind of practice that each needs"), columns, (blank,) * _ROWS)
