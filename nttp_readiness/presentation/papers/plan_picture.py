"""The readiness wheel with its table, and the foundations."""

from __future__ import annotations

from collections.abc import Sequence

from nttp_readiness.domain.plan.priorities import proposed
from nttp_readiness.domain.readiness.scoring import DomainScore
from nttp_readiness.figures.strip import small_strip
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.papers.plan_figures import wheel_of
from nttp_readiness.presentation.plan.plan_material import (
    MARKS,
    Material,
    answer_words,
    bold,
    quiet,
    sentence,
)
from nttp_readiness.presentation.readiness.pictures import has_reach
from nttp_readiness.presentation.readiness.understanding import DomainRow, Stone
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Run,
    Table,
    Words,
)

_MOST_NAMED = 4
_FIRST = ("holds", "unknown", "ok")
"""Which foundations stand first in their table."""


def has_levels(material: Material) -> bool:
    """Whether a picture of the levels would show more than it leaves open."""
    domains = material.standing.domains
    return 2 * sum(each.score.level is not None for each in domains) >= len(domains) > 0


def readiness_wheel(material: Material) -> tuple[Block, ...]:
    """The levels of all domains in one picture, and the same in a table."""
    rows = material.standing.domains
    if not material.scores or not rows:
        return ()
    drawing = wheel_of(material)
    columns = (
        Column(tr("No."), 8),
        Column(tr("Domain"), 75),
        Column(tr("Level"), 27),
        Column(tr("Could be"), 16),
        Column(tr("Index"), 12),
        Column(tr("Index could be"), 19),
        Column(tr("Known"), 13),
    )
    caption = tr("Levels of the domains")
    table = Table(
        caption,
        columns,
        tuple(_domain_row(material, each) for each in rows),
        header=1,
        look="close",
        whole=True,
    )
    title = tr("Readiness wheel") if drawing else tr("Levels")
    said = _strengths_first(material)
    return (
        Heading(1, title, look="section"),
        *((Paragraph(said),) if said else ()),
        *((drawing, Heading(2, caption, if_first=True)) if drawing else ()),
        table,
    )


def foundations_title(count: int) -> str:
    """What the foundations are called together."""
    return trn("The foundation", "The {n} foundations", count, n=words.number_words(count))


def foundations_in_order(material: Material) -> list[Stone]:
    """Those that hold the stage first, then those that are not known."""
    return sorted(material.standing.stones, key=lambda each: _FIRST.index(each.standing))


def foundations(material: Material) -> tuple[Block, ...]:
    """Each foundation with our answer and what would move or keep it; those that hold first."""
    ordered = foundations_in_order(material)
    if not material.scores or not ordered:
        return ()
    title = foundations_title(len(ordered))
    columns = (
        Column(tr("Foundation"), 71),
        Column(tr("Our answer"), 35),
        Column(tr("What would move or keep it"), 64),
    )
    return (
        Heading(1, title, look="section"),
        Paragraph(
            tr(
                "These need to be in place before a rollout is safe. Strength elsewhere does not "
                "make up for one that is missing."
            ),
            look="lead",
        ),
        Table(title, columns, tuple(_stone_row(material, each) for each in ordered)),
    )


def _domain_row(material: Material, row: DomainRow) -> Row:
    score = row.score
    return Row(
        (
            Cell(((Run(str(row.number), bold=True, colour="loch"),),)),
            Cell((row.name,)),
            Cell((_level(material, score),)),
            Cell((_could_be(score),)),
            Cell(((bold(words.rounded(score.index)),) if score.index is not None else _none(),)),
            Cell((_index_could_be(score),)),
            Cell((row.known,)),
        )
    )


def _level(material: Material, score: DomainScore) -> Words:
    if score.level is not None:
        said = tr("provisional") if score.provisional else material.bank.level_name(score.level)
        return (bold(str(score.level)), Run(f" {said}"))
    text = words.domain_level_words(material.bank, score)
    return text[:1].lower() + text[1:]


def _could_be(score: DomainScore) -> Words:
    """The range of the level; in quiet ink where it repeats the level."""
    if not has_reach(score) or score.level_low is None:
        return quiet(tr("no range"))
    if score.level_low == score.level_high:
        return quiet(str(score.level_low))
    return words.range_words(score)


def _index_could_be(score: DomainScore) -> Words:
    if score.low is None:
        return _none()
    low, high = words.rounded(score.low), words.rounded(score.high)
    if score.low == score.high:
        return quiet(low)
    return tr("{low} to {high}").format(low=low, high=high)


def _none() -> Words:
    return quiet(tr("none"))


def _strengths_first(material: Material) -> str:
    """Which domains have the highest level, and of which the least is known."""
    rows = material.standing.domains
    levels = [each.score.level for each in rows if each.score.level is not None]
    said = []
    if levels and max(levels) > min(levels):
        names = _named([each.name for each in rows if each.score.level == max(levels)])
        said.append(tr("Highest level, {n}: {names}.").format(n=max(levels), names=names))
    least = [each.name for each in rows if _little_is_known(each.score)]
    if least:
        said.append(tr("Where least is known: {names}.").format(names=_named(least)))
    return " ".join(said)


def _little_is_known(score: DomainScore) -> bool:
    """Whether no level stands as too little is known; of one or two questions, as nothing is."""
    nothing = score.shown == "answers" and all(each.level is None for each in score.inputs)
    return nothing or score.shown in {"provisional", "range"}


def _named(domains: Sequence[str]) -> str:
    """The names of a few domains; more are counted, and the table has them."""
    if len(domains) <= _MOST_NAMED:
        return "; ".join(domains)
    return trn("{n} domain", "{n} domains", len(domains))


def _where_it_stands(stone: Stone) -> Words:
    """The id of a foundation with the words for its mark."""
    said = {"holds": tr("{id} · keeps us at this stage"), "unknown": tr("{id} · not known yet")}
    marked = said.get(stone.standing)
    if marked is None:
        return (Run(stone.indicator, colour="quiet"),)
    return (Run(marked.format(id=stone.indicator), bold=True, colour="heather"),)


def _stone_row(material: Material, stone: Stone) -> Row:
    indicator = material.bank.by_id[stone.indicator]
    entry = material.entry_for.get(stone.indicator)
    title = entry.action.title if entry else proposed(indicator, stone.answer.level).title
    mover = " ".join((sentence(title), material.action_words(stone.indicator))).strip()
    return Row(
        (
            Cell(
                ((bold(stone.title),), _where_it_stands(stone)),
                mark=MARKS[stone.standing],
            ),
            Cell(
                (answer_words(material.bank, stone.answer),),
                drawing=small_strip(stone.answer.choice),
            ),
            Cell((mover,)),
        )
    )
