"""Actions owner by owner: who owns what, as their owners are typed."""

from __future__ import annotations

from collections.abc import Iterable

from nttp_readiness.domain.plan.plan import Entry
from nttp_readiness.presentation.plan.action_columns import column
from nttp_readiness.presentation.words.owners import owner_words
from nttp_readiness.presentation.words.people import typed
from nttp_readiness.typed.letters import key


def owners_in(owner: str) -> tuple[str, ...]:
    """Each owner in what was typed as one: several have a semicolon between them."""
    return tuple(part.strip() for part in owner.split(";") if part.strip())


def by_owner(entries: Iterable[Entry], *, names: bool) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """The actions of each owner under the owner's name, without names under the role. What has
    several owners is with each of them; what has none comes last.
    """
    groups: dict[str, tuple[str, list[Entry]]] = {}
    nobody: list[Entry] = []
    for entry in entries:
        labels = {
            key(label): label
            for part in owners_in(entry.action.owner)
            if (label := _label(part, names=names))
        }
        for each, label in labels.items():
            groups.setdefault(each, (label, []))[1].append(entry)
        if not labels:
            nobody.append(entry)
    found = [(label, tuple(held)) for label, held in groups.values()]
    return (*found, *([(column("owner").nothing(), tuple(nobody))] if nobody else []))


def _label(part: str, *, names: bool) -> str:
    if not names:
        return owner_words(part, names=False)
    called = typed(part).names
    return called[0] if called else part
