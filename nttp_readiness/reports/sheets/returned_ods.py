"""An OpenDocument spreadsheet that comes back, as cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from io import BytesIO

from odfdo import Document, Element

from nttp_readiness.domain.answers.fields import TEXT_LIMIT
from nttp_readiness.domain.exchange.sheet_values import (
    FIRST_DAY_1900,
    Comment,
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
    TooLargeError,
)

_SHOWN = {"percentage", "currency", "time"}
"""Numbers that say more as they are shown than as they are kept."""


def read_ods(data: bytes) -> GivenBook:
    """Its sheets. Raises TooLargeError, and whatever the library meets in a broken file."""
    body = Document(BytesIO(data)).body
    tables = body.get_elements("table:table")
    if len(tables) > MOST_SHEETS:
        raise TooLargeError
    return GivenBook(tuple(map(_sheet, tables)), _epoch(body))


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
    comments: list[Comment] = []
    empty = 0
    for element in table.get_elements("descendant::table:table-row"):
        comments += _comments(element, len(rows) + empty)
        row = list(_row(element))
        times = _repeated(element, "table:number-rows-repeated")
        if all(each is None for each in row):
            empty += times  # programs fill up a sheet with a million of them
            continue
        if len(rows) + empty + times > MOST_ROWS:
            raise TooLargeError
        rows += [[] for _ in range(empty)]
        rows += [list(row) for _ in range(times)]
        empty = 0
    return GivenSheet(str(table.get_attribute_string("table:name")), rows, tuple(comments))


def _comments(row: Element, number: int) -> Iterator[Comment]:
    """What people wrote beside its cells."""
    if not row.get_elements("*/office:annotation"):
        return
    place = 0
    for cell in row.get_elements("table:table-cell|table:covered-table-cell"):
        for each in cell.get_elements("office:annotation"):
            lines = (part.inner_text for part in each.get_elements("text:p"))
            yield Comment(number, place, " ".join(lines))
        place += _repeated(cell, "table:number-columns-repeated")


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
    shown = "\n".join(each.inner_text for each in cell.get_elements("text:p"))
    if kind in _SHOWN and shown:
        return shown[: TEXT_LIMIT + 1]
    if kind == "float" or kind in _SHOWN - {"time"}:
        return float(cell.get_attribute_string("office:value") or 0)
    if kind == "date":
        return _day(str(cell.get_attribute_string("office:date-value")))
    if kind == "boolean":
        return cell.get_attribute_string("office:boolean-value") == "true"
    said = cell.get_attribute_string("office:string-value")
    if said is None:
        said = shown
    return said[: TEXT_LIMIT + 1] or None


def _day(text: str) -> Given:
    try:
        day = dt.datetime.fromisoformat(text)
    except ValueError:
        return text
    return day if day.time() != dt.time() else day.date()
