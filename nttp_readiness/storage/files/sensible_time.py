"""Times from names of files and from disks, as a clock that went mad may have left them there."""

from __future__ import annotations

import datetime as dt

_EARLIEST = dt.datetime(1971, 1, 1, tzinfo=dt.UTC)
_LATEST = dt.datetime(3000, 1, 1, tzinfo=dt.UTC)
"""Windows tells no local time before 1970, nor after the year 3000."""


def sensible(moment: dt.datetime) -> dt.datetime:
    """The moment, or the nearest that every calendar and time zone can still say."""
    return min(max(moment, _EARLIEST), _LATEST)


def from_seconds(seconds: float) -> dt.datetime:
    """The moment, in UTC, that a disk gives in seconds."""
    most = _LATEST.timestamp()
    return dt.datetime.fromtimestamp(min(max(seconds, _EARLIEST.timestamp()), most), dt.UTC)
