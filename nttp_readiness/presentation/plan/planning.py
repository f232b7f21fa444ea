"""The plan as its page shows it: groups of actions, filters, and the words around them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal

from nttp_readiness.domain.answers.answer import Choice
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.planned import HORIZONS, Horizon, PlannedAction, Status
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.scale import LEVELS, Level
from nttp_readiness.domain.plan.plan import Entry, Plan, too_many_now
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.plan.action_columns import (
    ACTION_COLUMNS,
    ActionColumn,
    ColumnKey,
)
from nttp_readiness.presentation.plan.owner_plan import has_owner
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.field_columns import CellValue
from nttp_readiness.values import dataclass

Filter = Literal["all", "now", "next", "later", "overdue", "no_owner"]
FILTERS: tuple[Filter, ...] = ("all", "now", "next", "later", "overdue", "no_owner")


_CELLS = tuple(each for each in ACTION_COLUMNS if each.editor and each.screen)


@dataclass(frozen=True, slots=True)
class PlanCell:
    """What stands in a field of an action: as it is kept, and in words."""

    key: ColumnKey
    value: CellValue
    words: str


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One action in the table. `number` is that of the printed plan, empty for what only waits.

    `why` is the question that caused it and `answer` what was answered there; both are empty for
    an action of the team's own.
    """

    id: str
    number: str
    title: str
    measure: str
    why: str
    answer: Choice | None
    answer_words: str
    owner: str
    due: dt.date | None
    by: str
    overdue: bool
    status: Status
    status_words: str
    waiting: bool
    """Suggested for later, and not taken up yet."""
    cells: tuple[PlanCell, ...]
    """What stands in each field that is a column on screen."""

    def cell(self, key: ColumnKey) -> PlanCell:
        return next(each for each in self.cells if each.key == key)


@dataclass(frozen=True, slots=True)
class PlanGroup:
    """A horizon with the rows that the filter lets through; `extra` are quiet words beside it."""

    horizon: Horizon
    name: str
    extra: str
    rows: tuple[PlanRow, ...]


@dataclass(frozen=True, slots=True)
class DroppedRow:
    """An action that was dropped, with its reason in words."""

    id: str
    title: str
    reason: str


def groups(
    assessment: Assessment, plan: Plan, which: Filter, today: dt.date, owner: str = ""
) -> tuple[PlanGroup, ...]:
    """The groups under that filter, or of that owner by their key; empty groups only where every
    action is shown.
    """
    rows = dict(_rows(assessment, plan, today))
    shown = [each for each in HORIZONS if which not in HORIZONS or each == which]
    found = []
    for horizon in shown:
        entries = plan.at(horizon)
        kept = tuple(
            rows[each.action.id]
            for each in entries
            if _matches(each, which, today) and (not owner or has_owner(each, owner))
        )
        if kept or (not owner and which in {"all", *HORIZONS}):
            extra = _group_extra(assessment, horizon, len(kept), which)
            found.append(PlanGroup(horizon, words.horizon_words(horizon), extra, kept))
    return tuple(found)


def in_order(assessment: Assessment, plan: Plan, today: dt.date) -> tuple[PlanRow, ...]:
    """Every action that is not dropped."""
    return tuple(row for _, row in _rows(assessment, plan, today))


def dropped(plan: Plan) -> tuple[DroppedRow, ...]:
    return tuple(
        DroppedRow(
            each.action.id,
            each.action.title,
            each.action.drop_reason.strip() or tr("No reason was written down."),
        )
        for each in plan.dropped
    )


def sentence(plan: Plan) -> str:
    """What stands under the heading."""
    if not plan.live:
        return tr("Actions appear here as questions are answered. You can add your own.")
    return tr(
        "Suggested actions, with the reason for their order. Keep, change, add or drop any of them."
    )


def too_many_words(assessment: Assessment, plan: Plan) -> str:
    """A gentle word where more is marked for now than people can usually carry; else nothing."""
    most = assessment.bank.thresholds.most_now
    if not too_many_now(plan, most):
        return ""
    count = sum(each.action.status not in {"done", "paused"} for each in plan.now)
    said = (
        trn(
            "There is {n} action in Now.",
            "There are {n} actions in Now.",
            count,
            n=words.number_words(count),
        ),
        trn(
            "People can usually manage {n} at a time.",
            "People can usually manage {n} at a time.",
            most,
            n=words.number_words(most),
        ),
        tr("Perhaps some can wait under Next."),
    )
    return " ".join(said)


