"""Ballots that wait for others, on this computer's own disk, for when the program stops.

One file for each workshop, beside the recovery copies and never beside the document: only ever the
latest state, removed as soon as the document holds what it tells. What it may tell is decided in
`domain.editing.waiting`.
"""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.plain_models import ValidationError, to_json
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.files.atomic import write_atomic
from nttp_readiness.storage.files.reading import read_whole

if TYPE_CHECKING:
    from nttp_readiness.domain.editing.waiting import Waiting

SUFFIX: Final = ".waiting"


def keep(assessment: Assessment, state: Waiting) -> None:
    """Keep this state in place of the last one, and nothing where there is nothing to keep. Raises
    SaveError.
    """
    place = _place(assessment)
    if place is None:
        return
    if state.empty:
        _remove(place)
        return
    folders.make(folders.recovery())
    write_atomic(place, to_json(state.model_dump(mode="json"), indent=1) + b"\n")


def kept(assessment: Assessment) -> Waiting | None:
    """What was kept when the program stopped; None where nothing was, or it cannot be read."""
    place = _place(assessment)
    if place is None:
        return None
    from nttp_readiness.domain.editing.waiting import Waiting  # noqa: PLC0415 - few have a workshop

    try:
        return Waiting.model_validate_json(read_whole(place))
    except (OSError, ValidationError, ValueError):
        return None


def remove(document: str) -> None:
    """Forget everything that waits for that document. Never raises."""
    for each in folders.files(folders.recovery(), f"{document}-*{SUFFIX}"):
        _remove(each)


def _place(assessment: Assessment) -> Path | None:
    """By the workshop and not by the file: a copy that people answer in has another one."""
    if assessment.workshop is None:
        return None
    mark = hashlib.sha256(assessment.workshop.key.encode()).hexdigest()[:16]
    return folders.recovery() / f"{assessment.id}-{mark}{SUFFIX}"


def _remove(place: Path) -> None:
    with contextlib.suppress(OSError):
        place.unlink(missing_ok=True)
