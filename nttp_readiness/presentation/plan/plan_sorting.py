"""The rows of the plan by one of their columns, within each group."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Sequence
from typing import Literal

from nttp_readiness.domain.answers.planned import STATUSES
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.action_columns import ACTION_COLUMNS, ColumnKey, heading
from nttp_readiness.presentation.plan.planning import PlanGroup, PlanRow
from nttp_readiness.values import dataclass, replace

SortKey = Literal["plan"] | ColumnKey
SORT_KEYS: tuple[SortKey, ...] = ("plan", *(each.key for each in ACTION_COLUMNS if each.sort))


@dataclass(frozen=True, slots=True)
class Sorting:
    """By which column, and whether the last comes first. By "plan" is the plan's own order."""

    key: SortKey = "plan"
    down: bool = False

    @property
    def own(self) -> bool:
        """Whether rows stand as the plan has them, so that they can be moved past each other."""
        return self.key == "plan"

    def after(self, key: SortKey) -> Sorting:
        """What choosing that column makes of it: up, then down, then the plan's own order."""
        if key != self.key or key == "plan":
            return Sorting(key)
        return Sorting() if self.down else Sorting(key, down=True)


def sorted_groups(groups: Sequence[PlanGroup], sorting: Sorting) -> tuple[PlanGroup, ...]:
    """The groups in their order, each with its rows by that column; empty cells come last."""
    if sorting.own:
        return tuple(groups)
    return tuple(replace(group, rows=_sorted(group.rows, sorting)) for group in groups)


def sort_words(key: SortKey) -> str:
    """The name of a way to sort."""
    return tr("The plan’s own order") if key == "plan" else heading(key)


def sorted_words(sorting: Sorting) -> str:
    """How the table is sorted, as a sentence for who cannot see it."""
    if sorting.own:
        return tr("In the plan’s own order.")
    if sorting.down:
        return tr("Sorted by {column}, last first.").format(column=sort_words(sorting.key))
    return tr("Sorted by {column}.").format(column=sort_words(sorting.key))


def no_moving_words() -> str:
    """Why a row cannot be moved past another while the table is sorted."""
    return tr(
        "The table is sorted by a column. Choose “The plan’s own order” under Sort to move"
        " actions up and down."
    )


def _sorted(rows: Sequence[PlanRow], sorting: Sorting) -> tuple[PlanRow, ...]:
    keyed = [(_value(row, sorting.key), row) for row in rows]
    said = [pair for pair in keyed if pair[0] is not None]
    empty = [row for value, row in keyed if value is None]
    said.sort(key=lambda pair: pair[0], reverse=sorting.down)  # type: ignore[arg-type, return-value]
    return (*(row for _, row in said), *empty)


def _value(row: PlanRow, key: SortKey) -> str | int | dt.date | None:
    """What a row is sorted by; None for an empty cell."""
    if key == "status":
        return len(STATUSES) if row.waiting else STATUSES.index(row.status)
    if key == "plan" or key == "why":  # noqa: PLR1714 - so that the rest is known to be fields
        return _plain(row.why) or None
    cell = row.cell(key)
    return (_plain(cell.words) or None) if isinstance(cell.value, str) else cell.value


def _plain(text: str) -> str:
    """Letters without case and accents, so that Élise stands beside Elaine."""
    apart = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
