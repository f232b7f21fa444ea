"""The group report: in one page what may be said, in one sentence what may not, then the rest.

Domains by groups come first. Each question has a row, and only those to talk about first have a
page of their own; every figure is in the spreadsheet.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.group.group_views import Standing, standing
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.group import group_words
from nttp_readiness.presentation.group.group_results import GroupResults, QuestionResult
from nttp_readiness.presentation.papers.group_questions import in_full, words_kept, worked_out
from nttp_readiness.presentation.papers.group_tables import (
    FULL,
    NAMED,
    WIDE,
    at_a_glance,
    by_group,
    columns_of,
    legend,
)
from nttp_readiness.presentation.papers.plan_ending import support_page
from nttp_readiness.presentation.papers.workshop_paper import (
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
    Heading,
    Item,
    Listing,
    Paragraph,
    Report,
    Row,
    Run,
    Table,
)

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
        *at_a_glance(assessment, shown),
        *by_group(assessment, results, shown),
        *in_full(assessment, shown[:FULL], options),
        *words_kept(assessment, results, shown[:FULL], options),
        *worked_out(shown[:FULL]),
        *support_page(assessment),
    ]
    return workshop_paper(assessment, tr("Group report"), blocks, options)


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
    many = len(names) > NAMED
    first = 44 if many else 62
    columns = (Column(tr("Domain"), first), *columns_of(names, WIDE - first))
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
        *legend(names),
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
