"""Which of many files are teams of a portfolio: the latest round of each, once."""

from __future__ import annotations

from collections.abc import Iterable

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.minimums import OUTSIDE_MINIMUM
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.group.release import is_sensitive
from nttp_readiness.domain.portfolio.facts import Body, Team, team_of
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class Gathered:
    """The teams, and how many files are no team of their own, with the reason."""

    teams: tuple[Team, ...]
    sensitive: frozenset[str]
    """Questions of which nobody may stand alone."""
    earlier_rounds: int
    copies: int
    parts: int
    """Parts of an assessment that somebody was asked to answer."""
    other_banks: int
    """Assessments with other questions than most have."""
    bank: Bank | None
    """The questions that most have, in their newest version; None where there is no team."""


def gather(assessments: Iterable[Assessment], body: Body) -> Gathered:
    """One team for each assessment that nothing in the folder follows.

    Of several copies of one the one with the most answers counts. Sums need the same questions:
    those of the bank that most have.
    """
    found: dict[str, Assessment] = {}
    parts = copies = 0
    for each in assessments:
        if each.part is not None:
            parts += 1
            continue
        known = found.get(each.id)
        copies += known is not None
        if known is None or len(each.answers) > len(known.answers):
            found[each.id] = each
    followed = {each.previous for each in found.values() if each.previous}
    latest = [each for each in found.values() if each.id not in followed]
    banks = [each.written_bank.id for each in latest]
    bank = max(sorted(set(banks)), key=banks.count, default="")
    asked = [each for each in latest if each.written_bank.id == bank]
    teams = [
        team_of(
            each,
            joint=OUTSIDE_MINIMUM,
            minimum=OUTSIDE_MINIMUM,
            body=body,
            before=found.get(each.previous or ""),
        )
        for each in asked
    ]
    written = {id(each.written_bank): each.written_bank for each in asked}
    return Gathered(
        teams=tuple(teams),
        sensitive=frozenset(
            key for each in written.values() for key in each.by_id if is_sensitive(each, key)
        ),
        earlier_rounds=len(found) - len(latest),
        copies=copies,
        parts=parts,
        other_banks=len(latest) - len(asked),
        bank=max((each.bank for each in asked), key=_version, default=None),
    )


def _version(bank: Bank) -> tuple[int, ...]:
    return tuple(map(int, bank.version.split(".")))
