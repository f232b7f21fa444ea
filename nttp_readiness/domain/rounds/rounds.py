"""Over time: a new round from the last one, and what moved between any two assessments."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from nttp_readiness.domain.answers.answer import NO_ANSWER, Answer, Choice, Reach
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.planned import PlannedAction
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.change_map import CarriedOver, carried_over
from nttp_readiness.domain.bank.scale import TOP_LEVEL
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.editing.evidence_edits import still_true
from nttp_readiness.domain.readiness.scoring import DomainScore, Input, score_inputs
from nttp_readiness.domain.readiness.stages import Readiness
from nttp_readiness.domain.scorecard import Scorecard, score
from nttp_readiness.errors import EditError
from nttp_readiness.i18n import tr
from nttp_readiness.values import dataclass

MOST_ROUNDS = 200
Verdict = Literal["up", "down", "same", "no_clear_change", "range", "answers", "not_relevant"]


@dataclass(frozen=True, slots=True)
class DomainChange:
    """One domain before and after, on the questions that both assessments asked.

    `up`, `down` and `same` are questions with a level both times; `learned` had none before,
    `lost` has none now. `levels` is how far the level moved where both show one, and
    `only_answered` is true where it moves only because other questions have a level now.
    """

    code: str
    before: DomainScore
    after: DomainScore
    up: tuple[str, ...]
    down: tuple[str, ...]
    same: tuple[str, ...]
    learned: tuple[str, ...]
    lost: tuple[str, ...]
    verdict: Verdict
    levels: int
    only_answered: bool
    index_change: Fraction | None
    index_clear: bool
    """Whether the index moved by at least what one answer's step makes."""


@dataclass(frozen=True, slots=True)
class FoundationChange:
    """A foundation that both asked and that has another answer now."""

    indicator: str
    before: Choice | None
    after: Choice | None


@dataclass(frozen=True, slots=True)
class ReachChange:
    """A question whose reach was counted both times, and is another one now."""

    indicator: str
    before: Reach
    after: Reach


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that can be said about two assessments of one bank. Ids are the newer bank's."""

    before: Scorecard
    after: Scorecard
    bank: Bank
    domains: tuple[DomainChange, ...]
    foundations: tuple[FoundationChange, ...]
    foundations_same: int
    done: tuple[PlannedAction, ...]
    """Actions that were done in between, in the order of the plans."""
    in_common: int
    """How many questions both asked, and so were compared."""
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]
    carried: CarriedOver
    overall_change: Fraction | None
    overall_clear: bool
    reach: tuple[ReachChange, ...]
    came_back: tuple[str, ...]
    """Marked to come back to in the earlier one, and not any more."""
    to_come_back: tuple[str, ...]
    """Marked in both."""

    @property
    def stage_before(self) -> Readiness:
        return self.before.readiness

    @property
    def stage_after(self) -> Readiness:
        return self.after.readiness


def new_round(assessment: Assessment, *, today: dt.date, keep_answers: bool) -> Assessment:
    """The next round: a document of its own that knows which one it followed.

    Answers, with what was written beside them, are kept or left empty; what could be shown for them
    comes along either way, for somebody to say whether it still holds. Actions that are not done
    come along, dropped ones with their reasons too; done ones stay behind in the last round.
    """
    if assessment.round >= MOST_ROUNDS:
        raise EditError(
            tr("This is round {n}, the last one that there is room for.").format(
                n=assessment.round
            ),
            safe=tr("Nothing was changed."),
            cure=tr("Please start a new assessment."),
        )
    return Assessment(
        id=uuid.uuid4().hex,
        round=assessment.round + 1,
        previous=assessment.id,
        profile=changed(assessment.profile, started=today, review=None, agreed=None),
        answers=_answers_to_begin_with(assessment, keep=keep_answers),
        importance=assessment.importance,
        actions={key: each for key, each in assessment.actions.items() if each.status != "done"},
        asks=assessment.asks,
        written_bank=assessment.written_bank,
    )


def _answers_to_begin_with(assessment: Assessment, *, keep: bool) -> dict[str, Answer]:
    """The answers of the next round. A mark to come back to a question stays with a kept one."""
    begun = {
        key: still_true(each if keep else Answer(evidence_items=each.evidence_items))
        for key, each in assessment.answers.items()
    }
    return {key: each for key, each in begun.items() if not each.empty}


