"""A spreadsheet of actions that comes back, read with limits. Nothing in it is worked out."""

from __future__ import annotations

import datetime as dt
import warnings
from io import BytesIO
from typing import Any

from nttp_readiness.domain.answers.fields import TEXT_LIMIT
from nttp_readiness.domain.exchange.sheet_fingerprints import (
    HIDDEN_SHEET,
    Cells,
    Formula,
    Given,
    SheetFingerprints,
    recall,
)
from nttp_readiness.errors import DocumentError
from nttp_readiness.i18n import tr
from nttp_readiness.reports.unpacking import BROKEN, unpacks_to_too_much

MOST_ROWS, MOST_COLUMNS = 5_000, 60


def read_actions_sheet(data: bytes) -> tuple[SheetFingerprints, Cells]:
    """What a spreadsheet of actions remembers of itself, and the cells of the actions' sheet.

    Raises DocumentError where it is no such spreadsheet, or larger than one can be.
    """
    _check_size(data)
    book = _opened(data)
    try:
        sent = recall(_cells(book, HIDDEN_SHEET))
        return sent, _cells(book, sent.name)
    finally:
        book.close()


def _check_size(data: bytes) -> None:
    try:
        too_much = unpacks_to_too_much(data)
    except BROKEN:
        raise _not_a_sheet() from None
    if too_much:
        raise _too_large()


def _opened(data: bytes) -> Any:  # noqa: ANN401 - openpyxl has no types
    import openpyxl  # noqa: PLC0415 - only who takes one back needs it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # parts that it leaves out are not read here anyway
            return openpyxl.load_workbook(BytesIO(data), read_only=True, keep_links=False)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - it lets through whatever its parsers met in a broken file
        raise _not_a_sheet() from None


def _cells(book: Any, name: str) -> list[list[Given]]:  # noqa: ANN401 - as above
    """The cells of one sheet; none where there is no such sheet."""
    if name not in book.sheetnames:
        return []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            sheet = book[name]
            sheet.reset_dimensions()  # a file may say anything about its own size
            rows = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS)
            cells = [[_given(cell) for cell in row] for row in rows]
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - as above
        raise _not_a_sheet() from None
    if len(cells) > MOST_ROWS:
        raise _too_large()
    return cells


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


def _too_large() -> DocumentError:
    return _refused(
        tr("This file is larger than a table of actions can be."), tr("Choose another file.")
    )


def _not_a_sheet() -> DocumentError:
    return _refused(
        tr("This file is not a spreadsheet that can be read."),
        tr("Save it again as an Excel workbook (.xlsx)."),
    )


def _refused(what: str, cure: str) -> DocumentError:
    return DocumentError(what, safe=tr("Nothing was changed."), cure=cure)
