"""What cells of a spreadsheet hold, whatever program wrote them, and how two are compared."""

from __future__ import annotations

import datetime as dt
import hashlib
import unicodedata
from collections.abc import Sequence

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.values import dataclass

_UNSEEN = {"Cc", "Cf", "Cn"}
_SELECTORS = {*map(chr, range(0xFE00, 0xFE10)), "\N{REPLACEMENT CHARACTER}"}
"""What else may be lost or stand for something lost on the way."""
FIRST_DAY_1900, FIRST_DAY_1904 = dt.date(1899, 12, 30), dt.date(1904, 1, 1)
"""The day 0 from which spreadsheets count days."""
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins of which a spreadsheet could make a formula."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that holds a formula, whose result nobody typed, or the error of one.

    `text` is what stands there in a file in which a text that begins so looks the same.
    """

    text: str = ""


@dataclass(frozen=True, slots=True)
class Covered:
    """A cell that lies under another one that was merged over it: nobody emptied it."""


Given = str | float | bool | dt.date | Formula | Covered | None
"""What a cell can hold. A number is a float, whole or not."""
Cells = Sequence[Sequence[Given]]


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote beside a cell; both places count from 0."""

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class GivenSheet:
    """One sheet of a file, row by row from its top."""

    name: str
    cells: Cells
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class GivenBook:
    """A file of tables as it came. `epoch` is the day that its day 0 is.

    `letters` names the character set of a file that could not hold every letter: what it has none
    for came back as another one.
    """

    sheets: tuple[GivenSheet, ...]
    epoch: dt.date = FIRST_DAY_1900
    letters: str = ""


def row_key(assessment: Assessment, name: str) -> str:
    """The key of an action in what leaves the program: always the same, and it says nothing."""
    return hashlib.sha256(f"{assessment.id}/{name}".encode()).hexdigest()[:12]


def request_key(assessment: Assessment, request_id: str) -> str:
    """The same of a request to others."""
    return row_key(assessment, f"ask/{request_id}")


def fingerprint(key: str, column: str, value: Given) -> str:
    """A short digest of what a cell says. Spaces and invisible characters do not count."""
    return hashlib.sha256(f"{key}/{column}/{said(value)}".encode()).hexdigest()[:16]


def said(value: Given) -> str:
    """A cell's value as one line of text, the same whatever program wrote it."""
    if isinstance(value, dt.datetime):
        value = value.date()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, Formula | Covered):
        return ""
    if not isinstance(value, str):
        return "" if value is None else str(value)
    kept = (
        each
        for each in unicodedata.normalize("NFC", value)
        if each.isspace() or not (unicodedata.category(each) in _UNSEEN or each in _SELECTORS)
    )
    return " ".join("".join(kept).split())


def without_apostrophe(value: Given) -> Given:
    """The text without the apostrophe that a CSV has before what looks like a formula, and that
    programs keep which open one.
    """
    if not isinstance(value, str) or not value.startswith("'"):
        return value
    return value[1:] if value[1:].lstrip("\n").startswith(STARTS_A_FORMULA) else value


def typed_text(value: Given) -> str:
    """A cell's value as a text of several lines, as a field of the plan keeps it."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").strip()
    if isinstance(value, dt.datetime) and value.time() != dt.time():
        return f"{value:%Y-%m-%d %H:%M}"
    return said(value)


def cell_name(row: int, column: int) -> str:
    """A cell as spreadsheets call it, "E4"; both count from 0."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def cell_place(name: str) -> tuple[int, int]:
    """The row and column of a cell that spreadsheets call so; both count from 0."""
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(name[len(letters) :]) - 1, column - 1
