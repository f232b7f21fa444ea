"""Trackers that were saved by LibreOffice, Excel, Google Sheets and others come back whole, or what
is not taken is named cell by cell.

What LibreOffice saved lies in `data/returned` (`save_with_libreoffice` made it). The others are
written here part by part, as those programs write them.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
from io import BytesIO, StringIO
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import pytest

from nttp_readiness.errors import DocumentError
from nttp_readiness.presentation.screens.sheet_import_words import returned_lines
from tests.reports import hands_that_edit as hands
from tests.reports import plan_sent_out as sent
from tests.reports.plan_sent_out import (
    DOOR,
    FIRST,
    LIST,
    PAGE,
    ROTA,
    as_people_do,
    at,
    edited,
    typed,
)
from tests.reports.save_with_libreoffice import RETURNED
from tests.reports.sheets_that_come_back import back


@pytest.fixture(scope="module")
def plan():
    return sent.plan()


def saved(name):
    return (RETURNED / name).read_bytes()


def reasons(came):
    """What is left: why, and where."""
    return [(each.reason, each.cell or each.column or each.sheet) for each in came.left]


def has_what_people_do(plan, came, *, requests=True):
    """Every change that `as_people_do` made is in the plan now, and no other."""
    after = came.assessment
    page, door, rota = (after.actions[key] for key in (PAGE, DOOR, ROTA))
    assert (page.owner, page.due) == ("Ann, Team Lead", dt.date(2027, 6, 18))
    assert door.status == "done"
    assert rota.notes == "Update of 12 March 2027: Half the shifts have it"
    (new,) = after.actions.keys() - plan.actions.keys()
    assert (after.actions[new].title, after.actions[new].owner) == ("Ask the night shift", "Mòrag")
    assert len(came.proposals) == (7 if requests else 5)
    if requests:
        (ask,) = after.asks
        assert (ask.status, ask.answer) == ("answered", "Yes, from May")
    assert after.actions[LIST] == plan.actions[LIST]


# ---- as it was sent


@pytest.mark.parametrize(
    "data",
    [sent.excel(), sent.excel(owners_apart=True), sent.open_document(), sent.table(),
     saved("untouched.ods"), saved("opened-as-ods.xlsx"), saved("from-csv.ods"),
     saved("by-owner.ods")],
    ids=["excel", "by owner", "ods", "csv", "ods by LibreOffice", "xlsx by LibreOffice",
         "csv that became ods", "by owner by LibreOffice"],
)  # fmt: skip
def test_what_nobody_edited_changes_nothing_and_nothing_is_named(plan, data):
    came = back(plan, data)
    assert (came.proposals, came.left, came.missing) == ((), (), 0)
    assert came.assessment is plan


# ---- saved by LibreOffice


@pytest.mark.parametrize("name", ["edited.xlsx", "edited.ods", "filtered.xlsx"])
def test_what_libreoffice_saved_comes_back_whole(plan, name):
    came = back(plan, saved(name))
    has_what_people_do(plan, came)
    assert came.left == ()


@pytest.mark.parametrize("name", ["comma-utf8.csv", "semicolon-windows.csv", "tab-utf16.csv"])
def test_one_sheet_saved_as_csv_comes_back_whole(plan, name):
    """In each separator and character set; letters that one of them lost are no change."""
    came = back(plan, saved(name))
    has_what_people_do(plan, came, requests=False)
    assert came.left == ()


@pytest.mark.parametrize("name", ["merged.ods", "merged.xlsx"])
def test_a_merged_cell_empties_nothing(plan, name):
    """Two owners below it used to be emptied without a word."""
    came = back(plan, saved(name))
    assert came.assessment.actions[PAGE].owner == "All three: Joint Owner"
    assert came.assessment.actions[DOOR].owner == "Tom Reid"
    assert came.assessment.actions[ROTA].owner == plan.actions[ROTA].owner
    assert reasons(came) == [("merged", "B5"), ("merged", "B6")]


@pytest.mark.parametrize("name", ["formulas.ods", "formulas.xlsx"])
def test_formulas_and_their_errors_are_named(plan, name):
    came = back(plan, saved(name))
    assert came.assessment is plan
    assert reasons(came) == [("formula", "B4"), ("formula", "C4")]


def test_there_are_twenty_of_them_at_least():
    """Each is read by a test, here or of what strangers do; none lies there for nothing."""
    names = {each.name for each in RETURNED.iterdir()}
    assert len(names) >= 35
    beside = Path(__file__).with_name("test_what_strangers_do_to_a_sheet.py")
    source = Path(__file__).read_text("utf-8") + beside.read_text("utf-8")
    assert [name for name in sorted(names) if f'"{name}"' not in source] == []


@pytest.mark.parametrize("name", ["renamed-heading.ods", "renamed-heading.xlsx"])
def test_a_heading_that_was_renamed_there_is_known_by_what_stands_below(plan, name):
    came = back(plan, saved(name))
    assert [(each.field, each.after) for each in came.changes] == [("owner", "Ann")]
    assert reasons(came) == [("renamed", "Owner")]


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("no-column.ods", [("no_column", "Owner")]),
        ("own-column.ods", [("extra_column", "T5")]),
        ("elsewhere.ods", [("above", "A1"), ("other_sheet", "B2"),
                           ("unknown_sheet", "Notes of Tom")]),
        ("no-days.ods", [("no_date", "C4"), ("no_date", "C5"), ("no_date", "C6"),
                         ("no_status", "D4")]),
        ("no-days.xlsx", [("no_date", "C4"), ("no_date", "C5"), ("no_date", "C6"),
                          ("no_status", "D4")]),
    ],
)  # fmt: skip
def test_what_libreoffice_saved_and_is_not_taken_is_named_cell_by_cell(plan, name, named):
    came = back(plan, saved(name))
    assert came.assessment is plan
    assert sorted(reasons(came)) == named


def test_rows_in_another_order_and_a_sheet_of_another_name_come_back(plan):
    came = back(plan, saved("other-order.ods"))
    assert [(each.item, each.after) for each in came.changes] == [(PAGE, "Ann")]
    assert came.left == ()
    came = back(plan, saved("renamed-sheet.ods"))
    has_what_people_do(plan, came)
    assert came.left == ()


def test_what_was_taken_out_and_what_was_added_there_comes_back(plan):
    came = back(plan, saved("emptied.ods"))
    assert [(each.field, each.after) for each in came.changes] == [("owner", ""), ("due", None)]
    came = back(plan, saved("new-request.ods"))
    assert came.assessment.asks[-1].who == "The union"
    assert came.left == ()


def test_one_owners_sheet_and_a_table_in_text_come_back(plan):
    came = back(plan, saved("in-his-sheet.ods"))
    assert [(each.item, each.after) for each in came.changes] == [(ROTA, "done")]
    came = back(plan, saved("csv-again.csv"))
    assert {(each.item, each.field) for each in came.changes} == {(DOOR, "owner"), (ROTA, "owner")}
    assert came.assessment.actions[DOOR].owner == "Ann"
    assert came.left == ()


# ---- as Excel and Google Sheets write them


CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{}</Types>'
)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def written(data, *, shared=False, rich=False, epoch=dt.date(1899, 12, 30), merges=(), iso=False):
    """The sheet *Actions* as bare parts: no styles, no tables, no hidden sheet, days as serials;
    texts in the cells, or shared, or in runs of their own. What is merged stays so.
    """
    sheet = openpyxl.load_workbook(BytesIO(data))["Actions"]
    merges = [*merges, *(str(each) for each in sheet.merged_cells.ranges)]
    rows = [[cell.value for cell in row] for row in sheet]
    strings, lines = [], []
    for number, row in enumerate(rows, 1):
        cells = []
        for place, value in enumerate(row):
            if value is None:
                continue
            name = f"{chr(65 + place)}{number}"
            if isinstance(value, dt.date):
                day = value.date() if isinstance(value, dt.datetime) else value
                if iso:
                    cells.append(f'<c r="{name}" t="d"><v>{day.isoformat()}</v></c>')
                else:
                    cells.append(f'<c r="{name}"><v>{(day - epoch).days}</v></c>')
            elif isinstance(value, str) and value.startswith(("=CONC", "=1/0")):
                kept = "<v>Ann</v>" if value.startswith("=C") else "<v>#DIV/0!</v>"
                kind = "str" if value.startswith("=C") else "e"
                cells.append(f'<c r="{name}" t="{kind}"><f>{escape(value[1:])}</f>{kept}</c>')
            elif isinstance(value, int):
                cells.append(f'<c r="{name}"><v>{value}</v></c>')
            elif shared:
                strings.append(value)
                cells.append(f'<c r="{name}" t="s"><v>{len(strings) - 1}</v></c>')
            else:
                cells.append(f'<c r="{name}" t="inlineStr"><is>{text(value, rich)}</is></c>')
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    merged = "".join(f'<mergeCell ref="{each}"/>' for each in merges)
    merged = f"<mergeCells>{merged}</mergeCells>" if merged else ""
    date1904 = '<workbookPr date1904="1"/>' if epoch.year == 1904 else ""
    parts = {
        "[Content_Types].xml": CONTENT_TYPES.format("".join(
            f'<Override PartName="/xl/{part}.xml" ContentType="application/vnd.openxmlformats-'
            f'officedocument.spreadsheetml.{kind}+xml"/>'
            for part, kind in (("worksheets/sheet1", "worksheet"),
                               ("sharedStrings", "sharedStrings"))
        )),
        "_rels/.rels": relations((f"{RELATION}/officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATION}">{date1904}<sheets>'
                           '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            (f"{RELATION}/worksheet", "worksheets/sheet1.xml"),
            (f"{RELATION}/sharedStrings", "sharedStrings.xml"),
        ),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}'
                                    f"</sheetData>{merged}</worksheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">'
                                + "".join(f"<si>{text(each, rich)}</si>" for each in strings)
                                + "</sst>",
    }  # fmt: skip
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, part in parts.items():
            packed.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{part}')
    return out.getvalue()


def text(value, rich):
    if rich and len(value) > 3:
        halves = (value[:3], value[3:])
        runs = (f'<t xml:space="preserve">{escape(each)}</t>' for each in halves)
        return "".join(f"<r>{run}</r>" for run in runs)
    return f'<t xml:space="preserve">{escape(value)}</t>'


def relations(*pairs):
    found = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(pairs, 1)
    )
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{found}</Relationships>"
    )


LOOKS = pytest.mark.parametrize(
    "looks",
    [{}, {"shared": True}, {"rich": True}, {"shared": True, "rich": True},
     {"epoch": dt.date(1904, 1, 1)}, {"shared": True, "iso": True}],
    ids=["inline", "shared", "runs in cells", "shared runs", "days from 1904", "days in words"],
)  # fmt: skip


@LOOKS
@pytest.mark.parametrize(
    ("hand", "changes", "named"),
    [
        (hands.merged, {"owner"}, [("merged", "B5"), ("merged", "B6")]),
        (hands.worked_out, set(), [("formula", "B4"), ("formula", "C4")]),
        (hands.renamed_heading, {"owner"}, [("renamed", "Owner")]),
        (hands.no_column, set(), [("no_column", "Owner")]),
        (hands.own_column, set(), [("extra_column", "T5")]),
        (hands.no_days, set(), [("no_date", "C4"), ("no_date", "C5"), ("no_date", "C6"),
                                ("no_status", "D4")]),
        (hands.other_order, {"owner"}, []),
        (hands.emptied, {"owner", "due"}, []),
    ],
    ids=["merged", "formulas", "renamed", "no column", "own column", "no days", "order", "emptied"],
)  # fmt: skip
def test_each_edit_in_each_way_of_writing_is_taken_or_named(plan, looks, hand, changes, named):
    """Excel shares its texts, Google Sheets sets them in the cells; days count, or are words."""
    came = back(plan, written(edited(sent.excel(), hand), **looks))
    assert {each.field for each in came.changes} == changes
    assert sorted(reasons(came)) == named
    touched = {key for key, each in came.assessment.actions.items() if each != plan.actions[key]}
    assert touched <= {PAGE, DOOR, ROTA}


@LOOKS
def test_bare_parts_without_styles_come_back_whole(plan, looks):
    """A day is a number there, and the sheet has another name and stands alone."""
    came = back(plan, written(edited(sent.excel(), as_people_do), **looks))
    has_what_people_do(plan, came, requests=False)
    assert came.left == ()
    assert back(plan, written(sent.excel(), **looks)).assessment is plan


def test_excel_itself_with_its_table_comes_back_whole(plan):
    came = back(plan, edited(sent.excel(), as_people_do))
    has_what_people_do(plan, came)
    assert came.left == ()


def test_merged_parts_are_seen_where_a_file_is_read_row_by_row(plan):
    data = written(sent.excel(), merges=["B4:B6", "A1:L1"])
    came = back(plan, data)
    assert came.assessment is plan
    assert reasons(came) == [("merged", "B5"), ("merged", "B6")]
    emptied = edited(sent.excel(), typed("Actions", [(5, "Owner", None), (6, "Owner", None)]))
    came = back(plan, written(emptied, merges=["B4:B6"]))
    assert came.assessment is plan
    assert reasons(came) == [("merged", "B5"), ("merged", "B6")]


def test_merged_cells_beyond_any_sheet_take_no_time(plan):
    data = written(sent.excel(), merges=["A20:XFD1048576"])
    assert back(plan, data).assessment is plan


def test_an_action_in_the_sheets_of_two_owners_is_taken_once(plan):
    data = sent.excel(owners_apart=True)
    one = edited(data, typed("Tom Reid", [(5, "Status", "Done")]))
    assert back(plan, one).assessment.actions[ROTA].status == "done"
    same = edited(one, typed("Sìne Mòr", [(5, "Status", "done")]))
    assert len(back(plan, same).proposals) == 1
    differ = edited(one, typed("Sìne Mòr", [(5, "Status", "Paused")]))
    came = back(plan, differ)
    assert [(each.reason, each.sheet) for each in came.left] == [
        ("twice", "Sìne Mòr"), ("twice", "Tom Reid"),
    ]  # fmt: skip
    assert came.assessment is plan


def test_a_renamed_heading_is_known_by_what_stands_below_and_that_is_said(plan):
    def rename(opened):
        at(opened["Actions"], 3, "Owner").value = "Lead"

    hands = (typed("Actions", [(FIRST, "Owner", "Ann")]), rename)
    came = back(plan, edited(sent.excel(), *hands))
    assert came.assessment.actions[PAGE].owner == "Ann"
    assert reasons(came) == [("renamed", "Owner")]
    assert "The column “Lead” was read as “Owner”, because it has what was there before." in (
        returned_lines(came)
    )


def test_a_missing_column_is_named(plan):
    def remove(opened):
        opened["Actions"].delete_cols(at(opened["Actions"], 3, "Owner").column)

    came = back(plan, edited(sent.excel(), remove))
    assert came.assessment is plan
    assert reasons(came) == [("no_column", "Owner")]


def test_a_renamed_column_that_holds_something_else_is_named_cell_by_cell(plan):
    def other(opened):
        sheet = opened["Actions"]
        for row, value in ((3, "Lead"), (4, "Ann"), (5, "Bob"), (6, "Cat")):
            sheet.cell(row, 2).value = value

    came = back(plan, edited(sent.excel(), other))
    assert came.assessment is plan
    assert reasons(came) == [
        ("no_column", "Owner"), ("extra_column", "B4"), ("extra_column", "B5"),
        ("extra_column", "B6"),
    ]  # fmt: skip
    (line,) = (line for line in returned_lines(came) if "Lead" in line)
    assert "B4 “Ann”, B5 “Bob” and B6 “Cat”" in line


def test_a_column_of_peoples_own_is_named(plan):
    def add(opened):
        sheet = opened["Actions"]
        sheet.cell(3, 20).value = "Comments"
        sheet.cell(5, 20).value = "Ask Tom"

    came = back(plan, edited(sent.excel(), add))
    assert came.assessment is plan
    assert reasons(came) == [("extra_column", "T5")]


def test_what_changed_in_other_sheets_is_named_cell_by_cell(plan):
    def elsewhere(opened):
        opened["About"]["B2"] = "Another name"
        opened["Actions"]["A1"] = "Our list"
        opened.create_sheet("Notes of Tom")["A1"] = "hello"

    came = back(plan, edited(sent.excel(), elsewhere))
    assert came.assessment is plan
    assert sorted(reasons(came)) == [
        ("above", "A1"), ("other_sheet", "B2"), ("unknown_sheet", "Notes of Tom"),
    ]  # fmt: skip
    assert any("B2 “Another name”" in line for line in returned_lines(came))


def test_a_sheet_that_was_renamed_comes_back(plan):
    def rename(opened):
        as_people_do(opened)
        opened["Actions"].title = "Tracker May"

    came = back(plan, edited(sent.excel(), rename))
    has_what_people_do(plan, came)


def test_rows_copied_into_a_file_of_ones_own_come_back(plan):
    mine = openpyxl.Workbook()
    sheet = mine.active
    source = openpyxl.load_workbook(BytesIO(sent.excel()))["Actions"]
    for row in source.iter_rows(min_row=3, values_only=True):
        sheet.append(row)
    sheet.insert_rows(1, 30)
    sheet["B32"] = "Ann"
    out = BytesIO()
    mine.save(out)
    came = back(plan, out.getvalue())
    assert [(each.field, each.after) for each in came.changes] == [("owner", "Ann")]


def test_words_that_are_no_status_and_days_that_are_not_clear_are_named(plan):
    cells = [(4, "Status", "nearly"), (4, "Due", "03/04/2027"), (5, "Due", "soon"),
             (6, "Due", "31 June 2027"), (5, "Status", True)]  # fmt: skip
    came = back(plan, edited(sent.excel(), typed("Actions", cells)))
    assert came.assessment is plan
    assert sorted(reasons(came)) == [
        ("no_date", "C4"), ("no_date", "C5"), ("no_date", "C6"), ("no_status", "D4"),
        ("no_status", "D5"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "status"),
    [("in-progress", "in_progress"), ("IN  PROGRESS", "in_progress"), ("Completed", "done"),
     ("Done!", "done"), ("On hold", "paused"), ("started", "in_progress"),
     ("to do", "not_started")],
)  # fmt: skip
def test_other_words_for_a_status_are_understood(plan, word, status):
    data = edited(sent.excel(), typed("Actions", [(5, "Status", word), (4, "Status", word)]))
    assert back(plan, data).assessment.actions[DOOR].status == status


@pytest.mark.parametrize(
    "value",
    ["2027-03-04", "20270304", "4 March 2027", "04 MARCH 2027", "4 March, 2027",
     "4-Mar-2027", "4th March 2027", "Thursday 4 March 2027", "4 Mar 27", "March 4 2027",
     "2027/03/04", "2027-03-04 00:00:00", dt.date(2027, 3, 4)],
)  # fmt: skip
def test_a_day_is_taken_in_every_form_that_means_one_day(plan, value):
    came = back(plan, edited(sent.excel(), typed("Actions", [(5, "Due", value)])))
    assert came.assessment.actions[DOOR].due == dt.date(2027, 3, 4)


@pytest.mark.parametrize("value", ["2207-03-04", "Friday 4 March 2027", "4.3.2027", "12/2027"])
def test_a_day_that_may_be_a_slip_is_named(plan, value):
    came = back(plan, edited(sent.excel(), typed("Actions", [(5, "Due", value)])))
    assert reasons(came) == [("no_date", "C5")]


def test_a_number_in_a_column_of_days_is_the_day_that_it_counts(plan):
    came = back(plan, edited(sent.excel(), typed("Actions", [(5, "Due", 46450)])))
    assert came.assessment.actions[DOOR].due == dt.date(2027, 3, 4)
    far = back(plan, edited(sent.excel(), typed("Actions", [(5, "Due", 2027)])))
    assert reasons(far) == [("no_date", "C5")]


def test_a_row_above_two_actions_that_is_one_merged_title_makes_no_action(plan):
    def head(opened):
        sheet = opened["Actions"]
        sheet.insert_rows(6)
        sheet["A6"] = "Later this year"
        sheet.merge_cells("A6:L6")

    came = back(plan, edited(sent.excel(), head))
    assert came.assessment is plan
    assert [each.reason for each in came.left] == ["merged"]


def test_new_requests_come_back(plan):
    came = back(plan, edited(sent.excel(), hands.new_request))
    (new,) = came.assessment.asks[1:]
    assert (new.who, new.request, new.asker) == ("The union", "A meeting in May", "Ann")
    assert (new.how, new.why) == ("By letter", "Shifts change")


# ---- CSV as programs save it again


def rows_of(data=None):
    return list(csv.reader(StringIO((data or sent.table()).decode("utf-8-sig"))))


def csv_of(rows, separator=",", letters="utf-8", *, first=""):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(rows)
    return (first + out.getvalue()).encode(letters, "replace")


def day_words(rows, form):
    """Days as a spreadsheet writes them back in its own country."""

    def said(cell):
        found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", cell)
        if not found:
            return cell
        return form.format(y=found[1], m=int(found[2]), d=int(found[3]))

    return [[said(cell) for cell in row] for row in rows]


@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_each_separator_and_character_set_comes_back(plan, separator, letters):
    rows = rows_of()
    rows[1][1] = "Ann"
    came = back(plan, csv_of(rows, separator, letters))
    assert [(each.field, each.after) for each in came.changes] == [("owner", "Ann")]
    assert came.left == ()


def test_a_line_that_names_the_separator_is_no_row(plan):
    assert back(plan, csv_of(rows_of(), ";", first="sep=;\r\n")).left == ()


@pytest.mark.parametrize(
    ("form", "new", "meant"),
    [("{d:02}/{m:02}/{y}", "03/04/2027", dt.date(2027, 4, 3)),
     ("{m}/{d}/{y}", "3/4/2027", dt.date(2027, 3, 4)),
     ("{d}.{m}.{y}", "3.4.2027", dt.date(2027, 4, 3))],
    ids=["Britain", "America", "Germany"],
)  # fmt: skip
def test_the_order_of_a_day_is_told_by_days_that_were_sent(plan, form, new, meant):
    rows = day_words(rows_of(), form)
    assert back(plan, csv_of(rows)).assessment is plan, "days that only went through a program"
    rows[2][2] = new
    came = back(plan, csv_of(rows))
    assert [(each.field, each.after) for each in came.changes] == [("due", meant)]


def test_without_a_day_that_was_sent_the_order_is_not_guessed(plan):
    rows = [row for n, row in enumerate(rows_of()) if n in (0, 4)]
    rows[1][2] = "03/04/2027"
    came = back(plan, csv_of(rows))
    assert came.assessment is plan
    assert reasons(came) == [("no_date", "C2")]


def test_requests_in_the_one_table_come_back(plan):
    rows = rows_of()
    heads = rows[0]
    ask = next(row for row in rows if "From others" in row)
    ask[heads.index("Status")], ask[heads.index("Notes")] = "Answered", "Yes"
    came = back(plan, csv_of(rows))
    (request,) = came.assessment.asks
    assert (request.status, request.answer) == ("answered", "Yes")


def test_a_text_that_begins_like_a_formula_is_no_change_and_a_formula_is_named(plan):
    rows = rows_of()
    heads, rota = rows[0], rows[3]
    assert rota[heads.index("How we will know")].startswith("'=")
    rota[heads.index("How we will know")] = "=SUM(A1) is no formula"
    rota[heads.index("Owner")] = "=A1"
    came = back(plan, csv_of(rows))
    assert came.assessment is plan
    assert reasons(came) == [("formula", "B4")]


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old Excel format"),
     (b"{}", "not a spreadsheet"),
     (b"Action,Owner\r\nx,y\r\nz,w\r\n", "has lost what the program needs"),
     (b"Action,\"Owner", "not a spreadsheet")],
)  # fmt: skip
def test_files_that_are_no_table_of_ours_are_told_in_a_sentence(plan, data, said):
    with pytest.raises(DocumentError, match=said):
        back(plan, data)


def test_the_table_of_another_assessment_is_refused(plan):
    other = plan.model_copy(update={"id": "2" * 32})
    for data in (sent.table(), sent.open_document()):
        with pytest.raises(DocumentError, match="another assessment"):
            back(other, data)
