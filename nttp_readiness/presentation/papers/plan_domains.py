"""Domain by domain: definition, level, questions with their answers, and what was written there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.domain.bank.indicator import Indicator
from nttp_readiness.figures.strip import small_strip
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.papers.plan_actions import in_full
from nttp_readiness.presentation.papers.plan_figures import strip_of
from nttp_readiness.presentation.plan.evidence_pieces import pieces
from nttp_readiness.presentation.plan.plan_material import (
    Material,
    answer_words,
    bold,
    id_words,
    quiet,
    sentence,
)
from nttp_readiness.presentation.readiness.checking import come_back_words
from nttp_readiness.presentation.readiness.understanding import DomainRow
from nttp_readiness.presentation.words.answer_columns import ANSWER_COLUMNS
from nttp_readiness.presentation.words.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Item,
    Keep,
    Listing,
    Paragraph,
    Row,
    Run,
    Table,
    Words,
)
from nttp_readiness.presentation.words.confidence_words import standing_words

_LONG = 600
"""A longer note stands in its own section where there is one, else in place."""
_FAR_TOO_LONG = 2400
"""A longer one would fill a narrow column over pages: it stands below the table."""


def domain_by_domain(material: Material) -> tuple[Block, ...]:
    """Every domain of the route with its level and its answers; those without any in one list."""
    if not material.scores or not material.standing.domains:
        return ()
    rows = material.standing.domains
    empty = [row for row in rows if not _answered(material, row)]
    domains = (each for row in rows if row not in empty for each in _domain(material, row))
    return (
        Heading(1, tr("Domain by domain"), look="section"),
        *domains,
        *_without_answers(empty),
    )


def _answered(material: Material, row: DomainRow) -> bool:
    """Whether anything was answered or written in the domain."""
    return any(_said(material, each.indicator) for each in row.score.inputs)


def _said(material: Material, indicator_id: str) -> bool:
    """Whether there is an answer, or something beside it that is printed."""
    answer = material.assessment.answer(indicator_id)
    return answer.choice is not None or (material.notes and any(_written(material, answer)))


def _without_answers(rows: Sequence[DomainRow]) -> tuple[Block, ...]:
    """Domains of which there is nothing to say yet take a line together, not a page each."""
    if not rows:
        return ()
    items = tuple(Item(f"{each.number} {each.name}") for each in rows)
    return (Keep((Heading(2, tr("Nothing answered yet")), Listing(items))),)


def notes_and_evidence(material: Material) -> tuple[Block, ...]:
    """Notes and evidence in full, where that was asked for: all of them, or what the tables of the
    domains have no room for, where those are printed too.
    """
    if not (material.options.full_notes and material.notes and material.scores):
        return ()
    beside_tables = not material.options.annex or "domains" in material.options.annex
    blocks: list[Block] = []
    for domain in material.bank.domains:
        asked = [each for each in material.assessment.asked if each in domain.indicators]
        answers = {each.id: material.assessment.answer(each.id) for each in asked}
        parts = [
            (
                each,
                tuple(
                    (label, text)
                    for label, text in _written(material, answers[each.id])
                    if len(text) > _LONG or not beside_tables
                ),
            )
            for each in asked
        ]
        if any(written for _, written in parts):
            blocks.append(Heading(2, domain.name, look="part"))
        for indicator, written in parts:
            if written:
                heading = Heading(3, f"{indicator.id} {indicator.title}", look="question")
                answer = answer_words(material.bank, answers[indicator.id])
                first = Paragraph((bold(tr("Answer: ")), Run(answer)))
                blocks.append(Keep((heading, first)))
                blocks += [Paragraph(_labelled(label, text)) for label, text in written]
    actions = in_full(material)
    if not blocks and not actions:
        return ()
    title = tr("Notes and evidence") if blocks else tr("Actions in full")
    return (Heading(1, title, look="section"), *blocks, *actions)


def _domain(material: Material, row: DomainRow) -> tuple[Block, ...]:
    """A domain with its table, and below it what is far too long for a column of that."""
    domain = next(each for each in material.bank.domains if each.code == row.code)
    strip = strip_of(material, row.score, row.name)
    first, stop, rest = row.sentence.partition(". ")
    found = next(each for each in material.card.confidence if each.code == row.code)
    rests = f" {sentence(standing_words(found))}" if found.standing is not None else ""
    said: Words = (bold(first + stop), Run(rest + rests)) if rest else (bold(first), Run(rests))
    begins = (
        Heading(2, row.name, look="domain", number=str(row.number)),
        Paragraph(domain.definition, look="quiet"),
        *((strip,) if strip else ()),
        Paragraph(said),
    )
    table = _questions(material, row, domain.indicators)
    # In large print the first of them would take another half page along.
    begun = (Keep(begins), table) if material.options.large else (Keep((*begins, table)),)
    return (
        *begun,
        *_not_answered(material, row, domain.indicators),
        *_below(material, domain.indicators),
    )


def _below(material: Material, indicators: Iterable[Indicator]) -> Iterator[Block]:
    """What is far too long for a column, over the whole width."""
    if material.options.full_notes:
        return
    for indicator in indicators:
        answer = material.assessment.answer(indicator.id)
        for label, text in _written(material, answer) if material.notes else ():
            if len(text) > _FAR_TOO_LONG:
                title = f"{indicator.id} {indicator.title}"
                yield Heading(3, title, look="question")
                yield Paragraph(_labelled(label, text))


def _questions(material: Material, row: DomainRow, indicators: Iterable[Indicator]) -> Table:
    silent = _silent(material, row)
    asked = {each.indicator for each in row.score.inputs}.difference(silent)
    wide = 52 if material.notes else 138
    columns = [Column(tr("Question"), wide), Column(tr("Our answer"), 32)]
    if material.notes:
        columns.append(Column(tr("Notes and evidence"), 86))
    rows = tuple(_question(material, each) for each in indicators if each.id in asked)
    return Table(tr("Questions on {name}").format(name=row.name), tuple(columns), rows)


def _silent(material: Material, row: DomainRow) -> tuple[str, ...]:
    """The questions of a domain that have neither an answer nor a word beside it."""
    asked = (each.indicator for each in row.score.inputs)
    return tuple(each for each in asked if not _said(material, each))


def _not_answered(
    material: Material, row: DomainRow, indicators: Iterable[Indicator]
) -> tuple[Block, ...]:
    """The questions without an answer below the table, by name: a row for each says no more."""
    silent = _silent(material, row)
    if not silent:
        return ()
    names = "; ".join(f"{each.title} ({each.id})" for each in indicators if each.id in silent)
    # It may come to stand on the next page, above another domain.
    label = tr("Not answered in domain {n}: ").format(n=row.number)
    return (Paragraph((bold(label), Run(sentence(names))), look="quiet"),)


def _question(material: Material, indicator: Indicator) -> Row:
    answer = material.assessment.answer(indicator.id)
    cells = [
        Cell(((bold(indicator.title),), (id_words(material.bank, indicator.id),))),
        Cell((answer_words(material.bank, answer),), drawing=small_strip(answer.choice)),
    ]
    if material.notes:
        beside = (*_beside(material, answer), *_again(answer))
        cells.append(Cell(beside or (quiet(tr("No note")),)))
    return Row(tuple(cells))


def _again(answer: Answer) -> tuple[Words, ...]:
    """The marks of an answer: to an earlier wording that nobody has looked at since, and of one
    that somebody will come back to.
    """
    again = (
        quiet(tr("Please look at this again: the question was reworded.")),
    ) * answer.look_again
    return (*again, *((quiet(come_back_words(answer)),) * answer.come_back))


def _beside(material: Material, answer: Answer) -> Iterable[Words]:
    """What stands beside an answer in its table; what is long may stand in its own section."""
    for label, text in _written(material, answer):
        if len(text) > _LONG and material.options.full_notes:
            yield tr("{what}: see “Notes and evidence”.").format(what=label or tr("Note"))
        elif len(text) > _FAR_TOO_LONG:
            yield tr("{what}: below this table.").format(what=label or tr("Note"))
        else:
            yield _labelled(label, text)


def _written(material: Material, answer: Answer) -> Iterable[tuple[str, str]]:
    """Everything that was written beside an answer, each with its label; a note has none."""
    for each in ANSWER_COLUMNS:
        text = material.words_in(answer, each) if each.printed("words") else ""
        if each.key == "confidence":
            text = sentence(text) if answer.confidence else ""
        if text:
            label = {"note": "", "evidence": _evidence_label(answer)}.get(each.key, each.heading())
            yield label, text
        if each.key == "evidence" and (listed := pieces(material, answer)):
            yield tr("Evidence listed"), listed


def _labelled(label: str, text: str) -> Words:
    return (bold(f"{label}: "), Run(text)) if label else text


def _evidence_label(answer: Answer) -> str:
    return {
        "documented": tr("Evidence, documented"),
        "two_sides": tr("Evidence, seen from two sides"),
    }.get(answer.evidence_kind, tr("Evidence"))
