"""An assessment: the answers, the plan and what was said about them, as one frozen value.

It holds its own copy of the bank, so that its scores never change under it. Change it through
the functions in `edits` alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal, Self, TypedDict

from nttp_readiness.address import Address, AddressError
from nttp_readiness.domain.answers.evidence import EvidenceItem
from nttp_readiness.domain.answers.fields import CONTACT_LIMIT, LINE_LIMIT, TEXT_LIMIT
from nttp_readiness.domain.answers.sharing import Part, Revision, Shared, Token, Voice
from nttp_readiness.domain.answers.workshop import Workshop
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.indicator import ActionKind, Indicator
from nttp_readiness.domain.bank.nouns import Noun, OwnNoun, noun_words
from nttp_readiness.domain.bank.scale import Level
from nttp_readiness.domain.bank.served import Served, in_words_of
from nttp_readiness.domain.checked_value import Id, Value
from nttp_readiness.plain_models import ConfigDict, Field, StringConstraints, model_validator

Unknown = Literal["not_sure", "rather_not_say"]
Choice = Literal[0, 1, 2, 3, 4, "not_sure", "rather_not_say", "not_relevant"]
UNKNOWN: frozenset[str | None] = frozenset({"not_sure", "rather_not_say", None})

Horizon = Literal["now", "next", "later"]
HORIZONS: tuple[Horizon, ...] = ("now", "next", "later")
Status = Literal["not_started", "in_progress", "done", "paused", "dropped"]
STATUSES: tuple[Status, ...] = ("not_started", "in_progress", "done", "paused", "dropped")
RequestStatus = Literal["to_ask", "asked", "answered"]
REQUEST_STATUSES: tuple[RequestStatus, ...] = ("to_ask", "asked", "answered")
EvidenceKind = Literal["none", "described", "documented", "two_sides"]
Confidence = Literal["", "very_sure", "fairly_sure", "a_guess"]
Scope = Literal["team", "service", "organisation", "partnership"]

Line = Annotated[str, StringConstraints(max_length=LINE_LIMIT)]
Note = Annotated[str, StringConstraints(max_length=TEXT_LIMIT)]
Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_/.-]{0,79}$")]


class Profile(Value):
    """What Prepare asks. Only the title is needed."""

    title: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    organisation: Line = ""
    scope: Scope = "organisation"
    service_area: Line = ""
    audience: Line = ""
    """Who it is for and who will see it."""
    support_contact: Annotated[str, StringConstraints(max_length=CONTACT_LIMIT)] = ""
    """Whom people here can turn to first."""
    small_organisation: bool = False
    delivers_care: bool = True
    noun: Noun = Field(default="", exclude_if=lambda held: not held)
    """What the people are called whom we serve; nothing where nobody chose."""
    own_noun: OwnNoun = Field(default="", exclude_if=lambda held: not held)
    """Our own word for them, in the plural."""
    own_noun_one: OwnNoun = Field(default="", exclude_if=lambda held: not held)
    """Our own word for one of them; guessed from the plural where it is empty."""
    route: Id = "full"
    started: dt.date | None = None
    review: dt.date | None = None
    agreed: dt.date | None = None
    """The day on which the plan was agreed; a draft until then."""


class ProfileChanges(TypedDict, total=False):
    """What can be changed of it, by name."""

    title: str
    organisation: str
    scope: Scope
    service_area: str
    audience: str
    support_contact: str
    small_organisation: bool
    delivers_care: bool
    noun: Noun
    own_noun: str
    own_noun_one: str
    route: str
    started: dt.date | None
    review: dt.date | None
    agreed: dt.date | None


class Reach(Value):
    """How many of them it reaches: `n` of `of` teams, shifts or whatever the question counts."""

    n: Annotated[int, Field(ge=0, le=99_999)]
    of: Annotated[int, Field(ge=1, le=99_999)]

    @model_validator(mode="after")
    def _no_more_than_there_are(self) -> Self:
        if self.n > self.of:
            raise ValueError("more than there are")
        return self


class Answer(Value):
    """An answer with what was written beside it. `choice` is None while only words stand here."""

    choice: Choice | None = None
    reason: Line = ""
    """Why a question is not relevant."""
    note: Note = ""
    evidence: Note = ""
    evidence_kind: EvidenceKind = "none"
    confidence: Confidence = ""
    view: Line = ""
    """Whose view this is."""
    reach: Reach | None = Field(default=None, exclude_if=lambda held: held is None)
    """How many it reaches, for those who counted. It is never scored."""
    look_again: bool = Field(default=False, exclude_if=lambda held: not held)
    """It was given to an earlier wording of the question, and nobody has looked at it since."""
    come_back: bool = Field(default=False, exclude_if=lambda held: not held)
    """Somebody will come back to this question. It says nothing about how sure an answer is."""
    come_back_word: Line = Field(default="", exclude_if=lambda held: not held)
    """What comes first, in a word: "ask HR first"."""
    evidence_items: Annotated[tuple[EvidenceItem, ...], Field(strict=False)] = Field(
        default=(), exclude_if=lambda held: not held
    )
    """What can be shown for it: where it is, never what is in it."""
    given_by: Line = Field(default="", exclude_if=lambda held: not held)
    """Who gave it, of those who were asked for a part and agreed to be named."""
    given_on: dt.date | None = Field(default=None, exclude_if=lambda held: held is None)
    """The day on which they gave it."""

    @property
    def level(self) -> Level | None:
        """The level that was chosen, None for every other answer."""
        return self.choice if isinstance(self.choice, int) else None

    @property
    def unknown(self) -> bool:
        return self.choice in UNKNOWN

    @property
    def empty(self) -> bool:
        """Whether nothing was said; who said it, and when, is nothing by itself."""
        if self.choice is not None or not (self.given_by or self.given_on):
            return self == NO_ANSWER
        return self.model_copy(update={"given_by": "", "given_on": None}) == NO_ANSWER


class AnswerChanges(TypedDict, total=False):
    """What can be changed beside a choice, by name."""

    reason: str
    note: str
    evidence: str
    evidence_kind: EvidenceKind
    confidence: Confidence
    view: str
    reach: Reach | None
    look_again: bool
    come_back: bool
    come_back_word: str
    evidence_items: tuple[EvidenceItem, ...]
    given_by: str
    given_on: dt.date | None


NO_ANSWER = Answer()


class Said(Value):
    """An answer as it came back under one reply; an empty one was taken back."""

    reply: Token
    revision: Revision
    """The highest revision of the file in which it came."""
    answer: Answer = NO_ANSWER
    weighed: bool = Field(default=False, exclude_if=lambda held: not held)
    """Whether somebody has seen it and chosen."""


class Heard(Value):
    """All that came back for one question, and what stood there before."""

    before: Answer = NO_ANSWER
    said: Annotated[tuple[Said, ...], Field(strict=False)] = ()


class Sharing(Value):
    """Which parts were shared out, and what came back; see `domain/exchange/gathering.py`."""

    shared: Annotated[tuple[Shared, ...], Field(strict=False)] = ()
    voices: Annotated[tuple[Voice, ...], Field(strict=False)] = ()
    heard: Mapping[Id, Heard] = {}


NOTHING_SHARED = Sharing()


class PlannedAction(Value):
    """An action that somebody took into the plan, changed, added or dropped.

    `id` is that of the suggestion it came from (`WEL-2/first`), or `own/1` for one of our own.
    """

    id: Key
    kind: ActionKind | Literal["own"]
    indicators: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    title: Line
    details: Note = ""
    measure: Note = ""
    baseline: Line = ""
    goal: Line = ""
    owner: Line = ""
    due: dt.date | None = None
    review: dt.date | None = None
    status: Status = "not_started"
    horizon: Horizon = "now"
    rank: int = 0
    """Its place among the actions of the same horizon; equal ranks keep the suggested order."""
    effort: Literal[1, 2, 3] = 2
    hours: Line = Field(default="", exclude_if=lambda held: not held)
    """Whose time it takes, and how much of it, in people's own words."""
    cost: Line = Field(default="", exclude_if=lambda held: not held)
    """What money it takes, and from where."""
    inaction: Note = Field(default="", exclude_if=lambda held: not held)
    """What it costs if nothing is done."""
    hoped_level: Level | None = None
    notes: Note = ""
    drop_reason: Note = ""
    merged: Annotated[tuple[Key, ...], Field(strict=False)] = ()
    """Ids of the suggestions that this action stands for as well."""


