"""What can be shown for the answers, question by question: for its page, a report and a sheet."""

from __future__ import annotations

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.evidence import EvidenceItem
from nttp_readiness.domain.bank.indicator import Indicator
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.evidence_columns import (
    evidence_column,
    evidence_sort_words,
    evidence_state_words,
)
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of a question's own list of evidence, and whether something is here for it.

    `number` counts from 1, as `EvidenceItem.listed` does.
    """

    number: int
    words: str
    here: bool


@dataclass(frozen=True, slots=True)
class QuestionEvidence:
    """A question with all that can be shown for its answer. `text` is what was written freely."""

    id: str
    title: str
    foundation: bool
    items: tuple[EvidenceItem, ...]
    text: str
    listed: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class DomainEvidence:
    """A domain with those of its questions for which something can be shown."""

    code: str
    name: str
    questions: tuple[QuestionEvidence, ...]


def evidence_of(assessment: Assessment, indicator: Indicator) -> QuestionEvidence:
    """What can be shown for one question."""
    answer = assessment.answer(indicator.id)
    here = {each.listed for each in answer.evidence_items if each.state != "no_longer"}
    return QuestionEvidence(
        id=indicator.id,
        title=indicator.title,
        foundation=indicator.foundation,
        items=answer.evidence_items,
        text=answer.evidence.strip(),
        listed=tuple(
            Listed(number, each, number in here)
            for number, each in enumerate(indicator.evidence, start=1)
        ),
    )


def evidence_list(assessment: Assessment) -> tuple[DomainEvidence, ...]:
    """The domains of the route with something to show, in order."""
    bank = assessment.bank
    found: list[DomainEvidence] = []
    for domain in bank.domains:
        asked = (each for each in assessment.asked if bank.domain_of[each.id] is domain)
        questions = (evidence_of(assessment, each) for each in asked)
        shown = tuple(each for each in questions if each.items or each.text)
        if shown:
            found.append(DomainEvidence(domain.code, domain.name, shown))
    return tuple(found)


def to_check(assessment: Assessment) -> tuple[tuple[str, EvidenceItem], ...]:
    """What came from an earlier round and nobody has spoken of since, with its question."""
    return tuple(
        (each.id, item)
        for each in assessment.asked
        for item in assessment.answer(each.id).evidence_items
        if item.state == "to_check"
    )


def item_name(item: EvidenceItem) -> str:
    """What it is called; where that is not said, where it is."""
    return item.what.strip() or item.where.strip() or evidence_column("what").nothing()


def item_line(item: EvidenceItem) -> str:
    """What else is known of it in a line: what it is, its day, and whether it still holds."""
    parts = [evidence_sort_words(item.kind) if item.kind != "other" else ""]
    parts.append(words.day(item.dated) if item.dated else "")
    if item.state != "stands":
        parts.append(evidence_state_words(item.state))
    elif item.checked:
        parts.append(tr("looked at on {day}").format(day=words.day(item.checked)))
    return " · ".join(filter(None, parts))


def count_words(assessment: Assessment) -> str:
    """How much there is, and for how many of the questions."""
    asked = assessment.asked
    held = [assessment.answer(each.id).evidence_items for each in asked]
    total, with_some = sum(map(len, held)), sum(map(bool, held))
    if not total:
        told = sum(bool(assessment.answer(each.id).evidence.strip()) for each in asked)
        if told:
            return trn(
                "What shows the answer is written beside {n} of {of} questions. It is not listed"
                " piece by piece yet.",
                "What shows the answer is written beside {n} of {of} questions. It is not listed"
                " piece by piece yet.",
                told,
                of=len(asked),
            )
        return tr(
            "No evidence is listed yet. Beside each question you can say what shows your answer."
        )
    pieces = trn("{n} piece of evidence", "{n} pieces of evidence", total)
    of = trn(
        "{pieces}, for {n} of {of} questions.", "{pieces}, for {n} of {of} questions.",
        with_some, pieces=pieces, of=len(asked),
    )  # fmt: skip
    waiting = len(to_check(assessment))
    if not waiting:
        return of
    still = trn(
        "{n} comes from an earlier round. Is it still true?",
        "{n} come from an earlier round. Are they still true?",
        waiting,
    )
    return f"{of} {still}"
