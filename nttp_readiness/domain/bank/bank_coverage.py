"""Which questions serve the statements that a bank starts from, and its themes."""

from __future__ import annotations

from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.indicator import Indicator

Serving = dict[str, tuple[Indicator, ...]]
"""Indicators in the order of the bank, under the id of what they serve; none is an empty tuple."""


def serving_statements(bank: Bank) -> Serving:
    """The indicators that name each statement in their `seed`."""
    return {
        statement.id: tuple(each for each in bank.by_id.values() if statement.id in each.seed)
        for statement in bank.seed
    }


def serving_themes(bank: Bank) -> Serving:
    """The indicators of each theme; one that names none belongs to those of its domain."""
    themes = {
        each.id: each.themes or bank.domain_of[each.id].themes for each in bank.by_id.values()
    }
    return {
        theme.id: tuple(each for each in bank.by_id.values() if theme.id in themes[each.id])
        for theme in bank.themes
    }
