"""The tree of a working as rows: every answer, sum and result, for the window and the spreadsheet.

It is the tree that `score --json --working` gives, with its values as they are shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.plan.priorities import Suggestion
from nttp_readiness.domain.readiness.working import DomainFigure, Working
from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.plan_material import answer_words
from nttp_readiness.presentation.readiness.working_data import shown
from nttp_readiness.values import dataclass

DOMAIN_FIGURES: tuple[DomainFigure, ...] = ("level", "level_range", "coverage", "index")


@dataclass(frozen=True, slots=True)
class StepRow:
    """An answer with its weight, an intermediate sum, or the result with its rule."""

    figure: str
    step: str
    sum: str
    result: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class FigureSteps:
    """One figure: its title and rule, its rows, and how it is rounded."""

    title: str
    rule: str
    rows: tuple[StepRow, ...]
    rounding: str


def step_rows(assessment: Assessment, working: Working) -> Iterator[StepRow]:
    """The rows of a working and of the workings that went into it, in the order of the sums."""
    for each in working.inputs:
        answer = answer_words(assessment.bank, assessment.answer(each.indicator))
        weight = tr("weight {n}").format(n=each.weight)
        yield StepRow(working.title, f"{each.indicator} {each.title}", answer, weight)
    for step in working.steps:
        value = shown(step.value, step.unit)
        yield StepRow(working.title, step.name, step.sum, value, step.rule)
    result = shown(working.result, working.unit) or tr("not shown")
    yield StepRow(working.title, tr("Result"), "", result, working.rule)
    for part in working.parts:
        yield from step_rows(assessment, part)


def domain_steps(card: Scorecard, code: str) -> tuple[FigureSteps, ...]:
    """Level, range, coverage and index of a domain with all that went into them, each once."""
    found: dict[str, FigureSteps] = {}
    for figure in DOMAIN_FIGURES:
        for each in _with_parts(card.working(code, figure)):
            found.setdefault(each.title, figure_steps(card.assessment, each))
    return tuple(found.values())


def stage_steps(card: Scorecard) -> tuple[FigureSteps, ...]:
    """Every stage's rule, and the mean of the domains. Their ranges and indices open by domain."""
    return tuple(
        figure_steps(card.assessment, each) for each in (card.stage_working, card.overall_working)
    )


def place_steps(card: Scorecard, suggestion: Suggestion) -> tuple[FigureSteps, ...]:
    """Why a suggested action stands where it stands, part by part of the sort key."""
    return (figure_steps(card.assessment, card.priority_working(suggestion)),)


def figure_steps(assessment: Assessment, working: Working) -> FigureSteps:
    """One working without those that went into it."""
    rows = tuple(step_rows(assessment, working._replace(parts=())))
    return FigureSteps(working.title, working.rule, rows, working.rounding)


def _with_parts(working: Working) -> Iterator[Working]:
    yield working
    for part in working.parts:
        yield from _with_parts(part)
