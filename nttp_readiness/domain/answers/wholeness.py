"""Whether all that an assessment holds fits together; what a file says is checked at the door.

Its shape was checked when it was read. What it names must be there as well: pages and papers look
it up, and a crash on one of them would come long after the file was opened.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.workshop import Round, Vote, Workshop
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.bank_fit import check_fit
from nttp_readiness.domain.bank.bank_problems import Problem
from nttp_readiness.domain.bank.served import Same


def first_misfit(assessment: Assessment) -> str:
    """The place of the first thing that does not fit, as a path into the file; empty for none."""
    return next(_misfits(assessment), "")


def _misfits(assessment: Assessment) -> Iterator[str]:
    bank = assessment.written_bank
    yield from (f"bank, {each.file}, {each.place}" for each in _problems(Same(bank)))
    known = set(bank.by_id)
    yield from _unknown("answers", assessment.answers, known)
    yield from _unknown("importance", assessment.importance, known)
    if assessment.profile.route not in {each.id for each in bank.routes}:
        yield "profile.route"
    for key, answer in assessment.answers.items():
        yield from _twice(f"answers.{key}.evidence_items", (e.id for e in answer.evidence_items))
    yield from _actions(assessment, known)
    yield from _twice("asks", (each.id for each in assessment.asks))
    yield from _twice("reviews", (each.on.isoformat() for each in assessment.reviews))
    view = assessment.stage_view
    stages = {each.id for each in bank.stages}
    if view is not None and not {view.stage, view.computed} <= stages:
        yield "stage_view"
    if assessment.workshop is not None:
        yield from _workshop(assessment.workshop, known)


@lru_cache(maxsize=8)
def _problems(bank: Same[Bank]) -> tuple[Problem, ...]:
    """What is wrong with a bank. It is looked for once: every save of a document asks anew."""
    return tuple(each for each in check_fit(bank.value) if each.severity == "error")


def _actions(assessment: Assessment, known: set[str]) -> Iterator[str]:
    for key, action in assessment.actions.items():
        if action.id != key:
            yield f"actions.{key}.id"
        yield from _unknown(f"actions.{key}.indicators", action.indicators, known)
        if action.kind != "own" and key.partition("/")[0] not in known:
            yield f"actions.{key}"


def _workshop(workshop: Workshop, known: set[str]) -> Iterator[str]:
    numbers = [each.number for each in workshop.rounds]
    if numbers != sorted(set(numbers)):
        yield "workshop.rounds"
    for number, collected in enumerate(workshop.rounds):
        place = f"workshop.rounds.{number}"
        yield from _unknown(f"{place}.questions", collected.questions, known)
        for key, question in collected.questions.items():
            if question.agreed is not None and not question.closed:
                yield f"{place}.questions.{key}.agreed"
            for vote in question.closed:
                yield from _release(f"{place}.questions.{key}", vote, collected)
        if collected.closed is not None and not all(
            each.vote.closed for each in collected.questions.values()
        ):
            yield f"{place}.closed"


def _release(place: str, vote: Vote, collected: Round) -> Iterator[str]:
    """What may be shown of a vote: groupings of this round, with somebody in them who answered."""
    if vote.release is None:
        return
    by_key = {each.key: each for each in collected.groupings}
    for key in (*vote.release.room, *vote.release.outside):
        grouping = by_key.get(key)
        if grouping is None or not sum(vote.counts(grouping)):
            yield f"{place}.release.{key}"


def _unknown(place: str, named: Iterable[str], known: set[str]) -> Iterator[str]:
    yield from (f"{place}.{each}" for each in named if each not in known)


def _twice(place: str, ids: Iterable[str]) -> Iterator[str]:
    yield from (f"{place}, {each}" for each, times in Counter(ids).items() if times > 1)
