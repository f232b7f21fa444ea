"""Days as people type them in Britain, in every field, table and spreadsheet.

A library's reader takes too much: it makes 1 December of "12/2027" and believes any weekday. Here
what was typed is taken only where it can mean one day and no other.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import NamedTuple

from nttp_readiness.typed.letters import key

FIRST_YEAR, LAST_YEAR = 2000, 2099
"""Another year is a slip of the finger, and is asked about."""
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT_WEEKDAYS = {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}

_WEEKDAY = r"(?:(?P<weekday>[a-z]+)[.,]? +)?"
_YEAR_AFTER = r"(?:,? *[ \-/']* *(?P<year>\d{4}|\d{2}))?"
_TIME = r"(?:[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?)?"
_FORMS = tuple(
    f"{_WEEKDAY}{form}"
    for form in (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ \-/.]*(?P<name>[a-z]+)\.?{_YEAR_AFTER}",
        r"(?P<name>[a-z]+)\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,? +(?P<year>\d{4}))?",
        rf"(?P<year>\d{{4}})(?P<sign>[-/.])(?P<month>\d{{1,2}})(?P=sign)(?P<day>\d{{1,2}}){_TIME}",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        rf"(?P<day>\d{{1,2}})(?P<sign>[-/.])(?P<month>\d{{1,2}})(?P=sign)(?P<year>\d{{4}}|\d{{2}}){_TIME}",
    )
)
_NUMBERS = _FORMS[-1]


def read_day(text: str, today: dt.date | None = None, *, day_first: bool = True) -> dt.date | None:
    """The one day that the text means; None where it means none, several, or an unlikely year.

    Without a year it is the next such day, today among them; without `today` it is none. A weekday
    that does not fit the day is not believed. 3/4/2027 is 3 April; where `day_first` cannot be
    relied on, as in a spreadsheet from anywhere, a day that could be read either way is not taken.
    """
    typed = " ".join(key(text).split())
    for form in _FORMS:
        if found := re.fullmatch(form, typed):
            parts = found.groupdict()
            day = _day(parts, today)
            if day is None or not _fits(parts["weekday"], day):
                return None
            either = form is _NUMBERS and day.day <= 12 and day.day != day.month
            return None if either and not day_first else day
    return None


class Slip(NamedTuple):
    """Why a text that is written as a day means none."""

    number: int
    month: int
    year: int | None
    day: dt.date | None
    """The day that it would be, if its weekday were left out; None where there is no such day."""


def slip_in(text: str, today: dt.date) -> Slip | None:
    """What is wrong with a day that `read_day` does not take: more days than its month has, or the
    weekday of another day. None where the text is no day, or something else is wrong with it.
    """
    typed = " ".join(key(text).split())
    for form in _FORMS:
        if found := re.fullmatch(form, typed):
            parts = found.groupdict()
            day = _day(parts, today)
            if day is not None:
                named = _knows(parts["weekday"]) and not _fits(parts["weekday"], day)
                return Slip(day.day, day.month, day.year, day) if named else None
            number, month, year = int(parts["day"] or 0), _month_of(parts), _year_of(parts)
            likely = 1 <= month <= 12 and (year is None or FIRST_YEAR <= year <= LAST_YEAR)
            # Without a year it may be that of a leap year.
            most = calendar.monthrange(year or 2000, month)[1] if likely else 31
            return Slip(number, month, year, None) if likely and most < number <= 31 else None
    return None


def _month_of(parts: dict[str, str | None]) -> int:
    return _month(parts.get("name")) if parts.get("name") else int(parts.get("month") or 0)


def _year_of(parts: dict[str, str | None]) -> int | None:
    typed = parts["year"]
    return None if typed is None else int(typed) + (2000 if len(typed) == 2 else 0)


def _day(parts: dict[str, str | None], today: dt.date | None) -> dt.date | None:
    month, year, number = _month_of(parts), _year_of(parts), int(parts["day"] or 0)
    if not month:
        return None
    if year is None:
        coming = _coming(number, month, today) if today else ()
        return next((each for each in coming if today and each >= today), None)
    return _made(year, month, number)


def _coming(day: int, month: int, today: dt.date) -> list[dt.date]:
    """That day of this year and of those to come, as far as 29 February asks for."""
    years = range(today.year, today.year + 9)
    return [each for year in years if (each := _made(year, month, day)) is not None]


def _made(year: int, month: int, day: int) -> dt.date | None:
    try:
        made = dt.date(year, month, day)
    except ValueError:
        return None
    return made if FIRST_YEAR <= year <= LAST_YEAR else None


def _month(name: str | None) -> int:
    """Its number, by its whole name or the first three or four letters; 0 for another word."""
    for number, each in enumerate(_MONTHS, start=1):
        if name and (name == each or (name == each[: len(name)] and 3 <= len(name) <= 4)):
            return number
    return 0


def _knows(name: str | None) -> bool:
    """Whether that is the name of a weekday, whole or short."""
    short = (each[:3] for each in _WEEKDAYS)
    return name in (*_WEEKDAYS, *_SHORT_WEEKDAYS, *short)


def _fits(name: str | None, day: dt.date) -> bool:
    if name is None:
        return True
    if name in _SHORT_WEEKDAYS:
        return day.weekday() == _SHORT_WEEKDAYS[name]
    return name in (_WEEKDAYS[day.weekday()], _WEEKDAYS[day.weekday()][:3])
