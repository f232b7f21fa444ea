"""An assessment: the answers, the plan and what was said about them, as one frozen value.

It holds its own copy of the bank, so that its scores never change under it. Change it through
the functions in `domain/editing` alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal, TypedDict

from nttp_readiness.address import Address, AddressError
from nttp_readiness.domain.answers.answer import NO_ANSWER, Answer
from nttp_readiness.domain.answers.fields import CONTACT_LIMIT, Key, Line, Note
from nttp_readiness.domain.answers.planned import PlannedAction, Request, Review
from nttp_readiness.domain.answers.sharing import Part, Sharing
from nttp_readiness.domain.answers.workshop import Workshop
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.indicator import Indicator
from nttp_readiness.domain.bank.nouns import Noun, OwnNoun, noun_words
from nttp_readiness.domain.bank.served import Served, in_words_of
from nttp_readiness.domain.checked_value import Id, Value
from nttp_readiness.plain_models import ConfigDict, Field, StringConstraints

Scope = Literal["team", "service", "organisation", "partnership"]


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
