"""Which windows are open: each holds a small file of its own, and the system lets go of it when its
program ends, however it ends.

So nobody asks clocks or numbers of processes whether a recovery copy belongs to a window that is
still at work, and no window takes another's for its own.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
from pathlib import Path

from nttp_readiness.errors import SaveError
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.files.save_lock import BUSY, take

_SUFFIX = ".window"
_MARK = re.compile(r"[0-9a-f]{16}")
_open_here: set[str] = set()
"""Marks of this program's own windows. Their files are not opened again: on some systems closing a
file once lets go of every lock on it.
"""


class WindowMark:
    """A mark that nobody else has, held until `close`. It is made when it is first asked for."""

    def __init__(self) -> None:
        self._mark = ""
        self._descriptor: int | None = None

    def __str__(self) -> str:
        if not self._mark:
            self._mark = secrets.token_hex(8)
            _open_here.add(self._mark)
            self._hold()
        return self._mark

    def close(self) -> None:
        """The window is closed: what has its mark belongs to nobody. Never raises."""
        if self._descriptor is not None:
            with contextlib.suppress(OSError):
                os.close(self._descriptor)
        if self._mark:
            with contextlib.suppress(OSError):
                _file(self._mark).unlink(missing_ok=True)
        _open_here.discard(self._mark)
        self._mark, self._descriptor = "", None

    def _hold(self) -> None:
        """Where the system keeps no such file, the window goes on without."""
        with contextlib.suppress(OSError, SaveError):
            folders.make(folders.recovery())
            flags = os.O_RDWR | os.O_CREAT | os.O_EXCL
            self._descriptor = os.open(_file(self._mark), flags, 0o600)
            take(self._descriptor, 0)


def is_open(mark: str) -> bool | None:
    """Whether the window of that mark is open, on this computer; None where nobody can tell."""
    if mark in _open_here:
        return True
    if not _MARK.fullmatch(mark):
        return None
    file = _file(mark)
    try:
        descriptor = os.open(file, os.O_RDWR)
    except FileNotFoundError:
        return False
    except OSError:
        return None
    try:
        take(descriptor, 0)
    except OSError as error:
        return True if error.errno in BUSY else None
    finally:
        with contextlib.suppress(OSError):
            os.close(descriptor)
    with contextlib.suppress(OSError):
        file.unlink()
    return False


def sweep() -> None:
    """Remove what windows left that came to a sudden end. Never raises."""
    for file in folders.files(folders.recovery(), f"*{_SUFFIX}"):
        is_open(file.stem)


def _file(mark: str) -> Path:
    return folders.recovery() / f"{mark}{_SUFFIX}"
