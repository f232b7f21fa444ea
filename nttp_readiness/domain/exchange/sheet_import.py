"""What a spreadsheet of actions and requests would change in the plan, each change by itself.

Only the fields come back of which their table says so. What cannot be understood, or was changed on
both sides, is named and left: nothing is guessed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.fields import ACTION_FIELDS, REQUEST_FIELDS, FieldSpec
from nttp_readiness.domain.answers.planned import PlannedAction, Request
from nttp_readiness.domain.exchange.returned_tables import (
    ReturnedRow,
    ReturnedTable,
    ReturnedTables,
    SheetWords,
    find_tables,
)
from nttp_readiness.domain.exchange.row_marks import RowMark, Table, document_mark
from nttp_readiness.domain.exchange.sheet_cells import CellReader, Kept, UnreadError
from nttp_readiness.domain.exchange.sheet_left import Left, Reason
from nttp_readiness.domain.exchange.sheet_memory import no_memory
from nttp_readiness.domain.exchange.sheet_taking import (
    Change,
    NewRow,
    Proposal,
    SayUpdate,
    Update,
    fits,
)
from nttp_readiness.domain.exchange.sheet_values import (
    Covered,
    Given,
    GivenBook,
    request_key,
    row_key,
    said,
    typed_text,
)
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.errors import DocumentError
from nttp_readiness.i18n import tr
from nttp_readiness.typed.letters import key
from nttp_readiness.typed.pasted import one_line
from nttp_readiness.values import dataclass

UPDATE = "update"
"""The column in which people write how an action goes on; it is added to its notes."""
Item = PlannedAction | Request


@dataclass(frozen=True, slots=True)
class SheetImport:
    """What would be taken, each by itself, and what is left."""

    proposals: tuple[Proposal, ...]
    left: tuple[Left, ...]
    missing: int
    """How many rows were sent and are in no sheet any more; the plan keeps them."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """Those that change a field."""
        return tuple(each for each in self.proposals if isinstance(each, Change))


def read_back(
    assessment: Assessment, book: GivenBook, words: SheetWords, say: SayUpdate
) -> SheetImport:
    """What the file would change in the plan; nothing is changed yet. `say` words an update.

    Raises DocumentError where the file is not of this assessment, or no table in it is known.
    """
    found = find_tables(book, words)
    if not found.tables:
        if any(each.reason == "no_headings" for each in found.left):
            raise _no_headings()
        raise no_memory()
    marks = [row.mark for table in found.tables for row in table.rows if row.mark]
    ours = document_mark(assessment.id)
    if all(each.document != ours for each in marks):
        raise _another_assessment()
    return _Import(assessment, book, words, found, say).read(found.left)


class _Import:
    def __init__(
        self,
        assessment: Assessment,
        book: GivenBook,
        words: SheetWords,
        found: ReturnedTables,
        say: SayUpdate,
    ) -> None:
        self._assessment, self._words, self._say = assessment, words, say
        self._tables = found.tables
        statuses: Mapping[Table, Mapping[str, str]] = words.statuses
        if found.memory.statuses:
            statuses = {**statuses, "actions": dict(found.memory.statuses.items())}
        self._reader = CellReader(book, words, statuses, self._tables)
        self._field_under = {under: name for name, under in words.under.items()}
        self._proposals: list[Proposal] = []
        self._left: list[Left] = []
        self._done: dict[tuple[str, str], tuple[ReturnedTable, ReturnedRow, Change]] = {}
        """What another sheet says of the same field already."""

    @cached_property
    def _items(self) -> Mapping[str, Item]:
        """The actions and requests of the plan under their keys."""
        plan, assessment = plan_of(self._assessment), self._assessment
        entries = (*plan.live, *plan.dropped)
        return {
            **{row_key(assessment, each.action.id): each.action for each in entries},
            **{request_key(assessment, each.id): each for each in assessment.asks},
        }

    def read(self, left: tuple[Left, ...]) -> SheetImport:
        times: Counter[tuple[str, str]] = Counter()
        for table in self._tables:
            times.update((table.sheet, row.mark.key) for row in table.rows if row.mark)
        titles = {key(said(_name(each))) for each in self._items.values()}
        for table in self._tables:
            for row in table.rows:
                if row.mark is None:
                    self._read_new(table, row, titles)
                elif reason := self._refusal(row.mark, times[table.sheet, row.mark.key]):
                    place = table.place(row)
                    self._left.append(place.left(reason, title=table.title(row)))
                else:
                    self._read_row(table, row, row.mark)
        return SheetImport(tuple(self._proposals), (*left, *self._left), self._missing())

    def _refusal(self, mark: RowMark, times: int) -> Reason | None:
        if mark.document != document_mark(self._assessment.id):
            return "other_document"
        if mark.key not in self._items:
            return "unknown"
        return "twice" if times > 1 else None

    def _missing(self) -> int:
        """Rows of the sheets that came back which stand in none of them any more."""
        sent: dict[tuple[str, int], int] = {}
        here: dict[tuple[str, int], set[str]] = {}
        for table in self._tables:
            for row in table.rows:
                if row.mark:
                    sheet = (row.mark.table, row.mark.sheet)
                    sent[sheet] = row.mark.rows
                    here.setdefault(sheet, set()).add(row.mark.key)
        return sum(max(0, count - len(here[sheet])) for sheet, count in sent.items())

    # ---- a row that was sent

    def _read_row(self, table: ReturnedTable, row: ReturnedRow, mark: RowMark) -> None:
        item = self._items[mark.key]
        for column in table.places:
            if column not in mark.prints:
                if said(table.value(row, column)):
                    self._leave(table, row, column, "not_taken")
                continue
            field = self._field(mark.table, column)
            try:
                self._read_cell(table, row, mark, item, column, field)
            except UnreadError as unread:
                self._leave(table, row, column, unread.reason)

    def _read_cell(
        self,
        table: ReturnedTable,
        row: ReturnedRow,
        mark: RowMark,
        item: Item,
        column: str,
        field: str,
    ) -> None:
        value = table.value(row, column)
        spec = _specs(mark.table).get(field)
        before = getattr(item, field, None)
        if self._reader.unchanged(mark, column, value, spec, before):
            return
        if isinstance(value, Covered):
            raise UnreadError("merged")
        if column == UPDATE and isinstance(item, PlannedAction):
            self._propose_update(table, row, item, value)
            return
        if spec is None or not spec.comes_back:
            raise UnreadError("not_taken")
        after = self._reader.kept(mark.table, field, spec, value)
        if said(after) == said(before):
            return
        if not mark.sent(column, self._reader.as_sent(mark.table, field, before)):
            nameless = isinstance(before, str) and self._words.without_names(spec, before)
            sent_so = nameless != before and mark.sent(column, nameless or None)
            raise UnreadError("no_names" if sent_so else "both")
        change = Change(
            mark.table, item.id, _name(item), field, before, after, table.place(row, column)
        )
        if not fits(self._assessment, change, self._say):
            raise UnreadError("too_long")
        self._propose(table, row, column, change)

    def _propose(self, table: ReturnedTable, row: ReturnedRow, column: str, change: Change) -> None:
        """Once for each field: in the sheets of two owners it may stand twice. Where they say
        different things neither is taken.
        """
        other = self._done.setdefault((change.item, change.field), (table, row, change))
        if other[2] is change:
            self._proposals.append(change)
        elif other[2].after != change.after:
            if other[2] in self._proposals:
                self._proposals.remove(other[2])
                self._leave(other[0], other[1], column, "twice")
            raise UnreadError("twice")

    def _propose_update(
        self, table: ReturnedTable, row: ReturnedRow, item: PlannedAction, value: Given
    ) -> None:
        text = self._reader.text(value)
        if not text or said(text) in said(item.notes):
            return
        update = Update(item.id, item.title, text, table.place(row, UPDATE))
        if any(
            isinstance(each, Update) and (each.item, said(each.text)) == (item.id, said(text))
            for each in self._proposals
        ):
            return  # in a sheet that somebody copied it stands a second time
        if not fits(self._assessment, update, self._say):
            raise UnreadError("too_long")
        self._proposals.append(update)

    # ---- a row that somebody added

    def _read_new(self, table: ReturnedTable, row: ReturnedRow, titles: set[str]) -> None:
        title = table.title(row)
        name = "title" if table.kind == "actions" else "request"
        if not title:
            self._left.append(table.place(row).left("no_title", title=_first_words(row)))
            return
        if any(isinstance(each, Covered) for each in row.cells):
            self._left.append(table.place(row).left("merged", title=title))
            return
        if key(title) in titles:
            self._left.append(table.place(row).left("same_title", title=title))
            return
        titles.add(key(title))
        fields: dict[str, Kept] = {}
        for column in table.places:
            value = table.value(row, column)
            if value is None or (isinstance(value, str) and not said(value)):
                continue
            try:
                if column == UPDATE:
                    fields["notes"] = self._reader.text(value)
                else:
                    fields[column] = self._reader.new(table.kind, column, value)
            except UnreadError as unread:
                self._leave(table, row, column, unread.reason)
        new_title = one_line(typed_text(table.value(row, name)))
        new = NewRow(table.kind, new_title, fields, table.place(row))
        if fits(self._assessment, new, self._say):
            self._proposals.append(new)
        else:
            self._left.append(table.place(row).left("too_long", title=title))

    # ---- below

    def _field(self, table: Table, column: str) -> str:
        """The field that a column is of; requests under the actions' headings have others."""
        if table == "requests" and column not in self._words.columns["requests"]:
            return self._field_under.get(column, column)
        return column

    def _leave(self, table: ReturnedTable, row: ReturnedRow, column: str, reason: Reason) -> None:
        value = table.value(row, column)
        if self._reader.may_be_lost(value) and reason == "not_taken":
            return  # it may be no change at all
        at = table.place(row, column)
        item = self._items.get(row.mark.key) if row.mark else None
        title = _name(item) if item else table.title(row)
        self._left.append(at.left(reason, column=table.headings[column], title=title, value=value))


def _name(item: Item) -> str:
    return item.title if isinstance(item, PlannedAction) else item.request


def _specs(table: Table) -> Mapping[str, FieldSpec]:
    return ACTION_FIELDS if table == "actions" else REQUEST_FIELDS


def _first_words(row: ReturnedRow) -> str:
    words: Iterator[str] = (said(each) for each in row.cells)
    return next((each for each in words if each), "")


def _no_headings() -> DocumentError:
    return DocumentError(
        tr("This spreadsheet no longer has the headings of the actions."),
        safe=tr("Nothing was changed."),
        cure=tr(
            "Put the row of headings back as it was, or save the actions as a spreadsheet again."
        ),
    )


def _another_assessment() -> DocumentError:
    return DocumentError(
        tr("This spreadsheet belongs to another assessment."),
        safe=tr("Nothing was changed."),
        cure=tr("Open that assessment first, or choose another file."),
    )
