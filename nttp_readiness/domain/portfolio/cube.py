"""The count cube: what leaves for other programs, additive over every column.

Each row says how often one value was found in one block of teams. Rows of several portfolios, and
of several organisations, are merged by adding `n`; no row is of one person's answers.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from nttp_readiness.domain.portfolio.portfolio import Portfolio

COLUMNS = ("made", "bank", "organisation", "group", "kind", "about", "value", "n")


class CubeRow(NamedTuple):
    """One row of the cube."""

    made: dt.date
    bank: str
    organisation: str
    group: str
    """The team, or empty for several that are only told of together."""
    kind: str
    about: str
    value: str
    n: int


def cube_of(portfolio: Portfolio, *, bank: str, made: dt.date) -> tuple[CubeRow, ...]:
    """The rows of a portfolio, in an order that does not depend on how it was read."""
    return tuple(
        sorted(
            CubeRow(made, bank, each.organisation, each.team, *fact, n)
            for each in portfolio.blocks
            for fact, n in each.facts.items()
        )
    )
