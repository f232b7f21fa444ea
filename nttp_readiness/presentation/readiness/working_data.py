"""Every working as plain data, with exact fractions, for `score --json --working`."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from nttp_readiness.domain.readiness.working import Amount, DomainFigure, Unit, Working
from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words import words

_FIGURES: tuple[DomainFigure, ...] = ("level", "level_range", "coverage", "index")


def card_working_data(card: Scorecard) -> dict[str, Any]:
    """The working of the stage, of the overall index, of every domain and of every action."""
    return {
        "stage": working_data(card.stage_working),
        "index": working_data(card.overall_working),
        "domains": {
            score.code: {each: working_data(card.working(score.code, each)) for each in _FIGURES}
            for score in card.domains
        },
        "actions": {
            each.id: working_data(card.priority_working(each)) for each in card.suggestions
        },
    }


def working_data(working: Working) -> dict[str, Any]:
    """One tree: title, rule, inputs, steps, result and parts."""
    return {
        "figure": working.figure,
        "of": working.of,
        "title": working.title,
        "rule": working.rule,
        "inputs": [
            {
                "indicator": each.indicator,
                "title": each.title,
                "answer": each.choice,
                "weight": each.weight,
            }
            for each in working.inputs
        ],
        "steps": [
            {
                "name": each.name,
                "rule": each.rule,
                "sum": each.sum,
                **_amount(each.value, each.unit),
            }
            for each in working.steps
        ],
        "result": _amount(working.result, working.unit),
        "rounding": working.rounding,
        "parts": [working_data(each) for each in working.parts],
    }


def shown(value: Amount, unit: Unit) -> str:
    """A value as it is shown: rounded half up, a share in per cent, yes or no."""
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if unit == "share" and isinstance(value, Fraction | int):
        return words.percent(Fraction(value))
    if unit == "points" and isinstance(value, Fraction | int):
        return words.rounded(Fraction(value))
    return "" if value is None else str(value)


def _amount(value: Amount, unit: Unit) -> dict[str, Any]:
    if isinstance(value, Fraction):
        whole = value.denominator == 1
        return {
            "value": int(value) if whole else float(value),
            "exact": str(value),
            "shown": shown(value, unit),
        }
    return {"value": value, "shown": shown(value, unit)}
