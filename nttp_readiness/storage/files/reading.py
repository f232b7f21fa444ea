"""Open files that another window or a virus scanner may just be holding.

On Windows a file cannot be opened in the moment in which another takes its name. Without patience a
save in one window would show as a damaged lock, lost settings or "may not be read" in another.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from io import BufferedReader
from pathlib import Path

PATIENCE = 0.5
"""Seconds; whoever waits looks at the screen."""
_HELD_ON_WINDOWS = {5, 32, 33}
_WINDOWS_PATH, _WINDOWS_NAME = 260, 255
"""Characters of a path, with what ends it, and of one name; few computers take longer ones."""


def open_to_read(path: Path) -> BufferedReader:
    """The file, opened for its bytes. Raises OSError, also for a pipe or a device, which could keep
    us waiting for ever.
    """
    _refuse_what_is_no_file(path)
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return path.open("rb")
        except OSError as error:
            if not is_held(error) or time.monotonic() > deadline:
                raise
        time.sleep(0.02)


def _refuse_what_is_no_file(path: Path) -> None:
    try:
        kind = path.stat().st_mode
    except OSError as error:
        if is_held(error):
            return  # opening it waits
        raise
    if not stat.S_ISREG(kind) and not stat.S_ISDIR(kind):  # opening a folder says what it is
        raise OSError(errno.ESPIPE, os.strerror(errno.ESPIPE), str(path))


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


def is_held(error: OSError) -> bool:
    """Whether Windows says that another program holds the file, or may do so."""
    return getattr(error, "winerror", None) in _HELD_ON_WINDOWS
