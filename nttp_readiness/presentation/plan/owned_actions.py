"""The plan owner by owner: for sheets that are handed out, and calendars of one person alone."""

from __future__ import annotations

from collections.abc import Iterable

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.planned import Request
from nttp_readiness.domain.plan.plan import Entry
from nttp_readiness.errors import ExportError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.action_columns import column
from nttp_readiness.presentation.plan.owner_plan import (
    owner_key,
    owner_name,
    owner_parts,
    typed_before,
)
from nttp_readiness.presentation.words.owners import owner_words
from nttp_readiness.typed.letters import key

_MOST_NAMED = 12


def owner_meant(assessment: Assessment, wanted: str) -> str:
    """The one owner or asker whose name or role has those words, as typed most fully.

    Raises ExportError where there is none, or where the words fit several.
    """
    everybody = typed_before(assessment)
    named = [each for each in everybody if owner_key(each) == owner_key(wanted)]
    found = named or [each for each in everybody if key(wanted.strip()) in key(each)]
    if len(found) == 1:
        return found[0]
    listed = "; ".join((found or everybody)[:_MOST_NAMED])
    if not everybody:
        raise nobody_yet()
    raise ExportError(
        tr("“{name}” could mean several owners.").format(name=wanted[:40])
        if found
        else tr("Nobody in this plan is called “{name}”.").format(name=wanted[:40]),
        safe=tr("Nothing was written."),
        cure=tr("There are: {names}.").format(names=listed),
    )


def nobody_yet() -> ExportError:
    """There is no owner whose sheet could be made."""
    return ExportError(
        tr("No action has an owner yet."),
        safe=tr("Nothing was written."),
        cure=tr("Write an owner beside an action first."),
    )


def is_owner(owner: str, typed: str) -> bool:
    """Whether that owner is one of those that were typed into a field."""
    return owner_key(owner) in map(owner_key, owner_parts(typed))


def asked_by(asks: Iterable[Request], owner: str) -> tuple[Request, ...]:
    """The requests that this owner asks."""
    return tuple(each for each in asks if is_owner(owner, each.asker))


def by_owner(entries: Iterable[Entry], *, names: bool) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """The actions of each owner under the owner's name, without names under the role. What has
    several owners is with each of them; what has none comes last.
    """
    groups: dict[str, tuple[str, list[Entry]]] = {}
    nobody: list[Entry] = []
    for entry in entries:
        parts = owner_parts(entry.action.owner)
        labels = [owner_name(each) if names else owner_words(each, names=False) for each in parts]
        for label in dict.fromkeys(filter(None, labels)):
            groups.setdefault(key(label), (label, []))[1].append(entry)
        if not any(labels):
            nobody.append(entry)
    found = [(label, tuple(held)) for label, held in groups.values()]
    return (*found, *([(column("owner").nothing(), tuple(nobody))] if nobody else []))
