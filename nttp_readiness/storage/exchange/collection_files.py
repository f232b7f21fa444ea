"""Collection files: the counts of one laptop, to be carried to another one and counted there."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Final

from nttp_readiness import __version__
from nttp_readiness.domain.exchange.collections import Collection
from nttp_readiness.errors import DocumentError, NewerError, ReadinessError
from nttp_readiness.i18n import tr
from nttp_readiness.plain_models import ValidationError, to_json
from nttp_readiness.storage.documents import envelope
from nttp_readiness.storage.files.atomic import write_atomic
from nttp_readiness.storage.files.reading import read_whole, status, why_held

SUFFIX: Final = ".collection"
FORMAT: Final = "nttp-readiness-collection"
VERSION: Final = 2
"""With sentences of reason; without they are of version 1, as they always were."""
SIZE_LIMIT: Final = 8 * 1024 * 1024
_KEYS: Final = {"format": str, "version": int, "program": str, "sha256": str, "body": dict}


def save_collection(path: Path, collection: Collection) -> None:
    """Write it. Raises SaveError; what was there before is unharmed then."""
    body = collection.model_dump(mode="json")
    written = {
        "format": FORMAT,
        "version": VERSION if collection.reasons else 1,
        "program": __version__,
        "sha256": envelope.content_hash(body),
        "body": body,
    }
    write_atomic(path, to_json(written, indent=1) + b"\n")


def load_collection(path: Path) -> Collection:
    """What a collection file holds, and exactly that. Raises DocumentError."""
    try:
        lies = status(path)
        if not stat.S_ISREG(lies.st_mode) or lies.st_size > SIZE_LIMIT:
            raise _refuse(tr("This file cannot be read."))
        found = envelope.parse(read_whole(path))
    except (OSError, ValueError) as error:
        raise _refuse(*(why_held(error) or (tr("This file cannot be read."),))) from None
    except DocumentError:
        raise
    except ReadinessError:
        raise _refuse(tr("This file is not a collection, or it is incomplete.")) from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise _refuse(tr("This file is not a collection."))
    version = found.get("version")
    if type(version) is int and version > VERSION:
        raise NewerError(
            tr("This collection was made by a later version of the program."),
            safe=tr("It was not counted."),
            cure=tr("Use that version or a later one."),
        )
    if set(found) != set(_KEYS) or any(type(found[key]) is not kind for key, kind in _KEYS.items()):
        raise _refuse(tr("This collection is damaged."))
    if envelope.content_hash(found["body"]) != found["sha256"]:
        raise _refuse(tr("This collection was changed or damaged after it was saved."))
    try:
        collection = Collection.model_validate_json(to_json(found["body"]))
    except (ValidationError, ValueError):
        raise _refuse(tr("This collection has something in it that is not a count.")) from None
    if collection.model_dump(mode="json") != found["body"]:
        raise _refuse(tr("This collection has something in it that is not a count."))
    return collection


def _refuse(what: str, cure: str = "") -> DocumentError:
    return DocumentError(
        what,
        safe=tr("It was not counted."),
        cure=cure or tr("Save it again on the laptop it came from."),
    )
