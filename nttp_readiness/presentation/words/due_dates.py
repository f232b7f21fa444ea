"""Days of a plan that is not open, in words. The first window needs it, so it knows no document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.words.dates import day


def dates_words(dates: Iterable[dt.date], review: dt.date | None, today: dt.date) -> str:
    """What is overdue, what comes next and when to look again, in a line; empty where nothing."""
    dates = tuple(dates)
    late = sum(each < today for each in dates)
    said = [trn("{n} overdue", "{n} overdue", late)] if late else []
    coming = min((each for each in dates if each >= today), default=None)
    if coming:
        said.append(tr("next date {day}").format(day=day(coming)))
    if review:
        form = tr("review on {day}") if review >= today else tr("review was due on {day}")
        said.append(form.format(day=day(review)))
    return " · ".join(said)
