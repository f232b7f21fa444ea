"""What each field of an action, a request and an answer is: one table for everything that reads it.

Merging, redaction, search, sheets that come back, the limits of what people type and the printed
plan ask here, so that a new field is declared once and is forgotten nowhere. Its words and columns
stand in the presentation, under the same name. It needs nothing of the models: they need it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final, Literal

from nttp_readiness.domain.bank.nouns import NOUN_LIMIT
from nttp_readiness.plain_models import StringConstraints
from nttp_readiness.values import dataclass

LINE_LIMIT: Final = 300
"""Characters that one line may have."""
TEXT_LIMIT: Final = 60_000
"""Characters that a text of several lines may have."""

CONTACT_LIMIT: Final = 1_200
"""Characters of a support contact, which may be a paragraph: who, where, and at which hours."""
PLACE_LIMIT: Final = 1_000
"""Characters of a path or an address."""
Line = Annotated[str, StringConstraints(max_length=LINE_LIMIT)]
Note = Annotated[str, StringConstraints(max_length=TEXT_LIMIT)]
Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_/.-]{0,79}$")]
"""What tells actions and requests apart within a file."""

Kind = Literal[
    "key", "keys", "line", "text", "people", "givers", "body", "view", "place", "date", "choice",
    "level", "number", "items",
]  # fmt: skip
"""What stands in a field. Lines are also "people" (owners, typed as "name, role; name, role"),
"givers" (people who answered, typed the same way), a "body" that we ask, a "view" (whose view it
is), and a "place" (a file or a page, in whose path a person may be named). "items" have a table of
their own.
"""
Merge = Literal["first", "join", "union", "each", "later", "drop"]
"""What two actions or answers that become one have here: the first one's where it says something,
else the other's; both, as paragraphs; both, each once; both in one line; the one that stands later
in its list, or in time; the first one's alone.
"""
Redaction = Literal["scores", "notes", "names"]
"""What people can ask to be left out of what leaves the program."""
Printed = Literal["fact", "words", "measure", "source", "table", "full", "calendar", "sheet"]
"""Where a field is printed: in a card among its facts, as a paragraph, beside the measure or in its
last line; in tables of later actions; in full after them; in a calendar; in a spreadsheet.
"""
_TYPED: Mapping[Kind, int] = {
    "line": LINE_LIMIT,
    "people": LINE_LIMIT,
    "givers": LINE_LIMIT,
    "body": LINE_LIMIT,
    "view": LINE_LIMIT,
    "place": PLACE_LIMIT,
    "text": TEXT_LIMIT,
}


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """How everything treats one field.

    `rest` names the field that takes what merging does not keep of the other's, so that nothing
    that was written is lost. `left_out` says with which redactions it goes: with "names" people are
    given by their role, a view not at all, and of a place its last part alone.
    """

    kind: Kind
    merge: Merge = "drop"
    rest: str = ""
    left_out: tuple[Redaction, ...] = ()
    searched: bool = False
    comes_back: bool = False
    """Whether a change in a spreadsheet is taken into the plan."""
    printed: tuple[Printed, ...] = ()
    at_most: int = 0
    """A limit of its own, where it is not that of every line or text."""

    @property
    def typed(self) -> bool:
        """Whether people write it in their own words."""
        return self.kind in _TYPED

    @property
    def limit(self) -> int:
        """Characters that may be written; 0 for what is chosen."""
        return self.at_most or _TYPED.get(self.kind, 0)


Fields = Mapping[str, FieldSpec]

ACTION_FIELDS: Fields = {
    "id": FieldSpec("key", left_out=("scores",)),
    "kind": FieldSpec("choice", left_out=("scores",)),
    "indicators": FieldSpec("keys", "union"),
    "title": FieldSpec("line", "first", "details", searched=True, printed=("table", "sheet")),
    "details": FieldSpec(
        "text", "join", searched=True, printed=("words", "full", "calendar", "sheet")
    ),
    "measure": FieldSpec(
        "text",
        "join",
        searched=True,
        comes_back=True,
        printed=("fact", "full", "calendar", "sheet"),
    ),
    "notes": FieldSpec(
        "text",
        "join",
        left_out=("notes",),
        searched=True,
        comes_back=True,
        printed=("words", "table", "full", "calendar", "sheet"),
    ),
    "baseline": FieldSpec("line", "first", "notes", searched=True, printed=("measure", "sheet")),
    "goal": FieldSpec("line", "first", "notes", searched=True, printed=("measure", "sheet")),
    "owner": FieldSpec(
        "people",
        "first",
        "notes",
        left_out=("names",),
        searched=True,
        comes_back=True,
        printed=("fact", "table", "calendar", "sheet"),
    ),
    "due": FieldSpec("date", "first", "notes", comes_back=True, printed=("fact", "table", "sheet")),
    "review": FieldSpec(
        "date", "first", "notes", comes_back=True, printed=("source", "full", "sheet")
    ),
    "status": FieldSpec("choice", comes_back=True, printed=("fact", "table", "calendar", "sheet")),
    "horizon": FieldSpec("choice", printed=("sheet",)),
    "rank": FieldSpec("number"),
    "effort": FieldSpec("choice"),
    "hours": FieldSpec(
        "line", "first", "notes", searched=True, comes_back=True, printed=("words", "full", "sheet")
    ),
    "cost": FieldSpec(
        "line", "first", "notes", searched=True, comes_back=True, printed=("words", "full", "sheet")
    ),
    "inaction": FieldSpec("text", "join", searched=True, printed=("words", "full", "sheet")),
    "hoped_level": FieldSpec(
        "level", "first", "notes", left_out=("scores",), printed=("source", "sheet")
    ),
    "drop_reason": FieldSpec("text", "drop", "notes", left_out=("notes", "scores"), searched=True),
    "merged": FieldSpec("keys", "union", left_out=("scores",)),
}
"""The fields of a planned action. What merging puts into a field stands there in this order."""

REQUEST_FIELDS: Fields = {
    "id": FieldSpec("key"),
    "who": FieldSpec("body", left_out=("names",), searched=True, printed=("sheet",)),
    "request": FieldSpec("text", searched=True, printed=("calendar", "sheet")),
    "why": FieldSpec("text", searched=True, printed=("source", "sheet")),
    "asker": FieldSpec(
        "people",
        left_out=("names",),
        searched=True,
        comes_back=True,
        printed=("fact", "calendar", "sheet"),
    ),
    "how": FieldSpec("line", searched=True, comes_back=True, printed=("sheet",)),
    "by": FieldSpec("date", comes_back=True, printed=("fact", "sheet")),
    "status": FieldSpec("choice", comes_back=True, printed=("fact", "calendar", "sheet")),
    "answer": FieldSpec(
        "text",
        left_out=("notes",),
        searched=True,
        comes_back=True,
        printed=("words", "calendar", "sheet"),
    ),
}
"""Whom we ask and for what is the head of its card; how we ask stands beside who asks."""

ANSWER_FIELDS: Fields = {
    "choice": FieldSpec("choice", left_out=("scores",)),
    "note": FieldSpec(
        "text", "join", left_out=("notes",), searched=True, printed=("words", "sheet")
    ),
    "evidence": FieldSpec(
        "text", "join", left_out=("notes",), searched=True, printed=("words", "sheet")
    ),
    "evidence_kind": FieldSpec("choice", "later", printed=("sheet",)),
    "confidence": FieldSpec("choice", "later", left_out=("notes",), printed=("words", "sheet")),
    "view": FieldSpec(
        "view", "each", "note", left_out=("notes", "names"), searched=True,
        printed=("words", "sheet"),
    ),
    "reason": FieldSpec(
        "line", "each", "note", left_out=("notes",), searched=True, printed=("words", "sheet")
    ),
    "reach": FieldSpec("number", "first", left_out=("notes",), printed=("words", "sheet")),
    "look_again": FieldSpec("choice", "later"),
    "come_back": FieldSpec("choice", "later", printed=("sheet",)),
    "come_back_word": FieldSpec(
        "line", "each", "note", left_out=("notes",), searched=True, printed=("sheet",)
    ),
    "evidence_items": FieldSpec("items", "union", left_out=("notes",)),
    "given_by": FieldSpec(
        "givers", "each", "note", left_out=("names",), searched=True, printed=("words", "sheet")
    ),
    "given_on": FieldSpec("date", "later", left_out=("notes",), printed=("sheet",)),
}  # fmt: skip
"""An answer goes as a whole with "scores"."""

EVIDENCE_FIELDS: Fields = {
    "id": FieldSpec("key"),
    "what": FieldSpec("line", left_out=("notes",), searched=True, printed=("words", "sheet")),
    "where": FieldSpec("place", left_out=("notes", "names"), searched=True, printed=("sheet",)),
    "kind": FieldSpec("choice", left_out=("notes",), printed=("sheet",)),
    "dated": FieldSpec("date", left_out=("notes",), printed=("sheet",)),
    "shows": FieldSpec("text", left_out=("notes",), searched=True, printed=("sheet",)),
    "listed": FieldSpec("number"),
    "state": FieldSpec("choice", left_out=("notes",), printed=("sheet",)),
    "checked": FieldSpec("date", left_out=("notes",), printed=("sheet",)),
}
"""What can be shown for an answer. All of it goes with "notes"."""

PROFILE_FIELDS: Fields = {
    "title": FieldSpec("line", at_most=200),
    "organisation": FieldSpec("line"),
    "scope": FieldSpec("choice"),
    "service_area": FieldSpec("line"),
    "audience": FieldSpec("line"),
    "support_contact": FieldSpec("line", at_most=CONTACT_LIMIT),
    "small_organisation": FieldSpec("choice"),
    "delivers_care": FieldSpec("choice"),
    "noun": FieldSpec("choice"),
    "own_noun": FieldSpec("line", at_most=NOUN_LIMIT),
    "own_noun_one": FieldSpec("line", at_most=NOUN_LIMIT),
    "route": FieldSpec("key"),
    "started": FieldSpec("date"),
    "review": FieldSpec("date"),
    "agreed": FieldSpec("date"),
}

STAGE_VIEW_FIELDS: Fields = {
    "stage": FieldSpec("key"),
    "computed": FieldSpec("key"),
    "reason": FieldSpec("text", left_out=("notes",)),
    "on": FieldSpec("date"),
}

SHARED_FIELDS: Fields = {
    "id": FieldSpec("key"),
    "to": FieldSpec("givers", left_out=("names",)),
    "on": FieldSpec("date"),
    "by": FieldSpec("date"),
    "asked": FieldSpec("keys"),
    "back": FieldSpec("date"),
    "answered": FieldSpec("number"),
}
"""That a part was shared out. Of what it is for, nothing leaves but in the whole data."""

VOICE_FIELDS: Fields = {
    "reply": FieldSpec("key"),
    "revision": FieldSpec("number"),
    "name": FieldSpec("givers", left_out=("names",)),
    "days": FieldSpec("date"),
}

PART_FIELDS: Fields = {
    "whole": FieldSpec("key"),
    "shared": FieldSpec("key"),
    "reply": FieldSpec("key"),
    "asked": FieldSpec("keys"),
    "to": FieldSpec("givers", left_out=("names",)),
    "by": FieldSpec("date"),
    "named": FieldSpec("choice"),
    "name": FieldSpec("givers", left_out=("names",)),
    "taken_back": FieldSpec("keys"),
}
