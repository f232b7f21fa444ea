"""Changes that a spreadsheet proposes, and the plan with those of them that somebody chose."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import cast

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.planned import (
    HORIZONS,
    ActionChanges,
    Horizon,
    PlannedAction,
    Request,
    RequestChanges,
)
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.exchange.row_marks import Table
from nttp_readiness.domain.exchange.sheet_cells import Kept
from nttp_readiness.domain.exchange.sheet_left import Place
from nttp_readiness.errors import EditError
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """One field of an action or request that is different. `before` and `after` are as kept."""

    table: Table
    item: str
    """The id of the action or request."""
    title: str
    field: str
    """Its name in the table of fields."""
    before: Kept
    after: Kept
    place: Place


@dataclass(frozen=True, slots=True)
class Update:
    """What somebody wrote on how an action goes on."""

    item: str
    title: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class NewRow:
    """An action or request that somebody added, with what stood beside its name."""

    table: Table
    title: str
    fields: Mapping[str, Kept]
    place: Place


Proposal = Change | Update | NewRow
SayUpdate = Callable[[str], str]
"""An update as the notes keep it, with its day."""


def taken(assessment: Assessment, proposals: Iterable[Proposal], say: SayUpdate) -> Assessment:
    """The plan with those changes. Raises EditError where one of them cannot be kept."""
    fields: dict[tuple[Table, str], dict[str, object]] = {}
    updates: list[Update] = []
    new: list[NewRow] = []
    for each in proposals:
        match each:
            case Change():
                fields.setdefault((each.table, each.item), {})[each.field] = each.after
            case Update():
                updates.append(each)
            case NewRow():
                new.append(each)
    for (table, item), changes in fields.items():
        assessment = _changed(assessment, table, item, changes)
    for update in updates:
        assessment = _updated(assessment, update, say)
    for row in new:
        assessment = _added(assessment, row)
    return assessment


def fits(assessment: Assessment, proposal: Proposal, say: SayUpdate) -> bool:
    """Whether the plan can keep it."""
    try:
        if isinstance(proposal, NewRow):
            _validated(proposal)
        else:
            taken(assessment, (proposal,), say)
    except EditError:
        return False
    return True


def _validated(row: NewRow) -> None:
    if row.table == "requests":
        edits.changed(Request(id="new", who="", request=""), request=row.title, **_rest(row))
        return
    blank = PlannedAction(id="own/1", kind="own", title="")
    edits.changed(blank, title=row.title, **_rest(row))


def _rest(row: NewRow) -> dict[str, object]:
    """What stood beside its name."""
    own = {"horizon", "title", "request"}
    return {name: value for name, value in row.fields.items() if name not in own}


def _changed(
    assessment: Assessment, table: Table, item: str, changes: Mapping[str, object]
) -> Assessment:
    if table == "actions":
        return edits.change_action(assessment, item, **cast("ActionChanges", changes))
    return edits.change_ask(assessment, item, **cast("RequestChanges", changes))


def _updated(assessment: Assessment, update: Update, say: SayUpdate) -> Assessment:
    """Its notes, with the update as a paragraph of its own at their end."""
    kept = edits.keep_action(assessment, update.item)
    notes = kept.actions[update.item].notes.strip()
    added = f"{notes}\n\n{say(update.text)}".strip()
    return edits.change_action(kept, update.item, notes=added)


def _added(assessment: Assessment, row: NewRow) -> Assessment:
    if row.table == "requests":
        known = {each.id for each in assessment.asks}
        assessment = edits.add_ask(assessment)
        (item,) = {each.id for each in assessment.asks} - known
        return _changed(assessment, "requests", item, {"request": row.title, **_rest(row)})
    found = row.fields.get("horizon")
    horizon: Horizon = next((each for each in HORIZONS if each == found), "now")
    before = assessment.actions.keys()
    assessment = edits.add_action(assessment, row.title, horizon)
    (item,) = assessment.actions.keys() - before
    return _changed(assessment, "actions", item, {"title": row.title, **_rest(row)})
