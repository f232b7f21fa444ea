"""Following up: how far the plan is, and what became of its actions since people last looked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from nttp_readiness.domain.answers.planned import Review, Stood
from nttp_readiness.domain.plan.plan import Entry, Plan
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the plan's actions are how far; suggestions that only wait do not count."""

    of: int
    done: int
    in_progress: int
    paused: int
    overdue: int

    @property
    def under_way(self) -> bool:
        """Whether anything was begun, and so can be followed up."""
        return bool(self.done or self.in_progress or self.paused or self.overdue)


@dataclass(frozen=True, slots=True)
class Change:
    """What became of an action since a review. `was` is None where it is new in the plan."""

    entry: Entry
    was: Stood | None
    now: Stood


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed, in the order of the plan, dropped actions last.

    `merged` counts those that another action stands for now, `gone` those that are in the plan no
    longer: removed, or not suggested any more.
    """

    changed: tuple[Change, ...]
    merged: int
    gone: int

    @property
    def any(self) -> bool:
        return bool(self.changed or self.merged or self.gone)


def progress(plan: Plan, today: dt.date) -> Progress:
    """How far the plan is."""
    counted = plan.planned
    states = [each.action.status for each in counted]
    return Progress(
        of=len(counted),
        done=states.count("done"),
        in_progress=states.count("in_progress"),
        paused=states.count("paused"),
        overdue=sum(each.overdue(today) for each in counted),
    )


def review_of(plan: Plan, today: dt.date) -> Review:
    """What a review of that day keeps."""
    found = progress(plan, today)
    return Review(
        on=today,
        of=found.of,
        done=found.done,
        in_progress=found.in_progress,
        overdue=found.overdue,
        actions=tuple(_stands(each) for each in _counted(plan)),
    )


def without_actions(reviews: Sequence[Review]) -> tuple[Review, ...]:
    """The reviews with their days and counts alone."""
    return tuple(each.model_copy(update={"actions": ()}) for each in reviews)


def changes_since(review: Review, plan: Plan) -> Changes:
    """What differs from the day of that review; titles and texts are not compared."""
    before = {each.id: each for each in review.actions}
    found = []
    for entry in _counted(plan):
        was, now = before.pop(entry.action.id, None), _stands(entry)
        if was != now:
            found.append(Change(entry, was, now))
    # What goes back among the suggestions is neither merged nor gone: it waits.
    left = set(before) - {each.action.id for each in plan.live}
    stood_for = {key for each in plan.live for key in each.action.merged}
    return Changes(tuple(found), len(left & stood_for), len(left - stood_for))


def _counted(plan: Plan) -> list[Entry]:
    return [each for each in (*plan.live, *plan.dropped) if not each.waiting]


def _stands(entry: Entry) -> Stood:
    action = entry.action
    return Stood(
        id=action.id,
        status=action.status,
        horizon=action.horizon,
        due=action.due,
        owned=bool(action.owner.strip()),
    )
