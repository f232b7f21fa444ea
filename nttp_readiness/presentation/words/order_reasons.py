"""Why an action stands where it stands: each reason with its one sentence.

The page of an action, its printed card, the sheet and the command line choose among these and have
no sentences of their own for it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, NamedTuple

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.plan.plan import Entry, Plan
from nttp_readiness.domain.plan.priorities import Suggestion
from nttp_readiness.domain.plan.priority_working import role_rule
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.importance import importance_words, set_by_us

Kind = Literal[
    "origin", "standing", "gap", "weight", "matters", "builds_on", "needed_by", "talk_first",
    "quick", "listens",
]  # fmt: skip
"""Where it comes from if no answer suggests it, what comes before everything else, the distance to
the target, our importance and the bank's reason for its own, what it needs, what needs it, that
views differ, that it takes hours, and that it listens.
"""
Firmness = Literal["dropped", "kept", "moved", "firm", "open"]


class Reason(NamedTuple):
    kind: Kind
    sentence: str


def reasons_of(assessment: Assessment, plan: Plan, entry: Entry) -> tuple[Reason, ...]:
    """Every reason for an action of the plan, in the order in which they weigh."""
    if entry.action.kind == "own":
        return (Reason("origin", tr("We added this ourselves.")),)
    if entry.suggestion is None:
        kept = tr("Our answers no longer suggest this. It stays because we took it up.")
        return (Reason("origin", kept),)
    return suggestion_reasons(assessment, entry.suggestion, len(waiting_for(plan, entry)))


def waiting_for(plan: Plan, entry: Entry) -> tuple[Entry, ...]:
    """The other actions of the plan that came from questions which need this one first."""
    needed = set(entry.suggestion.needed_by) if entry.suggestion else set()
    return tuple(
        each
        for each in plan.live
        if each.suggestion is not None
        and each.action.id != entry.action.id
        and needed.intersection(each.action.indicators)
    )


def suggestion_reasons(
    assessment: Assessment, suggestion: Suggestion, waiting: int = 0
) -> tuple[Reason, ...]:
    """Every reason for a suggestion, in the order in which they weigh; so many others wait for it.

    How many do is a matter of the plan: somebody may have dropped them.
    """
    bank, key = assessment.bank, suggestion.indicator
    if suggestion.role != "open":
        return (Reason("standing", role_rule(suggestion.role)),)
    found = [Reason("standing", _standing(assessment, suggestion))]
    if suggestion.level is not None and suggestion.level < bank.thresholds.target:
        gap = tr("It is at level {n}, and our target is {target}.")
        said = gap.format(n=suggestion.level, target=bank.thresholds.target)
        found.append(Reason("gap", said))
    found += importance_reasons(assessment, key)
    if suggestion.waits_for:
        titles = [tr("“{title}”").format(title=bank.by_id[n].title) for n in suggestion.waits_for]
        found.append(
            Reason("builds_on", tr("It builds on {names}.").format(names=words.listed(titles)))
        )
    if waiting:
        waits = trn(
            "One other action waits for it.",
            "{n} other actions wait for it.",
            waiting,
            n=words.number_words(waiting).capitalize(),
        )
        found.append(Reason("needed_by", waits))
    if suggestion.talk_first:
        found.append(Reason("talk_first", tr("Views differ widely here: talk about it first.")))
    if suggestion.action.effort == 1 and suggestion.kind != "find_out":
        found.append(Reason("quick", tr("It takes hours, not months.")))
    if suggestion.action.listens:
        found.append(Reason("listens", tr("This is also an action that listens.")))
    return tuple(each for each in found if each.sentence)


def importance_reasons(assessment: Assessment, indicator_id: str) -> list[Reason]:
    """How much a question matters to us, and why in the bank's words unless we set it ourselves."""
    weight = tr("Its importance is {weight}.")
    said = [Reason("weight", weight.format(weight=importance_words(assessment, indicator_id)))]
    if not set_by_us(assessment, indicator_id):
        reason = assessment.bank.by_id[indicator_id].importance_reason or ""
        said.append(Reason("matters", reason))
    return said


def sentences(reasons: Collection[Reason], *kinds: Kind) -> list[str]:
    """Those of these kinds, in their order; all of them where no kind is named."""
    return [each.sentence for each in reasons if not kinds or each.kind in kinds]


def firmness(entry: Entry) -> Firmness:
    """Whether its place can still change: `open` where it hangs on answers that are not known."""
    if entry.action.status == "dropped":
        return "dropped"
    if entry.suggestion is None:
        return "kept"
    if entry.suggestion.horizon != entry.action.horizon:
        return "moved"
    return "firm" if entry.suggestion.firm else "open"


def firm_words(entry: Entry) -> str:
    """The same in a few words that stand on their own; empty where nothing is to be said."""
    place = words.horizon_words(entry.action.horizon)
    return {
        "dropped": tr("Dropped"),
        "kept": "",
        "moved": tr("Moved here by us"),
        "firm": tr("Firm: stays in {place} whatever the open answers are").format(place=place),
        "open": tr("Its place depends on answers that are not known"),
    }[firmness(entry)]


def firm_sentence(entry: Entry, most: int) -> str:
    """The same as a sentence; of the questions that could move it, so many are named by id."""
    kind, suggestion = firmness(entry), entry.suggestion
    if kind == "moved":
        return tr("Moved here by us.")
    if kind == "firm":
        return tr("Firm.")
    if suggestion is None or kind != "open":
        return ""
    named = list(suggestion.depends_on[:most])
    if others := len(suggestion.depends_on) - len(named):
        named.append(trn("{n} other", "{n} others", others))
    return tr("Depends on the answer to {ids}.").format(ids=words.listed(named))


def _standing(assessment: Assessment, suggestion: Suggestion) -> str:
    """What comes before everything else; nothing for an ordinary question with a level."""
    bank = assessment.bank
    target = bank.level_name(bank.thresholds.target)
    unknown = tr("Nobody is sure of the answer yet.") if suggestion.level is None else ""
    return {
        "safety": tr("Safety comes first: awareness-raising pauses until this is done."),
        "foundation": tr("A foundation below {level} comes before anything else.").format(
            level=target
        ),
        "find_out": tr("A foundation that is not known yet: finding out comes first."),
        "ordinary": unknown,
    }[suggestion.standing]
