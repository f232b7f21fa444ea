"""Files as the commands are given them."""

from __future__ import annotations

import argparse
from pathlib import Path

from nttp_readiness.domain.assessment import Assessment
from nttp_readiness.errors import DocumentError
from nttp_readiness.storage.documents import load_document


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
