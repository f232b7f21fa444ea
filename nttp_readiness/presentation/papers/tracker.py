"""The tracker: what is live, for the people who do it to say how it goes, and to come back."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from nttp_readiness.domain.plan.plan import Entry
from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.papers.plan_sheets import (
    about_rows,
    actions_sheet,
    requests_sheet,
)
from nttp_readiness.presentation.plan.action_columns import ColumnKey, column
from nttp_readiness.presentation.plan.owned_actions import by_owner
from nttp_readiness.presentation.plan.plan_material import Material, Options
from nttp_readiness.presentation.plan.requests import open_requests
from nttp_readiness.presentation.words.owners import without_names
from nttp_readiness.presentation.words.sheets import Book, Sheet

COLUMNS: tuple[ColumnKey, ...] = (
    "title", "owner", "due", "status", "update", "review", "measure", "details", "notes", "horizon",
    "number", "key",
)  # fmt: skip
"""First the words, then what orders them, and last what is for no eyes."""
_NAME_LIMIT = 31
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")


def tracker_book(
    card: Scorecard, today: dt.date, options: Options | None = None, *, owners_apart: bool = False
) -> Book:
    """The actions that are neither done nor dropped, in one sheet or one for each owner, and the
    requests that wait for an answer.
    """
    material = Material(card, today, options or Options())
    assessment, profile = material.assessment, material.assessment.profile
    live = [each for each in material.planned if each.action.status != "done"]
    sheets = _by_owner(material, live) if owners_apart and live else [_all(material, live)]
    asks = open_requests(assessment)
    if asks:
        sheets.append(requests_sheet(material, asks))
    book = Book(
        title=tr("{who}: tracker").format(who=material.who),
        author=profile.organisation or profile.title,
        subject=material.bank.title,
        about=about_rows(material),
        disclaimer=material.disclaimer,
        sheets=tuple(sheets),
        document=assessment.id,
    )
    return book if material.names else without_names(book, assessment)


def _all(material: Material, live: Sequence[Entry]) -> Sheet:
    return _sheet(material, "actions", tr("Actions"), live)


def _by_owner(material: Material, live: Sequence[Entry]) -> list[Sheet]:
    taken = {tr("Requests").casefold(), tr("About").casefold()}
    sheets = []
    for number, (label, entries) in enumerate(by_owner(live, names=material.names), start=1):
        name = _sheet_name(label, taken)
        sheets.append(_sheet(material, f"actions{number}", name, entries))
    return sheets


def _sheet(material: Material, sheet_id: str, name: str, entries: Sequence[Entry]) -> Sheet:
    shown = [each for each in map(column, COLUMNS) if material.shows(each)]
    return actions_sheet(material, sheet_id, name, entries, shown)


def _sheet_name(label: str, taken: set[str]) -> str:
    """A name that every spreadsheet takes for a sheet, and no other sheet has."""
    plain = " ".join(_NOT_IN_A_NAME.sub(" ", label).split()) or tr("Actions")
    name, number = plain[:_NAME_LIMIT].strip(), 1
    while name.casefold() in taken:
        number += 1
        ending = f" {number}"
        name = plain[: _NAME_LIMIT - len(ending)].strip() + ending
    taken.add(name.casefold())
    return name
