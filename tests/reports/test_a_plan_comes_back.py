"""A table of actions goes out as Excel, is changed there, and comes back into the plan."""

from __future__ import annotations

import datetime as dt
import zipfile
from io import BytesIO

import openpyxl
import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.exchange.row_marks import read_mark
from nttp_readiness.domain.exchange.sheet_memory import HIDDEN_SHEET
from nttp_readiness.errors import DocumentError
from nttp_readiness.presentation.screens.sheet_import_words import returned_lines
from nttp_readiness.reports import forms, unpacking
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.reports.sheets.returned_sheet import read_returned_sheet
from tests.presentation import report_texts
from tests.reports.sheets_that_come_back import back

TODAY = dt.date(2027, 3, 12)
FIRST, SECOND = 4, 5
"""Rows of the first two actions."""


@pytest.fixture(scope="module")
def sample():
    return edits.change_action(
        report_texts.sample(), "WEL-2/first",
        notes="first\nsecond\n\n _x0041_ \u200d❤\ufe0f\ufffe =1+1", measure="  two  spaces ",
    )  # fmt: skip


@pytest.fixture(scope="module")
def sent(sample):
    return forms.make(ExportRequest(sample, "actions", ".xlsx", today=TODAY))


def column(sheet, title):
    return next(cell.column for cell in sheet[3] if cell.value == title)


def changed(sent, *cells, name="Actions", rows=(), alone=False):
    """The file after somebody typed into cells (row, heading, value) and moved things about."""
    book = openpyxl.load_workbook(BytesIO(sent))
    for other in book.sheetnames if alone else ():
        if other != name:
            del book[other]
    sheet = book[name]
    for row, title, value in cells:
        sheet.cell(row, column(sheet, title)).value = value
    for change in rows:
        change(sheet)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def said(taken):
    return [(each.field, each.before, each.after) for each in taken.changes]


def test_a_sheet_that_nobody_changed_changes_nothing(sample, sent):
    for data in (sent, changed(sent)):
        taken = back(sample, data)
        assert taken.assessment is sample
        assert (taken.changes, taken.left, taken.missing) == ((), (), 0)


def test_owner_dates_status_measure_and_notes_come_back(sample, sent):
    data = changed(
        sent,
        (FIRST, "Owner", "Aonghas Mòr, Team Lead"),
        (FIRST, "Due", dt.date(2027, 6, 1)),
        (FIRST, "Review date", "2 July 2027"),
        (FIRST, "Status", "done"),
        (FIRST, "How we will know", "Nine of ten say so."),
        (FIRST, "Notes", "one\ntwo"),
    )
    taken = back(sample, data)
    action = taken.assessment.actions["WEL-2/first"]
    assert action.owner == "Aonghas Mòr, Team Lead"
    assert (action.due, action.review) == (dt.date(2027, 6, 1), dt.date(2027, 7, 2))
    assert (action.status, action.measure, action.notes) == (
        "done", "Nine of ten say so.", "one\ntwo",
    )  # fmt: skip
    assert len(taken.changes) == 6
    first, second, *_ = returned_lines(taken)
    assert first == "6 changes were taken."
    assert second.endswith(
        ": “Owner” was “Sìne Nic a’ Ghobhainn, Operations Manager”,"
        " is now “Aonghas Mòr, Team Lead”."
    )


def test_nothing_else_of_the_document_changes(sample, sent):
    taken = back(sample, changed(sent, (FIRST, "Owner", "Ann")))
    before, after = sample.model_dump(), taken.assessment.model_dump()
    assert before["actions"].pop("WEL-2/first") != after["actions"].pop("WEL-2/first")
    assert before == after


def test_emptied_cells_empty_the_plan_but_for_a_status(sample, sent):
    data = changed(sent, (FIRST, "Owner", None), (FIRST, "Due", None), (FIRST, "Status", None))
    taken = back(sample, data)
    action = taken.assessment.actions["WEL-2/first"]
    assert (action.owner, action.due, action.status) == ("", None, "in_progress")
    assert [(each.reason, each.column) for each in taken.left] == [("no_status", "Status")]


def test_rows_can_be_sorted_and_columns_moved(sample, sent):
    def upside_down(sheet):
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
        for number, row in enumerate(reversed(rows), 4):
            for place, value in enumerate(row, 1):
                sheet.cell(number, place).value = value

    def sideways(sheet):
        for row in sheet.iter_rows(min_row=3):
            values = [cell.value for cell in row]
            for cell, value in zip(row, reversed(values), strict=True):
                cell.value = value

    data = changed(sent, (FIRST, "Owner", "Ann"), rows=(upside_down, sideways))
    assert said(back(sample, data)) == [
        ("owner", "Sìne Nic a’ Ghobhainn, Operations Manager", "Ann")
    ]


