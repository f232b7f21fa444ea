"""Files of parts: one for each person who is asked, and all that came back of them.

A part is an assessment's file like any other; what is read here is never changed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.exchange.gathering import Gathered, gather
from nttp_readiness.errors import DocumentError, ReadinessError
from nttp_readiness.i18n import tr
from nttp_readiness.storage.documents.documents import SUFFIX, load_document, save_document
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.files.reading import open_to_read
from nttp_readiness.values import dataclass

MOST_TITLE = 40
MOST_LOOKED_AT = 200
"""Files of a folder among which parts are looked for."""


@dataclass(frozen=True, slots=True)
class Returned:
    """One file that was given to gather: what became of it, or why it was not taken."""

    path: Path
    gathered: Gathered | None = None
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Gathering:
    """The assessment with all of them in it, and each of the files."""

    assessment: Assessment
    files: tuple[Returned, ...]


def save_part(path: Path, part: Assessment) -> None:
    """Write a new part. Raises SaveError; a file that lies there is not written over."""
    save_document(path, part, expected=None)


def free_part_path(folder: Path, assessment: Assessment, to: str) -> Path:
    """A name in that folder that no file has: the assessment's, and for whom it is."""
    title = assessment.profile.title[:MOST_TITLE].strip()
    name = tr("{title}, for {name}").format(title=title, name=to[:MOST_TITLE].strip())
    return folders.free_path(folder, name, SUFFIX)


def gather_files(assessment: Assessment, chosen: Iterable[Path], today: dt.date) -> Gathering:
    """Take in what was chosen or dropped; folders are opened, and what is no part is left there."""
    files: list[Returned] = []
    for path, named in _each_once(chosen).items():
        try:
            loaded = load_document(path)
            if not named and loaded.assessment.part is None:
                continue
            found = gather(assessment, loaded.assessment, loaded.revision, today=today)
        except ReadinessError as problem:
            files.append(Returned(path, refused=problem.what))
        else:
            assessment = found.assessment
            files.append(Returned(path, found))
    if not files:
        raise DocumentError(
            tr("There is no part in that folder."),
            safe=tr("Nothing was changed."),
            cure=tr("Choose the files that came back."),
        )
    return Gathering(assessment, tuple(files))


def parts_beside(path: Path, assessment: Assessment) -> tuple[Path, ...]:
    """Files of its parts that lie in the same folder, by name; those that cannot be read are none
    that it knows of. Nothing is looked for where nobody was asked.
    """
    if assessment.sharing is None:
        return ()
    found = []
    for each in sorted(path.parent.glob(f"*{SUFFIX}"))[:MOST_LOOKED_AT]:
        if each.name == path.name:
            continue
        try:
            with open_to_read(each) as file:
                names_it = assessment.id.encode() in file.read()
            # To read others through would keep whoever deletes waiting.
            part = load_document(each).assessment.part if names_it else None
        except (ReadinessError, OSError):
            continue
        if part is not None and part.whole == assessment.id:
            found.append(each)
    return tuple(found)


def _each_once(chosen: Iterable[Path]) -> dict[Path, bool]:
    """The files, each with whether it was named itself and not merely found in a folder."""
    found: dict[Path, bool] = {}
    for path in chosen:
        if path.is_dir():
            for each in sorted(path.glob(f"*{SUFFIX}")):
                found.setdefault(each, False)
        else:
            found[path] = True
    return found
