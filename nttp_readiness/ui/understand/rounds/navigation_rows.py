"""The list under the places, the same on every page of Understand."""

from __future__ import annotations

from nttp_readiness.i18n import tr
from nttp_readiness.ui.widgets.navigation_list import NavigationRow

OVER_TIME = "over-time"


def understand_rows() -> tuple[NavigationRow, ...]:
    """The parts of Understand, and the page on rounds."""
    return (
        NavigationRow("stand", tr("Where we stand")),
        NavigationRow("strengths", tr("Strengths")),
        NavigationRow("picture", tr("The picture")),
        NavigationRow("domains", tr("Domain by domain")),
        NavigationRow(OVER_TIME, tr("Over time")),
    )
