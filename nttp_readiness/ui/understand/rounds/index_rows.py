"""The list under the places, the same on every page of Understand."""

from __future__ import annotations

from nttp_readiness.i18n import tr
from nttp_readiness.ui.widgets.index_list import IndexRow

OVER_TIME = "over-time"


def understand_rows() -> tuple[IndexRow, ...]:
    """The parts of Understand, and the page on rounds."""
    return (
        IndexRow("stand", tr("Where we stand")),
        IndexRow("strengths", tr("Strengths")),
        IndexRow("picture", tr("The picture")),
        IndexRow("domains", tr("Domain by domain")),
        IndexRow(OVER_TIME, tr("Over time")),
    )
