"""Which questions one looks for or goes through: those still open, marked, with notes and so on."""

from __future__ import annotations

from typing import Literal, get_args

from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.indicator import Indicator
from nttp_readiness.i18n import tr, trn

Filter = Literal[
    "all", "unsettled", "open", "not_sure", "come_back", "look_again", "still_true", "foundations",
    "notes",
]  # fmt: skip
FILTERS: tuple[Filter, ...] = get_args(Filter)


def matches(assessment: Assessment, indicator: Indicator, which: Filter) -> bool:
    """Whether a question is shown under that filter."""
    answer = assessment.answer(indicator.id)
    return {
        "all": True,
        "open": answer.choice is None,
        "not_sure": answer.choice == "not_sure",
        "come_back": answer.come_back,
        "look_again": answer.look_again,
        "still_true": _still_true(answer),
        "unsettled": answer.choice in {None, "not_sure"}
        or answer.come_back
        or answer.look_again
        or _still_true(answer),
        "foundations": indicator.foundation,
        "notes": bool(answer.note or answer.evidence or answer.evidence_items),
    }[which]


def _still_true(answer: Answer) -> bool:
    """Whether some of its evidence comes from an earlier round, and nobody has looked since."""
    return any(each.state == "to_check" for each in answer.evidence_items)


def walk(assessment: Assessment, which: Filter) -> tuple[str, ...]:
    """The questions under that filter, in order, to be gone through one after the other.

    Of all answers those that are unsettled: whoever goes through them wants to settle them.
    """
    chosen: Filter = "unsettled" if which == "all" else which
    return tuple(each.id for each in assessment.asked if matches(assessment, each, chosen))


def walk_words(keys: tuple[str, ...], key: str) -> str:
    """Where one is on such a walk: "2 of 5 that you go through"."""
    return trn(
        "{place} of {n} that you go through",
        "{place} of {n} that you go through",
        len(keys),
        place=keys.index(key) + 1,
    )


def filter_words(which: Filter) -> str:
    return {
        "all": tr("All answers"),
        "unsettled": tr("Not settled yet"),
        "open": tr("Open"),
        "not_sure": tr("Not sure"),
        "come_back": tr("To come back to"),
        "look_again": tr("To look at again"),
        "still_true": tr("Evidence: still true?"),
        "foundations": tr("Foundations"),
        "notes": tr("With notes"),
    }[which]
