"""A CSV file that comes back, in any usual character set and with any usual separator, as cells."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Sequence
from io import StringIO

from nttp_readiness.domain.answers.fields import TEXT_LIMIT
from nttp_readiness.domain.exchange.row_marks import read_mark
from nttp_readiness.domain.exchange.sheet_values import Formula, Given, GivenBook, GivenSheet
from nttp_readiness.reports.sheets.returned_sheet import (
    MOST_COLUMNS,
    MOST_ROWS,
    not_a_sheet,
    too_large,
)

_SEPARATORS = (",", ";", "\t", "|")
_WINDOWS = "cp1252"
_MARKS: Sequence[tuple[bytes, str]] = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""How a text begins that says its character set itself."""


def read_csv(data: bytes) -> GivenBook:
    """Its rows as those of one sheet. Raises DocumentError where it is no table of ours."""
    text, letters = _decoded(data)
    if "\0" in text:
        raise not_a_sheet()
    found = [rows for each in _SEPARATORS if (rows := _rows(text, each)) is not None]
    if not found:
        raise not_a_sheet()
    rows = max(found, key=_worth)
    if text.lstrip().startswith(("{", "[", "<")) or not _is_table(rows):
        raise not_a_sheet()
    if len(rows) > MOST_ROWS:
        raise too_large() if _worth(rows)[0] else not_a_sheet()
    cells = [[_given(each) for each in row[:MOST_COLUMNS]] for row in rows]
    return GivenBook((GivenSheet("", cells),), letters=letters)


def _decoded(data: bytes) -> tuple[str, str]:
    """The text, and the name of its character set where that does not have every letter."""
    try:
        for mark, name in _MARKS:
            if data.startswith(mark):
                return data.decode(name), ""
        if data[1:2] == b"\0":
            return data.decode("utf-16-le"), ""
        if data[:1] == b"\0":
            return data.decode("utf-16-be"), ""
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        return data.decode(_WINDOWS, "replace"), _WINDOWS


def _rows(text: str, separator: str) -> list[list[str]] | None:
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        return None
    if rows and rows[0] and rows[0][0].casefold().startswith("sep="):
        return rows[1:]
    return rows


def _worth(rows: list[list[str]]) -> tuple[int, int]:
    """How likely the rows were parted at the right sign: marks stand alone in their cells then."""
    marks = sum(read_mark(each) is not None for row in rows for each in row)
    return marks, max((len(row) for row in rows), default=0)


def _is_table(rows: list[list[str]]) -> bool:
    return sum(len(row) > 1 for row in rows) > 1


def _given(text: str) -> Given:
    """What a cell says."""
    if text.startswith("=") and len(text) > 1:
        return Formula(text)
    return text[: TEXT_LIMIT + 1] or None
