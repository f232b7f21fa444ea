"""The scale from 0 to 4, and by which thresholds, bands and stages it is read."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import Annotated, Literal

from nttp_readiness.domain.checked_value import Id, Share, ShortText, Text, Value
from nttp_readiness.plain_models import Field, StringConstraints

Level = Literal[0, 1, 2, 3, 4]
LEVELS: tuple[Level, ...] = (0, 1, 2, 3, 4)
TOP_LEVEL: Level = 4


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


@cache
def share(text: str) -> Fraction:
    """The exact fraction that a threshold such as "3/4" names."""
    return Fraction(text)
