"""A copy of each open assessment on this computer's own disk, for when its file cannot be reached.

Written beside every autosave, removed when the assessment is closed. What is still there when the
program starts is what a crash, a lost drive or an empty battery left. Two files may hold the same
assessment, and one file may be open in two windows; each window has a copy of its own, and none
writes over another's or removes it.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
import os
import platform
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.errors import DocumentError, ReadinessError
from nttp_readiness.storage.documents import locks
from nttp_readiness.storage.documents.document_bytes import document_bytes
from nttp_readiness.storage.documents.documents import SUFFIX, load_document
from nttp_readiness.storage.documents.fingerprints import Fingerprint, fingerprint
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.files.atomic import remove_leftovers, write_atomic
from nttp_readiness.storage.files.format_version import VERSION, holds_later
from nttp_readiness.storage.files.reading import read_whole, status
from nttp_readiness.storage.files.sensible_time import from_seconds
from nttp_readiness.storage.keeping import window_marks
from nttp_readiness.values import dataclass

State = Literal["newer", "both_changed", "file_gone", "never_saved"]
_ORIGIN = ".json"


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


def keep(
    assessment: Assessment,
    *,
    path: Path | None,
    saved: Fingerprint | None,
    noted: bool = False,
    window: str = "",
) -> None:
    """Write the recovery copy of a window. `path` and `saved`: its file, as last loaded or saved.

    With `noted`, what `note` wrote of them last still holds. Raises SaveError; the copy from before
    stays.
    """
    folders.make(folders.recovery())
    data = document_bytes(
        assessment,
        revision=saved.revision if saved else 0,
        earlier=saved.with_mark if saved else (),
    )
    # First where it belongs, then the copy: a copy is never there without it.
    copy = copy_of(assessment.id, path, window)
    if not (noted and folders.is_there(copy.with_suffix(_ORIGIN))):
        note(assessment.id, path=path, saved=saved, window=window)
    write_atomic(copy, data)
    if path is not None:
        remove(assessment.id, None, window)  # from before it had a file


def note(
    document: str,
    *,
    path: Path | None,
    saved: Fingerprint | None,
    coming: str = "",
    window: str = "",
) -> None:
    """Write where a copy belongs, beside it. Raises SaveError.

    `coming` is the digest that the file is about to have: a crash in the middle of a save then
    leaves no doubt whose it is.
    """
    folders.make(folders.recovery())
    origin = {
        "path": str(path) if path else "",
        "digest": saved.digest if saved else "",
        "coming": coming,
        "process": os.getpid(),
        "computer": platform.node(),
        "window": window,
    }
    place = copy_of(document, path, window).with_suffix(_ORIGIN)
    write_atomic(place, json.dumps(origin, indent=1).encode() + b"\n")


def copy_of(document: str, path: Path | None, window: str = "") -> Path:
    """Where the copy of an assessment lies that a window has open at `path`, None before it has a
    file.

    What a later version of the program left there stays, and ours lies beside it.
    """
    name = document
    if path is not None:
        place = os.path.normcase(path.absolute()).encode("utf-8", "surrogatepass")
        name = f"{document}-{hashlib.sha256(place).hexdigest()[:16]}"
    if window:
        name = f"{name}-{window}"
    copy = folders.recovery() / f"{name}{SUFFIX}"
    with contextlib.suppress(OSError):
        if holds_later(copy):
            return folders.recovery() / f"{name}-{VERSION}{SUFFIX}"
    return copy


def remove(document: str, path: Path | None, window: str = "") -> None:
    """Forget a window's copy of an assessment that was closed. Never raises."""
    _unlink(copy_of(document, path, window))


def forget(found: Recoverable) -> None:
    """Forget a copy that was brought back and saved. Never raises."""
    _unlink(found.copy)


def is_as_offered(found: Recoverable) -> bool:
    """Whether the copy still holds what was offered, and no other running program is at it."""
    try:
        kept = _kept(found.copy)
    except OSError:
        return False
    return kept == found.kept and not _open_elsewhere(_origin(found.copy), kept)


