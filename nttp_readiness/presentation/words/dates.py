"""How dates are said: day, month, year, in words. A regional setting changes nothing."""

from __future__ import annotations

import datetime as dt

from nttp_readiness.i18n import tr
from nttp_readiness.typed.dates import slip_in


def day(date: dt.date | None, otherwise: str = "") -> str:
    """A date as "12 March 2026"."""
    return f"{date.day} {_months()[date.month - 1]} {date.year}" if date else otherwise


def short_day(date: dt.date | None, otherwise: str = "") -> str:
    """A date as "12 Mar 2026", for narrow columns."""
    return f"{date.day} {_months()[date.month - 1][:3]} {date.year}" if date else otherwise


def slip_words(text: str, today: dt.date) -> str:
    """What is wrong with a day as it was typed; empty where there is no more to say than that it
    is none.
    """
    slip = slip_in(text, today)
    if slip is None:
        return ""
    if slip.day is not None:
        return tr("{day} is a {weekday}.").format(
            day=day(slip.day), weekday=_weekdays()[slip.day.weekday()]
        )
    month = _months()[slip.month - 1]
    year = () if slip.year is None else (str(slip.year),)
    return tr("There is no {day}.").format(day=" ".join((str(slip.number), month, *year)))


def _weekdays() -> tuple[str, ...]:
    return (
        tr("Monday"), tr("Tuesday"), tr("Wednesday"), tr("Thursday"), tr("Friday"),
        tr("Saturday"), tr("Sunday"),
    )  # fmt: skip


def _months() -> tuple[str, ...]:
    return (
        tr("January"), tr("February"), tr("March"), tr("April"), tr("May"), tr("June"),
        tr("July"), tr("August"), tr("September"), tr("October"), tr("November"), tr("December"),
    )  # fmt: skip
