"""Owners of actions as a report may name them, and reports from which names are taken out.

An owner is typed as "name, role", and several as "name, role; name, role". A part counts as a role
only where it holds a word for one, so that a second name never passes for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.fields import (
    ACTION_FIELDS,
    ANSWER_FIELDS,
    REQUEST_FIELDS,
    FieldSpec,
    Kind,
)
from nttp_readiness.domain.bank.bank import Value
from nttp_readiness.i18n import tr

Made = TypeVar("Made")

_ROLES = re.compile(
    r"\b(lead|leader|leads|leaders|head|heads|manager|managers|officer|officers|director|directors|"
    r"team|teams|group|panel|board|department|service|services|office|unit|staff|worker|workers|"
    r"coordinator|co-ordinator|chief|chair|deputy|sponsor|champion|champions|nurse|teacher|"
    r"psychologist|adviser|advisor|supervisor|administrator|assistant|partner|trustee|trustees|"
    r"convener|clerk|secretary|practitioner|consultant|trainer|facilitator|union|hr|it|tptic)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(r"[^\W\d_a-z]\S+(?: \S+)* [^\W\d_a-z]\S+")
"""A view that may be one person's: its first and last words begin with capitals."""
_SEVERAL = re.compile(r"\s(?:and|with)\s|[&/+]")


def owner_words(owner: str, *, names: bool) -> str:
    """The first owner, the others after "with"; without names their roles, or "a named owner"."""
    people = [part.strip() for part in owner.split(";") if part.strip()]
    if not names:
        roles = [_role(each) for each in people]
        people = list(dict.fromkeys(each for each in roles if each))
        if len(people) < len(set(roles)) or (roles and not people):
            people.append(tr("a named owner"))
        if people:
            people[0] = people[0][0].upper() + people[0][1:]
    if len(people) < 2:
        return "".join(people)
    return tr("{owner}, with {others}").format(owner=people[0], others=", ".join(people[1:]))


def asked_words(who: str, *, names: bool) -> str:
    """Whom we ask: a body as it was typed. Where it is a person with a role, without names the
    role.
    """
    who = who.strip()
    if names or not _asked_person(who):
        return who
    role = _role(who)
    return role[:1].upper() + role[1:]


def without_names(report: Made, assessment: Assessment) -> Made:
    """What was made, without the full name of any owner, or of anybody whose view was given."""
    return cast("Made", _rewritten(report, name_remover(assessment)))


def name_remover(assessment: Assessment) -> Callable[[str], str]:
    """Puts "a named person" for the name of each owner, and of anybody whose view was given."""
    profile = assessment.profile
    kept = {profile.title, profile.organisation, profile.audience, profile.service_area}
    owners = (part for each in _written(assessment, "people") for part in each.split(";"))
    views = (each for each in _written(assessment, "view") if _PERSON.fullmatch(each))
    asked = (_asked_person(each) for each in _written(assessment, "body"))
    typed = {_name(each) for each in (*owners, *views, *asked)}
    names = sorted(typed - kept - {""}, key=len)
    if not names:
        return str
    found = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, reversed(names)))})(?!\w)")
    return lambda text: found.sub(tr("a named person"), text)


def without_name(spec: FieldSpec, text: str, remove: Callable[[str], str]) -> str:
    """What is left of a text of that field when nobody is to be named; `remove` takes out names."""
    match spec.kind:
        case "people":
            return owner_words(text, names=False)
        case "body":
            return remove(asked_words(text, names=False))
        case "view":
            return ""
    return remove(text)


def _written(assessment: Assessment, kind: Kind) -> Iterator[str]:
    """What stands in all fields of that kind."""
    holders: tuple[tuple[Iterable[Value], Mapping[str, FieldSpec]], ...] = (
        (assessment.actions.values(), ACTION_FIELDS),
        (assessment.asks, REQUEST_FIELDS),
        (assessment.answers.values(), ANSWER_FIELDS),
    )
    for values, table in holders:
        names = [name for name, spec in table.items() if spec.kind == kind]
        yield from (getattr(each, name) for each in values for name in names)


def _asked_person(who: str) -> str:
    """The name of a person whom we ask, typed as "name, role"; nothing for a body."""
    name, _, rest = who.partition(",")
    name = name.strip()
    person = _PERSON.fullmatch(name) and not _ROLES.search(name) and _role(who) == rest.strip()
    return name if person and rest.strip() else ""


def _role(person: str) -> str:
    """What stands after the name, where it is a role; the whole where it is no person's name."""
    name, _, rest = person.partition(",")
    for part in (rest.strip(), "" if rest else name.strip()):
        if part and _ROLES.search(part) and not _SEVERAL.search(part):
            return part
    return ""


def _name(person: str) -> str:
    name = person.partition(",")[0].strip()
    return "" if len(name) < 3 or _ROLES.search(name) else name


def _rewritten(value: object, without: Callable[[str], str]) -> object:
    """The value with the names replaced in each text that it holds."""
    if isinstance(value, str):
        return without(value)
    if isinstance(value, tuple):
        return tuple(_rewritten(each, without) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        held = {each.name: getattr(value, each.name) for each in fields(value)}
        changed = {name: _rewritten(each, without) for name, each in held.items()}
        return replace(value, **{k: new for k, new in changed.items() if new != held[k]})
    return value