def copies(document: str) -> list[Path]:
    """Every recovery copy of an assessment."""
    return list(folders.files(folders.recovery(), f"{document}*{SUFFIX}"))


def copies_to_delete(document: str, path: Path | None) -> list[Path]:
    """The copies that go when the file at `path` is deleted.

    All of that assessment, but for those of another file that holds it too and is still there.
    """
    found = []
    for copy in copies(document):
        place = _origin(copy).path
        if place is None or place == path or not folders.is_there(place):
            found.append(copy)
    return found


def delete(copies: Iterable[Path]) -> None:
    """Delete those copies. Never raises."""
    for each in copies:
        _unlink(each)


def _unlink(copy: Path) -> None:
    for each in (copy, copy.with_suffix(_ORIGIN)):
        with contextlib.suppress(OSError):
            each.unlink(missing_ok=True)


def recoverable() -> list[Recoverable]:
    """What can be brought back, the latest first: copies that differ from what their file holds.

    An assessment that is open in another running copy of this program is left to that one.
    """
    remove_leftovers(folders.recovery())
    window_marks.sweep()
    found = list(_found())
    return sorted(found, key=lambda each: each.kept, reverse=True)


def _found() -> Iterator[Recoverable]:
    for copy in folders.files(folders.recovery(), f"*{SUFFIX}"):
        origin = _origin(copy)
        path = origin.path
        try:
            kept = _kept(copy)
            if _open_elsewhere(origin, kept):
                continue
            loaded = load_document(copy)
        except (DocumentError, OSError, ValueError):
            continue  # a copy that cannot be read brings nothing back
        state = _state(loaded.assessment, origin)
        if state is not None:
            title = loaded.assessment.profile.title
            yield Recoverable(loaded.assessment.id, copy, path, title, kept, state)


def _kept(copy: Path) -> dt.datetime:
    return from_seconds(status(copy).st_mtime)


def _state(copy: Assessment, origin: _Origin) -> State | None:
    """How a copy stands to its file; None where the file holds the same, wherever one paused."""
    if origin.path is None:
        return "never_saved"
    try:
        found = fingerprint(origin.path)
        if found is None:
            return "file_gone"
        held = load_document(origin.path).assessment
        if held.model_copy(update={"place": copy.place}) == copy:
            return None
    except ReadinessError:
        return "both_changed"
    return "newer" if found.digest in origin.digests else "both_changed"


@dataclass(frozen=True, slots=True)
class _Origin:
    """What stands beside a copy: its file, the digests that it may have if nobody else changed it,
    and the computer, process and window that wrote the copy.
    """

    path: Path | None = None
    digests: tuple[str, ...] = ()
    process: int = 0
    computer: str = ""
    window: str = ""


def _origin(copy: Path) -> _Origin:
    """Nothing where it was lost or damaged: the copy then stands for itself."""
    try:
        said = json.loads(read_whole(copy.with_suffix(_ORIGIN)))
        path, digests = str(said["path"]), (str(said["digest"]), str(said.get("coming", "")))
        process = said.get("process")
        computer, window = str(said.get("computer", "")), str(said.get("window", ""))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return _Origin()
    return _Origin(
        Path(path) if path and "\0" not in path else None,
        tuple(filter(None, digests)),
        process if type(process) is int else 0,
        computer,
        window,
    )


def _open_elsewhere(origin: _Origin, kept: dt.datetime) -> bool:
    """Whether a window is at work on it.

    The window that wrote it says so. Where nobody can tell, as in a copy of an earlier version or
    of another computer, the lock beside its file does; where there is no file to hold a lock,
    whoever wrote the copy, for as long as a lock would hold: the number of a process that ended is
    given to another one day.
    """
    fresh = dt.datetime.now(dt.UTC) - kept < locks.FORGOTTEN_AFTER
    if origin.window and origin.computer != platform.node():
        return fresh
    held = window_marks.is_open(origin.window)
    if held is not None:
        return held
    if origin.path is not None and locks.holder(origin.path) is not None:
        return True
    other = origin.process != os.getpid() and locks.is_running(origin.process)
    return origin.path is None and fresh and other
