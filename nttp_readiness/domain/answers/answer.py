"""What stands at one question: the level, or why there is none, and what was written beside it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, Self, TypedDict

from nttp_readiness.domain.answers.evidence import EvidenceItem
from nttp_readiness.domain.answers.fields import Line, Note
from nttp_readiness.domain.bank.scale import Level
from nttp_readiness.domain.checked_value import Value
from nttp_readiness.plain_models import Field, model_validator

Unknown = Literal["not_sure", "rather_not_say"]
Choice = Literal[0, 1, 2, 3, 4, "not_sure", "rather_not_say", "not_relevant"]
UNKNOWN: frozenset[str | None] = frozenset({"not_sure", "rather_not_say", None})
EvidenceKind = Literal["none", "described", "documented", "two_sides"]
Confidence = Literal["", "very_sure", "fairly_sure", "a_guess"]


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
    def rests_on(self) -> EvidenceKind:
        """The kind of evidence chosen; what has a piece listed is described at the least."""
        listed = self.evidence_kind == "none" and self.evidence_items
        return "described" if listed else self.evidence_kind

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
