"""Tables for spreadsheets as values: what stands in their cells, never how it looks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from nttp_readiness.domain.answers.assessment import Status
from nttp_readiness.values import dataclass

Amount = str | int | dt.date | None
"""What a cell holds. Figures are rounded, and text is as people typed it."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """`width` is in characters; `choices` are the only words that make sense here, if any."""

    key: str
    title: str
    width: int
    kind: Literal["text", "number", "date"] = "text"
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
    """The assessment's id, where the first sheet can come back into its plan."""
    status_words: Mapping[Status, str] = field(default_factory=dict)
