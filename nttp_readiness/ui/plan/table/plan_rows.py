"""Which columns the plan has at a width, and what stands in its cells for readers and editors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan import planning
from nttp_readiness.presentation.plan.plan_sorting import SortKey
from nttp_readiness.presentation.plan.planning import EXTRAS, Extra, PlanGroup, PlanRow
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.grouped_model import TreeCell, TreeGroup, TreeRow

Field = Literal[
    "card", "number", "title", "why", "owner", "due", "status", "measure", "review", "effort"
]
EDITABLE: frozenset[Field] = frozenset(
    ("card", "title", "owner", "due", "status", "measure", "review", "effort")
)
SHARED: frozenset[Field] = frozenset(("owner", "due", "status", "review", "effort"))
"""What several actions can be given at once."""
SORTED_BY: dict[Field, SortKey] = {
    "title": "title", "why": "why", "owner": "owner", "due": "due", "status": "status",
    "measure": "measure", "review": "review", "effort": "effort",
}  # fmt: skip
"""What a table can be sorted by; the number stands for the plan's own order."""
_WIDTHS: dict[Field, int] = {
    "number": 46, "why": 206, "owner": 126, "due": 112, "status": 122,
    "measure": 170, "review": 112, "effort": 96,
}  # fmt: skip


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
        return tuple(heading(field, self) for field in self.fields)


def columns_at(look: Look, width: int, extras: frozenset[Extra]) -> Columns:
    """The columns of a table of that width, with those that were brought out."""
    shown = [each for each in EXTRAS if each in extras]
    if width < look.px(860 + 25 * len(shown)):
        return Columns(("card",), (width,))
    fields: tuple[Field, ...] = ("number", "title", "why", "owner", "due", "status", *shown)
    least = look.px(190)
    fixed: dict[Field, int] = {
        field: look.px(_WIDTHS[field]) for field in fields if field != "title"
    }
    over = sum(fixed.values()) + least - width
    if over > 0:  # columns brought out take from the wide ones, which wrap
        share = 1 - over / (sum(fixed.values()) - fixed["number"])
        fixed = {
            field: wide if field == "number" else int(wide * share) for field, wide in fixed.items()
        }
    rest = width - sum(fixed.values())
    return Columns(fields, tuple(fixed.get(field, rest) for field in fields))


def heading(field: Field, columns: Columns) -> str:
    """Heading of a column."""
    if field in ("measure", "review", "effort"):
        return planning.extra_words(field)
    if field == "title" and "measure" in columns.fields:
        return tr("Action")
    return {
        "card": tr("Action"),
        "number": tr("No."),
        "title": tr("Action and measure"),
        "why": tr("Why"),
        "owner": tr("Owner"),
        "due": tr("By"),
        "status": tr("Status"),
    }[field]


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


def why_words(row: PlanRow) -> str:
    if not row.why:
        return tr("Our own action")
    return tr("{title}, {answer}").format(title=row.why, answer=row.answer_words)


def card_words(row: PlanRow) -> str:
    """Everything that a card shows, in one sentence."""
    said = [
        tr("Action {n}").format(n=row.number) if row.number else tr("Suggested action"),
        row.title,
        why_words(row),
        row.owner or tr("no owner yet"),
        by_words(row),
        row.status_words,
    ]
    return ", ".join(said)


def _cell(row: PlanRow, field: Field, columns: Columns) -> TreeCell:
    number = tr("Action {n}").format(n=row.number) if row.number else tr("Suggested action")
    measure = tr("How we will know: {measure}").format(measure=row.measure) if row.measure else ""
    cells = {
        "card": (row.title, card_words(row), measure),
        "number": (row.number, number, ""),
        "title": (row.title, row.title, "" if "measure" in columns.fields else measure),
        "why": (row.why, why_words(row), ""),
        "owner": (row.owner, row.owner or tr("No owner yet"), ""),
        "due": (row.by, by_words(row), ""),
        "status": (row.status_words, row.status_words, ""),
        "measure": (row.measure, row.measure or tr("Not said yet"), ""),
        "review": (row.review_words, row.review_words or tr("No date yet"), ""),
        "effort": (row.effort_words, row.effort_words, ""),
    }
    text, said, beside = cells[field]
    return TreeCell(text, said, beside, editable=field in EDITABLE)
