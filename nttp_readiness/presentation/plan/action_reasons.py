"""Why an action is in the plan and stands where it stands: sentences and the titles they name."""

from __future__ import annotations

from dataclasses import dataclass

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.answers.assessment import Assessment, Choice
from nttp_readiness.domain.plan.plan import Entry, Plan
from nttp_readiness.domain.plan.priorities import Suggestion
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.plan.planning import title_of
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.importance import importance_words, set_by_us

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
    suggestion = entry.suggestion
    waits = _waiting(plan, suggestion) if suggestion else ()
    firm, standing = _standing(entry)
    return Reasons(
        causes=tuple(
            _cause(assessment, key)
            for key in entry.action.indicators
            if key in assessment.bank.by_id
        ),
        sentence=" ".join(each for each in _sentences(assessment, entry) if each),
        waits_lead=_waits_lead(len(waits)),
        waits=waits[:_MOST_NAMED],
        waits_more=_more(len(waits) - _MOST_NAMED),
        firm=firm,
        standing=standing,
        depends_on=tuple(
            Named(Address(Page.REFLECT, key), assessment.bank.by_id[key].title)
            for key in (() if firm else entry.depends_on)
        ),
    )


def _cause(assessment: Assessment, key: str) -> Cause:
    indicator, choice = assessment.bank.by_id[key], assessment.answer(key).choice
    said = words.choice_words(assessment.bank, choice)
    return Cause(key, indicator.title, choice, said, indicator.foundation)


def _sentences(assessment: Assessment, entry: Entry) -> list[str]:
    suggestion, bank = entry.suggestion, assessment.bank
    if entry.action.kind == "own":
        return [tr("We added this ourselves.")]
    if suggestion is None:
        return [tr("Our answers no longer suggest this. It stays because we took it up.")]
    if suggestion.role == "spread":
        return [tr("A strength to keep and to spread.")]
    if suggestion.role == "listen":
        return [tr("Every plan has one action that listens to people.")]
    target = bank.thresholds.target
    said = [_lead(assessment, suggestion)]
    if suggestion.waits_for:
        titles = [bank.by_id[key].title for key in suggestion.waits_for]
        said.append(
            tr("It builds on {names}.").format(
                names=words.listed([tr("“{title}”").format(title=each) for each in titles])
            )
        )
    if suggestion.level is not None and suggestion.level < target:
        said.append(
            tr(
                "It is at level {n}, our target is {target}, and its importance is {weight}."
            ).format(
                n=suggestion.level,
                target=target,
                weight=importance_words(assessment, suggestion.indicator),
            )
        )
    elif set_by_us(assessment, suggestion.indicator):
        weight = importance_words(assessment, suggestion.indicator)
        said.append(tr("Its importance is {weight}.").format(weight=weight))
    if not set_by_us(assessment, suggestion.indicator):
        said.append(bank.by_id[suggestion.indicator].importance_reason or "")
    if suggestion.talk_first:
        said.append(tr("Views differ widely here: talk about it first."))
    if suggestion.action.effort == 1 and suggestion.kind != "find_out":
        said.append(tr("It takes hours, not months."))
    if suggestion.action.listens:
        said.append(tr("It is an action that listens."))
    return said


def _lead(assessment: Assessment, suggestion: Suggestion) -> str:
    """What its standing says; nothing for an ordinary question with a level."""
    bank = assessment.bank
    if suggestion.standing == "safety":
        return tr("Safety comes first: awareness-raising pauses until this is done.")
    if suggestion.standing == "foundation":
        level = bank.level_name(bank.thresholds.target)
        return tr("A foundation below {level} comes before anything else.").format(level=level)
    if suggestion.standing == "find_out":
        return tr("A foundation that is not known yet: finding out comes first.")
    return tr("Nobody is sure of the answer yet.") if suggestion.level is None else ""


def _waiting(plan: Plan, suggestion: Suggestion) -> tuple[Named, ...]:
    """The actions of the plan that came from questions which need this one."""
    return tuple(
        Named(Address(Page.PLAN, each.action.id), title_of(each))
        for each in plan.live
        if each.suggestion is not None and each.suggestion.indicator in suggestion.needed_by
    )


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


def _standing(entry: Entry) -> tuple[bool, str]:
    suggestion, horizon = entry.suggestion, entry.action.horizon
    if entry.action.status == "dropped":
        return True, tr("Dropped")
    if suggestion is None:
        return True, ""
    if suggestion.horizon != horizon:
        return True, tr("Moved here by us")
    if suggestion.firm:
        place = words.horizon_words(horizon)
        return True, tr("Firm: stays in {place} whatever the open answers are").format(place=place)
    return False, tr("Its place depends on answers that are not known")
