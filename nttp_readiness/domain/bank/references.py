"""What a bank refers to: words, reading, support, national findings, laws, kinds of practice."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from nttp_readiness.domain.checked_value import Id, ShortText, Text, Value, WebAddress
from nttp_readiness.plain_models import Field


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
