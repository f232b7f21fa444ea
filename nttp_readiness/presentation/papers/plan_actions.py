"""What we will do: cards for now, tables for later, and what we need from others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from nttp_readiness.domain.answers.planned import Horizon, PlannedAction
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.plan.plan import Entry, Plan
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.plan.action_columns import (
    ACTION_COLUMNS,
    ActionColumn,
    column,
    heading,
    in_reading_order,
)
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
    count = words.number_words(len(now)).capitalize()
    if complete:
        lead = trn(
            "One action, with an owner and a date.",
            "{n} actions, in this order. Each has an owner and a date.",
            len(now),
            n=count,
        )
    else:
        lead = trn("One action.", "{n} actions, in this order.", len(now), n=count)
    return (
        Heading(1, tr("What we will do now"), look="section"),
        Paragraph(lead, look="lead"),
        *(action_card(material, each) for each in now),
        *how_found(material),
    )


def later_actions(material: Material) -> tuple[Block, ...]:
    """What comes next and later, and what is suggested and waits to be taken up."""
    if not (material.plan.next or material.plan.later):
        return ()
    count = len(material.plan.now)
    lead = tr("Nothing here is forgotten.")
    if count:
        lead += " " + trn(
            "It waits until the first action has moved.",
            "It waits until the first {n} have moved.",
            count,
            n=words.number_words(count),
        )
    return (
        Heading(1, tr("Later actions"), look="section"),
        Paragraph(lead, look="lead"),
        *_table(material, tr("Next"), material.plan.next),
        *_table(material, tr("Later"), material.later),
        *waiting(material),
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
        return tr("What we ask of national bodies belongs to actions in this plan.")
    return tr(
        "What we ask of national bodies follows from {source}, and belongs to actions in this plan."
    ).format(source=bank.seed_source)


def needed_from_others(material: Material) -> tuple[Block, ...]:
    """Our own requests, then those to national bodies that belong to the actions of this plan."""
    asks = requests_made(material.assessment)
    requests = national_requests(material)
    if not (asks or requests):
        return ()
    title = Heading(1, tr("What we need from others"), look="section", new_page=False)
    listing = Listing(tuple(Item(each) for each in requests))
    if not asks:
        return (Keep((title, Paragraph(requests_lead(material.bank)), listing)),)
    lead = tr("Some barriers we cannot remove ourselves. This is what we ask others for.")
    first, *others = (request_card(material, each) for each in asks)
    blocks: list[Block] = [Keep((title, Paragraph(lead, look="lead"), first)), *others]
    if requests:
        second = Heading(2, tr("National bodies and partners"))
        blocks.append(Keep((second, Paragraph(requests_lead(material.bank)), listing)))
    return tuple(blocks)


def in_full(material: Material) -> tuple[Block, ...]:
    """What the tables of later actions have no room for: what is meant, and how we will know."""
    blocks: list[Block] = []
    for entry in (*material.plan.next, *material.later):
        action = entry.action
        title = f"{material.number_of_action[action.id]} {action_title(action)}"
        said = [(each, _in_words(material, action, each)) for each in in_reading_order("full")]
        paragraphs = [Paragraph((_lead(each), Run(text))) for each, text in said if text]
        if paragraphs:
            blocks += [Heading(3, title, look="question"), *paragraphs]
    return (Heading(2, tr("Later actions")), *blocks) if blocks else ()


def action_title(action: PlannedAction) -> str:
    """The title of an action; every one has some words."""
    return action.title.strip() or column("title").nothing()


def action_card(material: Material, entry: Entry, *, owner: bool = True) -> Card:
    """An action with all that is said of it; its `owner` may be known from where it stands."""
    action = entry.action
    shown = [each for each in in_reading_order("fact") if owner or each.key != "owner"]
    facts: tuple[tuple[str, Words], ...] = tuple(
        (each.heading(), fact(material, entry, each)) for each in shown
    )
    return Card(
        number=str(material.number_of_action[action.id]),
        title=action_title(action),
        why=_about(material, entry),
        facts=facts,
        source=source_words(material, entry),
        mark=_mark(material, entry),
        status=action.status,
        status_at=[each.key for each in shown].index("status"),
    )


def _about(material: Material, entry: Entry) -> Words:
    """What will be done, why now, and what was noted: each on a line of its own."""
    action = entry.action
    parts: list[tuple[ActionColumn, str]] = []
    for each in in_reading_order("words"):
        parts.append((each, _in_words(material, action, each)))
        if each.key == "details":
            parts.append((column("reason"), why_now(material, entry)))
    runs: list[Run] = []
    for each, text in parts:
        if text:
            runs += [bold("\n" if runs else ""), _lead(each), Run(text)]
    return tuple(run for run in runs if run.text)


def _lead(field: ActionColumn) -> Run:
    """The name of a field before what stands in it."""
    return bold(f"{field.heading()}. ")


def fact(material: Material, entry: Entry, field: ActionColumn) -> Words:
    """What stands in a field of an action, or in quiet ink that nothing does."""
    if field.key == "due":
        return due_words(material, entry)
    return or_quiet(_in_words(material, entry.action, field), field.nothing())


def _in_words(material: Material, action: PlannedAction, field: ActionColumn) -> str:
    """What stands in a field; beside the measure from where and to where."""
    said = material.words_in(action, field)
    if field.key != "measure":
        return said
    beside = ((each, material.words_in(action, each)) for each in in_reading_order("measure"))
    parts = [sentence(said)]
    parts += [
        tr("{field}: {value}").format(field=each.heading(), value=sentence(text))
        for each, text in beside
        if text
    ]
    return " ".join(filter(None, parts))


def due_words(material: Material, entry: Entry) -> Words:
    """When it is due, and that the day has passed where it has."""
    due = entry.action.due
    if due is None:
        return or_quiet("", column("due").nothing())
    if not entry.overdue(material.today):
        return words.day(due)
    return (Run(words.day(due)), Run("\n" + tr("This date has passed."), colour="quiet"))


def _mark(material: Material, entry: Entry) -> Mark:
    if not (material.scores and entry.action.indicators):
        return ""
    return material.mark_of(entry.action.indicators[0])


def _table(material: Material, title: str, entries: Sequence[Entry]) -> tuple[Block, ...]:
    if not entries:
        return ()
    shown = [each for each in ACTION_COLUMNS if each.paper]
    columns = tuple(Column(each.heading(), each.paper) for each in shown)
    rows = tuple(Row(tuple(_cell(material, entry, each) for each in shown)) for entry in entries)
    return (Keep((Heading(2, title), Table(title, columns, rows, header=1))),)


def _cell(material: Material, entry: Entry, field: ActionColumn) -> Cell:
    action = entry.action
    match field.key:
        case "number":
            number = Run(str(material.number_of_action[action.id]), bold=True, colour="loch")
            return Cell(((number,),))
        case "title":
            said: list[Words] = [(Run(sentence(action_title(action))), *_from(action.indicators))]
            said += [(_lead(each), Run(text)) for each, text in _without_column(material, action)]
            return Cell(tuple(said))
    return Cell((fact(material, entry, field),))


def _without_column(
    material: Material, action: PlannedAction
) -> Iterator[tuple[ActionColumn, str]]:
    """What a table says of an action and has no column for: it stands below the title."""
    for each in in_reading_order("table"):
        text = material.words_in(action, each)
        if text and not each.paper:
            yield each, text


def _from(indicators: Sequence[str]) -> tuple[Run, ...]:
    if not indicators:
        return ()
    said = tr("From {ids}").format(ids=", ".join(indicators))
    return (Run(f" {together(said)}", colour="quiet"),)


def waiting(material: Material, *, level: Literal[1, 2] = 2) -> tuple[Block, ...]:
    """What is suggested and waits to be taken up, in a table, under a heading of that level."""
    if not material.waiting:
        return ()
    title = tr("Suggested, and not taken up yet")
    said = tr("Our answers suggest these too. We look at them again at the next review.")
    columns = (Column(heading("title"), 144), Column(heading("from"), 26))
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
    heading_of_it = Heading(2, title)
    if level == 1:
        heading_of_it = Heading(1, title, look="section", new_page=False)
    return (Keep((heading_of_it, Paragraph(said), table)),)


_AFTER_WORDS = re.compile(r"(?<![\d,]) ")


def national_requests(material: Material) -> list[Words]:
    """Requests of the bank, each with the numbers of the actions that it belongs to."""
    found: list[Words] = []
    for request, ids in requests_behind(material.bank, material.plan):
        numbers = [str(n) for n in sorted(material.number_of_action[each] for each in ids)]
        listed = words.listed(numbers)
        said = trn("For action {list}.", "For actions {list}.", len(numbers), list=listed)
        # A line may end after a number: the whole is wider than an item in large print.
        said = _AFTER_WORDS.sub("\N{NO-BREAK SPACE}", said)
        found.append((Run(request + " "), Run(said, colour="quiet")))
    return found
