"""Where in a file that came back the tables of actions and requests stand, and what else does.

A table is known by the marks of its rows, so that it may be in any sheet, in any order, under any
name. A column is known by its heading; one that was renamed, by what stands in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from nttp_readiness.domain.answers.fields import FieldSpec
from nttp_readiness.domain.answers.planned import Horizon
from nttp_readiness.domain.exchange.row_marks import RowMark, Table, read_mark
from nttp_readiness.domain.exchange.sheet_left import Left, Place
from nttp_readiness.domain.exchange.sheet_memory import (
    HIDDEN_SHEET,
    NO_MEMORY,
    Memory,
    prints_of,
    recall,
)
from nttp_readiness.domain.exchange.sheet_values import Cells, Given, GivenBook, GivenSheet, said
from nttp_readiness.typed.letters import key
from nttp_readiness.values import dataclass

_TABLES: tuple[Table, ...] = ("actions", "requests")
_SURELY, _LATEST_HEAD = 3, 60
"""So many headings in a row make it a row of headings; below that row nobody puts one."""


@dataclass(frozen=True, slots=True)
class SheetWords:
    """How tables are said: the heading of each column under its key; the words of each status; the
    words of each horizon; and other words that people write for a status, as letters are compared.

    `under` has, for each field of a request, the column of the actions in which it stands where a
    file holds one table alone. `without_names` says a field as a table does that has no names.
    """

    columns: Mapping[Table, Mapping[str, str]]
    statuses: Mapping[Table, Mapping[str, str]]
    horizons: Mapping[Horizon, str]
    also: Mapping[str, str]
    under: Mapping[str, str]
    without_names: Callable[[FieldSpec, str], str]


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row under the headings; without a mark it is nobody's yet. `number` counts from 0."""

    number: int
    mark: RowMark | None
    cells: Sequence[Given]


@dataclass(frozen=True, slots=True)
class ReturnedTable:
    """`kind` is the table whose headings it has, `places` where each of its columns is."""

    sheet: str
    kind: Table
    places: Mapping[str, int]
    headings: Mapping[str, str]
    rows: tuple[ReturnedRow, ...]

    def value(self, row: ReturnedRow, column: str) -> Given:
        """What stands in that column of the row."""
        return _at(row.cells, self.places[column])

    def place(self, row: ReturnedRow, column: str = "") -> Place:
        return Place(self.sheet, row.number, self.places[column] if column else -1)

    def title(self, row: ReturnedRow) -> str:
        """What the row is of, as it says itself."""
        name = "title" if self.kind == "actions" else "request"
        return said(self.value(row, name)) if name in self.places else ""


@dataclass(frozen=True, slots=True)
class ReturnedTables:
    """`memory` is that of the file's hidden sheet."""

    tables: tuple[ReturnedTable, ...]
    left: tuple[Left, ...]
    memory: Memory


def find_tables(book: GivenBook, words: SheetWords) -> ReturnedTables:
    """The tables of a file, with all that stands around them and was not so when it was sent."""
    hidden = next((each for each in book.sheets if each.name == HIDDEN_SHEET), None)
    memory = recall(hidden.cells) if hidden and hidden.cells else NO_MEMORY
    tables: list[ReturnedTable] = []
    left: list[Left] = []
    for sheet in book.sheets:
        if sheet is hidden:
            continue
        left += _comments(sheet)
        marks = _marks(sheet.cells, memory)
        if marks:
            table = _Finder(sheet, marks, memory, words, left).table()
            tables += [table] if table else []
        else:
            left += _other_sheet(sheet, memory, words)
    return ReturnedTables(tuple(tables), tuple(left), memory)


def _marks(cells: Cells, memory: Memory) -> dict[tuple[int, int], RowMark]:
    found = {}
    for number, row in enumerate(cells):
        for place, value in enumerate(row):
            if not isinstance(value, str):
                continue
            mark = read_mark(value) or memory.marks.get(value.strip())
            if mark is not None:
                found[number, place] = mark
    return found


