"""How much a question matters: the bank's value, the team's own, and what setting it does.

Importance moves actions among the suggestions. It never touches a level, a range or the stage.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.plan.priorities import Suggestion
from nttp_readiness.domain.scorecard import Scorecard, score
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words import words

VALUES = (1, 2, 3, 4, 5)


def importance_choices(assessment: Assessment, indicator_id: str) -> tuple[tuple[int, str], ...]:
    """The values with their words; the bank's own is marked."""
    bank = assessment.bank.by_id[indicator_id].importance
    marked = tr("{n}, usual")
    return tuple((n, marked.format(n=n) if n == bank else str(n)) for n in VALUES)


def importance_hint() -> str:
    """What the values mean, and what they do."""
    return tr(
        "1 is least, 5 is most. “Usual” is what these questions suggest. It changes"
        " the order of the suggested actions, not the level."
    )


def importance_effect(card: Scorecard, indicator_id: str) -> str:
    """Where the importance puts the question's action, and where the bank's would put it."""
    assessment = card.assessment
    bank = assessment.bank.by_id[indicator_id].importance
    here = _place(card, indicator_id)
    if here is None:
        return tr("This question suggests no action now, so its importance changes nothing.")
    said = tr("Its action is number {n} of the suggestions, under {horizon}.")
    now = said.format(n=here[0], horizon=words.horizon_words(here[1].horizon))
    if assessment.importance.get(indicator_id, bank) == bank:
        return now
    there = _place(score(edits.set_importance(assessment, indicator_id, None)), indicator_id)
    if there is None or there[0] == here[0]:
        same = tr("With the usual {bank} it would be in the same place.")
        return f"{now} {same.format(bank=bank)}"
    moved = tr("With the usual {bank} it would be number {n}, under {horizon}.")
    return f"{now} " + moved.format(
        bank=bank, n=there[0], horizon=words.horizon_words(there[1].horizon)
    )


def set_by_us(assessment: Assessment, indicator_id: str) -> bool:
    """Whether the team's own importance counts, and differs from the bank's."""
    indicator = assessment.bank.by_id[indicator_id]
    return assessment.importance_of(indicator) != indicator.importance


def importance_words(assessment: Assessment, indicator_id: str) -> str:
    """The importance as part of a sentence: "5 of 5, set by us (the question bank says 3)"."""
    indicator = assessment.bank.by_id[indicator_id]
    value = tr("{n} of 5").format(n=assessment.importance_of(indicator))
    if not set_by_us(assessment, indicator_id):
        return value
    ours = tr("{value}, set by us (usual: {bank})")
    return ours.format(value=value, bank=indicator.importance)


def importance_sentence(assessment: Assessment, indicator_ids: Iterable[str]) -> str:
    """Which of these questions have an importance of the team's own; empty for none."""
    named: Sequence[str] = [
        tr("{title}, {value}").format(
            title=assessment.bank.by_id[key].title, value=importance_words(assessment, key)
        )
        for key in indicator_ids
        if set_by_us(assessment, key)
    ]
    if not named:
        return ""
    said = tr("Importance: {list}. It changes the order of our actions, not the level.")
    return said.format(list="; ".join(named))


def _place(card: Scorecard, indicator_id: str) -> tuple[int, Suggestion] | None:
    """The place of the question's action, counted from 1, where it closes a gap."""
    return next(
        (
            (number, each)
            for number, each in enumerate(card.suggestions, start=1)
            if each.indicator == indicator_id and each.role == "open"
        ),
        None,
    )
