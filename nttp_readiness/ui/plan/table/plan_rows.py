"""Which columns the plan has at a width, and what stands in its cells for readers and editors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.action_columns import (
    ACTION_COLUMNS,
    ColumnKey,
    column,
    heading,
)
from nttp_readiness.presentation.plan.plan_sorting import SortKey
from nttp_readiness.presentation.plan.planning import PlanGroup, PlanRow
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.grouped_model import TreeCell, TreeGroup, TreeRow
from nttp_readiness.values import dataclass

Field = Literal["card"] | ColumnKey
"""A column, or the whole action as one card."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of the table, with their widths in pixels. One "card" where it is narrow."""

    fields: tuple[Field, ...]
    widths: tuple[int, ...]

    @property
    def cards(self) -> bool:
        return self.fields == ("card",)

    @property
    def titles(self) -> tuple[str, ...]:
        return tuple(heading_of(field, self) for field in self.fields)


def columns_at(look: Look, width: int, extras: frozenset[ColumnKey]) -> Columns:
    """The columns of a table of that width, with those that were brought out."""
    if width < look.px(860 + 25 * len(extras)):
        return Columns(("card",), (width,))
    shown = [each for each in ACTION_COLUMNS if each.screen]
    shown = [each for each in shown if not each.optional or each.key in extras]
    least = sum(look.px(each.screen) for each in shown if each.takes_rest)
    fixed = {each.key: look.px(each.screen) for each in shown if not each.takes_rest}
    over = sum(fixed.values()) + least - width
    if over > 0:  # columns brought out take from the wide ones, which wrap
        share = 1 - over / (sum(fixed.values()) - fixed["number"])
        fixed = {key: wide if key == "number" else int(wide * share) for key, wide in fixed.items()}
    rest = width - sum(fixed.values())
    return Columns(
        tuple(each.key for each in shown), tuple(fixed.get(each.key, rest) for each in shown)
    )


def editable(field: Field) -> bool:
    """Whether a cell of that column can be changed where it stands."""
    return field == "card" or bool(column(field).editor)


def shared(field: Field) -> bool:
    """Whether several actions can be given the same there at once."""
    return field != "card" and column(field).shared


def sorted_by(field: Field) -> SortKey:
    """What choosing that column sorts by; the number stands for the plan's own order."""
    return field if field != "card" and column(field).sort else "plan"


def heading_of(field: Field, columns: Columns) -> str:
    """Heading of a column."""
    if field == "title" and "measure" not in columns.fields:
        return tr("Action and measure")
    return heading("title" if field == "card" else field)


def tree_groups(groups: Sequence[PlanGroup], columns: Columns) -> list[TreeGroup]:
    """The groups with a cell for each column."""
    return [
        TreeGroup(
            group.horizon,
            group.name,
            group.extra,
            tuple(
                TreeRow(row.id, tuple(_cell(row, each, columns) for each in columns.fields), row)
                for row in group.rows
            ),
        )
        for group in groups
    ]


def by_words(row: PlanRow) -> str:
    """The date with "overdue" where it is, for readers."""
    if not row.due:
        return tr("No date yet")
    return tr("{day}, overdue").format(day=row.by) if row.overdue else row.by


def number_words(row: PlanRow) -> str:
    return tr("Action {n}").format(n=row.number) if row.number else tr("Suggested action")


def why_words(row: PlanRow) -> str:
    if not row.why:
        return tr("Our own action")
    return tr("{title}, {answer}").format(title=row.why, answer=row.answer_words)


def card_words(row: PlanRow) -> str:
    """Everything that a card shows, in one sentence."""
    said = [
        number_words(row),
        row.title,
        why_words(row),
        row.owner or tr("no owner yet"),
        by_words(row),
        row.status_words,
    ]
    return ", ".join(said)


def _cell(row: PlanRow, field: Field, columns: Columns) -> TreeCell:
    measure = tr("How we will know: {measure}").format(measure=row.measure) if row.measure else ""
    beside = "" if "measure" in columns.fields else measure
    match field:
        case "card":
            text, said = row.title, card_words(row)
            beside = measure
        case "number":
            text, said, beside = row.number, number_words(row), ""
        case "title":
            text = said = row.title
        case "why":
            text, said, beside = row.why, why_words(row), ""
        case "due":
            text, said, beside = row.by, by_words(row), ""
        case "status":
            text = said = row.status_words
            beside = ""
        case _:
            text, beside = row.cell(field).words, ""
            said = text or column(field).nothing()
    return TreeCell(text, said, beside, editable=editable(field))
