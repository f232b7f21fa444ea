"""What to do first: suggested actions in an order whose every part can be given as a reason.

The sort key, from the left: safety stop; foundation below target; foundation not known; what others
need; gap times importance; where views differ (talk first); less effort; the bank's order of ids.
Importance comes from the bank or from the team, never from correlations.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from nttp_readiness.domain.answers.answer import UNKNOWN
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.planned import Horizon
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.indicator import Action, ActionKind, Indicator
from nttp_readiness.domain.bank.scale import LEVELS, Level

Role = Literal["open", "spread", "listen"]
Standing = Literal["safety", "foundation", "find_out", "ordinary"]
_PLACES: dict[Standing, int] = {"safety": 0, "foundation": 1, "find_out": 2, "ordinary": 3}


_KINDS: tuple[ActionKind, ...] = ("first", "first", "next", "sustaining", "sustaining")


class Suggestion(NamedTuple):
    """An action that the answers suggest, with the reasons for its place.

    `firm` is true where it would stand in the same horizon whatever the unknown answers turn out
    to be; else `depends_on` names the questions that could move it. `role` says whether it closes
    a gap, spreads a strength, or is there because every plan has an action that listens. (A named
    tuple, as a plan has dozens and it is made in half the time.)
    """

    indicator: str
    kind: ActionKind
    action: Action
    level: Level | None
    horizon: Horizon
    standing: Standing
    waits_for: tuple[str, ...]
    """Indicators that it needs and that are not yet at the target."""
    needed_by: tuple[str, ...]
    """Open indicators that need this one."""
    depth: int
    """How many steps have to come before it: the longest chain of open needs."""
    gap: int
    importance: int
    firm: bool
    depends_on: tuple[str, ...]
    bank: Bank
    talk_first: bool = False
    role: Role = "open"

    @property
    def id(self) -> str:
        """Stable name of the suggestion, such as `WEL-2/first`."""
        return f"{self.indicator}/{self.kind}"


class _Open(NamedTuple):
    """An indicator with something to do at its level. Its sort key is `standing`, then how many
    steps come before it, then `rest`, which ends with its order: no two are alike in it.
    """

    indicator: Indicator
    level: Level | None
    standing: Standing
    gap: int
    importance: int
    talk_first: bool
    rest: tuple[int, bool, int, int]


class _Ranked(NamedTuple):
    """The open indicators in their order, with their depths and horizons."""

    places: dict[str, int]
    depths: dict[str, int]
    horizons: dict[str, Horizon]


def kind_for(level: Level | None) -> ActionKind:
    """Level 0 or 1 proposes the first action, 2 the next one, 3 or 4 the sustaining one."""
    return "find_out" if level is None else _KINDS[level]


def proposed(indicator: Indicator, level: Level | None) -> Action:
    """The action that the indicator proposes at that level (None: find out)."""
    return indicator.action(kind_for(level))


def talked_of_first(assessment: Assessment) -> frozenset[str]:
    """The questions that a group should talk of first; none where no group has answered."""
    if assessment.workshop is None:
        return frozenset()
    from nttp_readiness.domain.group.group_views import talk_first  # noqa: PLC0415 - for a workshop

    return talk_first(assessment)


def suggest(
    assessment: Assessment, talk_first: frozenset[str] = frozenset()
) -> tuple[Suggestion, ...]:
    """Suggested actions in their order: what is open, then one strength to spread.

    `talk_first` names indicators on which a group is in two camps or leaders and front line differ.
    At least one suggestion listens to people wherever the bank has such an action.
    """
    choices = {each.id: assessment.answer(each.id).choice for each in assessment.asked}
    levels = {key: each if isinstance(each, int) else None for key, each in choices.items()}
    unknown = {key for key, each in choices.items() if each in UNKNOWN}
    unsure = {
        each.id: None
        for each in assessment.asked
        if levels[each.id] is None and (each.foundation or choices[each.id] == "not_sure")
    }
    known = _open(assessment, levels, talk_first)
    open_now = known | _open(assessment, unsure, talk_first, gap_unknown=1)
    ranked = _rank(assessment.bank, open_now)
    # What is known is open whatever the unknown answers turn out to be.
    at_zero, at_four = (
        _rank(assessment.bank, known | _open(assessment, dict.fromkeys(unknown, at), talk_first))
        for at in (LEVELS[0], LEVELS[-1])
    )
    movers = _Movers(at_zero, unknown)
    by_id = assessment.bank.by_id
    needed_by: dict[str, list[str]] = {}
    for key in ranked.places:
        for need in by_id[key].needs:
            needed_by.setdefault(need, []).append(key)
    suggestions = [
        _suggestion(
            assessment.bank,
            open_now[key],
            ranked.depths.get(key, 0),
            ranked.horizons[key],
            tuple([need for need in by_id[key].needs if need in open_now]),
            tuple(needed_by.get(key, ())),
            ()
            if at_zero.horizons.get(key) == ranked.horizons[key] == at_four.horizons.get(key)
            else movers.of(key),
        )
        for key in ranked.places
    ]
    suggestions += _strengths(assessment, levels, nothing_open=not open_now)
    if suggestions and not any(each.action.listens for each in suggestions):
        suggestions += _one_that_listens(assessment, levels, unknown, suggestions)
    return tuple(suggestions)


class _Movers:
    """The unknown questions that could move an action out of its horizon."""

    def __init__(self, at_zero: _Ranked, unknown: set[str]) -> None:
        self._places, self._unknown = at_zero.places, unknown
        self._all = tuple([key for key in at_zero.places if key in unknown])
        self._at = [at_zero.places[key] for key in self._all]

    def of(self, key: str) -> tuple[str, ...]:
        """Itself where it is not known; else those that could come before it; else all."""
        if key in self._unknown:
            return (key,)
        return self._all[: bisect_left(self._at, self._places.get(key, 0))] or self._all


def _open(
    assessment: Assessment,
    levels: Mapping[str, Level | None],
    talk_first: frozenset[str],
    *,
    gap_unknown: int = 0,
) -> dict[str, _Open]:
    """Which of these have a gap to the target at those levels, in no order yet."""
    target = assessment.bank.thresholds.target
    by_id, order = assessment.bank.by_id, assessment.bank.order
    found = {}
    for key, level in levels.items():
        gap = gap_unknown if level is None else target - level
        if gap > 0:
            each, talk = by_id[key], key in talk_first
            importance = assessment.importance_of(each)
            effort = proposed(each, level).effort
            rest = (-gap * importance, not talk, effort, order[key])
            standing = _standing(assessment.bank, each, level)
            found[key] = _Open(each, level, standing, gap, importance, talk, rest)
    return found


def _standing(bank: Bank, indicator: Indicator, level: Level | None) -> Standing:
    if bank.stops(indicator, level):
        return "safety"
    if indicator.foundation:
        return "foundation" if level is not None else "find_out"
    return "ordinary"


def _rank(bank: Bank, opened: Mapping[str, _Open]) -> _Ranked:
    """What is open, in the one order."""
    depths: dict[str, int] = {}

    def depth(key: str) -> int:
        """The longest chain of open needs before this one; the bank's check rules circles out."""
        known = depths.get(key)
        if known is None:
            depths[key] = known = 0
            for need in opened[key].indicator.needs:
                if need in opened and (chain := depth(need) + 1) > known:
                    depths[key] = known = chain
        return known

    keys = sorted(
        [
            (_PLACES[each.standing], depth(key) if each.indicator.needs else 0, each.rest, key)
            for key, each in opened.items()
        ]
    )
    limits = bank.thresholds
    now, after_next = limits.most_now, limits.most_now + limits.most_next
    order = [key for *_, key in keys]
    horizons: dict[str, Horizon] = dict.fromkeys(order, "later")
    horizons.update(dict.fromkeys(order[:after_next], "next"))
    horizons.update(dict.fromkeys(order[:now], "now"))
    return _Ranked({key: place for place, key in enumerate(order)}, depths, horizons)


