"""What we need from others, in words: whom we ask for what, who of us asks, and how it stands."""

from __future__ import annotations

import datetime as dt

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.planned import Request
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.plan_material import Material, bold, or_quiet, quiet, sentence
from nttp_readiness.presentation.plan.request_columns import (
    REQUEST_COLUMNS,
    RequestColumn,
    ask_status_words,
    request_column,
)
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import Card, Run, Words


def requests_made(assessment: Assessment) -> tuple[Request, ...]:
    """The requests that say what is asked for; one that is still empty is nobody's business."""
    return tuple(each for each in assessment.asks if each.request.strip())


def open_requests(assessment: Assessment) -> tuple[Request, ...]:
    """Those without an answer, the earliest day first, then those without one."""
    waiting = [each for each in requests_made(assessment) if each.status != "answered"]
    return tuple(sorted(waiting, key=lambda each: each.by or dt.date.max))


def whom(material: Material, ask: Request) -> str:
    """Whom we ask, as this report may name them."""
    who = request_column("who")
    return material.words_in(ask, who) or who.nothing()


def who_asks(material: Material, ask: Request) -> str:
    """Who of us asks and how, as this report may name them; empty where neither is known."""
    parts = (material.words_in(ask, request_column(key)) for key in ("asker", "how"))
    return ", ".join(filter(None, parts))


def request_card(material: Material, ask: Request) -> Card:
    """A request on paper; who asks, by when and how it stands, once one of them is said."""
    begun = ask.asker.strip() or ask.how.strip() or ask.by or ask.status != "to_ask"
    shown = [each for each in REQUEST_COLUMNS if each.printed("fact")]
    facts = tuple((each.heading(), _fact(material, ask, each)) for each in shown)
    wanted: list[Run] = [Run(sentence(ask.request.strip()))]
    for each in REQUEST_COLUMNS:
        said = material.words_in(ask, each) if each.printed("words") else ""
        if said:
            wanted += [bold(f"\n{each.heading()}: "), Run(said)]
    why = ask.why.strip()
    return Card(
        number="",
        title=whom(material, ask),
        why=tuple(wanted),
        facts=facts if begun else (),
        source=(bold(f"{request_column('why').heading()}: "), Run(why)) if why else "",
    )


def _fact(material: Material, ask: Request, column: RequestColumn) -> Words:
    if column.key == "by":
        return _by(material, ask)
    said = who_asks(material, ask) if column.key == "asker" else material.words_in(ask, column)
    return or_quiet(said, column.nothing())


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
        return quiet(request_column("by").nothing())
    if not ask.overdue(material.today):
        return words.day(ask.by)
    return (Run(words.day(ask.by)), Run("\n" + tr("This date has passed."), colour="quiet"))
