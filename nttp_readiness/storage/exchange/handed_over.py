"""What people and other laptops hand over: answer files and collections, found among what was
chosen or dropped.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from nttp_readiness.domain.editing.ballots import HandedIn
from nttp_readiness.domain.exchange.collections import Collection
from nttp_readiness.errors import ReadinessError
from nttp_readiness.storage.exchange import answer_files, collection_files


@dataclass(slots=True)
class HandedOver:
    """What could be read, with the name of each file at the same place."""

    handed: list[HandedIn] = field(default_factory=list, repr=False)
    names: list[str] = field(default_factory=list)
    collections: list[Collection] = field(default_factory=list, repr=False)
    laptops: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    """A line for each file that cannot be read."""


def read_files(chosen: Iterable[Path], *, whole_path: bool = False) -> HandedOver:
    """Read what was chosen, folders opened, each file once. `whole_path` names files by where they
    lie instead of by their name alone.
    """
    found = HandedOver()
    for path in _each_once(chosen):
        name = str(path) if whole_path else path.name
        try:
            if path.suffix == collection_files.SUFFIX:
                found.collections.append(collection_files.load_collection(path))
                found.laptops.append(name)
            else:
                found.handed.append(answer_files.load_answers(path))
                found.names.append(name)
        except ReadinessError as problem:
            found.problems.append(f"{name}: {problem}")
    return found


def _each_once(chosen: Iterable[Path]) -> list[Path]:
    found: dict[Path, None] = {}
    for path in chosen:
        if path.is_dir():
            for suffix in (answer_files.SUFFIX, collection_files.SUFFIX):
                found.update(dict.fromkeys(sorted(path.glob(f"*{suffix}"))))
        else:
            found[path] = None
    return list(found)
