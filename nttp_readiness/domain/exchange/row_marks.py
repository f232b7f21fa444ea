"""The mark that each row of a table carries in its last cell, so that the row can come back.

It says which action or request the row is of, and holds for each other cell a fingerprint of what
was sent and none of its text. By it one can tell a cell that somebody changed from one in which
only the plan has moved on since: in a file of any kind, in a single sheet, in rows that were sorted
or copied elsewhere.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Literal, get_args

from nttp_readiness.domain.exchange.sheet_values import Given, fingerprint
from nttp_readiness.values import dataclass

Table = Literal["actions", "requests"]
"""What the rows of a table are."""
_BEGINS = "nttp2/"
_PRINT = 8
_MARK = re.compile(
    rf"{_BEGINS}(?P<document>[0-9a-f]{{8}})/(?P<table>[a-z]+)-(?P<sheet>\d{{1,4}})-(?P<rows>\d{{1,6}})"
    r"/(?P<key>[0-9a-f]{12})(?P<prints>(?:/[a-z_]+:[0-9a-f]{8})*)"
)


@dataclass(frozen=True, slots=True)
class RowMark:
    """`document` stands for the assessment; `sheet` is the number of the sheet that was sent, which
    had so many `rows` of that table; `prints` has the fingerprint of each other cell under the key
    of its column.
    """

    document: str
    table: Table
    sheet: int
    rows: int
    key: str
    prints: Mapping[str, str]

    def __str__(self) -> str:
        """The text that `read_mark` reads."""
        prints = "".join(f"/{column}:{each}" for column, each in self.prints.items())
        return f"{_BEGINS}{self.document}/{self.table}-{self.sheet}-{self.rows}/{self.key}{prints}"

    def sent(self, column: str, value: Given) -> bool:
        """Whether that value is what stood there when the table was sent."""
        return fingerprint(self.key, column, value).startswith(self.prints[column])


def mark_row(
    document: str, table: Table, sheet: int, rows: int, key: str, values: Mapping[str, Given]
) -> RowMark:
    """The mark of a row that holds those values under the keys of its columns."""
    prints = {each: fingerprint(key, each, value)[:_PRINT] for each, value in values.items()}
    return RowMark(document_mark(document), table, sheet, rows, key, prints)


def document_mark(document: str) -> str:
    """What stands for an assessment in the marks of its rows."""
    return hashlib.sha256(document.encode()).hexdigest()[:8]


def read_mark(value: Given) -> RowMark | None:
    """The mark in a cell; None where it holds none."""
    if not isinstance(value, str) or not value.strip().startswith(_BEGINS):
        return None
    found = _MARK.fullmatch(value.strip())
    if found is None:
        return None
    table = next((each for each in get_args(Table) if each == found["table"]), None)
    if table is None:
        return None
    pairs = [each.split(":") for each in found["prints"].split("/")[1:]]
    return RowMark(
        found["document"],
        table,
        int(found["sheet"]),
        int(found["rows"]),
        found["key"],
        dict(pairs),
    )
