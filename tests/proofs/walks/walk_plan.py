"""Steps through the plan and what is made of it."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import openpyxl

from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from tests.proofs.walks.walk import NO_DATE, Walk
from tests.proofs.walks.walk_desk import LostError


def plan_and_back(walk: Walk) -> None:
    desk = walk.desk
    desk.click("Assessment", "menu")
    desk.click("Plan", "menu")
    walk.wait_title("What we will do")
    first = first_action(walk)
    desk.click(first, "row", times=2)
    walk.wait_title("Action:")
    desk.click("Assessment", "menu")
    desk.click("Plan", "menu")
    desk.wait(lambda: "Action:" not in walk.title(), "the table", 15)


def first_action(walk: Walk) -> str:
    desk = walk.desk
    rows = desk.wait(
        lambda: [each for each in desk.ask("find", name="", kind="row") if len(each["name"]) > 12],
        "an action",
        15,
    )
    return str(rows[0]["name"])


def undo_title(walk: Walk) -> None:
    desk = walk.desk
    first = first_action(walk)
    desk.click(first, "row", times=2)
    walk.wait_title("Action:")
    take_back_a_title(walk)
    desk.click("Back to the table", "button")


def take_back_a_title(walk: Walk) -> None:
    """More words for the title that has the focus, kept and taken back."""
    desk = walk.desk
    assert desk.ask("focus")["text"], f"the title has not the focus: {desk.ask('focus')}"
    desk.keys("End")
    desk.type(" and more")
    desk.keys("Return", "ctrl+z", "ctrl+z")
    desk.wait(
        lambda: not any("and more" in each for each in titles(walk)), "the title of before", 10
    )


def titles(walk: Walk) -> list[str]:
    walk.wait_saved()
    return [each.title for each in walk.held().actions.values()]


def open_due_cell(walk: Walk) -> None:
    """The cell for the date of the first action, as one opens it."""
    desk = walk.desk
    desk.click(first_action(walk), "row")
    desk.keys("Right", "Right", "Right", "F2")
    desk.wait(lambda: desk.ask("focus")["kind"] == "DateEdit", "the field for a date", 10)


def date_in_table(walk: Walk) -> None:
    walk.desk.keys("ctrl+5")
    walk.wait_title("What we will do")
    into_a_due(walk)
    walk.type_anew("10 Sep 2027")
    due_is_held(walk, "2027-09-10")


def into_a_due(walk: Walk) -> None:
    """A field for the date of an action: its cell, or in a narrow window that of the action."""
    desk = walk.desk
    try:
        open_due_cell(walk)
    except LostError:
        desk.keys("Escape")
        desk.click(first_action(walk), "row", times=2)
        walk.wait_title("Action:")
        desk.click("Due", "field")


def due_is_held(walk: Walk, day: str) -> None:
    """The file has an action of that day."""
    walk.wait_saved()
    dues = [str(each.due) for each in walk.held().actions.values()]
    assert day in dues, f"dates: {dues}"


def wrong_date(walk: Walk) -> None:
    walk.desk.keys("ctrl+5")
    walk.wait_title("What we will do")
    into_a_due(walk)
    walk.type_anew(NO_DATE)
    walk.wait_for("Write a date such as", 8)
    no_date_is_there(walk)


def no_date_is_there(walk: Walk) -> None:
    """What cannot be read still stands in its field, where the focus is."""
    focus = walk.desk.ask("focus")
    assert focus["text"] == NO_DATE, f"it went: {focus}"


def wrong_date_and_close(walk: Walk) -> None:
    walk.desk.click("Pause and close", "button")
    walk.no_date_keeps_it_open()
    no_date_is_there(walk)
    walk.type_anew("28 Feb 2028")
    due_is_held(walk, "2028-02-28")


def export(walk: Walk) -> None:
    desk = walk.desk
    desk.click("Assessment", "menu")
    desk.click("Share", "menu")
    walk.wait_title("What do you need?")
    desk.click("Action plan", "button")
    desk.click("Save the PDF", "button")
    pdf_is_made(walk, "plan.pdf")


def pdf_is_made(walk: Walk, name: str) -> None:
    """The dialog takes that name, and a PDF lies there afterwards."""
    made = walk.desk.home / "Documents" / name
    walk.name_file(made)
    walk.desk.wait(lambda: made.exists() and made.read_bytes()[:5] == b"%PDF-", "the PDF", 90)
    walk.wait_for("Saved: ", 20)


def plan_by_keys(walk: Walk) -> None:
    desk = walk.desk
    desk.keys("ctrl+5")
    walk.wait_title("What we will do")
    desk.keys("Down", "Down", "Return")
    walk.wait_title("Action:")
    desk.keys("ctrl+5")
    desk.wait(lambda: "Action:" not in walk.title(), "the table", 15)


def undo_title_by_keys(walk: Walk) -> None:
    walk.desk.keys("Return")
    walk.wait_title("Action:")
    take_back_a_title(walk)


def wrong_date_by_keys(walk: Walk) -> None:
    desk = walk.desk
    desk.tab_to("Due", most=30)
    desk.keys("ctrl+a")
    desk.type(NO_DATE)
    desk.keys("ctrl+q")
    walk.no_date_keeps_it_open()
    no_date_is_there(walk)
    walk.type_anew("1 Sep 2027")
    due_is_held(walk, "2027-09-01")


def export_by_keys(walk: Walk) -> None:
    desk = walk.desk
    desk.keys("ctrl+6")
    walk.wait_title("What do you need?")
    desk.tab_to("Blank questionnaire", most=20)  # the form that was last chosen
    for _ in range(30):
        if walk.focus().startswith("Action plan"):
            break
        desk.keys("Up")
    desk.tab_to("Save the PDF")
    desk.keys("Return")
    pdf_is_made(walk, "keys.pdf")


# ---- by either


def from_a_spreadsheet(walk: Walk) -> None:
    """A tracker that was filled in comes back, and is seen before anything is taken."""
    sheet = walk.desk.home / "Documents" / "back.xlsx"
    walk.choose("Assessment", "Plan")
    walk.wait_title("What we will do")
    walk.wait_saved()
    request = ExportRequest(walk.held(), "tracker", ".xlsx", today=dt.date.today())  # noqa: DTZ011
    book = openpyxl.load_workbook(BytesIO(forms.make(request)))
    page = book["Actions"]
    head = next(row for row in range(1, 12) if page.cell(row, 1).value and page.cell(row, 3).value)
    column = next(cell.column for cell in page[head] if cell.value == "Owner")
    page.cell(head + 1, column).value = "Ann Mackay, lead"
    book.save(sheet)
    walk.choose("File", "Changes from a spreadsheet…")
    walk.name_file(sheet)
    walk.wait_title("Changes from a spreadsheet")
    owners = {each.owner for each in walk.held().actions.values()}
    assert "Ann Mackay, lead" not in owners, "taken before anybody pressed"
    walk.press("Take 1 change")
    walk.wait_held(
        lambda held: "Ann Mackay, lead" in {each.owner for each in held.actions.values()}, "owner"
    )
