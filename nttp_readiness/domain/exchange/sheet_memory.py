"""The hidden sheet of a spreadsheet: by it one sees what was changed where nothing comes back.

Sheets of actions and requests carry their own marks. Of every other sheet this one holds for each
cell a fingerprint of what was sent. Files of the first kind, which earlier versions wrote, have the
fingerprints of the actions here: they still come back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from nttp_readiness.domain.answers.planned import STATUSES, Status
from nttp_readiness.domain.exchange.row_marks import RowMark, document_mark
from nttp_readiness.domain.exchange.sheet_values import Cells, Given, GivenSheet, said
from nttp_readiness.errors import DocumentError
from nttp_readiness.i18n import tr
from nttp_readiness.values import dataclass

HIDDEN_SHEET = "As sent"
_FIRST, _SECOND = "nttp-readiness-actions-1", "nttp-readiness-sheets-2"
_EMPTY = "-"


@dataclass(frozen=True, slots=True)
class Memory:
    """`rows` has for each sheet, by its name, the fingerprints of its cells row by row.

    The rest is of a file of the first kind: the `title` of each column, the word of each status,
    and the marks of its rows under their keys.
    """

    rows: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    statuses: Mapping[Status, str] = field(default_factory=dict)
    marks: Mapping[str, RowMark] = field(default_factory=dict)


NO_MEMORY = Memory()


def remembered(sheets: Sequence[GivenSheet]) -> Cells:
    """The rows of the hidden sheet for sheets just as they are written."""
    return (
        [_SECOND],
        *(row for sheet in sheets for row in _lines(sheet)),
    )


def _lines(sheet: GivenSheet) -> Iterator[list[Given]]:
    yield ["sheet", sheet.name]
    for row in sheet.cells:
        yield ["row", " ".join(prints_of(sheet.name, row)) or _EMPTY]


def prints_of(sheet: str, row: Sequence[Given]) -> tuple[str, ...]:
    """The fingerprints of a row's cells; empty cells at its end are none."""
    prints = [_EMPTY if not said(each) else _print(sheet, each) for each in row]
    while prints and prints[-1] == _EMPTY:
        prints.pop()
    return tuple(prints)


def _print(sheet: str, value: Given) -> str:
    return hashlib.sha256(f"{sheet}/{said(value)}".encode()).hexdigest()[:8]


def recall(cells: Cells) -> Memory:
    """What a hidden sheet holds. Raises DocumentError for one that the program did not write."""
    lines = [[each for each in row if each is not None] for row in cells]
    lines = [row for row in lines if row]
    if any(not isinstance(each, str) for row in lines for each in row) or not lines:
        raise no_memory()
    texts = [[str(each) for each in row] for row in lines]
    if texts[0][0] == _FIRST:
        return _first_kind(texts)
    if texts[0][0] == _SECOND:
        return Memory(rows=_rows(texts[1:]))
    raise no_memory()


def _rows(lines: Sequence[Sequence[str]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    rows: dict[str, list[tuple[str, ...]]] = {}
    name = ""
    for kind, *rest in lines:
        if kind == "sheet" and len(rest) == 1:
            name = rest[0]
            rows[name] = []
        elif kind == "row" and name in rows and len(rest) == 1:
            rows[name].append(tuple(rest[0].split()) if rest[0] != _EMPTY else ())
        else:
            raise no_memory()
    return {each: tuple(found) for each, found in rows.items()}


def _first_kind(lines: Sequence[Sequence[str]]) -> Memory:
    if len(lines) < 3:
        raise no_memory()
    (_, *about), (_, *columns), (_, *statuses), *sent = lines
    if len(about) != 2 or len(columns) % 2 or len(statuses) % 2:
        raise no_memory()
    titles = dict(_pairs(columns))
    if any(len(row) != len(titles) + 1 or row[0] != "sent" for row in sent):
        raise no_memory()
    known: dict[str, Status] = {each: each for each in STATUSES}
    keys, document = list(titles)[1:], document_mark(about[0])
    return Memory(
        columns=titles,
        statuses={known[status]: word for status, word in _pairs(statuses) if status in known},
        marks={
            row[1]: RowMark(
                document, "actions", 1, len(sent), row[1], dict(zip(keys, row[2:], strict=True))
            )
            for row in sent
        },
    )


def _pairs(values: Sequence[str]) -> Sequence[tuple[str, str]]:
    return list(zip(values[::2], values[1::2], strict=True))


def no_memory() -> DocumentError:
    """A table that came back without what tells its rows apart."""
    return DocumentError(
        tr("This spreadsheet has lost what the program needs to see what changed."),
        safe=tr("Nothing was changed."),
        cure=tr(
            "Save the actions as a spreadsheet again and make the changes there. Keep the"
            " last column, “Key”."
        ),
    )
