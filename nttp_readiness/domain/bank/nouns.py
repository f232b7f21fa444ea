"""What an organisation calls the people whom it serves: a noun of the list, or one of its own.

A noun of the list is kept by its key, so that each language says it in its own way. Words of one's
own are kept as they were typed, and used as plain text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Literal, get_args

from nttp_readiness.domain.bank.served import Served, served_words
from nttp_readiness.i18n import tr
from nttp_readiness.plain_models import StringConstraints

Noun = Literal[
    "", "pupils", "children_families", "patients", "tenants", "residents", "supported", "learners",
    "victims_witnesses", "public", "members", "inspected", "own",
]  # fmt: skip
NOUN_LIMIT = 40
"""Characters of a word of one's own: sentences around it have to stay readable."""
OwnNoun = Annotated[str, StringConstraints(max_length=NOUN_LIMIT)]

_LISTED: Mapping[str, Callable[[], Served]] = {
    "pupils": lambda: Served(tr("pupils"), tr("pupil"), tr("pupils’")),
    "children_families": lambda: Served(
        tr("children and families"), tr("child or family"), tr("children’s and families’")
    ),
    "patients": lambda: Served(tr("patients"), tr("patient"), tr("patients’")),
    "tenants": lambda: Served(tr("tenants"), tr("tenant"), tr("tenants’")),
    "residents": lambda: Served(tr("residents"), tr("resident"), tr("residents’")),
    "supported": lambda: Served(
        tr("people we support"), tr("person we support"), tr("people’s")
    ),
    "learners": lambda: Served(tr("learners"), tr("learner"), tr("learners’")),
    "victims_witnesses": lambda: Served(
        tr("victims and witnesses"), tr("victim or witness"), tr("victims’ and witnesses’")
    ),
    "public": lambda: Served(
        tr("members of the public"), tr("member of the public"), tr("people’s")
    ),
    "members": lambda: Served(tr("members"), tr("member"), tr("members’")),
    "inspected": lambda: Served(
        tr("people in services we inspect"),
        tr("person in a service we inspect"),
        tr("people’s"),
    ),
}  # fmt: skip

LISTED_NOUNS: tuple[Noun, ...] = tuple(each for each in get_args(Noun) if each in _LISTED)


def noun_words(noun: Noun, *, delivers_care: bool, own: str = "", own_one: str = "") -> Served:
    """The words that go into each text. Where no noun is named, or an own one is left empty, those
    for a body that provides care or for one that does not.
    """
    if noun == "own" and (people := plain_noun(own)):
        one = plain_noun(own_one) or guessed_one(people)
        return Served(people=people, person=one, possessive=possessive(people))
    if noun in _LISTED:
        return _LISTED[noun]()
    return served_words(delivers_care=delivers_care)


def plain_noun(typed: str) -> str:
    """What somebody typed, on one line and without the signs that mark a placeholder or an end."""
    return " ".join(re.sub(_SIGNS, " ", typed).split())[:NOUN_LIMIT].strip()


def guessed_one(people: str) -> str:
    """One of them, as well as can be told from the plural; people can write it themselves."""
    words = people.split()
    if words and words[0].casefold() == "people":
        return " ".join([tr("person"), *words[1:]])
    if len(words) == 1 and people.endswith("s") and not people.endswith("ss"):
        return people[:-1]
    return tr("one of the {people}").format(people=people)


def possessive(people: str) -> str:
    """The plural with the sign for what is theirs."""
    if people.split(maxsplit=1)[0].casefold() == "people":
        return tr("people’s")
    if people.casefold().endswith("s"):
        return tr("{people}’").format(people=people)
    return tr("{people}’s").format(people=people)


_SIGNS = r"[\x00-\x1f\x7f-\x9f{}<>\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]|[.!?;:]+\s*$"
