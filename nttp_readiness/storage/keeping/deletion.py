"""Deletes an assessment completely: its file and everything that this computer keeps beside it.

Or only the copy of it that a crash left, where the person does not want that work.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

from nttp_readiness.errors import ReadinessError, SaveError
from nttp_readiness.i18n import tr
from nttp_readiness.storage.account import calendar_record
from nttp_readiness.storage.documents import locks
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.files.atomic import leftovers, save_error, write_atomic
from nttp_readiness.storage.files.format_version import holds_later, later_version_since
from nttp_readiness.storage.files.reading import open_to_read, read_whole, real_path
from nttp_readiness.storage.keeping import backups, recovery, waiting_ballots
from nttp_readiness.storage.keeping.recovery import Recoverable
from nttp_readiness.values import dataclass

_HEAD = 4096
_NOTE = ".json"
_DOCUMENT = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Traces:
    """What there is of an assessment on this computer and beside its file."""

    file: Path | None
    backups: int
    recovery: bool
    link: Path | None = None
    """The link by which the file was opened, where it was."""


def traces(document: str, path: Path | None) -> Traces:
    """What `delete` would delete. `path` is the assessment's file, None where it never had one."""
    there = path is not None and folders.is_there(path)
    real = _real(path) if path is not None and there else None
    return Traces(
        real,
        len(backups.backups(document)),
        bool(recovery.copies_to_delete(document, path)),
        path
        if real is not None and path != real and path is not None and path.is_symlink()
        else None,
    )


def delete(document: str, path: Path | None) -> None:
    """Delete the file, its backups, its recovery copy, its lock and what cut-off saves left.

    A file that was opened by a link goes with the link. Where a crash or a power cut ends it in the
    middle, `finish` ends it at the next start. Copies that people made under other names, or sent
    away, are theirs. Raises SaveError: where the file itself stays, nothing was deleted; else its
    sentence names what is left. A file that a later version has saved since is not the one that was
    shown, and stays.
    """
    if path is not None and _saved_later(path):
        raise SaveError(
            later_version_since(),
            safe=tr("Nothing was deleted."),
            cure=tr("Delete it with that version."),
        )
    _note(document, path)
    if path is not None:
        real = _real(path)
        try:
            real.unlink(missing_ok=True)
        except (OSError, ValueError) as error:
            _forget(document)
            raise SaveError(
                save_error(error).what,
                safe=tr("Nothing was deleted."),
                cure=tr("Close the file in other programs, then try again."),
            ) from error
        if real != path:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
            locks.release(real)
        locks.release(path)
    _delete_beside(document, path)
    _forget(document)


def finish() -> None:
    """End what a crash or a power cut ended in the middle: the file had gone, and what this
    computer kept of it had not. Never raises.

    Where the file is still there, nothing had been deleted; it stays, and so does all else. The
    same where its folder is away, as then nobody can tell.
    """
    for note in folders.files(_notes(), f"*{_NOTE}"):
        if not _DOCUMENT.fullmatch(note.stem):
            continue
        with contextlib.suppress(OSError, ValueError, LookupError, TypeError, ReadinessError):
            said = json.loads(read_whole(note))
            path = Path(said["path"]) if said["path"] else None
            if path is not None and not folders.is_there(path.parent):
                continue
            if path is None or not (folders.is_there(path) or folders.is_there(_real(path))):
                _delete_beside(note.stem, path)
            note.unlink(missing_ok=True)


def _delete_beside(document: str, path: Path | None) -> None:
    """Everything but the file. Raises SaveError, which names what is left."""
    copies = recovery.copies_to_delete(document, path)
    recovery.delete(copies)
    waiting_ballots.remove(document)
    calendar_record.forget(document)
    for each in _cut_off(document, path):
        with contextlib.suppress(OSError):
            each.unlink(missing_ok=True)
    try:
        backups.purge(document)
    except SaveError as problem:
        raise _left(folders.backups() / document) from problem
    for left in filter(folders.is_there, copies):
        raise _left(left)


def _note(document: str, path: Path | None) -> None:
    """Say what is about to be deleted. Where it cannot be said, it is deleted all the same."""
    with contextlib.suppress(SaveError):
        folders.make(_notes())
        said = {"path": str(path.absolute()) if path is not None else ""}
        write_atomic(_notes() / f"{document}{_NOTE}", json.dumps(said).encode() + b"\n")


def _forget(document: str) -> None:
    with contextlib.suppress(OSError):
        (_notes() / f"{document}{_NOTE}").unlink(missing_ok=True)


def _notes() -> Path:
    return folders.backups().parent / "deleting"


def _real(path: Path) -> Path:
    """Where a link leads, the path itself where it is none."""
    try:
        return real_path(path) if path.is_symlink() else path
    except (OSError, ValueError):
        return path


def discard(found: Recoverable) -> None:
    """Delete a recovery copy for good, and what cut-off saves of it left.

    Its file and its earlier states stay. Raises SaveError: then the copy is as it was.
    """
    if not recovery.is_as_offered(found):
        raise SaveError(
            tr("The recovery copy has changed since it was offered here."),
            safe=tr("Nothing was discarded."),
            cure=tr("Close other windows of this program, start it again, and look once more."),
        )
    try:
        found.copy.unlink()
    except OSError as error:
        raise SaveError(
            save_error(error).what,
            safe=tr("Nothing was discarded."),
            cure=tr("Delete {file} by hand.").format(file=found.copy),
        ) from error
    recovery.forget(found)
    for each in _of_document(found.document, folders.recovery()):
        with contextlib.suppress(OSError):
            each.unlink(missing_ok=True)


def _saved_later(path: Path) -> bool:
    try:
        return holds_later(path)
    except (OSError, ValueError):
        return False  # what keeps it from being read is said when it is deleted


def _cut_off(document: str, path: Path | None) -> Iterator[Path]:
    """What saves of this assessment, and of the settings that name it, left when cut short."""
    yield from leftovers(folders.settings().parent)
    beside = {path.parent, _real(path).parent} if path is not None else set()
    yield from _of_document(document, folders.recovery(), *sorted(beside))


def _of_document(document: str, *places: Path) -> Iterator[Path]:
    for folder in places:
        for each in leftovers(folder):
            with contextlib.suppress(OSError):
                # Closed before it is handed out: Windows deletes no file that is open.
                head = _head(each)
                if not head or document.encode() in head:
                    yield each


def _head(file: Path) -> bytes:
    with open_to_read(file) as opened:
        return opened.read(_HEAD)


def _left(place: Path) -> SaveError:
    return SaveError(
        tr("The file was deleted, but something of it is left in {place}.").format(place=place),
        cure=tr("Delete that folder or file by hand."),
    )
