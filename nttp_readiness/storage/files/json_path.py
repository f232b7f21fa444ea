"""Where in a file something stands, in words, and whether reading changed it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from nttp_readiness.i18n import tr
from nttp_readiness.plain_models import ValidationError

Location = tuple[str | int, ...]

_PLAIN = re.compile(r"[A-Za-z0-9_/.-]{1,80}")
_NAMES = ("id", "code")
_MOST_FAULTS = 1_000


def place(raw: object, location: Location) -> str:
    """The way to an entry: "indicators, LEA-1, levels, number 3".

    Entries of a list are named by their id where they have one. Only ids and keys are quoted, never
    what people wrote.
    """
    words: list[str] = []
    for step in location:
        if isinstance(step, str) and "[" in step:
            continue  # pydantic's own word for one arm of a union, or for a key
        if isinstance(step, int):
            raw = raw[step] if isinstance(raw, Sequence) and step < len(raw) else None
            words.append(_name(raw) or tr("number {n}").format(n=step + 1))
        else:
            raw = raw.get(step) if isinstance(raw, Mapping) else None
            words.append(step if _PLAIN.fullmatch(step) else tr("an entry"))
    return ", ".join(words)


def first_place(raw: object, error: ValidationError) -> str:
    """The place of the first fault; empty where there are so many that telling would take long."""
    if error.error_count() > _MOST_FAULTS:
        return ""
    return place(raw, error.errors(include_url=False, include_input=False)[0]["loc"])


def differences(raw: object, read: object) -> Iterator[tuple[Location, object]]:
    """Where a value that was read is not exactly the raw one, with the raw one.

    `true` differs from 1, and 1.0 too. Keys that are not in `raw` took their default and count as
    equal; a list that became a tuple does as well.
    """
    stack: list[tuple[Location, Any, Any]] = [((), raw, read)]
    while stack:
        location, old, new = stack.pop()
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            stack.extend(((*location, key), old[key], new.get(key)) for key in old)
        elif isinstance(old, list) and isinstance(new, list | tuple):
            stack.extend(
                ((*location, number), *pair) for number, pair in enumerate(zip_longest(old, new))
            )
        elif type(old) is not type(new) or old != new:
            yield location, old


def _name(entry: object) -> str:
    if isinstance(entry, Mapping):
        for key in _NAMES:
            name = entry.get(key)
            if isinstance(name, str) and _PLAIN.fullmatch(name):
                return name
    return ""
