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
from nttp_readiness.reports.sheets.automatic_rows import AutomaticRows
from nttp_readiness.reports.sheets.sheet_layout import (
    MARGIN,
    PaperLayout,
    caption_layout,
    heading_height,
    layout,
    row_height,
)
from nttp_readiness.reports.sheets.sheet_marks import (
    ABOUT_COLUMNS,
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
_RULE = "#BFBFBF"
"""The lines between cells."""
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
        ruled = {"border": 1, "border_color": _RULE}
        wrapped = {"text_wrap": True, "valign": "top", **ruled}
        head = {"text_wrap": True, "bold": True, "valign": "bottom", **ruled}
        self._text: _Format = workbook.add_format(wrapped)
        # Else a person who only enters such a cell once more makes a formula of it.
        self._quoted: _Format = workbook.add_format({**wrapped, "quote_prefix": True})
        self._mark: _Format = workbook.add_format({"valign": "top", "font_color": "#767676"})
        self._number: _Format = workbook.add_format(
            {"valign": "top", "align": "right", "indent": 1, **ruled}
        )
        self._share: _Format = workbook.add_format({**wrapped, "align": "right", "indent": 1})
        self._date: _Format = workbook.add_format(
            {"num_format": _DATE, "valign": "top", "align": "left", **ruled}
        )
        self._head: _Format = workbook.add_format(head)
        # The button by which one filters stands at the right, over what is written there.
        self._number_head: _Format = workbook.add_format({**head, "align": "right", "indent": 2})
        self._label: _Format = workbook.add_format({**wrapped, "bold": True})
        caption = {"bold": True, "font_size": 13, "valign": "top", "text_wrap": True}
        self._wrapped_caption: _Format = workbook.add_format(caption)
        self._caption: _Format = workbook.add_format(
            {"bold": True, "font_size": 13, "valign": "top"}
        )

    def sheet(self, sheet: Sheet) -> None:
        """A real table with its caption above, ready to print on wide paper."""
        page = self._workbook.add_worksheet(sheet.name, AutomaticRows)
        laid = layout(sheet)
        self._write_caption(page, sheet, laid)
        page.set_row(HEADER_ROW, heading_height(sheet.columns, laid.widths))
        last = HEADER_ROW + max(1, len(sheet.rows))
        for place, (column, width) in enumerate(zip(sheet.columns, laid.widths, strict=True)):
            hidden = {"hidden": True} if column.kind == "key" else {}
            page.set_column(place, place, width, None, hidden)
            if sheet.rows:
                self._validate(page, column, place, last + ROOM_FOR_MORE)
        heads = [
            {
                "header": portable_text(each.title),
                "header_format": self._number_head if each.of_figures else self._head,
            }
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
            page.set_row(number, row_height(sheet.columns, laid.widths, row))
            for place, value in enumerate(row):
                self._cell(page, number, place, value, sheet.columns[place])
        page.freeze_panes(HEADER_ROW + 1, 0)
        page.repeat_rows(HEADER_ROW)
        self._paper(page)
        page.set_landscape()
        if laid.breaks:
            page.set_print_scale(laid.scale)
            page.set_v_pagebreaks(list(laid.breaks))
            page.repeat_columns(0, laid.repeated - 1)
            page.print_across()
        else:
            page.fit_to_pages(1, 0)

    def _write_caption(self, page: Any, sheet: Sheet, laid: PaperLayout) -> None:  # noqa: ANN401 - XlsxWriter has no types
        caption, (over, height) = cell_text(sheet.caption), caption_layout(sheet, laid)
        if over > 1:
            page.merge_range(0, 0, 0, over - 1, caption, self._wrapped_caption)
        else:
            page.write_string(0, 0, caption, self._wrapped_caption if over else self._caption)
        page.set_row(0, height)

    def about(self) -> None:
        """What the book is of and what it is not, on a sheet of its own."""
        page = self._workbook.add_worksheet(tr("About"), AutomaticRows)
        columns = ABOUT_COLUMNS
        widths = [each.width for each in columns]
        for place, width in enumerate(widths):
            page.set_column(place, place, width)
        for number, row in enumerate(self.book.about):
            label, text = map(cell_text, row)
            page.write_string(number, 0, label, self._label)
            page.write_string(number, 1, text, self._text)
            page.set_row(number, row_height(columns, widths, (label, text)))
        self._paper(page)
        page.fit_to_pages(1, 0)

    def _paper(self, page: Any) -> None:  # noqa: ANN401 - XlsxWriter has no types
        page.set_paper(9)  # A4
        side = MARGIN / 25.4
        page.set_margins(left=side, right=side, top=0.6, bottom=0.7)
        said = _line(self.book.disclaimer).replace("&", "&&")
        page.set_footer(f"&L{said}&C&A&R&P / &N")  # &A is the sheet's name: whose actions they are

    def memory(self) -> None:
        """By which one sees what was changed in sheets from which nothing comes back."""
        if not self.book.document:
            return
        page = self._workbook.add_worksheet(HIDDEN_SHEET)
        page.hide()
        for number, row in enumerate(as_written(self.book)):
            for place, value in enumerate(row):
                page.write_string(number, place, str(value))

    def _cell(
        self,
        page: Any,  # noqa: ANN401 - XlsxWriter has no types
        number: int,
        place: int,
        value: Amount,
        column: SheetColumn,
    ) -> None:
        if column.kind == "key":
            page.write_string(number, place, str(value), self._mark)
        elif isinstance(value, dt.date) and value >= _FIRST_DAY:
            page.write_datetime(number, place, value, self._date)
        elif isinstance(value, int):
            page.write_number(number, place, value, self._number)
        elif value:
            text = cell_text(str(value))
            style = self._share if column.of_figures else self._text
            if text.startswith(STARTS_A_FORMULA):
                style = self._quoted
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
