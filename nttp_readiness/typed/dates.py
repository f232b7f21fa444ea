"""Days as people type them in Britain, in every field, table and spreadsheet.

A library's reader takes too much: it makes 1 December of "12/2027" and believes any weekday. Here
what was typed is taken only where it can mean one day and no other.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import cache
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
_NAMED_DAYS = "|".join((*_WEEKDAYS, *_SHORT_WEEKDAYS, *(each[:3] for each in _WEEKDAYS)))

_BEFORE = rf"(?:(?:on|by) )?(?:(?P<weekday>{_NAMED_DAYS})[.,]? *)?(?:the )?"
_TIME = (
    r"(?:(?:t|,? (?:at )?)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?"
    r"(?:z| ?[+-]\d{2}:?\d{2})?)?"
)
_AFTER = rf"{_TIME}(?:,? *\(?(?P<weekday_after>{_NAMED_DAYS})\)?)?[.,]?"
_DAY, _MONTH = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})"
_DAY_TH = rf"{_DAY} ?(?:st|nd|rd|th)?"
_NAME = r"(?P<name>[a-z]+)\.?"
_YEAR, _LONG_YEAR = r"(?P<year>\d{4}|\d{2})", r"(?P<year>\d{4})"
_NUMBERS = (
    rf"{_DAY} *(?P<sign>[-/.]) *{_MONTH} *(?P=sign) *{_YEAR}",
    rf"{_DAY} {_MONTH} {_YEAR}",
    r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>20\d{2})",
    rf"(?P<day>1[3-9]|2\d|3[01])/{_MONTH}",
)
"""Forms in which the day may be taken for the month. The last has no year, and would be a part of
something, as 1/2 is, or a month of a year, as 12/27, if its day could be a month.
"""
_NAME_AND_NUMBER = rf"{_NAME} {_DAY_TH}"
"""May 4: but May 27 may be all of May 2027."""
_FORMS = (
    rf"{_DAY_TH},?(?: of)?[ \-/.]*{_NAME}(?:,? *[ \-/']* *{_YEAR})?",
    rf"{_NAME}[ \-/]*{_DAY_TH},?[ \-/]+{_LONG_YEAR}",
    _NAME_AND_NUMBER,
    rf"{_LONG_YEAR},?[ \-/.]*{_NAME}[ \-/.]*{_DAY_TH}",
    rf"{_LONG_YEAR}(?P<sign>[-/. ]){_MONTH}(?P=sign){_DAY}",
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
    *_NUMBERS,
)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each form with its pattern. To compile them takes 6 ms, for which no page need wait."""
    return tuple((form, re.compile(f"{_BEFORE}{form}{_AFTER}")) for form in _FORMS)


def written(day: dt.date | None) -> str:
    """A day as a field shows it, in words that `read_day` takes; empty for none."""
    return "" if day is None else f"{day.day} {_MONTHS[day.month - 1].capitalize()} {day.year}"


def read_day(text: str, today: dt.date | None = None, *, day_first: bool = True) -> dt.date | None:
    """The one day that the text means; None where it means none, several, or an unlikely year.

    Without a year it is the next such day, today among them; without `today` it is none. A weekday
    that does not fit the day is not believed. 3/4/2027 is 3 April; where `day_first` cannot be
    relied on, as in a spreadsheet from anywhere, a day that could be read either way is not taken.
    """
    read = _read(text, today)
    if read is None:
        return None
    day = _day(read.parts, today)
    if day is None or not _fits(read.parts, day):
        return None
    either = read.form in _NUMBERS and day.day <= 12 and day.day != day.month
    return None if either and not day_first else day


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
    read = _read(text, today)
    if read is None:
        return None
    day = _day(read.parts, today)
    if day is not None:
        wrong = not _fits(read.parts, day)
        return Slip(day.day, day.month, day.year, day) if wrong else None
    number, month, year = int(read.parts["day"] or 0), _month_of(read.parts), _year_of(read.parts)
    likely = year is None or FIRST_YEAR <= year <= LAST_YEAR
    # Without a year it may be that of a leap year.
    most = calendar.monthrange(year or 2000, month)[1] if likely else 31
    return Slip(number, month, year, None) if likely and most < number <= 31 else None


class _Read(NamedTuple):
    """The parts of a text that is written as a day, and the form that it has."""

    form: str
    parts: dict[str, str | None]


def _read(text: str, today: dt.date | None) -> _Read | None:
    typed = " ".join(key(text).split())
    for form, pattern in _patterns():
        if (found := pattern.fullmatch(typed)) and 1 <= _month_of(found.groupdict()) <= 12:
            number = int(found["day"])
            if form == _NAME_AND_NUMBER and today and number >= today.year % 100:
                return None
            return _Read(form, found.groupdict())
    return None


def _month_of(parts: dict[str, str | None]) -> int:
    return _month(parts.get("name")) if parts.get("name") else int(parts.get("month") or 0)


def _year_of(parts: dict[str, str | None]) -> int | None:
    typed = parts.get("year")
    return None if typed is None else int(typed) + (2000 if len(typed) == 2 else 0)


def _day(parts: dict[str, str | None], today: dt.date | None) -> dt.date | None:
    month, year, number = _month_of(parts), _year_of(parts), int(parts["day"] or 0)
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


def _fits(parts: dict[str, str | None], day: dt.date) -> bool:
    """Whether each weekday that was typed, before or after, is that of the day."""
    return all(
        _SHORT_WEEKDAYS.get(name, day.weekday()) == day.weekday()
        and (name in _SHORT_WEEKDAYS or name in _names_of(day.weekday()))
        for name in (parts["weekday"], parts["weekday_after"])
        if name
    )


def _names_of(weekday: int) -> tuple[str, str]:
    return _WEEKDAYS[weekday], _WEEKDAYS[weekday][:3]
