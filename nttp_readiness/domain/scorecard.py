"""Everything that is computed from an assessment, in one value."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from functools import cached_property

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.plan.priorities import Suggestion, suggest, talked_of_first
from nttp_readiness.domain.plan.priority_working import priority_workings
from nttp_readiness.domain.readiness.confidence import DomainConfidence, domain_confidence
from nttp_readiness.domain.readiness.domain_working import DomainWorkings, domain_workings
from nttp_readiness.domain.readiness.scoring import DomainScore, overall_index, score_domains
from nttp_readiness.domain.readiness.stages import Readiness, readiness_of, safety_stops
from nttp_readiness.domain.readiness.what_if import (
    Effect,
    StageMove,
    clearing_move,
    effects,
    stage_move,
)
from nttp_readiness.domain.readiness.working import (
    DomainFigure,
    Working,
    overall_working,
    stage_working,
)
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """How the questions of the route were answered; `answered` counts all but the open ones."""

    of: int
    with_level: int
    not_sure: int
    rather_not_say: int
    not_relevant: int
    open: int

    @property
    def answered(self) -> int:
        return self.of - self.open

    @property
    def applicable(self) -> int:
        return self.of - self.not_relevant


class Scorecard:
    """The one result object: screen, paper, spreadsheet and command line read it alone."""

    def __init__(self, assessment: Assessment) -> None:
        self.assessment = assessment

    def __eq__(self, other: object) -> bool:
        """All else follows from the assessment."""
        return isinstance(other, Scorecard) and self.assessment == other.assessment

    def __hash__(self) -> int:
        return hash(self.assessment)

    @cached_property
    def domains(self) -> tuple[DomainScore, ...]:
        return score_domains(self.assessment)

    @cached_property
    def by_code(self) -> dict[str, DomainScore]:
        return {each.code: each for each in self.domains}

    @cached_property
    def readiness(self) -> Readiness:
        return readiness_of(self.assessment, self.domains)

    @cached_property
    def safety_stops(self) -> tuple[str, ...]:
        return safety_stops(self.assessment)

    @cached_property
    def suggestions(self) -> tuple[Suggestion, ...]:
        return suggest(self.assessment, talked_of_first(self.assessment))

    @cached_property
    def overall(self) -> Fraction | None:
        return overall_index(self.domains)

    @cached_property
    def counts(self) -> Counts:
        return count_answers(self.assessment)

    @cached_property
    def confidence(self) -> tuple[DomainConfidence, ...]:
        """How well founded each domain's answers are: beside the scores, never in them."""
        return tuple(domain_confidence(self.assessment, each) for each in self.domains)

    def working(self, code: str, figure: DomainFigure = "level") -> Working:
        """How a domain's level, level range, coverage or index was worked out."""
        return self.domain_workings[code][figure]

    @cached_property
    def domain_workings(self) -> dict[str, DomainWorkings]:
        """The workings of every domain, each made once."""
        return domain_workings(self.assessment, self.domains)

    @cached_property
    def stage_working(self) -> Working:
        return stage_working(self.assessment, self.readiness, self._all("level_range"))

    @cached_property
    def overall_working(self) -> Working:
        return overall_working(self.assessment, self.domains, self.overall, self._all("index"))

    def _all(self, figure: DomainFigure) -> tuple[Working, ...]:
        return tuple(self.working(each.code, figure) for each in self.domains)

    def priority_working(self, suggestion: Suggestion) -> Working:
        """Why a suggestion stands where it stands."""
        return self.priority_workings[suggestion.id]

    @cached_property
    def priority_workings(self) -> dict[str, Working]:
        """The workings of the places of all suggestions, each made once, by their ids."""
        return priority_workings(self.suggestions)

    @cached_property
    def stage_move(self) -> StageMove:
        """The shortest list of answers that would move the stage."""
        return stage_move(self.assessment, self.readiness, self.domains)

    @cached_property
    def clearing_move(self) -> StageMove:
        """What would clear everything that holds the stage, all at once."""
        return clearing_move(self.assessment, self.readiness, self.domains)

    def effects(self, indicator_id: str) -> tuple[Effect, ...]:
        """What one level up or down would do to an answer's domain, stage and safety stops."""
        return effects(self.assessment, self.readiness, self.domains, indicator_id)


def count_answers(assessment: Assessment) -> Counts:
    """How the questions of the route were answered."""
    choices = [assessment.answer(each.id).choice for each in assessment.asked]
    kinds = Counter("level" if isinstance(each, int) else each for each in choices)
    return Counts(
        of=len(choices),
        with_level=kinds["level"],
        not_sure=kinds["not_sure"],
        rather_not_say=kinds["rather_not_say"],
        not_relevant=kinds["not_relevant"],
        open=kinds[None],
    )


def score(assessment: Assessment) -> Scorecard:
    """The scorecard of an assessment; figures are computed when they are first asked for."""
    return Scorecard(assessment)
