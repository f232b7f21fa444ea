"""The question bank as frozen values: what it holds and which shapes are allowed.

A bank is content. Nothing here knows one bank from another, and nothing here scores: thresholds,
stages and bands are data that `scoring` reads. Checks that need the whole bank (references, needs
without circles, wording) are in `bank_checks`, so that all problems can be named at once.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from functools import cache, cached_property
from typing import Annotated, Literal

from nttp_readiness.domain.bank.nouns import Noun
from nttp_readiness.plain_models import BaseModel, ConfigDict, Field, StringConstraints

Level = Literal[0, 1, 2, 3, 4]
LEVELS: tuple[Level, ...] = (0, 1, 2, 3, 4)
TOP_LEVEL: Level = 4
ActionKind = Literal["first", "next", "sustaining", "find_out"]
ChangeKind = Literal["kept", "reworded", "split", "merged", "removed"]

Text = Annotated[str, StringConstraints(min_length=1, max_length=1200, strip_whitespace=True)]
ShortText = Annotated[str, StringConstraints(min_length=1, max_length=160, strip_whitespace=True)]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,39}$")]
Version = Annotated[str, StringConstraints(pattern=r"^\d{1,4}\.\d{1,4}\.\d{1,4}$")]
Share = Annotated[str, StringConstraints(pattern=r"^\d{1,4}/[1-9]\d{0,3}$")]
_IN_ADDRESS = r"[!#-;=?-\[\]_a-z~]"
"""ASCII alone: letters that only look like others, or turn the line round, hide where it leads."""
# No name and password before the host: they pass for one.
ADDRESS = rf"^(https://[A-Za-z0-9.-]+(:\d{{1,5}})?([/?#]{_IN_ADDRESS}*)?|mailto:{_IN_ADDRESS}+)$"
WebAddress = Annotated[str, StringConstraints(pattern=ADDRESS, max_length=300)]


class Value(BaseModel):
    """A frozen, strict value: unknown keys are refused and `true` is not 1."""

    # Built when it is first read or made: what an assessment holds is built with it as a whole.
    model_config = ConfigDict(
        frozen=True, strict=True, extra="forbid", ignored_types=(cached_property,), defer_build=True
    )


class LevelName(Value):
    """One step of the scale, with what it means for any question."""

    value: Level
    name: ShortText
    meaning: Text


class Thresholds(Value):
    """Cut-offs of `scoring`, as exact shares. Reasoned defaults, not validated against outcomes."""

    level_share: Share = "3/4"
    shown_from: Share = "4/5"
    provisional_from: Share = "3/5"
    many_not_relevant_above: Share = "1/3"
    fewest_for_level: Annotated[int, Field(ge=1, le=50)] = 4
    floor_step: Annotated[int, Field(ge=0, le=4)] = 1
    safety_stop_level: Level = 0
    """A safety stop holds at this level and below."""
    target: Level = 3
    most_now: Annotated[int, Field(ge=1, le=20)] = 5
    most_next: Annotated[int, Field(ge=1, le=50)] = 8
    foundation_weight: Literal[1, 2] = 1


class Band(Value):
    """A stretch of the index: from `start` (included) up to the next band's start."""

    start: Annotated[str, StringConstraints(pattern=r"^\d{1,3}(\.\d{1,3})?$")]
    level: Level


class StageRule(Value):
    """When a readiness stage applies.

    `some_foundation_at_most`: one known foundation at that level or lower is enough.
    `some_foundation_unknown`: one that is not sure, rather not say or unanswered is enough.
    `every_foundation_at_least` (with `every_domain_at_least`, unknown answers counted as 0).
    """

    kind: Literal["some_foundation_at_most", "some_foundation_unknown", "every_foundation_at_least"]
    level: Level | None = None
    every_domain_at_least: Level | None = None


class Stage(Value):
    """A readiness stage. Stages stand in the bank in the order in which they are reached."""

    id: Id
    name: ShortText
    meaning: Text
    advice: Text
    when: StageRule


class Route(Value):
    """A walk through the bank: a list of indicators, or all of them."""

    id: Id
    name: ShortText
    description: Text
    minutes: Annotated[tuple[int, int], Field(strict=False)]
    indicators: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    """Empty means every indicator of the bank."""


class Action(Value):
    """What to do, with how one would notice it. `listens` marks one that hears from people."""

    title: ShortText
    do: Text
    measure: Text
    effort: Literal[1, 2, 3]
    lead: ShortText
    listens: bool = False


class FindOut(Value):
    """How to answer the question when nobody is sure. Most ask people; some only read papers."""

    title: ShortText
    do: Text
    listens: bool = True


class SmallWording(Value):
    """The same claim for a small organisation, and how to read the levels there."""

    statement: Text | None = None
    reading: Text | None = None


class LevelText(Value):
    """What is true at a level: one decisive sentence, and signs that help to decide.

    Signs never add a condition. A level of a bank in format 1 has a sentence alone, which may be a
    paragraph.
    """

    sentence: Text
    signs: Annotated[tuple[ShortText, ...], Field(strict=False)] = ()


class Example(Value):
    """An invented example: how it may look somewhere, with the sector that it is set in."""

    sector: ShortText
    text: Text


