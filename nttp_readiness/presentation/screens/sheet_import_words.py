"""What came back with a spreadsheet, in sentences: what would be taken, what is left and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.fields import FieldSpec
from nttp_readiness.domain.answers.planned import HORIZONS, REQUEST_STATUSES, STATUSES
from nttp_readiness.domain.exchange.returned_tables import SheetWords
from nttp_readiness.domain.exchange.row_marks import Table
from nttp_readiness.domain.exchange.sheet_cells import Kept
from nttp_readiness.domain.exchange.sheet_import import SheetImport
from nttp_readiness.domain.exchange.sheet_left import Left, Reason
from nttp_readiness.domain.exchange.sheet_taking import Change, NewRow, Proposal, Update
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.plan.action_columns import ACTION_COLUMNS, column
from nttp_readiness.presentation.plan.request_columns import (
    REQUEST_COLUMNS,
    ask_status_words,
    request_column,
)
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.field_columns import FieldColumn
from nttp_readiness.presentation.words.owners import name_remover, without_name
from nttp_readiness.typed.letters import key
from nttp_readiness.values import dataclass

_SHOWN_LETTERS = 200
_SHOWN_CELLS = 12
_OF_MANY: frozenset[Reason] = frozenset({"extra_column", "other_sheet", "above", "comment"})
"""What is said of many cells at once."""


@dataclass(frozen=True, slots=True)
class ProposalWords:
    """One change: what it is of, where, and what it was and would be."""

    title: str
    words: str
    cell: str


def sheet_words(assessment: Assessment) -> SheetWords:
    """How the tables are said that come back into that assessment."""

    def nameless(spec: FieldSpec, text: str) -> str:
        return without_name(spec, text, name_remover(assessment))

    return SheetWords(
        columns={
            "actions": {each.key: each.heading() for each in ACTION_COLUMNS if each.sheet},
            "requests": {
                **{each.key: each.heading() for each in REQUEST_COLUMNS if each.sheet},
                "key": column("key").heading(),
            },
        },
        statuses={
            "actions": {each: words.status_words(each) for each in STATUSES},
            "requests": {each: ask_status_words(each) for each in REQUEST_STATUSES},
        },
        horizons={each: words.horizon_words(each) for each in HORIZONS},
        also={
            key(word.strip()): status
            for status, said in _also().items()
            for word in said.split(",")
        },
        under={each.key: each.under for each in REQUEST_COLUMNS},
        without_names=nameless,
    )


def _also() -> dict[str, str]:
    """Other words that people write for a status, with commas between them."""
    return {
        "done": tr("complete, completed, finished, closed"),
        "in_progress": tr("started, begun, ongoing, under way, underway, working on it"),
        "paused": tr("on hold, waiting, stopped for now"),
        "not_started": tr("not begun, to do, todo, open, not yet, not started yet"),
    }


def say_update(today: dt.date) -> Callable[[str], str]:
    """How the notes of an action keep an update that came on that day."""
    return lambda text: tr("Update of {day}: {text}").format(day=words.day(today), text=text)


def returned_lines(found: SheetImport, *, preview: bool = False) -> tuple[str, ...]:
    """The changes in the order of the sheets, then what was left, each as one line.

    With `preview` nothing was taken yet.
    """
    count = len(found.proposals)
    if not count:
        first = (
            tr("Nothing in the plan changes.") if preview else tr("Nothing in the plan changed.")
        )
    elif preview:
        first = trn("{n} change can be taken.", "{n} changes can be taken.", count)
    else:
        first = trn("{n} change was taken.", "{n} changes were taken.", count)
    return (first, *map(proposal_line, found.proposals), *left_lines(found))


def proposal_line(proposal: Proposal) -> str:
    """One change: "Write one page: “Owner” was empty, is now “Catrìona”."."""
    said = proposal_words(proposal)
    return tr("{action}: {change}").format(action=said.title, change=said.words)


def proposal_words(proposal: Proposal) -> ProposalWords:
    """One change in words."""
    match proposal:
        case Change():
            field = _column(proposal.table, proposal.field)
            said = tr("“{field}” was {before}, is now {after}.").format(
                field=field.heading(),
                before=_value(field, proposal.before),
                after=_value(field, proposal.after),
            )
        case Update():
            said = tr("an update for the notes: “{text}”").format(text=_short(proposal.text))
        case NewRow():
            new = tr("a new action") if proposal.table == "actions" else tr("a new request")
            beside = [
                tr("“{field}”: {value}").format(
                    field=_column(proposal.table, name).heading(),
                    value=_value(_column(proposal.table, name), value),
                )
                for name, value in proposal.fields.items()
                if name not in {"title", "request"} and value
            ]
            said = "; ".join((new, *beside))
    return ProposalWords(_short(proposal.title), said, _where(proposal))


def left_lines(found: SheetImport) -> tuple[str, ...]:
    """What is not taken, each with its place in the file and the reason."""
    lines = [line for each in _together(found.left) for line in _left_words(each)]
    if found.missing:
        lines.append(
            trn(
                "{n} row is no longer in the spreadsheet. It stays in the plan.",
                "{n} rows are no longer in the spreadsheet. They stay in the plan.",
                found.missing,
            )
        )
    return tuple(lines)


def _where(proposal: Proposal) -> str:
    place = proposal.place
    cell = place.cell or tr("row {n}").format(n=place.row + 1)
    return tr("{sheet}, {cell}").format(sheet=place.sheet, cell=cell) if place.sheet else cell


def _together(left: Sequence[Left]) -> Iterator[tuple[Left, ...]]:
    """Cells that are left for one reason that is the whole column's or sheet's are named as one."""

    def part(each: Left) -> tuple[object, ...]:
        if each.reason in _OF_MANY:
            return (each.reason, each.sheet, each.column)
        return (id(each),)

    for _, group in groupby(left, key=part):
        yield tuple(group)


def _left_words(group: tuple[Left, ...]) -> Iterator[str]:
    first = group[0]
    if first.reason in _OF_MANY:
        cells = [
            tr("{cell} “{text}”").format(cell=each.cell, text=_short(each.text))
            if each.text
            else tr("{cell}, now empty").format(cell=each.cell)
            for each in group
        ]
        named = cells[:_SHOWN_CELLS]
        if len(cells) > _SHOWN_CELLS:
            named.append(trn("{n} more", "{n} more", len(cells) - _SHOWN_CELLS))
        yield _reason_words(first).format(
            sheet=first.sheet, column=first.column or tr("without a heading"),
            cells=words.listed(named),
        )  # fmt: skip
        return
    if not first.row:
        yield _reason_words(first).format(
            sheet=first.sheet, column=first.column, text=_short(first.text)
        )
        return
    yield f"{_place_words(first)}: {_reason_words(first)}"


def _place_words(left: Left) -> str:
    place = left.cell or tr("Row {n}").format(n=left.row)
    if left.sheet:
        place = tr("{sheet}, {cell}").format(sheet=left.sheet, cell=place)
    if left.title:
        place = tr("{place}, {title}").format(place=place, title=_short(left.title))
    if left.column:
        place = tr("{place}, {title}").format(place=place, title=left.column)
    return (
        tr("{place}, “{text}”").format(place=place, text=_short(left.text)) if left.text else place
    )


def _column(table: Table, name: str) -> FieldColumn:
    if table == "requests":
        return request_column(name)
    return next(each for each in ACTION_COLUMNS if each.key == name)


def _reason_words(left: Left) -> str:
    reason: Reason = left.reason
    return {
        "unknown": tr("this is not in the plan, so the row was not taken."),
        "twice": tr("this is there more than once and says different things, so it was not taken."),
        "other_document": tr("this row belongs to another assessment, so it was not taken."),
        "no_title": tr("this row does not say what is to be done, so it was not taken."),
        "same_title": tr("the plan has one of that name already, so no new one was made."),
        "formula": tr("formulas are not taken. Please type the value."),
        "merged": tr(
            "this cell was merged with others, so it is not clear what belongs here. The"
            " plan was left as it was."
        ),
        "no_date": tr(
            "this is not a clear date, so it was not taken. Write one such as 18 December 2026."
        ),
        "no_status": tr(
            "this is not one of the words for how an action stands, so it was not taken."
        ),
        "no_horizon": tr("this is not “Now”, “Next” or “Later”, so it was not taken."),
        "both": tr("this was also changed in the plan since, so the plan was left as it was."),
        "no_names": tr(
            "names were left out of this file, so it is not clear whom it changes. The plan was"
            " left as it was."
        ),
        "too_long": tr("this is longer than the plan can keep, so it was not taken."),
        "not_taken": tr("changes in this column are not taken."),
        "no_column": tr(
            "The sheet “{sheet}” no longer has the column “{column}”, so nothing of it was taken."
        ),
        "renamed": tr(
            "The column “{text}” was read as “{column}”, because it has what was there before."
        ),
        "extra_column": tr(
            "The plan has no column “{column}”, so nothing of it was taken: {cells}."
        ),
        "above": tr("Above the table of “{sheet}” nothing is taken: {cells}."),
        "no_headings": tr(
            "The headings of the sheet “{sheet}” are gone, so nothing of it was taken."
        ),
        "no_keys": tr(
            "The sheet “{sheet}” no longer has its last column, “Key”, so nothing of it was taken."
        ),
        "comment": tr("Comments are not taken. In “{sheet}”: {cells}."),
        "other_sheet": tr("Nothing of the sheet “{sheet}” is taken. Changed there: {cells}."),
        "unknown_sheet": tr(
            "The program does not read the sheet “{sheet}”, so nothing of it was taken."
        ),
    }[reason]


def _value(field: FieldColumn, value: Kept) -> str:
    if isinstance(value, dt.date):
        return words.day(value)
    if not value:
        return tr("empty")
    return tr("“{text}”").format(text=_short(field.words(value)))


def _short(text: str) -> str:
    """The text as one line, its end left out where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN_LETTERS else f"{line[:_SHOWN_LETTERS].rstrip()} …"
