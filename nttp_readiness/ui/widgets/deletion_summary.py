"""What goes and what stays, before something is deleted for good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from nttp_readiness.i18n import tr
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.prose import Prose


def add_goes_and_stays(
    look: Look, column: Box, goes: Sequence[str], stays: Sequence[str], button: str
) -> Button:
    """Put both lists, that it cannot be undone, and the button of that name into the column."""
    for heading, lines in ((tr("What goes"), goes), (tr("What stays"), stays)):
        column.addWidget(Prose(look, heading, "section"))
        column.gap(8)
        for words in lines:
            column.addWidget(Prose(look, words, dash=True, selectable=True))
            column.gap(4)
        column.gap(16)
    column.gap(4)
    column.addWidget(Prose(look, tr("This cannot be undone."), "body_strong"))
    column.gap(12)
    made = Button(look, button)
    column.addWidget(made, alignment=Qt.AlignmentFlag.AlignLeft)
    return made
