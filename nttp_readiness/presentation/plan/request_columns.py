"""Every field of a request to others in words: the same on screen, on paper and in a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from nttp_readiness.domain.answers.fields import REQUEST_FIELDS, Fields
from nttp_readiness.domain.answers.planned import REQUEST_STATUSES, RequestStatus
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.action_columns import ColumnKey
from nttp_readiness.presentation.words.field_columns import FieldColumn


@dataclass(frozen=True, slots=True)
class RequestColumn(FieldColumn):
    """A field of a request. `under` is the column of the actions in which it stands where a file
    has one table alone.
    """

    fields: ClassVar[Fields] = REQUEST_FIELDS
    under: ColumnKey = "notes"


def ask_status_words(status: RequestStatus) -> str:
    """How far a request is."""
    return {
        "to_ask": tr("Not asked yet"),
        "asked": tr("Asked"),
        "answered": tr("Answered"),
    }[status]


REQUEST_COLUMNS: tuple[RequestColumn, ...] = (
    RequestColumn(
        "who",
        lambda: tr("Whom we ask"),
        sheet=22,
        hint=lambda: tr("A body or a role."),
        nothing=lambda: tr("Others"),
        under="title",
    ),
    RequestColumn("request", lambda: tr("What we ask for"), sheet=34, under="title"),
    RequestColumn("why", lambda: tr("Why"), sheet=26, under="reason"),
    RequestColumn(
        "asker",
        lambda: tr("Who asks"),
        sheet=20,
        hint=lambda: tr("A name, and the role."),
        nothing=lambda: tr("Nobody named yet"),
        under="owner",
    ),
    RequestColumn(
        "how",
        lambda: tr("How"),
        sheet=18,
        hint=lambda: tr("By letter, or at which meeting."),
        under="details",
    ),
    RequestColumn(
        "by",
        lambda: tr("Answer by"),
        sheet=18,
        nothing=lambda: tr("No date yet"),
        under="due",
    ),
    RequestColumn(
        "status",
        lambda: tr("How it stands"),
        sheet=14,
        values=lambda: [(each, ask_status_words(each)) for each in REQUEST_STATUSES],
        under="status",
    ),
    RequestColumn("answer", lambda: tr("Their answer"), sheet=34, under="notes"),
)
"""In the order in which they stand beside each other in a sheet."""
FIRST_ROWS: tuple[tuple[str, ...], ...] = (("who",), ("request",), ("why",))
"""What a form asks at once; what stands in one row."""
MORE_ROWS: tuple[tuple[str, ...], ...] = (("asker", "how"), ("by", "status"), ("answer",))
"""What it has folded away: who asks, and what became of it."""
_BY_KEY = {each.key: each for each in REQUEST_COLUMNS}


def request_column(key: str) -> RequestColumn:
    return _BY_KEY[key]
