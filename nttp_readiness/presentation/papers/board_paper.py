"""A paper for a board: what it is asked, where we stand, what we do, and what may go wrong.

Two to four pages, in the order in which such papers are read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from nttp_readiness.domain.plan.plan import Entry
from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.figures.stages import PAPER, stage_steps
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.papers.plan_actions import (
    action_title,
    due_words,
    fact,
    national_requests,
)
from nttp_readiness.presentation.papers.plan_summary import our_view, pause_first, strength_words
from nttp_readiness.presentation.plan.action_columns import ColumnKey, column, heading
from nttp_readiness.presentation.plan.plan_material import (
    Material,
    Options,
    bold,
    sentence,
)
from nttp_readiness.presentation.plan.requests import open_requests, whom
from nttp_readiness.presentation.readiness.understanding import Holder
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import (
    Block,
    Cell,
    Column,
    Facts,
    Figure,
    Heading,
    Item,
    Keep,
    Listing,
    Paragraph,
    Report,
    Row,
    Run,
    Table,
    Words,
)
from nttp_readiness.presentation.words.owners import without_names

MOST_ACTIONS = 5
_TAKES: tuple[ColumnKey, ...] = ("hours", "cost")
_MOST_HOLDERS = 4
_MOST_STRENGTHS = 3
_MOST_REQUESTS = 4
_MOST_NATIONAL = 3


def board_paper(card: Scorecard, today: dt.date, options: Options | None = None) -> Report:
    """The paper of an assessment; what the options leave out is nowhere in it."""
    material = Material(card, today, options or Options())
    profile = material.assessment.profile
    about = material.bank.aim_short or material.bank.title
    title = (
        tr("{about}: where we stand, and what we ask")
        if material.scores
        else tr("{about}: what we do first, and what we ask")
    ).format(about=about)
    sections = (
        (Heading(1, title, look="title"), Facts(_facts(material))),
        _purpose(material),
        _recommendation(material),
        pause_first(material),
        _position(material),
        _actions(material),
        _risks(material),
        _asked(material),
        _next_step(material),
    )
    report = Report(
        title=f"{material.who}: {title}",
        author=profile.organisation or profile.title,
        language=material.bank.language,
        blocks=tuple(block for section in sections for block in section),
        header_left=tuple(dict.fromkeys((material.who, profile.title))),
        header_right=material.dated[0].upper() + material.dated[1:],
        footer_left=material.disclaimer,
        subject=material.bank.title,
    )
    return report if material.names else without_names(report, material.assessment)


def _part(title: str) -> Heading:
    return Heading(2, title)


def _facts(material: Material) -> tuple[tuple[str, Words], ...]:
    profile = material.assessment.profile
    scope = words.scope_words(profile.scope)
    if profile.service_area:
        scope = tr("{scope}: {area}").format(scope=scope, area=profile.service_area)
    pairs = (
        (tr("From"), material.who),
        (tr("For"), profile.audience),
        (tr("Scope"), scope),
        (tr("Status"), material.dated[0].upper() + material.dated[1:]),
    )
    return tuple(pair for pair in pairs if pair[1])


def _purpose(material: Material) -> tuple[Block, ...]:
    aim = material.bank.aim
    if material.scores and aim:
        said = tr(
            "This paper says how ready we are to {aim}, what holds us back, and what we will do "
            "first."
        )
    elif material.scores:
        said = tr("This paper says where we stand, what holds us back, and what we do first.")
    elif aim:
        said = tr("This paper says what we will do to {aim}, and who does it by when.")
    else:
        said = tr("This paper says what we will do first, and who does it by when.")
    said = said.format(aim=aim)
    return (_part(tr("Purpose")), Paragraph(f"{said} {tr('It asks for a decision on the plan.')}"))


def _recommendation(material: Material) -> tuple[Block, ...]:
    """What the meeting is asked to decide, each in a line that can be minuted."""
    items: list[str] = []
    if material.standing.safety_stops:
        items.append(tr("Agree that what is listed under “Pause first” waits until it is safe."))
    if material.scores and material.standing.at is not None:
        items.append(
            tr("Note that our readiness stage is “{stage}”.").format(stage=material.standing.stage)
        )
    first = _first_actions(material)
    if first:
        items.append(
            trn(
                "Agree the action below, with its owner and its date.",
                "Agree the {count} actions below, with their owners and dates.",
                len(first),
                count=words.number_words(len(first)),
            )
        )
    lacking = [each for each in first if each.without_owner or each.without_date]
    if lacking:
        items.append(
            trn(
                "Name an owner and a date for the action that lacks one.",
                "Name an owner and a date for each of the {count} actions that lack one.",
                len(lacking),
                count=words.number_words(len(lacking)),
            )
        )
    if open_requests(material.assessment) or national_requests(material):
        items.append(tr("Support the requests to others below."))
    review = material.assessment.profile.review
    items.append(
        tr("Look at this again on {day}.").format(day=words.day(review))
        if review
        else tr("Set a day on which this is looked at again.")
    )
    lead = tr("We ask the meeting to:")
    listing = Listing(tuple(Item(each) for each in items), numbered=True)
    return (Keep((_part(tr("Recommendation")), Paragraph(lead), listing)),)


def _position(material: Material) -> tuple[Block, ...]:
    standing = material.standing
    blocks: list[Block] = [_part(tr("Where we stand"))]
    if material.scores:
        if standing.at is not None and not material.options.large:
            blocks.append(Figure(stage_steps(standing.stages, standing.at, PAPER)))
        parts = (standing.sentence, standing.advice, our_view(material), standing.coverage)
        stage = bold(sentence(standing.stage))
        said = " ".join(sentence(each) for each in parts if each)
        blocks.append(Paragraph((stage, Run(f" {said}"))))
    if standing.holders:
        title = tr("What holds us back") if material.scores else tr("What must be safe first")
        items = tuple(Item(_holder(material, each)) for each in standing.holders[:_MOST_HOLDERS])
        blocks.append(Keep((Heading(3, title), Listing(items))))
        others = [each.title for each in standing.holders[_MOST_HOLDERS:]]
        if others:
            also = tr("Also: {names}").format(names="; ".join(others))
            blocks.append(Paragraph(sentence(also)))
    strengths = standing.strengths[:_MOST_STRENGTHS]
    if strengths:
        items = tuple(Item(strength_words(material, each)) for each in strengths)
        blocks.append(Keep((Heading(3, tr("What is already strong")), Listing(items))))
    return tuple(blocks) if len(blocks) > 1 else ()


def _holder(material: Material, holder: Holder) -> Words:
    if not material.scores:
        return (bold(sentence(holder.title)), Run(f" {holder.mover}"))
    level = holder.answer.level
    now = tr("Level {n}.").format(n=level) if level is not None else sentence(holder.words)
    return (bold(sentence(holder.title)), Run(f" {now} {holder.mover}"))


def _first_actions(material: Material) -> Sequence[Entry]:
    return material.plan.now[:MOST_ACTIONS]


def _actions(material: Material) -> tuple[Block, ...]:
    first = _first_actions(material)
    title = tr("What we will do first")
    if not first:
        return (_part(title), Paragraph(tr("There is no action under “Now” yet.")))
    columns = (
        Column(heading("number"), 10),
        Column(heading("title"), 90),
        Column(heading("owner"), 40),
        Column(heading("due"), 30),
    )
    rows = tuple(_action(material, each) for each in first)
    return (_part(title), Table(title, columns, rows, header=1))


def _action(material: Material, entry: Entry) -> Row:
    action = entry.action
    said: list[Words] = [(bold(action_title(action)),)]
    if action.measure.strip():
        said.append(f"{column('measure').heading()}: {sentence(action.measure.strip())}")
    for key in _TAKES:
        words_in = material.words_in(action, column(key))
        if words_in:
            said.append(f"{column(key).heading()}: {sentence(words_in)}")
    return Row(
        (
            Cell(((bold(str(material.number_of_action[action.id])),),)),
            Cell(tuple(said)),
            Cell((fact(material, entry, column("owner")),)),
            Cell((due_words(material, entry), fact(material, entry, column("status")))),
        )
    )


# ---- what may go wrong


def _risks(material: Material) -> tuple[Block, ...]:
    """What may go wrong, what it would mean, and what in the plan answers it."""
    rows = [*_holding_risks(material), *_plan_risks(material)]
    if not rows:
        return ()
    title = tr("Risks")
    columns = (
        Column(tr("What may go wrong"), 50),
        Column(tr("What it would mean"), 65),
        Column(tr("What we do about it"), 55),
    )
    table = Table(title, columns, tuple(rows), header=0)
    return (_part(title), table)


def _holding_risks(material: Material) -> list[Row]:
    rows = []
    for each in material.standing.holders[:_MOST_HOLDERS]:
        indicator = material.bank.by_id[each.indicator]
        if not material.scores:
            risk = tr("“{title}” is not in place.").format(title=each.title)
        elif each.unknown:
            risk = tr("We do not know yet how things stand with “{title}”.").format(
                title=each.title
            )
        else:
            risk = tr("“{title}” does not move forward.").format(title=each.title)
        answer = _answering(material, each.indicator)
        entry = material.entry_for.get(each.indicator)
        cost = material.words_in(entry.action, column("inaction")) if entry else ""
        meaning = sentence(cost) or indicator.importance_reason or indicator.why
        rows.append(_risk(risk, meaning, answer))
    return rows


def _answering(material: Material, indicator: str) -> str:
    """The plan's action for a question, with its owner and its date as far as they are known."""
    entry = material.entry_for.get(indicator)
    if entry is None:
        return tr("No action of the plan yet.")
    number = material.action_words(indicator)
    owner = material.short_owner(entry.action)
    due = entry.action.due
    if owner and due:
        day = words.day(due)
        return f"{number} {tr('{owner}, by {day}.').format(owner=owner, day=day)}"
    return f"{number} {sentence(owner)}".strip()


