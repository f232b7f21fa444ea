"""What stood in a spreadsheet that came back and is not taken: each with its place and why."""

from __future__ import annotations

from typing import Literal

from nttp_readiness.domain.exchange.sheet_values import Given, cell_name, said
from nttp_readiness.values import dataclass

Reason = Literal[
    "unknown", "twice", "other_document", "no_title", "same_title",
    "formula", "merged", "no_date", "no_status", "no_horizon", "both", "no_names", "too_long",
    "not_taken",
    "no_column", "renamed", "extra_column", "above", "no_headings", "no_keys", "other_sheet",
    "unknown_sheet", "comment",
]  # fmt: skip
"""Why: rows; then cells; then columns; then whole parts of the file."""


@dataclass(frozen=True, slots=True)
class Left:
    """`row` counts as a spreadsheet does, 0 for a whole column or sheet. `column` is a heading,
    `title` what the row is of, and `text` what stands in the cell.
    """

    reason: Reason
    sheet: str
    row: int = 0
    cell: str = ""
    column: str = ""
    title: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell or row of a sheet; `row` and `column` count from 0."""

    sheet: str
    row: int
    column: int = -1

    @property
    def cell(self) -> str:
        """The cell as spreadsheets call it; empty for a whole row."""
        return "" if self.column < 0 else cell_name(self.row, self.column)

    def left(
        self, reason: Reason, *, column: str = "", title: str = "", value: Given = None
    ) -> Left:
        """That this was not taken."""
        return Left(reason, self.sheet, self.row + 1, self.cell, column, title, text=said(value))
