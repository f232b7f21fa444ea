"""Edits that nobody asked for: columns put in, headings repeated, sheets copied, comments, amounts.

Each is saved by LibreOffice (in `data/returned`) and read as Excel itself writes it too. It comes
back whole, or what does not is named.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
from io import BytesIO, StringIO

import pytest

from nttp_readiness.presentation.screens.sheet_import_words import returned_lines
from nttp_readiness.reports.sheets.excel_cells import shown_number
from nttp_readiness.typed.dates import read_day
from tests.reports import hands_that_edit as hands
from tests.reports import plan_sent_out as sent
from tests.reports.plan_sent_out import DOOR, FIRST, PAGE, ROTA, at, edited, typed
from tests.reports.save_with_libreoffice import RETURNED
from tests.reports.sheets_that_come_back import back


@pytest.fixture(scope="module")
def plan():
    return sent.plan()


def came_back(plan, hand, *names):
    """What is read of that edit: straight, and of each file that LibreOffice saved of it."""
    files = [edited(sent.excel(), hand), *((RETURNED / name).read_bytes() for name in names)]
    return [back(plan, data) for data in files]


def named(came):
    return [(each.reason, each.cell or each.column or each.sheet) for each in came.left]


def values(came):
    return [(each.item, each.field, each.after) for each in came.changes]


def updates(came):
    return [(each.item, each.text) for each in came.proposals if hasattr(each, "text")]


def test_a_column_put_in_between_moves_nothing(plan):
    for came in came_back(plan, hands.inserted_column, "inserted-column.ods"):
        assert values(came) == [(PAGE, "due", dt.date(2027, 6, 18))]
        assert named(came) == [("extra_column", "C4")]


def test_headings_that_stand_once_more_make_no_action(plan):
    """An action of the name "Action" was made, with the owner "Owner"."""
    for came in came_back(plan, hands.headings_again, "headings-again.xlsx"):
        assert named(came) == []
        new = came.assessment.actions.keys() - plan.actions.keys()
        assert [came.assessment.actions[each].title for each in new] == ["Ask the night shift"]
        assert len(came.proposals) == 7


def test_shares_money_and_times_come_back_as_people_saw_them(plan):
    """90% became 0.9, £1,234.50 became 1234.5, and a time lost itself."""
    for came in came_back(plan, hands.shown_numbers, "shown-numbers.ods", "shown-numbers.xlsx"):
        assert values(came) == [(PAGE, "measure", "90%"), (DOOR, "measure", "12.5%")]
        (page, first), (door, second), (rota, third) = updates(came)
        assert (page, door, rota) == (PAGE, DOOR, ROTA)
        assert first.startswith("14:30")
        assert second == "£1,234.50"
        assert third == "2027-05-01 09:30"
        assert named(came) == []


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [(0.5, "0%", "50%"), (0.333, "0.0%", "33.3%"), (5, "General", ""), (5, None, ""),
     (1234.5, '"£"#,##0.00', "£1,234.50"), (20, "£#,##0", "£20"), (-3, "[$€-407]0", "−€3"),
     (5, '0" % of staff"', ""), (0.2, "0%;[Red]-0%", "20%"), (12, "0.00", "")],
)  # fmt: skip
def test_how_a_number_is_shown(value, form, shown):
    assert shown_number(value, form) == shown


def test_a_sheet_that_was_copied_is_taken_once(plan):
    """An update in both of them was added to the notes twice."""
    for came in came_back(plan, hands.copied_sheet, "copied-sheet.ods"):
        assert len(came.proposals) == 7
        notes = came.assessment.actions[ROTA].notes
        assert notes.count("Half the shifts have it") == 1
        assert {reason for reason, _ in named(came)} == {"same_title"}


def test_different_updates_in_a_sheet_and_its_copy_are_both_kept(plan):
    def hand(opened):
        again = opened.copy_worksheet(opened["Actions"])
        at(opened["Actions"], FIRST, "Update").value = "Goes well"
        at(again, FIRST, "Update").value = "Goes slowly"

    (came,) = came_back(plan, hand)
    assert updates(came) == [(PAGE, "Goes well"), (PAGE, "Goes slowly")]


def test_comments_are_named(plan):
    """They were passed over without a word."""
    for came in came_back(plan, hands.comments, "comments.ods", "comments.xlsx"):
        assert came.assessment is plan
        assert named(came) == [("comment", "B4"), ("comment", "A1")]
        lines = returned_lines(came)
        assert "Comments are not taken. In “Actions”: B4 “Ann could do this”." in lines


def test_a_comment_with_answers_is_named_without_what_other_programs_are_told(plan):
    data = edited(sent.excel(), hands.comments)
    told = (
        "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment;"
        " however, any edits to it will get removed.\n\nComment:\n    Ann could do this"
    )
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as parts, zipfile.ZipFile(out, "w") as made:
        for name in parts.namelist():
            part = parts.read(name)
            made.writestr(name, part.replace(b"Ann could do this", told.encode()))
    assert next(each.text for each in back(plan, out.getvalue()).left) == "Ann could do this"


def test_a_sheet_without_its_keys_is_named_as_that(plan):
    """Every cell of it was listed as a change."""
    for came in came_back(plan, hands.no_keys, "no-keys.ods"):
        assert named(came) == [("no_keys", "Actions")]
        assert [each.table for each in came.changes] == ["requests", "requests"]
        assert any("its last column, “Key”" in line for line in returned_lines(came))


def test_lines_in_a_cell_become_one_line_where_a_field_has_one(plan):
    for came in came_back(plan, hands.lines_in_cells, "lines-in-cells.ods"):
        assert values(came) == [(PAGE, "owner", "Ann, Bob"), (ROTA, "measure", "First\nSecond")]
        assert updates(came) == [(DOOR, "One.\nTwo.")]
        assert named(came) == []


def test_days_typed_as_text_in_three_ways_are_one_day(plan):
    day = read_day("18 June 2027")
    for came in came_back(plan, hands.days_as_text, "days-as-text.ods"):
        assert values(came) == [(each, "due", day) for each in (PAGE, DOOR, ROTA)]
        assert named(came) == []


def test_what_is_hidden_comes_back_too(plan):
    for came in came_back(plan, hands.hidden, "hidden.ods"):
        assert [(each.field, each.after) for each in came.changes] == [
            ("owner", "Ann"), ("status", "answered"),
        ]  # fmt: skip
        assert named(came) == []


def test_headings_in_capitals_with_a_sign_are_known(plan):
    """The whole sheet counted as one without headings."""
    for came in came_back(plan, hands.loud_headings, "loud-headings.xlsx"):
        assert values(came) == [(PAGE, "owner", "Ann")]
        assert named(came) == []


def test_blank_rows_are_none_and_a_line_to_sign_is_named(plan):
    for came in came_back(plan, hands.blank_rows, "blank-rows.ods"):
        assert values(came) == [(DOOR, "owner", "Ann")]
        assert [each.reason for each in came.left] == ["no_title"]


def test_an_action_in_two_rows_is_named_and_left(plan):
    for came in came_back(plan, hands.row_copied, "row-copied.ods"):
        assert came.assessment is plan
        assert [each.reason for each in came.left] == ["twice", "twice"]


def test_a_file_saved_as_strict_open_xml_comes_back(plan):
    """It was refused, with the words that its keys are gone."""
    data = edited(sent.excel(), typed("Actions", [(FIRST, "Owner", "Ann")]))
    usual, strict = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as parts, zipfile.ZipFile(out, "w") as made:
        for name in parts.namelist():
            part = parts.read(name)
            for kind in (b"spreadsheetml", b"officeDocument"):
                part = re.sub(usual + kind + b"/2006/(main|relationships)",
                              strict + kind + rb"/\1", part)  # fmt: skip
            made.writestr(name, part)
    assert values(back(plan, out.getvalue())) == [(PAGE, "owner", "Ann")]


@pytest.mark.parametrize("letters", ["utf-16-be", "utf-32", "utf-16-le", "utf-8-sig"])
def test_a_table_in_any_kind_of_unicode_comes_back(plan, letters):
    rows = list(csv.reader(StringIO(sent.table().decode("utf-8-sig"))))
    rows[1][1] = "Ann"
    out = io.StringIO(newline="")
    csv.writer(out, delimiter="\t").writerows(rows)
    assert values(back(plan, out.getvalue().encode(letters))) == [(PAGE, "owner", "Ann")]


def test_a_table_under_a_title_with_line_ends_of_an_old_mac_comes_back(plan):
    text = sent.table().decode("utf-8-sig").replace("Tom Reid", "Ann").replace("\r\n", "\r")
    came = back(plan, ("Our list of actions\r\r" + text).encode())
    assert {each[:2] for each in values(came)} == {(DOOR, "owner"), (ROTA, "owner")}
    assert came.left == ()


def test_rows_that_libreoffice_saved_are_as_high_as_ours(plan):
    """Heights go through its saving, and no row is made one that does not grow."""
    with zipfile.ZipFile(RETURNED / "edited.xlsx") as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    rows = dict(re.findall(r'<row r="(\d+)"[^>]*? ht="([\d.]+)"', sheet)) or {
        number: height
        for height, number in re.findall(r'<row [^>]*?ht="([\d.]+)"[^>]*? r="(\d+)"', sheet)
    }
    assert float(rows["6"]) >= 28
    assert not re.search(r'customHeight="(1|true)"[^>]*? r="[4-7]"', sheet)
