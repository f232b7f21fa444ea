"""One person's answers on their way into the tallies, and nowhere else.

Ballots of one laptop wait in a box that is never saved. It writes down no fewer than five answers
to a question at once, and other ones for each question, so that no two states of the document, side
by side, tell what one person answered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from random import Random
from typing import Annotated

from nttp_readiness.domain.answers.answer import Choice
from nttp_readiness.domain.answers.minimums import ROOM_MINIMUM
from nttp_readiness.domain.answers.workshop import Name, Reason, Tally
from nttp_readiness.domain.checked_value import Id, Value
from nttp_readiness.plain_models import Field, StringConstraints
from nttp_readiness.values import dataclass

Hex32 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
Slip = Choice | None
"""One answer to one question, cut from its ballot; None where it was left open."""

TOGETHER = ROOM_MINIMUM
"""Fewest answers to a question that are written down at once."""


class Ballot(Value):
    """What one person of a group answered. It must not be kept, so it shows nothing to a log."""

    group: Name = Field(repr=False)
    answers: Mapping[Id, Choice] = Field(repr=False)
    reasons: Mapping[Id, Reason] = Field(default={}, repr=False)
    """Sentences beside answers, of their own free will."""


class HandedIn(Value):
    """What an answer file holds: a ballot, and for which document and bank it was made."""

    id: Hex32 = Field(repr=False)
    document: Hex32 = Field(repr=False)
    bank: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,39}$")]
    version: Annotated[str, StringConstraints(pattern=r"^\d{1,4}\.\d{1,4}\.\d{1,4}$")]
    group: Name = Field(repr=False)
    answers: Mapping[Id, Choice] = Field(repr=False)
    reasons: Mapping[Id, Reason] = Field(default={}, repr=False, exclude_if=lambda held: not held)
    """Sentences beside answers, of their own free will."""

    @property
    def ballot(self) -> Ballot:
        return Ballot(group=self.group, answers=self.answers, reasons=self.reasons)


TallyKey = tuple[str, str]
"""A question's id and a group's name."""


@dataclass(frozen=True, slots=True)
class BallotBox:
    """Answers that are not written down yet, cut apart and under their question and group."""

    slips: Mapping[TallyKey, tuple[Slip, ...]] = field(default_factory=dict, repr=False)
    reasons: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    """Sentences by question, mixed, and of no group: they stay in memory until enough answers are
    in to show them.
    """

    @property
    def waiting(self) -> int:
        """How many ballots are not in the document yet."""
        most: dict[str, int] = {}
        for (_, group), slips in self.slips.items():
            most[group] = max(most.get(group, 0), len(slips))
        return sum(most.values())

    def with_ballot(self, ballot: Ballot, questions: tuple[str, ...], chance: Random) -> BallotBox:
        """The box with one more ballot, cut into slips for these questions and mixed with others.

        `chance` is the system's own randomness, `random.SystemRandom()`, but for tests.
        """
        slips = dict(self.slips)
        for question in questions:
            place = (question, ballot.group)
            mixed = [*slips.get(place, ()), ballot.answers.get(question)]
            chance.shuffle(mixed)
            slips[place] = tuple(mixed)
        reasons = dict(self.reasons)
        for question in questions:
            if said := ballot.reasons.get(question, "").strip():
                sentences = [*reasons.get(question, ()), said]
                chance.shuffle(sentences)
                reasons[question] = tuple(sentences)
        return BallotBox(slips, reasons)

    def with_reasons(self, more: Mapping[str, Sequence[str]], chance: Random) -> BallotBox:
        """The box with sentences that came otherwise than by ballot, mixed with those in it."""
        reasons = dict(self.reasons)
        for question, said in more.items():
            sentences = [*reasons.get(question, ()), *said]
            chance.shuffle(sentences)
            reasons[question] = tuple(sentences)
        return BallotBox(self.slips, reasons)

    def without_reasons(self, question: str) -> BallotBox:
        """The box once what was written to a question was shown, or may never be."""
        kept = {key: said for key, said in self.reasons.items() if key != question}
        return BallotBox(self.slips, kept)

    def taken(
        self, *, everything: bool = False, of: str = ""
    ) -> tuple[BallotBox, dict[TallyKey, Tally]]:
        """What may be written down by now, as tallies, and the box without it.

        Five are written as soon as five more stay behind, so that never fewer than five come after
        them. With `everything` the box is emptied, before the round is closed or put away; with
        `of` a question all answers to that one are taken, before it is closed, and no others.
        """
        left: dict[TallyKey, tuple[Slip, ...]] = {}
        tallies: dict[TallyKey, Tally] = {}
        for place, slips in self.slips.items():
            whole = everything or place[0] == of
            count = len(slips) if whole else max(0, len(slips) // TOGETHER - 1) * TOGETHER
            if of and place[0] != of:
                count = 0
            if count:
                tallies[place] = tally_of(slips[:count])
            if slips[count:]:
                left[place] = slips[count:]
        return BallotBox(left, self.reasons), tallies


def tally_of(slips: tuple[Slip, ...]) -> Tally:
    """The counts of these answers."""
    levels = [0] * 5
    for slip in slips:
        if isinstance(slip, int):
            levels[slip] += 1
    zero, one, two, three, four = levels
    return Tally(
        levels=(zero, one, two, three, four),
        not_sure=slips.count("not_sure"),
        not_relevant=slips.count("not_relevant"),
        no_answer=slips.count("rather_not_say") + slips.count(None),
    )