def test_a_suggestion_that_is_changed_becomes_part_of_the_plan(sample, sent):
    book = openpyxl.load_workbook(BytesIO(sent))
    row = next(r for r in range(4, 99) if book["Actions"].cell(r, 2).value == "Later, suggested")
    taken = back(sample, changed(sent, (row, "Owner", "Ann"), (row, "Status", "In progress")))
    (new,) = taken.assessment.actions.keys() - sample.actions.keys()
    assert taken.assessment.actions[new].owner == "Ann"
    assert taken.assessment.actions[new].status == "in_progress"


def test_what_changed_on_both_sides_is_kept_and_named(sample, sent):
    later = edits.change_action(sample, "WEL-2/first", owner="Somebody new")
    taken = back(later, changed(sent, (FIRST, "Owner", "Ann"), (SECOND, "Owner", "Bob")))
    assert taken.assessment.actions["WEL-2/first"].owner == "Somebody new"
    assert [each.after for each in taken.changes] == ["Bob"]
    assert [(each.row, each.reason) for each in taken.left] == [(FIRST, "both")]


def test_what_only_moved_on_in_the_plan_is_not_taken_back(sample, sent):
    later = edits.change_action(sample, "WEL-2/first", owner="Somebody new")
    taken = back(later, sent)
    assert (taken.assessment, taken.changes, taken.left) == (later, (), ())


def test_formulas_are_never_taken(sample, sent):
    data = changed(
        sent, (FIRST, "Owner", '=HYPERLINK("https://a.example")'), (FIRST, "Notes", "=1")
    )
    taken = back(sample, data)
    assert taken.assessment is sample
    assert {each.reason for each in taken.left} == {"formula"}


@pytest.mark.parametrize("value", ["03/04/2027", "soon", "31 June 2027", 7, "2027-13-01", True])
def test_a_day_that_is_not_clear_is_not_guessed(sample, sent, value):
    taken = back(sample, changed(sent, (FIRST, "Due", value)))
    assert taken.assessment is sample
    assert [each.reason for each in taken.left] == ["no_date"]


@pytest.mark.parametrize("value", ["2027-06-01", "1 June 2027", "1 jun 2027", dt.date(2027, 6, 1)])
def test_a_clear_day_is_taken(sample, sent, value):
    taken = back(sample, changed(sent, (FIRST, "Due", value)))
    assert taken.assessment.actions["WEL-2/first"].due == dt.date(2027, 6, 1)


def test_unknown_and_double_rows_are_named_and_left(sample, sent):
    def add(sheet):
        last = sheet.max_row
        sheet.cell(last + 1, column(sheet, "Owner")).value = "Somebody"
        mark = sheet.cell(FIRST, sheet.max_column).value
        key = read_mark(mark).key
        sheet.cell(last + 2, sheet.max_column).value = mark.replace(key, "0123456789ab")
        for place in range(1, sheet.max_column + 1):
            sheet.cell(last + 3, place).value = sheet.cell(FIRST, place).value
        sheet.cell(last + 3, column(sheet, "Owner")).value = "Ann"

    taken = back(sample, changed(sent, rows=(add,)))
    assert taken.assessment is sample
    assert sorted(each.reason for each in taken.left) == ["no_title", "twice", "twice", "unknown"]
    assert any("Somebody" in line for line in returned_lines(taken))


def test_a_new_row_becomes_an_action_and_the_same_sheet_makes_no_second_one(sample, sent):
    def add(sheet):
        last = sheet.max_row + 1
        sheet.cell(last, column(sheet, "Action")).value = "A new idea"
        sheet.cell(last, column(sheet, "Owner")).value = "Ann"
        sheet.cell(last, column(sheet, "Due")).value = "1 June 2027"
        sheet.cell(last, column(sheet, "When")).value = "Next"
        sheet.cell(last, column(sheet, "Status")).value = "soon"

    data = changed(sent, rows=(add,))
    taken = back(sample, data)
    (new,) = taken.assessment.actions.keys() - sample.actions.keys()
    action = taken.assessment.actions[new]
    assert (action.title, action.owner, action.horizon) == ("A new idea", "Ann", "next")
    assert action.due == dt.date(2027, 6, 1)
    assert [each.reason for each in taken.left] == ["no_status"]
    again = back(taken.assessment, data)
    assert again.assessment is taken.assessment
    assert [each.reason for each in again.left] == ["same_title"]


