"""What people do to a tracker before they send it back: each a hand that edits an opened book."""

from __future__ import annotations

import datetime as dt
from typing import Any

from openpyxl.comments import Comment

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


def inserted_column(opened: Any) -> None:
    """A column of their own in the middle, and a change behind it."""
    sheet = opened["Actions"]
    place = at(sheet, 3, "Due").column
    sheet.insert_cols(place)
    sheet.cell(3, place).value, sheet.cell(FIRST, place).value = "Deputy", "Bob"
    at(sheet, FIRST, "Due").value = dt.date(2027, 6, 18)


def headings_again(opened: Any) -> None:
    """The headings once more above the third action, as for printing."""
    sheet = opened["Actions"]
    as_people_do(opened)
    sheet.insert_rows(FIRST + 2)
    for cell in sheet[3]:
        sheet.cell(FIRST + 2, cell.column).value = cell.value


def shown_numbers(opened: Any) -> None:
    """Numbers that say more as they are shown: a share, money, a time, and a day with one."""
    sheet = opened["Actions"]
    for row, heading, value, form in (
        (FIRST, "How we will know", 0.9, "0%"),
        (FIRST, "Update", dt.time(14, 30), "hh:mm"),
        (FIRST + 1, "How we will know", 0.125, "0.0%"),
        (FIRST + 1, "Update", 1234.5, "[$£-809]#,##0.00"),
        (FIRST + 2, "Update", dt.datetime.fromisoformat("2027-05-01 09:30"), "yyyy-mm-dd hh:mm"),
    ):
        cell = at(sheet, row, heading)
        cell.value, cell.number_format = value, form


def copied_sheet(opened: Any) -> None:
    """The sheet a second time, with the same changes."""
    as_people_do(opened)
    again = opened.copy_worksheet(opened["Actions"])
    again.title = "For the board"


def comments(opened: Any) -> None:
    """Words beside cells, and none in them."""
    at(opened["Actions"], FIRST, "Owner").comment = Comment("Ann could do this", "Tom")
    opened["About"]["A1"].comment = Comment("Is this still so?", "Tom")


def no_keys(opened: Any) -> None:
    """Changes in a sheet whose last column somebody deleted, as it looked of no use."""
    as_people_do(opened)
    sheet = opened["Actions"]
    sheet.delete_cols(at(sheet, 3, "Key").column)


def lines_in_cells(opened: Any) -> None:
    """What was pasted from a letter, with line ends of several kinds."""
    typed("Actions", [(FIRST, "Owner", "Ann\nBob"), (FIRST + 1, "Update", "One.\nTwo."),
                      (FIRST + 2, "How we will know", "First\r\nSecond")])(opened)  # fmt: skip


def days_as_text(opened: Any) -> None:
    """Three ways of one day, each as text."""
    typed("Actions", [(FIRST, "Due", "18/06/2027"), (FIRST + 1, "Due", "18 Jun 27"),
                      (FIRST + 2, "Due", "Friday 18th June 2027")])(opened)  # fmt: skip


def hidden(opened: Any) -> None:
    """A change in a column and one in a sheet that are hidden."""
    sheet = opened["Actions"]
    sheet.column_dimensions[at(sheet, 3, "Owner").column_letter].hidden = True
    at(sheet, FIRST, "Owner").value = "Ann"
    opened["Requests"].sheet_state = "hidden"
    at(opened["Requests"], FIRST, "How it stands").value = "Answered"


def loud_headings(opened: Any) -> None:
    """Headings in capitals, with a colon or a star."""
    at(opened["Actions"], FIRST, "Owner").value = "Ann"
    for number, cell in enumerate(opened["Actions"][3]):
        cell.value = f"{cell.value.upper()}{(':', ' *')[number % 2]}"


def blank_rows(opened: Any) -> None:
    """Room between the actions, a line to sign on, and a change below."""
    sheet = opened["Actions"]
    sheet.insert_rows(FIRST + 1, 3)
    at(sheet, FIRST + 4, "Owner").value = "Ann"
    at(sheet, FIRST + 12, "Owner").value = "Signed: A. Manager"


def row_copied(opened: Any) -> None:
    """An action in two rows, as it is to be done in two parts."""
    sheet = opened["Actions"]
    sheet.insert_rows(FIRST + 1)
    for cell in sheet[FIRST]:
        sheet.cell(FIRST + 1, cell.column).value = cell.value
    at(sheet, FIRST + 1, "Owner").value = "Bob"
