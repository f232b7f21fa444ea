"""Six slides for a meeting: where we stand, what holds us, what we do first, and what we ask.

A slide is a value: a title, a few blocks, and what is said while it is shown. The writer lays it
out; whoever hears the slides has the same words, in the same order.
"""

from __future__ import annotations

import datetime as dt
from typing import cast

from nttp_readiness.domain.plan.plan import Entry
from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.figures.stages import PAPER, stage_steps
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.papers.plan_actions import action_title, national_requests
from nttp_readiness.presentation.papers.plan_figures import wheel_of
from nttp_readiness.presentation.papers.plan_picture import (
    foundations_in_order,
    foundations_title,
    has_levels,
)
from nttp_readiness.presentation.papers.plan_summary import pause_first
from nttp_readiness.presentation.plan.action_columns import column, heading
from nttp_readiness.presentation.plan.plan_material import (
    Material,
    Options,
    answer_words,
    bold,
    or_quiet,
    sentence,
)
from nttp_readiness.presentation.plan.requests import open_requests, whom
from nttp_readiness.presentation.readiness.understanding import Holder
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import (
    Cell,
    Column,
    Figure,
    Item,
    Listing,
    Notice,
    Paragraph,
    Row,
    Run,
    Table,
    Words,
)
from nttp_readiness.presentation.words.owners import without_names
from nttp_readiness.values import dataclass, replace

SlideBlock = Paragraph | Listing | Table | Figure | Notice
_MOST_ACTIONS = 5
_MOST_HOLDERS = 4
_MOST_STRENGTHS = 4
_MOST_REQUESTS = 3
_MOST_NATIONAL = 2
_MOST_CONTACTS = 2


