"""Tables just as they are written: with the marks by which their rows come back, and the hidden
sheet by which one sees what was changed in the others. One place for all kinds of file.
"""

from __future__ import annotations

from collections import Counter

from nttp_readiness.domain.exchange.row_marks import Table, mark_row
from nttp_readiness.domain.exchange.sheet_memory import remembered
from nttp_readiness.domain.exchange.sheet_values import Cells, Given, GivenSheet
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words.sheets import (
    Amount,
    Book,
    RowKey,
    Sheet,
    SheetColumn,
)
from nttp_readiness.reports.safe_text import portable_text
from nttp_readiness.values import replace

HEADER_ROW = 2
"""Where a table's headings are, counted from 0: under the caption and an empty row."""
ROOM_FOR_MORE = 200
"""So many rows below a table offer what its rows offer, for what people add."""
ABOUT_COLUMNS = (SheetColumn("label", "", 26), SheetColumn("text", "", 90))
"""Those of the sheet that says what a book is of."""
_MOST_UNITS = 32_000
"""A cell takes 32,767 units of UTF-16; a longer text ends with words that say so."""


def cell_text(text: str) -> str:
    """The text as a cell can hold it."""
    text = portable_text(text).strip()
    if len(text.encode("utf-16-le")) // 2 <= _MOST_UNITS:
        return text
    kept = text.encode("utf-16-le")[: 2 * _MOST_UNITS].decode("utf-16-le", "ignore")
    return kept + "\n" + tr("… (this note goes on; the action plan has all of it)")


def marked_book(book: Book) -> Book:
    """The book with its texts as cells hold them, and marks in place of the keys of its rows."""
    sheets = (marked(each, book.document, n) for n, each in enumerate(book.sheets, start=1))
    return replace(book, sheets=tuple(sheets))


def marked(sheet: Sheet, document: str, number: int = 1) -> Sheet:
    """The same of one sheet, the `number`th of its book."""
    keys = [each.key for each in sheet.columns]
    counts = Counter(each.table for row in sheet.rows for each in row if isinstance(each, RowKey))
    rows = []
    for row in sheet.rows:
        cells = [cell_text(each) if isinstance(each, str) else each for each in row]
        rows.append(tuple(_marked(cells, keys, document, number, counts)))
    return replace(sheet, rows=tuple(rows))


def _marked(
    cells: list[Amount], keys: list[str], document: str, number: int, counts: Counter[Table]
) -> list[Amount]:
    mine = next((each for each in cells if isinstance(each, RowKey)), None)
    if mine is None:
        return cells
    values = {
        key: given(value)
        for key, value in zip(keys, cells, strict=True)
        if not isinstance(value, RowKey)
    }
    mark = str(mark_row(document, mine.table, number, counts[mine.table], mine.key, values))
    return [mark if each is mine else each for each in cells]


def given(value: Amount) -> Given:
    """A cell's value as it is read back."""
    if isinstance(value, int):
        return float(value)
    return str(value) if isinstance(value, RowKey) else value


def as_written(book: Book) -> Cells:
    """The rows of the hidden sheet. Of sheets that come back it knows what is above the headings
    alone: their rows carry their own marks.
    """
    sheets = [GivenSheet(each.name, _rows(each)) for each in book.sheets]
    about = [[cell_text(label), cell_text(text)] for label, text in book.about]
    return remembered((*sheets, GivenSheet(tr("About"), about)))


def _rows(sheet: Sheet) -> Cells:
    above: list[list[Given]] = [[cell_text(sheet.caption)], []]
    if any(each.kind == "key" for each in sheet.columns):
        return above
    heads: list[Given] = [portable_text(each.title) for each in sheet.columns]
    return [*above, heads, *([given(each) for each in row] for row in sheet.rows)]
