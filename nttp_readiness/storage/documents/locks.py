"""A small file beside a document that says who has it open. It advises; it never keeps anyone out.

A document is safe without it, as a save compares first. It spares people the surprise. How old it
is, the time tells that its own drive gives to files: the clocks of two computers may differ by an
hour. Whether it is of this computer, a mark of this account tells besides the name, as copied
computers have one name.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import getpass
import hashlib
import json
import os
import platform
import re
import secrets
import sys
import time
from functools import cache
from pathlib import Path

from nttp_readiness.errors import SaveError
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.files.atomic import temporary_beside, write_atomic
from nttp_readiness.storage.files.reading import open_to_read, status
from nttp_readiness.values import dataclass, replace

FORGOTTEN_AFTER = dt.timedelta(minutes=15)
"""A lock that was not refreshed for so long belongs to a program or computer that stopped."""
_LONGEST = 4096
_LONGEST_NAME = 255
_YEAR = 366 * 24 * 3600.0
_MARK = re.compile(r"[0-9a-f]{16}")
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
    installation: str = ""
    """The mark of the account and computer that it is from; empty from earlier versions."""

    @property
    def ours(self) -> bool:
        """Whether it is this very program."""
        return self.here and self.process == os.getpid()

    @property
    def here(self) -> bool:
        return self.computer == platform.node() and self.installation in {"", installation()}


@dataclass(frozen=True, slots=True)
class Taken:
    """The document is said to be open here, or somebody else's word stands there instead."""

    other: Holder | None = None


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
        _write(path, replace(_me(now or _now()), since=found.since))


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
    if _age(path, now) > FORGOTTEN_AFTER:
        return None
    if found.here and not is_running(found.process):
        return None
    return found


def lock_file(path: Path) -> Path:
    """Where the lock of a document lies. A name that would be too long for most disks is told by
    its digest, the same on every computer.
    """
    name = f".{path.name}.lock"
    if len(name.encode("utf-8", "surrogatepass")) > _LONGEST_NAME:
        digest = hashlib.sha256(path.name.encode("utf-8", "surrogatepass")).hexdigest()
        name = f".{digest[:32]}.lock"
    return path.with_name(name)


@cache
def installation() -> str:
    """A mark of this account on this computer, made once; empty where none can be kept."""
    try:
        file = folders.make(folders.installation().parent) / folders.installation().name
        with contextlib.suppress(FileExistsError):
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as new:
                new.write(secrets.token_hex(8))
        with open_to_read(file) as kept:
            found = kept.read(64).decode("ascii").strip()
    except (OSError, SaveError, ValueError):
        return ""
    return found if _MARK.fullmatch(found) else ""


def _age(path: Path, now: dt.datetime | None) -> dt.timedelta:
    """How long ago a lock was written, by the clock of the drive that it lies on.

    A small file that is written there tells what that clock says now; where none can be, this
    computer's own clock has to do.
    """
    try:
        written = status(lock_file(path)).st_mtime
    except OSError:
        return dt.timedelta.max
    seconds = now.timestamp() if now is not None else _clock_of(path.parent)
    return dt.timedelta(seconds=abs(min(max(seconds - written, -_YEAR), _YEAR)))


def _clock_of(folder: Path) -> float:
    probe = temporary_beside(folder / "clock")
    try:
        os.close(os.open(probe, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        return probe.stat().st_mtime
    except (OSError, ValueError):
        return time.time()
    finally:
        with contextlib.suppress(OSError, ValueError):
            probe.unlink()


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
    return Holder(who, platform.node(), os.getpid(), now, now, installation())


def _write(path: Path, lock: Holder) -> None:
    said = {
        "who": lock.who,
        "computer": lock.computer,
        "process": lock.process,
        "since": lock.since.isoformat(),
        "seen": lock.seen.isoformat(),
        "installation": lock.installation,
    }
    with contextlib.suppress(SaveError):
        write_atomic(lock_file(path), json.dumps(said, indent=1).encode() + b"\n")


def _read(path: Path) -> Holder | None:
    lock = lock_file(path)
    try:
        with open_to_read(lock) as file:
            said = json.loads(file.read(_LONGEST))
        since, seen = (dt.datetime.fromisoformat(said[key]) for key in ("since", "seen"))
        if since.tzinfo is None or seen.tzinfo is None:
            return None
        since = since.astimezone()  # as the clock on this wall says it
        who, computer = (str(said[key])[:80] for key in ("who", "computer"))
        mark = str(said.get("installation", ""))[:80]
        return Holder(who, computer, int(said["process"]), since, seen, mark)
    except (OSError, ValueError, LookupError, TypeError, OverflowError, RecursionError):
        return None


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
