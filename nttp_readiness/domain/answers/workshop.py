"""Answers from many people, as rounds of tallies inside an assessment.

What is kept is how many people of a group chose each level of a question: never who, never in which
order, and never which answers belong together. Change it through `domain/editing` alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal, Self

from nttp_readiness.domain.answers.minimums import EXACT_MINIMUM, OUTSIDE_MINIMUM, ROOM_MINIMUM
from nttp_readiness.domain.bank.scale import Level
from nttp_readiness.domain.checked_value import Id, Value
from nttp_readiness.plain_models import Field, StringConstraints, model_validator
from nttp_readiness.values import dataclass

Audience = Literal["room", "outside"]
"""The room, where people agreed to it; or anything that leaves it, on paper or as a file."""
Detail = Literal["counts", "steps", "words"]
"""The counts; shares in steps from which they cannot be told; or no more than "mostly at or above
the target".
"""

MOST_PEOPLE = 100_000
MOST_GROUPS = 60
MOST_ROUNDS = 50
MOST_VOTES = 2
MOST_REASONS = 1_000
"""Sentences beside the answers to one question; nobody reads more in a room."""

Count = Annotated[int, Field(ge=0, le=MOST_PEOPLE)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=80)]
Sentence = Annotated[str, StringConstraints(max_length=2_000)]
Token = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Minimum = Annotated[int, Field(le=1_000)]
Reason = Annotated[str, StringConstraints(min_length=1, max_length=300)]
"""Why somebody answered as they did, in one sentence of their own."""
ActionKey = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_/.-]{0,79}$")]
PollKind = Literal["check_in", "dots", "closing"]
"""How people arrive, what they would do first, and how the meeting was for them."""
POLLS: tuple[PollKind, ...] = ("check_in", "dots", "closing")
MOST_OPTIONS = 12
MOST_DOTS = 3


class Group(Value):
    """People who are counted together; each person is in one group alone.

    `size` is how many they are; 0 where nobody said so, and then nothing is held against it.
    """

    name: Name
    size: Count = 0
    role: Annotated[str, StringConstraints(max_length=80)] = ""
    site: Annotated[str, StringConstraints(max_length=80)] = ""


class Tally(Value):
    """How many people of one group gave each answer to one question.

    `no_answer` is rather not say and left open, which are not told apart in a group. `by_hand` are
    counts that somebody typed.
    """

    levels: Annotated[tuple[Count, Count, Count, Count, Count], Field(strict=False)] = (0,) * 5
    not_sure: Count = 0
    not_relevant: Count = 0
    no_answer: Count = 0
    by_hand: bool = False

    @property
    def known(self) -> int:
        """How many people chose a level."""
        return sum(self.levels)

    @property
    def people(self) -> int:
        """How many people took part, whatever they answered."""
        return self.known + self.not_sure + self.not_relevant + self.no_answer


class Release(Value):
    """What may be shown of one vote, decided once when it closed: groupings by their keys.

    A grouping that is not named is withheld: too few, or it would reveal another group.
    """

    room: Mapping[str, Detail] = {}
    outside: Mapping[str, Detail] = {}

    def detail(self, grouping: str, audience: Audience) -> Detail | None:
        return (self.room if audience == "room" else self.outside).get(grouping)


class Vote(Value):
    """One vote on one question. Its counts are hidden until it closes, and frozen from then on."""

    tallies: Mapping[Name, Tally] = {}
    release: Release | None = None
    reasons: Annotated[tuple[Reason, ...], Field(strict=False, max_length=MOST_REASONS)] = Field(
        default=(), exclude_if=lambda held: not held
    )
    """Sentences beside the answers, in the order of the alphabet: whose they are, and with which
    answer or group they came, is nowhere. In a closed vote only where everyone's counts may be
    shown; in an open one those that came in files together with five answers and more.
    """

    @property
    def closed(self) -> bool:
        return self.release is not None

    @property
    def people(self) -> int:
        return sum(each.people for each in self.tallies.values())

    def counts(self, grouping: Grouping) -> tuple[int, int, int, int, int]:
        """The counts of a grouping. Ask `shown` instead wherever somebody will see them."""
        zero, one, two, three, four = (
            sum(self._of(name).levels[level] for name in grouping.members) for level in range(5)
        )
        return zero, one, two, three, four

    def shown(self, grouping: Grouping, audience: Audience) -> tuple[int, ...] | None:
        """The counts of a grouping where that audience may see what they look like.

        Where they are not `exact` for it, say no more of them than shares in steps.
        """
        if self.release is None:
            return None
        shown = self.release.detail(grouping.key, audience) in {"counts", "steps"}
        return self.counts(grouping) if shown else None

    def exact(self, grouping: Grouping, audience: Audience) -> bool:
        """Whether that audience may see every count of a grouping as it is."""
        if self.release is None or self.release.detail(grouping.key, audience) != "counts":
            return False
        return audience == "room" or sum(self.counts(grouping)) >= EXACT_MINIMUM

    def worded(self, grouping: Grouping, audience: Audience) -> bool:
        """Whether that audience may be told something of a grouping, be it in words alone."""
        return self.release is not None and bool(self.release.detail(grouping.key, audience))

    def _of(self, name: str) -> Tally:
        return self.tallies.get(name, Tally())


class Question(Value):
    """One question of a round: its vote, perhaps a second one, and what was agreed."""

    votes: Annotated[tuple[Vote, ...], Field(strict=False, min_length=1, max_length=MOST_VOTES)]
    agreed: Level | None = None
    minority: Sentence = ""
    """A view that is kept beside the agreed level, in the group's own words."""
    evidence: Sentence = Field(default="", exclude_if=lambda held: not held)
    """What the room has seen that speaks for the agreed level."""
    strengths: Sentence = Field(default="", exclude_if=lambda held: not held)
    improve: Sentence = Field(default="", exclude_if=lambda held: not held)
    """What would move it one level up."""

    @model_validator(mode="after")
    def _only_the_last_is_open(self) -> Self:
        if not all(vote.closed for vote in self.votes[:-1]):
            raise ValueError("a second vote needs a closed first one")
        return self

    @property
    def vote(self) -> Vote:
        """The last vote."""
        return self.votes[-1]

    @property
    def closed(self) -> tuple[Vote, ...]:
        """The votes whose counts may be looked at."""
        return tuple(each for each in self.votes if each.closed)


