"""Which overlays are at hand: their heads alone are read, as a page that offers them does not wait.

What an overlay says, and whether it fits, is `overlay_folders`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from nttp_readiness import resources
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.bank_problems import OVERLAY_FILE
from nttp_readiness.storage.banks.bank_files import read_tables
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class FoundOverlay:
    """A folder that holds an overlay, with the overlay where it can be read."""

    id: str
    title: str
    version: str
    summary: str
    base: str
    fits: tuple[str, ...]
    folder: Path
    replaces: tuple[str, ...] = ()
    """Earlier wordings, by id, that were split into or renamed to this one."""


def is_overlay(folder: Path) -> bool:
    """Whether that folder holds an overlay rather than a bank."""
    return os.path.lexists(folder / OVERLAY_FILE)


def find_overlays(extra_folders: Iterable[Path] = ()) -> list[FoundOverlay]:
    """The overlays that come with the program, then those in each of the folders, by title.

    Only heads are looked at, so that choosing stays quick; a file that cannot be read is named when
    it is checked, and hides no other.
    """
    found: dict[str, FoundOverlay] = {}
    for place in (resources.question_banks(), *extra_folders):
        for each in sorted(filter(None, map(_head, _folders(place))), key=_title):
            found.setdefault(each.id, each)
    return list(found.values())


def overlays_for(bank: Bank, extra_folders: Iterable[Path] = ()) -> list[FoundOverlay]:
    """The overlays at hand that are written for that bank."""
    return [each for each in find_overlays(extra_folders) if each.base == bank.id]


def _folders(place: Path) -> list[Path]:
    try:
        if is_overlay(place):
            return [place]
        return [each for each in sorted(place.iterdir()) if is_overlay(each)]
    except OSError:
        return []


def _head(folder: Path) -> FoundOverlay | None:
    try:
        found = (folder / OVERLAY_FILE).stat()
    except OSError:
        return None
    return _head_as_it_lies(folder, found.st_ino, found.st_size, found.st_mtime_ns)


@lru_cache(maxsize=200)
def _head_as_it_lies(folder: Path, *_as_it_lies: int) -> FoundOverlay | None:
    """Read once, as long as the file is the same: a page asks each time that it is made."""
    head, problems = read_tables(folder, OVERLAY_FILE, head=True)
    if problems:
        return None
    words = {key: str(head.get(key) or "") for key in ("id", "title", "version", "summary", "base")}
    return FoundOverlay(
        id=words["id"] or folder.name,
        title=words["title"] or folder.name,
        version=words["version"],
        summary=words["summary"],
        base=words["base"],
        fits=_listed(head.get("fits")),
        folder=folder,
        replaces=_listed(head.get("replaces")),
    )


def _listed(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _title(found: FoundOverlay) -> str:
    return found.title.casefold()
