"""Tables of the group report that have a row for each question, and columns for its groups."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group import group_words
from nttp_readiness.presentation.group.group_results import GroupResults, GroupRow, QuestionResult
from nttp_readiness.presentation.plan.plan_material import quiet
from nttp_readiness.presentation.words.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Table,
)

FULL: Final = 8
"""How many questions are shown in full, the widest differences first."""
NAMED: Final = 4
"""More groupings than that stand under numbers, with their names beside the table."""
WIDE: Final = 170
"""Millimetres across a page."""


def at_a_glance(assessment: Assessment, shown: Sequence[QuestionResult]) -> list[Block]:
    """A row for each question that may be shown, in the order of the bank; nothing without any."""
    if not shown:
        return []
    bank, titles = assessment.bank, {each.indicator: each for each in shown}
    columns = (
        Column(tr("Question"), 66), Column(tr("Middle answer"), 30),
        Column(tr("At or above the target"), 26, right=True), Column(tr("Agreement"), 48),
    )  # fmt: skip
    rows = []
    for key in bank.by_id:
        if key in titles:
            question = titles[key]
            row = question.rows[0]
            middle = f"{row.median} {bank.level_name(row.median)}" if row.median is not None else ""
            said = question.agreed and tr("Agreed: {level}").format(level=question.agreed)
            rows.append(
                Row((Cell((question.title,)), Cell((middle,)), Cell((row.at_target,)),
                     Cell(tuple(filter(None, (question.headline, said))))))
            )  # fmt: skip
    return [
        Heading(1, tr("Every question, for everyone"), look="section", new_page=len(rows) > FULL),
        Table(tr("Every question, for everyone"), columns, tuple(rows), look="close"),
    ]


def by_group(
    assessment: Assessment, results: GroupResults, shown: Sequence[QuestionResult]
) -> list[Block]:
    """The share at or above the target, question by question, for groups beside each other."""
    places = [
        place
        for place in range(1, len(results.round.groupings))
        if any(each.rows[place].shares is not None for each in shown)
    ]
    if not places:
        return []
    names = [group_words.grouping_name(results.round.groupings[place]) for place in places]
    first = 70 if len(names) <= NAMED else 52
    columns = (Column(tr("Question"), first), *columns_of(names, WIDE - first, right=True))
    by_id = {each.indicator: each for each in shown}
    rows = tuple(
        Row(
            (
                Cell((by_id[key].title,)),
                *(_share(by_id[key].rows[place], many=len(names) > NAMED) for place in places),
            )
        )
        for key in assessment.bank.by_id
        if key in by_id
    )
    title = tr("At or above the target, by group")
    return [
        Heading(1, title, look="section", new_page=len(rows) > FULL),
        *legend(names),
        Table(title, columns, rows, look="close"),
        Paragraph(
            tr("Per cent. Below 30 answers they are rounded."),
            look="source",
        ),
    ]


def _share(row: GroupRow, *, many: bool) -> Cell:
    """In words; as the number alone where many groups stand beside each other."""
    if row.shares is None:
        return Cell((quiet("–" if many else tr("hidden")),))
    figures = re.search(r"\d+", row.at_target)
    return Cell((figures[0] if many and figures else row.at_target,))


def columns_of(names: Sequence[str], room: float, *, right: bool = False) -> tuple[Column, ...]:
    """A column for each group in so many millimetres; under numbers where they are many."""
    titles = names if len(names) <= NAMED else [str(n) for n in range(1, len(names) + 1)]
    return tuple(Column(each, room / len(names), right=right) for each in titles)


def legend(names: Sequence[str]) -> list[Block]:
    """Which group each number is, where they are so many that they stand under numbers."""
    if len(names) <= NAMED:
        return []
    said = "; ".join(
        tr("{n} {name}").format(n=number, name=name) for number, name in enumerate(names, 1)
    )
    return [Paragraph(tr("Groups: {names}.").format(names=said))]
