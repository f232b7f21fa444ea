"""Check your answers: every answer in a line, domain by domain, and what is still open."""

from __future__ import annotations

from collections.abc import Sequence

from nttp_readiness.domain.answers.answer import Answer, Choice
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.indicator import Indicator
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.readiness import answer_filters, progress
from nttp_readiness.presentation.readiness.answer_filters import Filter
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import Run
from nttp_readiness.values import dataclass

_MOST_NAMED = 3
"""How many open questions are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One answer. `said` names what Enter does, `beside` what else stands in the row, and `first`
    what comes before somebody comes back to it.
    """

    id: str
    title: str
    foundation: bool
    note: str
    choice: Choice | None
    words: str
    said: str
    beside: str
    first: str = ""


@dataclass(frozen=True, slots=True)
class CheckGroup:
    """A domain with the rows that the filter lets through."""

    code: str
    name: str
    count: str
    rows: tuple[CheckRow, ...]


@dataclass(frozen=True, slots=True)
class StillOpen:
    """What is open: words for the strip, and the question that "Answer now" goes to."""

    words: tuple[Run, ...]
    first: str


def groups(assessment: Assessment, which: Filter) -> tuple[CheckGroup, ...]:
    """The domains of the route that have a row under that filter, in order."""
    bank = assessment.bank
    found: list[CheckGroup] = []
    for each in progress.domain_progress(assessment):
        rows = tuple(
            _row(assessment, indicator)
            for indicator in assessment.asked
            if bank.domain_of[indicator.id].code == each.code
            and answer_filters.matches(assessment, indicator, which)
        )
        if rows:
            count = trn("{n} of {of} answered", "{n} of {of} answered", each.answered, of=each.of)
            found.append(CheckGroup(each.code, each.name, count, rows))
    return tuple(found)


def still_open(assessment: Assessment) -> StillOpen:
    """What has no answer yet. `first` is empty where every question has one."""
    titles = progress.open_words(assessment)[1]
    without = [
        (each.id, each.title)
        for each in assessment.asked
        if lacks_reason(assessment.answer(each.id))
    ]
    said: list[Run] = []
    if titles:
        lead = trn("{n} open:", "{n} open:", len(titles))
        said += [Run(lead, bold=True), Run(" " + _named(titles) + (" " if without else ""))]
    if without:
        lead = trn(
            "{n} not relevant, with no reason yet:",
            "{n} not relevant, with no reason yet:",
            len(without),
        )
        said += [Run(lead, bold=True), Run(" " + _named(without))]
    if not said:
        return StillOpen((Run(tr("Nothing is open.")),), "")
    return StillOpen(tuple(said), (titles or without)[0][0])


def lacks_reason(answer: Answer) -> bool:
    """Whether a question is set aside as not relevant, and nobody said why."""
    return answer.choice == "not_relevant" and not answer.reason.strip()


def _named(titles: Sequence[tuple[str, str]]) -> str:
    named = [title for _, title in titles[:_MOST_NAMED]]
    if len(titles) > _MOST_NAMED:
        named.append(trn("{n} other", "{n} others", len(titles) - _MOST_NAMED))
    return words.listed(named)


def nothing_words(which: Filter) -> str:
    """What to say where no answer is shown under that filter."""
    return {
        "all": tr("The set of questions that you chose asks nothing."),
        "open": tr("Nothing is open. Every question has an answer."),
        "not_sure": tr("No answer is “Not sure”."),
        "unsettled": tr("Everything is settled: answered, and nothing to come back to."),
        "come_back": tr("Nothing is marked to come back to. Press C at a question to mark it."),
        "look_again": tr("No answer needs to be looked at again."),
        "still_true": tr("No evidence from an earlier round needs to be looked at."),
        "foundations": tr("The set of questions that you chose asks about no foundation."),
        "notes": tr("No answer has a note or evidence beside it yet."),
    }[which]


def through_words(which: Filter, count: int) -> str:
    """What the button says that opens them one after the other."""
    if which == "all":
        return trn(
            "Go through the one that is not settled",
            "Go through the {n} that are not settled",
            count,
        )
    return trn("Go through this one", "Go through these {n}", count)


def _row(assessment: Assessment, indicator: Indicator) -> CheckRow:
    answer = assessment.answer(indicator.id)
    bank = assessment.bank
    said = words.level_words(bank, answer.level, words.choice_words(bank, answer.choice))
    note = (
        tr("Note")
        if answer.note
        else tr("Evidence")
        if answer.evidence or answer.evidence_items
        else ""
    )
    note = tr("Come back") if answer.come_back else note
    note = tr("Look again") if answer.look_again else note
    note = tr("Reason missing") if lacks_reason(answer) else note
    beside = [tr("Foundation.")] if indicator.foundation else []
    beside += [tr("Please look at it again.")] if answer.look_again else []
    beside += [tr("It has a note.")] if answer.note else []
    beside += [tr("It has evidence.")] if answer.evidence or answer.evidence_items else []
    beside += [come_back_words(answer)] if answer.come_back else []
    return CheckRow(
        id=indicator.id,
        title=indicator.title,
        foundation=indicator.foundation,
        note=note,
        choice=answer.choice,
        words=words.choice_words(bank, answer.choice),
        said=tr("{title}, {answer}").format(title=indicator.title, answer=said),
        beside=" ".join((*beside, assessment.statement(indicator))),
        first=answer.come_back_word.strip() if answer.come_back else "",
    )


def come_back_words(answer: Answer) -> str:
    """That it is marked, with what comes first."""
    word = answer.come_back_word.strip()
    return (
        tr("To come back to: {word}.").format(word=word.rstrip("."))
        if word
        else tr("To come back to.")
    )
