"""A spreadsheet that comes back, read with limits. Nothing in it is worked out.

Which kind it is says its content, not its name.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

from nttp_readiness.domain.exchange.sheet_values import GivenBook
from nttp_readiness.errors import DocumentError
from nttp_readiness.i18n import tr
from nttp_readiness.reports.unpacking import BROKEN, unpacks_to_too_much

MOST_ROWS, MOST_COLUMNS, MOST_SHEETS = 5_000, 60, 60
_ZIP, _OLD_OFFICE = b"PK", b"\xd0\xcf\x11\xe0"


def read_returned_sheet(data: bytes) -> GivenBook:
    """The sheets of an Excel, OpenDocument or CSV file.

    Raises DocumentError where it is none of them, or larger than a table of actions can be.
    """
    if data.startswith(_OLD_OFFICE):
        raise old_or_locked()
    try:
        return _reader(data)(data)
    except (MemoryError, DocumentError):
        raise
    except TooLargeError:
        raise too_large() from None
    except Exception:  # noqa: BLE001 - libraries let through whatever their parsers met in a broken file
        raise not_a_sheet() from None


class TooLargeError(Exception):
    """A file that is larger than a table of actions can be. It ends a reader and is never shown."""


def _reader(data: bytes) -> Callable[[bytes], GivenBook]:
    """What reads such a file. Each loads what it reads with only when it is needed."""
    if not data.startswith(_ZIP):
        from nttp_readiness.reports.sheets.returned_csv import read_csv  # noqa: PLC0415 - as said above

        return read_csv
    if _is_open_document(data):
        from nttp_readiness.reports.sheets.returned_ods import read_ods  # noqa: PLC0415 - as said above

        return read_ods
    from nttp_readiness.reports.sheets.returned_excel import read_excel  # noqa: PLC0415 - as said above

    return read_excel


def _is_open_document(data: bytes) -> bool:
    """Whether the packed file is one. Raises DocumentError where it is broken or too large."""
    try:
        if unpacks_to_too_much(data):
            raise too_large()
        with zipfile.ZipFile(BytesIO(data)) as parts:
            names = parts.namelist()
            kind = parts.read("mimetype") if "mimetype" in names else b""
    except BROKEN:
        raise not_a_sheet() from None
    return kind.strip().startswith(b"application/vnd.oasis.opendocument.spreadsheet")


def too_large() -> DocumentError:
    return _refused(
        tr("This file is too large to be a table of actions."), tr("Choose another file.")
    )


def not_a_sheet() -> DocumentError:
    return _refused(
        tr("This file is not a spreadsheet that can be read."),
        tr("Save it again as Excel (.xlsx), OpenDocument (.ods) or CSV."),
    )


def old_or_locked() -> DocumentError:
    return _refused(
        tr("This file has the old Excel format (.xls), or needs a password."),
        tr("Open it, and save it as an Excel workbook (.xlsx) without a password."),
    )


def _refused(what: str, cure: str) -> DocumentError:
    return DocumentError(what, safe=tr("Nothing was changed."), cure=cure)
