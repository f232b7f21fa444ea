"""The open assessment in the words of another sector: answers stay, each page is made anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.editing.sector_words import in_other_words
from nttp_readiness.errors import ReadinessError
from nttp_readiness.storage.banks.overlay_folders import in_words_for
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.files import folders
from nttp_readiness.ui.shell.open_document import OpenDocument

if TYPE_CHECKING:
    from nttp_readiness.ui.shell.shell import Shell


def take(shell: Shell, overlay_id: str) -> None:
    """Open the document again in the words of that overlay; in the general ones where none is
    named. It is saved first, and stays as it was where that or the wording does not work out.
    """
    open_document = shell.open_document
    if open_document is None:
        return
    try:
        after = worded(open_document.session.assessment, overlay_id)
    except ReadinessError as problem:
        open_document.workbook.tell(str(problem))
        return
    if open_document.autosave.path is None and not open_document.session.touched:
        if shell.put_away():
            shell.show_document(OpenDocument(shell.look, after, None, None))
            _show_what_was_taken(shell)
        return
    if not open_document.save():
        return
    path = open_document.autosave.path
    if path is None or not shell.put_away():
        return
    trouble = _write(path, overlay_id)
    shell.open_file(path)
    if trouble:
        shell.tell(trouble)
    else:
        _show_what_was_taken(shell)


def _show_what_was_taken(shell: Shell) -> None:
    """Back to where it was asked for, and say which words these are: the pages were made anew."""
    made = shell.open_document
    if made is not None and made.workbook.page is made.prepare:
        made.prepare.point_at_wording()


def worded(assessment: Assessment, overlay_id: str) -> Assessment:
    """The assessment in the words of that overlay. Raises BankError and EditError."""
    bank = in_words_for(assessment.written_bank, overlay_id, folders.bank_places())
    return in_other_words(assessment, bank)


def _write(path: Path, overlay_id: str) -> str:
    """Write the file in the other words; what went wrong, and the file is as it was then."""
    try:
        loaded = load_document(path)
        save_document(path, worded(loaded.assessment, overlay_id), expected=loaded.fingerprint)
    except ReadinessError as problem:
        return str(problem)
    return ""
