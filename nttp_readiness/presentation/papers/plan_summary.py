"""The first pages of a plan: cover, contents with a key to the figures, and where we stand."""

from __future__ import annotations

from collections.abc import Sequence

from nttp_readiness.domain.plan.plan import Entry
from nttp_readiness.domain.readiness.scoring import DomainScore
from nttp_readiness.figures.emblem import quarter_wheel
from nttp_readiness.figures.stages import PAPER, stage_rows, stage_steps
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.papers.plan_actions import action_title
from nttp_readiness.presentation.papers.plan_figures import key_to_figures
from nttp_readiness.presentation.papers.plan_progress import under_way
from nttp_readiness.presentation.plan.plan_material import Material, bold, sentence
from nttp_readiness.presentation.readiness.understanding import Holder, Strength
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import (
    Block,
    Cell,
    Column,
    Contents,
    Counts,
    Cover,
    Figure,
    Heading,
    Item,
    Keep,
    Listing,
    Notice,
    Paragraph,
    Row,
    Run,
    Table,
    Words,
)

_SHORT = 160
"""A note up to this length says in our own words what is strong."""
_MOST_STRENGTHS = 4
_MOST_ROWS = 6
"""More foundations than these, or a safety stop above them, would leave the rest no room."""


def purpose(material: Material) -> str:
    """What it is all about, in the words of the questions."""
    aim = material.bank.aim
    if not aim:
        return tr("Where we stand, and what we will do first.") if material.scores else tr(
            "What we will do first.")  # fmt: skip
    if material.scores:
        return tr("How ready we are to {aim}, and what we will do first.").format(aim=aim)
    return tr("What we will do to {aim}.").format(aim=aim)


def cover(material: Material) -> Cover:
    """What it is, of whom and for whom, and what it is not."""
    profile = material.assessment.profile
    return Cover(
        kind=tr("Readiness action plan") if material.scores else tr("Action plan"),
        title=profile.title,
        organisation="" if words.who_words(profile) == profile.title else profile.organisation,
        purpose=purpose(material),
        facts=_facts(material),
        disclaimer=f"{material.disclaimer}.",
        statement=tr(
            "A structure for reflection and planning. Not an inspection, an accreditation or a "
            "validated measure."
        ),
        drawing=quarter_wheel(),
    )


def in_this_report(material: Material) -> tuple[Block, ...]:
    """The contents and, where there are figures, how to read them."""
    contents = (
        Heading(1, tr("In this report"), look="section", in_contents=False),
        Contents(),
    )
    return (*contents, *key_to_figures(material)) if material.scores else contents


def where_we_stand(material: Material) -> tuple[Block, ...]:
    """Safety stops before all else, then the stage with what holds it, then what is strong."""
    if not material.scores:
        return _first_things(material)
    counted, stop, meaning = material.standing.sentence.partition(". ")
    blocks: list[Block] = [
        Heading(1, tr("Where we stand"), look="section"),
        *pause_first(material),
        Heading(2, material.standing.stage, look="stage", label=tr("Our readiness stage")),
        Paragraph(counted + stop.strip(), look="lead"),
        *stage_figure(material),
    ]
    parts = (meaning, material.standing.advice, our_view(material))
    advice = " ".join(part for part in parts if part)
    if advice:
        blocks.append(Paragraph(advice))
    blocks += _holders_of_stage(material)
    blocks += _strengths(material)
    blocks.append(Counts(_counts(material)))
    return tuple(blocks)


def pause_first(material: Material) -> tuple[Block, ...]:
    """The safety stops, if there are any."""
    stops = material.standing.safety_stops
    if not stops:
        return ()
    return (Notice(tr("Pause first"), tuple(each.sentence for each in stops)),)


def strength_words(material: Material, strength: Strength, *, brief: bool = False) -> Words:
    """A strength with its level and, unless it is to be `brief`, what it rests on; without scores
    its name alone.
    """
    title = bold(sentence(strength.title))
    if not material.scores:
        return (title,)
    name = material.bank.level_name(strength.level)
    if not strength.indicator:
        return (title, Run(" " + _reached(material, strength)))
    if brief:
        return (title, Run(f" {name}."))
    return (title, Run(f" {name}. {_resting_on(material, strength)}"))