def _suggestion(
    bank: Bank,
    each: _Open,
    depth: int,
    horizon: Horizon,
    waits_for: tuple[str, ...],
    needed_by: tuple[str, ...],
    depends_on: tuple[str, ...],
) -> Suggestion:
    return Suggestion(
        indicator=each.indicator.id,
        kind=kind_for(each.level),
        action=proposed(each.indicator, each.level),
        level=each.level,
        horizon=horizon,
        standing=each.standing,
        waits_for=waits_for,
        needed_by=needed_by,
        depth=depth,
        gap=each.gap,
        importance=each.importance,
        firm=not depends_on,
        depends_on=depends_on,
        bank=bank,
        talk_first=each.talk_first,
    )


def _strengths(
    assessment: Assessment, levels: Mapping[str, Level | None], *, nothing_open: bool
) -> list[Suggestion]:
    """One strength to spread; every strength to sustain where nothing else is left to do."""
    target = assessment.bank.thresholds.target
    met = [key for key, level in levels.items() if level is not None and level >= target]
    by_id, order = assessment.bank.by_id, assessment.bank.order
    met.sort(
        key=lambda key: (-(levels[key] or 0), -assessment.importance_of(by_id[key]), order[key])
    )
    return [
        _extra(assessment, key, levels[key], "spread", kind_for(levels[key]))
        for key in (met if nothing_open else met[:1])
    ]


def _one_that_listens(
    assessment: Assessment,
    levels: Mapping[str, Level | None],
    unknown: set[str],
    suggested: Sequence[Suggestion],
) -> list[Suggestion]:
    """The first action of the bank that listens, and that fits best where people stand."""
    taken = {each.id for each in suggested}
    for key, kind in _by_how_well_they_fit(levels, unknown):
        if assessment.bank.by_id[key].action(kind).listens and f"{key}/{kind}" not in taken:
            return [_extra(assessment, key, levels[key], "listen", kind)]
    return []


def _by_how_well_they_fit(
    levels: Mapping[str, Level | None], unknown: set[str]
) -> Iterator[tuple[str, ActionKind]]:
    """Every action of every question that applies.

    The step that the level proposes comes first, as a sustaining action of something established;
    then later steps, as hearing from people does not have to wait; then those of questions without
    a level; at last steps that were taken before, as one can listen again.
    """
    steps: tuple[ActionKind, ...] = ("first", "next", "sustaining")
    places = {key: steps.index(kind_for(each)) for key, each in levels.items() if each is not None}
    for key, place in places.items():
        yield key, steps[place]
    for key, place in places.items():
        yield from ((key, kind) for kind in steps[place + 1 :])
    for key in (key for key in levels if key in unknown):
        yield from ((key, kind) for kind in steps)
    for key, place in places.items():
        yield from ((key, kind) for kind in steps[:place])


def _extra(
    assessment: Assessment, key: str, level: Level | None, role: Role, kind: ActionKind
) -> Suggestion:
    indicator = assessment.bank.by_id[key]
    return Suggestion(
        indicator=key,
        kind=kind,
        action=indicator.action(kind),
        level=level,
        horizon="next",
        standing="ordinary",
        waits_for=(),
        needed_by=(),
        depth=0,
        gap=0,
        importance=assessment.importance_of(indicator),
        firm=True,
        depends_on=(),
        bank=assessment.bank,
        role=role,
    )