@dataclass(frozen=True, slots=True)
class Slide:
    """What stands on one slide: below its title at the left, and beside it at the right where there
    is anything. `notes` are read by whoever speaks, a paragraph for each.
    """

    title: str
    left: tuple[SlideBlock, ...]
    right: tuple[SlideBlock, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deck:
    """All slides. The first has the title of the whole, with a few quiet lines below it."""

    title: str
    lines: tuple[str, ...]
    notes: tuple[str, ...]
    slides: tuple[Slide, ...]
    author: str
    language: str
    footer: str
    subject: str = ""


def slide_deck(card: Scorecard, today: dt.date, options: Options | None = None) -> Deck:
    """The slides of an assessment; what the options leave out is nowhere in them."""
    material = Material(card, today, options or Options())
    profile = material.assessment.profile
    about = material.bank.aim_short or material.bank.title
    title = (
        tr("{about}: where we stand, and what we do")
        if material.scores
        else tr("{about}: what we do first")
    ).format(about=about)
    slides = (
        _where_we_stand(material),
        _domains(material) if has_levels(material) else _foundations(material),
        _holding(material),
        _first_actions(material),
        _asked(material),
    )
    deck = Deck(
        title=title,
        lines=(material.who, material.dated[0].upper() + material.dated[1:]),
        notes=(_purpose(material), f"{material.disclaimer}."),
        slides=tuple(each for each in slides if each is not None),
        author=profile.organisation or profile.title,
        language=material.bank.language,
        footer=material.disclaimer,
        subject=material.bank.title,
    )
    return deck if material.names else without_names(deck, material.assessment)


def _purpose(material: Material) -> str:
    aim = material.bank.aim
    if not aim:
        return tr("These slides say where we stand, and what we will do first.")
    if material.scores:
        return tr("These slides say how ready we are to {aim}, and what we will do first.").format(
            aim=aim
        )
    return tr("These slides say what we will do first to {aim}.").format(aim=aim)


def _where_we_stand(material: Material) -> Slide | None:
    standing, stops = material.standing, pause_first(material)
    notices = cast("tuple[SlideBlock, ...]", stops)
    if not material.scores:
        if not stops:
            return None
        return Slide(tr("Pause first"), _sentences(material), notes=())
    counted, stop, meaning = standing.sentence.partition(". ")
    blocks: list[SlideBlock] = [Paragraph((bold(standing.stage),), look="lead")]
    if standing.at is not None:
        blocks.append(Figure(stage_steps(standing.stages, standing.at, PAPER)))
    blocks += [Paragraph(counted + stop.strip()), *notices]
    notes = (sentence(meaning), standing.advice, standing.coverage)
    return Slide(
        tr("Where we stand"), tuple(blocks), notes=tuple(each for each in notes if each.strip())
    )


def _sentences(material: Material) -> tuple[SlideBlock, ...]:
    return tuple(Paragraph(each.sentence) for each in material.standing.safety_stops)


def _domains(material: Material) -> Slide | None:
    """The wheel, and beside it each domain with its level."""
    rows = material.standing.domains
    if not material.scores or not rows:
        return None
    smaller = replace(material, options=replace(material.options, large=False))
    wheel = wheel_of(smaller)
    title = tr("Levels of the domains")
    table = Table(
        title,
        (Column(tr("No."), 13), Column(tr("Domain"), 68), Column(tr("Level"), 36)),
        tuple(
            Row(
                (
                    Cell(((bold(str(each.number)),),)),
                    Cell((each.name,)),
                    Cell((words.domain_level_words(material.bank, each.score),)),
                )
            )
            for each in rows
        ),
        header=1,
    )
    notes = tuple(each.sentence for each in rows)
    if wheel is None:
        return Slide(title, (table,), notes=notes)
    return Slide(title, (wheel,), (table,), notes)


def _foundations(material: Material) -> Slide | None:
    """The foundations with our answers, where most domains have no level to be shown."""
    ordered = foundations_in_order(material)
    if not material.scores or not ordered:
        return None
    title = foundations_title(len(ordered))
    half = (len(ordered) + 1) // 2
    left, right = (
        Table(
            title,
            (Column(tr("Foundation"), 68), Column(tr("Our answer"), 36)),
            tuple(
                Row(
                    (
                        Cell(((bold(each.title),),)),
                        Cell((answer_words(material.bank, each.answer),)),
                    )
                )
                for each in part
            ),
        )
        for part in (ordered[:half], ordered[half:])
    )
    said = tr(
        "These need to be in place before a rollout is safe. Strength elsewhere does not "
        "make up for one that is missing."
    )
    return Slide(title, (left,), (right,) if right.rows else (), notes=(said,))


def _holding(material: Material) -> Slide | None:
    """What holds us back at the left, what is strong at the right."""
    holders = material.standing.holders[:_MOST_HOLDERS]
    strong = material.standing.strengths[:_MOST_STRENGTHS]
    left: tuple[SlideBlock, ...] = ()
    right: tuple[SlideBlock, ...] = ()
    held_title = tr("What holds us back") if material.scores else tr("What must be safe first")
    strong_title = tr("What is already strong")
    if holders:
        items = tuple(Item(_holder(material, each)) for each in holders)
        left = (Paragraph((bold(held_title),), look="lead"), Listing(items))
    if strong:
        items = tuple(Item(sentence(each.title)) for each in strong)
        right = (Paragraph((bold(strong_title),), look="lead"), Listing(items))
    if not (left or right):
        return None
    both = tr("What holds us back, and what is strong")
    title = both if left and right and material.scores else held_title if left else strong_title
    if left and right and not material.scores:
        title = tr("What must be safe first, and what is strong")
    notes = tuple(f"{sentence(each.title)} {each.mover}" for each in holders)
    return Slide(title, left or right, right if left else (), notes)


def _holder(material: Material, holder: Holder) -> Words:
    if not material.scores:
        return sentence(holder.title)
    level = holder.answer.level
    now = tr("Level {n}.").format(n=level) if level is not None else sentence(holder.words)
    return (bold(sentence(holder.title)), Run(f" {now}"))


def _first_actions(material: Material) -> Slide:
    title = tr("What we do first")
    entries = material.plan.now[:_MOST_ACTIONS]
    if not entries:
        return Slide(title, (Paragraph(tr("There is no action under “Now” yet.")),))
    columns = (
        Column(heading("number"), 9),
        Column(heading("title"), 90),
        Column(heading("owner"), 38),
        Column(heading("due"), 33),
    )
    rows = tuple(_action(material, each) for each in entries)
    notes = [_measure(each) for each in entries if each.action.measure.strip()]
    others = len(material.planned) - len(entries)
    if others:
        notes.append(trn("The plan has {n} action more.", "The plan has {n} actions more.", others))
    return Slide(title, (Table(title, columns, rows, header=1),), notes=tuple(notes))


def _action(material: Material, entry: Entry) -> Row:
    action = entry.action
    due = words.day(action.due) if action.due else ""
    return Row(
        (
            Cell(((bold(str(material.number_of_action[action.id])),),)),
            Cell((action_title(action),)),
            Cell((or_quiet(material.short_owner(action), column("owner").nothing()),)),
            Cell((or_quiet(due, column("due").nothing()),)),
        )
    )


def _measure(entry: Entry) -> str:
    known = column("measure").heading()
    title = sentence(action_title(entry.action))
    return f"{title} {known}: {sentence(entry.action.measure.strip())}"


def _asked(material: Material) -> Slide:
    """What we ask for, when all is looked at again, and where there is support."""
    profile = material.assessment.profile
    items: list[Item] = []
    if material.plan.now:
        items.append(Item(tr("Agree the actions, with their owners and dates.")))
    for each in open_requests(material.assessment)[:_MOST_REQUESTS]:
        said = [bold(f"{whom(material, each)}. "), Run(sentence(each.request.strip()))]
        if each.by:
            by = tr("Answer by {day}.").format(day=words.day(each.by))
            said.append(Run(f" {by}"))
        items.append(Item(tuple(said)))
    items += [Item(each) for each in national_requests(material)[:_MOST_NATIONAL]]
    if profile.review:
        day = words.day(profile.review)
        items.append(Item(tr("Look at this again on {day}.").format(day=day)))
    else:
        items.append(Item(tr("Set a day on which this is looked at again.")))
    notes = []
    if profile.support_contact:
        support = profile.support_contact
        notes.append(f"{tr('Support for staff and volunteers')}: {support}")
    contacts = [each for each in material.bank.support if each.phone and not each.danger]
    if contacts:
        named = [f"{each.name} {each.phone}" for each in contacts[:_MOST_CONTACTS]]
        notes.append(f"{tr('Support for anybody')}: {'; '.join(named)}")
    return Slide(
        tr("What we ask, and what comes next"), (Listing(tuple(items)),), notes=tuple(notes)
    )
