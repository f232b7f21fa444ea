"""Every sheet of every form as people open and print it: rows as high as their words, type that can
be read, headings and names on each page, and no column that is empty for nobody to fill in.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
import zipfile
from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from odfdo import Document
from openpyxl.cell.cell import MergedCell
from openpyxl.utils import column_index_from_string
from reportlab.pdfbase.pdfmetrics import stringWidth

from nttp_readiness import resources
from nttp_readiness.domain.exchange.sheet_memory import HIDDEN_SHEET
from nttp_readiness.presentation.words.sheets import Book, Sheet, SheetColumn, in_use
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.reports.form_specs import offered_for
from nttp_readiness.reports.sheets.bank_review import review_sheet
from nttp_readiness.reports.sheets.excel import write_excel
from nttp_readiness.reports.sheets.ods import write_ods
from nttp_readiness.storage.documents.documents import load_document

TODAY = dt.date(2027, 3, 12)
MADE = dt.datetime(2027, 3, 12, tzinfo=dt.UTC)
SAMPLES = ("council-service", "small-charity", "workshop")
A4_WIDE = 297 / 25.4 * 72
HIGHEST = 408.75
FILLED_IN = {
    "Owner", "Due", "Status", "Update", "How we will know", "Review date", "Time it takes",
    "Money it takes", "Notes", "Who asks", "How", "Answer by", "How it stands", "Their answer",
}  # fmt: skip


@functools.cache
def assessment(name: str):
    return load_document(resources.assets() / "samples" / f"{name}.readiness").assessment


@functools.cache
def files(suffix: str) -> dict[str, bytes]:
    """Every form of the samples that is a spreadsheet of that kind."""
    made = {}
    for name in SAMPLES:
        for form in offered_for(assessment(name)):
            if suffix not in form.suffixes:
                continue
            request = ExportRequest(assessment(name), form.id, suffix, today=TODAY)
            made[f"{name} {form.id}"] = forms.make(request, invariant=True)
            if form.id == "tracker":
                apart = replace(request, by_owner=True)
                made[f"{name} {form.id} by owner"] = forms.make(apart, invariant=True)
    return made


def excel_files() -> dict[str, bytes]:
    bank = assessment("council-service").bank
    return {**files(".xlsx"), "texts of the bank": review_sheet(bank)}


def sheets(data: bytes):
    return [each for each in openpyxl.load_workbook(BytesIO(data)) if each.sheet_state == "visible"]


def width_of(sheet, letters: str) -> float:
    """Its width in digits; of columns that share one, the file says it once."""
    number = column_index_from_string(letters)
    for each in sheet.column_dimensions.values():
        if each.min <= number <= each.max:
            return 0.0 if each.hidden else float(each.width)
    return 8.43


def lines_of(text: str, width: float, *, bold: bool) -> int:
    """How many lines a text takes in a common face whose digits are as wide as the column says."""
    face = "Helvetica-Bold" if bold else "Helvetica"
    room = (width - 0.71) * stringWidth("0", face, 1)
    count = 0
    for line in text.split("\n"):
        count, filled = count + 1, 0.0
        for word in line.split():
            wide = stringWidth(word, face, 1)
            if filled and filled + stringWidth(" ", face, 1) + wide > room:
                count, filled = count + 1, 0.0
            filled += wide + (stringWidth(" ", face, 1) if filled else 0)
    return count


def too_low(sheet) -> list[str]:
    """Cells whose text does not fit into the height of their row."""
    found = []
    for row in sheet.iter_rows():
        height = sheet.row_dimensions[row[0].row].height or 15.0
        for cell in row:
            if isinstance(cell, MergedCell):
                continue
            width = width_of(sheet, cell.column_letter)
            if not (width and isinstance(cell.value, str) and cell.alignment.wrap_text):
                continue
            merged = [each for each in sheet.merged_cells.ranges if cell.coordinate in each]
            if merged:
                letters = {
                    openpyxl.utils.get_column_letter(each)
                    for each in range(merged[0].min_col, merged[0].max_col + 1)
                }
                width = sum(width_of(sheet, each) for each in letters)
            size = cell.font.sz / 11
            need = lines_of(cell.value, width / size, bold=bool(cell.font.b)) * 13.4 * size
            if min(need, HIGHEST) > height:
                found.append(f"{sheet.title} {cell.coordinate}: {need:.0f} in {height:.0f}")
    return found


# ---- as it is opened


def test_no_row_of_an_excel_file_is_lower_than_its_words():
    made = excel_files()
    assert len(made) > 10
    for name, data in made.items():
        for sheet in sheets(data):
            assert too_low(sheet) == [], name


def test_a_row_that_is_too_low_would_be_found():
    book = openpyxl.load_workbook(BytesIO(files(".xlsx")["council-service actions"]))
    sheet = book["Actions"]
    assert too_low(sheet) == []
    for each in sheet.row_dimensions.values():
        each.height = None
    assert len(too_low(sheet)) > 40


def test_rows_grow_with_what_is_typed_into_them():
    """Excel leaves a row as high as it is that is marked as made so by a person."""
    for name, data in excel_files().items():
        with zipfile.ZipFile(BytesIO(data)) as parts:
            rows = [
                parts.read(each).decode()
                for each in parts.namelist()
                if each.startswith("xl/worksheets/sheet")
            ]
        assert any(' ht="' in each for each in rows), name
        assert not any("customHeight" in each for each in rows), name


def test_rows_of_an_open_document_are_as_high_and_grow_too():
    """A program that takes the file's own heights shows every line as well."""
    for name, data in files(".ods").items():
        with zipfile.ZipFile(BytesIO(data)) as parts:
            content = parts.read("content.xml").decode()
        looks = re.findall(
            r'style:name="(high[\d-]+)" style:family="table-row"><style:table-row-properties'
            r' style:row-height="([\d.]+)pt" style:use-optimal-row-height="true"/>',
            content,
        )
        heights = {look: float(height) for look, height in looks}
        seen = content.split(f'table:name="{HIDDEN_SHEET}"')[0]
        rows = re.findall(r"<table:table-row([^>]*)>(.*?)</table:table-row>", seen, re.DOTALL)
        styles = [
            re.search(r'table:style-name="([^"]+)"', opened)
            for opened, cells in rows
            if "<text:p>" in cells
        ]
        assert len(styles) > 5
        assert all(styles), name
        assert max(heights[each[1]] for each in styles if each) >= 45, name