def _plan_risks(material: Material) -> list[Row]:
    """What the plan itself lacks: owners, dates, answers that nobody knows."""
    rows = []
    planned = material.planned
    late = [each for each in planned if each.overdue(material.today)]
    if late:
        rows.append(
            _risk(
                trn(
                    "The date of {n} action has passed.",
                    "The dates of {n} actions have passed.",
                    len(late),
                ),
                tr("Whatever depends on it is late too, and people lose trust in the plan."),
                tr("The owner says what is in the way and sets a new date."),
            )
        )
    lacking = [each for each in planned if each.without_owner or each.without_date]
    if lacking:
        rows.append(
            _risk(
                trn(
                    "{n} action has no owner or no date.",
                    "{n} actions have no owner or no date.",
                    len(lacking),
                ),
                tr("Work that nobody owns seldom gets done."),
                tr("The meeting names an owner and a date."),
            )
        )
    counts = material.card.counts
    open_answers = counts.applicable - counts.with_level
    if material.scores and open_answers:
        rows.append(
            _risk(
                trn(
                    "{n} answer is not known yet.",
                    "{n} answers are not known yet.",
                    open_answers,
                ),
                tr("The picture may be better or worse than it looks."),
                tr("We ask people who know, and look at it again at the next review."),
            )
        )
    return rows