def compare(before: Assessment, after: Assessment) -> Comparison:
    """What moved from one assessment to the other, on the questions that both asked.

    Both need the same bank, or two versions of it: then its change map says which questions are
    still the same. `BankError` where the banks have nothing to do with each other.
    """
    bank, carried = carried_over(before.bank, after.bank)
    asked_before, asked_after = (
        carried.asked(each.bank, each.profile.route) for each in (before, after)
    )
    both = [key for key in bank.by_id if key in asked_before and key in asked_after]
    old = {key: before.answer(asked_before[key]) for key in both}
    new = {key: after.answer(asked_after[key]) for key in both}
    domains = tuple(
        _domain_change(bank, domain.code, keys, old, new)
        for domain in bank.domains
        if (keys := [each.id for each in domain.indicators if each.id in new])
    )
    foundations = [each.id for each in bank.foundations if each.id in new]
    moved = [key for key in foundations if old[key].choice != new[key].choice]
    first, second = score(before), score(after)
    known = [each for each in domains if each.index_change is not None]
    overall = _mean([each.index_change for each in known if each.index_change is not None])
    return Comparison(
        before=first,
        after=second,
        bank=bank,
        domains=domains,
        foundations=tuple(FoundationChange(key, old[key].choice, new[key].choice) for key in moved),
        foundations_same=len(foundations) - len(moved),
        done=_done(before, after),
        in_common=len(both),
        only_before=tuple(key for key in asked_before if key not in asked_after),
        only_after=tuple(key for key in asked_after if key not in asked_before),
        carried=carried,
        overall_change=overall,
        overall_clear=overall is not None
        and abs(overall) >= min(_step(each.before, each.after) for each in known) / len(known),
        reach=tuple(_reach_changes(both, old, new)),
        came_back=tuple(k for k in both if old[k].come_back and not new[k].come_back),
        to_come_back=tuple(k for k in both if old[k].come_back and new[k].come_back),
    )


def _reach_changes(
    keys: Sequence[str], old: Mapping[str, Answer], new: Mapping[str, Answer]
) -> Iterator[ReachChange]:
    for key in keys:
        before, after = old[key].reach, new[key].reach
        if before is not None and after is not None and before != after:
            yield ReachChange(key, before, after)


def in_order(one: Assessment, other: Assessment) -> tuple[Assessment, Assessment]:
    """The two with the earlier first: by round, else by the day on which they were begun.

    As they are given where neither tells.
    """
    if one.round != other.round:
        return (one, other) if one.round < other.round else (other, one)
    begun = one.profile.started, other.profile.started
    if begun[0] and begun[1] and begun[1] < begun[0]:
        return other, one
    return one, other


def _domain_change(
    bank: Bank,
    code: str,
    keys: Sequence[str],
    old: Mapping[str, Answer],
    new: Mapping[str, Answer],
) -> DomainChange:
    before, after = _scored(bank, code, keys, old), _scored(bank, code, keys, new)
    known_then = [key for key in keys if old[key].level is not None]
    known_now = [key for key in keys if new[key].level is not None]
    both = [key for key in known_then if key in known_now]
    steps = {key: (new[key].level or 0) - (old[key].level or 0) for key in both}
    levels = 0
    if before.level is not None and after.level is not None:
        levels = after.level - before.level
    difference = None
    if before.index is not None and after.index is not None:
        difference = after.index - before.index
    alike = _scored(bank, code, both, old).known_level == _scored(bank, code, both, new).known_level
    return DomainChange(
        code=code,
        before=before,
        after=after,
        up=tuple(key for key, step in steps.items() if step > 0),
        down=tuple(key for key, step in steps.items() if step < 0),
        same=tuple(key for key, step in steps.items() if step == 0),
        learned=tuple(key for key in known_now if key not in both),
        lost=tuple(key for key in known_then if key not in both),
        verdict=_verdict(before, after, levels, difference),
        levels=levels,
        only_answered=levels != 0 and alike,
        index_change=difference,
        index_clear=difference is not None and abs(difference) >= _step(before, after),
    )


def _verdict(
    before: DomainScore, after: DomainScore, levels: int, difference: Fraction | None
) -> Verdict:
    shown = {before.shown, after.shown}
    for kind in ("not_relevant", "answers", "range"):
        if kind in shown:
            return kind
    if levels:
        return "up" if levels > 0 else "down"
    unmoved = [(each.level, each.applies) for each in before.inputs] == [
        (each.level, each.applies) for each in after.inputs
    ]
    clear = difference is not None and abs(difference) >= _step(before, after)
    return "same" if unmoved or clear else "no_clear_change"


def _step(before: DomainScore, after: DomainScore) -> Fraction:
    """What one answer's step makes of the index: the lightest one's, in the smaller round."""
    weights = [each.weight for each in (*before.inputs, *after.inputs) if each.level is not None]
    smaller = min(before.known_weight, after.known_weight)
    return Fraction(100 * min(weights, default=1), TOP_LEVEL * max(smaller, 1))


def _scored(
    bank: Bank, code: str, keys: Sequence[str], answers: Mapping[str, Answer]
) -> DomainScore:
    weight = bank.thresholds.foundation_weight
    inputs = [
        Input(
            key,
            answers.get(key, NO_ANSWER).choice,
            weight if bank.by_id[key].foundation else 1,
        )
        for key in keys
    ]
    return score_inputs(code, inputs, bank.thresholds)


def _done(before: Assessment, after: Assessment) -> tuple[PlannedAction, ...]:
    """Done in the first plan, as it stays behind there, or in the second; each once."""
    found = [
        each
        for assessment in (before, after)
        for each in assessment.actions.values()
        if each.status == "done"
    ]
    return tuple({(each.id, each.title): each for each in found}.values())


def _mean(figures: Sequence[Fraction]) -> Fraction | None:
    return sum(figures, Fraction(0)) / len(figures) if figures else None
