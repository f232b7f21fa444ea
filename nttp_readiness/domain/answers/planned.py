"""What is planned: actions, what we need from others, and the days on which people looked at it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, TypedDict

from nttp_readiness.domain.answers.fields import Key, Line, Note
from nttp_readiness.domain.bank.indicator import ActionKind
from nttp_readiness.domain.bank.scale import Level
from nttp_readiness.domain.checked_value import Id, Value
from nttp_readiness.plain_models import Field

Horizon = Literal["now", "next", "later"]
HORIZONS: tuple[Horizon, ...] = ("now", "next", "later")
Status = Literal["not_started", "in_progress", "done", "paused", "dropped"]
STATUSES: tuple[Status, ...] = ("not_started", "in_progress", "done", "paused", "dropped")
RequestStatus = Literal["to_ask", "asked", "answered"]
REQUEST_STATUSES: tuple[RequestStatus, ...] = ("to_ask", "asked", "answered")


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
