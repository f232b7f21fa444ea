"""One ballot sheet of all questions for each person, to be filled in by hand and counted."""

from __future__ import annotations

from typing import Final

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.plan_material import bold
from nttp_readiness.presentation.words.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Report,
    Row,
    Run,
    Table,
)
from nttp_readiness.presentation.words.support import support

_QUESTION: Final = 104
_CIRCLE: Final = 9.5
_NOT_SURE: Final = 18.5
_ONE_TABLE: Final = 14


def answer_sheet(assessment: Assessment) -> Report:
    """Every question of the route with a circle for each level, not sure and rather not say.

    It holds no answer and no name. What the levels mean is read aloud, or lies beside it as the
    questionnaire.
    """
    bank, profile = assessment.bank, assessment.profile
    who = ", ".join(part for part in (profile.title, profile.organisation) if part)
    return Report(
        title=tr("{who}: answer sheet").format(who=who),
        author=profile.organisation or profile.title,
        language=bank.language,
        blocks=(
            Heading(1, tr("Answer sheet: {title}").format(title=profile.title), look="section"),
            Paragraph(
                tr(
                    "Mark one circle for each question, or leave a line empty. Please do not write"
                    " your name, or anything else. Whoever counts these sheets sees your answers"
                    " together, without your name: where that is not right, ask for slips that are"
                    " cut apart."
                )
            ),
            Paragraph(tr("Your group, if you were asked for it: ……………………………………")),
            _levels(assessment),
            *_tables(assessment),
            *_support(assessment),
        ),
        header_left=tuple(dict.fromkeys((who, profile.title))),
        header_right=tr("Answer sheet"),
        subject=bank.title,
    )


def _levels(assessment: Assessment) -> Block:
    said = "; ".join(f"{level} {each.name}" for level, each in enumerate(assessment.bank.levels))
    return Paragraph((bold(tr("Levels:")), Run(f" {said}.")))


def _tables(assessment: Assessment) -> list[Block]:
    """One table where it fits a page, else one for each domain, so that a sheet breaks between."""
    one = len(assessment.asked) <= _ONE_TABLE
    blocks: list[Block] = []
    whole: list[Row] = []
    number = 0
    for domain in assessment.bank.domains:
        rows = []
        for each in assessment.asked:
            if assessment.bank.domain_of[each.id] is domain:
                number += 1
                words = (bold(f"{number}. {each.title}. "), Run(assessment.statement(each)))
                answers = (*(str(level) for level in range(5)), tr("not sure"))
                circles = tuple(Cell((each,), mark="not_started") for each in answers)
                rows.append(Row((Cell((words,)), *circles)))
        if rows and not one:
            blocks += [
                Heading(2, domain.name, look="domain"),
                Table(domain.name, _columns(), tuple(rows), look="close"),
            ]
        whole += rows
    return [Table(tr("Questions"), _columns(), tuple(whole), look="close")] if one else blocks


def _columns() -> tuple[Column, ...]:
    levels = tuple(Column(str(level), _CIRCLE) for level in range(5))
    return (Column(tr("Question"), _QUESTION), *levels, Column(tr("Not sure"), _NOT_SURE))


def _support(assessment: Assessment) -> list[Block]:
    """Whom one can turn to: what is asked can bring things up."""
    found = support(assessment.bank, assessment)
    anybody = "; ".join(f"{each.name} {each.reach}" for each in found.anybody if each.reach)
    contact = found.own.strip() or anybody
    if not contact:
        return []
    return [Paragraph(tr("Support: {contact}").format(contact=contact), look="source")]