class ActionChanges(TypedDict, total=False):
    """What can be changed of an action, by name."""

    indicators: tuple[str, ...]
    title: str
    details: str
    measure: str
    baseline: str
    goal: str
    owner: str
    due: dt.date | None
    review: dt.date | None
    status: Status
    horizon: Horizon
    rank: int
    effort: Literal[1, 2, 3]
    hoped_level: Level | None
    hours: str
    cost: str
    inaction: str
    notes: str
    drop_reason: str
    merged: tuple[str, ...]


class Request(Value):
    """Something that the organisation needs from others."""

    id: Key
    who: Line
    """Whom we ask: a body, or a role."""
    request: Note
    why: Note = ""
    asker: Line = ""
    """Who of us asks, as an owner is named."""
    how: Line = ""
    """By letter, at which meeting."""
    by: dt.date | None = None
    """When we need an answer."""
    status: RequestStatus = "to_ask"
    answer: Note = ""
    """What they said."""

    def overdue(self, today: dt.date) -> bool:
        """Past the day on which we needed an answer, and there is none yet."""
        return self.by is not None and self.by < today and self.status != "answered"


class RequestChanges(TypedDict, total=False):
    """What can be changed of a request, by name."""

    who: str
    request: str
    why: str
    asker: str
    how: str
    by: dt.date | None
    status: RequestStatus
    answer: str


