"""Answers to one question that differ, side by side, for whoever has to choose."""

from __future__ import annotations

from nttp_readiness.domain.answers.answer import NO_ANSWER, Answer
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.exchange.standing import Difference, differences
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.answer_columns import ANSWER_COLUMNS
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class Side:
    """One answer among those that differ: who gave it, what it is, and what stands beside it."""

    who: str
    answer: str
    sentence: str
    """What the chosen level says of this question; empty for other answers."""
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DifferenceWords:
    """A question at which somebody has to choose, with all sides of it."""

    indicator: str
    title: str
    statement: str
    sides: tuple[Side, ...]


def differing_words(count: int) -> str:
    """How many questions wait for a choice."""
    return trn(
        "At {n} question people gave different answers. Please choose one.",
        "At {n} questions people gave different answers. Please choose one for each.",
        count,
    )


def difference_words(assessment: Assessment) -> tuple[DifferenceWords, ...]:
    """Each question at which somebody has to choose, in words."""
    return tuple(_difference(assessment, each) for each in differences(assessment))


def _difference(assessment: Assessment, difference: Difference) -> DifferenceWords:
    indicator = assessment.bank.by_id[difference.indicator]
    sides = []
    ours = difference.sides[: len(difference.sides) - len(difference.theirs)]
    for number, answer in enumerate(difference.sides):
        who = answer.given_by
        if number < len(ours):
            who = tr("As it stands here")
            if answer.given_by:
                who = tr("As it stands here, from {who}").format(who=answer.given_by)
        sides.append(
            Side(
                who or tr("Somebody who is not named"),
                words.choice_words(assessment.bank, answer.choice)
                if answer.choice is not None
                else tr("No answer, only a note"),
                "" if answer.level is None else indicator.levels[answer.level].sentence,
                _beside(answer),
            )
        )
    return DifferenceWords(
        difference.indicator, indicator.title, assessment.statement(indicator), tuple(sides)
    )


def _beside(answer: Answer) -> tuple[tuple[str, str], ...]:
    """What stands beside an answer, each with its heading."""
    found = [
        (each.heading(), said)
        for each in ANSWER_COLUMNS
        if each.key not in {"given_by", "come_back"}
        and getattr(answer, each.key) != getattr(NO_ANSWER, each.key)
        and (said := each.words(getattr(answer, each.key)))
    ]
    names = [each.what or each.where for each in answer.evidence_items]
    if any(names):
        found.append((tr("What can be shown"), "; ".join(filter(None, names))))
    return tuple(found)
