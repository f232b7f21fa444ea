"""Following the plan up, on paper: how far it is, and what changed since people looked at it."""

from __future__ import annotations

from nttp_readiness.domain.plan import reviews
from nttp_readiness.domain.plan.plan import Entry, Plan
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.plan.following_up import ChangeRow, following_up
from nttp_readiness.presentation.plan.plan_material import Material, or_quiet, sentence
from nttp_readiness.presentation.words.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Run,
    Table,
    Words,
)
from nttp_readiness.values import replace


def under_way(material: Material) -> str:
    """How many actions were begun, as "2 in progress, 1 overdue"; empty where none was."""
    found = reviews.progress(material.plan, material.today)
    states = (
        (found.done, trn("{n} done", "{n} done", found.done)),
        (found.in_progress, trn("{n} in progress", "{n} in progress", found.in_progress)),
        (found.paused, trn("{n} paused", "{n} paused", found.paused)),
        (found.overdue, trn("{n} overdue", "{n} overdue", found.overdue)),
    )
    return ", ".join(said for count, said in states if count)


def what_changed(material: Material) -> tuple[Block, ...]:
    """What became of each action since the last review; nothing where there is nothing to tell."""
    plan = material.plan if material.notes else _without_reasons(material.plan)
    found = following_up(material.assessment, plan, material.today)
    if found is None or not found.changes:
        return ()
    title = tr("Since we last looked")
    said = sentence(", ".join(each.words for each in found.states))
    columns = (Column(tr("No."), 9), Column(tr("Action"), 81), Column(tr("What changed"), 80))
    rows = tuple(_row(material, each) for each in found.changes)
    return (
        Heading(1, title, look="section"),
        Paragraph(said, look="lead"),
        Paragraph(found.looked),
        Heading(2, found.heading),
        Table(found.heading, columns, rows, header=1),
    )


def _row(material: Material, change: ChangeRow) -> Row:
    number = material.number_of_action.get(change.action)
    shown: Words = (Run(str(number), bold=True, colour="loch"),) if number else ""
    return Row(
        (
            Cell((shown or or_quiet("", tr("none")),)),
            Cell((change.title,)),
            Cell((change.words,)),
        )
    )


def _without_reasons(plan: Plan) -> Plan:
    """The plan without why actions were dropped: those reasons are notes."""

    def bare(entry: Entry) -> Entry:
        return replace(entry, action=entry.action.model_copy(update={"drop_reason": ""}))

    return replace(plan, dropped=tuple(map(bare, plan.dropped)))
