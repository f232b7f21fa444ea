"""Reads a folder of assessments, one after the other, and names what cannot be read."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.errors import DocumentError, ReadinessError
from nttp_readiness.i18n import tr, trn
from nttp_readiness.storage.documents.documents import SUFFIX
from nttp_readiness.storage.documents.many_documents import ManyDocuments
from nttp_readiness.values import dataclass

MOST_FILES = 20_000
Progress = Callable[[int, int], None]
"""How many files were read, and how many there are. What it raises ends the reading."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file of the folder with its assessment, or with a sentence that says why there is none."""

    path: Path
    assessment: Assessment | None = None
    problem: str = ""


def files_in(folder: Path) -> list[Path]:
    """The assessments in a folder and in those inside it, in order. Links are not followed.

    Raises DocumentError where the folder cannot be read, or holds more than anybody means.
    """
    if not folder.is_dir():
        raise DocumentError(
            tr("There is no folder at this place."), cure=tr("Choose a folder of assessments.")
        )

    def refuse(error: OSError) -> None:
        if error.filename == str(folder):
            raise DocumentError(
                tr("This folder cannot be read."), cure=tr("Choose a folder of assessments.")
            ) from error

    found: list[Path] = []
    for place, inner, names in os.walk(folder, onerror=refuse):
        inner.sort()
        found += [Path(place, each) for each in sorted(names) if each.endswith(SUFFIX)]
        if len(found) > MOST_FILES:
            raise DocumentError(
                trn(
                    "This folder holds more than {n} assessment.",
                    "This folder holds more than {n} assessments.",
                    MOST_FILES,
                ),
                cure=tr("Choose a folder inside it."),
            )
    return found


def read_all(files: list[Path], progress: Progress | None = None) -> list[ReadFile]:
    """Every file with what it holds; a damaged one is named, and the rest is read."""
    reader, found = ManyDocuments(), []
    for number, path in enumerate(files):
        if progress is not None:
            progress(number, len(files))
        try:
            found.append(ReadFile(path, reader.load(path)))
        except ReadinessError as problem:
            found.append(ReadFile(path, problem=str(problem)))
    if progress is not None:
        progress(len(files), len(files))
    return found