def place_words(plan: Plan, action_id: str) -> str:
    """Where an action stands: "Action 4 of 14"."""
    numbers, entry = plan.numbers, plan.find(action_id)
    if action_id in numbers:
        return tr("Action {n} of {of}").format(n=numbers[action_id], of=len(numbers))
    return tr("Suggested action") if entry and entry.waiting else tr("Dropped action")


def filter_words(which: Filter) -> str:
    return {
        "all": tr("All actions"),
        "now": tr("Now"),
        "next": tr("Next"),
        "later": tr("Later"),
        "overdue": tr("Overdue"),
        "no_owner": tr("Without an owner"),
    }[which]


def nothing_words(which: Filter) -> str:
    """What to say where a filter lets nothing through."""
    return {
        "overdue": tr("Nothing is overdue."),
        "no_owner": tr("Every action has an owner."),
    }.get(which, tr("Nothing here yet."))


def count_of(plan: Plan, which: Filter, today: dt.date) -> int:
    """How many actions that filter shows."""
    return sum(_matches(each, which, today) for each in plan.live)


def hope_choices(bank: Bank) -> tuple[tuple[Level | None, str], ...]:
    """The levels that one can hope for, with their names; none of them stands first."""
    levels = tuple((each, words.level_words(bank, each)) for each in LEVELS[1:])
    return ((None, tr("Not said")), *levels)


def effort_label(effort: int) -> str:
    """Label of the effort with what its size means: "Effort: up to three months"."""
    meaning = words.effort_words(effort)
    return tr("Effort: {meaning}").format(meaning=meaning[0].lower() + meaning[1:])


def _rows(assessment: Assessment, plan: Plan, today: dt.date) -> Iterator[tuple[str, PlanRow]]:
    numbers = plan.numbers
    for entry in plan.live:
        number = str(numbers.get(entry.action.id, ""))
        yield entry.action.id, _row(assessment, entry, number, today)


def _row(assessment: Assessment, entry: Entry, number: str, today: dt.date) -> PlanRow:
    action, bank = entry.action, assessment.bank
    key = next((each for each in action.indicators if each in bank.by_id), "")
    answer = assessment.answer(key)
    in_words = words.level_words(bank, answer.level, words.choice_words(bank, answer.choice))
    waiting = not number
    return PlanRow(
        id=action.id,
        number=number,
        title=title_of(entry),
        measure=action.measure.strip(),
        why=bank.by_id[key].title if key else "",
        answer=answer.choice if key else None,
        answer_words=in_words if key else "",
        owner=action.owner,
        due=action.due,
        by=words.short_day(action.due),
        overdue=entry.overdue(today),
        status=action.status,
        status_words=tr("Suggested") if waiting else words.status_words(action.status),
        waiting=waiting,
        cells=tuple([_cell(action, each) for each in _CELLS]),
    )


def _cell(action: PlannedAction, column: ActionColumn) -> PlanCell:
    value: CellValue = getattr(action, column.key)
    return PlanCell(column.key, value, column.cell_words(value))


def title_of(entry: Entry) -> str:
    """The title of an action; every one has some words."""
    return entry.action.title.strip() or tr("An action without a name")


def _matches(entry: Entry, which: Filter, today: dt.date) -> bool:
    if which == "overdue":
        return entry.overdue(today)
    if which == "no_owner":
        return entry.without_owner
    return which in {"all", entry.action.horizon}


def cell_keys() -> str:
    """How the table is worked by keys; said as it opens first."""
    return tr(
        "Down and Up go from action to action, Right and Left through what is said of one. F2"
        " changes where you are, Enter ends that. Else Enter opens the action; Alt with Up or Down"
        " moves it."
    )


def _group_extra(assessment: Assessment, horizon: Horizon, count: int, which: Filter) -> str:
    if not count:
        return tr("nothing here yet")
    if horizon == "now" and which in {"all", "now"}:
        most = words.number_words(assessment.bank.thresholds.most_now)
        # With more it would read as a mistake; `too_many_words` says it where it matters.
        if count <= assessment.bank.thresholds.most_now:
            return trn(
                "{n} action, {most} at most", "{n} actions, {most} at most", count, most=most
            )
    return trn("{n} action", "{n} actions", count)
