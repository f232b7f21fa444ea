"""What may be kept of ballots that wait, so that a crash loses none, and what comes back of it.

Of a group of which five or more ballots wait the counts, as the room may see them; of fewer no more
than how many they are: those people answer again. See decision 101.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import Field

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.workshop import MOST_ROUNDS, MOST_VOTES, Count, Name, Poll, Tally
from nttp_readiness.domain.bank.bank import Id, Value
from nttp_readiness.domain.editing.ballots import TOGETHER, BallotBox, Slip, TallyKey, tally_of


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
    """Anonymous questions that five and more have answered."""
    again: Mapping[Name, Count] = {}
    """People whose ballots were lost before, and who have not been told yet."""

    @property
    def empty(self) -> bool:
        return not (self.places or self.uncounted or self.polls or self.again)


def waiting(
    assessment: Assessment,
    box: BallotBox,
    again: Mapping[str, int],
    saved: Assessment | None,
    polls: Iterable[Poll] = (),
) -> Waiting | None:
    """What is to be kept now; None without a round. `saved` is what the document's file holds."""
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
    few: dict[str, int] = {}
    for (_, group), slips in box.slips.items():
        if len(slips) < TOGETHER:
            few[group] = max(few.get(group, 0), len(slips))
    return Waiting(
        round=collected.number, places=tuple(places), uncounted=few,
        polls=tuple(each for each in polls if each.people >= TOGETHER),
        again={name: n for name, n in again.items() if n},
    )  # fmt: skip


def brought_back(assessment: Assessment, kept: Waiting) -> tuple[BallotBox, dict[str, int]]:
    """The box as it was, and by group how many people have to answer again.

    What the document holds by now is not brought back a second time.
    """
    again = {**kept.again}
    for group, count in kept.uncounted.items():
        again[group] = again.get(group, 0) + count
    workshop = assessment.workshop
    if workshop is None or workshop.round.number != kept.round or workshop.round.closed:
        return BallotBox(), again if workshop is not None else {}
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
    return BallotBox(slips), again


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
