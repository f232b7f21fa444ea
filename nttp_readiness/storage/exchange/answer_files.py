"""Answer files: what one person answered on their own computer, to hand over once.

Readable JSON like an assessment, under a format name of its own, and small. It names nobody; but
whoever holds it can read those answers, so it is deleted once it was counted.
"""

from __future__ import annotations

import stat
import uuid
from collections.abc import Mapping
from pathlib import Path

from nttp_readiness import __version__
from nttp_readiness.domain.answers.answer import Choice
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.editing.ballots import HandedIn
from nttp_readiness.errors import DocumentError, NewerError, ReadinessError
from nttp_readiness.i18n import tr
from nttp_readiness.plain_models import ValidationError, to_json
from nttp_readiness.storage.documents import envelope
from nttp_readiness.storage.files.atomic import write_atomic
from nttp_readiness.storage.files.json_path import differences, first_place, place
from nttp_readiness.storage.files.reading import open_to_read, status, why_held

SUFFIX = ".answers"
FORMAT = "nttp-readiness-answers"
VERSION = 2
"""Files with sentences of reason; those without are of version 1, as they always were."""
SIZE_LIMIT = 1024 * 1024
"""Bytes of the largest answer file that is read."""

_KEYS = {"format": str, "version": int, "program": str, "sha256": str, "body": dict}


def hand_in(
    assessment: Assessment,
    group: str,
    answers: Mapping[str, Choice],
    same: str | None = None,
    reasons: Mapping[str, str] | None = None,
) -> HandedIn:
    """One person's answers to the questions of an assessment, with their sentences of reason, under
    a new id of their own; under that of `same` where it is the same person once more.
    """
    return HandedIn(
        id=same or uuid.uuid4().hex,
        document=assessment.id,
        bank=assessment.bank.id,
        version=assessment.bank.version,
        group=group,
        answers=dict(answers),
        reasons=dict(reasons or {}),
    )


def save_answers(path: Path, handed_in: HandedIn) -> None:
    """Write an answer file. Raises SaveError; what was there before is unharmed then."""
    write_atomic(path, answer_bytes(handed_in))


def load_answers(path: Path) -> HandedIn:
    """What an answer file holds. Raises DocumentError; the file is never changed."""
    try:
        found = status(path)
        if not stat.S_ISREG(found.st_mode):
            raise _refuse(tr("This is not a file."))
        if found.st_size > SIZE_LIMIT:
            raise _too_large()
        with open_to_read(path) as file:
            data = file.read(SIZE_LIMIT + 1)
    except (OSError, ValueError) as error:
        raise _refuse(*(why_held(error) or (tr("This file cannot be read."),))) from None
    return answers_in(data)


def answer_bytes(handed_in: HandedIn) -> bytes:
    """The bytes of an answer file. The same answers always give the same bytes."""
    body = handed_in.model_dump(mode="json")
    return (
        to_json(
            {
                "format": FORMAT,
                "version": VERSION if handed_in.reasons else 1,
                "program": __version__,
                "sha256": envelope.content_hash(body),
                "body": body,
            },
            indent=1,
        )
        + b"\n"
    )


def answers_in(data: bytes) -> HandedIn:
    """What the bytes of an answer file hold, and exactly that. Raises DocumentError."""
    if len(data) > SIZE_LIMIT:
        raise _too_large()
    try:
        found = envelope.parse(data)
    except ReadinessError:
        raise _refuse(tr("This is not an answer file, or it is incomplete.")) from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise _refuse(tr("This is not an answer file."))
    version = found.get("version")
    if type(version) is int and version > VERSION:
        raise NewerError(
            tr("This answer file was made by a later version of the program."),
            safe=tr("It was not counted."),
            cure=tr("Use that version or a later one."),
        )
    if set(found) != set(_KEYS) or any(type(found[key]) is not kind for key, kind in _KEYS.items()):
        raise _refuse(tr("This answer file is damaged."))
    body = found["body"]
    if envelope.content_hash(body) != found["sha256"]:
        raise _refuse(tr("This answer file was changed or damaged after it was saved."))
    try:
        handed_in = HandedIn.model_validate_json(to_json(body))
    except ValidationError as error:
        raise _not_answers(first_place(body, error)) from None
    except ValueError:
        raise _not_answers("") from None
    # pydantic takes `true` for 1 where a choice is listed.
    changed = next(differences(body, handed_in.model_dump(mode="json")), None)
    if changed is not None:
        raise _not_answers(place(body, changed[0]))
    return handed_in


def _not_answers(where: str) -> DocumentError:
    what = tr("This answer file has something in it that is not an answer")
    return _refuse(f"{what}: {where}." if where else f"{what}.")


def _too_large() -> DocumentError:
    return _refuse(tr("This file is too large to be an answer file."))


def _refuse(what: str, cure: str = "") -> DocumentError:
    return DocumentError(
        what, safe=tr("It was not counted."), cure=cure or tr("Ask the person for the file again.")
    )
