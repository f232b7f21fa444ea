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
from nttp_readiness.reports.sheets.excel_cells import comments_of, shown_number
from nttp_readiness.reports.sheets.returned_sheet import (
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_SHEETS,
    TooLargeError,
)

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)")
_MOST_COVERED = 300_000
_STRICT, _USUAL = b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/"
_NAMES = (
    (_STRICT + b"spreadsheetml/main", _USUAL + b"spreadsheetml/2006/main"),
    (_STRICT + b"officeDocument/relationships", _USUAL + b"officeDocument/2006/relationships"),
)
"""What the parts of a file are called that was saved as “Strict Open XML”, and what usually."""


def read_excel(data: bytes) -> GivenBook:
    """Its sheets. Raises TooLargeError, and whatever the library meets in a broken file."""
    import openpyxl  # noqa: PLC0415 - only who takes one back needs it

    data = _usual(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # parts that it leaves out are not read here anyway
        book = openpyxl.load_workbook(BytesIO(data), read_only=True, keep_links=False)
        try:
            sheets = tuple(_sheets(book, data))
        finally:
            book.close()
    of_1904 = book.epoch.year == FIRST_DAY_1904.year
    return GivenBook(sheets, FIRST_DAY_1904 if of_1904 else FIRST_DAY_1900)


def _usual(data: bytes) -> bytes:
    """The file with the usual names, which are all that the library knows."""
    with zipfile.ZipFile(BytesIO(data)) as parts:
        if _STRICT not in parts.read("xl/workbook.xml"):
            return data
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as usual:
            for name in parts.namelist():
                part = parts.read(name)
                for strict, known in _NAMES:
                    part = part.replace(strict, known)
                usual.writestr(name, part)
    return out.getvalue()


def _sheets(book: Any, data: bytes) -> list[GivenSheet]:  # noqa: ANN401 - openpyxl has no types
    if len(book.sheetnames) > MOST_SHEETS:
        raise TooLargeError
    found = []
    with zipfile.ZipFile(BytesIO(data)) as parts:
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # a file may say anything about its own size
            rows = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS)
            cells = [[_given(cell) for cell in row] for row in rows]
            if len(cells) > MOST_ROWS:
                raise TooLargeError
            # The library tells of merged cells only where it makes every cell of a sheet first.
            path = sheet._worksheet_path  # noqa: SLF001 - nothing else names the part
            covered = _with_covered(cells, parts.read(path))
            found.append(GivenSheet(sheet.title, covered, comments_of(parts, path)))
    return found


def _given(cell: Any) -> Given:  # noqa: ANN401 - as above
    """What a cell says. A formula is not worked out, and an error of one says nothing either."""
    value = cell.value
    if getattr(cell, "data_type", "") in {"f", "e"}:
        return Formula()
    if isinstance(value, bool | dt.date | None):
        return value
    if isinstance(value, int | float):
        return shown_number(value, cell.number_format) or float(value)
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
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
                    raise TooLargeError
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
