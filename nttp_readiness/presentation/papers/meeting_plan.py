"""The plan for a meeting: where we stand and the first actions on two pages, then the rest.

What a meeting does not need is an annex, in parts that are each asked for. The full report has all.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Mapping
from functools import partial

from nttp_readiness.domain.answers.planned import Request
from nttp_readiness.domain.plan.plan import Entry
from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.papers.plan_actions import (
    action_title,
    due_words,
    fact,
    national_requests,
    requests_lead,
    waiting,
)
from nttp_readiness.presentation.papers.plan_domains import domain_by_domain, notes_and_evidence
from nttp_readiness.presentation.papers.plan_ending import words_used
from nttp_readiness.presentation.papers.plan_picture import foundations, has_levels, readiness_wheel
from nttp_readiness.presentation.papers.plan_progress import what_changed
from nttp_readiness.presentation.papers.plan_summary import (
    holder_item,
    lacking,
    our_view,
    pause_first,
    purpose,
    rests_on_a_note,
    stage_figure,
    strength_words,
)
from nttp_readiness.presentation.papers.plan_working import worked_out
from nttp_readiness.presentation.plan.action_columns import column, heading
from nttp_readiness.presentation.plan.plan_material import (
    ANNEX,
    AnnexPart,
    Material,
    Options,
    bold,
    or_quiet,
    sentence,
)
from nttp_readiness.presentation.plan.plan_order import how_found
from nttp_readiness.presentation.plan.requests import requests_made, whom
from nttp_readiness.presentation.readiness.understanding import Holder
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import (
    Block,
    Cell,
    Column,
    Facts,
    Heading,
    Item,
    Keep,
    Listing,
    Panel,
    Paragraph,
    Report,
    Row,
    Run,
    Table,
    Words,
)
from nttp_readiness.presentation.words.owners import without_names

_MOST_HOLDERS = 4
_MOST_STRENGTHS = 3
_MOST_CONTACTS = 2


def meeting_plan(
    card: Scorecard, today: dt.date, options: Options | None = None, *, spread: bool = True
) -> Report:
    """The plan of an assessment for a meeting, with the parts of the annex that the options name.

    What the options leave out is nowhere in the report, and nothing shows that it was left out.
    On a `spread` the actions begin on the second page; where nobody knows how much a page will
    hold, as in Word, they follow what stands before them.
    """
    material = Material(card, today, options or Options())
    profile = material.assessment.profile
    kind = tr("Readiness action plan") if material.scores else tr("Action plan")
    sections = (
        _where_we_stand(material, kind),
        _actions(material, spread=spread),
        _needed_from_others(material),
        _later(material),
        foundations(material),
        readiness_wheel(material) if has_levels(material) else (),
        *(_ANNEX_PARTS[part](material) for part in ANNEX if part in material.options.annex),
    )
    report = Report(
        title=f"{material.who}: {kind[0].lower()}{kind[1:]}",
        author=profile.organisation or profile.title,
        language=material.bank.language,
        blocks=tuple(block for section in sections for block in section),
        header_left=tuple(dict.fromkeys((material.who, profile.title))),
        header_right=f"{kind}, {material.dated}",
        footer_left=material.disclaimer,
        subject=material.bank.title,
    )
    return report if material.names else without_names(report, material.assessment)


# ---- the first two pages


def _where_we_stand(material: Material, kind: str) -> tuple[Block, ...]:
    """Safety stops before all else, then the stage, what holds it, and what is strong."""
    standing = material.standing
    about = Paragraph(purpose(material), look="quiet")
    if not material.scores:
        return (Heading(1, kind, look="section"), about, *pause_first(material), *_ending(material))
    parts = (standing.sentence, standing.advice, our_view(material))
    return (
        Heading(1, tr("Where we stand"), look="section"),
        about,
        *pause_first(material),
        Heading(2, standing.stage, look="stage", label=tr("Our readiness stage")),
        *stage_figure(material),
        Paragraph(" ".join(each for each in parts if each)),
        *_first_action(material),
        *_holders(material),
        *_strengths(material),
        *_ending(material),
    )


def _holders(material: Material) -> tuple[Block, ...]:
    """The foundations that keep us at this stage, each with what would move it."""
    holders = material.standing.holders
    if not holders:
        return ()
    first = sorted(holders[:_MOST_HOLDERS], key=partial(_number_of, material))
    items = tuple(holder_item(material, each) for each in first)
    found = Keep((Heading(2, tr("What keeps us at this stage")), Listing(items)))
    others = [tr("“{name}”").format(name=each.title) for each in holders[_MOST_HOLDERS:]]
    if not others:
        return (found,)
    # Not within what stands together: in large print that would move to a page of its own.
    return (found, Paragraph(sentence(tr("Also: {names}").format(names="; ".join(others)))))


def _number_of(material: Material, holder: Holder) -> float:
    """The place of the action that moves it in the plan; those without one come last."""
    entry = material.entry_for.get(holder.indicator)
    return material.number_of_action[entry.action.id] if entry else math.inf


def _first_action(material: Material) -> tuple[Block, ...]:
    """The action that comes first with its owner and its day: for whoever reads one page."""
    if not material.plan.now:
        return ()
    entry = material.plan.now[0]
    title = sentence(action_title(entry.action))
    owner, due = material.owner_within(entry.action), entry.action.due
    if owner and due:
        told = tr("Owner: {owner}, by {day}.").format(owner=owner, day=words.day(due))
    elif owner:
        told = tr("Owner: {owner}.").format(owner=owner)
    elif due:
        told = tr("It is to be done by {day}, and has no owner yet.").format(day=words.day(due))
    else:
        told = tr("It has no owner and no date yet.")
    return (Paragraph((bold(tr("Our first action:")), Run(f" {title} {told}"))),)


def _strengths(material: Material) -> tuple[Block, ...]:
    strengths = material.standing.strengths[:_MOST_STRENGTHS]
    if not strengths:
        return ()
    # Below a safety stop there is room for what one of them rests on, and a line for each other.
    whole = strengths
    if material.standing.safety_stops:
        whole = tuple(each for each in strengths if rests_on_a_note(material, each))[:1]
    items = tuple(
        Item(strength_words(material, each, brief=each not in whole), mark="strength")
        for each in strengths
    )
    return (Keep((Heading(2, tr("What is already strong")), Listing(items))),)


def _actions(material: Material, *, spread: bool) -> tuple[Block, ...]:
    """The actions of now, each with its owner, its date and how we will know."""
    now = material.plan.now
    # On two pages that lie open the actions have one; in large print a page more says nothing,
    # and without levels there is little to say before them.
    apart = spread and material.scores and not material.options.large
    heading_of_now = Heading(1, tr("What we will do now"), look="section", new_page=apart)
    if not now:
        said = tr("There is no action under “Now” yet.")
        return (heading_of_now, Paragraph(said))
    rows = tuple(_action(material, each) for each in now)
    table = Table(tr("What we will do now"), _columns(), rows, header=1)
    return (heading_of_now, Keep((Paragraph(_how_many(material)), table)))


def _action(material: Material, entry: Entry) -> Row:
    action = entry.action
    said: list[Words] = [(bold(action_title(action)),)]
    if action.measure.strip():
        measure = sentence(action.measure.strip())
        said.append((Run(f"{column('measure').heading()}: {measure}"),))
    return Row(
        (
            Cell(((Run(str(material.number_of_action[action.id]), bold=True, colour="loch"),),)),
            Cell(tuple(said)),
            Cell((fact(material, entry, column("owner")),)),
            Cell((due_words(material, entry), fact(material, entry, column("status")))),
        )
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column(heading("number"), 9),
        Column(heading("title"), 91),
        Column(heading("owner"), 38),
        Column(heading("due"), 32),
    )


# ---- the pages after


def _needed_from_others(material: Material) -> tuple[Block, ...]:
    """Our own requests in a line each, then those to national bodies behind our actions."""
    asks, national = requests_made(material.assessment), national_requests(material)
    if not (asks or national):
        return ()
    blocks: list[Block] = [
        Heading(1, tr("What we need from others"), look="section", new_page=False)
    ]
    if asks:
        blocks.append(Listing(tuple(Item(_request(material, each)) for each in asks)))
    if national:
        listing = Listing(tuple(Item(each) for each in national))
        if not asks:
            return (Keep((*blocks, Paragraph(requests_lead(material.bank)), listing)),)
        blocks.append(Keep((Paragraph(requests_lead(material.bank)), listing)))
    return tuple(blocks)


def _request(material: Material, request: Request) -> Words:
    """Whom we ask, for what, and by when."""
    asked = (bold(f"{whom(material, request)}. "), Run(sentence(request.request.strip())))
    if request.by is None:
        return asked
    by = tr("Answer by {day}.").format(day=words.day(request.by))
    return (*asked, Run(f" {by}", colour="quiet"))


def _later(material: Material) -> tuple[Block, ...]:
    entries = (*material.plan.next, *material.later)
    if not entries:
        return ()
    title = tr("What comes later")
    rows = tuple(
        Row(
            (
                Cell(((Run(str(material.number_of_action[each.action.id]), colour="loch"),),)),
                Cell((action_title(each.action),)),
                Cell((or_quiet(material.short_owner(each.action), column("owner").nothing()),)),
                Cell((due_words(material, each),)),
            )
        )
        for each in entries
    )
    return (
        Heading(1, title, look="section", new_page=False),
        Table(title, _columns(), rows, header=1, look="close"),
    )


def _ending(material: Material) -> tuple[Block, ...]:
    """When we look again, where there is support, and what this is."""
    profile, bank = material.assessment.profile, material.bank
    facts: list[tuple[str, Words]] = []
    if profile.review:
        facts.append((tr("We look again on"), (bold(words.day(profile.review)),)))
    own = profile.support_contact or tr("We have not named one yet.")
    facts.append((tr("Support for all who work here"), own))
    contacts = [each for each in bank.support if each.phone and not each.danger]
    if contacts:
        lines = [f"{each.name} {each.phone}" for each in contacts[:_MOST_CONTACTS]]
        facts.append((tr("Support for anybody"), "\n".join(lines)))
    said = [f"{material.disclaimer}.", tr("It does not compare us with anybody.")]
    if material.scores:
        names = ", ".join(f"{level} {each.name}" for level, each in enumerate(bank.levels))
        said.append(tr("Levels: {names}.").format(names=names))
    said.append(words.questions_words(bank))
    panel = Panel((Facts(tuple(facts), columns=max(2, len(facts))),))
    return (Keep((panel, Paragraph(" ".join(said), look="source"))),)


def _how_many(material: Material) -> str:
    """How many actions there are now and later, and what each of the two still lack."""
    now = material.plan.now
    later = [each for each in material.planned if each not in now]
    said = [trn("{n} action now.", "{n} actions now, in order of importance.", len(now))]
    said += lacking(now)
    if later:
        said.append(trn("{n} comes later.", "{n} come later.", len(later)))
        said += lacking(later)
    return " ".join(said)


def _suggestions(material: Material) -> tuple[Block, ...]:
    """What our answers suggest besides, under a heading of its own."""
    return waiting(material, level=1)


def _order(material: Material) -> tuple[Block, ...]:
    found = how_found(material)
    title = tr("Why the actions stand in this order")
    # Its own heading would say the same once more.
    begins = Heading(1, title, look="section", new_page=False)
    return (begins, *found[1:]) if found else ()


_ANNEX_PARTS: Mapping[AnnexPart, Callable[[Material], tuple[Block, ...]]] = {
    "domains": domain_by_domain,
    "progress": what_changed,
    "suggestions": _suggestions,
    "order": _order,
    "working": worked_out,
    "notes": notes_and_evidence,
    "words": words_used,
}
