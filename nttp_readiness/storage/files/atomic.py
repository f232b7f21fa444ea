"""Put bytes into a file so that it always holds either all of the old or all of the new."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import time
from pathlib import Path

from nttp_readiness.errors import SaveError
from nttp_readiness.i18n import tr
from nttp_readiness.storage.files.format_version import holds_later, not_over_later_version
from nttp_readiness.storage.files.reading import has_invalid_name, is_held, is_too_long, real_path

WINDOWS_PATIENCE = 2.5
"""Seconds for which a file held by another program on Windows is asked for again."""
LEFTOVER_AGE = 24 * 60 * 60
"""Seconds after which a temporary file cannot belong to a save that is still going on."""
_PREFIX, _SUFFIX = ".nttp-saving-", ".tmp"


def write_atomic(path: Path, data: bytes) -> None:
    """Replace the content of `path`, or make it.

    When this returns, the file holds `data` and survives a power cut. When it raises SaveError, the
    file is as it was and nothing else is left in its folder. A link is followed, not replaced. An
    assessment that a later version of the program saved is written over by nobody.
    """
    temporary: Path | None = None
    written = False
    try:
        target = real_path(path)
        mode = _mode_of(target)
        if mode is not None and holds_later(target):
            raise not_over_later_version()
        temporary = temporary_beside(target)
        write_new(temporary, data, mode)
        written = True
        _replace(temporary, target)
    except (OSError, ValueError) as error:
        if temporary is not None:
            _remove(temporary)
        raise save_error(error, written=written) from error
    sync_folder(target.parent)


def save_error(error: OSError | ValueError, *, written: bool = False) -> SaveError:
    """What the system said, as a sentence for the person whose file could not be written.

    `written`: its folder took the new file, which only could not take the old one's name.
    """
    what, cure = _reason(error, written=written)
    return SaveError(
        what,
        safe=tr("What was there before is safe, and what you typed is still in this window."),
        cure=cure,
    )


def temporary_beside(target: Path) -> Path:
    """A name for what is still being written; what is cut short is known by it and tidied away."""
    return target.with_name(f"{_PREFIX}{os.urandom(8).hex()}{_SUFFIX}")


def remove_leftovers(folder: Path, *, now: float | None = None) -> int:
    """Remove what saves that were cut short left in a folder more than a day ago; how many."""
    before = (time.time() if now is None else now) - LEFTOVER_AGE
    removed = 0
    with contextlib.suppress(OSError):
        for each in leftovers(folder):
            if each.lstat().st_mtime < before:
                each.unlink()
                removed += 1
    return removed


def leftovers(folder: Path) -> list[Path]:
    """The temporary files of saves in a folder: cut short, or still going on."""
    try:
        return list(folder.glob(f"{_PREFIX}*{_SUFFIX}"))
    except OSError:
        return []


def _mode_of(target: Path) -> int | None:
    """Permissions that the new file takes over, None for a new one.

    Raises PermissionError for a file marked as read-only: somebody meant it to stay as it is.
    """
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.ESPIPE, os.strerror(errno.ESPIPE), str(target))
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    return stat.S_IMODE(found.st_mode)


def write_new(temporary: Path, data: bytes, mode: int | None) -> None:
    """Write a file that is not there yet, and see that it lasts. Raises OSError."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    # From its first byte on nobody may read it who could not read the old one.
    descriptor = os.open(temporary, flags, 0o666 if mode is None else mode | stat.S_IWUSR)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        if mode is not None and hasattr(os, "fchmod"):
            # Some network drives keep no permissions; the content matters more.
            with contextlib.suppress(OSError):
                os.fchmod(descriptor, mode)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _replace(temporary: Path, target: Path) -> None:
    """Let the new file take the old one's name, with patience for virus scanners on Windows."""
    deadline = time.monotonic() + WINDOWS_PATIENCE
    pause = 0.01
    while True:
        try:
            temporary.replace(target)
            return
        except OSError as error:
            if not is_held(error) or time.monotonic() + pause > deadline:
                raise
        time.sleep(pause)
        pause = min(2 * pause, 0.25)


def _remove(temporary: Path) -> None:
    # It may never have been made, and a drive that went away cannot be tidied.
    with contextlib.suppress(OSError, ValueError):
        temporary.unlink()


def sync_folder(folder: Path) -> None:
    """Make the new name last. Windows and some network drives cannot be asked to.

    The new file is already in its place here, so nothing raised could mean "the old one stays".
    """
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _reason(error: OSError | ValueError, *, written: bool) -> tuple[str, str]:
    elsewhere = tr("Save a copy in another folder.")
    if not isinstance(error, OSError):
        return tr("This file name has a character that cannot be used."), tr("Choose another.")
    code, windows = error.errno, getattr(error, "winerror", None)
    if code in {errno.ENOSPC, errno.EDQUOT} or windows in {39, 112}:
        return tr("There is no room left on this disk."), tr(
            "Make room on it, or save a copy on another disk."
        )
    if code == errno.EFBIG:
        return tr("The file is larger than this disk allows."), elsewhere
    if code == errno.EROFS or windows == 19:
        return tr("This disk is read-only."), elsewhere
    if windows in {32, 33} or (written and windows == 5):  # a viewer that shares nothing gives 5
        return tr("Another program is using this file."), tr(
            "Close it there and try again, or save a copy in another folder."
        )
    if is_too_long(error):
        return tr("The name of this file, with its folders, is too long."), tr(
            "Choose a shorter name, or a folder nearer to the top."
        )
    if has_invalid_name(error):
        return tr("This file name has a character that cannot be used."), tr("Choose another.")
    if code in {errno.EACCES, errno.EPERM}:
        return tr("You are not allowed to change this file or its folder."), elsewhere
    if code == errno.ESPIPE:
        return tr("This is a device or a pipe, not a file."), tr("Choose another name.")
    if code == errno.EISDIR:
        return tr("There is already a folder with this name."), tr("Choose another name.")
    if code in {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.ESTALE} or (
        windows in {3, 15, 21, 53, 55, 64, 67, 121}
    ):
        return tr(
            "The folder of this file cannot be reached. It may have been moved, or its"
            " drive may not be connected."
        ), tr("Connect the drive or make the folder again, or save a copy in another folder.")
    return tr("The file could not be written to this disk."), elsewhere
