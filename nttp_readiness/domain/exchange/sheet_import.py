"""Takes into the plan what somebody changed in a spreadsheet of its actions.

Only the fields come back of which their table says so. What cannot be understood, or was changed on
both sides, is named and left: nothing is guessed.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal

from nttp_readiness.domain.answers.assessment import Assessment, PlannedAction, Status
from nttp_readiness.domain.answers.fields import ACTION_FIELDS
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.exchange.sheet_fingerprints import (
    Cells,
    Formula,
    Given,
    SheetFingerprints,
    fingerprint,
    row_key,
    said,
)
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.errors import DocumentError, EditError
from nttp_readiness.i18n import tr
from nttp_readiness.typed.dates import FIRST_YEAR, LAST_YEAR, read_day
from nttp_readiness.values import dataclass

Reason = Literal[
    "no_key", "unknown", "twice", "formula", "no_date", "no_status", "both", "too_long", "not_taken"
]
_HEADER_WITHIN = 20
"""The row of headings is looked for in so many rows from the top."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field of an action that is different now. `before` and `after` are as they are kept."""

    action_id: str
    title: str
    field: str
    """Its name in the table of fields."""
    before: str | dt.date | None
    after: str | dt.date | None


@dataclass(frozen=True, slots=True)
class Left:
    """Something in the sheet that was not taken: a row, or with `column`'s title one cell of it."""

    row: int
    title: str
    reason: Reason
    column: str = ""


@dataclass(frozen=True, slots=True)
class SheetImport:
    """The assessment as it is now, with what was taken and what was left."""

    assessment: Assessment
    changes: tuple[Change, ...]
    left: tuple[Left, ...]
    missing: int
    """How many actions were sent and stand in no row any more; the plan keeps them."""


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    key: str
    cells: Mapping[str, Given]

    @property
    def title(self) -> str:
        return said(self.cells.get("title"))


class _Refused(Exception):  # noqa: N818 - it ends the reading of one cell and is never shown
    def __init__(self, reason: Reason) -> None:
        self.reason: Reason = reason
        super().__init__(reason)


def take_back(assessment: Assessment, sent: SheetFingerprints, cells: Cells) -> SheetImport:
    """The plan with the changes of the sheet whose rows are `cells`.

    Raises DocumentError where the sheet is not of this assessment, or has lost its headings.
    """
    if sent.document != assessment.id:
        raise DocumentError(
            tr("This spreadsheet belongs to another assessment."),
            safe=tr("Nothing was changed."),
            cure=tr("Open that assessment first, or choose another file."),
        )
    rows = list(_rows(sent, cells))
    times = Counter(each.key for each in rows)
    plan = plan_of(assessment)
    action_ids = {
        row_key(assessment, each.action.id): each.action.id for each in (*plan.live, *plan.dropped)
    }
    changes: list[Change] = []
    left: list[Left] = []
    now = assessment
    for row in rows:
        reason: Reason | None = None
        if not row.key:
            reason = "no_key"
        elif row.key not in sent.prints or row.key not in action_ids:
            reason = "unknown"
        elif times[row.key] > 1:
            reason = "twice"
        if reason:
            left.append(Left(row.number, row.title, reason))
            continue
        now = _taken(now, sent, row, action_ids[row.key], changes, left)
    return SheetImport(now, tuple(changes), tuple(left), len(sent.prints.keys() - times.keys()))


def _rows(sent: SheetFingerprints, cells: Cells) -> Iterator[_Row]:
    """The rows under the headings, each with its number as a spreadsheet counts."""
    key_of = {title: key for key, title in sent.columns.items()}
    first = next(iter(sent.columns))
    heads = [[key_of.get(said(each), "") for each in row] for row in cells[:_HEADER_WITHIN]]
    at = next((n for n, keys in enumerate(heads) if first in keys and len(set(keys)) > 2), None)
    if at is None:
        raise DocumentError(
            tr("The headings of the actions are not in this spreadsheet any more."),
            safe=tr("Nothing was changed."),
            cure=tr("Please put that row back as it was, or save the actions as Excel again."),
        )
    for number, row in enumerate(cells[at + 1 :], at + 2):
        held = {key: value for key, value in zip(heads[at], row, strict=False) if key}
        if any(said(each) for each in row):
            yield _Row(number, said(held.get(first)), held)


def _taken(
    assessment: Assessment,
    sent: SheetFingerprints,
    row: _Row,
    action_id: str,
    changes: list[Change],
    left: list[Left],
) -> Assessment:
    prints = dict(zip(list(sent.columns)[1:], sent.prints[row.key], strict=True))
    entry = plan_of(assessment).find(action_id)
    if entry is None:
        return assessment
    for column, given in row.cells.items():
        if column not in prints or fingerprint(row.key, column, given) == prints[column]:
            continue
        try:
            field = _field(column)
            change = _change(entry.action, field, given, sent)
            if change is None:
                continue
            if fingerprint(row.key, field, _as_sent(field, change.before, sent)) != prints[column]:
                raise _Refused("both")
            one = edits.action_change(field, change.after)
            assessment = edits.change_action(assessment, action_id, **one)
            changes.append(change)
        except _Refused as refused:
            left.append(Left(row.number, row.title, refused.reason, sent.columns[column]))
        except EditError:
            left.append(Left(row.number, row.title, "too_long", sent.columns[column]))
    return assessment


def _field(column: str) -> str:
    spec = ACTION_FIELDS.get(column)
    if spec is None or not spec.comes_back:
        raise _Refused("not_taken")
    return column


def _change(
    action: PlannedAction, field: str, given: Given, sent: SheetFingerprints
) -> Change | None:
    """What the cell makes of the field; nothing where that says so already."""
    before: str | dt.date | None = getattr(action, field)
    after: str | dt.date | None
    if isinstance(given, Formula):
        raise _Refused("formula")
    if ACTION_FIELDS[field].kind == "date":
        after = _date(given)
    elif field == "status":
        after = _status(given, sent)
    elif isinstance(given, str):
        after = given.replace("\r\n", "\n").replace("\r", "\n").strip()
    else:
        after = said(given)
    if said(after) == said(before):
        return None
    return Change(action.id, action.title, field, before, after)


def _as_sent(field: str, value: str | dt.date | None, sent: SheetFingerprints) -> Given:
    """A value as the sheet says it: a status in words."""
    if field != "status":
        return value
    return next((word for status, word in sent.statuses.items() if status == value), None)


def _status(given: Given, sent: SheetFingerprints) -> Status:
    word = said(given).casefold()
    for status, each in sent.statuses.items():
        if each.casefold() == word:
            return status
    raise _Refused("no_status")


def _date(given: Given) -> dt.date | None:
    """A day that cannot be read in two ways: a spreadsheet's own, or one typed as text."""
    found: dt.date | None = None
    if isinstance(given, dt.datetime):
        found = given.date()
    elif isinstance(given, dt.date):
        found = given
    elif isinstance(given, str):
        found = read_day(given, day_first=False)
        if found is None and given.strip():
            raise _Refused("no_date")
    elif given is not None:
        raise _Refused("no_date")
    # A bare number in a column of dates is a day near 1900.
    if found is not None and not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise _Refused("no_date")
    return found
