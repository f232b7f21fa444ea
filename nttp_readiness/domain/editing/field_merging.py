"""What stands in each field when two actions, or two answers, become one: as their table says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import get_args

from nttp_readiness.domain.answers.fields import Fields
from nttp_readiness.domain.checked_value import Value

Say = Callable[[str, object], str]
"""Gives the words for what stands in the field of that name."""


def put_together(kept: Value, gone: Value, table: Fields, say: Say) -> dict[str, object]:
    """The fields of `kept` once it stands for `gone` as well.

    What is not taken over goes into the field that the table names for it, in the words of `say`.
    """
    fields: dict[str, object] = {}
    texts: dict[str, list[str]] = {}
    for name, spec in table.items():
        ours, theirs = getattr(kept, name), getattr(gone, name)
        match spec.merge:
            case "join":
                texts[name] = [ours, *texts.get(name, ()), theirs]
                continue
            case "union":
                fields[name] = tuple(dict.fromkeys((*ours, *theirs)))
            case "later":
                fields[name] = _later(kept, name, ours, theirs)
                continue
            case "each":
                both = _in_a_line(ours, theirs)
                if len(both) <= spec.limit:
                    fields[name] = both
                    continue
            case "first" if says_nothing(ours):
                fields[name] = theirs
                continue
        if spec.rest and not says_nothing(theirs) and theirs != ours:
            texts.setdefault(spec.rest, []).append(say(name, theirs))
    return fields | {name: paragraphs(parts) for name, parts in texts.items()}


def value_words(_name: str, value: object) -> str:
    """What was written as it was written; a day or a number as figures."""
    return str(value)


def says_nothing(value: object) -> bool:
    """Zero says something; blanks do not."""
    return value is None or (isinstance(value, str) and not value.strip())


def paragraphs(parts: Sequence[str]) -> str:
    """The parts that say something, as paragraphs; none that stands there already."""
    text = ""
    for part in parts:
        if part.strip() and f"\n\n{part}\n\n" not in f"\n\n{text}\n\n":
            text = f"{text}\n\n{part}" if text else part
    return text


def _in_a_line(ours: str, theirs: str) -> str:
    """Both, each of their parts once, with a semicolon between them; one alone as it is."""
    if says_nothing(theirs) or ours == theirs:
        return ours
    if says_nothing(ours):
        return theirs
    parts = [each.strip() for text in (ours, theirs) for each in text.split(";")]
    return "; ".join(dict.fromkeys(filter(None, parts)))


def _later(kept: Value, name: str, ours: object, theirs: object) -> object:
    """Of two chosen values the one that comes later in the list of its field; the later day."""
    order = get_args(type(kept).model_fields[name].annotation)
    if isinstance(ours, str) and ours in order and theirs in order:
        return max(ours, theirs, key=order.index)
    if isinstance(ours, dt.date) and isinstance(theirs, dt.date):
        return max(ours, theirs)
    return ours or theirs
