"""The plan's days as a calendar file: whole days that a second import puts right."""

from __future__ import annotations

import datetime as dt

import icalendar

from nttp_readiness.presentation.papers.plan_events import Diary, Event
from nttp_readiness.reports.safe_text import portable_text

_PRODUCT = "-//NTTP Readiness//Action plan//EN"
_MORNING = 9
_START = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


def write_calendar(diary: Diary, *, made: dt.datetime) -> bytes:
    """The calendar as it is at `made`, in UTC; a later one takes the place of an earlier one."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", icalendar.vText(_line(diary.title)))  # else it is not escaped
    for event in diary.events:
        calendar.add_component(_event(event, made))
    data: bytes = calendar.to_ical()
    return data


def _event(event: Event, made: dt.datetime) -> icalendar.Event:
    entry = icalendar.Event()
    entry.add("uid", event.uid)
    entry.add("dtstamp", made)
    entry.add("last-modified", made)
    entry.add("sequence", int((made - _START).total_seconds() // 60))
    entry.add("dtstart", event.day)
    entry.add("dtend", _after(event.day))
    entry.add("summary", _line(event.summary))
    if event.description:
        entry.add("description", portable_text(event.description))
    entry.add("transp", "TRANSPARENT")
    entry.add("status", "CANCELLED" if event.gone else "CONFIRMED")
    for days in event.reminders:
        entry.add_component(_reminder(event, days))
    return entry


def _reminder(event: Event, days: int) -> icalendar.Alarm:
    """At nine in the morning so many days before: a whole day begins at midnight."""
    reminder = icalendar.Alarm()
    reminder.add("action", "DISPLAY")
    reminder.add("trigger", dt.timedelta(hours=_MORNING) - dt.timedelta(days=days))
    reminder.add("description", _line(event.summary))
    return reminder


def _after(day: dt.date) -> dt.date:
    """The next day, at which a whole day ends; the last of all days has none."""
    return day if day == dt.date.max else day + dt.timedelta(days=1)


def _line(text: str) -> str:
    return " ".join(portable_text(text).split())
