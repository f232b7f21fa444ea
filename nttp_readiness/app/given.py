"""Files as the commands are given them."""

from __future__ import annotations

import argparse
from pathlib import Path

from nttp_readiness.app.terminal import complain
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.errors import DocumentError
from nttp_readiness.storage.documents.document_bytes import Loaded
from nttp_readiness.storage.documents.documents import load_to_read, save_document
from nttp_readiness.storage.files.format_version import VERSION, later_version
from nttp_readiness.storage.keeping.backups import back_up


def given_path(text: str) -> Path:
    """The path; an empty name, as a script with an unset variable gives, is not this folder."""
    if not text.strip():
        raise argparse.ArgumentTypeError("a name is empty")
    return Path(text)


def loaded_to_read(path: Path) -> Loaded:
    """The file for a command that only reads it; of a later version's file standard error says
    that it is one. Raises DocumentError.
    """
    loaded = load_to_read(path)
    if loaded.version > VERSION:
        complain(
            f"{path}: {later_version().what} All of it that this version knows is read; "
            "what only that version knows is not."
        )
    return loaded


def one_of_several(path: Path) -> Assessment:
    """The assessment in one of several files to read: where it cannot be, its name is said.

    Raises DocumentError.
    """
    try:
        return loaded_to_read(path).assessment
    except DocumentError as problem:
        raise DocumentError(
            f"{path}: {problem.what}", safe=problem.safe, cure=problem.cure
        ) from problem


def save_given(
    loaded: Loaded, changed: Assessment, *, earlier: tuple[str, ...] | None = None
) -> None:
    """Write what a command changed into the file that it was given.

    Of an earlier version's file a copy is kept with its earlier states first, as the window does;
    a later version's is not written. `earlier` is as for save_document. Raises ReadinessError; the
    file is as it was then.
    """
    if loaded.version > VERSION:
        raise later_version()
    if loaded.version < VERSION:
        back_up(loaded.path)
    save_document(loaded.path, changed, expected=loaded.fingerprint, earlier=earlier)
