"""What came back with a spreadsheet, in sentences: what was taken, what was left and why."""

from __future__ import annotations

import datetime as dt

from nttp_readiness.domain.exchange.sheet_import import Change, Left, Reason, SheetImport
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.plan.action_columns import (
    ACTION_COLUMNS,
    ActionColumn,
)
from nttp_readiness.presentation.words import words


def returned_lines(taken: SheetImport) -> tuple[str, ...]:
    """The changes in the order of the sheet, then what was left, each as one line."""
    count = len(taken.changes)
    first = trn("{n} change was taken.", "{n} changes were taken.", count)
    lines = [first if count else tr("Nothing in the plan changed.")]
    lines += [change_words(each) for each in taken.changes]
    lines += [left_words(each) for each in taken.left]
    if taken.missing:
        lines.append(
            trn(
                "{n} action has no row in the sheet any more. The plan keeps it.",
                "{n} actions have no row in the sheet any more. The plan keeps them.",
                taken.missing,
            )
        )
    return tuple(lines)


def change_words(change: Change) -> str:
    """One change: "Write one page: “Owner” was empty, is now “Catrìona”."."""
    return tr("{action}: “{field}” was {before}, is now {after}.").format(
        action=change.title,
        field=field_words(change.field),
        before=_value(change.field, change.before),
        after=_value(change.field, change.after),
    )


def left_words(left: Left) -> str:
    """What was not taken, with its row in the sheet and the reason."""
    place = tr("Row {n}").format(n=left.row)
    if left.title:
        place = tr("Row {n}, {title}").format(n=left.row, title=left.title)
    if left.column:
        place = f"{place}, {left.column}"
    return f"{place}: {_reason_words(left.reason)}"


def field_words(name: str) -> str:
    """The heading of a field that comes back."""
    return _column(name).heading()


def _column(name: str) -> ActionColumn:
    return next(each for each in ACTION_COLUMNS if each.key == name)


def _reason_words(reason: Reason) -> str:
    return {
        "no_key": tr("this row has no key, so it was not taken. Please add the action here."),
        "unknown": tr("this action is not in the plan, so the row was not taken."),
        "twice": tr("this action stands in more than one row, so none of them was taken."),
        "formula": tr("formulas are not taken. Please type the value."),
        "no_date": tr("this is not a date that is clear, so it was not taken."),
        "no_status": tr("this is none of the five words for a status, so it was not taken."),
        "both": tr("this changed in the plan as well since it was sent, so the plan’s was kept."),
        "too_long": tr("this is longer than the plan can keep, so it was not taken."),
        "not_taken": tr("changes in this column are not taken."),
    }[reason]


def _value(field: str, value: str | dt.date | None) -> str:
    if isinstance(value, dt.date):
        return words.day(value)
    if not value:
        return tr("empty")
    said = _column(field).words(value)
    return tr("“{text}”").format(text=" ".join(said.split()))
