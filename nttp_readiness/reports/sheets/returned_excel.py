"""An Excel file that comes back, as cells."""

from __future__ import annotations

import datetime as dt
import re
import warnings
import zipfile
from io import BytesIO
from typing import Any

from nttp_readiness.domain.answers.fields import TEXT_LIMIT
from nttp_readiness.domain.exchange.sheet_values import (
    FIRST_DAY_1900,
    FIRST_DAY_1904,
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

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)")
_MOST_COVERED = 300_000


def read_excel(data: bytes) -> GivenBook:
    """Its sheets. Raises DocumentError for a broken file, or one that is too large."""
    import openpyxl  # noqa: PLC0415 - only who takes one back needs it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # parts that it leaves out are not read here anyway
            book = openpyxl.load_workbook(BytesIO(data), read_only=True, keep_links=False)
            try:
                sheets = tuple(_sheets(book, data))
            finally:
                book.close()
    except MemoryError:
        raise
    except _TooLargeError:
        raise too_large() from None
    except Exception:  # noqa: BLE001 - it lets through whatever its parsers met in a broken file
        raise not_a_sheet() from None
    of_1904 = book.epoch.year == FIRST_DAY_1904.year
    return GivenBook(sheets, FIRST_DAY_1904 if of_1904 else FIRST_DAY_1900)


class _TooLargeError(Exception):
    pass


def _sheets(book: Any, data: bytes) -> list[GivenSheet]:  # noqa: ANN401 - openpyxl has no types
    if len(book.sheetnames) > MOST_SHEETS:
        raise _TooLargeError
    found = []
    with zipfile.ZipFile(BytesIO(data)) as parts:
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # a file may say anything about its own size
            rows = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS)
            cells = [[_given(cell) for cell in row] for row in rows]
            if len(cells) > MOST_ROWS:
                raise _TooLargeError
            # The library tells of merged cells only where it makes every cell of a sheet first.
            part = parts.read(sheet._worksheet_path)  # noqa: SLF001 - nothing else names the part
            found.append(GivenSheet(sheet.title, _with_covered(cells, part)))
    return found


def _given(cell: Any) -> Given:  # noqa: ANN401 - as above
    """What a cell says. A formula is not worked out, and an error of one says nothing either."""
    value = cell.value
    if getattr(cell, "data_type", "") in {"f", "e"}:
        return Formula()
    if isinstance(value, bool | dt.date | None):
        return value
    if isinstance(value, int | float):
        return float(value)
    return str(value).replace("_x000D_", "\r")[: TEXT_LIMIT + 1]


def _with_covered(cells: list[list[Given]], part: bytes) -> list[list[Given]]:
    """The cells, those marked over which another one was merged."""
    count = 0
    for left, top, right, bottom in _MERGED.findall(part):
        first = _number(left), int(top) - 1
        last = min(_number(right), MOST_COLUMNS - 1), min(int(bottom), len(cells)) - 1
        for row in range(first[1], last[1] + 1):
            for column in range(first[0], last[0] + 1):
                count += 1
                if count > _MOST_COVERED:
                    raise _TooLargeError
                if (column, row) != first:
                    cells[row] += [None] * (column + 1 - len(cells[row]))
                    cells[row][column] = Covered()
    return cells


def _number(letters: bytes) -> int:
    """A column by its letters, counted from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
