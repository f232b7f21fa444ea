"""Tables of actions, answers, levels and working, as Excel and CSV read them."""

from __future__ import annotations

import csv
import datetime as dt
import json
import zipfile
from dataclasses import replace
from io import BytesIO, StringIO

import openpyxl
import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.exchange.sheet_memory import HIDDEN_SHEET
from nttp_readiness.domain.scorecard import score
from nttp_readiness.file_format import DATA_VERSION
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.sheets import Book, Sheet, SheetColumn
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.reports.sheets.csv_table import write_csv
from nttp_readiness.reports.sheets.excel import write_excel
from nttp_readiness.reports.sheets.ods import write_ods
from nttp_readiness.reports.sheets.sheet_marks import cell_text
from tests.presentation import report_texts
from tests.reports.file_contents import contents

TODAY = dt.date(2027, 3, 12)
MADE = dt.datetime(2027, 3, 12, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def sample():
    return report_texts.sample()


@pytest.fixture(scope="module")
def book(sample):
    return opened(sample)


def opened(assessment, **options):
    data = forms.make(
        ExportRequest(assessment, "actions", ".xlsx", today=TODAY, **options), invariant=True
    )
    return openpyxl.load_workbook(BytesIO(data))


def rows(sheet):
    """Each row of a sheet's table under its headings."""
    table = next(iter(sheet.tables.values()))
    heads, *found = [[cell.value for cell in row] for row in sheet[table.ref]]
    return [dict(zip(heads, row, strict=True)) for row in found]


def test_every_sheet_is_a_real_table_that_says_what_it_is(book):
    assert book.sheetnames == [
        "Actions", "Requests", "Answers", "Evidence", "Levels", "Working", "About", HIDDEN_SHEET,
    ]  # fmt: skip

    for sheet in book.worksheets[:6]:
        (table,) = sheet.tables.values()
        assert table.headerRowCount == 1
        assert "Our own readiness picture, not an NTTP rating" in sheet["A1"].value
        assert sheet.freeze_panes == "A4"
        assert sheet.print_title_rows == "$3:$3"
    assert book[HIDDEN_SHEET].sheet_state == "hidden"
    assert book.properties.title == "Housing Options, Strathlomond Council: actions"


def test_actions_stand_in_the_order_of_the_plan_with_real_dates(book):
    found = rows(book["Actions"])
    first = found[0]
    assert (first["No."], first["When"]) == (1, "Now")
    assert first["Owner"] == "Sìne Nic a’ Ghobhainn, Operations Manager"
    assert first["Due"].date() == dt.date(2027, 4, 30)
    assert first["Status"] == "In progress"
    assert [each["No."] for each in found][:15] == list(range(1, 16))
    assert {each["When"] for each in found if not each["No."]} == {"Later, suggested"}
    assert len({each["Key"] for each in found}) == len(found)


def test_status_offers_its_five_words_and_dates_must_be_dates(book):
    found = {each.type: each for each in book["Actions"].data_validations.dataValidation}
    assert found["list"].formula1 == '"Not started,In progress,Done,Paused,Dropped"'
    assert "date" in found


def test_the_answers_are_those_of_the_assessment(book, sample):
    found = {each["No."]: each for each in rows(book["Answers"])}
    assert list(found) == [each.id for each in sample.asked]
    for key, row in found.items():
        assert row["Level"] == sample.answer(key).level
    assert found["WEL-1"]["How many it reaches"] == "3 of 5"
    assert found["WEL-1"]["Note"].startswith("Supervision goes ahead every six weeks")


def test_the_levels_are_the_figures_of_the_scorecard_as_they_are_shown(book, sample):
    card = score(sample)
    found = rows(book["Levels"])
    assert [each["Level"] for each in found] == [each.level for each in card.domains]
    assert [each["Index"] for each in found] == [
        None if each.index is None else int(words.rounded(each.index)) for each in card.domains
    ]
    assert [each["Known"] for each in found] == [each.known for each in card.domains]
    assert all(type(each["Index"]) is int for each in found if each["Index"] is not None)


def test_every_figure_has_its_working(book, sample):
    found = rows(book["Working"])
    titles = {each["Figure"] for each in found}
    for domain in sample.bank.domains:
        assert f"Index of {domain.name}" in titles
    stage = [each for each in found if each["Figure"] == "Readiness stage"][-1]
    assert (stage["Step"], stage["Result"]) == ("Result", score(sample).readiness.stage.name)


def test_without_scores_only_actions_and_requests_are_left(sample):
    book = opened(sample, without=frozenset({"scores"}))
    assert book.sheetnames == ["Actions", "Requests", "About", HIDDEN_SHEET]


def test_without_notes_no_column_is_empty_for_them(sample):
    book = opened(sample, without=frozenset({"notes"}))
    heads = {cell.value for sheet in book.worksheets[:2] for cell in sheet[3]}
    assert not heads & {"Notes", "Note", "Evidence", "Whose view", "How sure we are"}


def test_the_hidden_sheet_repeats_no_text_of_any_row(sample):
    marked = edits.change_action(sample, "WEL-2/first", owner="Zebra Finch", notes="quokka")
    data = forms.make(ExportRequest(marked, "actions", ".xlsx", today=TODAY))
    values = [
        cell.value for row in openpyxl.load_workbook(BytesIO(data))[HIDDEN_SHEET] for cell in row
    ]
    assert "Zebra Finch" not in values
    assert "quokka" not in values


def test_a_text_too_long_for_a_cell_ends_with_words_that_say_so():
    long = "🌱 word " * 8000
    text = cell_text(long)
    assert len(text.encode("utf-16-le")) / 2 <= 32_767
    assert text.endswith("… (this note goes on; the action plan has all of it)")
    assert cell_text("short") == "short"


def small(*values, title="Name"):
    columns = (SheetColumn("a", title, 10),)
    sheet = Sheet("actions", "Actions", "Ours.", columns, tuple((each,) for each in values))
    return Book("T", "A", "S", (), "Ours", (sheet,))


def test_a_table_without_rows_and_days_before_excel_are_no_trouble():
    for book in (small(), small(dt.date(1890, 1, 1), dt.date(9999, 12, 31), 0, "", None)):
        sheet = openpyxl.load_workbook(BytesIO(write_excel(book, made=MADE)))["Actions"]
        assert len(sheet.tables) == 1
    assert sheet["A4"].value == "1890-01-01"
    assert sheet["A5"].value.date() == dt.date(9999, 12, 31)


def test_no_cell_is_a_formula_or_a_link_whatever_it_begins_with():
    values = ("=1+1", "{=1}", "+1", "-1", "@a", "https://a.example", "mailto:a@b.example", "1e5")
    data = write_excel(small(*values), made=MADE)
    sheet = openpyxl.load_workbook(BytesIO(data))["Actions"]
    assert [sheet.cell(4 + n, 1).value for n in range(len(values))] == list(values)
    assert {sheet.cell(4 + n, 1).data_type for n in range(len(values))} == {"s"}
    with zipfile.ZipFile(BytesIO(data)) as parts:
        raw = parts.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in raw
    assert "hyperlink" not in raw


def test_csv_is_utf8_with_its_mark_and_whole_days():
    data = write_csv(small("Sìne", TODAY, 7, None, "a\nb", 'say "no"').sheets[0])
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    found = list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))
    assert found == [["Name"], ["Sìne"], ["2027-03-12"], ["7"], [""], ["a\nb"], ['say "no"']]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " =", "\n=", "\x00="])
