"""Single questions of the group report: each in full, what was kept beside it, and its sums."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.figures.distribution import (
    LARGE_PRINT,
    NARROW_LARGE_PRINT,
    PAPER,
    distribution,
)
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.group import group_words
from nttp_readiness.presentation.group.group_results import GroupResults, GroupRow, QuestionResult
from nttp_readiness.presentation.papers.workshop_paper import (
    kept_words,
)
from nttp_readiness.presentation.plan.plan_material import Options
from nttp_readiness.presentation.words.blocks import (
    Block,
    Cell,
    Column,
    Figure,
    Heading,
    Item,
    Keep,
    Listing,
    Paragraph,
    Row,
    Run,
    Table,
)


def in_full(
    assessment: Assessment, questions: Sequence[QuestionResult], options: Options
) -> list[Block]:
    """Each of these questions with its picture, its shares by group and what was agreed."""
    if not questions:
        return []
    blocks: list[Block] = [
        Heading(1, tr("Question by question"), look="section"),
        Paragraph(
            tr("The questions on which answers differ most come first. They are not a ranking."),
            look="lead",
        ),
    ]
    for question in questions:
        blocks += _question(assessment, question, options)
    return blocks


def _question(assessment: Assessment, question: QuestionResult, options: Options) -> list[Block]:
    names = tuple(each.name for each in assessment.bank.levels)
    blocks: list[Block] = [
        Heading(2, question.title, look="domain"),
        Paragraph(question.statement),
        Paragraph((Run(question.headline, bold=True), Run(f" {question.sentence}"))),
    ]
    everyone = question.rows[0]
    if everyone.counts is not None:
        drawn = partial(distribution, question.title, everyone.counts, names)
        blocks.append(
            Figure(drawn(LARGE_PRINT), drawn(NARROW_LARGE_PRINT))
            if options.large
            else Figure(drawn(PAPER))
        )
    if question.middle:
        blocks.append(Paragraph(question.middle))
    shares = (_shares(question, names), *_not_in_table(question))
    # In large print the picture alone fills half a page: with its table it left a heading alone.
    blocks = [Keep(tuple(blocks)), *shares] if options.large else [Keep((*blocks, *shares))]
    blocks += [Paragraph(each) for each in question.changes]
    if question.agreed:
        blocks.append(
            Paragraph((Run(tr("Agreed: {level}.").format(level=question.agreed), bold=True),))
        )
    blocks += kept_words(assessment, question, options)
    return blocks


def _shares(question: QuestionResult, names: tuple[str, ...]) -> Table:
    """First and second vote where there were two, then the groups that may be shown."""
    columns = (
        Column(tr("Group"), 39),
        *(Column(f"{level} {name}", 21.3, right=True) for level, name in enumerate(names)),
        Column(tr("At or above the target"), 24.5, right=True),
    )
    votes = [each for each in question.votes if each.shares is not None]
    rows = [*(votes if len(votes) > 1 else question.rows[:1]), *question.rows[1:]]
    cells = tuple(Row(_cells(each)) for each in rows if each.shares is not None)
    caption = tr("{title}: shares by group").format(title=question.title)
    return Table(caption, columns, cells, look="close", whole=True)


def _not_in_table(question: QuestionResult) -> list[Block]:
    hidden = [each.name for each in question.rows if each.shares is None]
    if not hidden:
        return []
    words = tr("{names}: {why}").format(names="; ".join(hidden), why=group_words.withheld())
    return [Paragraph(words, look="source")]


def _cells(row: GroupRow) -> tuple[Cell, ...]:
    share_of = "{n}%" if row.step == 1 else tr("about {n}%")
    shares = tuple(Cell((share_of.format(n=share),)) for share in row.shares or ())
    people = trn("{n} answer", "{n} answers", row.people or 0)
    return (Cell((f"{row.name}, {people}",)), *shares, Cell((row.at_target,)))


def words_kept(
    assessment: Assessment,
    results: GroupResults,
    in_full: Sequence[QuestionResult],
    options: Options,
) -> list[Block]:
    """What was kept beside the questions that have no page of their own."""
    full = {each.indicator for each in in_full}
    blocks: list[Block] = []
    for question in results.questions:
        kept = kept_words(assessment, question, options) if question.indicator not in full else []
        if kept:
            blocks.append(Keep((Heading(3, question.title, look="question"), *kept)))
    return [Heading(2, tr("What people kept beside other questions")), *blocks] if blocks else []


def worked_out(questions: Sequence[QuestionResult]) -> list[Block]:
    """The sums behind each question, after all of them, for the few readers who need them."""
    worked = [each for each in questions if each.working]
    if not worked:
        return []
    blocks: list[Block] = [Heading(1, tr("How this was worked out"), look="section")]
    for question in worked:
        lines = Listing(tuple(Item(each) for each in question.working))
        blocks.append(Keep((Heading(2, question.title), lines)))
    return blocks
