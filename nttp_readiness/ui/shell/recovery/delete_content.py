"""Deleting an assessment: what goes with it, named before anybody presses."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.errors import SaveError
from nttp_readiness.i18n import tr, trn
from nttp_readiness.storage.exchange.part_files import parts_beside
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.keeping import deletion
from nttp_readiness.storage.keeping.deletion import Traces
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.deletion_summary import add_goes_and_stays
from nttp_readiness.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from nttp_readiness.ui.shell.shell import Shell


def show(shell: Shell) -> None:
    """Show what would go with the open assessment; one more press deletes it."""
    if shell.open_document is None:
        return
    assessment, path = shell.open_document.session.assessment, shell.open_document.autosave.path
    found = deletion.traces(assessment.id, path)
    recent = any(each.path == path for each in shell.settings.recent)
    parts = parts_beside(path, assessment) if path is not None else ()
    words = DeleteContent(shell.look, assessment.profile.title, found, parts, recent=recent)
    words.confirmed.connect(lambda: _delete(shell))
    shell.lay_over(tr("Delete this assessment"), words, "delete")


def _delete(shell: Shell) -> None:
    open_document = shell.open_document
    if open_document is None:
        return
    document, path = open_document.session.assessment.id, open_document.autosave.path
    real = deletion.traces(document, path).file
    open_document.autosave.discard()
    said = tr("The assessment was deleted, with everything that this computer kept of it.")
    try:
        deletion.delete(document, path)
    except SaveError as problem:
        said = str(problem)
    if real is not None and real != path and not folders.is_there(real):
        shell.forget_recent(real)  # the list knew the file by its own name too
    shell.forget_document(path)
    shell.tell(said)


class DeleteContent(QWidget):
    """Names everything that goes. `confirmed` is emitted by its one button; Back changes nothing.

    `parts` are the files in its folder that were given out, `recent` says whether the start page
    tells of the assessment.
    """

    confirmed = Signal()

    def __init__(
        self, look: Look, title: str, found: Traces, parts: Sequence[Path], *, recent: bool
    ) -> None:
        super().__init__()
        column = Box(look, self)
        column.addWidget(Prose(look, tr("Delete this assessment"), "page"))
        column.gap(8)
        lead = tr("“{title}” and everything that this computer keeps of it will be deleted.")
        column.addWidget(Prose(look, lead.format(title=title), "lead"))
        column.gap(20)
        goes = what_goes(found, recent=recent)
        self.button = add_goes_and_stays(
            look, column, goes, what_stays(parts), tr("Delete for good")
        )
        self.button.clicked.connect(self.confirmed)


def what_goes(found: Traces, *, recent: bool) -> tuple[str, ...]:
    """One line for each thing that there is; that there is no file yet where there is nothing."""
    lines = tuple(
        words
        for words in (
            tr("The file {path}").format(path=found.file) if found.file else "",
            tr("The link {path}, which leads to it").format(path=found.link) if found.link else "",
            trn("{n} earlier version of it", "{n} earlier versions of it", found.backups)
            if found.backups
            else "",
            tr("Its recovery copy") if found.recovery else "",
            tr("Its place on the start page") if recent else "",
        )
        if words
    )
    return lines or (tr("Only what you see in this window. It has no file yet."),)


def what_stays(parts: Sequence[Path]) -> tuple[str, ...]:
    """What a program on this computer cannot take back, and what may hold others' answers."""
    given_out = [
        tr("{file} beside it, which was given out and may hold somebody’s answers").format(
            file=each.name
        )
        for each in parts
    ]
    return (
        *given_out,
        tr("Copies that you saved under another name, printed or sent"),
        tr("PDF, Word and Excel files that you made from it"),
        tr("Copies that your organisation’s own backups or a sync folder hold"),
    )