class Stood(Value):
    """How an action of the plan stood on the day of a review, without any words."""

    id: Key
    status: Status
    horizon: Horizon
    due: dt.date | None = None
    owned: bool = False


class Review(Value):
    """A day on which people looked at the plan, and how many of its actions were how far."""

    on: dt.date
    of: Annotated[int, Field(ge=0)]
    done: Annotated[int, Field(ge=0)] = 0
    in_progress: Annotated[int, Field(ge=0)] = 0
    overdue: Annotated[int, Field(ge=0)] = 0
    actions: Annotated[tuple[Stood, ...], Field(strict=False)] = ()
    """How each one stood, kept for the latest review alone."""


class StageView(Value):
    """What people made of the computed stage: confirmed, or another one with the reason."""

    stage: Id
    computed: Id
    reason: Note = ""
    on: dt.date | None = None


class Assessment(Value):
    """Everything that one `.readiness` file holds."""

    model_config = ConfigDict(
        validate_by_name=True, validate_by_alias=True, serialize_by_alias=True
    )

    id: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
    round: Annotated[int, Field(ge=1, le=200)] = 1
    previous: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")] | None = None
    """The id of the assessment that this round followed."""
    profile: Profile
    answers: Mapping[Id, Answer] = {}
    importance: Mapping[Id, Annotated[int, Field(ge=1, le=5)]] = {}
    """Importance that the team set, where it differs from the bank's."""
    actions: Mapping[Key, PlannedAction] = {}
    asks: Annotated[tuple[Request, ...], Field(strict=False)] = ()
    stage_view: StageView | None = None
    place: Line = ""
    """Where the person paused, as an address is written; see `paused_at`."""
    workshop: Workshop | None = Field(default=None, exclude_if=lambda held: held is None)
    """Answers of many people. A document without them is written as if there were no such part."""
    reviews: Annotated[tuple[Review, ...], Field(strict=False)] = Field(
        default=(), exclude_if=lambda held: not held
    )
    """When the plan was looked at, the latest last; without any the file holds no such part."""
    part: Part | None = Field(default=None, exclude_if=lambda held: held is None)
    """What makes it a part of another assessment; nothing for one of its own."""
    sharing: Sharing | None = Field(default=None, exclude_if=lambda held: held is None)
    """Parts of it that others were asked to answer."""
    written_bank: Bank = Field(alias="bank")
    """The bank as its authors wrote it, with placeholders; this is what a file keeps."""

    @cached_property
    def served(self) -> Served:
        """What the people are called whom this organisation serves."""
        profile, overlay = self.profile, self.written_bank.overlay
        return noun_words(
            profile.noun or (overlay.noun if overlay else ""),
            delivers_care=profile.delivers_care,
            own=profile.own_noun,
            own_one=profile.own_noun_one,
        )

    @cached_property
    def bank(self) -> Bank:
        """The bank in the words of this organisation. Every text that people read is from here."""
        return in_words_of(self.written_bank, self.served)

    @property
    def paused_at(self) -> Address | None:
        """Where the person paused; None where nobody did, or where it names no page of ours."""
        try:
            return Address.parse(self.place)
        except AddressError:
            return None

    def answer(self, indicator_id: str) -> Answer:
        """The answer to that indicator; an empty one where there is none."""
        return self.answers.get(indicator_id, NO_ANSWER)

    @cached_property
    def asked_ids(self) -> frozenset[str]:
        """What is asked: the questions of the route, of a part those that are in it."""
        on_route = self.bank.asked(self.profile.route)
        return on_route if self.part is None else on_route & set(self.part.asked)

    @cached_property
    def asked(self) -> tuple[Indicator, ...]:
        """The indicators that are asked, in the order of the bank."""
        asked = self.asked_ids
        return tuple([each for key, each in self.bank.by_id.items() if key in asked])

    def weight(self, indicator: Indicator) -> int:
        return self.bank.thresholds.foundation_weight if indicator.foundation else 1

    def importance_of(self, indicator: Indicator) -> int:
        return self.importance.get(indicator.id, indicator.importance)

    def statement(self, indicator: Indicator) -> str:
        """The statement in the wording that fits this organisation."""
        profile = self.profile
        if profile.small_organisation and indicator.small and indicator.small.statement:
            return indicator.small.statement
        if not profile.delivers_care and indicator.no_care:
            return indicator.no_care
        return indicator.statement