def _facts(material: Material) -> tuple[tuple[str, Words], ...]:
    profile, bank = material.assessment.profile, material.bank
    state = material.dated
    route = bank.route(profile.route)
    scope = words.scope_words(profile.scope)
    if profile.service_area:
        scope = tr("{scope}: {area}").format(scope=scope, area=profile.service_area)
    first, _, rest = state.partition(" ")
    status = (Run(first[0].upper() + first[1:].rstrip(","), bold=True), Run(f", {rest}"))
    asked = trn("{n} question", "{n} questions", len(material.assessment.asked))
    pairs: list[tuple[str, Words]] = [
        (tr("Status"), status),
        (tr("Scope"), scope),
        (tr("For"), profile.audience),
        (
            tr("Questions"),
            tr("{route} route: {asked}, bank version {version}").format(
                route=route.name, asked=asked, version=bank.version
            ),
        ),
        (tr("Next review"), words.day(profile.review)),
    ]
    return tuple(pair for pair in pairs if pair[1])


def stage_figure(material: Material) -> list[Block]:
    """The stages in their order with ours among them; in large print a list."""
    standing = material.standing
    if standing.at is None:
        return []
    if not material.options.large:
        narrow = stage_rows(standing.stages, standing.at)
        return [Figure(stage_steps(standing.stages, standing.at, PAPER), narrow)]
    items = [
        Item((bold(tr("{name} (we are here)").format(name=name)),) if here else name)
        for name, here in ((each, each == standing.stage) for each in standing.stages)
    ]
    return [Listing(tuple(items), numbered=True)]


def our_view(material: Material) -> str:
    """Whether we confirmed the stage, or see another one and why."""
    view = material.assessment.stage_view
    names = {each.id: each.name for each in material.bank.stages}
    if view is None or view.computed != material.standing.stage_id or view.stage not in names:
        return ""
    if view.stage == view.computed:
        if view.on is None:
            return tr("We agree with this stage.")
        return tr("We agreed on this stage on {day}.").format(day=words.day(view.on))
    if not (material.notes and view.reason.strip()):
        return sentence(tr("We see ourselves at “{stage}”").format(stage=names[view.stage]))
    return tr("We see ourselves at “{stage}”, because: {reason}").format(
        stage=names[view.stage], reason=sentence(view.reason)
    )


def _holders_of_stage(material: Material) -> list[Block]:
    """The foundations that hold the stage, with what would move each: where there is much else, in
    a line each, since all of them follow with their actions.
    """
    holders, title = material.standing.holders, tr("The foundations that keep us at this stage")
    if len(holders) <= _MOST_ROWS and not material.standing.safety_stops:
        return _holders(material, title)
    if not holders:
        return _holding_domains(material)
    items = tuple(holder_item(material, each) for each in holders)
    return [Keep((Heading(2, title), Listing(items))), *_holding_domains(material)]


def holder_item(material: Material, holder: Holder) -> Item:
    """A foundation that holds the stage, its level and the action that would move it."""
    level = holder.answer.level
    now = tr("Level {n}.").format(n=level) if level is not None else sentence(holder.words)
    after = material.action_words(holder.indicator)
    return Item(
        (bold(sentence(holder.title)), Run(f" {now} {after}".rstrip())),
        mark="unknown" if holder.unknown else "holds",
    )


def _holders(material: Material, title: str) -> list[Block]:
    holders = material.standing.holders
    if not holders:
        return _holding_domains(material)
    columns = [Column(tr("Foundation"), 71), Column(tr("Now"), 35)]
    columns.append(Column(tr("What would move it"), 64))
    if not material.scores:
        columns = [Column(tr("Foundation"), 71), Column(tr("What would move it"), 99)]
    rows = tuple(_holder(material, each) for each in holders)
    table = Table(title, tuple(columns), rows)
    heading = (Heading(2, title),) if material.scores else ()
    return [Keep((*heading, table)), *_holding_domains(material)]


def _holder(material: Material, holder: Holder) -> Row:
    entry = material.entry_for.get(holder.indicator)
    mover = holder.mover
    if entry is not None:
        mover = f"{sentence(action_title(entry.action))} {material.action_words(holder.indicator)}"
    id_line = (Run(holder.indicator, colour="quiet"),)
    name = Cell((bolded(holder.title), id_line), mark="unknown" if holder.unknown else "holds")
    if not material.scores:
        return Row((Cell((bolded(holder.title), id_line)), Cell((mover,))))
    level = holder.answer.level
    now = words.level_sentence(material.bank, level) if level is not None else holder.words
    return Row((name, Cell((now,)), Cell((mover,))))


