"""A book of tables as an OpenDocument spreadsheet: the same sheets as in the Excel file."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Iterable
from io import BytesIO

from odfdo import Document, Element, Paragraph

from nttp_readiness.domain.exchange.sheet_memory import HIDDEN_SHEET
from nttp_readiness.domain.exchange.sheet_values import cell_name
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words.sheets import Book, Sheet, SheetColumn
from nttp_readiness.reports.safe_text import portable_text
from nttp_readiness.reports.sheets.ods_cells import (
    cell_of,
    column_look,
    column_of,
    looks,
    part_of,
    row_look,
    row_of,
    table_of,
    text_cell,
)
from nttp_readiness.reports.sheets.ods_paper import (
    Paper,
    freeze_headings,
    lay_on_paper,
    paper_of,
)
from nttp_readiness.reports.sheets.sheet_layout import (
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


def write_ods(book: Book, *, made: dt.datetime) -> bytes:
    """The whole file. The same book, made at the same time, gives the same bytes."""
    document = Document("spreadsheet")
    document.language = "en-GB"
    meta = document.meta
    meta.title, meta.subject = _line(book.title), _line(book.subject)
    meta.creator, meta.description = _line(book.author), _line(book.disclaimer)
    meta.creation_date = meta.date = made.replace(tzinfo=None)
    writer = _Writer(document, marked_book(book))
    writer.write()
    out = BytesIO()
    document.save(out)
    return _dated(out.getvalue(), made)


class _Writer:
    def __init__(self, document: Document, book: Book) -> None:
        self._document, self._book = document, book
        self._checks = Element.from_tag("table:content-validations")
        self._ranges = Element.from_tag("table:database-ranges")
        self._heights: set[str] = set()
        """The names of the styles of rows that there are."""

    def write(self) -> None:
        body = self._document.body
        body.clear()
        for each in looks():
            self._document.insert_style(each, automatic=True)
        laid = [layout(each) for each in self._book.sheets]
        tables = [*map(self._table, self._book.sheets, laid), self._about()]
        papers = (*map(paper_of, laid), Paper(wide=False))
        lay_on_paper(self._document, tables, papers, _line(self._book.disclaimer))
        freeze_headings(self._document, [each.name for each in self._book.sheets], HEADER_ROW + 1)
        if self._book.document:
            tables.append(self._memory())
        for part in (self._checks, *tables, self._ranges):
            body.append(part)

    def _table(self, sheet: Sheet, laid: PaperLayout) -> Element:
        columns = [self._column(sheet, n, laid) for n in range(len(sheet.columns))]
        checks = [self._check(sheet, each, n) for n, each in enumerate(sheet.columns)]
        styles = [
            "mark" if each.kind == "key" else "figure" if each.of_figures else "text"
            for each in sheet.columns
        ]
        heads = [
            text_cell(portable_text(each.title), "figurehead" if each.of_figures else "head")
            for each in sheet.columns
        ]
        headings = self._row(heads, heading_height(sheet.columns, laid.widths))
        more = [text_cell("", "more", each) for each in checks]
        self._filter(sheet)
        return table_of(
            sheet.name,
            part_of("table:table-header-columns", columns[: laid.repeated]),
            *columns[laid.repeated :],
            self._caption(sheet, laid),
            row_of([text_cell("", "more")]),
            part_of("table:table-header-rows", [headings]),
            *(
                self._row(
                    map(cell_of, row, styles, checks), row_height(sheet.columns, laid.widths, row)
                )
                for row in sheet.rows
            ),
            row_of(more, **{"number-rows-repeated": str(ROOM_FOR_MORE)}),
        )

    def _caption(self, sheet: Sheet, laid: PaperLayout) -> str:
        over, height = caption_layout(sheet, laid)
        style = "wrappedcaption" if over else "caption"
        return self._row([text_cell(cell_text(sheet.caption), style, over=over or 1)], height)

    def _row(self, cells: Iterable[str], height: float) -> str:
        """A row so high; a program that measures text itself makes it as high as it finds right,
        and it grows with what is typed into it.
        """
        name = f"high{height:g}".replace(".", "-")
        if name not in self._heights:
            self._heights.add(name)
            self._document.insert_style(row_look(name, height), automatic=True)
        return row_of(cells, **{"style-name": name})

    def _column(self, sheet: Sheet, number: int, laid: PaperLayout) -> str:
        name = f"{sheet.id}-{number}"
        style = column_look(name, laid.widths[number], begins=number in laid.breaks)
        self._document.insert_style(style, automatic=True)
        return column_of(name, hidden=sheet.columns[number].kind == "key")

    def _check(self, sheet: Sheet, column: SheetColumn, number: int) -> str:
        """The name of what a column offers, or asks for; empty where it takes anything."""
        if column.choices:
            listed = ";".join(f'"{each}"' for each in column.choices)
            condition = f"of:cell-content-is-in-list({listed})"
        elif column.kind == "date":
            condition = "of:cell-content-is-date() and cell-content()>=61"
        else:
            return ""
        name = f"{sheet.id}-{number}"
        check = _named("table:content-validation", "table:name", name)
        check.set_attribute("table:condition", condition)
        check.set_attribute("table:allow-empty-cell", "true")
        check.set_attribute("table:base-cell-address", f"{_quoted(sheet.name)}.A1")
        message = _named("table:error-message", "table:title", portable_text(column.title))
        message.set_attribute("table:message-type", "warning")
        message.set_attribute("table:display", "true")
        message.append(Paragraph(tr("The program may not be able to take this back.")))
        check.append(message)
        self._checks.append(check)
        return name

    def _filter(self, sheet: Sheet) -> None:
        """The buttons by which one filters and sorts."""
        name, last = _quoted(sheet.name), len(sheet.columns) - 1
        bottom = cell_name(HEADER_ROW + len(sheet.rows), last)
        found = _named("table:database-range", "table:name", f"table_{sheet.id}")
        address = f"{name}.A{HEADER_ROW + 1}:{name}.{bottom}"
        found.set_attribute("table:target-range-address", address)
        found.set_attribute("table:display-filter-buttons", "true")
        self._ranges.append(found)

    def _about(self) -> Element:
        """What the book is of and what it is not, on a sheet of its own."""
        widths = [each.width for each in ABOUT_COLUMNS]
        for number, width in enumerate(widths):
            self._document.insert_style(column_look(f"about-{number}", width), automatic=True)
        rows = []
        for each in self._book.about:
            label, text = map(cell_text, each)
            cells = text_cell(label, "label"), text_cell(text, "text")
            rows.append(self._row(cells, row_height(ABOUT_COLUMNS, widths, (label, text))))
        return table_of(tr("About"), column_of("about-0"), column_of("about-1"), *rows)

    def _memory(self) -> Element:
        rows = (
            row_of(text_cell(str(each), "mark") for each in row) for row in as_written(self._book)
        )
        table = table_of(HIDDEN_SHEET, "<table:table-column/>", *rows)
        table.set_attribute("table:style-name", "unseen")
        return table


def _named(tag: str, attribute: str, value: str) -> Element:
    element = Element.from_tag(tag)
    element.set_attribute(attribute, value)
    return element


def _quoted(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"


def _line(text: str) -> str:
    return " ".join(portable_text(text).split())[:240]


def _dated(data: bytes, made: dt.datetime) -> bytes:
    """The file with every part made then; the library puts down the moment at which it packs."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as parts, zipfile.ZipFile(out, "w") as dated:
        for part in parts.infolist():
            if part.filename.startswith(("Thumbnails/", "Configurations2/")):
                continue
            info = zipfile.ZipInfo(part.filename, made.timetuple()[:6])
            info.compress_type = part.compress_type
            dated.writestr(info, parts.read(part))
    return out.getvalue()