def _risk(risk: str, meaning: str, answer: str) -> Row:
    return Row((Cell(((bold(risk),),)), Cell((meaning,)), Cell((answer,))))


# ---- the end


def _asked(material: Material) -> tuple[Block, ...]:
    asks = open_requests(material.assessment)[:_MOST_REQUESTS]
    national = national_requests(material)[:_MOST_NATIONAL]
    if not (asks or national):
        return ()
    items: list[Item] = []
    for each in asks:
        said = [bold(f"{whom(material, each)}. "), Run(sentence(each.request.strip()))]
        if each.by:
            by = tr("Answer by {day}.").format(day=words.day(each.by))
            said.append(Run(f" {by}"))
        items.append(Item(tuple(said)))
    items += [Item(each) for each in national]
    return (_part(tr("What we need from others")), Listing(tuple(items)))


def _next_step(material: Material) -> tuple[Block, ...]:
    """The earliest action with its owner and its day, and when all is looked at again."""
    dated = [each for each in material.plan.now if each.action.due is not None]
    earliest = min(dated, key=lambda each: each.action.due or dt.date.max, default=None)
    entry = earliest or next(iter(material.plan.now), None)
    said: list[str] = []
    if entry is not None:
        owner = material.owner_within(entry.action)
        title = sentence(action_title(entry.action))
        if owner and entry.action.due:
            told = tr("The first step: {title} Owner: {owner}, by {day}.")
        elif owner:
            told = tr("The first step: {title} Owner: {owner}.")
        else:
            told = tr("The first step: {title} It needs an owner.")
        day = words.day(entry.action.due)
        said.append(told.format(title=title, owner=owner, day=day))
    others = len(material.planned) - len(_first_actions(material))
    if others:
        said.append(trn("The plan has {n} action more.", "The plan has {n} actions more.", others))
    review = material.assessment.profile.review
    if review:
        day = words.day(review)
        said.append(tr("We look at the whole again on {day}.").format(day=day))
    if not said:
        return ()
    about = tr("It does not compare us with anybody.")
    return (
        Keep(
            (
                _part(tr("Next step")),
                Paragraph(" ".join(said)),
                Paragraph(f"{material.disclaimer}. {about}", look="source"),
            )
        ),
    )
