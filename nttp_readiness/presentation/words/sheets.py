"""Tables for spreadsheets as values: what stands in their cells, never how it looks."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from nttp_readiness.domain.exchange.row_marks import Table
from nttp_readiness.values import dataclass, replace


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
Filling = Literal["", "may", "asked"]
"""Whether who gets a sheet can write in a column, or is asked to."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """`width` is in characters, at most; `choices` are the only words that make sense here, if any.
    A column of keys is for no eyes: by it a row is known when it comes back. One of shares holds
    words that are figures, such as "about 40%".
    """

    key: str
    title: str
    width: int
    kind: Literal["text", "number", "share", "date", "key"] = "text"
    choices: tuple[str, ...] = ()
    filling: Filling = ""
    nothing: str = ""
    """What stands in it where nothing was said."""

    @property
    def of_figures(self) -> bool:
        """Whether it holds figures, which stand at the right."""
        return self.kind in {"number", "share"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table under its caption. `id` names it for programs, `name` for people. By its first
    `naming` columns one knows a row: they stand again on each sheet of paper.
    """

    id: str
    name: str
    caption: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Amount, ...], ...]
    naming: int = 1


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


def in_use(book: Book) -> Book:
    """The book as people are given it, each sheet without columns that nobody needs there."""
    return replace(book, sheets=tuple(map(sheet_in_use, book.sheets)))


def sheet_in_use(sheet: Sheet) -> Sheet:
    """Without the columns in which no row says anything. Those that can be written in are kept, and
    stand behind the others where nobody is asked to fill them in.
    """
    if not sheet.rows:
        return sheet

    def turn(place: int) -> int | None:
        column = sheet.columns[place]
        if column.kind == "key":
            return 2
        if place < sheet.naming or column.filling == "asked":
            return 0
        if any(row[place] not in {"", None, column.nothing} for row in sheet.rows):
            return 0
        return 1 if column.filling else None

    turns = {place: turn(place) for place in range(len(sheet.columns))}
    order = [place for at in (0, 1, 2) for place, found in turns.items() if found == at]
    return replace(
        sheet,
        columns=tuple(sheet.columns[place] for place in order),
        rows=tuple(tuple(row[place] for place in order) for row in sheet.rows),
    )
