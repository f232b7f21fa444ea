"""Which groups of teams were published from this computer: what the next portfolio must not undo.

Only ids of documents and how many people stood behind each; no figure and no name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Final

from nttp_readiness.errors import DamagedError
from nttp_readiness.i18n import tr
from nttp_readiness.plain_models import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.files.atomic import write_atomic
from nttp_readiness.storage.files.reading import read_whole

MOST_GROUPS: Final = 50_000
_Id = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]


class _Record(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")

    groups: Annotated[
        list[dict[_Id, Annotated[int, Field(ge=0)]]], Field(max_length=MOST_GROUPS)
    ] = Field(default=[])


def published() -> tuple[Mapping[str, int], ...]:
    """Every group that was published before, from whichever of two files can be read.

    Raises DamagedError where neither can: then nothing may be published.
    """
    damaged = False
    for place in _places():
        try:
            return tuple(_Record.model_validate_json(read_whole(place)).groups)
        except FileNotFoundError:
            continue
        except (OSError, ValidationError, ValueError):
            damaged = True
    if damaged:
        raise DamagedError(
            tr(
                "The record of what was shown of teams before cannot be read on this computer, so"
                " no figures are shown, as somebody could work out from them what a small team"
                " answered: ask your IT department to restore the file {path}."
            ).format(path=folders.portfolios())
        )
    return ()


def known_before() -> tuple[tuple[Mapping[str, int], ...] | None, str]:
    """The same; None where nobody can tell, with the sentence that says so."""
    try:
        return published(), ""
    except DamagedError as problem:
        return None, str(problem)


def publish(groups: Iterable[Mapping[str, int]]) -> None:
    """Keep these beside those from before. Raises SaveError, and then nothing may be published."""
    known = list(published())
    fresh = [each for each in map(dict, groups) if each not in known]
    data = _Record(groups=[*map(dict, known), *fresh]).model_dump_json().encode()
    for place in _places():
        if fresh or not _holds(place, data):
            folders.make(place.parent)
            write_atomic(place, data)


def _places() -> tuple[Path, Path]:
    """The record, and its copy: one disk error takes no protection away, and stops no work."""
    record = folders.portfolios()
    return record, record.with_name(f"{record.stem}-copy{record.suffix}")


def _holds(place: Path, data: bytes) -> bool:
    try:
        return read_whole(place) == data
    except (OSError, ValueError):
        return False
