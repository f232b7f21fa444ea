"""Files that come back: the data of an assessment, and a spreadsheet of its actions as bytes."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.errors import DocumentError, NewerError
from nttp_readiness.file_format import DATA_FORMAT, DATA_VERSION
from nttp_readiness.i18n import tr
from nttp_readiness.storage.documents import envelope
from nttp_readiness.storage.documents.document_bytes import assessment_in
from nttp_readiness.storage.documents.documents import read_file
from nttp_readiness.storage.documents.migrations import migrate
from nttp_readiness.storage.files.reading import status
from nttp_readiness.values import dataclass

SHEET_LIMIT = 16 * 1024 * 1024
"""Bytes of the largest spreadsheet that is read."""


@dataclass(frozen=True, slots=True)
class Imported:
    """An assessment that was exported as data, and what was left out of it."""

    assessment: Assessment
    left_out: tuple[str, ...]


def import_data(path: Path) -> Imported:
    """What was exported as data. Raises DocumentError and its kinds."""
    found = envelope.parse(read_file(path))
    if not isinstance(found, dict) or found.get("format") != DATA_FORMAT:
        raise _refused(
            tr("This file does not have the data of an assessment."), tr("Choose another file.")
        )
    version, held = found.get("version"), found.get("assessment")
    if type(version) is int and version > DATA_VERSION:
        raise NewerError(
            tr("This data was written by a later version of the program."),
            safe=tr("Nothing was changed."),
            cure=tr("Open it with that version or a later one."),
        )
    if type(version) is not int or not isinstance(held, dict):
        raise _refused(
            tr("This file was changed after the program wrote it."), tr("Ask for the file again.")
        )
    left_out = found.get("left_out")
    named = left_out if isinstance(left_out, list) else []
    return Imported(assessment_in(migrate(held, version)), tuple(map(str, named)))


def read_sheet_file(path: Path) -> bytes:
    """The bytes of a spreadsheet that is not too large. Raises DocumentError."""
    with suppress(OSError):  # what is wrong with the file is said when it is read
        if status(path).st_size > SHEET_LIMIT:
            raise _refused(
                tr("This file is too large to be a table of actions."),
                tr("Choose another file."),
            )
    return read_file(path)


def _refused(what: str, cure: str) -> DocumentError:
    return DocumentError(what, safe=tr("Nothing was changed."), cure=cure)
