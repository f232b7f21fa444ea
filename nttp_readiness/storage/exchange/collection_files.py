"""Collection files: the counts of one laptop, to be carried to another one and counted there."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from nttp_readiness.domain.exchange.collections import Collection
from nttp_readiness.i18n import tr
from nttp_readiness.storage.exchange.sealed_files import SealedFiles, SealedWords
from nttp_readiness.storage.files.atomic import write_atomic

SUFFIX: Final = ".collection"
FORMAT: Final = "nttp-readiness-collection"
VERSION: Final = 2
"""With sentences of reason; without they are of version 1, as they always were."""
SIZE_LIMIT: Final = 8 * 1024 * 1024
"""Bytes of the largest collection that is read."""


def save_collection(path: Path, collection: Collection) -> None:
    """Write it. Raises SaveError; what was there before is unharmed then."""
    write_atomic(path, _FILES.written(collection, VERSION if collection.reasons else 1))


def load_collection(path: Path) -> Collection:
    """What a collection file holds, and exactly that. Raises DocumentError."""
    return _FILES.load(path)


def _words() -> SealedWords:
    return SealedWords(
        too_large=tr("This file is too large to be a collection."),
        incomplete=tr("This file is not a collection, or it is incomplete."),
        another=tr("This file is not a collection."),
        later=tr("This collection was made by a later version of the program."),
        damaged=tr("This collection is damaged."),
        changed=tr("This collection was changed or damaged after it was saved."),
        misfit=_not_counts,
        cure=tr("Save it again on the laptop it came from."),
    )


def _not_counts(where: str) -> str:
    what = tr("This collection has something in it that is not a count")
    return f"{what}: {where}." if where else f"{what}."


_FILES = SealedFiles(Collection, name=FORMAT, version=VERSION, most=SIZE_LIMIT, words=_words)
