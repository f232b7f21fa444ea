"""Readiness: which stage, which foundations hold it, and what must pause first.

Readiness asks whether it is safe and feasible to start the next step. Strength in one place does
not make up for a foundation that is not there yet, so foundations alone decide four of five stages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.scale import Level, Stage, Thresholds
from nttp_readiness.domain.readiness.scoring import DomainScore, score_inputs
from nttp_readiness.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class StageCheck:
    """Whether one stage's own rule is met, and what speaks for or against it.

    For a stage that holds back, `foundations` are those that make its rule true; for one that is
    reached, `foundations` and `domains` are those that still keep it out of reach. `full_route` is
    true where the rule needs every question of the bank and the route does not ask them all.
    """

    stage: Stage
    met: bool
    foundations: tuple[str, ...]
    domains: tuple[str, ...] = ()
    full_route: bool = False

    @property
    def holds_back(self) -> bool:
        return self.stage.when.kind != "every_foundation_at_least"


@dataclass(frozen=True, slots=True)
class Readiness:
    """The stage with what decided it.

    `stage` is None on a route that does not ask every foundation; `not_asked` then names those.
    `held_by` are the foundations that hold the stage, in bank order; `not_known` the foundations
    without a level; `held_by_domains` the domains that hold a stage which needs domains as well.
    `needs_full_route` is true where the next stage asks for questions that this route leaves out.
    """

    stage: Stage | None
    held_by: tuple[str, ...] = ()
    not_known: tuple[str, ...] = ()
    held_by_domains: tuple[str, ...] = ()
    not_asked: tuple[str, ...] = ()
    depends_on_weighting: bool = False
    needs_full_route: bool = False
    checks: tuple[StageCheck, ...] = ()
    """Every stage's rule in the order of the bank; empty where there is no stage."""

    @property
    def next_check(self) -> StageCheck | None:
        """The check of the stage after this one; None at the last, or without a stage."""
        places = [n for n, each in enumerate(self.checks) if each.stage == self.stage]
        after = self.checks[places[0] + 1 :] if places else ()
        return after[0] if after else None


def readiness_of(assessment: Assessment, scores: Sequence[DomainScore]) -> Readiness:
    """The first stage rule that applies: what holds back, then the furthest that is reached."""
    bank = assessment.bank
    levels = {each.id: assessment.answer(each.id).level for each in bank.foundations}
    not_known = tuple(key for key, level in levels.items() if level is None)
    asked = assessment.asked_ids
    not_asked = tuple(key for key in levels if key not in asked)
    if not levels or not_asked or not bank.stages:
        return Readiness(None, not_known=not_known, not_asked=not_asked)
    everything = all(key in asked for key in bank.by_id)
    checks = check_stages(bank.stages, levels, _lows(scores) if everything else None)
    found = stage_of(checks)
    if found is None:
        return Readiness(None, not_known=not_known, checks=checks)
    plain = check_stages(
        bank.stages, levels, _lows(_unweighted(scores, bank.thresholds)) if everything else None
    )
    unweighted = stage_of(plain)
    depends = unweighted is None or unweighted.stage != found.stage
    readiness = Readiness(
        found.stage, not_known=not_known, depends_on_weighting=depends, checks=checks
    )
    holder = found if found.holds_back else readiness.next_check
    if holder is None:
        return readiness
    return replace(
        readiness,
        held_by=holder.foundations,
        held_by_domains=holder.domains,
        needs_full_route=holder.full_route,
    )


def check_stages(
    stages: Sequence[Stage],
    foundations: Mapping[str, Level | None],
    domains: Mapping[str, Level] | None,
) -> tuple[StageCheck, ...]:
    """Every stage's rule on those foundation levels (None: not known).

    `domains` are the levels of the domains with unknown answers at 0, or None where the route does
    not ask every question of the bank: a rule that needs domains is not met then.
    """
    return tuple(_check(each, foundations, domains) for each in stages)


def stage_of(checks: Sequence[StageCheck]) -> StageCheck | None:
    """The first rule that holds back, else the furthest stage that is reached, else None."""
    for check in checks:
        if check.holds_back and check.met:
            return check
    return next((each for each in reversed(checks) if each.met), None)


def safety_stops(assessment: Assessment) -> tuple[str, ...]:
    """The indicators on the route whose answer asks for a pause."""
    stops = assessment.bank.stops
    return tuple(
        [
            each.id
            for each in assessment.asked
            if each.safety_stop and stops(each, assessment.answer(each.id).level)
        ]
    )


def _check(
    stage: Stage,
    foundations: Mapping[str, Level | None],
    domains: Mapping[str, Level] | None,
) -> StageCheck:
    rule, bar = stage.when, stage.when.level or 0
    if rule.kind == "some_foundation_at_most":
        low = tuple(key for key, at in foundations.items() if at is not None and at <= bar)
        return StageCheck(stage, bool(low), low)
    if rule.kind == "some_foundation_unknown":
        open_still = tuple(key for key, at in foundations.items() if at is None)
        return StageCheck(stage, bool(open_still), open_still)
    missing = tuple(key for key, at in foundations.items() if at is None or at < bar)
    wanted = rule.every_domain_at_least
    if wanted is None:
        return StageCheck(stage, not missing, missing)
    if domains is None:
        return StageCheck(stage, met=False, foundations=missing, full_route=True)
    below = tuple(code for code, at in domains.items() if at < wanted)
    return StageCheck(stage, not missing and not below, missing, below)


def _lows(scores: Sequence[DomainScore]) -> dict[str, Level]:
    """Each domain's level with unknown answers at 0, but for those in which nothing applies."""
    return {each.code: each.level_low for each in scores if each.level_low is not None}


def _unweighted(scores: Sequence[DomainScore], thresholds: Thresholds) -> Sequence[DomainScore]:
    """The scores with every weight at 1; the same object where that is so already."""
    if all(each.weight == 1 for score in scores for each in score.inputs):
        return scores
    return [
        score_inputs(score.code, [replace(each, weight=1) for each in score.inputs], thresholds)
        for score in scores
    ]
