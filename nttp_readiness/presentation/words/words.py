"""How figures, dates and answers are said, the same on screen, on paper and on the command line.

Figures are rounded half up, and only here. A regional setting changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from nttp_readiness.domain.answers.answer import Answer, Choice, Confidence, EvidenceKind, Reach
from nttp_readiness.domain.answers.assessment import Profile, Scope
from nttp_readiness.domain.answers.planned import Horizon, Status
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.readiness.scoring import DomainScore
from nttp_readiness.domain.rounding import half_up
from nttp_readiness.domain.scorecard import Counts
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.words import dates

day = dates.day
short_day = dates.short_day


def review_heading() -> str:
    """What stands over the day on which something is looked at again: an action, or all of it."""
    return tr("Review date")


def rounded(figure: Fraction | None, otherwise: str = "") -> str:
    """A figure as a whole number, rounded half up."""
    return str(half_up(figure)) if figure is not None else otherwise


def percent(share: Fraction | None) -> str:
    """A share as "67%", rounded half up."""
    return f"{rounded(share * 100)}%" if share is not None else ""


def level_words(bank: Bank, level: int | None, otherwise: str = "") -> str:
    """A level as "2 Developing"."""
    return f"{level} {bank.level_name(level)}" if level is not None else otherwise


def level_sentence(bank: Bank, level: int) -> str:
    """A level as "Level 2, Developing"."""
    return tr("Level {n}, {name}").format(n=level, name=bank.level_name(level))


def reach_words(reach: Reach | None) -> str:
    """How many it reaches: "3 of 40"; empty where nobody counted."""
    return tr("{n} of {of}").format(n=reach.n, of=reach.of) if reach else ""


def choice_words(bank: Bank, choice: Choice | None) -> str:
    """An answer in words: a level's name, or what was chosen instead of one."""
    if isinstance(choice, int):
        return bank.level_name(choice)
    return {
        "not_sure": tr("Not sure"),
        "rather_not_say": tr("Rather not say"),
        "not_relevant": tr("Not relevant to us"),
        None: tr("Open"),
    }[choice]


def chip(answer: Answer) -> str:
    """What stands in the small square of an answer: its level, "?" for not sure, else a dash."""
    if answer.level is not None:
        return str(answer.level)
    return "?" if answer.choice == "not_sure" else "–"


def range_words(score: DomainScore) -> str:
    """What a domain's level could be: "1 to 2", or "–" where it can be no other than is shown.

    Where too little is known to show a level, and it could be one only, that one: "0".
    """
    low, high = score.level_low, score.level_high
    if low is None or high is None:
        return ""
    if low != high:
        return tr("{low} to {high}").format(low=low, high=high)
    return str(low) if score.shown == "range" else "–"


def known_words(score: DomainScore) -> str:
    """How many of the questions that apply have a level: "5 of 6"."""
    return tr("{n} of {of}").format(n=score.known, of=score.applicable)


def domain_level_words(bank: Bank, score: DomainScore) -> str:
    """A domain's level in words, provisional and range only included."""
    if score.level is not None:
        return level_words(bank, score.level)
    return {
        "range": tr("Range only"),
        "answers": tr("Answers only"),
        "not_relevant": tr("Not relevant"),
    }.get(score.shown, "")


def answered_words(counts: Counts) -> str:
    """How many questions have an answer: "47 of 56 answered, 5 not sure"."""
    said = trn("{n} of {of} answered", "{n} of {of} answered", counts.answered, of=counts.of)
    if counts.not_sure:
        return tr("{answered}, {not_sure}").format(
            answered=said, not_sure=trn("{n} not sure", "{n} not sure", counts.not_sure)
        )
    return said


def coverage_words(counts: Counts) -> str:
    """How much is known: "49 of 55 questions that apply have a level; 4 not sure, 2 open."."""
    applies = counts.applicable
    said = trn(
        "{n} of {of} question that applies has a level",
        "{n} of {of} questions that apply have a level",
        applies,
        n=counts.with_level,
        of=applies,
    )
    extra = not_known_words(counts)
    return f"{said}; {extra}." if extra else f"{said}."


