"""The scorecard as plain data for `score --json`, kept stable for those who read it by program."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.plan.priorities import Suggestion
from nttp_readiness.domain.readiness.confidence import DomainConfidence
from nttp_readiness.domain.readiness.scoring import DomainScore
from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.presentation.words.order_reasons import sentences, suggestion_reasons


def score_data(card: Scorecard) -> dict[str, Any]:
    """The figures under stable names; a level is null where it is not shown, ranges stand."""
    readiness, counts = card.readiness, card.counts
    return {
        "stage": readiness.stage.id if readiness.stage else None,
        "held_by": list(readiness.held_by),
        "not_known": list(readiness.not_known),
        "held_by_domains": list(readiness.held_by_domains),
        "not_asked": list(readiness.not_asked),
        "safety_stops": list(card.safety_stops),
        "answered": counts.answered,
        "of": counts.of,
        "not_sure": counts.not_sure,
        "rather_not_say": counts.rather_not_say,
        "not_relevant": counts.not_relevant,
        "index": _number(card.overall),
        "domains": [
            _domain(each) | _confidence(found)
            for each, found in zip(card.domains, card.confidence, strict=True)
        ],
        "actions": [_action(card.assessment, each) for each in card.suggestions],
    }


def _domain(score: DomainScore) -> dict[str, Any]:
    return {
        "id": score.code,
        "index": _number(score.index),
        "low": _number(score.low),
        "high": _number(score.high),
        "coverage": _number(score.coverage),
        "level": score.level,
        "provisional": score.provisional,
        "level_low": score.level_low,
        "level_high": score.level_high,
        "shown": score.shown,
    }


def _confidence(found: DomainConfidence) -> dict[str, Any]:
    """What the answers rest on: beside the figures, and in none of them."""
    return {
        "rests_on": found.standing,
        "evidence": dict(found.by_kind),
        "guesses": list(found.guesses),
    }


def _action(assessment: Assessment, suggestion: Suggestion) -> dict[str, Any]:
    return {
        "id": suggestion.id,
        "indicator": suggestion.indicator,
        "horizon": suggestion.horizon,
        "firm": suggestion.firm,
        "depends_on": list(suggestion.depends_on),
        "builds_on": list(suggestion.waits_for),
        "needed_by": list(suggestion.needed_by),
        "reasons": sentences(suggestion_reasons(assessment, suggestion)),
        "title": suggestion.action.title,
    }


def _number(figure: Fraction | None) -> float | int | None:
    """Whole numbers as such, others as the nearest float."""
    if figure is None:
        return None
    return int(figure) if figure.denominator == 1 else float(figure)
