"""What a workshop came to, as lines on the command line."""

from __future__ import annotations

from nttp_readiness.app.terminal import say
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.editing import open_round
from nttp_readiness.presentation.group.group_results import (
    GroupResults,
    QuestionResult,
)


def progress(assessment: Assessment) -> int:
    if assessment.workshop is None:
        raise open_round.no_round()
    collected = assessment.workshop.round
    asked = f" of {collected.size}" if all(each.size for each in collected.groups) else ""
    state = "closed" if collected.closed else "open"
    say(f"Round {collected.number} is {state}. {collected.people}{asked} people have answered.")
    return 0


def result_lines(assessment: Assessment, results: GroupResults) -> list[str]:
    lines = [assessment.profile.title, f"Round {results.round.number}", ""]
    for domain in results.domains:
        lines.append(domain.name)
        lines += [f"  {name}: {said}" for name, said in domain.standings]
        lines += [f"  {gap.sentence}" for gap in domain.gaps]
    lines += ["", "Questions in the order in which to talk about them:"]
    for question in results.questions:
        lines += _question_lines(question)
    return [*lines, "", *results.notes, f"{assessment.bank.disclaimer}."]


def _question_lines(question: QuestionResult) -> list[str]:
    lines = ["", f"{question.indicator}  {question.title}"]
    lines.append(f"  {question.headline} {question.sentence}".rstrip())
    for row in question.rows:
        if row.counts is not None:
            lines.append(f"  {row.name}: {', '.join(str(each) for each in row.counts)}")
        elif row.shares is not None:
            shares = ", ".join(f"{each}%" for each in row.shares)
            lines.append(f"  {row.name}: about {shares}, of {row.people} answers")
        else:
            lines.append(f"  {row.name}: {row.withheld}")
    lines += [f"  {each}" for each in question.changes]
    if question.agreed:
        lines.append(f"  Agreed: {question.agreed}. {question.minority}".rstrip())
    return lines
