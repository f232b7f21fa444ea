"""The group report: in one page what may be said, in one sentence what may not, then the rest.

Domains by groups come first. Each question has a row, and only those to talk about first have a
page of their own; every figure is in the spreadsheet.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.group.group_views import Standing, standing
from nttp_readiness.figures.distribution import LARGE_PRINT, PAPER, distribution
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.group import group_words
from nttp_readiness.presentation.group.group_results import GroupResults, GroupRow, QuestionResult
from nttp_readiness.presentation.papers.plan_ending import support_page
from nttp_readiness.presentation.papers.workshop_paper import (
    kept_words,
    results_to_report,
    round_facts,
    workshop_paper,
)
from nttp_readiness.presentation.plan.plan_material import Options, quiet
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
)

_FULL: Final = 8
"""How many questions are shown in full, the widest differences first."""
_NAMED: Final = 4
"""More groupings than that stand under numbers, with their names beside the table."""
_WIDE: Final = 170
_GAPS: Final = 12
"""How many gaps between groups are listed, the clearest first."""


def group_report(assessment: Assessment, today: dt.date, options: Options | None = None) -> Report:
    """What the group's answers show, as far as it may leave the room.

    Raises ExportError without scores, or without a closed round.
    """
    options = options or Options()
    results = results_to_report(assessment, options)
    shown = [each for each in results.questions if each.rows[0].shares is not None]
    blocks: list[Block] = [
        Heading(1, tr("What the group’s answers show"), look="section"),
        Facts(round_facts(assessment, results, today)),
        *_domains(assessment, results),
        Paragraph(_what_is_not_said(results, shown), look="strong"),
        *(Paragraph(note, look="source") for note in results.notes),
        *_gaps(results),
        *_at_a_glance(assessment, shown),
        *_by_group(assessment, results, shown),
        *_in_full(assessment, shown[:_FULL], options),
        *_words_kept(assessment, results, shown[:_FULL], options),
        *_worked_out(shown[:_FULL]),
        *support_page(assessment),
    ]
    return workshop_paper(assessment, tr("Group report"), blocks, options)


# ---- the first page


def _domains(assessment: Assessment, results: GroupResults) -> list[Block]:
    """Where each group mostly stands in each domain, for the groups of which anything is told."""
    collected = results.round
    by_code = {each.code: each for each in assessment.bank.domains}
    found = {
        domain.code: {
            each.key: standing(assessment, collected, by_code[domain.code], each, "outside")
            for each in collected.groupings
        }
        for domain in results.domains
    }
    told = [each for each in collected.groupings if any(row[each.key] for row in found.values())]
    if not told:
        return []
    names = [group_words.grouping_name(each) for each in told]
    many = len(names) > _NAMED
    first = 44 if many else 62
    columns = (Column(tr("Domain"), first), *_columns(names, _WIDE - first))
    rows = tuple(
        Row(
            (
                Cell((domain.name,)),
                *(_standing(found[domain.code][each.key], many=many) for each in told),
            )
        )
        for domain in results.domains
    )
    meaning = tr(
        "Above: two thirds of the answers in a domain are at or above the target."
        " Below: two thirds are below it. Mixed: neither."
    )
    if many:
        meaning = tr("A above, M mixed, B below. {meaning}").format(meaning=meaning)
    return [
        Heading(2, tr("Domains by group"), look="domain"),
        *_legend(names),
        Table(tr("Domains by group"), columns, rows, look="close"),
        Paragraph(meaning, look="source"),
    ]


def _standing(found: Standing | None, *, many: bool) -> Cell:
    """In a word; in its first letter where many groups stand beside each other."""
    if found is None:
        return Cell((quiet("–" if many else tr("hidden")),))
    short = {"above": tr("above"), "mixed": tr("mixed"), "below": tr("below")}[found]
    letter = {"above": tr("A"), "mixed": tr("M"), "below": tr("B")}[found]
    return Cell((letter if many else short,))


def _what_is_not_said(results: GroupResults, shown: Sequence[QuestionResult]) -> str:
    """One sentence for everything that is hidden; never how many people that would be."""
    hidden = len(results.questions) - len(shown)
    if not shown:
        return trn(
            "How the answers to single questions are spread is not shown: that needs at"
            " least {n} answer, and must not reveal another group’s.",
            "How the answers to single questions are spread is not shown: that needs at"
            " least {n} answers, and must not reveal another group’s.",
            results.round.outside_minimum,
        )
    groups = _hidden_groups(results)
    said = []
    if hidden:
        said.append(
            trn(
                "{n} question is not shown: too few answers, or they would reveal another group’s.",
                "{n} questions are not shown: too few answers, or they would reveal another"
                " group’s.",
                hidden,
            )
        )
    if groups:
        names = "; ".join(groups)
        said.append(
            tr("Not shown in any question, for the same reason: {names}.").format(names=names)
            if hidden
            else tr(
                "Not shown in any question: too few answers, or they would reveal another"
                " group’s: {names}."
            ).format(names=names)
        )
    return " ".join(said) or tr("Every group that was asked can be shown.")


def _hidden_groups(results: GroupResults) -> list[str]:
    return [
        group_words.grouping_name(each)
        for place, each in enumerate(results.round.groupings)
        if results.questions
        and all(question.rows[place].shares is None for question in results.questions)
    ]


def _gaps(results: GroupResults) -> list[Block]:
    """Gaps between groups, the clear ones first; how many showed none in one sentence."""
    found = [(domain, gap) for domain in results.domains for gap in domain.gaps]
    if not found:
        return []
    order = {"clear": 0, "possible": 1}
    said = sorted(
        (pair for pair in found if pair[1].compared.gap.verdict in order),
        key=lambda pair: (
            order[pair[1].compared.gap.verdict], -abs(pair[1].compared.gap.delta),
        ),
    )  # fmt: skip
    blocks: list[Block] = [Heading(2, tr("Where groups differ"), look="domain")]
    if said:
        items = []
        for domain, gap in said[:_GAPS]:
            figures = f" {gap.figures}." if gap.figures else ""
            words = group_words.gap_verdict(gap.compared)
            lead = Run(tr("{name}.").format(name=domain.name), bold=True)
            items.append(Item((lead, Run(f" {words}{figures}"))))
        blocks.append(Listing(tuple(items)))
        blocks.append(Paragraph(group_words.smallest_words(said[0][1].compared.gap), look="source"))
    if len(said) > _GAPS:
        blocks.append(
            Paragraph(
                trn(
                    "{n} more, smaller or less sure, is in the table of group results.",
                    "{n} more, smaller or less sure, are in the table of group results.",
                    len(said) - _GAPS,
                )
            )
        )
    none = len(found) - len(said)
    if none:
        blocks.append(
            Paragraph(
                trn(
                    "{n} comparison of two groups over a domain shows no clear gap.",
                    "{n} comparisons of two groups over a domain show no clear gap.",
                    none,
                )
            )
        )
    return blocks


# ---- every question


def _at_a_glance(assessment: Assessment, shown: Sequence[QuestionResult]) -> list[Block]:
    if not shown:
        return []
    bank, titles = assessment.bank, {each.indicator: each for each in shown}
    columns = (
        Column(tr("Question"), 66), Column(tr("Middle answer"), 30),
        Column(tr("At or above the target"), 26, right=True), Column(tr("Agreement"), 48),
    )  # fmt: skip
    rows = []
    for key in bank.by_id:
        if key in titles:
            question = titles[key]
            row = question.rows[0]
            middle = f"{row.median} {bank.level_name(row.median)}" if row.median is not None else ""
            said = question.agreed and tr("Agreed: {level}").format(level=question.agreed)
            rows.append(
                Row((Cell((question.title,)), Cell((middle,)), Cell((row.at_target,)),
                     Cell(tuple(filter(None, (question.headline, said))))))
            )  # fmt: skip
    return [
        Heading(1, tr("Every question, for everyone"), look="section", new_page=len(rows) > _FULL),
        Table(tr("Every question, for everyone"), columns, tuple(rows), look="close"),
    ]


def _by_group(
    assessment: Assessment, results: GroupResults, shown: Sequence[QuestionResult]
) -> list[Block]:
    """The share at or above the target, question by question, for groups beside each other."""
    places = [
        place
        for place in range(1, len(results.round.groupings))
        if any(each.rows[place].shares is not None for each in shown)
    ]
    if not places:
        return []
    names = [group_words.grouping_name(results.round.groupings[place]) for place in places]
    first = 70 if len(names) <= _NAMED else 52
    columns = (Column(tr("Question"), first), *_columns(names, _WIDE - first, right=True))
    by_id = {each.indicator: each for each in shown}
    rows = tuple(
        Row(
            (
                Cell((by_id[key].title,)),
                *(_share(by_id[key].rows[place], many=len(names) > _NAMED) for place in places),
            )
        )
        for key in assessment.bank.by_id
        if key in by_id
    )
    title = tr("At or above the target, by group")
    return [
        Heading(1, title, look="section", new_page=len(rows) > _FULL),
        *_legend(names),
        Table(title, columns, rows, look="close"),
        Paragraph(
            tr("Per cent. Below 30 answers they are rounded."),
            look="source",
        ),
    ]


def _share(row: GroupRow, *, many: bool) -> Cell:
    """In words; as the number alone where many groups stand beside each other."""
    if row.shares is None:
        return Cell((quiet("–" if many else tr("hidden")),))
    figures = re.search(r"\d+", row.at_target)
    return Cell((figures[0] if many and figures else row.at_target,))


# ---- those to talk about first


def _in_full(
    assessment: Assessment, questions: Sequence[QuestionResult], options: Options
) -> list[Block]:
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
        measures = LARGE_PRINT if options.large else PAPER
        blocks.append(Figure(distribution(question.title, everyone.counts, names, measures)))
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


def _words_kept(
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


def _worked_out(questions: Sequence[QuestionResult]) -> list[Block]:
    """The sums behind each question, after all of them, for the few readers who need them."""
    worked = [each for each in questions if each.working]
    if not worked:
        return []
    blocks: list[Block] = [Heading(1, tr("How this was worked out"), look="section")]
    for question in worked:
        lines = Listing(tuple(Item(each) for each in question.working))
        blocks.append(Keep((Heading(2, question.title), lines)))
    return blocks


# ---- tables of many groups


def _columns(names: Sequence[str], room: float, *, right: bool = False) -> tuple[Column, ...]:
    titles = names if len(names) <= _NAMED else [str(n) for n in range(1, len(names) + 1)]
    return tuple(Column(each, room / len(names), right=right) for each in titles)


def _legend(names: Sequence[str]) -> list[Block]:
    if len(names) <= _NAMED:
        return []
    said = "; ".join(
        tr("{n} {name}").format(n=number, name=name) for number, name in enumerate(names, 1)
    )
    return [Paragraph(tr("Groups: {names}.").format(names=said))]
