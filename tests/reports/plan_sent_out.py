"""A small plan whose tracker was sent out, and hands that edit what was sent.

Its actions are the team's own and its id is fixed, so that files which other programs saved once
stay files of this plan, whatever becomes of the questions.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace
from io import BytesIO
from typing import Any

import openpyxl

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.plan_sheets import for_one_table
from nttp_readiness.presentation.papers.tracker import tracker_book
from nttp_readiness.presentation.words.sheets import Book, in_use, sheet_in_use
from nttp_readiness.reports.sheets.csv_table import write_csv
from nttp_readiness.reports.sheets.excel import write_excel
from nttp_readiness.reports.sheets.ods import write_ods
from tests.presentation import report_texts

TODAY = dt.date(2027, 3, 12)
MADE = dt.datetime(2027, 3, 12, tzinfo=dt.UTC)
PAGE, DOOR, ROTA, LIST = "own/1", "own/2", "own/3", "own/4"
FIRST = 4
"""The row of the first action."""


def plan() -> Assessment:
    """Four actions of two owners, and a request."""
    made = edits.new_assessment(report_texts.sample().bank, "Housing", today=TODAY)
    made = edits.changed(made, id="1" * 32)
    for title in ("Write one page", "Open the side door", "Change the rota", "Waiting list ≤ 20"):
        made = edits.add_action(made, title)
    made = edits.change_action(
        made, PAGE, owner="Sìne Mòr, Manager", due=dt.date(2027, 4, 5),
        review=dt.date(2027, 6, 7), measure="Nine of ten → say so", status="in_progress",
    )  # fmt: skip
    made = edits.change_action(made, DOOR, owner="Tom Reid", due=dt.date(2027, 5, 14))
    made = edits.change_action(
        made, ROTA, owner="Sìne Mòr, Manager; Tom Reid", due=dt.date(2027, 9, 30),
        measure="=SUM(A1) is no formula",
    )  # fmt: skip
    made = edits.add_ask(made, "ask-1")
    return edits.change_ask(
        made, "ask-1", who="The board", request="Time for the rota", by=dt.date(2027, 4, 23)
    )


def book(*, owners_apart: bool = False) -> Book:
    """Its tracker with the rows of these actions alone, whatever else is suggested."""
    own = {each.title for each in plan().actions.values()}
    made = tracker_book(score(plan()), TODAY, owners_apart=owners_apart)
    sheets = []
    for each in made.sheets:
        rows = tuple(row for row in each.rows if each.id == "requests" or row[0] in own)
        if rows:
            sheets.append(replace(each, rows=rows))
    return replace(made, sheets=tuple(sheets))


def excel(*, owners_apart: bool = False) -> bytes:
    return write_excel(in_use(book(owners_apart=owners_apart)), made=MADE)


def open_document() -> bytes:
    return write_ods(in_use(book()), made=MADE)


def table() -> bytes:
    return write_csv(sheet_in_use(for_one_table(book())), plan().id)


Sheet = Any
"""A sheet of openpyxl, which has no types."""


def at(sheet: Sheet, row: int, heading: str) -> Any:
    """The cell in that row under that heading."""
    place = next(cell.column for cell in sheet[3] if cell.value == heading)
    return sheet.cell(row, place)


def edited(data: bytes, *hands: Callable[[Any], None]) -> bytes:
    """The Excel file after hands that are given its book."""
    opened = openpyxl.load_workbook(BytesIO(data))
    for hand in hands:
        hand(opened)
    out = BytesIO()
    opened.save(out)
    return out.getvalue()


def typed(name: str, cells: Iterable[tuple[int, str, object]]) -> Callable[[Any], None]:
    """A hand that types into cells of that sheet: row, heading, value."""

    def hand(opened: Any) -> None:
        for row, heading, value in cells:
            at(opened[name], row, heading).value = value

    return hand


def as_people_do(opened: Any) -> None:
    """What most people change: an owner, a day, a status, an update, a new row, an answer."""
    sheet = opened["Actions"]
    at(sheet, FIRST, "Owner").value = "Ann, Team Lead"
    at(sheet, FIRST, "Due").value = dt.date(2027, 6, 18)
    at(sheet, FIRST + 1, "Status").value = "Done"
    at(sheet, FIRST + 2, "Update").value = "Half the shifts have it"
    at(sheet, sheet.max_row + 1, "Action").value = "Ask the night shift"
    at(sheet, sheet.max_row, "Owner").value = "Mòrag"
    at(opened["Requests"], FIRST, "How it stands").value = "Answered"
    at(opened["Requests"], FIRST, "Their answer").value = "Yes, from May"
