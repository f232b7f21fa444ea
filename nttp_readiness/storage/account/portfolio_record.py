"""Which groups of teams were published from this computer: what the next portfolio must not undo.

Only which assessments, in which state, and how many people stood behind each; no figure, no name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Annotated, Final, TypeVar

from nttp_readiness.errors import DamagedError, SaveError
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
from nttp_readiness.storage.files.save_lock import turn

MOST_GROUPS: Final = 50_000
Published = Mapping[str, int]
Earlier = tuple[Published, ...]
Made = TypeVar("Made")
_State = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}(-[0-9a-f]{16})?$")]
"""An assessment, by the state that it was in; until the first of December 2026 by its id alone."""


class _Record(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")

    groups: Annotated[
        list[dict[_State, Annotated[int, Field(ge=0)]]], Field(max_length=MOST_GROUPS)
    ] = Field(default=[])


def published() -> Earlier:
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


def known_before() -> tuple[Earlier | None, str]:
    """The same; None where nobody can tell, with the sentence that says so."""
    try:
        return published(), ""
    except DamagedError as problem:
        return None, str(problem)


def publish(make: Callable[[Earlier | None, str], tuple[Made, Iterable[Published]]]) -> Made:
    """What is made after all that was published before; its groups count as published from now on.

    It is made once more where another window or command published meanwhile. Where nobody can tell
    what was published before, it is given None and the sentence that says so, and nothing is kept.
    Raises SaveError, and then nothing may be shown.
    """
    while True:
        earlier, trouble = known_before()
        made, groups = make(earlier, trouble)
        if earlier is None or _keep(groups, after=earlier):
            return made


def _keep(groups: Iterable[Published], *, after: Earlier) -> bool:
    """Keep these beside those; False where there are others by now."""
    with turn(folders.portfolios()):
        if published() != after:
            return False
        fresh = [each for each in map(dict, groups) if each not in after]
        whole = [*map(dict, after), *fresh]
        if len(whole) > MOST_GROUPS:
            raise SaveError(
                tr("The record of what was shown of teams before is full."),
                safe=tr("Nothing was changed, and no figures are shown."),
                cure=tr("Ask your IT department to keep the file {path} elsewhere.").format(
                    path=folders.portfolios()
                ),
            )
        data = _Record(groups=whole).model_dump_json().encode()
        for place in _places():
            if fresh or not _holds(place, data):
                folders.make(place.parent)
                write_atomic(place, data)
        return True


def _places() -> tuple[Path, Path]:
    """The record, and its copy: one disk error takes no protection away, and stops no work."""
    record = folders.portfolios()
    return record, record.with_name(f"{record.stem}-copy{record.suffix}")


def _holds(place: Path, data: bytes) -> bool:
    try:
        return read_whole(place) == data
    except (OSError, ValueError):
        return False
