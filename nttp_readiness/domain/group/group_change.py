"""What moved from one vote to the next, without taking another mix of groups for another view."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from nttp_readiness.domain.answers.workshop import Audience, Grouping, Round, Vote
from nttp_readiness.domain.group.agreement import share_from
from nttp_readiness.domain.group.group_gap import group_gap, interval
from nttp_readiness.values import dataclass

Move = Literal["up", "down", "no_clear_change"]
Mix = Literal["same", "fixed", "not_comparable"]

_SAME_WITHIN = Fraction(5, 100)


@dataclass(frozen=True, slots=True)
class GroupMove:
    """One grouping before and after: shares at or above the target, and people each time.

    With a fixed mix the share after is that of the groups as they were weighted before.
    """

    grouping: Grouping
    share_before: Fraction
    share_after: Fraction
    people: tuple[int, int]
    move: Move
    exact: tuple[bool, bool]
    """Whether the shares before and after may be given as they are, or in steps only."""


@dataclass(frozen=True, slots=True)
class QuestionChange:
    """A question before and after. `everyone` is None where only groups can be compared.

    `mix`: whether groups made up the same part of the answers both times, within five points; else
    whether their parts could be held fixed.
    """

    everyone: GroupMove | None
    groups: tuple[GroupMove, ...]
    mix: Mix


def question_change(
    before: tuple[Round, Vote], after: tuple[Round, Vote], audience: Audience, target: int
) -> QuestionChange | None:
    """What moved on a question, for the groupings that may be shown both times; None for none."""
    then, now = before[1], after[1]
    known = {each.key: each for each in before[0].groupings}
    both = [
        (known[each.key], each)
        for each in after[0].groupings
        if each.key in known and then.shown(known[each.key], audience) and now.shown(each, audience)
    ]
    if not both:
        return None
    moved = [
        _move(
            old,
            then.counts(old),
            now.counts(new),
            target,
            (then.exact(old, audience), now.exact(new, audience)),
        )
        for old, new in both
        if old.kind == "everyone" or set(old.members) == set(new.members)
    ]
    groups = tuple(each for each in moved if each.grouping.kind != "everyone")
    everyone = next((each for each in moved if each.grouping.kind == "everyone"), None)
    if _same_mix(before, after):
        return QuestionChange(everyone, groups, "same")
    singles = [pair for pair in both if len(pair[0].members) == 1 == len(pair[1].members)]
    names = {each.name for each in (*before[0].groups, *after[0].groups)}
    if everyone is None or {old.members[0] for old, _ in singles} != names:
        return QuestionChange(None, groups, "not_comparable")
    return QuestionChange(_fixed(everyone, singles, (then, now), target, audience), groups, "fixed")


def _move(
    grouping: Grouping,
    before: tuple[int, ...],
    after: tuple[int, ...],
    target: int,
    exact: tuple[bool, bool],
) -> GroupMove:
    gap = group_gap(after, before)
    return GroupMove(
        grouping=grouping,
        share_before=share_from(before, target),
        share_after=share_from(after, target),
        people=(sum(before), sum(after)),
        move=_verdict(gap.low, gap.high),
        exact=exact,
    )


def _fixed(
    everyone: GroupMove,
    singles: list[tuple[Grouping, Grouping]],
    votes: tuple[Vote, Vote],
    target: int,
    audience: Audience,
) -> GroupMove:
    """Everyone's change with each group weighted as it was before."""
    then, now = votes
    in_full = all(now.exact(new, audience) for _, new in singles)
    total = sum(sum(then.counts(old)) for old, _ in singles)
    weights = [Fraction(sum(then.counts(old)), total) for old, _ in singles]
    deltas = [group_gap(now.counts(new), then.counts(old)).delta for old, new in singles]
    shares = [share_from(now.counts(new), target) for _, new in singles]
    delta = sum((w * d for w, d in zip(weights, deltas, strict=True)), Fraction(0))
    return GroupMove(
        grouping=everyone.grouping,
        share_before=everyone.share_before,
        share_after=sum((w * s for w, s in zip(weights, shares, strict=True)), Fraction(0)),
        people=everyone.people,
        move=_verdict(*interval(delta, *everyone.people)),
        exact=(everyone.exact[0], in_full),
    )


def _same_mix(before: tuple[Round, Vote], after: tuple[Round, Vote]) -> bool:
    first, second = _mix(*before), _mix(*after)
    names = {*first, *second}
    return all(
        abs(first.get(n, Fraction()) - second.get(n, Fraction())) <= _SAME_WITHIN for n in names
    )


def _mix(collected: Round, vote: Vote) -> dict[str, Fraction]:
    """The part of the answers that each group gave."""
    known = {each.name: vote.tallies[each.name].known
             for each in collected.groups if each.name in vote.tallies}  # fmt: skip
    total = sum(known.values())
    return {name: Fraction(count, total) for name, count in known.items()} if total else {}


def _verdict(low: float, high: float) -> Move:
    if low > 0:
        return "up"
    return "down" if high < 0 else "no_clear_change"
