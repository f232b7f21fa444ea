"""A field in words: what stands over it in a sheet and beside it in a form, and what it is called.

What the field is (its kind, its limit, what redaction takes) stands in the domain's table.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from nttp_readiness.domain.answers.fields import Fields, FieldSpec, Kind, Printed
from nttp_readiness.presentation.words import words

Editor = Literal["", "line", "text", "date", "choice"]
CellValue = str | int | dt.date | None
Choices = Sequence[tuple[CellValue, str]]
_EDITORS: dict[Kind, Editor] = {
    "line": "line", "people": "line", "givers": "line", "body": "line", "view": "line",
    "place": "line",
    "text": "text", "date": "date", "choice": "choice", "level": "choice",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FieldColumn:
    """`sheet` is its width in a spreadsheet in characters, 0 where it is no column there; `lines`
    how high it is in a form.
    """

    fields: ClassVar[Fields] = {}
    """The table of the domain that its key is of."""
    key: str
    heading: Callable[[], str]
    sheet: int = 0
    lines: int = 2
    hint: Callable[[], str] = str
    nothing: Callable[[], str] = str
    """What to say where nothing stands in it."""
    values: Callable[[], Choices] = tuple
    """What it can hold, with its words; levels have theirs from a bank."""
    never_offered: tuple[CellValue, ...] = ()
    """What is not chosen but comes about."""
    in_a_row: bool = False
    """Whether a form shows all values beside each other: a few short words."""
    wraps: bool = False
    """Whether its one line may well be long."""

    @property
    def spec(self) -> FieldSpec | None:
        """What the domain says of the field; None for what is worked out."""
        return self.fields.get(self.key)

    @property
    def editor(self) -> Editor:
        """What it is changed with; empty for what is worked out."""
        return _EDITORS.get(self.spec.kind, "") if self.spec else ""

    @property
    def choices(self) -> Choices:
        """The values that people choose from, with their words."""
        return [pair for pair in self.values() if pair[0] not in self.never_offered]

    @property
    def limit(self) -> int:
        """Characters that people may write there."""
        return self.spec.limit if self.spec else 0

    def printed(self, where: Printed) -> bool:
        return self.spec is not None and where in self.spec.printed

    def words(self, value: object) -> str:
        """What stands in it, in words; empty where nothing does."""
        if isinstance(value, str) and self.values is tuple:
            return value.strip()
        if isinstance(value, dt.date):
            return words.day(value)
        for known, word in self.values():
            if known == value:
                return word
        return "" if value is None else str(value).strip()

    def cell_words(self, value: object) -> str:
        """The same for a narrow cell."""
        return words.short_day(value) if isinstance(value, dt.date) else self.words(value)