class Indicator(Value):
    """One question with everything that stands beside it."""

    id: Id
    title: ShortText
    short_name: Annotated[tuple[ShortText, ...], Field(strict=False, max_length=2)] = ()
    statement: Text
    small: SmallWording | None = None
    no_care: Text | None = None
    why: Text
    good: Text | None = None
    unit: ShortText | None = Field(default=None, exclude_if=lambda held: held is None)
    """What its levels count, in the singular: a team, a shift, a decision."""
    levels: Annotated[tuple[LevelText, ...], Field(strict=False)] = ()
    """Five levels, or none: then the domain's stand in."""
    example: Example | None = Field(default=None, exclude_if=lambda held: held is None)
    board: Text | None = Field(default=None, exclude_if=lambda held: held is None)
    """How it reads where elected members, a board or trustees decide."""
    evidence: Annotated[tuple[ShortText, ...], Field(strict=False)] = ()
    first: Action
    next: Action
    sustaining: Action
    find_out: FindOut
    needs: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    needs_reason: Text | None = None
    importance: Annotated[int, Field(ge=1, le=5)] = 3
    importance_reason: Text | None = None
    foundation: bool = False
    safety_stop: Text | None = None
    content_note: Text | None = None
    themes: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    seed: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    links: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    glossary: Annotated[tuple[ShortText, ...], Field(strict=False)] = ()

    def action(self, kind: ActionKind) -> Action:
        """The action of that kind; for `find_out` one made from its two sentences."""
        match kind:
            case "first":
                return self.first
            case "next":
                return self.next
            case "sustaining":
                return self.sustaining
            case "find_out":
                return self.finding_out

    @cached_property
    def finding_out(self) -> Action:
        """What to do where nobody is sure of the answer."""
        return Action(
            title=self.find_out.title,
            do=self.find_out.do,
            measure="This question has an answer by the next review.",
            effort=1,
            lead=self.first.lead,
            listens=self.find_out.listens,
        )


class Domain(Value):
    """A part of the bank, in a file of its own."""

    code: Id
    name: ShortText
    short_name: Annotated[str, StringConstraints(min_length=1, max_length=24)]
    definition: Text
    introduction: Text
    content_note: Text | None = None
    themes: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    levels: Annotated[tuple[LevelText, ...], Field(strict=False)]
    indicators: Annotated[tuple[Indicator, ...], Field(strict=False, min_length=1)]


class GlossaryEntry(Value):
    """A word with its meaning. What quotes others names its source, with its day."""

    word: ShortText
    meaning: Text
    source: Text | None = Field(default=None, exclude_if=lambda held: held is None)
    checked: dt.date | None = Field(default=None, exclude_if=lambda held: held is None)


class Resource(Value):
    """Somewhere to read on. An address has a day: `checked` when somebody opened it, or `listed`
    when it was taken from a list and nobody has opened it since.
    """

    id: Id
    title: ShortText
    address: WebAddress | None = None
    listed: dt.date | None = Field(default=None, exclude_if=lambda held: held is None)
    checked: dt.date | None = None
    note: Text | None = None


class SupportContact(Value):
    """Support for anybody, with a day as for an address. No opening hours: they change."""

    name: ShortText
    phone: ShortText | None = None
    address: WebAddress | None = None
    note: Text | None = None
    danger: bool = False
    listed: dt.date | None = Field(default=None, exclude_if=lambda held: held is None)
    checked: dt.date | None = None


class ContextCard(Value):
    """A national finding shown beside questions, with its source, never as a benchmark."""

    id: Id
    beside: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    on_prepare: bool = False
    text: Text
    source: Text
    note: Text = "Context, not a benchmark."
    checked: dt.date | None = Field(default=None, exclude_if=lambda held: held is None)
    """The day on which somebody read it at its source."""


class Law(Value):
    """A law beside questions: what it asks, and how far it is known to be in force."""

    id: Id
    title: ShortText
    says: Text
    state: Text
    """What is established of its commencement, and what is not."""
    address: WebAddress
    beside: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    checked: dt.date


class PracticeType(Value):
    """A kind of practice that a role needs, as the national framework names it."""

    name: ShortText
    meaning: Text
    """What somebody in such a role knows and does; each takes in those before it."""


class ScrutinyQuestion(Value):
    """A question that those who oversee an organisation can ask, and what to listen for."""

    asks: Text
    listen: Text
    beside: Annotated[tuple[Id, ...], Field(strict=False)] = ()


class OutsideQuestion(Value):
    """An indicator as people see it who rate from outside."""

    indicator: Id
    asks: Text


class Outside(Value):
    """What people with lived experience rate from outside, in words of their own."""

    introduction: Text
    scale: Annotated[tuple[ShortText, ...], Field(strict=False, min_length=5, max_length=5)]
    """What each level looks like from outside, from 0 to 4."""
    questions: Annotated[tuple[OutsideQuestion, ...], Field(strict=False, min_length=1)]


class CrisisStep(Value):
    """What to do about one question in a week of crisis."""

    indicator: Id
    day: Text
    week: Text
    month: Text


class Crisis(Value):
    """A short route for a week of crisis, and what goes with it."""

    route: Id
    introduction: Text
    not_asked: Text
    """Who is not asked to speak."""
    press: Annotated[tuple[Text, ...], Field(strict=False)] = ()
    """Sentences that can be said to the press as they stand."""
    steps: Annotated[tuple[CrisisStep, ...], Field(strict=False, min_length=1)]


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


@cache
def share(text: str) -> Fraction:
    """The exact fraction that a threshold such as "3/4" names."""
    return Fraction(text)
