"""What the papers of a workshop share: whose round it is, when it was, and what is left out."""

from __future__ import annotations

import datetime as dt

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.errors import ExportError
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.group.group_results import (
    GroupResults,
    QuestionResult,
    closed_results,
)
from nttp_readiness.presentation.plan.plan_material import Options
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import Block, Paragraph, Report, Run
from nttp_readiness.presentation.words.owners import without_names


def can_be_reported(assessment: Assessment) -> bool:
    """Whether there is a closed round to report."""
    return closed_results(assessment) is not None


def results_to_report(assessment: Assessment, options: Options) -> GroupResults:
    """What may leave the room of the latest closed round. Raises ExportError without scores, or
    without a closed round.
    """
    if "scores" in options.without:
        raise ExportError(
            tr("What a group said cannot be shared without levels."),
            safe=tr("Nothing was written."),
            cure=tr("Put the levels in, or share the action plan without levels."),
        )
    results = closed_results(assessment)
    if results is None:
        raise ExportError(
            tr("There are no group answers to report yet."),
            safe=tr("Nothing was written."),
            cure=tr("Please close the round first."),
        )
    return results


def round_facts(
    assessment: Assessment, results: GroupResults, today: dt.date
) -> tuple[tuple[str, str], ...]:
    """Which round it was, when, of whom, and with which questions."""
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


def kept_words(assessment: Assessment, question: QuestionResult, options: Options) -> list[Block]:
    """What people wrote together beside a question: the other view, what they have seen, what is
    strong and what to improve. These are notes.
    """
    if "notes" in options.without or assessment.workshop is None:
        return []
    said = [(tr("Also kept"), question.minority)]
    held = question.noted
    said += [
        (tr("What we have seen"), held.evidence),
        (tr("What is strong"), held.strengths),
        (tr("What to improve"), held.improve),
    ]
    return [
        Paragraph((Run(tr("{what}:").format(what=what), bold=True), Run(f" {text}")))
        for what, text in said
        if text
    ]


def workshop_paper(
    assessment: Assessment, kind: str, blocks: list[Block], options: Options
) -> Report:
    """The report around the blocks, without names where these are left out."""
    profile, bank = assessment.profile, assessment.bank
    who = words.who_words(profile)
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
