"""What we will do: cards for now, tables for later, and what we need from others."""

from __future__ import annotations

from collections.abc import Sequence

from nttp_readiness.domain.answers.assessment import Horizon, PlannedAction
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.plan.plan import Entry, Plan
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.plan_material import (
    Material,
    bold,
    or_quiet,
    sentence,
    together,
)
from nttp_readiness.presentation.plan.plan_order import how_found, source_words, why_now
from nttp_readiness.presentation.plan.requests import request_card, requests_made
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import (
    Block,
    Card,
    Cell,
    Column,
    Heading,
    Item,
    Keep,
    Listing,
    Mark,
    Paragraph,
    Row,
    Run,
    Table,
    Words,
)

_MOST_REQUESTS = 6


def now_cards(material: Material) -> tuple[Block, ...]:
    """A card for each action of now, then how their order was found and what we changed."""
    now = material.plan.now
    if not now:
        return ()
    complete = all(each.action.owner and each.action.due for each in now)
    if len(now) == 1:
        lead = tr("One action, with an owner and a date.") if complete else tr("One action.")
    else:
        lead = tr("{n} actions, in this order.").format(n=words.number_words(len(now)).capitalize())
        lead += " " + tr("Each has an owner and a date.") if complete else ""
    return (
        Heading(1, tr("What we will do now"), look="section"),
        Paragraph(lead, look="lead"),
        *(_card(material, each) for each in now),
        *how_found(material),
    )


def later_actions(material: Material) -> tuple[Block, ...]:
    """What comes next and later, and what is suggested and waits to be taken up."""
    if not (material.plan.next or material.plan.later):
        return ()
    count = len(material.plan.now)
    lead = tr("Nothing here is forgotten.")
    if count == 1:
        lead += " " + tr("It waits until the first action has moved.")
    elif count:
        lead += " " + tr("It waits until the first {n} have moved.").format(
            n=words.number_words(count)
        )
    return (
        Heading(1, tr("Later actions"), look="section"),
        Paragraph(lead, look="lead"),
        *_table(material, tr("Next"), material.plan.next),
        *_table(material, tr("Later"), material.later),
        *_waiting(material),
    )


def requests_behind(bank: Bank, plan: Plan) -> list[tuple[str, tuple[str, ...]]]:
    """What the bank asks of others behind the actions of now and next, in the order of the bank,
    with the ids of those actions. Not more than a page holds.
    """
    horizons: tuple[Horizon, ...] = ("now", "next")
    actions = [entry.action for horizon in horizons for entry in plan.at(horizon)]
    found: list[tuple[str, tuple[str, ...]]] = []
    for statement in bank.seed:
        ids = tuple(
            action.id
            for action in actions
            if any(
                statement.id in bank.by_id[key].seed
                for key in action.indicators
                if key in bank.by_id
            )
        )
        if statement.for_others and ids:
            found.append((statement.for_others, ids))
    return found[:_MOST_REQUESTS]


def requests_lead(bank: Bank) -> str:
    """Where the bank's requests come from."""
    if not bank.seed_source:
        return tr("These belong to actions in this plan.")
    return tr("These follow from {source}, and belong to actions in this plan.").format(
        source=bank.seed_source
    )


def needed_from_others(material: Material) -> tuple[Block, ...]:
    """Our own requests, then those to national bodies that belong to the actions of this plan."""
    asks = requests_made(material.assessment)
    requests = _national_requests(material)
    if not (asks or requests):
        return ()
    blocks: list[Block] = [
        Heading(1, tr("What we need from others"), look="section"),
        Paragraph(
            tr(
                "Some barriers cannot be moved from inside. These are the requests that this plan "
                "makes."
            ),
            look="lead",
        ),
    ]
    blocks += [request_card(material, each) for each in asks]
    if requests:
        blocks += [
            Heading(2, tr("National bodies and partners")),
            Paragraph(requests_lead(material.bank)),
            Listing(tuple(Item(each) for each in requests)),
        ]
    return tuple(blocks)


def in_full(material: Material) -> tuple[Block, ...]:
    """What the tables of later actions have no room for: what is meant, and how we will know."""
    blocks: list[Block] = []
    for entry in (*material.plan.next, *material.later):
        action = entry.action
        title = f"{material.number_of_action[action.id]} {action_title(action)}"
        review = tr("Review {day}.").format(day=words.day(action.review)) if action.review else ""
        parts = (
            (tr("What. "), action.details),
            (tr("How we will know. "), _measured(action)),
            (tr("Notes. "), action.notes),
            ("", review),
        )
        said = [(label, text.strip()) for label, text in parts if text.strip()]
        if said:
            blocks.append(Heading(3, title, look="question"))
            blocks += [Paragraph((bold(label), Run(text))) for label, text in said]
    return (Heading(2, tr("Later actions")), *blocks) if blocks else ()


