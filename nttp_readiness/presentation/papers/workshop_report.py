"""The workshop record and the group report, as reports that may leave the room.

The record says what was agreed; the report shows what the group's answers allow to be shown. Both
are of the latest round that is closed. Views that are kept beside a level are notes: they are
people's own words.
"""

from __future__ import annotations

import datetime as dt

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.errors import ExportError
from nttp_readiness.figures.distribution import LARGE_PRINT, PAPER, distribution
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.group.agenda import ground_rules
from nttp_readiness.presentation.group.group_results import (
    DomainResult,
    GroupResults,
    GroupRow,
    QuestionResult,
    closed_results,
)
from nttp_readiness.presentation.papers.plan_ending import support_page
from nttp_readiness.presentation.plan.plan_material import Options, quiet
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import (
    Beside,
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
from nttp_readiness.presentation.words.owners import without_names


def can_be_reported(assessment: Assessment) -> bool:
    """Whether there is a closed round to report."""
    return closed_results(assessment) is not None


def workshop_record(
    assessment: Assessment, today: dt.date, options: Options | None = None
) -> Report:
    """What a workshop agreed: levels with the views kept beside them, and what moved.

    Raises ExportError without scores, or without a closed round.
    """
    options = options or Options()
    results = _results(assessment, options)
    by_id = {each.indicator: each for each in results.questions}
    in_order = [by_id[key] for key in assessment.bank.by_id if key in by_id]
    agreed = [each for each in in_order if each.agreed]
    not_agreed = [each for each in in_order if not each.agreed]
    blocks: list[Block] = [
        Heading(1, tr("Workshop record"), look="section"),
        Facts(_facts(assessment, results, today)),
        Heading(2, tr("What we agreed")),
    ]
    if not agreed:
        blocks.append(Paragraph(tr("No level has been agreed yet.")))
    blocks += [Keep(tuple(_agreed(each, options))) for each in agreed]
    if not_agreed:
        blocks += [
            Heading(2, tr("Looked at, and not agreed yet")),
            Listing(tuple(Item(each.title) for each in not_agreed)),
        ]
    blocks += [
        Heading(2, tr("What we agreed before we began")),
        Listing(tuple(Item(each) for each in ground_rules())),
        *support_page(assessment),
    ]
    return _report(assessment, tr("Workshop record"), blocks, options)


def group_report(assessment: Assessment, today: dt.date, options: Options | None = None) -> Report:
    """What the group's answers show, as far as it may leave the room.

    Raises ExportError without scores, or without a closed round.
    """
    options = options or Options()
    results = _results(assessment, options)
    blocks: list[Block] = [
        Heading(1, tr("What the group’s answers show"), look="section"),
        Facts(_facts(assessment, results, today)),
        *(Paragraph(note, look="source") for note in results.notes),
    ]
    blocks += [Keep(tuple(_domain(each))) for each in results.domains]
    blocks += [
        Heading(1, tr("Question by question"), look="section"),
        Paragraph(
            tr("The questions on which answers differ most come first. They are not a ranking."),
            look="lead",
        ),
    ]
    for question in results.questions:
        blocks += _question(assessment, question, options)
    blocks += _worked_out(results)
    blocks += support_page(assessment)
    return _report(assessment, tr("Group report"), blocks, options)


def _results(assessment: Assessment, options: Options) -> GroupResults:
    if "scores" in options.without:
        raise ExportError(
            tr("What a group said is made of levels, so it cannot be shared without them."),
            safe=tr("Nothing was written."),
            cure=tr("Leave the levels in, or share the action plan without scores."),
        )
    results = closed_results(assessment)
    if results is None:
        raise ExportError(
            tr("There are no group answers to report yet."),
            safe=tr("Nothing was written."),
            cure=tr("Please close the round first."),
        )
    return results


def _facts(
    assessment: Assessment, results: GroupResults, today: dt.date
) -> tuple[tuple[str, str], ...]:
    collected = results.round
    day = words.day(collected.closed or today)
    facts = [
        (tr("Round"), str(collected.number)),
        (tr("Answers from"), words.day(collected.opened)),
        (tr("As of"), day),
        (tr("Who was asked"), "; ".join(each.name for each in collected.groups)),
        (tr("Questions"), f"{assessment.bank.title} {assessment.bank.version}"),
    ]
    if results.still_open:
        still = trn("{n} question", "{n} questions", results.still_open)
        facts.append((tr("Still being answered"), still))
    return tuple(facts)


def _agreed(question: QuestionResult, options: Options) -> list[Block]:
    taken = (
        tr("This is our answer in the assessment.")
        if question.adopted
        else tr("The assessment’s own answer is another one, or still open.")
    )
    blocks: list[Block] = [
        Heading(3, question.title, look="question"),
        Paragraph(
            (
                Run(tr("Agreed: {level}.").format(level=question.agreed), bold=True),
                Run(f" {taken}"),
            )
        ),
        Paragraph(" ".join(part for part in (question.headline, question.sentence) if part)),
    ]
    blocks += _kept_view(question, options)
    blocks += [Paragraph(each) for each in question.changes]
    return blocks


def _kept_view(question: QuestionResult, options: Options) -> list[Block]:
    if not question.minority or "notes" in options.without:
        return []
    return [Paragraph(tr("Also kept: {view}").format(view=question.minority))]


def _domain(domain: DomainResult) -> list[Block]:
    columns = (Column(tr("Group"), 70), Column(tr("Where its answers stand"), 100))
    rows = tuple(Row((Cell((name,)), Cell((said,)))) for name, said in domain.standings)
    blocks: list[Block] = [
        Heading(2, domain.name, look="domain"),
        Table(domain.name, columns, rows, whole=True),
    ]
    for gap in domain.gaps:
        figures = f" {gap.figures}." if gap.figures else ""
        blocks.append(Paragraph(f"{gap.sentence}{figures}"))
    return blocks


def _question(assessment: Assessment, question: QuestionResult, options: Options) -> list[Block]:
    """A question with its picture beside what it says, so that two stand on a page."""
    names = tuple(each.name for each in assessment.bank.levels)
    said: list[Block] = [
        Paragraph((Run(question.headline, bold=True), Run(f" {question.sentence}")))
    ]
    if question.middle:
        said.append(Paragraph(question.middle))
    everyone = question.rows[0]
    picture: tuple[Block, ...] = tuple(said)
    if everyone.counts is not None:
        measures = LARGE_PRINT if options.large else PAPER
        drawn = Figure(distribution(question.title, everyone.counts, names, measures))
        picture = (Beside((drawn,), tuple(said)),)
    head = (Heading(2, question.title, look="domain"), Paragraph(question.statement))
    blocks: list[Block] = [Keep((*head, *picture, _shares(question, names)))]
    withheld = dict.fromkeys(row.withheld for row in question.rows if row.withheld)
    blocks += [Paragraph(why, look="source") for why in withheld]
    blocks += [Paragraph(each) for each in question.changes]
    if question.agreed:
        blocks.append(
            Paragraph((Run(tr("Agreed: {level}.").format(level=question.agreed), bold=True),))
        )
    blocks += _kept_view(question, options)
    return blocks


def _worked_out(results: GroupResults) -> list[Block]:
    """The sums behind each question, after all of them, for the few readers who need them."""
    worked = [each for each in results.questions if each.working]
    if not worked:
        return []
    blocks: list[Block] = [Heading(1, tr("How this was worked out"), look="section")]
    for question in worked:
        lines = Listing(tuple(Item(each) for each in question.working))
        blocks.append(Keep((Heading(2, question.title), lines)))
    return blocks


def _shares(question: QuestionResult, names: tuple[str, ...]) -> Table:
    columns = (
        Column(tr("Group"), 39),
        *(Column(f"{level} {name}", 21.3, right=True) for level, name in enumerate(names)),
        Column(tr("At or above the target"), 24.5),
    )
    rows = tuple(Row(_cells(each, len(names)), alike=each.shares is None) for each in question.rows)
    caption = tr("{title}: shares by group").format(title=question.title)
    return Table(caption, columns, rows, look="close", whole=True)


def _cells(row: GroupRow, levels: int) -> tuple[Cell, ...]:
    if row.shares is None:
        not_shown = Cell((quiet(tr("not shown")),))
        return (Cell((row.name,)), *([not_shown] * (levels + 1)))
    share_of = "{n}%" if row.step == 1 else tr("about {n}%")
    shares = tuple(Cell((share_of.format(n=share),)) for share in row.shares)
    people = trn("{n} answer", "{n} answers", row.people or 0)
    return (Cell((f"{row.name}, {people}",)), *shares, Cell((row.at_target,)))


def _report(assessment: Assessment, kind: str, blocks: list[Block], options: Options) -> Report:
    profile, bank = assessment.profile, assessment.bank
    who = ", ".join(part for part in (profile.title, profile.organisation) if part)
    report = Report(
        title=f"{who}: {kind[:1].lower()}{kind[1:]}",
        author=profile.organisation or profile.title,
        language=bank.language,
        blocks=tuple(blocks),
        header_left=tuple(dict.fromkeys((who, profile.title))),
        header_right=kind,
        footer_left=bank.disclaimer,
        subject=bank.title,
    )
    return without_names(report, assessment) if "names" in options.without else report
