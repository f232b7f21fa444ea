"""One owner's sheet, to hand out: what is mine in the plan, by when, and where I can turn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from nttp_readiness.domain.answers.planned import Request
from nttp_readiness.domain.plan.plan import Entry
from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.papers.plan_actions import action_card, action_title
from nttp_readiness.presentation.plan.owned_actions import (
    asked_by,
    is_owner,
    nobody_yet,
    owner_meant,
)
from nttp_readiness.presentation.plan.owner_plan import owner_parts, typed_before
from nttp_readiness.presentation.plan.plan_material import Material, Options, sentence
from nttp_readiness.presentation.plan.requests import request_card, requests_made
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import (
    Block,
    Heading,
    Item,
    Keep,
    Listing,
    Paragraph,
    Report,
    WritingRoom,
)
from nttp_readiness.presentation.words.owners import owner_words, without_names


def owner_sheet(
    card: Scorecard, today: dt.date, options: Options | None = None, *, owner: str = ""
) -> Report:
    """The sheet of the owner who has those words in name or role; without any, a sheet for each
    owner, one after another.

    Raises ExportError where the words fit nobody or several, or where nobody owns anything.
    """
    material = Material(card, today, options or Options())
    assessment, profile = material.assessment, material.assessment.profile
    owners = (owner_meant(assessment, owner),) if owner.strip() else typed_before(assessment)
    if not owners:
        raise nobody_yet()
    sheets = [_sheet(material, each) for each in owners]
    who = owner_words(owners[0], names=material.names) if len(owners) == 1 else tr("each owner")
    report = Report(
        title=tr("{who}: actions ({owner})").format(who=material.who, owner=who),
        author=profile.organisation or profile.title,
        language=material.bank.language,
        blocks=tuple(block for sheet in sheets for block in sheet),
        header_left=tuple(dict.fromkeys((material.who, profile.title))),
        header_right=material.dated[0].upper() + material.dated[1:],
        footer_left=material.disclaimer,
        subject=material.bank.title,
    )
    return report if material.names else without_names(report, assessment)


def _sheet(material: Material, owner: str) -> tuple[Block, ...]:
    mine = [each for each in material.planned if is_owner(owner, each.action.owner)]
    open_now = [each for each in mine if each.action.status != "done"]
    done = [each for each in mine if each.action.status == "done"]
    asks = asked_by(requests_made(material.assessment), owner)
    waiting = [each for each in asks if each.status != "answered"]
    named = owner_words(owner, names=material.names) or tr("A named owner")
    return (
        Heading(1, named, look="section", label=tr("My part of the plan")),
        Paragraph(_how_much(material, open_now, len(waiting)), look="lead"),
        *(action_card(material, each, owner=_shared(each)) for each in open_now),
        *_asked(material, waiting),
        *_done(done),
        *_what_i_say(material),
    )  # fmt: skip


def _shared(entry: Entry) -> bool:
    """Whether others own it too: else its one owner is the title of the sheet."""
    return len(owner_parts(entry.action.owner)) > 1


def _asked(material: Material, waiting: Sequence[Request]) -> tuple[Block, ...]:
    if not waiting:
        return ()
    cards = (request_card(material, each) for each in waiting)
    return (Heading(2, tr("What I ask others for")), *cards)


def _how_much(material: Material, mine: list[Entry], requests: int) -> str:
    """How much there is to do and by when, without any blame for a day that has passed."""
    if not (mine or requests):
        return tr("I have nothing to do in this plan at the moment.")
    parts = [trn("{n} action is mine.", "{n} actions are mine.", len(mine))] if mine else []
    if requests:
        parts.append(trn("I ask others for {n} thing.", "I ask others for {n} things.", requests))
    coming = [each.action.due for each in mine if each.action.due]
    days = sorted(each for each in coming if each >= material.today)
    if days:
        parts.append(tr("The next day is {day}.").format(day=words.day(days[0])))
    return " ".join(parts)


def _done(done: list[Entry]) -> tuple[Block, ...]:
    if not done:
        return ()
    items = tuple(Item(sentence(action_title(each.action)), mark="strength") for each in done)
    return (Keep((Heading(2, tr("Already done")), Listing(items))),)


def _what_i_say(material: Material) -> tuple[Block, ...]:
    """Room for how it goes, and whom to turn to when something is too much."""
    support = material.assessment.profile.support_contact.strip()
    turn = tr("If this is too much, or no longer right, say so early. A plan can change.")
    said = [turn]
    if support:
        said.append(tr("Support: {contact}").format(contact=support))
    # In large print the lines may come to stand on a page of their own, and fill it.
    room = WritingRoom(tr("How it goes, and what I need"), 3, to_foot=material.options.large)
    return (Keep((Paragraph(" ".join(said), look="source"), room)),)