def action_title(action: PlannedAction) -> str:
    """The title of an action; every one has some words."""
    return action.title.strip() or tr("An action without a name")


def _card(material: Material, entry: Entry) -> Card:
    action = entry.action
    facts: tuple[tuple[str, Words], ...] = (
        (tr("Owner"), or_quiet(material.owner(action), tr("No owner yet"))),
        (tr("Finish by"), _due(material, entry)),
        (tr("Status"), words.status_words(action.status)),
        (tr("How we will know"), _measure(action)),
    )
    return Card(
        number=str(material.number_of_action[action.id]),
        title=action_title(action),
        why=_about(material, entry),
        facts=facts,
        source=source_words(material, entry),
        mark=_mark(material, entry),
        status=action.status,
    )


def _about(material: Material, entry: Entry) -> Words:
    """What will be done, why now, and what was noted: each on a line of its own."""
    action = entry.action
    parts: list[tuple[str, str]] = []
    if action.details.strip():
        parts.append((tr("What. "), action.details.strip()))
    reason = why_now(material, entry)
    if reason:
        parts.append((tr("Why now. "), reason))
    if material.notes and action.notes.strip():
        parts.append((tr("Notes. "), action.notes.strip()))
    runs: list[Run] = []
    for place, (label, text) in enumerate(parts):
        runs += [bold(("\n" if place else "") + label), Run(text)]
    return tuple(runs)


def _due(material: Material, entry: Entry) -> Words:
    due = entry.action.due
    if due is None:
        return or_quiet("", tr("No date yet"))
    if not entry.overdue(material.today):
        return words.day(due)
    return (Run(words.day(due)), Run("\n" + tr("This date has passed."), colour="quiet"))


def _measure(action: PlannedAction) -> Words:
    return or_quiet(_measured(action), tr("Not said yet"))


def _measured(action: PlannedAction) -> str:
    """The measure, from where and to where."""
    said = [sentence(action.measure)]
    if action.baseline:
        said.append(tr("At the start: {value}").format(value=sentence(action.baseline)))
    if action.goal:
        said.append(tr("Aim: {value}").format(value=sentence(action.goal)))
    return " ".join(part for part in said if part)


def _mark(material: Material, entry: Entry) -> Mark:
    if not (material.scores and entry.action.indicators):
        return ""
    return material.mark_of(entry.action.indicators[0])


def _table(material: Material, title: str, entries: Sequence[Entry]) -> tuple[Block, ...]:
    if not entries:
        return ()
    columns = (
        Column(tr("No."), 9),
        Column(tr("Action"), 64),
        Column(tr("Owner"), 37),
        Column(tr("Finish by"), 35),
        Column(tr("Status"), 25),
    )
    rows = tuple(_row(material, each) for each in entries)
    return (Keep((Heading(2, title), Table(title, columns, rows, header=1))),)


def _row(material: Material, entry: Entry) -> Row:
    action = entry.action
    number = Run(str(material.number_of_action[action.id]), bold=True, colour="loch")
    said: list[Words] = [(Run(sentence(action_title(action))), *_from(action.indicators))]
    if material.notes and action.notes.strip():
        said.append((bold(tr("Notes. ")), Run(action.notes.strip())))
    return Row(
        (
            Cell(((number,),)),
            Cell(tuple(said)),
            Cell((or_quiet(material.owner(action), tr("No owner yet")),)),
            Cell((_due(material, entry),)),
            Cell((words.status_words(action.status),)),
        )
    )


def _from(indicators: Sequence[str]) -> tuple[Run, ...]:
    if not indicators:
        return ()
    said = tr("From {ids}").format(ids=", ".join(indicators))
    return (Run(f" {together(said)}", colour="quiet"),)


def _waiting(material: Material) -> tuple[Block, ...]:
    if not material.waiting:
        return ()
    title = tr("Suggested, and not taken up yet")
    said = tr("Our answers suggest these too. We look at them again at the next review.")
    columns = (Column(tr("Action"), 144), Column(tr("From"), 26))
    rows = tuple(
        Row(
            (
                Cell((sentence(action_title(each.action)),)),
                Cell((", ".join(each.action.indicators) or or_quiet("", tr("none")),)),
            )
        )
        for each in material.waiting
    )
    table = Table(title, columns, rows, look="close")
    return (Keep((Heading(2, title), Paragraph(said), table)),)


def _national_requests(material: Material) -> list[Words]:
    """Requests of the bank, each with the numbers of the actions that it belongs to."""
    found: list[Words] = []
    for request, ids in requests_behind(material.bank, material.plan):
        numbers = [str(n) for n in sorted(material.number_of_action[each] for each in ids)]
        said = tr("For action {n}.") if len(numbers) == 1 else tr("For actions {n}.")
        said = together(said.format(n=words.listed(numbers)))
        found.append((Run(request + " "), Run(said, colour="quiet")))
    return found
