"""A copy of each open assessment on this computer's own disk, for when its file cannot be reached.

Written beside every autosave, removed when the assessment is closed. What is still there when the
program starts is what a crash, a lost drive or an empty battery left.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from nttp_readiness.domain.assessment import Assessment
from nttp_readiness.errors import DocumentError, ReadinessError
from nttp_readiness.storage import folders, locks
from nttp_readiness.storage.atomic import write_atomic
from nttp_readiness.storage.documents import (
    SUFFIX,
    Fingerprint,
    document_bytes,
    fingerprint,
    load_document,
)

State = Literal["newer", "both_changed", "file_gone", "never_saved"]


@dataclass(frozen=True, slots=True)
class Recoverable:
    """Work that is not in its file. `path` is that file, None where it never had one.

    `newer`: the file is as this copy found it, so the copy only adds. `both_changed`: the file was
    changed as well, or cannot be read: compare, or keep both.
    """

    document: str
    copy: Path
    path: Path | None
    title: str
    kept: dt.datetime
    state: State


def keep(assessment: Assessment, *, path: Path | None, saved: Fingerprint | None) -> None:
    """Write the recovery copy. `path` and `saved`: its file, as it was last loaded or saved.

    Raises SaveError; the copy from before stays.
    """
    folder = folders.make(folders.recovery())
    revision = saved.revision if saved else 0
    origin = {"path": str(path) if path else "", "digest": saved.digest if saved else ""}
    # First where it belongs, then the copy: a copy is never there without it.
    write_atomic(folder / f"{assessment.id}.json", json.dumps(origin, indent=1).encode() + b"\n")
    write_atomic(folder / f"{assessment.id}{SUFFIX}", document_bytes(assessment, revision=revision))


def remove(document: str) -> None:
    """Forget the copy of an assessment that was closed or deleted. Never raises."""
    for each in (SUFFIX, ".json"):
        with contextlib.suppress(OSError):
            (folders.recovery() / f"{document}{each}").unlink(missing_ok=True)


def recoverable() -> list[Recoverable]:
    """What can be brought back, the latest first: copies that differ from what their file holds.

    An assessment that is open in another running copy of this program is left to that one.
    """
    found = list(_found())
    return sorted(found, key=lambda each: each.kept, reverse=True)


def _found() -> Iterator[Recoverable]:
    for copy in sorted(folders.recovery().glob(f"*{SUFFIX}")):
        path, digest = _origin(copy)
        if path is not None and locks.holder(path) is not None:
            continue
        try:
            loaded = load_document(copy)
            kept = dt.datetime.fromtimestamp(copy.stat().st_mtime, dt.UTC)
        except (DocumentError, OSError):
            continue  # a copy that cannot be read brings nothing back
        state = _state(loaded.assessment, path, digest)
        if state is not None:
            title = loaded.assessment.profile.title
            yield Recoverable(loaded.assessment.id, copy, path, title, kept, state)


def _state(copy: Assessment, path: Path | None, digest: str) -> State | None:
    """How a copy stands to its file; None where the file holds the same."""
    if path is None:
        return "never_saved"
    try:
        found = fingerprint(path)
        if found is None:
            return "file_gone"
        if load_document(path).assessment == copy:
            return None
    except ReadinessError:
        return "both_changed"
    return "newer" if found.digest == digest else "both_changed"


def _origin(copy: Path) -> tuple[Path | None, str]:
    """The file and its digest, as they were written beside the copy; nothing where that is lost."""
    try:
        said = json.loads(copy.with_suffix(".json").read_bytes())
        path, digest = str(said["path"]), str(said["digest"])
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None, ""
    return (Path(path) if path and "\0" not in path else None), digest
