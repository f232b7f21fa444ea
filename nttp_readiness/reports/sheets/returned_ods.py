"""An OpenDocument spreadsheet that comes back, as cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from io import BytesIO

from odfdo import Document, Element

from nttp_readiness.domain.answers.fields import TEXT_LIMIT
from nttp_readiness.domain.exchange.sheet_values import (
    FIRST_DAY_1900,
    Covered,
    Formula,
    Given,
    GivenBook,
    GivenSheet,
)
from nttp_readiness.reports.sheets.returned_sheet import (
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_SHEETS,
    not_a_sheet,
    too_large,
)

_NUMBERS = {"float", "percentage", "currency"}


class _TooLargeError(Exception):
    pass


def read_ods(data: bytes) -> GivenBook:
    """Its sheets. Raises DocumentError for a broken file, or one that is too large."""
    try:
        body = Document(BytesIO(data)).body
        tables = body.get_elements("table:table")
        if len(tables) > MOST_SHEETS:
            raise _TooLargeError
        sheets = tuple(_sheet(each) for each in tables)
    except MemoryError:
        raise
    except _TooLargeError:
        raise too_large() from None
    except Exception:  # noqa: BLE001 - it lets through whatever its parsers met in a broken file
        raise not_a_sheet() from None
    return GivenBook(sheets, _epoch(body))


def _epoch(body: Element) -> dt.date:
    """The day that its day 0 is."""
    for each in body.get_elements("table:calculation-settings/table:null-date"):
        try:
            return dt.date.fromisoformat(str(each.get_attribute_string("table:date-value"))[:10])
        except ValueError:
            break
    return FIRST_DAY_1900


def _sheet(table: Element) -> GivenSheet:
    rows: list[list[Given]] = []
    empty = 0
    for element in table.get_elements("descendant::table:table-row"):
        row = list(_row(element))
        times = _repeated(element, "table:number-rows-repeated")
        if all(each is None for each in row):
            empty += times  # programs fill up a sheet with a million of them
            continue
        if len(rows) + empty + times > MOST_ROWS:
            raise _TooLargeError
        rows += [[] for _ in range(empty)]
        rows += [list(row) for _ in range(times)]
        empty = 0
    return GivenSheet(str(table.get_attribute_string("table:name")), rows)


def _row(row: Element) -> Iterator[Given]:
    """Its cells up to the last that holds something."""
    place, empty = 0, 0
    for cell in row.get_elements("table:table-cell|table:covered-table-cell"):
        value = _given(cell)
        times = _repeated(cell, "table:number-columns-repeated")
        if value is None:
            empty += times
            continue
        yield from [None] * min(empty, MOST_COLUMNS - place)
        place += empty
        yield from [value] * max(0, min(times, MOST_COLUMNS - place))
        place += times
        empty = 0
        if place >= MOST_COLUMNS:
            return


def _repeated(element: Element, name: str) -> int:
    return max(1, int(element.get_attribute_string(name) or 1))


def _given(cell: Element) -> Given:
    """What a cell says. A formula is not worked out."""
    if cell.tag == "table:covered-table-cell":
        return Covered()
    if cell.get_attribute_string("table:formula"):
        return Formula()
    kind = cell.get_attribute_string("office:value-type")
    if kind in _NUMBERS:
        return float(cell.get_attribute_string("office:value") or 0)
    if kind == "date":
        return _day(str(cell.get_attribute_string("office:date-value")))
    if kind == "boolean":
        return cell.get_attribute_string("office:boolean-value") == "true"
    said = cell.get_attribute_string("office:string-value")
    if said is None:
        said = "\n".join(each.inner_text for each in cell.get_elements("text:p"))
    return said[: TEXT_LIMIT + 1] or None


def _day(text: str) -> Given:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return text
