"""Copies that a program which syncs folders left beside a file that was changed in two places."""

from __future__ import annotations

import re
from pathlib import Path

from nttp_readiness.errors import DocumentError
from nttp_readiness.storage.documents.document_bytes import Loaded
from nttp_readiness.storage.documents.document_search import document_of
from nttp_readiness.storage.documents.documents import SUFFIX, load_document

MOST_FILES = 40
"""Files beside it that are looked at; their names are compared first."""
# OneDrive adds the computer's name, others say so in words: "plan-LAPTOP-7", "plan (Mairi's
# conflicted copy 2026-11-30)", "plan_conf(1)", "plan.sync-conflict-20261130".
_ADDED = re.compile(r"-[\w-]{1,40}|.*(?:conflict|conf\().*", re.IGNORECASE)


def conflict_copies(loaded: Loaded) -> list[Path]:
    """Those that hold the same assessment, and something that it did not grow from yet.

    What cannot be read is passed over.
    """
    found = []
    for path in _named_after(loaded.path)[:MOST_FILES]:
        if document_of(path) != loaded.assessment.id:
            continue
        try:
            mark = load_document(path).fingerprint.mark
        except DocumentError:
            continue
        if mark not in loaded.fingerprint.with_mark:
            found.append(path)
    return found


def _named_after(path: Path) -> list[Path]:
    """Files beside it whose name is its own with what such a program adds."""
    try:
        beside = sorted(each for each in path.parent.iterdir() if each.suffix.lower() == SUFFIX)
    except (OSError, ValueError):
        return []
    return [
        each
        for each in beside
        if each.stem.startswith(path.stem) and _ADDED.fullmatch(each.stem[len(path.stem) :])
    ]
