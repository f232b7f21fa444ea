"""One question as it is asked of this organisation: its words, its levels, its other answers."""

from __future__ import annotations

from nttp_readiness.domain.answers.answer import Choice
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.indicator import Indicator
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words.level_texts import LevelWords, level_texts
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class OtherAnswer:
    """An answer that is not a level, with the key that gives it."""

    choice: Choice
    name: str
    key: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question as it is asked of this organisation."""

    id: str
    title: str
    statement: str
    domain: str
    domain_name: str
    where: str
    """Such as "Staff care and wellbeing · question 3 of 6"."""
    where_short: str
    spoken: str
    """How it is read aloud: which it is, whether it is a foundation, and what it states."""
    foundation: bool
    content_note: str
    levels: tuple[LevelWords, ...]
    """From 0."""
    others: tuple[OtherAnswer, ...]
    choice: Choice | None
    reading: str = ""
    """How to read the levels in a small organisation; empty for others."""
    unit: str = ""
    """What its levels count; empty where it does not say."""
    look_again: bool = False
    """The answer was given to an earlier wording."""
    come_back: bool = False
    """Somebody will come back to it, and `come_back_word` says what comes first."""
    come_back_word: str = ""


def question(assessment: Assessment, indicator_id: str) -> Question:
    """The question of that id in the wording that fits this organisation."""
    bank = assessment.bank
    indicator, domain = bank.by_id[indicator_id], bank.domain_of[indicator_id]
    siblings = [each.id for each in assessment.asked if bank.domain_of[each.id] is domain]
    place = siblings.index(indicator_id) + 1 if indicator_id in siblings else 1
    short = tr("Question {n} of {of}").format(n=place, of=len(siblings))
    statement = assessment.statement(indicator)
    answer = assessment.answer(indicator_id)
    return Question(
        id=indicator_id,
        title=indicator.title,
        statement=statement,
        domain=domain.code,
        domain_name=domain.name,
        where=tr("{domain} · question {n} of {of}").format(
            domain=domain.short_name, n=place, of=len(siblings)
        ),
        where_short=short,
        spoken=spoken(
            short, statement, foundation=indicator.foundation, note=indicator.content_note or ""
        ),
        foundation=indicator.foundation,
        content_note=indicator.content_note or "",
        reading=small_reading(assessment, indicator),
        levels=level_texts(bank, indicator),
        others=other_answers(indicator),
        choice=answer.choice,
        unit=indicator.unit or "",
        look_again=answer.look_again,
        come_back=answer.come_back,
        come_back_word=answer.come_back_word,
    )


def spoken(where: str, statement: str, *, foundation: bool, note: str = "") -> str:
    """A question as it is read aloud: what it may bring up comes before it."""
    form = tr("{question}, foundation. {statement}") if foundation else "{question}. {statement}"
    return form.format(question=where, statement=f"{note} {statement}" if note else statement)


def questions_of(assessment: Assessment, code: str) -> tuple[Question, ...]:
    """The questions of a domain that are asked on this route."""
    domain_of = assessment.bank.domain_of
    ids = (each.id for each in assessment.asked if domain_of[each.id].code == code)
    return tuple(question(assessment, each) for each in ids)


def small_reading(assessment: Assessment, indicator: Indicator) -> str:
    small = indicator.small
    helped = assessment.profile.small_organisation and small is not None
    return (small.reading or "") if helped and small else ""


def other_answers(indicator: Indicator) -> tuple[OtherAnswer, ...]:
    """Not sure, not relevant (never for a foundation) and rather not say."""
    not_sure = OtherAnswer("not_sure", tr("Not sure"), "N")
    not_relevant = OtherAnswer("not_relevant", tr("Not relevant to us"), "R")
    rather_not = OtherAnswer("rather_not_say", tr("Rather not say"), "S")
    return (not_sure, rather_not) if indicator.foundation else (not_sure, not_relevant, rather_not)
