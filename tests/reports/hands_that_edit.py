"""What people do to a tracker before they send it back: each a hand that edits an opened book."""

from __future__ import annotations

from typing import Any

from tests.reports.plan_sent_out import FIRST, as_people_do, at, typed


def merged(opened: Any) -> None:
    """One owner for three actions, in a cell over all three."""
    sheet = opened["Actions"]
    at(sheet, FIRST, "Owner").value = "All three: Joint Owner"
    column = at(sheet, FIRST, "Owner").column_letter
    sheet.merge_cells(f"{column}{FIRST}:{column}{FIRST + 2}")


def worked_out(opened: Any) -> None:
    """A formula where an owner stands, and an error where a day stands."""
    sheet = opened["Actions"]
    at(sheet, FIRST, "Owner").value = '=CONCATENATE("A","nn")'
    at(sheet, FIRST, "Due").value = "=1/0"


def filtered(opened: Any) -> None:
    """Rows hidden by a filter, and a column hidden, with changes in both."""
    sheet = opened["Actions"]
    as_people_do(opened)
    sheet.auto_filter.ref = f"A3:L{sheet.max_row}"
    sheet.row_dimensions[FIRST].hidden = True
    sheet.column_dimensions[at(sheet, 3, "Owner").column_letter].hidden = True


def renamed_heading(opened: Any) -> None:
    """A heading in words of their own, and a change below it."""
    at(opened["Actions"], FIRST, "Owner").value = "Ann"
    at(opened["Actions"], 3, "Owner").value = "Lead"


def no_column(opened: Any) -> None:
    """A column that is not there any more."""
    opened["Actions"].delete_cols(at(opened["Actions"], 3, "Owner").column)


def own_column(opened: Any) -> None:
    """A column that people added."""
    sheet = opened["Actions"]
    sheet.cell(3, 20).value = "Comments"
    sheet.cell(5, 20).value = "Ask Tom"


def elsewhere(opened: Any) -> None:
    """Changes where nothing is taken: about the file, above the table, in a sheet of their own."""
    opened["About"]["B2"] = "Another name"
    opened["Actions"]["A1"] = "Our list"
    opened.create_sheet("Notes of Tom")["A1"] = "hello"


def no_days(opened: Any) -> None:
    """What is no day, or more than one, and what is no status."""
    cells = [(4, "Due", "03/04/2027"), (5, "Due", "soon"), (6, "Due", "31 June 2027"),
             (4, "Status", "nearly")]  # fmt: skip
    typed("Actions", cells)(opened)


def other_order(opened: Any) -> None:
    """The first action below the others, with a change."""
    sheet = opened["Actions"]
    at(sheet, FIRST, "Owner").value = "Ann"
    rows = [
        [(cell.value, cell.data_type) for cell in sheet[row]]
        for row in (*range(FIRST + 1, sheet.max_row + 1), FIRST)
    ]
    for number, row in enumerate(rows, FIRST):
        for cell, (value, kind) in zip(sheet[number], row, strict=True):
            cell.value = value
            cell.data_type = kind  # a text that begins like a formula stays a text


def renamed_sheet(opened: Any) -> None:
    as_people_do(opened)
    opened["Actions"].title = "Tracker May"


def in_his_sheet(opened: Any) -> None:
    """A status in the sheet of one owner."""
    at(opened["Tom Reid"], 5, "Status").value = "Done"


def emptied(opened: Any) -> None:
    """An owner and a day that somebody took out."""
    typed("Actions", [(FIRST, "Owner", None), (FIRST, "Due", None)])(opened)


def new_request(opened: Any) -> None:
    sheet = opened["Requests"]
    row = sheet.max_row + 1
    for heading, value in (
        ("Whom we ask", "The union"),
        ("What we ask for", "A meeting in May"),
        ("Who asks", "Ann"),
        ("How", "By letter"),
        ("Why", "Shifts change"),
    ):
        at(sheet, row, heading).value = value
