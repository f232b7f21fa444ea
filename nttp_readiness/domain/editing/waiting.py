"""What may be kept of ballots that wait, so that a crash loses none, and what comes back of it.

Of a group of which five or more ballots wait the counts, as the room may see them; of fewer no more
than how many they are: those people answer again. See decision 101.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.workshop import (
    MOST_ROUNDS,
    MOST_VOTES,
    Count,
    Name,
    Poll,
    PollKind,
    Tally,
)
from nttp_readiness.domain.checked_value import Id, Value
from nttp_readiness.domain.editing.ballots import TOGETHER, BallotBox, Slip, TallyKey, tally_of
from nttp_readiness.plain_models import Field
from nttp_readiness.values import dataclass


class WaitingPlace(Value):
    """All ballots of one group on one question by now: those in the document and those beside."""

    question: Id
    group: Name
    vote: Annotated[int, Field(ge=1, le=MOST_VOTES)]
    tally: Tally = Field(repr=False)


class Waiting(Value):
    """The state of a box, and of what it gave to a document that is perhaps not saved yet."""

    round: Annotated[int, Field(ge=1, le=MOST_ROUNDS)]
    places: Annotated[tuple[WaitingPlace, ...], Field(strict=False)] = ()
    uncounted: Mapping[Name, Count] = {}
    """Ballots that wait, of which nothing else may be kept: people by group."""
    polls: Annotated[tuple[Poll, ...], Field(strict=False)] = ()
    """Short questions that five and more have answered, and that no file holds."""
    few: Mapping[PollKind, Count] = {}
    """Short questions that fewer have answered: how many they are, and nothing else."""
    asked_again: Mapping[PollKind, Count] = {}
    """The same of those whose answers were lost before, until it was said."""
    again: Mapping[Name, Count] = {}
    """People whose ballots were lost before, and who have not been told yet."""

    @property
    def empty(self) -> bool:
        return not (
            self.places or self.uncounted or self.polls or self.again or self.few
            or self.asked_again
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """What comes back after the program stopped: what waits again, and what is lost."""

    box: BallotBox
    polls: Mapping[PollKind, Poll]
    again: Mapping[str, int]
    """By group how many people have to answer again."""
    asked_again: Mapping[PollKind, int]
    """By short question how many had answered it."""


def waiting(
    assessment: Assessment,
    box: BallotBox,
    again: Mapping[str, int],
    saved: Assessment | None,
    polls: Iterable[Poll] = (),
    asked_again: Mapping[PollKind, int] | None = None,
) -> Waiting | None:
    """What is to be kept now; None without a round. `saved` is what the document's file holds,
    `polls` are the short questions that are being answered.
    """
    if assessment.workshop is None:
        return None
    collected = assessment.workshop.round
    held = _ballots(assessment)
    on_disk = _ballots(saved) if saved is not None else {}
    places = []
    for place in sorted(held.keys() | {(*key, _vote(assessment, key[0])) for key in box.slips}):
        question, group, vote = place
        slips = box.slips.get((question, group), ())
        total = held.get(place, Tally())
        if len(slips) >= TOGETHER and vote == _vote(assessment, question):
            total = _sum(total, tally_of(slips))
        if total.people and total != on_disk.get(place):
            places.append(WaitingPlace(question=question, group=group, vote=vote, tally=total))
    in_file = _polls(saved, collected.number)
    known = [*polls, *(each for each in collected.polls if each.kind not in in_file)]
    few: dict[str, int] = {}
    for (_, group), slips in box.slips.items():
        if len(slips) < TOGETHER:
            few[group] = max(few.get(group, 0), len(slips))
    return Waiting(
        round=collected.number, places=tuple(places), uncounted=few,
        polls=tuple(each for each in known if each.people >= TOGETHER),
        few={each.kind: each.people for each in known if 0 < each.people < TOGETHER},
        again={name: n for name, n in again.items() if n},
        asked_again={kind: n for kind, n in (asked_again or {}).items() if n},
    )  # fmt: skip


def brought_back(assessment: Assessment, kept: Waiting) -> BroughtBack:
    """What waited as it was, and how many people have to answer again.

    What the document holds by now is not brought back a second time.
    """
    again = {**kept.again}
    for group, count in kept.uncounted.items():
        again[group] = again.get(group, 0) + count
    workshop = assessment.workshop
    if workshop is None:
        return BroughtBack(BallotBox(), {}, {}, {})
    asked_again = {**kept.asked_again}
    if workshop.round.number != kept.round or workshop.round.closed:
        return BroughtBack(BallotBox(), {}, again, asked_again)
    closed = _polls(assessment, kept.round)
    for kind, count in kept.few.items():
        if kind not in closed:
            asked_again[kind] = asked_again.get(kind, 0) + count
    polls = {each.kind: each for each in kept.polls if each.kind not in closed}
    held, slips = _ballots(assessment), dict[TallyKey, tuple[Slip, ...]]()
    for each in kept.places:
        question = workshop.round.questions.get(each.question)
        is_open = question is None or not question.vote.closed
        here = each.vote == _vote(assessment, each.question) and is_open
        if here and workshop.round.group(each.group) and each.question in assessment.bank.by_id:
            missing = _missing(
                each.tally, held.get((each.question, each.group, each.vote), Tally())
            )
            if missing:
                slips[each.question, each.group] = missing
    return BroughtBack(BallotBox(slips), polls, again, asked_again)


def _polls(assessment: Assessment | None, number: int) -> frozenset[PollKind]:
    """The short questions that are closed in that round."""
    workshop = assessment.workshop if assessment is not None else None
    rounds = workshop.rounds if workshop is not None else ()
    return frozenset(poll.kind for each in rounds if each.number == number for poll in each.polls)


def _ballots(assessment: Assessment) -> dict[tuple[str, str, int], Tally]:
    """What came in by ballot or file, in the last vote on each question of the latest round."""
    if assessment.workshop is None:
        return {}
    return {
        (key, name, len(question.votes)): tally
        for key, question in assessment.workshop.round.questions.items()
        for name, tally in question.vote.tallies.items()
        if not tally.by_hand
    }


def _vote(assessment: Assessment, question: str) -> int:
    found = assessment.workshop.round.questions.get(question) if assessment.workshop else None
    return len(found.votes) if found else 1


def _sum(one: Tally, other: Tally) -> Tally:
    return Tally.model_validate(
        {
            "levels": [a + b for a, b in zip(one.levels, other.levels, strict=True)],
            "not_sure": one.not_sure + other.not_sure,
            "not_relevant": one.not_relevant + other.not_relevant,
            "no_answer": one.no_answer + other.no_answer,
        }
    )


def _missing(total: Tally, held: Tally) -> tuple[Slip, ...]:
    """The answers that are in the total and not in the document; none where it holds others."""
    kinds: tuple[Slip, ...] = (0, 1, 2, 3, 4, "not_sure", "not_relevant", None)
    counts = [
        then - now for then, now in zip(_pieces(total), _pieces(held), strict=True)
    ]  # fmt: skip
    if min(counts) < 0:
        return ()
    return tuple(kind for kind, count in zip(kinds, counts, strict=True) for _ in range(count))


def _pieces(tally: Tally) -> tuple[int, ...]:
    return (*tally.levels, tally.not_sure, tally.not_relevant, tally.no_answer)
