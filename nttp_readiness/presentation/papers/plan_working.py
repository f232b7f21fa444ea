"""How it was worked out: one domain in full, then all of them, the stage, and the order."""

from __future__ import annotations

from nttp_readiness.domain.bank.scale import share
from nttp_readiness.domain.readiness.scoring import DomainScore
from nttp_readiness.domain.readiness.working import share_words
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.papers.plan_working_all import (
    answers_of_all,
    grounds_of_all,
    indices_of_all,
    levels_of_all,
    moves_of_all,
    places_of_all,
)
from nttp_readiness.presentation.plan.plan_material import Material, answer_words, bold, quiet
from nttp_readiness.presentation.readiness.moves import clearing_words, stage_move_words
from nttp_readiness.presentation.readiness.standing_words import stage_rule_words
from nttp_readiness.presentation.readiness.understanding import DomainRow
from nttp_readiness.presentation.readiness.working_sums import LevelRow
from nttp_readiness.presentation.readiness.working_words import (
    DomainWorking,
    Lead,
    domain_working_words,
)
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Keep,
    Paragraph,
    Row,
    Run,
    Table,
    Words,
)
from nttp_readiness.presentation.words.confidence_words import confidence_sentence, raise_sentence

_MOST_NAMED = 3
"""How many foundations and domains a stage's rule names; where they are more, it counts them."""


def worked_out(material: Material) -> tuple[Block, ...]:
    """The working of every figure that the report shows: domains, stage, and the order of actions.

    One domain stands in full, so that one can learn how to read the tables of all of them.
    """
    if not material.scores or not material.known_domains:
        return ()
    example = _example(material)
    lead = tr("Every figure in this report opens to its working. Here is one domain in full: "
              "{number}, {name}.").format(number=example.number, name=example.name)  # fmt: skip
    return (
        Heading(1, tr("How it was worked out"), look="section"),
        Paragraph(lead, look="lead"),
        *_in_full(material, example),
        *(_one_by_one(material, example) if material.options.large else _all_at_once(material)),
        *_stage(material),
        *_places(material),
    )


def _example(material: Material) -> DomainRow:
    """The first domain whose level has a range, else the first with a level, else the first."""
    rows = material.known_domains
    levelled = [each for each in rows if each.score.level is not None]
    ranged = [each for each in levelled if each.score.low != each.score.high]
    return next(iter((*ranged, *levelled, *rows)))


def _in_full(material: Material, row: DomainRow) -> tuple[Block, ...]:
    working = domain_working_words(material.card, row.code)
    level, index = tr("The level"), tr("The index and its range")
    levels, sums = _levels(working, row.score, level), _sums(working, index)
    return (
        _answers(material, working, row.score),
        Paragraph(
            tr(
                "An answer that is not known is left out of the known answers, and tried at 0 and "
                "at 4 for the range."
            ),
            look="source",
        ),
        *((Keep((Heading(2, level), levels)),) if levels else ()),
        Paragraph(_leads(working.rule, *working.leads), look="source"),
        *((Keep((Heading(2, index), sums)),) if sums else ()),
        Paragraph(f"{working.index} {_cut_offs(material)}".strip(), look="source"),
    )


def _one_by_one(material: Material, example: DomainRow) -> tuple[Block, ...]:
    """The other domains in words, where there is no room for tables."""
    blocks: list[Block] = []
    for row, found in material.founded:
        if row is not example:
            working = domain_working_words(material.card, row.code)
            rests = confidence_sentence(found, views=material.views)
            blocks += (
                Heading(2, row.name, look="domain", number=str(row.number)),
                Paragraph(_leads(*working.leads), look="source"),
                Paragraph(working.index, look="source"),
                Paragraph(f"{rests} {raise_sentence(material.bank, found)}", look="source"),
            )
    return tuple(blocks)


def _all_at_once(material: Material) -> tuple[Block, ...]:
    """Every domain: its answers, its level, its index, and what would change its level."""
    rule = material.card.working(material.known_domains[0].code, "level").rule
    index = material.card.working(material.known_domains[0].code, "index")
    overall = material.card.overall_working
    parts = (
        (answers_of_all(material), tr("What is not known, or not relevant, is not in the sum.")),
        (
            levels_of_all(material),
            tr("{rule} Three-quarters rule (“by share”, in bold): the level that three quarters "
               "have reached. Lowest-answer rule (“by floor”): at most one above the lowest. The "
               "level is the lower of the two. Where something is unknown, two rows below show the "
               "range.")
            .format(rule=rule),
        ),
        (indices_of_all(material), f"{index.rule} {overall.rule} {_cut_offs(material)}"),
        (moves_of_all(material), ""),
        (grounds_of_all(material), tr("None of this enters a level, an index or the stage.")),
    )  # fmt: skip
    return tuple(
        Keep(
            (
                Heading(2, table.caption),
                *((Paragraph(said, look="source"),) if said else ()),
                table,
            )
        )
        for table, said in parts
        if table is not None
    )


