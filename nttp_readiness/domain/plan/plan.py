"""The action plan: what people took, changed, added or dropped, over what the answers suggest.

A suggestion is part of the plan until somebody drops it. From the first change on it is kept in the
document as it was changed, even if the answers suggest something else later.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.planned import HORIZONS, Horizon, PlannedAction
from nttp_readiness.domain.bank.scale import LEVELS
from nttp_readiness.domain.plan.priorities import Suggestion, suggest, talked_of_first
from nttp_readiness.values import dataclass

RANK_STEP = 1_000_000
"""The distance between two suggestions, so that an action can be put between them many times."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One action of the plan. `kept` is true once it stands in the document; `suggestion` is None
    for the team's own actions and for those that the answers no longer suggest.
    """

    action: PlannedAction
    suggestion: Suggestion | None
    kept: bool

    @property
    def firm(self) -> bool:
        return self.suggestion is None or self.suggestion.firm

    @property
    def depends_on(self) -> tuple[str, ...]:
        return self.suggestion.depends_on if self.suggestion else ()

    @property
    def waiting(self) -> bool:
        """Suggested for later, and not taken up yet: it has no number in the printed plan."""
        return self.action.horizon == "later" and not self.kept

    @property
    def without_owner(self) -> bool:
        """Nobody is named for it yet, and it is not done."""
        return not self.action.owner.strip() and self.action.status != "done"

    @property
    def without_date(self) -> bool:
        """It has no day yet, and is not done."""
        return self.action.due is None and self.action.status != "done"

    def overdue(self, today: dt.date) -> bool:
        """Past its date and neither done nor dropped; paused actions are not overdue."""
        due = self.action.due
        return due is not None and due < today and self.action.status in {
            "not_started", "in_progress",
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Plan:
    """The entries of a plan: now, next and later, each in its order, and what was dropped."""

    now: tuple[Entry, ...]
    next: tuple[Entry, ...]
    later: tuple[Entry, ...]
    dropped: tuple[Entry, ...]

    def at(self, horizon: Horizon) -> tuple[Entry, ...]:
        return {"now": self.now, "next": self.next, "later": self.later}[horizon]

    @property
    def live(self) -> tuple[Entry, ...]:
        """Every action that is not dropped, in order."""
        return (*self.now, *self.next, *self.later)

    @property
    def planned(self) -> tuple[Entry, ...]:
        """What the plan numbers, in order: all but what is only suggested for later."""
        return tuple(each for each in self.live if not each.waiting)

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each planned action, on screen, on paper and in tables."""
        return {each.action.id: number for number, each in enumerate(self.planned, start=1)}

    def find(self, action_id: str) -> Entry | None:
        return next(
            (each for each in (*self.live, *self.dropped) if each.action.id == action_id), None
        )


def plan_of(assessment: Assessment, suggestions: Sequence[Suggestion] | None = None) -> Plan:
    """The plan as it stands. Pass the suggestions where they were computed already."""
    suggested = suggestions
    if suggested is None:
        suggested = suggest(assessment, talked_of_first(assessment))
    standing_for = {
        other: each.id
        for each in assessment.actions.values()
        if each.status != "dropped"
        for other in each.merged
    }
    entries: list[Entry] = []
    seen: set[str] = set()
    for place, suggestion in enumerate(suggested, start=1):
        if suggestion.id in standing_for:
            continue
        stored = assessment.actions.get(suggestion.id)
        rank = place * RANK_STEP
        action = stored or planned(suggestion, rank)
        if not action.rank:
            action = action.model_copy(update={"rank": rank})
        entries.append(Entry(action, suggestion, stored is not None))
        seen.add(suggestion.id)
    last = (len(suggested) + 1) * RANK_STEP
    for stored in assessment.actions.values():
        if stored.id in seen or stored.id in standing_for:
            continue
        action = stored if stored.rank else stored.model_copy(update={"rank": last})
        entries.append(Entry(action, None, kept=True))
    live = sorted(
        (each for each in entries if each.action.status != "dropped"),
        key=lambda each: each.action.rank,
    )
    now, after, later = (
        tuple(each for each in live if each.action.horizon == horizon) for horizon in HORIZONS
    )
    return Plan(
        now, after, later, tuple(each for each in entries if each.action.status == "dropped")
    )


def planned(suggestion: Suggestion, rank: int = 0) -> PlannedAction:
    """The suggestion as an action of the plan, before anybody touched it."""
    offered = suggestion.action
    level = suggestion.level
    hoped = {"first": 2, "next": 3, "sustaining": 4}.get(suggestion.kind)
    return PlannedAction(
        id=suggestion.id,
        kind=suggestion.kind,
        indicators=(suggestion.indicator,),
        title=offered.title,
        details=offered.do,
        measure=offered.measure,
        horizon=suggestion.horizon,
        rank=rank,
        effort=offered.effort,
        hoped_level=None if hoped is None or (level or 0) > hoped else LEVELS[hoped],
    )


def place_among(entries: Sequence[Entry], place: int) -> tuple[int, dict[str, int]]:
    """A rank that puts an action at that place among the entries, which must not hold it.

    Where no whole number is left between two neighbours, the kept actions around that place are
    spread out again: the second value holds their new ranks under their ids. Suggestions that
    nobody touched never move for it. Ranks are always above 0, which means "not placed yet".
    """
    before = entries[place - 1].action.rank if place > 0 else 0
    after = entries[place].action.rank if place < len(entries) else before + 2 * RANK_STEP
    if after - before > 1:
        return (before + after) // 2, {}
    start = max((n + 1 for n in range(place) if not entries[n].kept), default=0)
    end = next((n for n in range(place, len(entries)) if not entries[n].kept), len(entries))
    run = [each.action.id for each in entries[start:end]]
    low = entries[start - 1].action.rank if start else 0
    high = entries[end].action.rank if end < len(entries) else low + RANK_STEP * (len(run) + 2)
    step = (high - low) // (len(run) + 2)
    ranks = [low + step * (n + 1) for n in range(len(run) + 1)]
    mine = ranks.pop(place - start)
    return mine, dict(zip(run, ranks, strict=True))


def too_many_now(plan: Plan, most: int) -> bool:
    """True where more is marked "now" than people can usually carry; a gentle word follows."""
    return sum(each.action.status not in {"done", "paused"} for each in plan.now) > most
