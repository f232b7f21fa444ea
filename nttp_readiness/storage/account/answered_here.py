"""Under which id somebody answered an assessment on this computer, so that answering again from
another copy does not make a second person of them.

Nothing is kept but that id, which says nothing by itself.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from nttp_readiness.domain.editing.ballots import HandedIn
from nttp_readiness.errors import SaveError
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.files.atomic import write_atomic
from nttp_readiness.storage.files.reading import read_whole

_ID: Final = re.compile(r"[0-9a-f]{32}")
_MOST: Final = 200


def answered_before(document: str) -> str | None:
    """The id under which that assessment was answered here last; None where it was not."""
    return _known().get(document)


def remember(handed: HandedIn) -> None:
    """Keep the id of what was just written. Never raises: without it one answers as new."""
    known = {key: value for key, value in _known().items() if key != handed.document}
    known[handed.document] = handed.id
    _write(known)


def this_laptop(document: str) -> str:
    """The id under which what came in on this computer is handed over: always the same one."""
    key = hashlib.sha256(f"laptop/{document}".encode()).hexdigest()[:32]
    known = _known()
    if key not in known:
        known[key] = uuid.uuid4().hex
        _write(known)
    return known[key]


def _write(known: Mapping[str, str]) -> None:
    latest = dict(list(known.items())[-_MOST:])
    with contextlib.suppress(SaveError):
        folders.make(_place().parent)
        write_atomic(_place(), json.dumps(latest, indent=1).encode() + b"\n")


def _known() -> dict[str, str]:
    try:
        found = json.loads(read_whole(_place()))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        key: value
        for key, value in found.items()
        if isinstance(value, str) and _ID.fullmatch(key) and _ID.fullmatch(value)
    }


def _place() -> Path:
    return folders.recovery().parent / "answered.json"
