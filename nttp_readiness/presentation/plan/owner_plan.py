"""Who has what in the plan: names that were typed before, and each owner's actions at a glance."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.plan.plan import Entry, Plan
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.words import words
from nttp_readiness.typed.letters import key
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class OwnerGlance:
    """One owner with their actions. `key` tells the owner whatever was typed behind the name."""

    key: str
    name: str
    """As it was typed most fully."""
    open: int
    done: int
    overdue: int
    next: dt.date | None
    """The next day that has not passed."""


def owner_parts(owner: str) -> tuple[str, ...]:
    """The owners that were typed into one field, each with the role behind it."""
    return tuple(each for part in owner.split(";") if (each := " ".join(part.split())))


def owner_key(part: str) -> str:
    """What tells one owner from another: the name, in any letters; the role may be typed or not."""
    return key(part.partition(",")[0].strip())


def owner_name(part: str) -> str:
    """The name alone, for a narrow place."""
    return part.partition(",")[0].strip() or part


def typed_before(assessment: Assessment) -> tuple[str, ...]:
    """Every owner and asker of this assessment, once each as they were typed most fully."""
    typed = [each.owner for each in assessment.actions.values()]
    typed += [each.asker for each in assessment.asks]
    return tuple(sorted(_fullest(typed).values(), key=key))


def has_owner(entry: Entry, wanted: str) -> bool:
    """Whether that owner, by their key, is one of an action's."""
    return any(owner_key(each) == wanted for each in owner_parts(entry.action.owner))


def owners_at_a_glance(plan: Plan, today: dt.date) -> tuple[OwnerGlance, ...]:
    """Every owner of an action in the plan, by name."""
    planned = plan.planned
    names = _fullest(each.action.owner for each in planned)
    found = (
        _glance(each, name, [e for e in planned if has_owner(e, each)], today)
        for each, name in names.items()
    )
    return tuple(sorted(found, key=lambda each: key(each.name)))


def glance_words(glance: OwnerGlance) -> str:
    """How much an owner has to do, and by when: "3 to do, 1 overdue, next by 4 May 2027"."""
    said = [trn("{n} to do", "{n} to do", glance.open)] if glance.open else []
    if glance.overdue:
        said.append(trn("{n} overdue", "{n} overdue", glance.overdue))
    if glance.next:
        said.append(tr("next by {day}").format(day=words.day(glance.next)))
    if glance.done:
        said.append(trn("{n} done", "{n} done", glance.done))
    return ", ".join(said)


def dates_to_keep(assessment: Assessment, plan: Plan) -> tuple[dt.date, ...]:
    """The days of all that is still to be done and to be answered, the earliest first; no names.

    From these alone it can be said on any later day what is overdue and what comes next.
    """
    actions = (
        each.action.due for each in plan.planned
        if each.action.due and each.action.status in {"not_started", "in_progress"}
    )  # fmt: skip
    asked = (each.by for each in assessment.asks if each.by and each.status != "answered")
    return tuple(sorted((*actions, *asked)))


def _glance(owner: str, name: str, entries: list[Entry], today: dt.date) -> OwnerGlance:
    waiting = [each for each in entries if each.action.status != "done"]
    days = (
        each.action.due for each in waiting
        if each.action.due and each.action.due >= today and each.action.status != "paused"
    )  # fmt: skip
    return OwnerGlance(
        key=owner,
        name=name,
        open=len(waiting),
        done=len(entries) - len(waiting),
        overdue=sum(each.overdue(today) for each in waiting),
        next=min(days, default=None),
    )


def _fullest(typed: Iterable[str]) -> dict[str, str]:
    """Each owner once, under their key, as they were typed with the most letters."""
    found: dict[str, str] = {}
    for part in _parts(typed):
        wanted = owner_key(part)
        if len(part) > len(found.get(wanted, "")):
            found[wanted] = part
    return found


def _parts(typed: Iterable[str]) -> Iterator[str]:
    for each in typed:
        yield from owner_parts(each)
