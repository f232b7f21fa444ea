"""Parts of an assessment that were shared out: what the part's own file says, and who was asked.

A part knows under which `reply` its answers come back. The whole does not know whose that is, so
answers say who gave them only where that person agreed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated

from nttp_readiness.domain.answers.answer import NO_ANSWER, Answer
from nttp_readiness.domain.answers.fields import Line
from nttp_readiness.domain.checked_value import Id, Value
from nttp_readiness.plain_models import Field, StringConstraints

Token = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
Asked = Annotated[tuple[Id, ...], Field(strict=False, min_length=1)]
Revision = Annotated[int, Field(ge=0)]


class Part(Value):
    """What makes an assessment's file a part that was shared out."""

    whole: Token
    """The id of the assessment that it belongs to."""
    shared: Token
    """The id under which the whole keeps that it was shared out."""
    reply: Token
    """The id under which its answers come back."""
    asked: Asked
    """The questions of this part."""
    to: Line = ""
    """Whom it was made for."""
    by: dt.date | None = None
    named: bool = False
    """Whether the whole may keep who answered, and when."""
    name: Line = ""
    """How they want to be named."""
    taken_back: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    """Questions whose answer was cleared again."""


class Shared(Value):
    """That some questions were shared out, as the whole keeps it."""

    id: Token
    to: Line = ""
    on: dt.date | None = None
    by: dt.date | None = None
    asked: Asked
    back: dt.date | None = None
    """The day on which something of it came back for the first time."""
    answered: Annotated[int, Field(ge=0)] = 0
    """How many of its questions have an answer, as far as it came back."""

    @property
    def complete(self) -> bool:
        return self.answered >= len(self.asked)

    def late(self, today: dt.date) -> bool:
        """Past the day on which it was asked for, and not all of it has come back."""
        return self.by is not None and self.by < today and not self.complete


class Voice(Value):
    """Whoever answers under one reply: named where they agreed, else nobody."""

    reply: Token
    revision: Revision
    """The revision of their file in which they said how they want to be named."""
    name: Line = ""
    days: Mapping[Id, dt.date] = {}
    """The days on which they gave their answers; none where they are not named."""


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
