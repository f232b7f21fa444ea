"""One page to pin up: where we stand, what holds us, what is strong, and what we do first."""

from __future__ import annotations

import datetime as dt

from nttp_readiness.domain.plan.plan import Entry
from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.figures.stages import ONE_PAGE, stage_steps
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.papers.plan_actions import action_title
from nttp_readiness.presentation.papers.plan_summary import pause_first
from nttp_readiness.presentation.plan.action_columns import column, heading
from nttp_readiness.presentation.plan.plan_material import (
    Material,
    Options,
    bold,
    or_quiet,
    sentence,
)
from nttp_readiness.presentation.plan.request_columns import request_column
from nttp_readiness.presentation.plan.requests import asked_line, open_requests
from nttp_readiness.presentation.readiness.understanding import Holder
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import (
    Beside,
    Block,
    Cell,
    Column,
    Facts,
    Figure,
    Heading,
    Item,
    Listing,
    Notice,
    Panel,
    Paragraph,
    Report,
    Row,
    Run,
    Table,
    Words,
)
from nttp_readiness.presentation.words.owners import without_names

_MOST_STRENGTHS = 4
_FEW_STRENGTHS = 2
_MOST_HOLDERS = 3
_MOST_ACTIONS = 5
_MOST_CONTACTS = 2
_MOST_REQUESTS = 2


def one_page(
    card: Scorecard,
    today: dt.date,
    options: Options | None = None,
    *,
    brief: bool = False,
) -> Report:
    """The summary for one page of A4 or A3. A `brief` one, where the paper is too small, has a
    strength less, and of each safety stop what pauses: the plan says why.
    """
    material = Material(card, today, options or Options())
    large = material.options.large
    profile = material.assessment.profile
    about = material.bank.aim_short or material.bank.title
    title = (
        tr("{about}: where we stand") if material.scores else tr("{about}: what we do first")
    ).format(about=about)
    report = Report(
        title=f"{material.who}: {title}",
        author=profile.organisation or profile.title,
        language=material.bank.language,
        blocks=(
            Heading(1, title, look="section"),
            *(_brief_stops if large or brief else pause_first)(material),
            *_stage(material),
            *(_large_sides if large else _both_sides)(material, _MOST_STRENGTHS - brief),
            *(_large_actions(material) if large else _actions(material)),
            *_below(material),
            Paragraph(_last_line(material), look="source"),
        ),
        header_left=tuple(dict.fromkeys((material.who, profile.title))),
        header_right=material.dated[0].upper() + material.dated[1:],
        subject=material.bank.title,
    )
    return report if material.names else without_names(report, material.assessment)


def _stage(material: Material) -> tuple[Block, ...]:
    if not material.scores:
        return ()
    standing, large = material.standing, material.options.large
    said = standing.sentence.partition(". ")[0] if large else standing.sentence
    panel = Panel(
        (
            Heading(2, standing.stage, look="stage", label=tr("Our readiness stage")),
            Paragraph(sentence(said), look="lead"),
        )
    )
    if standing.at is None or large:
        return (panel,)
    return (panel, Figure(stage_steps(standing.stages, standing.at, ONE_PAGE)))


def _both_sides(material: Material, most: int) -> tuple[Block, ...]:
    held = _holders(material)
    strong = material.standing.strengths[:most]
    right: tuple[Block, ...] = ()
    if strong:
        items = tuple(Item((bold(sentence(each.title)),), mark="strength") for each in strong)
        right = (Heading(2, tr("What is already strong")), Listing(items))
    if held and right:
        return (Beside(held, right),)
    return (*held, *right)


def _holders(material: Material) -> tuple[Block, ...]:
    holders = material.standing.holders
    if not holders:
        return ()
    title = (
        tr("What keeps us at this stage") if material.scores else tr("What we are working on first")
    )
    items = tuple(_holder(material, each) for each in holders[:_MOST_HOLDERS])
    blocks: list[Block] = [Heading(2, title), Listing(items)]
    others = [each.title for each in holders[_MOST_HOLDERS:]]
    if others:
        blocks.append(Paragraph(sentence(tr("Also: {names}").format(names="; ".join(others)))))
    return tuple(blocks)


def _holder(material: Material, holder: Holder) -> Item:
    """A foundation with our answer and the short form of what would move it."""
    entry = material.entry_for.get(holder.indicator)
    mover = sentence(action_title(entry.action)) if entry else holder.mover
    if not material.scores:
        return Item((bold(sentence(holder.title)), Run(f" {mover}")))
    level = holder.answer.level
    now = tr("Level {n}.").format(n=level) if level is not None else sentence(holder.words)
    return Item(
        (bold(sentence(holder.title)), Run(f" {now} {mover}")),
        mark="unknown" if holder.unknown else "holds",
    )


