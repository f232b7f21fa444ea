"""Give the file of an assessment another name or another folder. Nothing is ever written over."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from nttp_readiness.errors import ReadinessError, SaveError
from nttp_readiness.i18n import tr
from nttp_readiness.storage.documents import locks
from nttp_readiness.storage.documents.documents import read_file
from nttp_readiness.storage.documents.fingerprints import Fingerprint, as_it_lies, fingerprint
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.files.atomic import save_error, sync_folder, temporary_beside, write_new
from nttp_readiness.storage.files.save_lock import turn

_NO_LINKS = {
    errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.ENOSYS, errno.EOPNOTSUPP, errno.EACCES,
}  # fmt: skip
"""What systems say of a second name for a file where they know no such thing."""


def move_document(path: Path, to: Path, expected: Fingerprint) -> Fingerprint:
    """Move the file at `path` to `to`, which no file may have yet; what lies there now.

    Its bytes stay the same, and with them the marks of its earlier versions. Raises SaveError: the
    file is where it was then, under the name that it had.
    """
    try:
        capitals = _may_go(path, to)
        with turn(path):
            found = fingerprint(path)
            if found is None or found.digest != expected.digest:
                raise _stays(
                    tr("This file was changed by another program or person."),
                    tr("Deal with that first, then try again."),
                )
            try:
                if capitals:
                    path.rename(to)
                else:
                    _rename(path, to)
            except OSError as error:
                if error.errno != errno.EXDEV and getattr(error, "winerror", None) != _OTHER_DISK:
                    raise
                _carry(path, to, expected)
    except FileExistsError as error:
        raise _taken() from error
    except (OSError, ValueError) as error:
        raise _stays(*_said(error)) from error
    for folder in {path.parent, to.parent}:
        sync_folder(folder)
    return as_it_lies(expected, to)


_OTHER_DISK = 17
"""What Windows says of a move to another disk."""


def _may_go(path: Path, to: Path) -> bool:
    """Whether nothing but capitals changes. Raises SaveError where the file cannot go there."""
    if path.is_symlink():
        raise _stays(
            tr("This assessment was opened through a link. The file itself is {file}.").format(
                file=Path(os.path.realpath(path))
            ),
            tr("Open that file to give it another name or place."),
        )
    other = locks.holder(path)
    if other is not None:
        raise _stays(
            tr("{who} has this file open on {computer}.").format(
                who=other.who or tr("Somebody"), computer=other.computer
            ),
            tr("Ask them to close it, then try again."),
        )
    if not folders.may_be_written(path):
        raise _stays(
            tr("You are not allowed to change this file or its folder."),
            tr("Save a copy in another folder, and go on there."),
        )
    if not folders.is_there(to):
        return False
    if path.parent == to.parent and path != to and path.name.lower() == to.name.lower():
        return path.samefile(to)  # on a disk that does not tell capitals apart
    raise _taken()


def _rename(path: Path, to: Path) -> None:
    """Raises FileExistsError where something has that name, whoever made it in the meantime."""
    if os.name == "nt":  # Windows itself refuses a name that is taken
        path.rename(to)
        return
    try:
        os.link(path, to, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        os.close(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))  # the name is ours now
        try:
            path.replace(to)
        except OSError:
            with contextlib.suppress(OSError):
                to.unlink()
            raise
        return
    try:
        path.unlink()
    except OSError:
        with contextlib.suppress(OSError):
            to.unlink()
        raise


def _carry(path: Path, to: Path, expected: Fingerprint) -> None:
    """To another disk: there first, whole and read back; only then is it taken away here."""
    carried = temporary_beside(to)
    try:
        write_new(carried, read_file(path), path.stat().st_mode & 0o777)
        found = fingerprint(carried)
        if found is None or found.digest != expected.digest:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(to))
        _rename(carried, to)
        try:
            path.unlink()
        except OSError:
            to.unlink()
            raise
    except ReadinessError as problem:
        raise _stays(problem.what, problem.cure) from problem
    finally:
        with contextlib.suppress(OSError):
            carried.unlink()


def _taken() -> SaveError:
    return _stays(
        tr("Another file already has this name in that folder."), tr("Choose another name.")
    )


def _said(error: OSError | ValueError) -> tuple[str, str]:
    problem = save_error(error)
    return problem.what, problem.cure


def _stays(what: str, cure: str) -> SaveError:
    return SaveError(
        what, safe=tr("The file stays where it is, and nothing in it was changed."), cure=cure
    )
