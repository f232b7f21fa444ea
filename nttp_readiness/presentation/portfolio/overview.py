"""From assessments to what may be seen of them, in one step for window and command line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.minimums import OUTSIDE_MINIMUM
from nttp_readiness.domain.portfolio.portfolio import Portfolio, Published, portfolio_of
from nttp_readiness.domain.portfolio.teams import Gathered, gather
from nttp_readiness.presentation.portfolio.portfolio_tables import PortfolioTable, Problem, tables
from nttp_readiness.presentation.words.people import typed
from nttp_readiness.presentation.words.roles import is_body, is_role
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class Overview:
    """A portfolio with its tables."""

    portfolio: Portfolio
    gathered: Gathered
    tables: tuple[PortfolioTable, ...]
    trouble: str = ""
    """Why no figure may be seen; empty where figures may."""


def overview(
    assessments: Iterable[Assessment],
    problems: Sequence[Problem] = (),
    earlier: Sequence[Published] | None = (),
    trouble: str = "",
) -> Overview:
    """What may be seen of these assessments, after what was seen before: no figure where nobody
    knows that, with the `trouble` in a sentence.
    """
    gathered = gather(assessments, body_of)
    portfolio = portfolio_of(
        gathered.teams, sensitive=gathered.sensitive, minimum=OUTSIDE_MINIMUM, earlier=earlier
    )
    return Overview(portfolio, gathered, tables(portfolio, gathered, problems), trouble)


def body_of(owner: str) -> str:
    """The organisation that an owner's text names; empty where it names none. Never a person."""
    said = typed(owner.partition(";")[0])
    parts = (*said.roles, *said.names)
    return next((each for each in parts if is_body(each) and not is_role(each)), "")
