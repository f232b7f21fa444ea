"""Two versions of one assessment, before they are put together: what comes in, and what differs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import assert_never

from nttp_readiness.domain.answers.answer import NO_ANSWER
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.evidence import EvidenceItem
from nttp_readiness.domain.answers.planned import Request
from nttp_readiness.domain.checked_value import Value
from nttp_readiness.domain.exchange.merging import Merged, Spot
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.plan.action_columns import ACTION_COLUMNS
from nttp_readiness.presentation.plan.request_columns import REQUEST_COLUMNS
from nttp_readiness.presentation.screens.merge_words import spot_names
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.answer_columns import ANSWER_COLUMNS
from nttp_readiness.presentation.words.evidence_columns import EVIDENCE_COLUMNS
from nttp_readiness.presentation.words.field_columns import FieldColumn
from nttp_readiness.values import dataclass

MOST_LETTERS = 160
"""Letters of a text that are quoted, so that each side fits beside the other."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One part that both changed differently: what it is, and what each of the two says."""

    spot: Spot
    name: str
    ours: str
    theirs: str


def differences(merged: Merged, ours: Assessment) -> tuple[Difference, ...]:
    """What both changed differently, in the order of the assessment, chosen ones included.

    An action's place among the others is left out: nobody could say which of the two to take.
    """
    theirs = merged.renamed or merged.assessment
    holders = (ours, theirs)
    return tuple(
        Difference(spot, spot_names([spot], *holders)[0], *_both(spot, ours, theirs))
        for spot in (*merged.conflicts, *merged.chosen)
        if spot.kind != "order"
    )


def taken(merged: Merged) -> tuple[str, ...]:
    """What only the other one changed, and comes in: each part by its name, once."""
    return spot_names(merged.theirs, merged.assessment, merged.renamed or merged.assessment)


def merge_lines(merged: Merged, ours: Assessment) -> tuple[str, ...]:
    """What was taken and what differs, each as one line."""
    names, differ = taken(merged), differences(merged, ours)
    count = len(names)
    lines = [
        trn("{n} change was taken.", "{n} changes were taken.", count)
        if count
        else tr("The other file had nothing that this one does not have.")
    ]
    lines += [f"  {name}" for name in names]
    if differ:
        both = len(differ)
        lines.append(
            trn(
                "{n} part was changed in both. The version in this file was kept.",
                "{n} parts were changed in both. The versions in this file were kept.",
                both,
            )
        )
        lines += [
            tr("  {name}: here {ours}, in the other file {theirs}").format(
                name=each.name, ours=each.ours, theirs=each.theirs
            )
            for each in differ
        ]
    return tuple(lines)


def _both(spot: Spot, ours: Assessment, theirs: Assessment) -> tuple[str, str]:
    match spot.kind:
        case "profile":
            return _profile(ours, spot.key), _profile(theirs, spot.key)
        case "answer":
            return _beside(
                (ours.answers.get(spot.key, NO_ANSWER), theirs.answers.get(spot.key, NO_ANSWER)),
                (("choice", tr("Answer"), lambda value: _choice(ours, value)),),
                ANSWER_COLUMNS,
            )
        case "evidence":
            return _beside(
                (_evidence(ours, spot.key), _evidence(theirs, spot.key)), (), EVIDENCE_COLUMNS
            )
        case "importance":
            return (
                _value(ours.importance.get(spot.key)),
                _value(theirs.importance.get(spot.key)),
            )
        case "action":
            return _beside(
                (ours.actions.get(spot.key), theirs.actions.get(spot.key)), (), ACTION_COLUMNS
            )
        case "ask":
            return _beside((_ask(ours, spot.key), _ask(theirs, spot.key)), (), REQUEST_COLUMNS)
        case "stage_view":
            return _stage(ours), _stage(theirs)
        case "order" | "workshop" | "review" | "part" | "sharing":
            return tr("as it is here"), tr("as it is there")
        case _:
            assert_never(spot.kind)


def _evidence(assessment: Assessment, key: str) -> EvidenceItem | None:
    question, _, wanted = key.partition("/")
    items = assessment.answer(question).evidence_items
    return next((each for each in items if each.id == wanted), None)


_Special = tuple[str, str, Callable[[object], str]]


def _beside(
    pair: tuple[Value | None, Value | None],
    special: Sequence[_Special],
    columns: Sequence[FieldColumn],
) -> tuple[str, str]:
    """Two values by the fields in which they differ, each with its heading."""
    first, second = pair
    if first is None or second is None:
        return tuple(_whole(each) for each in pair)  # type: ignore[return-value] # two of two
    said: tuple[list[str], list[str]] = ([], [])
    for name, heading, in_words in _fields(special, columns):
        values = getattr(first, name, None), getattr(second, name, None)
        if values[0] != values[1]:
            for side, value in zip(said, values, strict=True):
                side.append(f"{heading}: {_short(in_words(value)) or tr('empty')}")
    if not said[0]:
        return tr("as it is here"), tr("as it is there")
    return "; ".join(said[0]), "; ".join(said[1])


def _fields(special: Sequence[_Special], columns: Sequence[FieldColumn]) -> Iterator[_Special]:
    yield from special
    for each in columns:
        if each.spec is not None:
            yield each.key, each.heading(), each.words


def _whole(value: Value | None) -> str:
    if value is None:
        return tr("taken out")
    return tr("“{text}”").format(
        text=_short(getattr(value, "title", "") or getattr(value, "request", ""))
    )


def _profile(assessment: Assessment, name: str) -> str:
    profile = assessment.profile
    if name == "scope":
        return words.scope_words(profile.scope)
    if name == "route":
        names = {each.id: each.name for each in assessment.bank.routes}
        return names.get(profile.route, profile.route)
    return _value(getattr(profile, name))


def _ask(assessment: Assessment, key: str) -> Request | None:
    return next((each for each in assessment.asks if each.id == key), None)


def _stage(assessment: Assessment) -> str:
    view = assessment.stage_view
    if view is None:
        return tr("empty")
    names = {each.id: each.name for each in assessment.bank.stages}
    return _short(": ".join(filter(None, (names.get(view.stage, view.stage), view.reason))))


def _choice(assessment: Assessment, value: object) -> str:
    return words.choice_words(assessment.bank, value)  # type: ignore[arg-type] # of an answer


def _value(value: object) -> str:
    if isinstance(value, dt.date):
        return words.day(value)
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    return _short(str(value)) if value not in (None, "") else tr("empty")


def _short(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= MOST_LETTERS else said[: MOST_LETTERS - 1].rstrip() + "…"
