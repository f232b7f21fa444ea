"""A book of tables as an Excel file. What people typed is text in it, whatever it looks like."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import Any, TypeAlias

import xlsxwriter

from nttp_readiness.domain.exchange.sheet_memory import HIDDEN_SHEET
from nttp_readiness.domain.exchange.sheet_values import STARTS_A_FORMULA
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words.sheets import Amount, Book, Sheet, SheetColumn
from nttp_readiness.reports.safe_text import portable_text
from nttp_readiness.reports.sheets.sheet_marks import (
    HEADER_ROW,
    ROOM_FOR_MORE,
    as_written,
    cell_text,
    marked_book,
)

_Workbook: TypeAlias = Any
_Format: TypeAlias = Any
"""XlsxWriter's objects, which carry no types."""

_DATE = "d mmmm yyyy"
_FIRST_DAY = dt.date(1900, 3, 1)
"""Excel counts a day in February 1900 that never was."""


def write_excel(book: Book, *, made: dt.datetime) -> bytes:
    """The whole file. The same book, made at the same time, gives the same bytes."""
    out = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    workbook: _Workbook = xlsxwriter.Workbook(out, options)
    workbook.set_properties(
        {
            "title": _line(book.title),
            "author": _line(book.author),
            "subject": _line(book.subject),
            "comments": _line(book.disclaimer),
            "created": made,
        }
    )
    writer = _Writer(workbook, marked_book(book))
    for sheet in writer.book.sheets:
        writer.sheet(sheet)
    writer.about()
    writer.memory()
    workbook.close()
    return out.getvalue()


class _Writer:
    def __init__(self, workbook: _Workbook, book: Book) -> None:
        self._workbook, self.book = workbook, book
        wrapped = {"text_wrap": True, "valign": "top"}
        self._text: _Format = workbook.add_format(wrapped)
        # Else a person who only enters such a cell once more makes a formula of it.
        self._quoted: _Format = workbook.add_format({**wrapped, "quote_prefix": True})
        self._mark: _Format = workbook.add_format({"valign": "top", "font_color": "#767676"})
        self._number: _Format = workbook.add_format({"valign": "top"})
        self._date: _Format = workbook.add_format(
            {"num_format": _DATE, "valign": "top", "align": "left"}
        )
        self._head: _Format = workbook.add_format({**wrapped, "bold": True, "valign": "bottom"})
        self._caption: _Format = workbook.add_format({"bold": True, "font_size": 13})

    def sheet(self, sheet: Sheet) -> None:
        """A real table with its caption above, ready to print on wide paper."""
        page = self._workbook.add_worksheet(sheet.name)
        page.write_string(0, 0, cell_text(sheet.caption), self._caption)
        last = HEADER_ROW + max(1, len(sheet.rows))
        for place, column in enumerate(sheet.columns):
            hidden = {"hidden": True} if column.kind == "key" else {}
            page.set_column(place, place, column.width, None, hidden)
            if sheet.rows:
                self._validate(page, column, place, last + ROOM_FOR_MORE)
        heads = [
            {"header": portable_text(each.title), "header_format": self._head}
            for each in sheet.columns
        ]
        page.add_table(
            HEADER_ROW,
            0,
            last,
            len(sheet.columns) - 1,
            {
                "name": sheet.id.capitalize(),
                "description": cell_text(sheet.caption),
                "columns": heads,
                "style": "Table Style Light 1",
                "banded_rows": False,
            },
        )
        for number, row in enumerate(sheet.rows, HEADER_ROW + 1):
            for place, value in enumerate(row):
                if sheet.columns[place].kind == "key":
                    page.write_string(number, place, str(value), self._mark)
                else:
                    self._cell(page, number, place, value)
        page.freeze_panes(HEADER_ROW + 1, 0)
        page.set_landscape()
        page.set_paper(9)  # A4
        page.fit_to_pages(1, 0)
        page.repeat_rows(HEADER_ROW)
        page.set_footer("&L" + _line(self.book.disclaimer).replace("&", "&&") + "&R&P / &N")

    def about(self) -> None:
        """What the book is of and what it is not, on a sheet of its own."""
        page = self._workbook.add_worksheet(tr("About"))
        page.set_column(0, 0, 26)
        page.set_column(1, 1, 80)
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        for number, (label, text) in enumerate(self.book.about):
            page.write_string(number, 0, cell_text(label), self._head)
            page.write_string(number, 1, cell_text(text), self._text)

    def memory(self) -> None:
        """By which one sees what was changed in sheets from which nothing comes back."""
        if not self.book.document:
            return
        page = self._workbook.add_worksheet(HIDDEN_SHEET)
        page.hide()
        for number, row in enumerate(as_written(self.book)):
            for place, value in enumerate(row):
                page.write_string(number, place, str(value))

    def _cell(self, page: Any, number: int, place: int, value: Amount) -> None:  # noqa: ANN401 - XlsxWriter has no types
        if isinstance(value, dt.date) and value >= _FIRST_DAY:
            page.write_datetime(number, place, value, self._date)
        elif isinstance(value, int):
            page.write_number(number, place, value, self._number)
        elif value:
            text = cell_text(str(value))
            style = self._quoted if text.startswith(STARTS_A_FORMULA) else self._text
            page.write_string(number, place, text, style)
        else:
            page.write_blank(number, place, None, self._text)

    def _validate(self, page: Any, column: SheetColumn, place: int, last: int) -> None:  # noqa: ANN401 - as above
        """Offers the words that a column knows, and asks for real dates."""
        asked: dict[str, object] = {}
        if column.choices:
            asked = {"validate": "list", "source": list(column.choices)}
        elif column.kind == "date":
            asked = {"validate": "date", "criteria": ">=", "value": _FIRST_DAY}
        if asked:
            page.data_validation(
                HEADER_ROW + 1, place, last, place,
                {
                    **asked,
                    "error_type": "warning",
                    "error_title": portable_text(column.title),
                    "error_message": tr("The program may not be able to take this back."),
                },
            )  # fmt: skip


def _line(text: str) -> str:
    return " ".join(portable_text(text).split())[:240]
