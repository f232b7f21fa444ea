"""The workshop record: what was agreed, what will be done, and what was voted on twice."""

from __future__ import annotations

import datetime as dt

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.workshop import Round
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.group.agenda import ground_rules
from nttp_readiness.presentation.group.group_results import QuestionResult
from nttp_readiness.presentation.group.poll_words import poll_lines, poll_name
from nttp_readiness.presentation.papers.plan_ending import support_page
from nttp_readiness.presentation.papers.workshop_paper import (
    kept_words,
    results_to_report,
    round_facts,
    workshop_paper,
)
from nttp_readiness.presentation.plan.plan_material import Options
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import (
    Block,
    Cell,
    Column,
    Facts,
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


def workshop_record(
    assessment: Assessment, today: dt.date, options: Options | None = None
) -> Report:
    """What a workshop agreed: levels with what stands beside them, actions, and what moved.

    Raises ExportError without scores, or without a closed round.
    """
    options = options or Options()
    results = results_to_report(assessment, options)
    by_id = {each.indicator: each for each in results.questions}
    in_order = [by_id[key] for key in assessment.bank.by_id if key in by_id]
    agreed = [each for each in in_order if each.agreed]
    not_agreed = [each for each in in_order if not each.agreed]
    blocks: list[Block] = [
        Heading(1, tr("Workshop record"), look="section"),
        Facts(round_facts(assessment, results, today)),
        Heading(2, tr("What we will do")),
        *_actions(assessment, results.round),
        Heading(2, tr("What we agreed")),
    ]
    if not agreed:
        blocks.append(Paragraph(tr("No level has been agreed yet.")))
    blocks += [Keep(tuple(_agreed(assessment, each, options))) for each in agreed]
    if not_agreed:
        blocks += [
            Heading(2, tr("Looked at, and not agreed yet")),
            Listing(tuple(Item(each.title) for each in not_agreed)),
        ]
    blocks += _voted_twice(in_order)
    blocks += _polls(results.round)
    blocks += [
        Heading(2, tr("What we agreed before we began")),
        Listing(tuple(Item(each) for each in ground_rules())),
        *support_page(assessment),
    ]
    return workshop_paper(assessment, tr("Workshop record"), blocks, options)


def _actions(assessment: Assessment, collected: Round) -> list[Block]:
    """The actions that were made in the room, with who and by when."""
    made = [assessment.actions[key] for key in collected.actions if key in assessment.actions]
    if not made:
        return [Paragraph(tr("No action was added in the workshop. The plan has all others."))]
    columns = (Column(tr("What"), 96), Column(tr("Who"), 40), Column(tr("By when"), 34))
    rows = tuple(
        Row(
            (
                Cell((each.title,)),
                Cell((each.owner or tr("not said yet"),)),
                Cell((words.day(each.due) if each.due else tr("not said yet"),)),
            )
        )
        for each in made
    )
    return [Table(tr("Actions made in the workshop"), columns, rows)]


def _agreed(assessment: Assessment, question: QuestionResult, options: Options) -> list[Block]:
    taken = (
        tr("This is our answer in the assessment.")
        if question.adopted
        else tr("The answer in the assessment is different, or still open.")
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
    blocks += kept_words(assessment, question, options)
    blocks += [Paragraph(each) for each in question.changes]
    return blocks


def _voted_twice(questions: list[QuestionResult]) -> list[Block]:
    twice = [each for each in questions if len(each.votes) > 1]
    if not twice:
        return []
    return [
        Heading(2, tr("Voted on twice")),
        Listing(tuple(Item(each.title) for each in twice)),
    ]


def _polls(collected: Round) -> list[Block]:
    """What everybody together answered about the meeting, within what may leave the room."""
    blocks: list[Block] = []
    for poll in collected.polls:
        lines = poll_lines(collected, poll, "outside")
        if lines:
            heading = Heading(2, poll_name(poll.kind))
            people = trn("{n} person", "{n} people", poll.people)
            listed = Listing(tuple(Item(each) for each in lines))
            blocks.append(Keep((heading, Paragraph(people), listed)))
    return blocks
