"""One save at a time: between comparing a file and replacing it, no other window may replace it.

A byte of one file stands for each document, and whoever saves holds it for some milliseconds. The
system lets go of it when a program ends, however it ends. It serves all windows and commands of one
account; another computer is met by the comparison alone.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from nttp_readiness.errors import SaveError
from nttp_readiness.i18n import tr
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.files.reading import real_path

PATIENCE = 5.0
"""Seconds to wait for another window's turn to end."""
_PLACES = 2**30
_LONG_WAY, _LONG_WAY_TO_A_SERVER = "\\\\?\\", "\\\\?\\unc\\"
"""How Windows writes a path that may be longer than 260 characters, in small letters."""
BUSY = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
"""What the system says of a byte that another program holds."""

_within_this_program = threading.Lock()


@contextlib.contextmanager
def turn(path: Path) -> Iterator[None]:
    """Hold the turn to save at `path`. Raises SaveError where another window does not let go.

    Where the system keeps no such file, the save goes on without: it compares first anyway.
    """
    with _within_this_program:
        descriptor = _open()
        try:
            if descriptor is not None:
                _wait(descriptor, byte_of(path))
            yield
        finally:
            if descriptor is not None:
                with contextlib.suppress(OSError):
                    os.close(descriptor)  # and with it the lock


def _open() -> int | None:
    try:
        folders.make(folders.turns().parent)
        return os.open(folders.turns(), os.O_RDWR | os.O_CREAT, 0o600)
    except (OSError, SaveError):
        return None


def _wait(descriptor: int, place: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            take(descriptor, place)
            return
        except OSError as error:
            if error.errno not in BUSY:
                return  # this drive knows no locks
        if time.monotonic() > deadline:
            raise SaveError(
                tr("Another window of this program is saving this file."),
                safe=tr("What you typed is still in this window."),
                cure=tr("It will be tried again with your next change."),
            )
        time.sleep(0.005)


def byte_of(path: Path) -> int:
    """The byte that stands for a document, in whichever way its path is written."""
    real = os.path.normcase(real_path(path))
    if real.startswith(_LONG_WAY_TO_A_SERVER):
        real = "\\\\" + real.removeprefix(_LONG_WAY_TO_A_SERVER)
    real = real.removeprefix(_LONG_WAY)
    digest = hashlib.sha256(real.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], "big") % _PLACES


if sys.platform == "win32":
    import ctypes
    import msvcrt

    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.LockFile.argtypes = (ctypes.c_void_p, *(ctypes.c_uint32,) * 4)

    def take(descriptor: int, place: int) -> None:
        """Hold that byte of an open file; OSError, one of BUSY, where another program does."""
        # msvcrt.locking tells why it failed in errno alone, which Wine leaves as it was.
        if not _kernel.LockFile(msvcrt.get_osfhandle(descriptor), place, 0, 1, 0):
            raise ctypes.WinError(ctypes.get_last_error())
else:
    import fcntl

    def take(descriptor: int, place: int) -> None:
        """Hold that byte of an open file; OSError, one of BUSY, where another program does."""
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, place)
