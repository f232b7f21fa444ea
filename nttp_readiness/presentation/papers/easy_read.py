"""A summary in easy words: short sentences, one thought each, with a picture beside every part.

For people with lived experience, for staff who read little, and for everybody in a hurry. What
people typed stands as they typed it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.figures.icon_drawing import icon_drawing
from nttp_readiness.figures.icons import Glyph
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.papers.plan_actions import action_title
from nttp_readiness.presentation.plan.plan_material import (
    Material,
    Options,
    bold,
    sentence,
)
from nttp_readiness.presentation.plan.requests import open_requests, whom
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import (
    Block,
    Heading,
    Item,
    Keep,
    Listing,
    Report,
    Run,
    Words,
)
from nttp_readiness.presentation.words.owners import without_names

_MOST_ACTIONS = 5
_MOST_STRENGTHS = 4
_MOST_HOLDERS = 4
_MOST_REQUESTS = 3
_MOST_CONTACTS = 3
_PICTURE = 30.0
"""The size of a picture, in points."""
_EXPLAINED = ("trauma", "lived experience")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def easy_read(card: Scorecard, today: dt.date, options: Options | None = None) -> Report:
    """The summary of an assessment; what the options leave out is nowhere in it."""
    material = Material(card, today, options or Options())
    profile = material.assessment.profile
    title = tr("Our plan in easy words")
    sections = (
        _about(material, title),
        _stops(material),
        _standing(material),
        _part("tick", tr("What is good already"), _strengths(material)),
        _part("arrow_up", tr("What has to get better"), _holders(material)),
        _actions(material),
        _part("share", tr("What we ask others"), _requests(material)),
        _part("calendar", tr("When we look again"), _review(material)),
        _part("support", tr("If you want to talk to somebody"), _support(material)),
    )
    report = Report(
        title=f"{material.who}: {title[0].lower()}{title[1:]}",
        author=profile.organisation or profile.title,
        language=material.bank.language,
        blocks=tuple(block for section in sections for block in section),
        header_left=tuple(dict.fromkeys((material.who, profile.title))),
        header_right=material.dated[0].upper() + material.dated[1:],
        footer_left=material.disclaimer,
        subject=material.bank.title,
    )
    return report if material.names else without_names(report, material.assessment)


def _part(glyph: Glyph, title: str, said: Iterable[Words]) -> tuple[Block, ...]:
    """A heading, and each thought on a line of its own with the picture of the part beside it."""
    lines = tuple(said)
    if not lines:
        return ()
    picture = icon_drawing(glyph, _PICTURE)
    listing = Listing(tuple(Item(each, drawing=picture) for each in lines))
    return (Keep((Heading(2, title), listing)),)


def _about(material: Material, title: str) -> tuple[Block, ...]:
    aim = material.bank.aim
    said: list[Words] = [tr("This is about {who}.").format(who=material.who)]
    if aim:
        said.append(tr("We want to {aim}.").format(aim=aim))
    for entry in material.bank.glossary:
        if entry.word.casefold() in _EXPLAINED:
            name = entry.word[:1].upper() + entry.word[1:]
            said += [(bold(f"{name}: "), Run(each)) if not number else each
                     for number, each in enumerate(_sentences(entry.meaning))]  # fmt: skip
    said.append(tr("You can ask somebody to read this with you."))
    picture = icon_drawing("book", _PICTURE)
    items = tuple(Item(each, drawing=picture) for each in said)
    return (Heading(1, title, look="section"), Listing(items))


def _stops(material: Material) -> tuple[Block, ...]:
    said = [each for stop in material.standing.safety_stops for each in _sentences(stop.sentence)]
    return _part("pause", tr("What we stop for now"), said)


def _standing(material: Material) -> tuple[Block, ...]:
    """Which step we are at, of how many, and what that means."""
    standing = material.standing
    if not material.scores or standing.at is None:
        return ()
    asked = len(material.assessment.asked)
    stage = material.bank.stages[standing.at]
    steps = len(standing.stages)
    said: list[Words] = [
        trn("We asked ourselves {n} question.", "We asked ourselves {n} questions.", asked),
        trn("There is {n} step to being ready.", "There are {n} steps to being ready.", steps),
        (
            Run(tr("We are at step {n}.").format(n=standing.at + 1) + " "),
            bold(tr("It is called “{stage}”.").format(stage=standing.stage)),
        ),
        *_sentences(stage.meaning),
    ]
    return _part("understand", tr("How ready we are"), said)


def _strengths(material: Material) -> list[Words]:
    return [sentence(each.title) for each in material.standing.strengths[:_MOST_STRENGTHS]]


def _holders(material: Material) -> list[Words]:
    held = material.standing.holders[:_MOST_HOLDERS]
    if not material.scores:
        return [sentence(each.title) for each in held]
    unknown = tr("We do not know enough about this yet.")
    return [
        (bold(sentence(each.title)), Run(f" {unknown}")) if each.unknown else sentence(each.title)
        for each in held
    ]


def _actions(material: Material) -> tuple[Block, ...]:
    """Each action with who does it and until when, a line for each."""
    blocks: list[Block] = []
    for entry in material.plan.now[:_MOST_ACTIONS]:
        action = entry.action
        number = material.number_of_action[action.id]
        said: list[tuple[Glyph, Words]] = [("plan", (bold(sentence(action_title(action))),))]
        owner = material.owner(action).partition(";")[0].strip()
        if owner:
            said.append(("eye", tr("Who looks after this: {owner}.").format(owner=owner)))
        if action.due:
            day = words.day(action.due)
            said.append(("calendar", tr("It should be done by {day}.").format(day=day)))
        items = tuple(Item(each, drawing=icon_drawing(glyph, _PICTURE)) for glyph, each in said)
        title = tr("What we will do: {n}").format(n=number)
        blocks.append(Keep((Heading(2, title), Listing(items))))
    return tuple(blocks)


def _requests(material: Material) -> list[Words]:
    asked = open_requests(material.assessment)[:_MOST_REQUESTS]
    return [
        (bold(f"{whom(material, each)}: "), Run(sentence(each.request.strip()))) for each in asked
    ]


def _review(material: Material) -> list[Words]:
    review = material.assessment.profile.review
    if review is None:
        return []
    day = words.day(review)
    return [
        tr("We will look at all of this again on {day}.").format(day=day),
        tr("Then we will say what has changed."),
    ]


def _support(material: Material) -> list[Words]:
    said: list[Words] = []
    own = material.assessment.profile.support_contact
    if own:
        said.append(sentence(own))
    contacts = [each for each in material.bank.support if each.phone and not each.danger]
    said += [(bold(f"{each.name}: "), Run(each.phone or "")) for each in contacts[:_MOST_CONTACTS]]
    return said


def _sentences(text: str) -> Sequence[str]:
    """A text in its sentences, each of which is a thought."""
    return [each for each in _SENTENCE.split(text.strip()) if each]