class Poll(Value):
    """One anonymous question about the meeting or the plan: how many chose what, never who.

    Nothing of it is kept before it is closed. It is of everybody together and of no group.
    """

    kind: PollKind
    options: Annotated[tuple[Sentence, ...], Field(strict=False, max_length=MOST_OPTIONS)]
    counts: Annotated[tuple[Count, ...], Field(strict=False, max_length=MOST_OPTIONS)]
    people: Count

    @model_validator(mode="after")
    def _a_count_for_each_option(self) -> Self:
        if len(self.options) != len(self.counts) or max(self.counts, default=0) > self.people:
            raise ValueError("counts that cannot be")
        return self

    @property
    def known(self) -> int:
        """How many it tells of: with one choice each, those who did not leave it open."""
        return self.people if self.kind == "dots" else min(sum(self.counts), self.people)


class Round(Value):
    """One round of collecting. `closed` is the day from which nothing in it changes any more."""

    number: Annotated[int, Field(ge=1, le=MOST_ROUNDS)]
    opened: dt.date
    closed: dt.date | None = None
    groups: Annotated[tuple[Group, ...], Field(strict=False, min_length=1, max_length=MOST_GROUPS)]
    consent: bool = False
    """Whether the people in the room agreed that counts are shown there."""
    room_minimum: Annotated[Minimum, Field(ge=ROOM_MINIMUM)] = ROOM_MINIMUM
    outside_minimum: Annotated[Minimum, Field(ge=OUTSIDE_MINIMUM)] = OUTSIDE_MINIMUM
    seen: Annotated[tuple[Token, ...], Field(strict=False)] = ()
    """Keyed hashes of the answer files that are in, sorted, so that none counts twice."""
    questions: Mapping[Id, Question] = {}
    part_of_larger: bool = Field(default=False, exclude_if=lambda held: not held)
    """Whether those who are asked stand for more people than themselves: nine of two hundred."""
    consented: dt.date | None = Field(default=None, exclude_if=lambda held: held is None)
    """The day on which the room said so; on another day another room sits there."""
    polls: Annotated[tuple[Poll, ...], Field(strict=False, max_length=len(POLLS))] = Field(
        default=(), exclude_if=lambda held: not held
    )
    actions: Annotated[tuple[ActionKey, ...], Field(strict=False, max_length=1_000)] = Field(
        default=(), exclude_if=lambda held: not held
    )
    """The actions of the plan that were made in this round's room."""

    @model_validator(mode="after")
    def _groups_are_known(self) -> Self:
        names = [each.name for each in self.groups]
        if len(set(names)) != len(names):
            raise ValueError("two groups have the same name")
        voted = {name for each in self.questions.values() for v in each.votes for name in v.tallies}
        if not voted <= set(names):
            raise ValueError("a tally names a group that is not there")
        return self

    def group(self, name: str) -> Group | None:
        return next((each for each in self.groups if each.name == name), None)

    @cached_property
    def groupings(self) -> tuple[Grouping, ...]:
        return groupings(self.groups)

    @property
    def looked_at(self) -> bool:
        """Whether any counts of this round were shown already."""
        return any(each.closed for each in self.questions.values())

    @property
    def people(self) -> int:
        """How many have taken part: the most that any question has. Never who."""
        return sum(
            max((vote.tallies[each.name].people for question in self.questions.values()
                 for vote in question.votes if each.name in vote.tallies), default=0)
            for each in self.groups
        )  # fmt: skip

    @property
    def size(self) -> int:
        """How many are asked, or have answered where that is more."""
        return max(self.people, sum(each.size for each in self.groups))


