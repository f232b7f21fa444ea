"""Which questions of an older version of a bank are still the same in a newer one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nttp_readiness.domain.assessment import Assessment
from nttp_readiness.domain.bank import Bank, Change
from nttp_readiness.errors import BankError
from nttp_readiness.i18n import tr


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """What became of the older bank's questions.

    `newer` leads from a question of the older version to the one that is the same today, reworded
    or not. `reworded` are ids of the newer bank. `apart` are the changes after which answers cannot
    be set side by side: split, merged and removed questions.
    """

    older: str
    """The older version; empty where both are the same."""
    newer: Mapping[str, str]
    reworded: tuple[str, ...]
    apart: tuple[Change, ...]

    def asked(self, assessment: Assessment) -> dict[str, str]:
        """The questions of an assessment's route: today's id to the id in that assessment."""
        if assessment.bank.version != self.older:
            return {each.id: each.id for each in assessment.asked}
        return {self.newer[each.id]: each.id for each in assessment.asked if each.id in self.newer}


def carried_over(first: Bank, second: Bank) -> tuple[Bank, CarriedOver]:
    """The newer of two versions of a bank, and what became of the older one's questions.

    Changes since later versions are followed one after the other. Ids are never used again, so a
    question that the map does not name is the same one wherever its id is.
    """
    if first.id != second.id:
        raise BankError(
            tr(
                "These two were made with different question banks, “{first}” and “{second}”."
            ).format(first=first.title, second=second.title),
            safe=tr("Nothing was changed."),
            cure=tr("Only rounds that asked the same questions can be compared."),
        )
    if first.version == second.version:
        return second, CarriedOver("", {}, (), ())
    older, newer = sorted((first, second), key=lambda bank: _number(bank.version))
    changes = sorted(
        (each for each in newer.changes if _number(each.since) >= _number(older.version)),
        key=lambda each: _number(each.since),
    )
    now = {key: key for key in older.by_id}
    reworded: dict[str, None] = {}
    apart: list[Change] = []
    for change in changes:
        came_from = next((old for old, key in now.items() if key == change.old), None)
        if came_from is None:
            continue
        if change.kind in {"kept", "reworded"}:
            now[came_from] = change.new[0] if change.new else change.old
            if change.kind == "reworded":
                reworded[came_from] = None
        else:
            del now[came_from]
            apart.append(change)
    same = {old: key for old, key in now.items() if key in newer.by_id}
    return newer, CarriedOver(
        older.version, same, tuple(same[old] for old in reworded if old in same), tuple(apart)
    )


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