def test_changes_in_other_columns_are_named_and_left(sample, sent):
    taken = back(sample, changed(sent, (FIRST, "Action", "Another title"), (FIRST, "Why now", "x")))
    assert taken.assessment is sample
    assert [each.reason for each in taken.left] == ["not_taken", "not_taken"]


def test_a_row_that_was_deleted_stays_in_the_plan(sample, sent):
    taken = back(sample, changed(sent, rows=(lambda sheet: sheet.delete_rows(FIRST),)))
    assert taken.assessment is sample
    assert taken.missing == 1
    assert "It stays in the plan." in returned_lines(taken)[-1]


def test_what_is_too_long_for_the_plan_is_not_taken(sample, sent):
    taken = back(sample, changed(sent, (FIRST, "Owner", "x" * 301), (FIRST, "Notes", "short")))
    assert [each.reason for each in taken.left] == ["too_long"]
    assert [each.field for each in taken.changes] == ["notes"]


def test_roles_never_take_the_place_of_names_that_were_left_out(sample):
    data = forms.make(
        ExportRequest(sample, "actions", ".xlsx", today=TODAY, without=frozenset({"names"}))
    )
    assert back(sample, data).changes == ()
    taken = back(sample, changed(data, (FIRST, "Owner", "Ann"), (FIRST, "Status", "Done")))
    assert [each.field for each in taken.changes] == ["status"]
    assert [each.reason for each in taken.left] == ["no_names"]
    (line,) = [each for each in returned_lines(taken) if "names were left out" in each]
    assert "also changed in the plan" not in line
    moved = edits.change_action(sample, "WEL-2/first", owner="Mòrag, Manager")
    other = back(moved, changed(data, (FIRST, "Owner", "Ann")))
    assert [each.reason for each in other.left] == ["both"]


def test_a_note_too_long_for_a_cell_is_never_cut_by_coming_back(sample):
    long = edits.change_action(sample, "WEL-2/first", notes="word " * 11_000)
    data = forms.make(ExportRequest(long, "actions", ".xlsx", today=TODAY))
    assert back(long, changed(data)).changes == ()
    taken = back(long, changed(data, (FIRST, "Notes", "short")))
    assert taken.assessment.actions["WEL-2/first"].notes == long.actions["WEL-2/first"].notes


def test_the_sheet_of_another_assessment_is_refused(sample, sent):
    other = edits.new_assessment(sample.bank, "Another", today=TODAY)
    with pytest.raises(DocumentError, match="belongs to another assessment"):
        back(other, sent)


def test_a_sheet_without_keys_or_headings_is_refused(sample, sent):
    book = openpyxl.load_workbook(BytesIO(sent))
    del book[HIDDEN_SHEET]
    out = BytesIO()
    book.save(out)
    assert {each.reason for each in back(sample, out.getvalue()).left} == {"unknown_sheet"}, (
        "rows carry what brings them back; of the others nobody knows what was sent"
    )

    def without_key(sheet):
        sheet.delete_cols(sheet.max_column)

    with pytest.raises(DocumentError, match="has lost what the program needs"):
        back(sample, changed(sent, rows=(without_key,), name="Actions", alone=True))
    without_heads = changed(sent, rows=(lambda sheet: sheet.delete_rows(3),))
    assert [each.reason for each in back(sample, without_heads).left] == ["no_headings"]
    with pytest.raises(DocumentError, match="headings"):
        back(sample, changed(sent, rows=(lambda sheet: sheet.delete_rows(3),), alone=True))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04rubbish", b"x" * 1000, b"\x00" * 64])
def test_files_that_are_no_spreadsheet_are_refused_in_plain_words(data):
    with pytest.raises(DocumentError, match="not a spreadsheet that can be read"):
        read_returned_sheet(data)


def test_a_broken_part_is_refused_in_plain_words(sent):
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(sent)) as parts, zipfile.ZipFile(out, "w") as broken:
        for name in parts.namelist():
            broken.writestr(name, b"<" if "sheet1" in name else parts.read(name))
    with pytest.raises(DocumentError, match="not a spreadsheet that can be read"):
        read_returned_sheet(out.getvalue())


def test_a_file_that_unpacks_to_too_much_is_not_unpacked(sent, monkeypatch):
    monkeypatch.setattr(unpacking, "UNPACKED_LIMIT", 10_000)
    with pytest.raises(DocumentError, match="too large to be a table of actions"):
        read_returned_sheet(sent)


def test_a_sheet_of_too_many_rows_is_refused(sent):
    def fill(sheet):
        sheet.cell(6_000, 1).value = "x"

    with pytest.raises(DocumentError, match="too large to be a table of actions"):
        read_returned_sheet(changed(sent, rows=(fill,)))
