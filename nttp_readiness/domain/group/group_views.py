"""What the counts of a round say together: gaps, camps, and what to talk about first.

Everything here goes through the release decision that was saved with each vote.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.workshop import Audience, Grouping, Round, Vote
from nttp_readiness.domain.bank.indicator import Domain
from nttp_readiness.domain.group.agreement import agreement, camps, lower_median, share_from
from nttp_readiness.domain.group.group_gap import POSSIBLE_FROM, DomainGap, domain_gap, group_gap
from nttp_readiness.values import dataclass

Standing = Literal["above", "mixed", "below"]
_MOSTLY = Fraction(2, 3)
_ONE_SIDE = Fraction(3, 4)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two groupings over one domain, on the questions whose counts of both may be shown."""

    code: str
    x: Grouping
    y: Grouping
    gap: DomainGap
    questions: tuple[str, ...]
    exact: bool
    """Whether the figures of the gap may be given, or the verdict alone."""


def seen_vote(collected: Round, indicator_id: str, audience: Audience) -> Vote | None:
    """The vote on a question that this audience looks at: the last one whose counts it may see,
    else the last that it may be told of, else the last that was closed.

    A second vote of too few takes nothing away that was shown of the first.
    """
    question = collected.questions.get(indicator_id)
    if question is None or not question.closed:
        return None
    everyone = collected.groupings[0]
    latest_first = question.closed[::-1]
    shown = [each for each in latest_first if each.shown(everyone, audience) is not None]
    told = [each for each in latest_first if each.worded(everyone, audience)]
    return (*shown, *told, *latest_first)[0]


def seen_questions(assessment: Assessment, collected: Round) -> tuple[str, ...]:
    """The questions with a closed vote, in the order of the bank."""
    questions = collected.questions
    return tuple(key for key in assessment.bank.by_id if key in questions and questions[key].closed)


def pairs(collected: Round) -> tuple[tuple[Grouping, Grouping], ...]:
    """Which groupings are compared: the first role with each other one; else groups, else sites."""
    for kind in ("role", "group", "site"):
        found = [each for each in collected.groupings if each.kind == kind]
        if len(found) > 1:
            return tuple((found[0], other) for other in found[1:])
    return ()


def gaps(assessment: Assessment, collected: Round, audience: Audience) -> tuple[Compared, ...]:
    """The gap of each pair over each domain, where any question of it may be shown of both."""
    target = assessment.bank.thresholds.target
    found = []
    for domain in assessment.bank.domains:
        for x, y in pairs(collected):
            shown = {
                each.id: (vote.counts(x), vote.counts(y))
                for each in domain.indicators
                if (vote := seen_vote(collected, each.id, audience)) is not None
                and vote.shown(x, audience)
                and vote.shown(y, audience)
            }
            if shown:
                gap = domain_gap(list(shown.values()), target)
                exact = all(
                    vote.exact(each, audience)
                    for key in shown
                    if (vote := seen_vote(collected, key, audience)) is not None
                    for each in (x, y)
                )
                found.append(Compared(domain.code, x, y, gap, tuple(shown), exact))
    return tuple(found)


def standing(
    assessment: Assessment,
    collected: Round,
    domain: Domain,
    grouping: Grouping,
    audience: Audience,
) -> Standing | None:
    """Whether a grouping is mostly at or above the target in a domain; None where withheld.

    Two thirds of all its answers there make "mostly". Only questions count of which the audience
    may be told something for this grouping.
    """
    target = assessment.bank.thresholds.target
    votes = [seen_vote(collected, each.id, audience) for each in domain.indicators]
    counts = [each.counts(grouping) for each in votes if each and each.worded(grouping, audience)]
    return standing_of([sum(level) for level in zip(*counts, strict=True)], target)


def standing_of(counts: Sequence[int], target: int) -> Standing | None:
    """Where counts mostly lie; None where there are none."""
    if not sum(counts):
        return None
    reached = share_from(counts, target)
    if reached >= _MOSTLY:
        return "above"
    return "below" if reached <= 1 - _MOSTLY else "mixed"


def camps_are_groups(
    collected: Round, vote: Vote, audience: Audience
) -> tuple[Grouping, Grouping] | None:
    """The two groupings that the two camps are, lower one first: then the gap says more.

    Three quarters of each camp have to be of one grouping.
    """
    everyone = vote.shown(collected.groupings[0], audience)
    if everyone is None or camps(everyone) == "none":
        return None
    low, high = sum(everyone[:2]), sum(everyone[3:])
    for pair in pairs(collected):
        for lower, upper in (pair, pair[::-1]):
            one, two = vote.shown(lower, audience), vote.shown(upper, audience)
            if one and two and sum(one[:2]) >= _ONE_SIDE * low and sum(two[3:]) >= _ONE_SIDE * high:
                return lower, upper
    return None


def discussion_order(
    assessment: Assessment, collected: Round, audience: Audience
) -> tuple[str, ...]:
    """Questions in the order of talking: widest difference, then lowest, then the bank's order.

    Those whose counts are not shown come last, so that their place says nothing.
    """
    order = assessment.bank.order

    def key(indicator_id: str) -> tuple[int, Fraction, int, int]:
        vote = seen_vote(collected, indicator_id, audience)
        counts = vote.shown(collected.groupings[0], audience) if vote else None
        if not counts:
            return 1, Fraction(0), 0, order[indicator_id]
        return 0, agreement(counts), lower_median(counts), order[indicator_id]

    return tuple(sorted(seen_questions(assessment, collected), key=key))


def talk_first(assessment: Assessment) -> frozenset[str]:
    """The questions on which the latest counts show two camps, or a clear gap between groups.

    It is printed as a reason in the plan, so it knows no more than what may leave the room. A gap
    is one of a domain: it marks those of its questions that lie apart in the same direction.
    """
    if assessment.workshop is None:
        return frozenset()
    looked_at = [each for each in assessment.workshop.rounds if each.looked_at]
    if not looked_at:
        return frozenset()
    collected = looked_at[-1]
    everyone = collected.groupings[0]
    found = set()
    for key in seen_questions(assessment, collected):
        vote = seen_vote(collected, key, "outside")
        counts = vote.shown(everyone, "outside") if vote else None
        if counts and camps(counts) != "none":
            found.add(key)
    for each in gaps(assessment, collected, "outside"):
        if each.gap.verdict == "clear":
            found.update(_apart(collected, each))
    return frozenset(found)


def _apart(collected: Round, compared: Compared) -> Sequence[str]:
    side = 1 if compared.gap.delta > 0 else -1
    votes = {key: seen_vote(collected, key, "outside") for key in compared.questions}
    return [
        key
        for key, vote in votes.items()
        if vote
        and side * group_gap(vote.counts(compared.x), vote.counts(compared.y)).delta
        >= POSSIBLE_FROM
    ]
