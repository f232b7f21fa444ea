"""How many days of looking again the calendars of an assessment had that left this computer.

A later calendar with fewer of them takes the others back. Only counts are kept, under a mark of
whose calendar it was; no name and no day.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from pathlib import Path
from typing import Final

from nttp_readiness.errors import ReadinessError
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.files.atomic import write_atomic
from nttp_readiness.storage.files.reading import read_whole

_MOST_DAYS: Final = 2000
_MOST_CALENDARS: Final = 500
_DOCUMENT = re.compile(r"[0-9a-f]{32}")


def looks_sent(document: str, of: str) -> int:
    """How many days the last calendar had `of` an owner or of the plan; 0 where nobody knows. Never
    raises.
    """
    return _known(document).get(_mark(of), 0)


def note_looks(document: str, of: str, count: int) -> None:
    """A calendar with so many days was written. Never raises: it is written in any case."""
    known = _known(document)
    if not _DOCUMENT.fullmatch(document) or known.get(_mark(of), 0) == count:
        return
    known[_mark(of)] = min(count, _MOST_DAYS)
    kept = dict(list(known.items())[-_MOST_CALENDARS:])
    with contextlib.suppress(OSError, ReadinessError):
        folders.make(folders.calendars())
        write_atomic(_file(document), json.dumps(kept).encode() + b"\n")


def forget(document: str) -> None:
    """Nothing is known of calendars of that assessment any more. Never raises."""
    if _DOCUMENT.fullmatch(document):
        with contextlib.suppress(OSError):
            _file(document).unlink(missing_ok=True)


def _known(document: str) -> dict[str, int]:
    if not _DOCUMENT.fullmatch(document):
        return {}
    try:
        said = json.loads(read_whole(_file(document)))
        return {
            str(mark): count
            for mark, count in said.items()
            if isinstance(count, int) and 0 <= count <= _MOST_DAYS
        }
    except (OSError, ValueError, AttributeError, RecursionError, ReadinessError):
        return {}


def _mark(of: str) -> str:
    name = " ".join(of.split()).casefold()
    return hashlib.sha256(name.encode()).hexdigest()[:12]


def _file(document: str) -> Path:
    return folders.calendars() / f"{document}.json"
