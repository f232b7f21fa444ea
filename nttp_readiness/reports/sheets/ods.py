"""A book of tables as an OpenDocument spreadsheet: the same sheets as in the Excel file."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Iterable
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

from odfdo import Document, Element, Paragraph

from nttp_readiness.domain.exchange.sheet_memory import HIDDEN_SHEET
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

_CENTIMETRES = 0.19
"""About the width of a letter."""
_STYLES = """
<style:style style:name="text" style:family="table-cell"><style:table-cell-properties
 fo:wrap-option="wrap" style:vertical-align="top"/></style:style>
<style:style style:name="mark" style:family="table-cell"><style:table-cell-properties
 style:vertical-align="top"/></style:style>
<style:style style:name="head" style:family="table-cell"><style:table-cell-properties
 fo:wrap-option="wrap" fo:border-bottom="0.5pt solid #000000"/><style:text-properties
 fo:font-weight="bold"/></style:style>
<style:style style:name="caption" style:family="table-cell"><style:text-properties
 fo:font-weight="bold" fo:font-size="13pt"/></style:style>
<number:date-style style:name="days"><number:day/><number:text> </number:text><number:month
 number:style="long" number:textual="true"/><number:text> </number:text><number:year
 number:style="long"/></number:date-style>
<style:style style:name="day" style:family="table-cell" style:data-style-name="days">
<style:table-cell-properties style:vertical-align="top"/><style:paragraph-properties
 fo:text-align="start"/></style:style>
<style:style style:name="unseen" style:family="table"><style:table-properties
 table:display="false"/></style:style>
"""
"""The looks of cells and sheets; each begins a line."""

_WIDE_PAPER = {
    "style:print-orientation": "landscape", "fo:page-width": "29.7cm", "fo:page-height": "21cm",
    "style:scale-to-X": "1", "style:scale-to-Y": "0",
}  # fmt: skip


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

    def write(self) -> None:
        body = self._document.body
        body.clear()
        for paper in self._document.styles.root.get_elements("//style:page-layout-properties"):
            for name, value in _WIDE_PAPER.items():
                paper.set_attribute(name, value)
        for each in re.split(r"\n(?=<(?:style:style|number:date-style) )", _STYLES)[1:]:
            self._document.insert_style(each.replace("\n", ""), automatic=True)
        tables = [*map(self._table, self._book.sheets), self._about()]
        if self._book.document:
            tables.append(self._memory())
        for part in (self._checks, *tables, self._ranges):
            body.append(part)

    def _table(self, sheet: Sheet) -> Element:
        table = _named("table:table", "table:name", sheet.name)
        for number, column in enumerate(sheet.columns):
            table.append(self._column(sheet, column, number))
        checks = [self._check(sheet, each, n) for n, each in enumerate(sheet.columns)]
        table.append(_row([_string(cell_text(sheet.caption), "caption")]))
        table.append(_row([_string("", "text")]))
        table.append(_row([_string(portable_text(each.title), "head") for each in sheet.columns]))
        styles = ["mark" if each.kind == "key" else "text" for each in sheet.columns]
        for row in sheet.rows:
            table.append(_row(map(_cell, row, styles, checks)))
        more = _row(_string("", *each) for each in zip(styles, checks, strict=True))
        more.set_attribute("table:number-rows-repeated", str(ROOM_FOR_MORE))
        table.append(more)
        self._filter(sheet)
        return table

    def _column(self, sheet: Sheet, column: SheetColumn, number: int) -> Element:
        name = f"{sheet.id}{number}"
        self._document.insert_style(_width(name, column.width), automatic=True)
        element = _named("table:table-column", "table:style-name", name)
        if column.kind == "key":
            element.set_attribute("table:visibility", "collapse")
        return element

    def _check(self, sheet: Sheet, column: SheetColumn, number: int) -> str:
        """The name of what a column offers, or asks for; empty where it takes anything."""
        if column.choices:
            listed = ";".join(f'"{each}"' for each in column.choices)
            condition = f"of:cell-content-is-in-list({listed})"
        elif column.kind == "date":
            condition = "of:cell-content-is-date() and cell-content()>=61"
        else:
            return ""
        name = f"{sheet.id}{number}"
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
        last = _letter(len(sheet.columns) - 1)
        name = _quoted(sheet.name)
        bottom = HEADER_ROW + 1 + len(sheet.rows)
        found = _named("table:database-range", "table:name", f"table_{sheet.id}")
        address = f"{name}.A{HEADER_ROW + 1}:{name}.{last}{bottom}"
        found.set_attribute("table:target-range-address", address)
        found.set_attribute("table:display-filter-buttons", "true")
        self._ranges.append(found)

    def _about(self) -> Element:
        """What the book is of and what it is not, on a sheet of its own."""
        table = _named("table:table", "table:name", tr("About"))
        for number, width in enumerate((26, 80)):
            name = f"about{number}"
            self._document.insert_style(_width(name, width), automatic=True)
            table.append(_named("table:table-column", "table:style-name", name))
        for label, text in self._book.about:
            table.append(
                _row((_string(cell_text(label), "head"), _string(cell_text(text), "text")))
            )
        return table

    def _memory(self) -> Element:
        table = _named("table:table", "table:name", HIDDEN_SHEET)
        table.set_attribute("table:style-name", "unseen")
        table.append(Element.from_tag("table:table-column"))
        for row in as_written(self._book):
            table.append(_row([_string(str(each), "mark") for each in row]))
        return table


def _named(tag: str, attribute: str, value: str) -> Element:
    element = Element.from_tag(tag)
    element.set_attribute(attribute, value)
    return element


def _width(name: str, letters: int) -> str:
    width = f"{letters * _CENTIMETRES:.2f}cm"
    return (
        f'<style:style style:name="{name}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width}"/></style:style>'
    )


def _row(cells: Iterable[str]) -> Element:
    """A row of cells that are XML already: to make an element of each takes ten times as long."""
    return Element.from_tag(f"<table:table-row>{''.join(cells)}</table:table-row>")


def _cell(value: Amount, style: str, check: str = "") -> str:
    if isinstance(value, dt.date):
        day = value.isoformat()
        return _made(f' office:value-type="date" office:date-value="{day}"', day, "day", check)
    if isinstance(value, int):
        kind = f' office:value-type="float" office:value="{value}"'
        return _made(kind, str(value), style, check)
    return _string(cell_text(str(value or "")), style, check)


def _string(text: str, style: str, check: str = "") -> str:
    return _made(' office:value-type="string"' if text else "", text, style, check)


def _made(kind: str, text: str, style: str, check: str) -> str:
    checked = f" table:content-validation-name={quoteattr(check)}" if check else ""
    lines = "".join(map(_paragraph, text.split("\n"))) if text else ""
    opened = f'<table:table-cell table:style-name="{style}"{checked}{kind}>'
    return f"{opened}{lines}</table:table-cell>"


def _paragraph(line: str) -> str:
    """A line in which every space and tab counts."""
    said = re.sub("  +|^ | $", lambda run: f'<text:s text:c="{len(run[0])}"/>', escape(line))
    return f"<text:p>{said}</text:p>".replace("\t", "<text:tab/>")


def _letter(place: int) -> str:
    return chr(ord("A") + place)


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
