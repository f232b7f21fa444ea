"""Find the file of an assessment by its id, where people are likely to have left it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from nttp_readiness.storage.documents.documents import SUFFIX
from nttp_readiness.storage.files.reading import open_to_read, status

MOST_FILES = 300
"""A folder with more assessments than that is not searched to its end."""
_HEAD = 2048
_DOCUMENT = re.compile(rb'"document"\s*:\s*"([0-9a-f]{32})"')


def find_document(document: str, folder: Path | None, files: Iterable[Path] = ()) -> Path | None:
    """The file that holds that assessment, the one saved last where there are several.

    Looks at `files`, and at what lies in `folder`; reads the start of each only, so what it finds
    may still be damaged. What cannot be read is passed over.
    """
    found = {path for path in _places(folder, files) if document_of(path) == document}
    return max(found, key=_saved, default=None)


def files_in(folder: Path) -> list[Path]:
    """The assessments in a folder, by their names; not all of very many. Never raises."""
    try:
        beside = sorted(each for each in folder.iterdir() if each.suffix.lower() == SUFFIX)
    except (OSError, ValueError):
        return []
    return beside[:MOST_FILES]


def document_of(path: Path) -> str:
    """The id that a file names at its start, empty where there is none."""
    try:
        with open_to_read(path) as file:
            said = _DOCUMENT.search(file.read(_HEAD))
    except (OSError, ValueError):
        return ""
    return said[1].decode("ascii") if said else ""


def _places(folder: Path | None, files: Iterable[Path]) -> Iterator[Path]:
    yield from files
    if folder is not None:
        yield from files_in(folder)


def _saved(path: Path) -> float:
    try:
        return status(path).st_mtime
    except (OSError, ValueError):
        return 0.0
