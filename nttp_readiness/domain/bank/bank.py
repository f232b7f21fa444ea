"""The question bank as frozen values: what it holds and which shapes are allowed.

A bank is content. Nothing here knows one bank from another, and nothing here scores: thresholds,
stages and bands are data that `scoring` reads. Checks that need the whole bank (references, needs
without circles, wording) are in `bank_checks`, so that all problems can be named at once.
"""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import Annotated, Literal

from nttp_readiness.domain.bank.indicator import Domain, Indicator, LevelText
from nttp_readiness.domain.bank.nouns import Noun
from nttp_readiness.domain.bank.references import (
    ContextCard,
    GlossaryEntry,
    Law,
    PracticeType,
    Resource,
    SupportContact,
)
from nttp_readiness.domain.bank.routes import Crisis, Outside, Route, ScrutinyQuestion
from nttp_readiness.domain.bank.scale import Band, LevelName, Stage, Thresholds
from nttp_readiness.domain.checked_value import Id, ShortText, Text, Value, Version
from nttp_readiness.plain_models import Field, StringConstraints

ChangeKind = Literal["kept", "reworded", "split", "merged", "removed"]


class OverlayStamp(Value):
    """Which sector's wording was laid over a bank."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,39}$")]
    version: Version
    date: dt.date
    title: ShortText
    base_version: Version
    """The version of the bank that its author had in front of them."""
    noun: Noun = ""
    """What the people are called, unless an organisation chooses otherwise."""
    review: Text | None = None
    """Who has looked at these words, and who has not."""
    own: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    """The questions that are its own."""


class Theme(Value):
    id: Id
    name: ShortText


class SeedStatement(Value):
    """A statement of the document that the bank starts from, in our own words.

    `for_others` holds the request that follows from it where it is for national bodies. `touched`
    says what of it no question asks, where the questions only touch it.
    """

    id: Id
    text: Text
    for_others: Text | None = None
    touched: Text | None = Field(default=None, exclude_if=lambda held: held is None)


class Change(Value):
    """What became of an indicator since an older version of this bank.

    `since` is the last version in which the old one stood as it was.
    """

    since: Version
    kind: ChangeKind
    old: Id
    new: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    note: Text | None = None


class Bank(Value):
    """A whole question bank, as an assessment keeps it."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,39}$")]
    version: Version
    date: dt.date
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")]
    title: ShortText
    summary: Text
    authors: Annotated[tuple[ShortText, ...], Field(strict=False, min_length=1)]
    licence: ShortText
    aim: ShortText | None = Field(default=None, exclude_if=lambda held: held is None)
    """What those who use it want to do; it goes on after "we want to"."""
    aim_short: ShortText | None = Field(default=None, exclude_if=lambda held: held is None)
    """The same as the beginning of a title."""
    disclaimer: Text
    start_note: Text
    choice_rule: Text
    """How to choose a level, in a sentence that stands at each question."""
    choice_notes: Annotated[tuple[Text, ...], Field(strict=False)] = Field(
        default=(), exclude_if=lambda held: not held
    )
    """What to do in cases that the rule leaves open, shown beside each question."""
    levels: Annotated[tuple[LevelName, ...], Field(strict=False, min_length=5, max_length=5)]
    thresholds: Thresholds = Thresholds()
    bands: Annotated[tuple[Band, ...], Field(strict=False)] = ()
    stages: Annotated[tuple[Stage, ...], Field(strict=False)] = ()
    routes: Annotated[tuple[Route, ...], Field(strict=False, min_length=1)]
    service_areas: Annotated[tuple[ShortText, ...], Field(strict=False)] = ()
    themes: Annotated[tuple[Theme, ...], Field(strict=False)] = ()
    seed: Annotated[tuple[SeedStatement, ...], Field(strict=False)] = ()
    seed_source: ShortText | None = Field(default=None, exclude_if=lambda held: held is None)
    """Where those statements come from; it goes on after "these follow from"."""
    glossary: Annotated[tuple[GlossaryEntry, ...], Field(strict=False)] = ()
    resources: Annotated[tuple[Resource, ...], Field(strict=False)] = ()
    support: Annotated[tuple[SupportContact, ...], Field(strict=False)] = ()
    context: Annotated[tuple[ContextCard, ...], Field(strict=False)] = ()
    laws: Annotated[tuple[Law, ...], Field(strict=False)] = Field(
        default=(), exclude_if=lambda held: not held
    )
    practice_types: Annotated[tuple[PracticeType, ...], Field(strict=False)] = Field(
        default=(), exclude_if=lambda held: not held
    )
    """In the order in which each takes in those before it."""
    review: Text | None = Field(default=None, exclude_if=lambda held: held is None)
    """Who has looked at these questions, and who has not."""
    scrutiny: Annotated[tuple[ScrutinyQuestion, ...], Field(strict=False)] = Field(
        default=(), exclude_if=lambda held: not held
    )
    outside: Outside | None = Field(default=None, exclude_if=lambda held: held is None)
    crisis: Crisis | None = Field(default=None, exclude_if=lambda held: held is None)
    overlay: OverlayStamp | None = Field(default=None, exclude_if=lambda held: held is None)
    """The sector's wording that these texts are in. A bank's own files do not hold it."""
    changes: Annotated[tuple[Change, ...], Field(strict=False)] = ()
    domains: Annotated[tuple[Domain, ...], Field(strict=False, min_length=1)]

    @cached_property
    def by_id(self) -> dict[str, Indicator]:
        """Every indicator under its id."""
        return {each.id: each for domain in self.domains for each in domain.indicators}

    @cached_property
    def domain_of(self) -> dict[str, Domain]:
        """The domain of each indicator, under the indicator's id."""
        return {each.id: domain for domain in self.domains for each in domain.indicators}

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each indicator in the bank, from 0."""
        return {each: place for place, each in enumerate(self.by_id)}

    @cached_property
    def foundations(self) -> tuple[Indicator, ...]:
        """The foundations in the order of the bank."""
        return tuple(each for each in self.by_id.values() if each.foundation)

    def route(self, route_id: str) -> Route:
        """The route of that id; the last route of the bank where there is none."""
        return next((each for each in self.routes if each.id == route_id), self.routes[-1])

    def asked(self, route_id: str) -> frozenset[str]:
        """Ids of the indicators on a route."""
        return frozenset(self.route(route_id).indicators or self.by_id)

    def level_name(self, level: int) -> str:
        return self.levels[level].name

    def described(self, indicator: Indicator) -> tuple[LevelText, ...]:
        """The five levels: the indicator's own, or its domain's where it has none."""
        return indicator.levels or self.domain_of[indicator.id].levels

    def stops(self, indicator: Indicator, level: int | None) -> bool:
        """Whether that answer asks for a pause: a safety stop, at its level or below."""
        if indicator.safety_stop is None or level is None:  # of most, and asked of all
            return False
        return level <= self.thresholds.safety_stop_level

    def context_for(self, indicator_id: str) -> tuple[ContextCard, ...]:
        return tuple(card for card in self.context if indicator_id in card.beside)