def test_a_text_of_any_letters_and_one_long_word_has_its_height():
    texts = ("word " * 30, "x" * 200, "漢字" * 50, "one\ntwo\n\nfour", "é" * 90)
    heights = heights_of(texts, 12)
    assert heights == [pytest.approx(each, abs=45) for each in (195, 270, 255, 60, 150)]
    assert all(each % 15 == 0 for each in heights)
    assert heights_of(("word " * 5000,), 12) == [HIGHEST]


def heights_of(texts: tuple[str, ...], width: int) -> list[float]:
    """How high the rows of these texts are made in a column of so many characters."""
    columns = (SheetColumn("a", "Name", width),)
    sheet = Sheet("actions", "Actions", "Ours.", columns, tuple((each,) for each in texts))
    (made, *_) = sheets(write_excel(Book("T", "A", "S", (), "Ours", (sheet,)), made=MADE))
    return [made.row_dimensions[4 + n].height for n in range(len(texts))]


def test_a_long_list_makes_its_column_wider_and_is_not_cut_off():
    """Excel has no row that is higher than 409 points: what some orders depend on went beyond."""
    columns = (SheetColumn("a", "Name", 34), SheetColumn("b", "Rule", 20))
    rows = (("it depends on: " + "Feeling safe and valued; " * 42, "x"),)
    sheet = Sheet("working", "Working", "Ours.", columns, rows)
    (made, *_) = sheets(write_excel(Book("T", "A", "S", (), "Ours", (sheet,)), made=MADE))
    assert 34 < width_of(made, "A") < 52
    assert made.row_dimensions[4].height < HIGHEST
    assert too_low(made) == []


# ---- columns


def empty_columns(sheet) -> list[str]:
    """Columns without a word below their heading that nobody is to fill in."""
    found = []
    for table in sheet.tables.values():
        heads, *rows = [[cell.value for cell in row] for row in sheet[table.ref]]
        if not any(value for row in rows for value in row):
            continue
        for place, head in enumerate(heads):
            if head not in FILLED_IN and all(row[place] in {None, ""} for row in rows):
                found.append(f"{sheet.title}: {head}")
    return found


def test_no_column_is_empty_that_nobody_fills_in():
    for name, data in files(".xlsx").items():
        for sheet in sheets(data):
            assert empty_columns(sheet) == [], name


