"""What is wrong with a day as somebody typed it, in words."""

from __future__ import annotations

import datetime as dt

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words.dates import day, months
from nttp_readiness.typed.dates import slip_in


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
    month = months()[slip.month - 1]
    year = () if slip.year is None else (str(slip.year),)
    return tr("There is no {day}.").format(day=" ".join((str(slip.number), month, *year)))


def _weekdays() -> tuple[str, ...]:
    return (
        tr("Monday"), tr("Tuesday"), tr("Wednesday"), tr("Thursday"), tr("Friday"),
        tr("Saturday"), tr("Sunday"),
    )  # fmt: skip
