"""What shows how things stand: where it is, what it is, of which day, and what one sees there.

An item names a file or a page and holds nothing of what is in it. Nothing is opened or looked at
because it stands here. Change it through `evidence_edits` alone.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, TypedDict

from nttp_readiness.domain.answers.fields import PLACE_LIMIT, Key, Line, Note
from nttp_readiness.domain.checked_value import Value
from nttp_readiness.plain_models import Field, StringConstraints

EvidenceSort = Literal["policy", "record", "figures", "told", "seen", "material", "other"]
EVIDENCE_SORTS: tuple[EvidenceSort, ...] = (
    "policy", "record", "figures", "told", "seen", "material", "other",
)  # fmt: skip
EvidenceState = Literal["stands", "to_check", "no_longer"]
"""It stands; it comes from an earlier round, and nobody has said since whether it still holds; it
no longer does.
"""
EVIDENCE_STATES: tuple[EvidenceState, ...] = ("stands", "to_check", "no_longer")
MOST_LISTED = 40
MOST_ITEMS = 200


class EvidenceItem(Value):
    """One thing that can be shown for an answer."""

    id: Key
    what: Line = ""
    where: Annotated[str, StringConstraints(max_length=PLACE_LIMIT)] = ""
    """A file or a folder, beside the document or anywhere; the address of a page; a shelf."""
    kind: EvidenceSort = "other"
    dated: dt.date | None = None
    """The day that it is of."""
    shows: Note = ""
    listed: Annotated[int, Field(ge=1, le=MOST_LISTED)] | None = None
    """Which of the question's own list of evidence it is, counted from 1."""
    state: EvidenceState = "stands"
    checked: dt.date | None = None
    """The day on which somebody last said whether it still holds."""


class EvidenceChanges(TypedDict, total=False):
    """What can be changed of it, by name."""

    what: str
    where: str
    kind: EvidenceSort
    dated: dt.date | None
    shows: str
    listed: int | None
    state: EvidenceState
    checked: dt.date | None