def bolded(text: str) -> Words:
    """The text in bold, as the name of a row."""
    return (bold(text),)


def _holding_domains(material: Material) -> list[Block]:
    names = material.standing.holding_domains
    if not names or not material.scores:
        return []
    said = tr("These domains keep us there too, counting unknown answers as 0: {names}.")
    return [Paragraph(said.format(names="; ".join(names)))]


def _strengths(material: Material) -> list[Block]:
    strengths = material.standing.strengths[:_MOST_STRENGTHS]
    if not strengths:
        return []
    items = tuple(Item(strength_words(material, each), mark="strength") for each in strengths)
    return [Keep((Heading(2, tr("What is already strong")), Listing(items)))]


def _reached(material: Material, strength: Strength) -> str:
    """How many of a domain's answers are at that level."""
    domain = next(each for each in material.bank.domains if each.name == strength.title)
    score: DomainScore = material.card.by_code[domain.code]
    at = sum((each.level or 0) >= strength.level for each in score.inputs)
    return trn(
        "{level}, in {n} of {of} question.",
        "{level}, in {n} of {of} questions.",
        score.applicable,
        level=material.bank.level_name(strength.level),
        n=at,
        of=score.applicable,
    )


def rests_on_a_note(material: Material, strength: Strength) -> bool:
    """Whether a note of ours says what is strong, and may be said here."""
    return bool(_own_words(material, strength))


def _own_words(material: Material, strength: Strength) -> str:
    note = material.assessment.answer(strength.indicator).note.strip()
    return note if material.notes and "\n" not in note and len(note) <= _SHORT else ""


def _resting_on(material: Material, strength: Strength) -> str:
    return sentence(_own_words(material, strength)) or strength.words


def _counts(material: Material) -> tuple[tuple[str, str], ...]:
    counts, review = material.card.counts, material.assessment.profile.review
    rest = words.not_known_words(counts)
    have = trn(
        "question that applies has a level.",
        "questions that apply have a level.",
        counts.applicable,
    )
    later = len(material.planned) - len(material.plan.now)
    return (
        (
            tr("{n} of {of}").format(n=counts.with_level, of=counts.applicable),
            f"{have} {sentence(rest)}".strip(),
        ),
        (
            tr("{now} now, {later} later").format(now=len(material.plan.now), later=later),
            still_open(material),
        ),
        (words.day(review), tr("is when we look at this again."))
        if review
        else (tr("No date yet"), tr("for looking at this again.")),
    )


def still_open(material: Material) -> str:
    """How many actions of the plan were begun, and how many have no owner or no date yet."""
    begun, count = under_way(material), len(material.planned)
    said = trn("action in our plan.", "actions in our plan.", count)
    if begun:
        said = trn(
            "action in our plan: {begun}.", "actions in our plan: {begun}.", count, begun=begun
        )
    return " ".join((said, *lacking(material.planned)))


def lacking(entries: Sequence[Entry]) -> tuple[str, ...]:
    """How many of those actions have no owner or no date yet, or that each has both."""
    without_owner = sum(each.without_owner for each in entries)
    without_date = sum(each.without_date for each in entries)
    said: list[str] = []
    if without_owner:
        said.append(trn("{n} has no owner yet.", "{n} have no owner yet.", without_owner))
    if without_date:
        said.append(trn("{n} has no date yet.", "{n} have no date yet.", without_date))
    if not said and entries:
        said.append(tr("Each has an owner and a date."))
    return tuple(said)


def _first_things(material: Material) -> tuple[Block, ...]:
    """The summary without scores: what comes first and what is strong, by name. It is short, and
    goes on beneath the contents.
    """
    title = tr("What we are working on first")
    held = _holders(material, title)
    strong = _strengths(material)
    stops = pause_first(material)
    if not held and not strong and not stops:
        return ()
    if not held:
        return (
            Heading(1, tr("What is already strong"), look="section", new_page=False),
            *stops,
            *(block for each in strong if isinstance(each, Keep) for block in each.blocks[1:]),
        )
    lead = tr("What must be safe before anything wider begins, and what would move it.")
    return (
        Heading(1, title, look="section", new_page=False),
        *stops,
        Paragraph(lead, look="lead"),
        *held,
        *strong,
    )
