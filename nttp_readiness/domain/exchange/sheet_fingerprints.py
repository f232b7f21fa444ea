"""What a spreadsheet of actions remembers of itself, so that it can come back.

A second, hidden sheet holds for each cell a fingerprint of what was sent and none of its text. By
it one can tell a cell that somebody changed from one in which only the plan has moved on since.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import unicodedata
from collections.abc import Mapping, Sequence

from nttp_readiness.domain.answers.assessment import STATUSES, Assessment, Status
from nttp_readiness.errors import DocumentError
from nttp_readiness.i18n import tr
from nttp_readiness.values import dataclass

HIDDEN_SHEET = "As sent"
_FORMAT = "nttp-readiness-actions-1"
_UNSEEN = {"Cc", "Cf", "Cn"}
_SELECTORS = {*map(chr, range(0xFE00, 0xFE10)), "\N{REPLACEMENT CHARACTER}"}
"""What else may be lost or stand for something lost on the way."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that holds a formula, whose result nobody typed."""


Given = str | float | bool | dt.date | Formula | None
"""What a cell can hold. A number is a float, whole or not."""
Cells = Sequence[Sequence[Given]]


@dataclass(frozen=True, slots=True)
class SheetFingerprints:
    """`columns` has the title of each column under its key, the first being that of the row's key;
    `statuses` the words for each status; `prints` under the row's key the fingerprints of its other
    cells, in the order of the columns.
    """

    document: str
    name: str
    columns: Mapping[str, str]
    statuses: Mapping[Status, str]
    prints: Mapping[str, tuple[str, ...]]


def row_key(assessment: Assessment, action_id: str) -> str:
    """The key of an action in what leaves the program: always the same, and it says nothing."""
    return hashlib.sha256(f"{assessment.id}/{action_id}".encode()).hexdigest()[:12]


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
    if not isinstance(value, str):
        return "" if value is None else str(value)
    kept = (
        each
        for each in unicodedata.normalize("NFC", value)
        if each.isspace() or not (unicodedata.category(each) in _UNSEEN or each in _SELECTORS)
    )
    return " ".join("".join(kept).split())


def remember(
    document: str,
    name: str,
    columns: Mapping[str, str],
    status_words: Mapping[Status, str],
    rows: Cells,
) -> Cells:
    """The rows of the hidden sheet. `columns` and `rows` are those of the sheet called `name`."""
    keys = list(columns)
    sent = (
        ["sent", str(row[0]), *(
            fingerprint(str(row[0]), column, value)
            for column, value in zip(keys[1:], row[1:], strict=True)
        )]
        for row in rows
    )  # fmt: skip
    return (
        [_FORMAT, document, name],
        ["columns", *(each for pair in columns.items() for each in pair)],
        ["statuses", *(each for pair in status_words.items() for each in pair)],
        *sent,
    )


def recall(rows: Cells) -> SheetFingerprints:
    """The other way round. Raises DocumentError for rows that `remember` did not make."""
    lines = [[each for each in row if each is not None] for row in rows]
    lines = [row for row in lines if row]
    if any(not isinstance(each, str) for row in lines for each in row) or len(lines) < 3:
        raise _no_memory()
    (kind, *about), (_, *columns), (_, *statuses), *sent = [
        [str(each) for each in row] for row in lines
    ]
    if kind != _FORMAT or len(about) != 2 or len(columns) % 2 or len(statuses) % 2:
        raise _no_memory()
    titles = dict(_pairs(columns))
    if any(len(row) != len(titles) + 1 or row[0] != "sent" for row in sent):
        raise _no_memory()
    known: dict[str, Status] = {each: each for each in STATUSES}
    return SheetFingerprints(
        document=about[0],
        name=about[1],
        columns=titles,
        statuses={known[status]: word for status, word in _pairs(statuses) if status in known},
        prints={row[1]: tuple(row[2:]) for row in sent},
    )


def _pairs(values: Sequence[str]) -> Sequence[tuple[str, str]]:
    return list(zip(values[::2], values[1::2], strict=True))


def _no_memory() -> DocumentError:
    return DocumentError(
        tr("This spreadsheet no longer knows what was sent with it."),
        safe=tr("Nothing was changed."),
        cure=tr("Please save the actions as Excel again, and make the changes there."),
    )
