"""What a person set once and wants to find again. The first window needs it, so it is plain JSON.

A setting that is missing, unknown or damaged falls back to its default by itself and leaves the
others alone: losing a preference is a nuisance, not starting is a harm.
"""

from __future__ import annotations

import base64
import datetime as dt
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal, get_args

from nttp_readiness.storage.files import folders
from nttp_readiness.storage.files.atomic import write_atomic
from nttp_readiness.storage.files.reading import open_to_read
from nttp_readiness.storage.files.sensible_time import sensible
from nttp_readiness.values import dataclass, replace

Theme = Literal["system", "light", "dark", "contrast"]
Typeface = Literal["own", "system"]
TEXT_SIZES = (100, 110, 125, 150, 175, 200)
"""Per cent."""
MOST_RECENT = 12
MOST_DATES = 60
SIZE_LIMIT = 1024 * 1024
_PERSONAL = {"geometry", "recent"}
HOUSE_FILES = ("template", "logo", "faces")
"""Settings that name a file or a folder. In what was laid down for everybody they may be given from
that folder on.
"""


@dataclass(frozen=True, slots=True)
class Recent:
    """An assessment that was open here: enough for the start page to tell of it without opening."""

    title: str
    path: Path
    place: str
    """Where the person paused."""
    answered: int
    of: int
    saved: dt.datetime
    """With its time zone."""
    dates: tuple[dt.date, ...] = ()
    """Days of what is still to be done or answered, so that it can be said later what is overdue;
    no words and no names.
    """
    review: dt.date | None = None
    """When people mean to look at the plan again."""


@dataclass(frozen=True, slots=True)
class Settings:
    theme: Theme = "system"
    text_size: int = 0
    """In per cent; 0 is what the computer asks of every program."""
    typeface: Typeface = "own"
    wide_text: bool = False
    """Whether letters, words and lines stand further apart."""
    language: str = ""
    """Empty is the computer's own."""
    geometry: str = ""
    """What the window wrote of its size and place; only the window reads it."""
    single_keys: bool = True
    """Whether 0 to 4, N, R and S answer a question."""
    show_time: bool = True
    """Whether the time left is shown."""
    go_on: bool = False
    """Whether an answer opens the next question by itself."""
    template: str = ""
    """The path of the Word template of the organisation's own papers; empty for none."""
    logo: str = ""
    """The path of the organisation's logo; empty for none."""
    faces: str = ""
    """The path of a folder with typefaces of the organisation; empty for none."""
    recent: tuple[Recent, ...] = ()
    """The latest first."""


def load() -> Settings:
    """The settings of this account; else those laid down for everybody here; else the defaults.

    What cannot be read is as if it were not there. Never raises.
    """
    return Settings(**{**_preset(), **_kept(_read(folders.settings()))})


def save(settings: Settings) -> None:
    """Keep the settings. Raises SaveError, and the old ones stay.

    What is as it was laid down for everybody is not this person's own choice, and is left out.
    """
    from dataclasses import asdict  # noqa: PLC0415 - not for the first page

    preset = _preset()
    own = {
        key: value
        for key, value in asdict(settings).items()
        if key not in preset or value != preset[key]
    }
    path = folders.settings()
    folders.make(path.parent)
    # Plain ASCII, as the name of a file need not be valid UTF-8 everywhere.
    write_atomic(path, json.dumps(own, default=str, indent=1).encode() + b"\n")


def remember(settings: Settings, recent: Recent) -> Settings:
    """The settings with that assessment as the latest; the oldest goes where there are too many."""
    others = forget(settings, recent.path).recent
    return replace(settings, recent=(recent, *others)[:MOST_RECENT])


def forget(settings: Settings, path: Path) -> Settings:
    """The settings without a word of the assessment at that path."""
    return replace(settings, recent=tuple(each for each in settings.recent if each.path != path))


