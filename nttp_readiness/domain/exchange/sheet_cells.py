"""What single cells of a table mean: whether they were changed, and what a field keeps of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from nttp_readiness.domain.answers.fields import ACTION_FIELDS, REQUEST_FIELDS, FieldSpec
from nttp_readiness.domain.exchange.returned_tables import ReturnedTable, SheetWords
from nttp_readiness.domain.exchange.row_marks import RowMark, Table
from nttp_readiness.domain.exchange.sheet_left import Reason
from nttp_readiness.domain.exchange.sheet_values import (
    Covered,
    Formula,
    Given,
    GivenBook,
    said,
    typed_text,
    without_apostrophe,
)
from nttp_readiness.typed.dates import FIRST_YEAR, LAST_YEAR, read_day
from nttp_readiness.typed.letters import key
from nttp_readiness.typed.pasted import one_line

Kept = str | dt.date | None
"""What a field of an action or request keeps."""


class UnreadError(Exception):
    """A cell that cannot be taken. It ends the reading of that cell and is never shown."""

    def __init__(self, reason: Reason) -> None:
        self.reason: Reason = reason
        super().__init__(reason)


class CellReader:
    """Reads the cells of one file. Days typed as 3/4/2027 are read in the order in which the file
    itself writes days that were sent with it; where it shows none, they are not clear.
    """

    def __init__(
        self,
        book: GivenBook,
        words: SheetWords,
        statuses: Mapping[Table, Mapping[str, str]],
        tables: Sequence[ReturnedTable],
    ) -> None:
        self._book, self._words, self._statuses = book, words, statuses
        self._columns_of_days = {
            *(name for name, spec in ACTION_FIELDS.items() if spec.kind == "date"),
            *(name for name, spec in REQUEST_FIELDS.items() if spec.kind == "date"),
        }
        self._day_first = self._order_of_days(tables)

    # ---- whether somebody changed it

    def unchanged(
        self, mark: RowMark, column: str, value: Given, spec: FieldSpec | None, before: object
    ) -> bool:
        """Whether the cell says what was sent, in whatever way the file says it."""
        if isinstance(value, Formula):
            return bool(value.text) and mark.sent(column, value.text)
        if mark.sent(column, None if isinstance(value, Covered) else value):
            return True
        value = without_apostrophe(value)
        if isinstance(value, str) and mark.sent(column, value):
            return True
        if spec and spec.kind == "date":
            return any(mark.sent(column, each) for each in self._possible_days(value) if each)
        return self._lost_letters(value, before) and mark.sent(column, str(before))

    def _lost_letters(self, value: Given, before: object) -> bool:
        """Whether it differs only in letters that the file's character set does not have."""
        letters = self._book.letters
        if not letters or not isinstance(value, str) or not isinstance(before, str):
            return False
        wanted = "".join(
            re.escape(each) if _writable(each, letters) else "." for each in said(before)
        )
        return re.fullmatch(wanted, said(value)) is not None

    def may_be_lost(self, value: Given) -> bool:
        """Whether a letter in it may stand for another one that the file could not hold."""
        return bool(self._book.letters) and isinstance(value, str) and "?" in value

    def _possible_days(self, value: Given) -> tuple[dt.date | None, ...]:
        if isinstance(value, str):
            return (read_day(value), read_day(value, day_first=False), _month_first(value))
        return (self._serial(value),)

    def _order_of_days(self, tables: Sequence[ReturnedTable]) -> bool | None:
        """True where days that were sent came back as 3/4/2027 with the day first, False with the
        month first, None where the file shows neither or both.
        """
        seen = set()
        for table in tables:
            for column in self._columns_of_days & table.places.keys():
                for row in table.rows:
                    value = table.value(row, column)
                    if row.mark is None or column not in row.mark.prints:
                        continue
                    if not isinstance(value, str) or read_day(value, day_first=False):
                        continue
                    day, other = read_day(value), _month_first(value)
                    if day and row.mark.sent(column, day):
                        seen.add(True)
                    elif other and row.mark.sent(column, other):
                        seen.add(False)
        return seen.pop() if len(seen) == 1 else None

    # ---- what is kept of it

    def kept(self, table: Table, field: str, spec: FieldSpec, value: Given) -> Kept:
        """What the field keeps. Raises UnreadError."""
        if isinstance(value, Formula):
            raise UnreadError("formula")
        if isinstance(value, Covered):
            raise UnreadError("merged")
        if spec.kind == "date":
            return self._day(value)
        if field == "status":
            return self._status(table, value)
        text = typed_text(without_apostrophe(value))
        if spec.kind == "text":
            return text
        # A cell can have lines, a field of one line cannot. Of several people each has a line.
        return one_line(text.replace("\n", ", ") if spec.kind == "people" else text)

    def text(self, value: Given) -> str:
        """What was written in words. Raises UnreadError."""
        if isinstance(value, Formula):
            raise UnreadError("formula")
        if isinstance(value, Covered):
            raise UnreadError("merged")
        return typed_text(without_apostrophe(value))

    def new(self, table: Table, column: str, value: Given) -> Kept:
        """What a field of a new row keeps. Raises UnreadError."""
        if column == "horizon":
            return self._horizon(self.text(value))
        spec = (ACTION_FIELDS if table == "actions" else REQUEST_FIELDS).get(column)
        if spec is None or not (spec.typed or spec.comes_back):
            raise UnreadError("not_taken")
        return self.kept(table, column, spec, value)

    def as_sent(self, table: Table, field: str, value: object) -> Given:
        """A value as the table says it: a status in words."""
        if field == "status":
            return self._statuses[table].get(str(value), "")
        return value if isinstance(value, str | dt.date) else None

    def _status(self, table: Table, value: Given) -> str:
        word = _plain_word(said(value))
        words = {_plain_word(each): status for status, each in self._statuses[table].items()}
        found = words.get(word) or self._words.also.get(word)
        if found is None or found not in self._statuses[table]:
            raise UnreadError("no_status")
        return found

    def _horizon(self, text: str) -> str:
        for horizon, word in self._words.horizons.items():
            if key(word) == key(said(text)):
                return horizon
        raise UnreadError("no_horizon")

    def _day(self, value: Given) -> dt.date | None:
        """A day that cannot be read in two ways: a spreadsheet's own, or one typed as text."""
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        if isinstance(value, str):
            found = read_day(value, day_first=bool(self._day_first))
            if found is None and self._day_first is False:
                found = _month_first(value)
        else:
            found = self._serial(value)
        if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
            raise UnreadError("no_date")
        return found

    def _serial(self, value: Given) -> dt.date | None:
        """A spreadsheet's own day, or the number that it counts one by."""
        if isinstance(value, dt.datetime):
            return value.date()
        if isinstance(value, dt.date):
            return value
        if not isinstance(value, float) or isinstance(value, bool):
            return None
        if not 0 < value < 100_000:
            return read_day(said(value), day_first=bool(self._day_first))  # 20270304
        return self._book.epoch + dt.timedelta(days=int(value))


_NUMBERS = re.compile(r"\s*(\d{1,2}) *([-/. ]) *(\d{1,2}) *\2 *(\d{4}|\d{2})(.*)", re.DOTALL)


def _month_first(text: str) -> dt.date | None:
    """3/14/2027 as somebody means it who writes the month first."""
    found = _NUMBERS.fullmatch(text)
    if found is None:
        return None
    month, sign, day, year, rest = found.groups()
    return read_day(f"{day}{sign}{month}{sign}{year}{rest}")


def _writable(letter: str, letters: str) -> bool:
    try:
        letter.encode(letters)
    except UnicodeEncodeError:
        return False
    return True


def _plain_word(text: str) -> str:
    """A word as it is compared: "In-progress", "in progress" and "In progress!" are one."""
    return " ".join(re.sub(r"[\W_]+", " ", key(text)).split())
