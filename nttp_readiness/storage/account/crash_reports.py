"""Reports of faults in the program that hold nothing of what people typed.

A report names the version, the system, the kind of the error and the lines of code it came through.
Never its message, a value, the name of a file or of a person: those can hold typed words.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from nttp_readiness import __version__
from nttp_readiness.errors import SaveError
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.files.atomic import write_atomic

MOST_KEPT = 20
"""Reports; the oldest go."""
MOST_LINES = 60
_MOST_CAUSES = 5


def report_text(error: BaseException, where: str, now: dt.datetime) -> str:
    """The words of a report. `where` names a part of the program, never a document."""
    import platform  # noqa: PLC0415 - hardly ever needed, and slow to load

    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    lines = [
        f"NTTP Readiness {__version__}",
        f"{now:%Y-%m-%d %H:%M:%S} UTC",
        f"{system}, Python {platform.python_version()}",
        f"in {where}",
    ]
    for cause in _chain(error):
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        lines += [f"  {place}" for place in places(cause.__traceback__)]
    return "\n".join(lines) + "\n"


def write_report(
    error: BaseException, where: str, *, now: dt.datetime | None = None
) -> Path | None:
    """Write a report; its file, or None where the disk takes none. Never raises."""
    now = now or dt.datetime.now(dt.UTC)
    name = f"crash-{now:%Y%m%dT%H%M%S%f}-{os.getpid()}.txt"
    try:
        path = folders.make(folders.logs()) / name
        write_atomic(path, report_text(error, where, now).encode("ascii", "replace"))
    except SaveError:
        return None
    _let_go(path.parent)
    return path


def places(traceback: TracebackType | None) -> list[str]:
    """The lines of code of a traceback, the last call last: "nttp_readiness.app.start:82"."""
    found = []
    while traceback is not None:
        frame = traceback.tb_frame
        module = frame.f_globals.get("__name__", "?")
        found.append(f"{module}:{traceback.tb_lineno} {frame.f_code.co_name}")
        traceback = traceback.tb_next
    return found[-MOST_LINES:]


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error, and what it came from."""
    each: BaseException | None = error
    for _ in range(_MOST_CAUSES):
        if each is None:
            return
        yield each
        each = each.__cause__ or each.__context__


def _let_go(folder: Path) -> None:
    with contextlib.suppress(OSError):
        for old in sorted(folder.glob("crash-*.txt"))[:-MOST_KEPT]:
            old.unlink(missing_ok=True)
