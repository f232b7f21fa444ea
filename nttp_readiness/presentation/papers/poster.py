"""A poster of the first actions: what we are doing, who looks after it, and when it is done."""

from __future__ import annotations

import datetime as dt

from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.papers.plan_actions import action_title
from nttp_readiness.presentation.plan.plan_material import (
    Material,
    Options,
    bold,
    sentence,
)
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import (
    Block,
    Card,
    Facts,
    Heading,
    Panel,
    Paragraph,
    Report,
    Words,
)
from nttp_readiness.presentation.words.owners import without_names

MOST_ACTIONS = 5
_FEWER = 3


def poster(
    card: Scorecard, today: dt.date, options: Options | None = None, *, shorter: bool = False
) -> Report:
    """The poster, with fewer actions where the paper is too small. It has no scores at all."""
    material = Material(card, today, options or Options())
    profile = material.assessment.profile
    about = material.bank.aim_short or material.bank.title
    title = tr("{about}: what we are doing").format(about=about)
    entries = material.plan.now[: _FEWER if shorter else MOST_ACTIONS]
    cards: tuple[Block, ...] = tuple(
        Card(
            number=str(material.number_of_action[each.action.id]),
            title=sentence(action_title(each.action)),
            why=_who_and_when(material.short_owner(each.action), each.action.due),
            facts=(),
            source="",
        )
        for each in entries
    )
    if not cards:
        cards = (Paragraph(tr("There is no action under “Now” yet.")),)
    report = Report(
        title=f"{material.who}: {title}",
        author=profile.organisation or profile.title,
        language=material.bank.language,
        blocks=(
            Heading(1, title, look="section"),
            Paragraph(tr("These are our first steps."), look="lead"),
            *cards,
            *_below(material),
        ),
        header_left=tuple(dict.fromkeys((material.who, profile.title))),
        subject=material.bank.title,
    )
    return report if material.names else without_names(report, material.assessment)


def _who_and_when(owner: str, due: dt.date | None) -> str:
    day = words.day(due) if due else ""
    if owner and day:
        return tr("{owner}, by {day}").format(owner=owner, day=day)
    return owner or (tr("By {day}").format(day=day) if day else "")


def _below(material: Material) -> tuple[Block, ...]:
    profile = material.assessment.profile
    facts: list[tuple[str, Words]] = []
    if profile.review:
        facts.append((tr("We look again on"), (bold(words.day(profile.review)),)))
    if profile.support_contact:
        support = profile.support_contact
        facts.append((tr("Support for staff and volunteers"), support))
    return (Panel((Facts(tuple(facts), columns=max(2, len(facts))),)),) if facts else ()
