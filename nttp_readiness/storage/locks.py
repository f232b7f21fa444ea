"""A small file beside a document that says who has it open. It advises; it never keeps anyone out.

A document is safe without it, as a save compares first. It spares people the surprise.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import getpass
import json
import os
import platform
import sys
from pathlib import Path

from nttp_readiness.errors import SaveError
from nttp_readiness.storage.atomic import write_atomic
from nttp_readiness.storage.reading import open_to_read
from nttp_readiness.values import dataclass

FORGOTTEN_AFTER = dt.timedelta(minutes=15)
"""A lock that was not refreshed for so long belongs to a program or computer that stopped."""
_LONGEST = 4096
_PROCESSES = 2**31
"""No system numbers its processes so high; its calls would not take such a number."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a document open: account and computer as their owners named them, and since when."""

    who: str
    computer: str
    process: int
    since: dt.datetime
    seen: dt.datetime

    @property
    def ours(self) -> bool:
        """Whether it is this very program."""
        return self.here and self.process == os.getpid()

    @property
    def here(self) -> bool:
        return self.computer == platform.node()


def take(path: Path, *, now: dt.datetime | None = None) -> Holder | None:
    """Say that the document is open here; somebody else's lock instead where there is one.

    Where no file can be written beside the document, it stays without a lock. Never raises.
    """
    now = now or _now()
    other = holder(path, now=now)
    if other is None:
        _write(path, _me(now))
    return other


def refresh(path: Path, *, now: dt.datetime | None = None) -> None:
    """Say that the document is still open here. To be called every few minutes. Never raises."""
    found = _read(path)
    if found is not None and found.ours:
        me = _me(now or _now())
        _write(path, Holder(me.who, me.computer, me.process, found.since, me.seen))


def release(path: Path) -> None:
    """Take our lock away, and nobody else's. Never raises."""
    found = _read(path)
    if found is not None and found.ours:
        with contextlib.suppress(OSError):
            lock_file(path).unlink(missing_ok=True)


def holder(path: Path, *, now: dt.datetime | None = None) -> Holder | None:
    """Who else has the document open; None for nobody, for us, and for a forgotten lock."""
    found = _read(path)
    if found is None or found.ours:
        return None
    if abs((now or _now()) - found.seen) > FORGOTTEN_AFTER:
        return None
    if found.here and not is_running(found.process):
        return None
    return found


def lock_file(path: Path) -> Path:
    return path.with_name(f".{path.name}.lock")


def is_running(process: int) -> bool:
    """Whether a process of that number runs on this computer."""
    return 0 < process < _PROCESSES and _is_there(process)


if sys.platform == "win32":

    def _is_there(process: int) -> bool:
        # os.kill would end it there.
        import ctypes  # noqa: PLC0415 - only Windows needs it

        may_query, still_active, refused = 0x1000, 259, 5
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = ctypes.c_void_p
        handle = ctypes.c_void_p(kernel.OpenProcess(may_query, False, process))
        if not handle:
            return ctypes.get_last_error() == refused  # somebody else's
        try:
            code = ctypes.c_ulong()
            return bool(
                kernel.GetExitCodeProcess(handle, ctypes.byref(code)) and code.value == still_active
            )
        finally:
            kernel.CloseHandle(handle)
else:

    def _is_there(process: int) -> bool:
        try:
            os.kill(process, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except PermissionError:
            return True  # somebody else's
        return True


def _me(now: dt.datetime) -> Holder:
    try:
        who = getpass.getuser()
    except (OSError, KeyError, ImportError):
        who = ""  # an account without a name
    return Holder(who, platform.node(), os.getpid(), now, now)


def _write(path: Path, lock: Holder) -> None:
    said = {
        "who": lock.who,
        "computer": lock.computer,
        "process": lock.process,
        "since": lock.since.isoformat(),
        "seen": lock.seen.isoformat(),
    }
    with contextlib.suppress(SaveError):
        write_atomic(lock_file(path), json.dumps(said, indent=1).encode() + b"\n")


def _read(path: Path) -> Holder | None:
    lock = lock_file(path)
    try:
        if not lock.is_file():  # what is no file could keep us waiting for ever
            return None
        with open_to_read(lock) as file:
            said = json.loads(file.read(_LONGEST))
        since, seen = (dt.datetime.fromisoformat(said[key]) for key in ("since", "seen"))
        if since.tzinfo is None or seen.tzinfo is None:
            return None
        since = since.astimezone()  # as the clock on this wall says it
        who, computer = (str(said[key])[:80] for key in ("who", "computer"))
        return Holder(who, computer, int(said["process"]), since, seen)
    except (OSError, ValueError, LookupError, TypeError, OverflowError, RecursionError):
        return None


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
