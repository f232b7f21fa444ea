"""Which version of the format a file is in, told from its bytes alone.

What a later version of the program wrote holds what this one does not know: nothing here writes
over it, and nobody calls it damaged. It is known whatever else it holds, also where it is cut off.
The first window needs this, as settings are saved through it, so it loads nothing else.
"""

from __future__ import annotations

import re
import stat
from pathlib import Path

from nttp_readiness.errors import NewerError, SaveError
from nttp_readiness.file_format import DATA_VERSION
from nttp_readiness.i18n import tr
from nttp_readiness.storage.files.reading import open_to_read, status

FORMAT = "nttp-readiness"
VERSION = DATA_VERSION
READABLE_FROM = VERSION
"""Every change so far put something into a file that an earlier program does not know."""

_HEAD = 4096
_MOST = 64 * 1024 * 1024
# Within a text of a file every quotation mark has a backslash before it, so these are keys.
_OURS = re.compile(rb'"format"\s*+:\s*+"%s"' % FORMAT.encode())
_ANY = re.compile(rb'"format"\s*+:')
_NUMBERS = re.compile(rb'"(?:version|readable_from)"\s*+:\s*+0*+(\d++)(?![.eE])')


def is_later(data: bytes) -> bool:
    """Whether these are the bytes of an assessment's file that a later version wrote."""
    return _OURS.search(data) is not None and any(
        len(each) > 9 or int(each) > VERSION for each in _NUMBERS.findall(data)
    )


def holds_later(path: Path) -> bool:
    """Whether a file of a later version lies there. Its start is read, and where that does not
    say what it is, the rest.

    Raises OSError where the system cannot tell.
    """
    try:
        if not stat.S_ISREG(status(path).st_mode):
            return False
        with open_to_read(path) as file:
            data = file.read(_HEAD)
            if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" and not _ANY.search(data):
                data += file.read(_MOST)
    except (FileNotFoundError, PermissionError):
        return False
    return is_later(data)


def later_version() -> NewerError:
    """The error for whoever would read it."""
    return NewerError(
        _sentence(),
        safe=tr("It is unharmed."),
        cure=tr("Open it with that version or a later one."),
    )


def not_over_later_version() -> SaveError:
    """The error for whoever would write over it."""
    return SaveError(
        _sentence(),
        safe=tr("It was not overwritten, and what you typed is still in this window."),
        cure=tr("Save yours as a copy with another name."),
    )


def later_version_since() -> str:
    """What happened to a file that is open here, and was of this version then."""
    return tr("A later version of the program has saved this file since it was opened here.")


def _sentence() -> str:
    return tr("This assessment was saved by a later version of the program.")