def _actions(material: Material) -> tuple[Block, ...]:
    entries, numbers = material.plan.now[:_MOST_ACTIONS], material.number_of_action
    if not entries:
        return ()
    title = tr("What we do first")
    columns = (
        Column(heading("number"), 12),
        Column(heading("title"), 82),
        Column(heading("owner"), 46),
        Column(heading("due"), 38),
    )
    rows = tuple(
        Row(
            (
                Cell(((Run(str(numbers[each.action.id]), bold=True, colour="loch"),),)),
                Cell((action_title(each.action),)),
                Cell((or_quiet(material.short_owner(each.action), column("owner").nothing()),)),
                Cell(((bold(words.day(each.action.due)),) if each.action.due
                      else or_quiet("", column("due").nothing()),)),
            )
        )
        for each in entries
    )  # fmt: skip
    return (Heading(2, title), Table(title, columns, rows, header=1))


def _brief_stops(material: Material) -> tuple[Block, ...]:
    """What pauses, in the first sentence of each safety stop: the plan says why."""
    stops = material.standing.safety_stops
    if not stops:
        return ()
    said = tuple(sentence(each.sentence.partition(". ")[0]) for each in stops)
    return (Notice(tr("Pause first"), said),)


def _large_sides(material: Material, most: int) -> tuple[Block, ...]:
    """What holds us here by name, and what is strong where there is room for all."""
    blocks: list[Block] = []
    holders = material.standing.holders
    if holders:
        items = tuple(
            Item(sentence(each.title), mark="unknown" if each.unknown else "holds")
            for each in holders[:_MOST_HOLDERS]
        )
        title = (
            tr("What keeps us at this stage") if material.scores else tr("What must be safe first")
        )
        blocks += [Heading(2, title), Listing(items)]
        others = [each.title for each in holders[_MOST_HOLDERS:]]
        if others:
            also = tr("Also: {names}").format(names="; ".join(others))
            blocks.append(Paragraph(sentence(also)))
    strong = material.standing.strengths[:_FEW_STRENGTHS]
    if strong and most == _MOST_STRENGTHS:
        items = tuple(Item(sentence(each.title), mark="strength") for each in strong)
        blocks += [Heading(2, tr("What is already strong")), Listing(items)]
    return tuple(blocks)


def _large_actions(material: Material) -> tuple[Block, ...]:
    """The actions in large print: one below the other, each with its owner and its date."""
    entries = material.plan.now[:_MOST_ACTIONS]
    items = tuple(Item(_large_action(material, each)) for each in entries)
    return (Heading(2, tr("What we do first")), Listing(items, numbered=True)) if items else ()


def _large_action(material: Material, entry: Entry) -> Words:
    owner, due = material.short_owner(entry.action), entry.action.due
    title = bold(sentence(action_title(entry.action)))
    if owner and due:
        who = tr("{owner}, by {day}").format(owner=owner, day=words.day(due))
    else:
        who = owner or column("owner").nothing()
    return (title, Run(f" {sentence(who)}"))


def _below(material: Material) -> tuple[Block, ...]:
    """When we look again, whom we ask for what we cannot do alone, and where there is support."""
    profile = material.assessment.profile
    facts: list[tuple[str, Words]] = []
    if profile.review:
        facts.append((tr("We look again on"), (bold(words.day(profile.review)),)))
    if material.options.large:
        if profile.support_contact:
            support = profile.support_contact
            facts.append((tr("Support for staff and volunteers"), support))
        return (Panel((Facts(tuple(facts), columns=max(2, len(facts))),)),) if facts else ()
    asked = open_requests(material.assessment)[:_MOST_REQUESTS]
    if asked:
        facts.append(
            (
                request_column("who").heading(),
                "\n".join(asked_line(material, each) for each in asked),
            )
        )
    if profile.support_contact:
        facts.append((tr("Support for staff and volunteers"), profile.support_contact))
    contacts = [each for each in material.bank.support if each.phone and not each.danger]
    if contacts:
        lines = [f"{each.name} {each.phone}" for each in contacts[:_MOST_CONTACTS]]
        facts.append((tr("Support for anybody"), "\n".join(lines)))
    return (Panel((Facts(tuple(facts), columns=max(2, len(facts))),)),) if facts else ()


def _last_line(material: Material) -> Words:
    total = len(material.planned)
    if total <= _MOST_ACTIONS:
        return (bold(f"{material.disclaimer}."),)
    said = trn(
        "The full plan has {n} action and its reasons.",
        "The full plan has {n} actions and their reasons.",
        total,
    )
    return (bold(f"{material.disclaimer}."), Run(f" {said}"))
