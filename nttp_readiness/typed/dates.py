"""Days as people type them in Britain, in every field, table and spreadsheet.

A library's reader takes too much: it makes 1 December of "12/2027" and believes any weekday. Here
what was typed is taken only where it can mean one day and no other.
"""

from __future__ import annotations

import datetime as dt
import re

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


def _day(parts: dict[str, str | None], today: dt.date | None) -> dt.date | None:
    month = _month(parts.get("name")) if parts.get("name") else int(parts.get("month") or 0)
    number, typed = int(parts["day"] or 0), parts["year"]
    if not month:
        return None
    if typed is None:
        coming = _coming(number, month, today) if today else ()
        return next((each for each in coming if today and each >= today), None)
    return _made(int(typed) + (2000 if len(typed) == 2 else 0), month, number)


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


def _fits(name: str | None, day: dt.date) -> bool:
    if name is None:
        return True
    if name in _SHORT_WEEKDAYS:
        return day.weekday() == _SHORT_WEEKDAYS[name]
    return name in (_WEEKDAYS[day.weekday()], _WEEKDAYS[day.weekday()][:3])