def test_csv_cells_that_look_like_a_formula_get_an_apostrophe(start):
    data = write_csv(small(f"{start}1+1").sheets[0])
    (_, (cell,)) = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""))
    assert cell.startswith("'")


def test_data_is_plain_json_with_results_beside_the_assessment(sample):
    data = json.loads(forms.make(ExportRequest(sample, "data", ".json", today=TODAY)))
    assert (data["format"], data["version"], data["left_out"]) == (
        "nttp-readiness-data",
        DATA_VERSION,
        [],
    )
    assert data["results"]["stage"] == "build_foundations"
    assert data["assessment"]["profile"]["title"] == "Housing Options"
    assert data["disclaimer"] == "Our own readiness picture, not an NTTP rating"


@pytest.mark.parametrize("write", [write_excel, write_ods])
def test_a_book_of_no_assessment_remembers_nothing(write):
    """Tables that cannot come back carry no hidden sheet."""
    sheet = Sheet("teams", "Teams", "Of all teams", (SheetColumn("a", "A", 9),), (("x",),))
    book = Book("t", "a", "s", (), "d", (sheet,))
    said = contents(write(book, made=MADE), ".xlsx" if write is write_excel else ".ods")
    assert HIDDEN_SHEET not in said
    assert HIDDEN_SHEET in contents(write(replace(book, document="1" * 32), made=MADE), ".ods")
