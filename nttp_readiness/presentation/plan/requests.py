"""What we need from others, in words: whom we ask for what, who of us asks, and how it stands."""

from __future__ import annotations

import datetime as dt

from nttp_readiness.domain.answers.assessment import Assessment, Request, RequestStatus
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.plan_material import Material, bold, or_quiet, quiet, sentence
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import Card, Run, Words
from nttp_readiness.presentation.words.owners import asked_words, owner_words


def ask_status_words(status: RequestStatus) -> str:
    """How far a request is."""
    return {
        "to_ask": tr("Not asked yet"),
        "asked": tr("Asked"),
        "answered": tr("Answered"),
    }[status]


def requests_made(assessment: Assessment) -> tuple[Request, ...]:
    """The requests that say what is asked for; one that is still empty is nobody's business."""
    return tuple(each for each in assessment.asks if each.request.strip())


def open_requests(assessment: Assessment) -> tuple[Request, ...]:
    """Those without an answer, the earliest day first, then those without one."""
    waiting = [each for each in requests_made(assessment) if each.status != "answered"]
    return tuple(sorted(waiting, key=lambda each: each.by or dt.date.max))


def whom(material: Material, ask: Request) -> str:
    """Whom we ask, as this report may name them."""
    return asked_words(ask.who, names=material.names) or tr("Others")


def who_asks(material: Material, ask: Request) -> str:
    """Who of us asks and how, as this report may name them; empty where neither is known."""
    asker = owner_words(ask.asker, names=material.names)
    return ", ".join(part for part in (asker, ask.how.strip()) if part)


def their_answer(material: Material, ask: Request) -> str:
    """What they said: people's own words, and so a note."""
    return ask.answer.strip() if material.notes else ""


def request_card(material: Material, ask: Request) -> Card:
    """A request on paper; who asks, by when and how it stands, once one of them is said."""
    begun = ask.asker.strip() or ask.how.strip() or ask.by or ask.status != "to_ask"
    facts: tuple[tuple[str, Words], ...] = ()
    if begun:
        facts = (
            (tr("Who asks"), or_quiet(who_asks(material, ask), tr("Nobody named yet"))),
            (tr("Answer by"), _by(material, ask)),
            (tr("How it stands"), ask_status_words(ask.status)),
        )
    wanted: list[Run] = [Run(sentence(ask.request.strip()))]
    said = their_answer(material, ask)
    if said:
        wanted += [bold("\n" + tr("Their answer: ")), Run(said)]
    return Card(
        number="",
        title=whom(material, ask),
        why=tuple(wanted),
        facts=facts,
        source=(bold(tr("Why: ")), Run(ask.why.strip())) if ask.why.strip() else "",
    )


def standing_words(ask: Request, today: dt.date) -> str:
    """How a request stands, in a line: "Asked, answer by 23 April 2027"."""
    stands = ask_status_words(ask.status)
    if ask.by is None or ask.status == "answered":
        return stands
    said = tr("{stands}, answer by {day}").format(stands=stands, day=words.day(ask.by))
    return tr("{said}: this date has passed").format(said=said) if ask.overdue(today) else said


def asked_line(material: Material, ask: Request) -> str:
    """A request in a few words, for a narrow place: whom, and by when."""
    if ask.by is None:
        return whom(material, ask)
    return tr("{who}, by {day}").format(who=whom(material, ask), day=words.day(ask.by))


def _by(material: Material, ask: Request) -> Words:
    if ask.by is None:
        return quiet(tr("No date yet"))
    if not ask.overdue(material.today):
        return words.day(ask.by)
    return (Run(words.day(ask.by)), Run("\n" + tr("This date has passed."), colour="quiet"))
