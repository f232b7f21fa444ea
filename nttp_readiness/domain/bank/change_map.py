"""What became of the questions of an older version of a bank in a newer one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from nttp_readiness.domain.bank.bank import Bank, Change, ChangeKind
from nttp_readiness.errors import BankError
from nttp_readiness.i18n import tr
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class Became:
    """What became of one question: the ids that it leads to today, and the changes on the way."""

    old: str
    new: tuple[str, ...]
    changes: tuple[Change, ...]

    @property
    def kind(self) -> ChangeKind:
        """The change that matters most of all on the way; removed where it leads to nothing."""
        kinds = {each.kind for each in self.changes}
        if not self.new:
            return "removed"
        if "merged" in kinds:
            return "merged"
        if "split" in kinds or len(self.new) > 1:
            return "split"
        return "reworded" if "reworded" in kinds else "kept"

    @property
    def same(self) -> bool:
        """Whether it is still one question that can be set beside the old one."""
        return self.kind in {"kept", "reworded"}


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

    def asked(self, bank: Bank, route: str) -> dict[str, str]:
        """The questions of a route of either bank: today's id to the id in that bank."""
        on_route = bank.asked(route)
        ids = [key for key in bank.by_id if key in on_route]
        if bank.version != self.older:
            return {key: key for key in ids}
        return {self.newer[key]: key for key in ids if key in self.newer}


def became(older: Bank, newer: Bank) -> dict[str, Became]:
    """What became of each question of the older version, in the order of that version.

    The changes of one version apply together, those of later versions after them. Ids are never
    used again, so a question that the map does not name is the same one wherever its id is.
    """
    return _became(older.by_id, older.version, newer)


def became_since(version: str, newer: Bank) -> dict[str, Became]:
    """What became of each question that the map names since that version, where no bank of that
    version is at hand. A question that it does not name is the same one.
    """
    since = [each for each in newer.changes if number(each.since) >= number(version)]
    return _became(dict.fromkeys(each.old for each in since), version, newer)


def _became(asked: Iterable[str], version: str, newer: Bank) -> dict[str, Became]:
    leads_to: dict[str, tuple[str, ...]] = {key: (key,) for key in asked}
    passed: dict[str, tuple[Change, ...]] = dict.fromkeys(leads_to, ())
    changes = sorted(
        (each for each in newer.changes if number(each.since) >= number(version)),
        key=lambda each: number(each.since),
    )
    for _, together in groupby(changes, key=lambda each: number(each.since)):
        by_old = {each.old: each for each in together}
        for key, ids in leads_to.items():
            passed[key] += tuple(by_old[each] for each in ids if each in by_old)
            leads_to[key] = tuple(
                dict.fromkeys(new for each in ids for new in _leads_to(each, by_old.get(each)))
            )
    return {
        key: Became(key, tuple(each for each in ids if each in newer.by_id), passed[key])
        for key, ids in leads_to.items()
    }


def carried_over(first: Bank, second: Bank) -> tuple[Bank, CarriedOver]:
    """The newer of two versions of a bank, and what became of the older one's questions."""
    if first.id != second.id:
        raise BankError(
            tr(
                "These two were made with different question banks, “{first}” and “{second}”."
            ).format(first=first.title, second=second.title),
            safe=tr("Nothing was changed."),
            cure=tr("Choose a round that asked the same questions."),
        )
    if first.version == second.version:
        return second, CarriedOver("", {}, (), ())
    older, newer = sorted((first, second), key=lambda bank: number(bank.version))
    found = became(older, newer).values()
    apart = [
        next((each for each in one.changes if each.kind == one.kind), one.changes[-1])
        for one in found
        if not one.same and one.changes
    ]
    return newer, CarriedOver(
        older.version,
        {each.old: each.new[0] for each in found if each.same},
        tuple(each.new[0] for each in found if each.kind == "reworded"),
        tuple(apart),
    )


def number(version: str) -> tuple[int, ...]:
    """A version as numbers that can be compared: "1.10.0" comes after "1.9.0"."""
    return tuple(int(part) for part in version.split("."))


def _leads_to(key: str, change: Change | None) -> tuple[str, ...]:
    if change is None:
        return (key,)
    if change.kind == "removed":
        return ()
    return change.new or (key,)
