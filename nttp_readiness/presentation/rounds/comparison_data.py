"""Two rounds side by side as plain data, for `compare A B --json`. Names stay as they are."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from nttp_readiness.domain.readiness.scoring import DomainScore
from nttp_readiness.domain.rounds.rounds import Comparison, DomainChange
from nttp_readiness.domain.scorecard import Scorecard


def comparison_data(compared: Comparison) -> dict[str, Any]:
    """Stage, domains, foundations and actions before and after."""
    return {
        "before": _round(compared.before),
        "after": _round(compared.after),
        "in_common": compared.in_common,
        "only_before": list(compared.only_before),
        "only_after": list(compared.only_after),
        "domains": [_domain(each) for each in compared.domains],
        "foundations": [
            {"indicator": each.indicator, "before": each.before, "after": each.after}
            for each in compared.foundations
        ],
        "foundations_same": compared.foundations_same,
        "done": [{"id": each.id, "title": each.title} for each in compared.done],
        "index_change": _number(compared.overall_change),
        "index_clear": compared.overall_clear,
        "reach": [
            {
                "indicator": each.indicator,
                "before": [each.before.n, each.before.of],
                "after": [each.after.n, each.after.of],
            }
            for each in compared.reach
        ],
        "reworded": list(compared.carried.reworded),
        "not_comparable": [
            {"id": each.old, "kind": each.kind, "new": list(each.new)}
            for each in compared.carried.apart
        ],
    }


def _round(card: Scorecard) -> dict[str, Any]:
    assessment, readiness = card.assessment, card.readiness
    started = assessment.profile.started
    return {
        "id": assessment.id,
        "round": assessment.round,
        "started": started.isoformat() if started else None,
        "route": assessment.profile.route,
        "bank": assessment.bank.id,
        "version": assessment.bank.version,
        "stage": readiness.stage.id if readiness.stage else None,
        "held_by": list(readiness.held_by),
        "not_known": list(readiness.not_known),
    }


def _domain(change: DomainChange) -> dict[str, Any]:
    return {
        "id": change.code,
        "before": _figures(change.before),
        "after": _figures(change.after),
        "verdict": change.verdict,
        "levels": change.levels,
        "only_answered": change.only_answered,
        "index_change": _number(change.index_change),
        "index_clear": change.index_clear,
        "up": list(change.up),
        "down": list(change.down),
        "same": list(change.same),
        "learned": list(change.learned),
        "lost": list(change.lost),
    }


def _figures(score: DomainScore) -> dict[str, Any]:
    return {
        "level": score.level,
        "level_low": score.level_low,
        "level_high": score.level_high,
        "index": _number(score.index),
        "shown": score.shown,
    }


def _number(figure: Fraction | None) -> float | int | None:
    if figure is None:
        return None
    return int(figure) if figure.denominator == 1 else float(figure)
