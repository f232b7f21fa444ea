"""Following up: how far the plan is, and what changed since people last looked at it."""

from __future__ import annotations

import datetime as dt

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.planned import Review, Status, Stood
from nttp_readiness.domain.plan import reviews
from nttp_readiness.domain.plan.plan import Plan
from nttp_readiness.domain.plan.reviews import Change
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.plan.planning import title_of
from nttp_readiness.presentation.words import words
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class State:
    """How many actions are how far. `status` names the sign that stands before the words."""

    status: str
    words: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What became of an action, in words. `action` is its id, empty for those that are counted."""

    action: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class FollowingUp:
    """What stands at the top of a plan that is under way."""

    states: tuple[State, ...]
    looked: str
    """When people last looked at the plan, and when they mean to look again."""
    heading: str
    """Over the changes; empty where there are none, or no earlier look to compare with."""
    extra: str
    changes: tuple[ChangeRow, ...]
    times: tuple[str, ...] = ()
    """How far the plan was each time people looked, the latest first, where they did so twice."""


def following_up(assessment: Assessment, plan: Plan, today: dt.date) -> FollowingUp | None:
    """None for a plan of which nothing was begun, and which nobody has looked at yet."""
    found = reviews.progress(plan, today)
    last = assessment.reviews[-1] if assessment.reviews else None
    if not found.under_way and last is None:
        return None
    heading, extra, rows = "", "", tuple[ChangeRow, ...]()
    looked = _looked(assessment, today)
    if last is not None and (last.actions or not last.of):
        changes = reviews.changes_since(last, plan)
        rows = (*(_row(each) for each in changes.changed), *_counted(changes))
        heading = tr("What changed since {day}").format(day=words.day(last.on))
        if last.on == today:
            heading = tr("What changed since we looked today")
        extra = trn("{n} change", "{n} changes", len(rows))
        if not rows:
            heading, extra = "", ""
            looked = f"{looked} {tr('Nothing has changed since.')}" if last.on < today else looked
    return FollowingUp(
        states=_states(found),
        looked=looked,
        heading=heading,
        extra=extra,
        changes=rows,
        times=_times(assessment),
    )


def _times(assessment: Assessment) -> tuple[str, ...]:
    if len(assessment.reviews) < 2:
        return ()
    return tuple(_time(each) for each in reversed(assessment.reviews))


def _time(review: Review) -> str:
    """A day on which people looked, and how far the plan was then."""
    far = [
        trn("{n} of {of} done", "{n} of {of} done", review.done, of=review.of),
        trn("{n} in progress", "{n} in progress", review.in_progress),
    ]
    if review.overdue:
        far.append(trn("{n} overdue", "{n} overdue", review.overdue))
    return tr("{day}: {words}").format(day=words.day(review.on), words=", ".join(far))


def _states(found: reviews.Progress) -> tuple[State, ...]:
    states = (
        State("done", trn("{n} of {of} done", "{n} of {of} done", found.done, of=found.of)),
        State("in_progress", trn("{n} in progress", "{n} in progress", found.in_progress)),
        State("paused", trn("{n} paused", "{n} paused", found.paused) if found.paused else ""),
        State("overdue", trn("{n} overdue", "{n} overdue", found.overdue) if found.overdue else ""),
    )
    return tuple(each for each in states if each.words)


def _looked(assessment: Assessment, today: dt.date) -> str:
    last = assessment.reviews[-1].on if assessment.reviews else None
    again = assessment.profile.review
    said = []
    if last == today:
        said.append(tr("We looked at the plan today."))
    elif last:
        said.append(tr("We last looked at the plan on {day}.").format(day=words.day(last)))
    if again and again >= today:
        said.append(tr("We will look at it again on {day}.").format(day=words.day(again)))
    elif again and (last is None or last < again):
        said.append(tr("We meant to look at it on {day}.").format(day=words.day(again)))
    return " ".join(said)


def _row(change: Change) -> ChangeRow:
    entry, was, now = change.entry, change.was, change.now
    return ChangeRow(entry.action.id, title_of(entry), _what(entry.action.drop_reason, was, now))


def _what(reason: str, was: Stood | None, now: Stood) -> str:
    """What became of it, as a sentence."""
    if was is None:
        if now.status == "dropped":
            return tr("Added and dropped again.")
        place = words.horizon_words(now.horizon)
        return tr("New in the plan, in {place}.").format(place=place)
    said = []
    if was.status != now.status:
        said.append(_status(reason, was.status, now.status))
    if was.horizon != now.horizon:
        said.append(
            tr("Moved from {before} to {after}.").format(
                before=words.horizon_words(was.horizon), after=words.horizon_words(now.horizon)
            )
        )
    if was.due != now.due:
        said.append(_date(was.due, now.due))
    if was.owned != now.owned:
        said.append(tr("Has an owner now.") if now.owned else tr("Owner removed."))
    return " ".join(said)


def _status(reason: str, was: Status, now: Status) -> str:
    if now == "dropped":
        given = " ".join(reason.split()).rstrip(".")
        return tr("Dropped: {reason}.").format(reason=given) if given else tr("Dropped.")
    if was == "dropped":
        return tr("Brought back.")
    return tr("{now}, was {before}.").format(
        now=words.status_words(now), before=words.status_words(was).lower()
    )


def _date(was: dt.date | None, now: dt.date | None) -> str:
    if now is None:
        return tr("Date removed.")
    if was is None:
        return tr("By {day}.").format(day=words.day(now))
    return tr("By {day}, was {before}.").format(day=words.day(now), before=words.day(was))


def _counted(changes: reviews.Changes) -> tuple[ChangeRow, ...]:
    """What has no place of its own in the plan any more."""
    rows = []
    if changes.merged:
        said = trn("{n} action", "{n} actions", changes.merged)
        rows.append(ChangeRow("", said, tr("Merged into another.")))
    if changes.gone:
        said = trn("{n} action", "{n} actions", changes.gone)
        rows.append(ChangeRow("", said, tr("Not in the plan any more.")))
    return tuple(rows)
