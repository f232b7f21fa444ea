"""The plan's days for a calendar: when each action ends, and when we look at it again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from nttp_readiness.domain.answers.assessment import PlannedAction, Request
from nttp_readiness.domain.exchange.sheet_values import row_key
from nttp_readiness.domain.plan.plan import Entry
from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.papers.plan_actions import action_title
from nttp_readiness.presentation.plan.action_columns import ActionColumn, in_reading_order
from nttp_readiness.presentation.plan.plan_material import Material, Options
from nttp_readiness.presentation.plan.request_columns import REQUEST_COLUMNS, RequestColumn
from nttp_readiness.presentation.plan.requests import requests_made, who_asks, whom
from nttp_readiness.presentation.words.owners import without_names
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """A whole day. `uid` stays the same for as long as the action does, so that an update replaces
    what was there; `gone` takes it out of the calendar.
    """

    uid: str
    day: dt.date
    summary: str
    description: str
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Diary:
    title: str
    language: str
    events: tuple[Event, ...]


def plan_diary(card: Scorecard, today: dt.date, options: Options | None = None) -> Diary:
    """The days of the plan's actions, those of dropped ones marked as gone, and of its review."""
    material = Material(card, today, options or Options())
    events: list[Event] = []
    for entry in (*material.planned, *material.waiting, *material.plan.dropped):
        events += _events(material, entry)
    review = material.assessment.profile.review
    if review:
        events.append(
            Event(
                uid=_uid(material, "plan", "review"),
                day=review,
                summary=tr("Look at our readiness again: {who}").format(who=material.who),
                description=f"{material.disclaimer}.",
            )
        )
    for ask in requests_made(material.assessment):
        if ask.by:
            events.append(_request(material, ask, ask.by))
    title = tr("{who}: actions").format(who=material.who)
    diary = Diary(title, material.bank.language, tuple(events))
    return diary if material.names else without_names(diary, material.assessment)


def _events(material: Material, entry: Entry) -> Iterator[Event]:
    action = entry.action
    title = action_title(action)
    gone = action.status == "dropped"
    described = "" if gone else _described(material, entry)
    done = action.status == "done"
    if action.due:
        summary = tr("Done: {action}") if done else tr("Due today: {action}")
        yield Event(
            _uid(material, action.id, "due"), action.due, summary.format(action=title),
            described, gone,
        )  # fmt: skip
    if action.review:
        summary = tr("Look again: {action}").format(action=title)
        yield Event(_uid(material, action.id, "review"), action.review, summary, described, gone)


def _request(material: Material, ask: Request, day: dt.date) -> Event:
    said = tr("Answered: {who}") if ask.status == "answered" else tr("Answer needed today: {who}")
    shown = [each for each in REQUEST_COLUMNS if each.printed("calendar")]
    parts = (
        *((each.heading(), _asked(material, ask, each)) for each in shown),
        (tr("From"), material.who),
    )
    described = "\n".join(f"{label}: {text.strip()}" for label, text in parts if text.strip())
    return Event(
        _uid(material, f"ask/{ask.id}", "by"), day, said.format(who=whom(material, ask)), described
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
