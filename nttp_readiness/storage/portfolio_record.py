"""Which groups of teams were published from this computer: what the next portfolio must not undo.

Only ids of documents and how many people stood behind each; no figure and no name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
from nttp_readiness.storage import folders
from nttp_readiness.storage.atomic import write_atomic
from nttp_readiness.storage.reading import read_whole

MOST_GROUPS: Final = 50_000
_Id = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]


class _Record(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")

    groups: Annotated[
        list[dict[_Id, Annotated[int, Field(ge=0)]]], Field(max_length=MOST_GROUPS)
    ] = Field(default=[])


def published() -> tuple[Mapping[str, int], ...]:
    """Every group that was published before.

    Raises DamagedError where that cannot be told: then nothing may be published.
    """
    try:
        return tuple(_Record.model_validate_json(read_whole(folders.portfolios())).groups)
    except FileNotFoundError:
        return ()
    except (OSError, ValidationError, ValueError):
        raise DamagedError(
            tr(
                "The record of what was shown of teams before can no longer be read on this"
                " computer."
            ),
            safe=tr(
                "No overview was made, so that nobody can work out what a small team answered."
            ),
            cure=tr("Ask your IT department to restore the file {path}.").format(
                path=folders.portfolios()
            ),
        ) from None


def publish(groups: Iterable[Mapping[str, int]]) -> None:
    """Keep these beside those from before. Raises SaveError, and then nothing may be published."""
    known = list(published())
    fresh = [each for each in map(dict, groups) if each not in known]
    if fresh:
        folders.make(folders.portfolios().parent)
        write_atomic(
            folders.portfolios(),
            _Record(groups=[*map(dict, known), *fresh]).model_dump_json().encode(),
        )