class Workshop(Value):
    """All rounds. `key` makes the hashes of answer files mean nothing outside this document."""

    key: Token
    rounds: Annotated[tuple[Round, ...], Field(strict=False, min_length=1, max_length=MOST_ROUNDS)]

    @property
    def round(self) -> Round:
        """The latest round."""
        return self.rounds[-1]


@dataclass(frozen=True, slots=True)
class Grouping:
    """Groups that are looked at together: everyone, a role, a site, or one group alone."""

    key: str
    name: str
    kind: Literal["everyone", "role", "site", "group"]
    members: tuple[str, ...]


EVERYONE = "everyone"


def groupings(groups: tuple[Group, ...]) -> tuple[Grouping, ...]:
    """What is looked at, in the order in which it is published: the widest first.

    What holds the same people as one before it is not named again; a site of a single group goes
    by the name of that group.
    """
    found = [Grouping(EVERYONE, "", "everyone", tuple(each.name for each in groups))]
    for role in dict.fromkeys(each.role for each in groups if each.role):
        members = tuple(each.name for each in groups if each.role == role)
        found.append(Grouping(f"role/{role}", role, "role", members))
    for site in dict.fromkeys(each.site for each in groups if each.site):
        members = tuple(each.name for each in groups if each.site == site)
        if len(members) > 1:
            found.append(Grouping(f"site/{site}", site, "site", members))
    found += [Grouping(f"group/{each.name}", each.name, "group", (each.name,)) for each in groups]
    once: dict[frozenset[str], Grouping] = {}
    for each in found:
        once.setdefault(frozenset(each.members), each)
    return tuple(once.values())
