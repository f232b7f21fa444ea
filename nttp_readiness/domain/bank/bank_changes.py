"""Whether a bank's change map can be followed from any older version to this one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from nttp_readiness.domain.bank.bank import Bank, Change, ChangeKind
from nttp_readiness.domain.bank.bank_problems import BANK_FILE, Problem
from nttp_readiness.domain.bank.change_map import number
from nttp_readiness.i18n import tr

_NEW_IDS = {
    "kept": (0, 1),
    "reworded": (0, 1),
    "split": (2, 99),
    "merged": (1, 1),
    "removed": (0, 0),
}
"""The fewest and the most new ids that a change of each kind leads to."""


def check_changes(bank: Bank) -> Iterator[Problem]:
    """What would lead an older assessment's answers astray, or nowhere."""
    for (since, old), count in Counter((each.since, each.old) for each in bank.changes).items():
        if count > 1:
            yield _problem(
                f"changes, {old}",
                tr("Two changes since {version} say what became of it.").format(version=since),
                tr("Keep one."),
            )
    for change in bank.changes:
        yield from _one(bank, change)


def _one(bank: Bank, change: Change) -> Iterator[Problem]:
    place = f"changes, {change.old}"
    if number(change.since) >= number(bank.version):
        yield _problem(
            f"{place}, since",
            tr("It says “since {since}”, and this bank is version {version}.").format(
                since=change.since, version=bank.version
            ),
            tr("Name the last version in which the old question stood, or raise the version."),
        )
    fewest, most = _NEW_IDS[change.kind]
    if not fewest <= len(change.new) <= most:
        yield _problem(f"{place}, new", *_count_words(change.kind))
    for each in change.new:
        if not _leads_on(bank, change, each):
            yield _problem(
                f"{place}, new",
                tr("“{id}” is not in this bank.").format(id=each),
                tr("Correct it, or add a change that says what became of it later."),
            )
    stays = change.old in change.new or (change.kind in {"kept", "reworded"} and not change.new)
    if stays and not _leads_on(bank, change, change.old):
        yield _problem(
            f"{place}, old",
            tr("It is said to be {kind}, and it is not in this bank.").format(kind=change.kind),
            tr('Correct the id, or name the new one: new = ["ABC-1"]'),
        )
    if not stays and change.old in bank.by_id:
        yield _problem(
            f"{place}, old",
            tr("It is said to be gone, and an indicator of this id is in this bank."),
            tr("An id is never used again: give that indicator another, or correct the change."),
        )


def _leads_on(bank: Bank, change: Change, key: str) -> bool:
    """Whether an id stands in this bank, or a later change says what became of it."""
    return key in bank.by_id or any(
        later.old == key and number(later.since) > number(change.since) for later in bank.changes
    )


def _count_words(kind: ChangeKind) -> tuple[str, str]:
    return {
        "kept": (tr("A question that is kept leads to one."), tr("Name its new id, or none.")),
        "reworded": (tr("A reworded question leads to one."), tr("Name its new id, or none.")),
        "split": (tr("A question that is split leads to two or more."), tr("Name the new ids.")),
        "merged": (tr("A question that is merged leads to one."), tr("Name the new id.")),
        "removed": (tr("A removed question leads to none."), tr("Take the new ids out.")),
    }[kind]


def _problem(place: str, problem: str, cure: str) -> Problem:
    return Problem(BANK_FILE, place, problem, cure)
