"""Readiness: which stage, which foundations hold it, and what must pause first.

Readiness asks whether it is safe and feasible to start the next step. Strength in one place does
not make up for a foundation that is not there yet, so foundations alone decide four of five stages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nttp_readiness.domain.assessment import Assessment
from nttp_readiness.domain.bank import Bank, Level, Stage
from nttp_readiness.domain.scoring import DomainScore, score_inputs


@dataclass(frozen=True, slots=True)
class Readiness:
    """The stage with what decided it.

    `stage` is None on a route that does not ask every foundation; `not_asked` then names those.
    `held_by` are the foundations that hold the stage, in bank order; `not_known` the foundations
    without a level; `held_by_domains` the domains that hold a stage which needs domains as well.
    """

    stage: Stage | None
    held_by: tuple[str, ...] = ()
    not_known: tuple[str, ...] = ()
    held_by_domains: tuple[str, ...] = ()
    not_asked: tuple[str, ...] = ()
    depends_on_weighting: bool = False


def readiness_of(assessment: Assessment, scores: Sequence[DomainScore]) -> Readiness:
    """The first stage rule that applies: what holds back, then the furthest that is reached."""
    bank = assessment.bank
    levels = {each.id: assessment.answer(each.id).level for each in bank.foundations}
    not_known = tuple(key for key, level in levels.items() if level is None)
    asked = bank.asked(assessment.profile.route)
    not_asked = tuple(key for key in levels if key not in asked)
    if not levels or not_asked or not bank.stages:
        return Readiness(None, not_known=not_known, not_asked=not_asked)
    lowest = _lowest(bank, scores, asked)
    stage = stage_for(bank.stages, tuple(levels.values()), lowest)
    if stage is None:
        return Readiness(None, not_known=not_known)
    held, domains = _holders(bank, stage, levels, scores)
    plain = stage_for(
        bank.stages, tuple(levels.values()), _lowest(bank, _unweighted(scores), asked)
    )
    return Readiness(stage, held, not_known, domains, (), plain != stage)


def stage_for(
    stages: Sequence[Stage], foundations: Sequence[Level | None], lowest_domain: Level | None
) -> Stage | None:
    """The stage for those foundation levels (None: not known).

    `lowest_domain` is the lowest level of any domain with unknown answers at 0, or None where not
    every question of the bank was asked.
    """
    known = [level for level in foundations if level is not None]
    for stage in stages:
        rule = stage.when
        if rule.kind == "some_foundation_at_most" and any(
            level <= (rule.level or 0) for level in known
        ):
            return stage
        if rule.kind == "some_foundation_unknown" and len(known) < len(foundations):
            return stage
    for stage in reversed(stages):
        rule = stage.when
        if rule.kind != "every_foundation_at_least":
            continue
        domains_reach = rule.every_domain_at_least is None or (
            lowest_domain is not None and lowest_domain >= rule.every_domain_at_least
        )
        if domains_reach and all(level >= (rule.level or 0) for level in known):
            return stage
    return None


def safety_stops(assessment: Assessment) -> tuple[str, ...]:
    """The indicators on the route whose answer is 0 and which then ask for a pause."""
    return tuple(
        each.id
        for each in assessment.asked
        if each.safety_stop and assessment.answer(each.id).level == 0
    )


def _lowest(bank: Bank, scores: Sequence[DomainScore], asked: frozenset[str]) -> Level | None:
    """The lowest level of any domain with unknown answers at 0; None unless all was asked."""
    if len(asked) < len(bank.by_id):
        return None
    lows = [each.level_low for each in scores if each.level_low is not None]
    return min(lows) if lows else None


def _unweighted(scores: Sequence[DomainScore]) -> Sequence[DomainScore]:
    if all(each.weight == 1 for score in scores for each in score.inputs):
        return scores
    return [
        score_inputs(score.code, [replace(each, weight=1) for each in score.inputs])
        for score in scores
    ]


def _holders(
    bank: Bank,
    stage: Stage,
    levels: dict[str, Level | None],
    scores: Sequence[DomainScore],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The foundations, and domains, that must move before the next stage can be reached."""
    rule = stage.when
    if rule.kind == "some_foundation_at_most":
        bar = rule.level or 0
        return tuple(key for key, at in levels.items() if at is not None and at <= bar), ()
    if rule.kind == "some_foundation_unknown":
        return tuple(key for key, at in levels.items() if at is None), ()
    later = bank.stages[bank.stages.index(stage) + 1 :]
    if not later:
        return (), ()
    ahead = later[0].when
    held = tuple(key for key, at in levels.items() if at is not None and at < (ahead.level or 0))
    bar = ahead.every_domain_at_least or 0
    domains = tuple(
        each.code for each in scores if each.level_low is not None and each.level_low < bar
    )
    return held, domains
