"""An indicator, which is one question with its levels and actions, and the domain it lies in."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from nttp_readiness.domain.checked_value import Id, ShortText, Text, Value
from nttp_readiness.plain_models import Field, StringConstraints

ActionKind = Literal["first", "next", "sustaining", "find_out"]


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