def not_known_words(counts: Counts) -> str:
    """What has no level, counted: "4 not sure, 2 open"; empty where there is none."""
    counted = (
        (counts.not_sure, trn("{n} not sure", "{n} not sure", counts.not_sure)),
        (
            counts.rather_not_say,
            trn("{n} rather not say", "{n} rather not say", counts.rather_not_say),
        ),
        (counts.open, trn("{n} open", "{n} open", counts.open)),
        (counts.not_relevant, trn("{n} not relevant", "{n} not relevant", counts.not_relevant)),
    )
    return ", ".join(said for count, said in counted if count)


def status_words(status: Status) -> str:
    return {
        "not_started": tr("Not started"),
        "in_progress": tr("In progress"),
        "done": tr("Done"),
        "paused": tr("Paused"),
        "dropped": tr("Dropped"),
    }[status]


def horizon_words(horizon: Horizon) -> str:
    return {"now": tr("Now"), "next": tr("Next"), "later": tr("Later")}[horizon]


def effort_words(effort: int) -> str:
    return {
        1: tr("Hours this month"),
        2: tr("Up to three months"),
        3: tr("Longer, or money or a policy"),
    }[effort]


def size_words(effort: int) -> str:
    """Effort in one word, for segments and narrow columns."""
    return {1: tr("Small"), 2: tr("Medium"), 3: tr("Large")}[effort]


def who_words(profile: Profile) -> str:
    """Service and organisation, once where one of the names has the other in it already."""
    title, organisation = profile.title.strip(), profile.organisation.strip()
    if not organisation or re.search(rf"\b{re.escape(organisation)}$", title, re.IGNORECASE):
        return title
    if not title or re.match(rf"{re.escape(title)}(?!\w)", organisation, re.IGNORECASE):
        return organisation
    return f"{title}, {organisation}"


def scope_words(scope: Scope) -> str:
    return {
        "team": tr("Team"),
        "service": tr("Service"),
        "organisation": tr("Whole organisation"),
        "partnership": tr("Partnership"),
    }[scope]


def evidence_words(kind: EvidenceKind) -> str:
    return {
        "none": tr("None yet"),
        "described": tr("Described"),
        "documented": tr("Documented"),
        "two_sides": tr("Seen from two sides, staff or lived experience among them"),
    }[kind]


def confidence_words(confidence: Confidence) -> str:
    return {
        "": tr("Not said"),
        "very_sure": tr("Very sure"),
        "fairly_sure": tr("Fairly sure"),
        "a_guess": tr("A guess"),
    }[confidence]


def listed(names: Sequence[str]) -> str:
    """Names as "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return tr("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])


def number_words(count: int) -> str:
    """A count from 0 to 12 as a word, above that as digits."""
    words = (
        tr("none"), tr("one"), tr("two"), tr("three"), tr("four"), tr("five"), tr("six"),
        tr("seven"), tr("eight"), tr("nine"), tr("ten"), tr("eleven"), tr("twelve"),
    )  # fmt: skip
    return words[count] if 0 <= count < len(words) else str(count)


def questions_words(bank: Bank) -> str:
    """Which questions these are, with their version, and in which sector's words they stand."""
    said = tr("Made with the questions “{title}”, version {version} of {day}.").format(
        title=bank.title, version=bank.version, day=dates.day(bank.date)
    )
    if bank.overlay is None:
        return said
    wording = tr("With the wording for {title}, version {version} of {day}.").format(
        title=bank.overlay.title, version=bank.overlay.version, day=dates.day(bank.overlay.date)
    )
    return f"{said} {wording}"


def reviewed(bank: Bank) -> tuple[str, ...]:
    """Who has looked at the questions and at a sector's words for them, and who has not."""
    overlay = bank.overlay.review if bank.overlay else None
    return tuple(each for each in (bank.review, overlay) if each)
