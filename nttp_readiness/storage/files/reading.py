"""Open files that another window or a virus scanner may just be holding.

On Windows a file cannot be opened in the moment in which another takes its name. Without patience a
save in one window would show as a damaged lock, lost settings or "may not be read" in another.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import time
from collections.abc import Callable
from io import BufferedReader
from pathlib import Path
from typing import TypeVar

from nttp_readiness.i18n import tr

PATIENCE = 0.5
"""Seconds; whoever waits looks at the screen."""
_HELD_ON_WINDOWS = {5, 32, 33}
_HELD_FOR_CERTAIN = {32, 33}
_NOT_FETCHED = {362, 377, 386, 388, 389, 393, 398, 404, 426}
"""What Windows says of a file whose name alone is here, and whose content OneDrive or another such
program should have fetched: it does not run, is not signed in, has no network, gave up.
"""
_WINDOWS_PATH, _WINDOWS_NAME = 260, 255
"""Characters of a path, with what ends it, and of one name; few computers take longer ones."""
T = TypeVar("T")


def open_to_read(path: Path) -> BufferedReader:
    """The file, opened for its bytes. Raises OSError, also for a folder, and for a pipe or a
    device, which could keep us waiting for ever.
    """
    kind = status(path).st_mode
    if stat.S_ISDIR(kind):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(kind):
        raise OSError(errno.ESPIPE, os.strerror(errno.ESPIPE), str(path))
    return _patiently(_open, path)


def status(path: Path) -> os.stat_result:
    """What the system knows of a file. Raises OSError."""
    return _patiently(Path.stat, path)


def status_of_itself(path: Path) -> os.stat_result:
    """The same of what lies there, and not of where it leads. Raises OSError."""
    return _patiently(Path.lstat, path)


def _patiently(ask: Callable[[Path], T], path: Path) -> T:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return ask(path)
        except OSError as error:
            if not is_held(error) or time.monotonic() > deadline:
                raise
        time.sleep(0.02)


if sys.platform == "win32":
    import ctypes
    import msvcrt

    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.CreateFileW.argtypes = (
        ctypes.c_wchar_p, ctypes.c_uint32, ctypes.c_uint32, ctypes.c_void_p,
        ctypes.c_uint32, ctypes.c_uint32, ctypes.c_void_p,
    )  # fmt: skip
    _kernel.CreateFileW.restype = ctypes.c_void_p
    _NONE = ctypes.c_void_p(-1).value
    _TO_READ, _OTHERS_MAY_DO_ALL, _AS_IT_IS, _NORMAL = 0x80000000, 7, 3, 0x80

    def _open(path: Path) -> BufferedReader:
        return open(path, "rb", opener=_shared)

    def _shared(path: str, _flags: int) -> int:
        """Open a file so that others may go on with it, and with the system's own error.

        Python's own opening keeps others from replacing the file, and of a file that is held it
        says what it says of one that may not be read.
        """
        handle = _kernel.CreateFileW(
            path, _TO_READ, _OTHERS_MAY_DO_ALL, None, _AS_IT_IS, _NORMAL, None
        )
        if handle == _NONE:
            code = ctypes.get_last_error()
            raise OSError(0, ctypes.FormatError(code).strip(), str(path), code)
        return msvcrt.open_osfhandle(handle, os.O_RDONLY)
else:

    def _open(path: Path) -> BufferedReader:
        return path.open("rb")


def read_whole(path: Path) -> bytes:
    """All bytes of a small file of our own. Raises OSError."""
    with open_to_read(path) as file:
        return file.read()


def real_path(path: Path) -> Path:
    """Where a path leads, behind all links; as it is where the system cannot tell. Raises
    ValueError for a path that holds what no path can.
    """
    try:
        return Path(os.path.realpath(path))
    except OSError:  # some drives, and old systems with a path of more than 260 characters
        return path.absolute()


def is_too_long(error: OSError) -> bool:
    """Whether a path is longer than the system takes; Windows may say "not there" instead."""
    windows = getattr(error, "winerror", None)
    if error.errno == errno.ENAMETOOLONG or windows == 206:
        return True
    return windows in {2, 3, 123} and any(
        len(path) >= _WINDOWS_PATH
        or any(len(part) > _WINDOWS_NAME for part in re.split(r"[\\/]", path))
        for path in (str(error.filename or ""), str(error.filename2 or ""))
    )


def has_invalid_name(error: OSError | ValueError) -> bool:
    """Whether Windows refused a name with a sign that it does not take, such as a question mark."""
    names = (getattr(error, each, None) for each in ("filename", "filename2"))
    return getattr(error, "winerror", None) in {123, 161} and any(
        # Behind a drive, and behind what begins a path that is written the long way.
        re.search(r'[<>"|?*:]', re.sub(r"^(\\\\[?.]\\)?([A-Za-z]:)?", "", str(name or "")))
        for name in names
    )


def is_held(error: OSError) -> bool:
    """Whether Windows says that another program holds the file, or may do so."""
    return getattr(error, "winerror", None) in _HELD_ON_WINDOWS


def why_held(error: OSError | ValueError) -> tuple[str, str] | None:
    """What to say of a file that could not be read as another program holds it or keeps its content
    elsewhere, or may do so, and what to do; None for every other reason.
    """
    windows = getattr(error, "winerror", None)
    if windows in _HELD_FOR_CERTAIN:
        return tr("Another program is using this file."), tr(
            "Try again in a moment, or close it in that program first."
        )
    if windows in _HELD_ON_WINDOWS:
        return tr("You are not allowed to read this file, or another program is using it."), tr(
            "Try again in a moment. If that does not help, ask its owner, or open a copy."
        )
    if windows in _NOT_FETCHED or _failed_while_reading(error):
        return tr(
            "This file could not be fetched. It may be kept online, for instance by OneDrive, and"
            " not on this computer."
        ), tr("Connect to your network, wait until the file is on this computer, and try again.")
    return None


def _failed_while_reading(error: OSError | ValueError) -> bool:
    """Whether reading of an open file failed on Windows by what C has no name for. Windows' own
    number is lost there; on opening it never is.
    """
    return (
        sys.platform == "win32"
        and getattr(error, "errno", None) == errno.EINVAL
        and not getattr(error, "winerror", None)
    )
