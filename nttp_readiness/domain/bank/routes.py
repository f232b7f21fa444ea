"""Ways through a bank: its routes, and what boards, people outside and a week of crisis ask."""

from __future__ import annotations

from typing import Annotated

from nttp_readiness.domain.checked_value import Id, ShortText, Text, Value
from nttp_readiness.plain_models import Field


class Route(Value):
    """A walk through the bank: a list of indicators, or all of them."""

    id: Id
    name: ShortText
    description: Text
    minutes: Annotated[tuple[int, int], Field(strict=False)]
    indicators: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    """Empty means every indicator of the bank."""


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
