"""Open files that another window or a virus scanner may just be holding.

On Windows a file cannot be opened in the moment in which another takes its name. Without patience a
save in one window would show as a damaged lock, lost settings or "may not be read" in another.
"""

from __future__ import annotations

import time
from io import BufferedReader
from pathlib import Path

PATIENCE = 0.5
"""Seconds; whoever waits looks at the screen."""
_HELD_ON_WINDOWS = {5, 32, 33}


def open_to_read(path: Path) -> BufferedReader:
    """The file, opened for its bytes. Raises OSError."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return path.open("rb")
        except OSError as error:
            if not is_held(error) or time.monotonic() > deadline:
                raise
        time.sleep(0.02)


def read_whole(path: Path) -> bytes:
    """All bytes of a small file of our own. Raises OSError."""
    with open_to_read(path) as file:
        return file.read()


def is_held(error: OSError) -> bool:
    """Whether Windows says that another program holds the file, or may do so."""
    return getattr(error, "winerror", None) in _HELD_ON_WINDOWS
