"""What stands in an action that takes in another one, field by field as their table says."""

from __future__ import annotations

from collections.abc import Callable

from nttp_readiness.domain.answers.assessment import PlannedAction
from nttp_readiness.domain.answers.fields import ACTION_FIELDS

Say = Callable[[str, object], str]
"""Gives the words for what stands in the field of that name."""


def merged_fields(kept: PlannedAction, gone: PlannedAction, say: Say) -> dict[str, object]:
    """The fields of `kept` once it stands for `gone` as well.

    What is not taken over goes into the field that the table names for it, in the words of `say`.
    """
    fields: dict[str, object] = {}
    texts: dict[str, list[str]] = {}
    for name, spec in ACTION_FIELDS.items():
        ours, theirs = getattr(kept, name), getattr(gone, name)
        if spec.merge == "join":
            texts[name] = [ours, *texts.get(name, ()), theirs]
            continue
        if spec.merge == "union":
            fields[name] = tuple(dict.fromkeys((*ours, *theirs)))
        elif spec.merge == "first" and _says_nothing(ours):
            fields[name] = theirs
            continue
        if spec.rest and not _says_nothing(theirs) and theirs != ours:
            texts.setdefault(spec.rest, []).append(say(name, theirs))
    fields |= {name: _joined(parts) for name, parts in texts.items()}
    return {**fields, "merged": tuple(dict.fromkeys((*kept.merged, gone.id, *gone.merged)))}


def value_words(_name: str, value: object) -> str:
    """What was written as it was written; a day or a number as figures."""
    return str(value)


def _says_nothing(value: object) -> bool:
    """Zero says something; blanks do not."""
    return value is None or (isinstance(value, str) and not value.strip())


def _joined(parts: list[str]) -> str:
    """The parts that say something, each once, as paragraphs."""
    return "\n\n".join(dict.fromkeys(part for part in parts if part.strip()))
