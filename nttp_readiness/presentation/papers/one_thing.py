"""The card "one thing I will do", four to a page, for each person to take along."""

from __future__ import annotations

import datetime as dt

from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.papers.plan_actions import action_title
from nttp_readiness.presentation.plan.plan_material import Material, Options
from nttp_readiness.presentation.words.blocks import (
    Block,
    CutApart,
    Heading,
    Paragraph,
    Report,
    WritingRoom,
)
from nttp_readiness.presentation.words.owners import without_names

_TO_A_PAGE = 4
_MOST_NAMED = 3


def one_thing_card(
    card: Scorecard, today: dt.date, options: Options | None = None, *, brief: bool = False
) -> Report:
    """A page of equal cards with nobody's name; they remind of what the plan does first, unless
    they have to be `brief`.
    """
    material = Material(card, today, options or Options())
    profile = material.assessment.profile
    report = Report(
        title=tr("{who}: one thing I will do").format(who=material.who),
        author=profile.organisation or profile.title,
        language=material.bank.language,
        blocks=(CutApart((_card(material, brief=brief),) * _TO_A_PAGE),),
        subject=material.bank.title,
    )
    return report if material.names else without_names(report, material.assessment)


def _card(material: Material, *, brief: bool) -> tuple[Block, ...]:
    profile = material.assessment.profile
    first = [action_title(each.action) for each in material.plan.now[:_MOST_NAMED]]
    plan = ""
    if first and not brief:
        plan = tr("Our plan begins with: {actions}.").format(
            actions="; ".join(each.rstrip(".") for each in first)
        )
    support = profile.support_contact.strip()
    return (
        Heading(1, tr("One thing I will do"), look="part"),
        Paragraph(profile.title if brief else material.who, look="label"),
        WritingRoom(tr("I will"), 3),
        WritingRoom(tr("By when"), 1),
        WritingRoom(tr("Who or what helps me"), 1),
        *((Paragraph(plan, look="source"),) if plan else ()),
        *(
            (Paragraph(tr("Support: {contact}").format(contact=support), look="source"),)
            if support
            else ()
        ),
    )