def put_together(
    base: tuple[Recent, ...], ours: tuple[Recent, ...], theirs: tuple[Recent, ...]
) -> tuple[Recent, ...]:
    """The recent lists of two windows that both began with `base`: what either let go stays gone.

    Without it, the window that closes last would bring back what was deleted in another.
    """
    if base == theirs:
        return ours
    known, here, there = ({each.path: each for each in some} for some in (base, ours, theirs))
    kept = []
    for path in {**here, **there}:
        found = [some[path] for some in (here, there) if path in some]
        if len(found) == len((here, there)) or path not in known:
            kept.append(max(found, key=lambda each: each.saved))
    return tuple(sorted(kept, key=lambda each: each.saved, reverse=True)[:MOST_RECENT])


def _read(path: Path) -> Mapping[str, Any]:
    try:
        with open_to_read(path) as file:
            found = json.loads(file.read(SIZE_LIMIT).decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _preset() -> dict[str, Any]:
    """What was laid down for everybody on this computer; never where anyone's work lies."""
    kept = _kept(_read(folders.shared() / "settings.json"))
    kept |= {key: str(folders.shared() / kept[key]) for key in HOUSE_FILES if kept.get(key)}
    return {key: value for key, value in kept.items() if key not in _PERSONAL}


def _kept(found: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: read(found[key]) for key, read in _READERS.items() if key in found}
    return {key: value for key, value in kept.items() if value is not None}


def _flag(found: object) -> bool | None:
    return found if isinstance(found, bool) else None


def _line(most: int) -> Callable[[object], str | None]:
    return lambda found: found if isinstance(found, str) and len(found) <= most else None


def _language(found: object) -> str | None:
    """A code such as "gd" or "en-x-longer": it becomes the name of a folder."""
    line = _line(20)(found)
    return line if line is not None and re.fullmatch(r"[A-Za-z0-9_-]*", line) else None


def _geometry(found: object) -> str | None:
    """Bytes of the window's own, written in letters; whether they fit is for the window to say."""
    line = _line(10_000)(found)
    try:
        base64.b64decode(line or "", validate=True)
    except ValueError:
        return None
    return line


def _place(found: object) -> str | None:
    """A path; what it leads to is for whoever opens it to say."""
    line = _line(4000)(found)
    return line if line is not None and "\0" not in line else None


def _theme(found: object) -> str | None:
    return found if found in get_args(Theme) and isinstance(found, str) else None


def _text_size(found: object) -> int | None:
    return found if type(found) is int and found in (0, *TEXT_SIZES) else None


def _typeface(found: object) -> str | None:
    return found if found in get_args(Typeface) and isinstance(found, str) else None


def _recents(found: object) -> tuple[Recent, ...] | None:
    if not isinstance(found, list):
        return None
    read = (_recent(each) for each in found[:MOST_RECENT])
    return tuple(each for each in read if each is not None)


def _recent(found: object) -> Recent | None:
    try:
        if not isinstance(found, dict):
            return None
        title, path, place = (str(found[key]) for key in ("title", "path", "place"))
        saved = sensible(dt.datetime.fromisoformat(found["saved"]))
        answered, asked = int(found["answered"]), int(found["of"])
        dates = tuple(_day(each) for each in tuple(found.get("dates") or ())[:MOST_DATES])
        review = _day(found["review"]) if found.get("review") else None
    except (LookupError, TypeError, ValueError, OverflowError):
        return None
    if not path or "\0" in path or saved.tzinfo is None or not 0 <= answered <= asked:
        return None
    return Recent(title[:200], Path(path), place[:300], answered, asked, saved, dates, review)


def _day(found: object) -> dt.date:
    return dt.date.fromisoformat(str(found))


_READERS: Mapping[str, Callable[[object], Any]] = {
    "theme": _theme,
    "text_size": _text_size,
    "typeface": _typeface,
    "wide_text": _flag,
    "language": _language,
    "geometry": _geometry,
    "single_keys": _flag,
    "show_time": _flag,
    "go_on": _flag,
    "template": _place,
    "logo": _place,
    "faces": _place,
    "recent": _recents,
}
