"""Discarding work that a crash left behind: what goes and what stays, before anybody presses."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.words.dates import moment
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.keeping import backups
from nttp_readiness.storage.keeping.recovery import Recoverable
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.deletion_summary import add_goes_and_stays
from nttp_readiness.ui.widgets.prose import Prose


class DiscardContent(QWidget):
    """`confirmed` is emitted by its one button; Back changes nothing.

    `difference` says how far the copy is from its file; empty where that cannot be told.
    """

    confirmed = Signal()

    def __init__(self, look: Look, found: Recoverable, difference: str) -> None:
        super().__init__()
        self.heading = tr("Discard this recovery copy")
        column = Box(look, self)
        column.addWidget(Prose(look, self.heading, "page"))
        column.gap(8)
        lead = tr("The work on “{title}” from {when} that is not in its file will be deleted.")
        when = moment(found.kept.astimezone())
        column.addWidget(Prose(look, lead.format(title=found.title, when=when), "lead"))
        column.gap(20)
        goes, stays = what_goes(found, difference), what_stays(found)
        self.button = add_goes_and_stays(look, column, goes, stays, tr("Discard for good"))
        self.button.clicked.connect(self.confirmed)


def what_goes(found: Recoverable, difference: str) -> tuple[str, ...]:
    """The copy with how far it is from its file, or why that cannot be told."""
    compared = difference or (
        tr("its file cannot be read, so it is not known how far they differ")
        if _file_of(found)
        else tr("there is no file to compare it with")
    )
    return (
        tr("The recovery copy on this computer: {difference}").format(
            difference=compared[:1].lower() + compared[1:]
        ),
    )


def what_stays(found: Recoverable) -> tuple[str, ...]:
    """The file where there is one, and earlier states; else that no other is known of."""
    kept = len(backups.backups(found.document))
    there = _file_of(found)
    lines = []
    if there:
        lines.append(tr("The file {path}, as it is").format(path=there))
    if kept:
        lines.append(trn("{n} earlier version of it", "{n} earlier versions of it", kept))
    if kept and not there:
        lines.append(
            tr(
                "To delete earlier versions as well, bring the work back and choose File, Delete"
                " this assessment."
            )
        )
    if not lines:
        lines.append(tr("Nothing that this program knows of. This copy may be all there is."))
    return tuple(lines)


def _file_of(found: Recoverable) -> Path | None:
    there = found.path is not None and folders.is_there(found.path)
    return found.path if there else None
