"""Where a file is now that somebody gave another name or another folder while it was open.

It is known by its very bytes, and by the number that the system gave it: a copy has the same bytes
and another number. What is not certain is not guessed: a person is asked then.
"""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

from nttp_readiness.errors import ReadinessError
from nttp_readiness.storage.account import settings
from nttp_readiness.storage.documents.document_search import document_of, files_in
from nttp_readiness.storage.documents.fingerprints import (
    Fingerprint,
    device_of,
    file_number,
    fingerprint,
)
from nttp_readiness.storage.files import folders

MOST_FOLDERS = 400
DEEPEST = 2
"""How many folders below each likely one are looked into."""
PATIENCE = 2.0
"""Seconds after which no other folder is looked into; what is typed is in the recovery copy."""


def find_moved(
    path: Path, last: Fingerprint, document: str, likely: Iterable[Path] = ()
) -> Path | None:
    """The file that lay at `path` with what was `last` found there; None where nobody can tell.

    Looks beside it first, then in the folders around it, then in the likely ones. Never raises.
    """
    at_home = _folder_is_there(path)
    for places in (iter([path.parent]), _around((path.parent, path.parent.parent, *likely))):
        found = _best(_same(places, last, document), last, away=at_home)
        if found is not None:
            return found
    return None


def likely_folders() -> tuple[Path, ...]:
    """Where people put files, and where what was open here lately lies."""
    lately = [each.path.parent for each in settings.load().recent]
    home = Path.home()
    usual = (home / "Desktop", home / "Downloads")
    return tuple(dict.fromkeys((folders.documents(), *lately, *usual)))


def _same(places: Iterable[Path], last: Fingerprint, document: str) -> Iterator[Path]:
    """Files with those bytes."""
    seen: set[Path] = set()
    for folder in places:
        for each in files_in(folder):
            if each in seen or document_of(each) != document:
                continue
            seen.add(each)
            try:
                found = fingerprint(each)
            except ReadinessError:
                continue
            if found is not None and found.digest == last.digest:
                yield each


def _best(found: Iterable[Path], last: Fingerprint, *, away: bool) -> Path | None:
    """The file itself; else the only one of its bytes on another disk, where it can have gone.

    On its own disk a file keeps its number, so one with another number is a copy. Where its whole
    folder is not there, its disk may be: then nothing on another one is taken for it.
    """
    there = []
    for each in found:
        same_disk = last.device in {0, device_of(each)}
        if same_disk and last.number in {0, file_number(each)}:
            return each
        if away and not same_disk:
            there.append(each)
    return there[0] if len(there) == 1 else None


def _folder_is_there(path: Path) -> bool:
    try:
        return path.parent.is_dir()
    except (OSError, ValueError):
        return False


def _around(roots: Iterable[Path]) -> Iterator[Path]:
    """These folders and those below, the nearest first; hidden ones and bins are left out."""
    end = time.monotonic() + PATIENCE
    waiting = deque((root, 0) for root in dict.fromkeys(roots))
    seen: set[Path] = set()
    while waiting and len(seen) < MOST_FOLDERS and time.monotonic() < end:
        folder, depth = waiting.popleft()
        if folder in seen:
            continue
        seen.add(folder)
        yield folder
        if depth < DEEPEST:
            waiting.extend((each, depth + 1) for each in _below(folder))


def _below(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return sorted(
                Path(each.path)
                for each in entries
                if not each.name.startswith((".", "$")) and each.is_dir(follow_symlinks=False)
            )
    except (OSError, ValueError):
        return []
