"""How dates are said: day, month, year, in words. A regional setting changes nothing."""

from __future__ import annotations

import datetime as dt

from nttp_readiness.i18n import tr


def day(date: dt.date | None, otherwise: str = "") -> str:
    """A date as "12 March 2026"."""
    return f"{date.day} {months()[date.month - 1]} {date.year}" if date else otherwise


def short_day(date: dt.date | None, otherwise: str = "") -> str:
    """A date as "12 Mar 2026", for narrow columns."""
    return f"{date.day} {months()[date.month - 1][:3]} {date.year}" if date else otherwise


def moment(at: dt.datetime) -> str:
    """A time of this computer's clock as "12 March 2026, 14:02"."""
    return tr("{day}, {time}").format(day=day(at.date()), time=f"{at:%H:%M}")


def months() -> tuple[str, ...]:
    """The twelve, from January."""
    return (
        tr("January"), tr("February"), tr("March"), tr("April"), tr("May"), tr("June"),
        tr("July"), tr("August"), tr("September"), tr("October"), tr("November"), tr("December"),
    )  # fmt: skip
