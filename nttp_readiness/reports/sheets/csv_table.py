"""A table as CSV that every spreadsheet opens as text, whatever stands in it."""

from __future__ import annotations

import csv
import datetime as dt
from io import StringIO

from nttp_readiness.domain.exchange.sheet_values import STARTS_A_FORMULA
from nttp_readiness.presentation.words.sheets import Amount, Sheet
from nttp_readiness.reports.safe_text import portable_text
from nttp_readiness.reports.sheets.sheet_marks import marked


def write_csv(sheet: Sheet, document: str = "") -> bytes:
    """The headings and rows in UTF-8 with a mark of it; dates are 2027-03-12. `document` is the id
    of the assessment into whose plan the rows can come back.
    """
    sheet = marked(sheet, document)
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([_cell(each.title) for each in sheet.columns])
    writer.writerows([_cell(each) for each in row] for row in sheet.rows)
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Amount) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, int):
        return str(value)
    text = portable_text(str(value or "")).strip(" ")
    return f"'{text}" if text.lstrip("\n").startswith(STARTS_A_FORMULA) else text
