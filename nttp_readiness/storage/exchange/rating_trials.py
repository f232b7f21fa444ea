"""A rating trial in a folder: `trial.json`, and a file of ratings of each reader."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from nttp_readiness.domain.bank.rating_trial import Rating, Ratings, Trial, unrated
from nttp_readiness.errors import BankError
from nttp_readiness.plain_models import TypeAdapter, ValidationError
from nttp_readiness.storage.documents.documents import read_file

TRIAL = "trial.json"
READERS = "reader-*.json"
Read = TypeVar("Read")


def read_trial(folder: Path) -> tuple[Trial, Ratings]:
    """The trial in the folder and each reader's ratings, each situation rated once by each.

    Raises BankError with the file and what is wrong in it.
    """
    trial = _read(folder / TRIAL, TypeAdapter(Trial))
    adapter: TypeAdapter[tuple[Rating, ...]] = TypeAdapter(tuple[Rating, ...])
    ratings = {path.stem: _read(path, adapter) for path in sorted(folder.glob(READERS))}
    for reader, number in unrated(trial, ratings):
        raise BankError(
            f"{reader}.json does not rate situation {number} once.",
            cure="Each reader rates every situation of the trial, and each once.",
        )
    return trial, ratings


def _read(path: Path, adapter: TypeAdapter[Read]) -> Read:
    try:
        return adapter.validate_json(read_file(path))
    except ValidationError as problem:
        first = problem.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise BankError(
            f"{path.name} is not as it should be at “{where}”: {first['msg']}.",
            cure="docs/bank-authors.md says what a trial holds.",
        ) from problem
