"""Tables for spreadsheets as values: what stands in their cells, never how it looks."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from nttp_readiness.domain.exchange.row_marks import Table
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class RowKey:
    """What the last cell of a row holds that can come back: whose row it is. A writer makes the
    row's mark of it.
    """

    table: Table
    key: str

    def __str__(self) -> str:
        return self.key


Amount = str | int | dt.date | RowKey | None
"""What a cell holds. Figures are rounded, and text is as people typed it."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """`width` is in characters; `choices` are the only words that make sense here, if any. A column
    of keys is for no eyes: by it a row is known when it comes back.
    """

    key: str
    title: str
    width: int
    kind: Literal["text", "number", "date", "key"] = "text"
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table under its caption. `id` names it for programs, `name` for people."""

    id: str
    name: str
    caption: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Amount, ...], ...]


@dataclass(frozen=True, slots=True)
class Book:
    """Several sheets with what they are about."""

    title: str
    author: str
    subject: str
    about: tuple[tuple[str, str], ...]
    disclaimer: str
    sheets: tuple[Sheet, ...]
    document: str = ""
    """The assessment's id, for the marks of rows that can come back into its plan."""
