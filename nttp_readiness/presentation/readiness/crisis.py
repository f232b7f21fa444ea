"""A week of crisis in words: what to do in a day, a week and a month, and no stage."""

from __future__ import annotations

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.routes import Crisis, CrisisStep
from nttp_readiness.i18n import tr
from nttp_readiness.values import dataclass

_LOW = 1
"""From this answer down, and where nobody answered, a question comes first."""


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """One question with what to do about it; `first` where its answer is low or open."""

    id: str
    title: str
    day: str
    week: str
    month: str
    first: bool


def crisis_lines(assessment: Assessment) -> tuple[CrisisLine, ...]:
    """What to do for each question, those that are low or open first; nothing where the bank has
    no words for a week of crisis.
    """
    crisis = assessment.bank.crisis
    if crisis is None:
        return ()
    lines = lines_of(assessment.bank, crisis)
    low = {each.id for each in lines if _low(assessment, each.id)}
    ranked = [
        CrisisLine(each.id, each.title, each.day, each.week, each.month, first=each.id in low)
        for each in lines
    ]
    return tuple(sorted(ranked, key=lambda each: not each.first))


def lines_of(bank: Bank, crisis: Crisis) -> tuple[CrisisLine, ...]:
    """The same for nobody in particular, in the order of the bank."""
    return tuple(_line(bank, each) for each in crisis.steps if each.indicator in bank.by_id)


def spans() -> tuple[str, str, str]:
    """The headings of what to do, in the order in which it is done."""
    return tr("In 24 hours"), tr("In a week"), tr("In a month")


def _line(bank: Bank, step: CrisisStep) -> CrisisLine:
    title = bank.by_id[step.indicator].title
    return CrisisLine(step.indicator, title, step.day, step.week, step.month, first=False)


def _low(assessment: Assessment, key: str) -> bool:
    answer = assessment.answer(key)
    if answer.choice == "not_relevant":
        return False
    return answer.level is None or answer.level <= _LOW