def _places(material: Material) -> tuple[Block, ...]:
    """Where each suggested action stands in the one order, and by which parts of its key."""
    table = places_of_all(material)
    if table is None:
        return ()
    card, heading = material.card, Heading(2, tr("The order of actions"))
    rules = dict.fromkeys(
        card.priority_working(each).rule for each in card.suggestions if each.role == "open"
    )
    # Only where we moved something do the two orders differ, and only then is a word needed.
    suggested = [each.action.title for each in card.suggestions]
    plan = [each.action.title for each in material.planned if each.action.title in suggested]
    suggested = [each for each in suggested if each in plan]
    ours = tr("The numbers here are of the order that the program suggests; our plan has its own.")
    said = (*rules, *((ours,) if plan != suggested else ()))
    return (Keep((heading, *(Paragraph(each) for each in said), table)),)


def _answers(material: Material, working: DomainWorking, score: DomainScore) -> Table:
    columns = (
        Column(tr("Question"), 96),
        Column(tr("Answer"), 30),
        Column(tr("Weight"), 14, right=True),
        Column(tr("Weight × answer"), 30, right=True),
    )
    rows = [
        Row(
            (
                Cell((f"{each.indicator}  {each.title}",)),
                Cell((answer_words(material.bank, material.assessment.answer(each.indicator)),)),
                Cell((str(each.weight) if given.applies else quiet(tr("none")),)),
                Cell((_product(each.weighted, applies=given.applies),)),
            )
        )
        for each, given in zip(working.rows, score.inputs, strict=True)
    ]
    weights = tr("{n} of {of}").format(n=score.known_weight, of=score.applicable_weight)
    total = (tr("Known answers together"), words.known_words(score), weights)
    cells = tuple(Cell((each,)) for each in (*total, str(score.weighted_sum)))
    return Table(
        tr("Answers and weights"), columns, (*rows, Row(cells, total=True)), look="working"
    )


def _product(weighted: int | None, *, applies: bool) -> Words:
    if weighted is not None:
        return str(weighted)
    return tr("not known") if applies else tr("left out")


def _levels(working: DomainWorking, score: DomainScore, caption: str) -> Table | None:
    """Which levels the share has reached, with the level that follows from it."""
    if not working.level_rows or score.known_level is None:
        return None
    columns = (
        Column(tr("Has the share reached …"), 53),
        Column(tr("Known answers"), 39),
        Column(tr("If unknown were 0"), 39),
        Column(tr("If unknown were 4"), 39),
    )
    rows = [_level_row(each) for each in working.level_rows]
    total = (
        tr("Level"),
        str(score.known_level),
        tr("{n}, the low end").format(n=score.level_low),
        tr("{n}, the high end").format(n=score.level_high),
    )
    last = Row(tuple(Cell((each,)) for each in total), total=True)
    return Table(caption, columns, (*rows, last), look="working")


def _level_row(row: LevelRow) -> Row:
    said = zip((row.known, row.at_zero, row.at_four), row.reached, strict=True)
    answers = (
        Cell(((Run(f"{part}: "), bold(tr("yes") if reached else tr("no"))),))
        for part, reached in said
    )
    return Row((Cell((row.name,)), *answers))


def _sums(working: DomainWorking, caption: str) -> Table | None:
    if not working.sum_rows:
        return None
    columns = (
        Column(tr("Figure"), 26),
        Column(tr("Rule"), 68),
        Column(tr("Sum"), 60),
        Column(tr("Shown"), 16, right=True),
    )
    rows = tuple(
        Row(
            (
                Cell(((bold(each.name),),)),
                Cell((each.rule,)),
                Cell((each.sum,)),
                Cell(((bold(each.shown),),)),
            )
        )
        for each in working.sum_rows
    )
    return Table(caption, columns, rows, look="working")


def _leads(*leads: Lead) -> Words:
    """What was found, in sentences, each after its few bold words."""
    runs: list[Run] = []
    for lead in leads:
        runs += [bold(f"{lead.lead} "), Run(f"{lead.words} ")]
    return tuple(runs)


def _cut_offs(material: Material) -> str:
    limits = material.bank.thresholds
    return tr(
        "Figures are rounded only when shown (halves go up). A level is shown when"
        " {shown} is known, as provisional from {provisional}; below that only its"
        " range is shown. These limits are reasoned choices, not tested against"
        " outcomes."
    ).format(
        shown=share_words(share(limits.shown_from)),
        provisional=share_words(share(limits.provisional_from)),
    )


def _stage(material: Material) -> tuple[Block, ...]:
    """Each stage's rule, whether it is met, and what would move the stage."""
    card = material.card
    if card.readiness.stage is None:
        return ()
    columns = (Column(tr("Stage"), 46), Column(tr("Rule"), 108), Column(tr("Met"), 16))
    rows = tuple(
        Row(
            (
                Cell(((bold(each.stage.name),),)),
                Cell((stage_rule_words(material.bank, each, _MOST_NAMED),)),
                Cell((tr("yes") if each.met else tr("no"),)),
            )
        )
        for each in card.readiness.checks
    )
    title = tr("The stage")
    rule = card.stage_working.rule
    blocks: list[Block] = [
        Keep((Heading(2, title), Paragraph(rule), Table(title, columns, rows, look="working")))
    ]
    if card.readiness.depends_on_weighting:
        said = tr("This stage would be another one if every question counted once.")
        blocks.append(Paragraph(said, look="source"))
    moves = tuple(filter(None, (stage_move_words(card), clearing_words(card, listed=True))))
    if moves:
        lead = bold(f"{tr('What would move it:')} ")
        blocks.append(Paragraph((lead, Run(" ".join(moves))), look="source"))
    return tuple(blocks)