def test_what_can_be_filled_in_stands_behind_what_says_something():
    """And before the keys, which are for no eyes. What people are asked stays where it is."""
    asked = SheetColumn("update", "Update", 30, filling="asked")
    may = SheetColumn("cost", "Cost", 30, filling="may")
    columns = (
        SheetColumn("title", "Action", 30), asked, may, SheetColumn("why", "Why", 30),
        SheetColumn("from", "From", 30), SheetColumn("key", "Key", 14, "key"),
    )  # fmt: skip
    rows = (("One", "", "", "", "A-1", "k"), ("Two", None, "", "", "", "k"))
    sheet = Sheet("actions", "Actions", "Ours.", columns, rows)
    used = in_use(Book("T", "A", "S", (), "Ours", (sheet,))).sheets[0]
    assert [each.key for each in used.columns] == ["title", "update", "from", "cost", "key"]
    assert used.rows[0] == ("One", "", "A-1", "", "k")


def test_a_column_that_says_nothing_was_said_in_every_row_is_left_out():
    """Sixty rows of "None yet" and "Not said" made a second page of the answers."""
    heads = {"How the evidence stands", "How sure we are"}
    for name, are_there in (("council-service", True), ("sector-fire", False)):
        request = ExportRequest(assessment(name), "actions", ".xlsx", today=TODAY)
        book = openpyxl.load_workbook(BytesIO(forms.make(request, invariant=True)))
        found = {cell.value for cell in book["Answers"][3]}
        assert (heads <= found) == are_there
        assert bool(heads & found) == are_there


def test_the_tracker_has_every_column_that_is_filled_in():
    for name, data in files(".xlsx").items():
        if "tracker" in name:
            sheet = sheets(data)[0]
            heads = {cell.value for cell in sheet[3]}
            wanted = {"Owner", "Due", "Status", "Update", "How we will know", "Review date"}
            assert wanted | {"Notes", "Key"} <= heads, name


# ---- on paper


def pages_across(sheet) -> list[float]:
    """How wide the columns on each sheet of paper are, in points, with those that stand again."""
    breaks = sorted(each.id for each in sheet.col_breaks.brk)
    widths = [
        width_of(sheet, openpyxl.utils.get_column_letter(n)) * 5.25
        for n in range(1, sheet.max_column + 1)
    ]
    again = 0
    if sheet.print_title_cols:
        again = column_index_from_string(sheet.print_title_cols.split(":")[1].strip("$"))
    ends = [*breaks, len(widths)]
    starts = [0, *breaks]
    return [
        sum(widths[start:end]) + (sum(widths[:again]) if start else 0)
        for start, end in zip(starts, ends, strict=True)
    ]


def caption_width(sheet) -> float:
    """Points of what stands in the first cell where it goes on beside it."""
    return float(stringWidth(sheet["A1"].value or "", "Helvetica-Bold", 13) * 0.93)


def test_a_long_caption_makes_no_page_wider():
    """That of many teams was as long as four tables, and the table beneath it too small to read."""
    columns = tuple(SheetColumn(f"c{n}", f"Name {n}", 14) for n in range(4))
    caption = "Domains by team. " + "Teams that are too small stand together. " * 6
    sheet = Sheet("teams", "Teams", caption, columns, (("x",) * 4,))
    book = Book("T", "A", "S", (), "Ours", (sheet,))
    (made, *_) = sheets(write_excel(book, made=MADE))
    assert [str(each) for each in made.merged_cells.ranges] == ["A1:D1"]
    assert too_low(made) == []
    table = Document(BytesIO(write_ods(book, made=MADE))).body.get_elements("table:table")[0]
    (cell,) = table.get_elements("table:table-row[1]/table:table-cell")
    assert cell.get_attribute_string("table:number-columns-spanned") == "4"


def test_every_sheet_is_printed_in_type_that_can_be_read():
    """Each was as wide as one sheet of paper: twenty columns in letters of two points."""
    wide = 0
    for name, data in excel_files().items():
        for sheet in sheets(data):
            inches = sheet.page_margins.left + sheet.page_margins.right
            paper = A4_WIDE if sheet.page_setup.orientation == "landscape" else 210 / 25.4 * 72
            room = paper - inches * 72
            pages = pages_across(sheet)
            assert sheet["A1"].alignment.wrap_text or caption_width(sheet) <= max(pages), name
            if sheet.sheet_properties.pageSetUpPr.fitToPage:
                assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
                assert len(pages) == 1
                assert room / pages[0] >= 0.7, (name, sheet.title)
                continue
            wide += 1
            scale = (sheet.page_setup.scale or 100) / 100
            assert scale >= 0.65, (name, sheet.title)
            assert max(pages) * scale * 1.06 <= room, (name, sheet.title)
            assert sheet.print_title_cols, (name, sheet.title)
            assert sheet.page_setup.orientation == "landscape"
    assert wide > 8


