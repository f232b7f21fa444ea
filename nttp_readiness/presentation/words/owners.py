"""Owners of actions as a report may name them, and reports from which names are taken out.

Several owners are typed with a semicolon between them. What is a name in each, and what a role, is
told by `people`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import partial
from typing import TypeVar, cast

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.fields import (
    ACTION_FIELDS,
    ANSWER_FIELDS,
    PART_FIELDS,
    REQUEST_FIELDS,
    SHARED_FIELDS,
    VOICE_FIELDS,
    FieldSpec,
    Kind,
)
from nttp_readiness.domain.answers.sharing import NOTHING_SHARED
from nttp_readiness.domain.bank.bank_texts import texts
from nttp_readiness.domain.checked_value import Value
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words.people import (
    Names,
    common_words_of,
    typed,
    words_of,
)
from nttp_readiness.presentation.words.roles import is_body, is_role

Made = TypeVar("Made")

_PERSON = re.compile(r"[^\W\d_a-z]\S+(?: \S+)* [^\W\d_a-z]\S+")
"""A view that may be one person's: its first and last words begin with capitals."""


def owner_words(owner: str, *, names: bool) -> str:
    """The first owner, the others after "with"; without names their roles, or "a named owner"."""
    people = [part.strip() for part in owner.split(";") if part.strip()]
    if not names:
        roles = [", ".join(typed(each).roles) for each in people]
        people = list(dict.fromkeys(each for each in roles if each))
        if len(people) < len(set(roles)) or (roles and not people):
            people.append(tr("a named owner"))
        if people:
            people[0] = people[0][0].upper() + people[0][1:]
    if len(people) < 2:
        return "".join(people)
    return tr("{owner}, with {others}").format(owner=people[0], others=", ".join(people[1:]))


def givers_words(givers: str, *, names: bool) -> str:
    """Those who gave an answer; without names their roles, or "a named person"."""
    people = [part.strip() for part in givers.split(";") if part.strip()]
    if not names:
        roles = (", ".join(typed(each).roles) for each in people)
        people = list(dict.fromkeys(each or tr("a named person") for each in roles))
    said = "; ".join(people)
    return said if names else said[:1].upper() + said[1:]


def asked_words(who: str, *, names: bool) -> str:
    """Whom we ask: a body as it was typed. Where it is a person with a role, without names the
    role.
    """
    who = who.strip()
    if names or not _asked_person(who):
        return who
    role = ", ".join(typed(who).roles)
    return role[:1].upper() + role[1:]


def place_words(where: str, *, names: bool) -> str:
    """Where evidence is. Without names the last part of a path, as folders are often named after
    a person; the address of a page stays.
    """
    where = where.strip()
    if names or "://" in where:
        return where
    return re.split(r"[\\/]", where.rstrip("\\/"))[-1]


def without_names(report: Made, assessment: Assessment) -> Made:
    """What was made, without the names of any owner, or of anybody whose view was given."""
    return cast("Made", _rewritten(report, name_remover(assessment)))


def name_remover(assessment: Assessment) -> Callable[[str], str]:
    """Puts "a named person" for the name of each owner, and of anybody whose view was given."""
    profile = assessment.profile
    kept = {profile.title, profile.organisation, profile.audience, profile.service_area}
    written = (*_written(assessment, "people"), *_written(assessment, "givers"))
    owners = (part for each in written for part in each.split(";"))
    views = (each for each in _written(assessment, "view") if _PERSON.fullmatch(each))
    asked = (_asked_person(each) for each in _written(assessment, "body"))
    people = (*(name for each in owners for name in typed(each).names), *views, *asked)
    names = Names(
        (each for each in people if each not in kept),
        common=common_words_of(tuple(each.text for each in texts(assessment.bank))),
        elsewhere=words_of(kept),
    )
    return partial(_hide, names) if names else str


def _hide(names: Names, text: str) -> str:
    told, after = [], 0
    for start, end in names.spans(text):
        told += [text[after:start], tr("a named person")]
        after = end
    return "".join(told) + text[after:]


def without_name(spec: FieldSpec, text: str, remove: Callable[[str], str]) -> str:
    """What is left of a text of that field when nobody is to be named; `remove` takes out names."""
    match spec.kind:
        case "people":
            return owner_words(text, names=False)
        case "givers":
            return givers_words(text, names=False)
        case "body":
            return remove(asked_words(text, names=False))
        case "view":
            return ""
        case "place":
            return remove(place_words(text, names=False))
    return remove(text)


def _written(assessment: Assessment, kind: Kind) -> Iterator[str]:
    """What stands in all fields of that kind."""
    sharing = assessment.sharing or NOTHING_SHARED
    holders: tuple[tuple[Iterable[Value], Mapping[str, FieldSpec]], ...] = (
        (assessment.actions.values(), ACTION_FIELDS),
        (assessment.asks, REQUEST_FIELDS),
        (assessment.answers.values(), ANSWER_FIELDS),
        (sharing.shared, SHARED_FIELDS),
        (sharing.voices, VOICE_FIELDS),
        (() if assessment.part is None else (assessment.part,), PART_FIELDS),
    )
    for values, table in holders:
        names = [name for name, spec in table.items() if spec.kind == kind]
        yield from (getattr(each, name) for each in values for name in names)


def _asked_person(who: str) -> str:
    """The name of a person whom we ask, typed with a role; nothing for a body."""
    meant = typed(who)
    if not any(map(is_role, meant.roles)) or len(meant.names) != 1 or is_body(meant.names[0]):
        return ""
    return meant.names[0] if _PERSON.fullmatch(meant.names[0]) else ""


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
