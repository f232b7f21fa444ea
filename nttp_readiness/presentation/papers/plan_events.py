"""The plan's days for a calendar: when each action ends, and when we look at it again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from nttp_readiness.domain.answers.planned import PlannedAction, Request
from nttp_readiness.domain.exchange.sheet_values import row_key
from nttp_readiness.domain.plan.plan import Entry
from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.errors import ExportError
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.papers.plan_actions import action_title
from nttp_readiness.presentation.plan.action_columns import ActionColumn, in_reading_order
from nttp_readiness.presentation.plan.owned_actions import is_owner, owner_meant
from nttp_readiness.presentation.plan.owner_plan import owner_name
from nttp_readiness.presentation.plan.plan_material import Material, Options
from nttp_readiness.presentation.plan.request_columns import REQUEST_COLUMNS, RequestColumn
from nttp_readiness.presentation.plan.requests import requests_made, who_asks, whom
from nttp_readiness.presentation.words.owners import without_names
from nttp_readiness.values import dataclass

_A_WEEK, _A_DAY = 7, 1


@dataclass(frozen=True, slots=True)
class Event:
    """A whole day. `uid` stays the same for as long as the action does, so that an update replaces
    what was there; `gone` takes it out of the calendar. `reminders` are days before.
    """

    uid: str
    day: dt.date
    summary: str
    description: str
    gone: bool = False
    reminders: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Diary:
    title: str
    language: str
    events: tuple[Event, ...]


def plan_diary(
    card: Scorecard,
    today: dt.date,
    options: Options | None = None,
    *,
    owner: str | None = None,
    looks_sent: int = 0,
) -> Diary:
    """The days of the plan's actions, those of dropped ones marked as gone, and one entry for each
    day on which it is looked at again. With an `owner` only what is theirs, of every owner where
    the name is empty. Where the calendar `looks_sent` before had more days of looking again, those
    there are no longer are marked as gone.

    Raises ExportError where there is no day at all, or no such owner.
    """
    material = Material(card, today, options or Options())
    assessment = material.assessment
    theirs = owner_meant(assessment, owner) if owner else ""
    entries = [
        each
        for each in (*material.planned, *material.waiting)
        if owner is None or _is_of(theirs, each.action.owner)
    ]
    dropped = [each for each in material.plan.dropped if owner is None or
               _is_of(theirs, each.action.owner)]  # fmt: skip
    events = [event for each in (*entries, *dropped) for event in _due(material, each)]
    plans_own = assessment.profile.review if owner is None else None
    looks = list(_looks(material, entries, plans_own))
    events += [*looks, *_no_longer_looked_at(material, len(looks), looks_sent)]
    events += [
        _request(material, ask, ask.by)
        for ask in requests_made(assessment)
        if ask.by and (owner is None or _is_of(theirs, ask.asker))
    ]
    if not any(not each.gone for each in events):
        raise ExportError(
            tr("There are no dates in the plan yet."),
            safe=tr("Nothing was written."),
            cure=tr("Give an action a date first."),
        )
    title = tr("{who}: actions").format(who=material.who)
    if theirs and material.names:
        title = tr("{who}: actions ({owner})").format(who=material.who, owner=owner_name(theirs))
    diary = Diary(title, material.bank.language, tuple(events))
    return diary if material.names else without_names(diary, assessment)


def _is_of(owner: str, typed: str) -> bool:
    return is_owner(owner, typed) if owner else bool(typed.strip())


def _due(material: Material, entry: Entry) -> Iterator[Event]:
    action = entry.action
    if not action.due:
        return
    gone, done = action.status == "dropped", action.status == "done"
    said = tr("Due today: {action}")
    if gone:
        said = tr("No longer planned: {action}")
    elif done:
        said = tr("Done: {action}")
    yield Event(
        _uid(material, action.id, "due"),
        action.due,
        said.format(action=action_title(action)),
        "" if gone else _described(material, entry),
        gone,
        () if gone or done else (_A_WEEK, _A_DAY),
    )


def _looks(
    material: Material, entries: Sequence[Entry], plans_own: dt.date | None
) -> Iterator[Event]:
    """One entry for each day on which something is looked at again, with a list of what.

    Their ids count the days in order, so that days which move take their entries with them.
    """
    days: dict[dt.date, list[Entry]] = {plans_own: []} if plans_own else {}
    for entry in entries:
        if entry.action.review:
            days.setdefault(entry.action.review, []).append(entry)
    for number, (day, again) in enumerate(sorted(days.items()), start=1):
        whole = day == plans_own
        titles = [action_title(each.action) for each in again]
        yield Event(
            _uid(material, f"look/{number}", "review"),
            day,
            _look_words(material, titles, whole=whole),
            _listed(material, titles, whole=whole),
            reminders=(_A_WEEK,),
        )


def _no_longer_looked_at(material: Material, count: int, sent: int) -> Iterator[Event]:
    """Takes back the days of an earlier calendar beyond those that there are now."""
    for number in range(count + 1, sent + 1):
        yield Event(
            _uid(material, f"look/{number}", "review"),
            material.today,
            tr("No longer planned: look again"),
            "",
            gone=True,
        )


def days_of_looking(card: Scorecard, *, owner: str | None = None) -> int:
    """How many days of looking again the calendar of the plan, or of an owner, has."""
    assessment = card.assessment
    material = Material(card, dt.date.min, Options())
    theirs = owner_meant(assessment, owner) if owner else ""
    days = {
        each.action.review
        for each in (*material.planned, *material.waiting)
        if each.action.review and (owner is None or _is_of(theirs, each.action.owner))
    }
    if owner is None and assessment.profile.review:
        days.add(assessment.profile.review)
    return len(days)


def _look_words(material: Material, titles: Sequence[str], *, whole: bool) -> str:
    if whole and titles:
        return trn(
            "Look at our readiness again, and at {n} action: {who}",
            "Look at our readiness again, and at {n} actions: {who}",
            len(titles),
            who=material.who,
        )
    if whole:
        return tr("Look at our readiness again: {who}").format(who=material.who)
    if len(titles) == 1:
        return tr("Look again: {action}").format(action=titles[0])
    return trn("Look again at {n} action", "Look again at {n} actions", len(titles))


def _listed(material: Material, titles: Sequence[str], *, whole: bool) -> str:
    lines = [*titles, tr("{label}: {value}").format(label=tr("From"), value=material.who)]
    return "\n".join([*lines, *([f"{material.disclaimer}."] if whole else [])])


def _request(material: Material, ask: Request, day: dt.date) -> Event:
    answered = ask.status == "answered"
    said = tr("Answered: {who}") if answered else tr("Answer needed today: {who}")
    shown = [each for each in REQUEST_COLUMNS if each.printed("calendar")]
    parts = (
        *((each.heading(), _asked(material, ask, each)) for each in shown),
        (tr("From"), material.who),
    )
    described = "\n".join(f"{label}: {text.strip()}" for label, text in parts if text.strip())
    return Event(
        _uid(material, f"ask/{ask.id}", "by"),
        day,
        said.format(who=whom(material, ask)),
        described,
        reminders=() if answered else (_A_WEEK,),
    )


def _described(material: Material, entry: Entry) -> str:
    action = entry.action
    parts = (
        *((each.heading(), _said(material, action, each)) for each in in_reading_order("calendar")),
        (tr("From"), material.who),
    )
    return "\n".join(f"{label}: {text.strip()}" for label, text in parts if text.strip())


def _said(material: Material, action: PlannedAction, field: ActionColumn) -> str:
    text = material.words_in(action, field)
    return text or (field.nothing() if field.key == "owner" else "")


def _asked(material: Material, ask: Request, field: RequestColumn) -> str:
    return who_asks(material, ask) if field.key == "asker" else material.words_in(ask, field)


def _uid(material: Material, what: str, which: str) -> str:
    return f"{row_key(material.assessment, what)}-{which}@nttp-readiness"