def test_headings_stand_again_on_each_page():
    for name, data in files(".xlsx").items():
        for sheet in sheets(data):
            if sheet.tables:
                assert sheet.print_title_rows == "$3:$3", (name, sheet.title)
    for name, data in files(".ods").items():
        tables = Document(BytesIO(data)).body.get_elements("table:table")
        assert len(tables) > 2
        for table in tables[:-2]:
            (heads,) = table.get_elements("table:table-header-rows/table:table-row")
            assert len(heads.get_elements("table:table-cell")) > 2, name


def test_each_page_says_which_sheet_it_is_of():
    """Of a sheet for each owner no page said whose it is."""
    for name, data in files(".xlsx").items():
        for sheet in sheets(data):
            assert sheet.oddFooter.center.text == "&A", (name, sheet.title)
    for name, data in files(".ods").items():
        masters = Document(BytesIO(data)).styles.root.get_elements("//style:master-page")
        ours = [
            each
            for each in masters
            if str(each.get_attribute_string("style:name")).startswith("paper")
        ]
        assert len(ours) > 1, name
        assert all(each.get_elements("style:footer//text:sheet-name") for each in ours), name


def test_an_open_document_is_printed_as_the_excel_file():
    """The same columns on each page, at the same scale, and the same ones again on each."""
    for name, data in files(".ods").items():
        excel = {each.title: each for each in sheets(files(".xlsx")[name])}
        document = Document(BytesIO(data))
        content, styles = document.content.root, document.styles.root
        columns = {
            each.get_attribute_string("style:name")
            for each in content.get_elements('//style:style[@style:family="table-column"]')
            if each.get_elements('style:table-column-properties[@fo:break-before="page"]')
        }
        for table in document.body.get_elements("table:table")[:-1]:
            sheet = excel[table.get_attribute_string("table:name")]
            places = [
                place
                for place, each in enumerate(table.get_elements("descendant::table:table-column"))
                if each.get_attribute_string("table:style-name") in columns
            ]
            assert places == sorted(each.id for each in sheet.col_breaks.brk), name
            again = table.get_elements("table:table-header-columns/table:table-column")
            assert bool(again) == bool(sheet.print_title_cols)
            style = table.get_attribute_string("table:style-name")
            (look,) = content.get_elements(f'//style:style[@style:name="{style}"]')
            master = look.get_attribute_string("style:master-page-name")
            (page,) = styles.get_elements(f'//style:master-page[@style:name="{master}"]')
            laid = page.get_attribute_string("style:page-layout-name")
            (paper,) = styles.get_elements(
                f'//style:page-layout[@style:name="{laid}"]/style:page-layout-properties'
            )
            scale = paper.get_attribute_string("style:scale-to")
            assert scale == (f"{sheet.page_setup.scale or 100}%" if places else None)


def test_the_headings_stay_in_view_in_both():
    data = files(".ods")["council-service actions"]
    with zipfile.ZipFile(BytesIO(data)) as parts:
        settings = parts.read("settings.xml").decode()
    for name in ("Actions", "Answers", "Working"):
        assert f'config:name="{name}"' in settings
    assert 'config:name="VerticalSplitPosition" config:type="int">3<' in settings


def test_each_column_of_a_file_with_many_owners_has_a_look_of_its_own():
    """Column 0 of the eleventh sheet and column 10 of the first had one name."""
    columns = tuple(SheetColumn(f"c{n}", f"Heading {n}", 10 + n) for n in range(12))
    made = tuple(
        Sheet(f"actions{n}", f"Owner {n}", "Ours.", columns, (("x" * (10 + n),) * 12,))
        for n in range(1, 13)
    )
    document = Document(BytesIO(write_ods(Book("T", "A", "S", (), "Ours", made), made=MADE)))
    names = [
        each.get_attribute_string("style:name")
        for each in document.content.root.get_elements(
            '//style:style[@style:family="table-column"]'
        )
    ]
    assert len(names) == len(set(names))
