"""Files as the commands are given them."""

from __future__ import annotations

import argparse
from pathlib import Path

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.errors import DocumentError
from nttp_readiness.storage.backups import back_up
from nttp_readiness.storage.documents import Loaded, load_document, save_document
from nttp_readiness.storage.envelope import VERSION


def given_path(text: str) -> Path:
    """The path; an empty name, as a script with an unset variable gives, is not this folder."""
    if not text.strip():
        raise argparse.ArgumentTypeError("a name is empty")
    return Path(text)


def one_of_several(path: Path) -> Assessment:
    """The assessment in one of several files: where it cannot be read, its name is said.

    Raises DocumentError.
    """
    try:
        return load_document(path).assessment
    except DocumentError as problem:
        raise DocumentError(
            f"{path}: {problem.what}", safe=problem.safe, cure=problem.cure
        ) from problem


def save_given(loaded: Loaded, changed: Assessment) -> None:
    """Write what a command changed into the file that it was given.

    Of an earlier version's file a copy is kept with its earlier states first, as the window does.
    Raises ReadinessError; the file is as it was then.
    """
    if loaded.version < VERSION:
        back_up(loaded.path)
    save_document(loaded.path, changed, expected=loaded.fingerprint)
