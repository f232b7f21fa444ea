"""Why an action is in the plan and stands where it stands: sentences and the titles they name."""

from __future__ import annotations

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.answers.answer import Choice
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.plan.plan import Entry, Plan
from nttp_readiness.i18n import trn
from nttp_readiness.presentation.plan.planning import title_of
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.order_reasons import (
    Kind,
    firm_words,
    firmness,
    reasons_of,
    sentences,
    waiting_for,
)
from nttp_readiness.values import dataclass

_SAID: tuple[Kind, ...] = (
    "origin", "standing", "gap", "weight", "matters", "builds_on", "talk_first", "quick", "listens",
)  # fmt: skip
"""What needs this action is named below it, as links."""
_MOST_NAMED = 4
"""How many waiting actions are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something that the page can go to: its address within the document, and its title."""

    address: Address
    title: str


@dataclass(frozen=True, slots=True)
class Cause:
    """The question that an action came from, and what was answered there."""

    id: str
    title: str
    choice: Choice | None
    words: str
    foundation: bool


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why this, and why now. `waits` are the actions that need this one first."""

    causes: tuple[Cause, ...]
    sentence: str
    waits_lead: str
    waits: tuple[Named, ...]
    waits_more: str
    """How many others there are besides those that are named."""
    firm: bool
    standing: str
    """Whether its place is firm: a few words."""
    depends_on: tuple[Named, ...]
    """The questions whose answers could move it."""


def reasons(assessment: Assessment, plan: Plan, entry: Entry) -> Reasons:
    """The reasons for an action of this plan."""
    waits = tuple(
        Named(Address(Page.PLAN, each.action.id), title_of(each))
        for each in waiting_for(plan, entry)
    )
    firm = firmness(entry) != "open"
    return Reasons(
        causes=tuple(
            _cause(assessment, key)
            for key in entry.action.indicators
            if key in assessment.bank.by_id
        ),
        sentence=" ".join(sentences(reasons_of(assessment, plan, entry), *_SAID)),
        waits_lead=_waits_lead(len(waits)),
        waits=waits[:_MOST_NAMED],
        waits_more=_more(len(waits) - _MOST_NAMED),
        firm=firm,
        standing=firm_words(entry),
        depends_on=tuple(
            Named(Address(Page.REFLECT, key), assessment.bank.by_id[key].title)
            for key in (() if firm else entry.depends_on)
        ),
    )


def _cause(assessment: Assessment, key: str) -> Cause:
    indicator, choice = assessment.bank.by_id[key], assessment.answer(key).choice
    said = words.choice_words(assessment.bank, choice)
    return Cause(key, indicator.title, choice, said, indicator.foundation)


def _waits_lead(count: int) -> str:
    if not count:
        return ""
    return trn(
        "One other action needs this first:",
        "{n} other actions need this first:",
        count,
        n=words.number_words(count).capitalize(),
    )


def _more(count: int) -> str:
    if count < 1:
        return ""
    return trn("and {n} other", "and {n} others", count)