class _Finder:
    """Looks for headings, columns and rows in one sheet that holds marks."""

    def __init__(
        self,
        sheet: GivenSheet,
        marks: Mapping[tuple[int, int], RowMark],
        memory: Memory,
        words: SheetWords,
        left: list[Left],
    ) -> None:
        self._sheet, self._memory, self._left = sheet, memory, left
        self._keys_at = Counter(place for _, place in marks).most_common(1)[0][0]
        self._marks = {row: mark for (row, place), mark in marks.items() if place == self._keys_at}
        self._words: Mapping[Table, Mapping[str, str]] = words.columns
        if memory.columns:
            self._words = {**words.columns, "actions": memory.columns}

    def table(self) -> ReturnedTable | None:
        head, kind = self._head()
        if head < 0:
            self._left.append(Left("no_headings", self._sheet.name))
            return None
        self._left += self._above(head)
        columns = self._words[kind]
        key_of = {heading_key(title): name for name, title in columns.items()}
        sent = list(dict.fromkeys(each for mark in self._marks.values() for each in mark.prints))
        places: dict[str, int] = {}
        others: list[int] = []
        width = max(len(row) for row in self._sheet.cells[head:])
        heads = self._sheet.cells[head]
        for place in range(width):
            name = key_of.get(heading_key(_at(heads, place)))
            if place == self._keys_at or name == "key":
                continue
            if name and name not in places:
                places[name] = place
            else:
                others.append(place)
        again = {name: heading_key(columns[name]) for name in places}
        rows = tuple(self._rows(head, places, again))
        others = self._renamed(rows, heads, [e for e in sent if e not in places], places, others)
        self._left += self._extra(rows, heads, others)
        headings = {name: said(_at(heads, place)) for name, place in places.items()}
        return ReturnedTable(self._sheet.name, kind, places, headings, rows)

    def _head(self) -> tuple[int, Table]:
        """The row of headings, the last above the rows that were sent, and whose they are."""
        best: tuple[int, int, Table] = (0, -1, "actions")
        for number in range(min(self._marks)):
            texts = {heading_key(each) for each in self._sheet.cells[number]} - {""}
            for table in _TABLES:
                count = len(texts & {heading_key(title) for title in self._words[table].values()})
                if count >= 2 and count >= best[0]:
                    best = (count, number, table if count > best[0] else best[2])
        return best[1], best[2]

    def _rows(
        self, head: int, places: Mapping[str, int], again: Mapping[str, str]
    ) -> Iterator[ReturnedRow]:
        """Each row that says something, but for headings that somebody repeated further down."""
        for number, row in enumerate(self._sheet.cells[head + 1 :], head + 1):
            mark = self._marks.get(number)
            same = sum(heading_key(_at(row, places[name])) == word for name, word in again.items())
            if mark is None and same >= _SURELY:
                continue
            if mark or any(said(each) for each in row):
                yield ReturnedRow(number, mark, row)

    def _renamed(
        self,
        rows: Sequence[ReturnedRow],
        heads: Sequence[Given],
        missing: Sequence[str],
        places: dict[str, int],
        others: Sequence[int],
    ) -> list[int]:
        """Gives a column without its heading to the one that holds what was sent there, and names
        each; the places that are left.
        """
        free = list(others)
        for name in missing:
            title = self._words["actions"].get(name) or self._words["requests"].get(name, name)
            place = next((each for each in free if _holds(rows, name, each)), None)
            if place is None:
                self._left.append(Left("no_column", self._sheet.name, column=title))
                continue
            free.remove(place)
            places[name] = place
            new = said(_at(heads, place))
            self._left.append(Left("renamed", self._sheet.name, column=title, text=new))
        return free

    def _extra(
        self, rows: Sequence[ReturnedRow], heads: Sequence[Given], others: Sequence[int]
    ) -> Iterator[Left]:
        """Each cell of a column that is none of ours."""
        for place in others:
            heading = said(_at(heads, place))
            for row in rows:
                value = _at(row.cells, place)
                if said(value):
                    at = Place(self._sheet.name, row.number, place)
                    yield at.left("extra_column", column=heading, value=value)

    def _above(self, head: int) -> Iterator[Left]:
        """Each cell above the headings that says something else than what was sent."""
        if self._sheet.name in self._memory.rows:
            above = GivenSheet(self._sheet.name, self._sheet.cells[:head])
            for place, value in _changed_cells(above, self._memory.rows[self._sheet.name]):
                yield place.left("above", value=value)


def _holds(rows: Sequence[ReturnedRow], name: str, place: int) -> bool:
    """Whether most of what stands there is what was sent in that column."""
    filled = [
        (row.mark, value)
        for row in rows
        if row.mark and name in row.mark.prints and said(value := _at(row.cells, place))
    ]
    same = sum(mark.sent(name, value) for mark, value in filled)
    return bool(same) and 2 * same >= len(filled)


def _comments(sheet: GivenSheet) -> Iterator[Left]:
    """What people wrote beside cells: no field has room for it."""
    for each in sheet.comments:
        yield Place(sheet.name, each.row, each.column).left("comment", value=each.text)


def _other_sheet(sheet: GivenSheet, memory: Memory, words: SheetWords) -> Iterator[Left]:
    """What was changed in a sheet from which nothing comes back."""
    if not any(said(each) for row in sheet.cells for each in row):
        return
    if any(_headings_in(row, words) >= _SURELY for row in sheet.cells[:_LATEST_HEAD]):
        yield Left("no_keys", sheet.name)
        return
    if sheet.name not in memory.rows:
        yield Left("unknown_sheet", sheet.name)
        return
    for place, value in _changed_cells(sheet, memory.rows[sheet.name]):
        yield place.left("other_sheet", value=value)


def _changed_cells(
    sheet: GivenSheet, sent: Sequence[tuple[str, ...]]
) -> Iterator[tuple[Place, Given]]:
    """The cells that do not say what was sent, in rows that stand nowhere as they were sent."""
    known = set(sent)
    for number, row in enumerate(sheet.cells):
        prints = prints_of(sheet.name, row)
        if prints in known:
            continue
        was = sent[number] if number < len(sent) else ()
        for place in range(max(len(prints), len(was))):
            if _print_at(prints, place) != _print_at(was, place):
                yield Place(sheet.name, number, place), _at(row, place)


def _headings_in(row: Sequence[Given], words: SheetWords) -> int:
    """How many headings of actions, or of requests, stand in that row."""
    texts = {heading_key(each) for each in row} - {""}
    return max(
        len(texts & {heading_key(title) for title in words.columns[table].values()})
        for table in _TABLES
    )


def heading_key(value: Given) -> str:
    """A heading as it is compared: "OWNER:" and "Owner *" are one."""
    return key(said(value)).strip(" :.*")


def _print_at(prints: Sequence[str], place: int) -> str:
    return prints[place] if place < len(prints) else "-"


def _at(row: Sequence[Given], place: int) -> Given:
    return row[place] if place < len(row) else None
