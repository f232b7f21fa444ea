"""What the window does about files that do not open, earlier states, and work a crash left behind.

The window loads this once it is on the screen: the start page needs none of it.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.editing import edits
from nttp_readiness.errors import NewerError, ReadinessError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens import earlier_versions
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.keeping import backups, deletion, recovery
from nttp_readiness.storage.keeping.backups import Backup
from nttp_readiness.storage.keeping.recovery import Recoverable
from nttp_readiness.ui.shell.open_document import OpenDocument
from nttp_readiness.ui.shell.recovery import restore_actions
from nttp_readiness.ui.shell.recovery.damaged_content import DamagedContent
from nttp_readiness.ui.shell.recovery.discard_content import DiscardContent
from nttp_readiness.ui.shell.recovery.restore_content import RestoreContent

if TYPE_CHECKING:
    from nttp_readiness.ui.shell.shell import Shell


def offer_left_behind(shell: Shell) -> None:
    """On the start page, a notice for all work that is not in its file."""
    deletion.finish()
    found = restore_actions.left_behind(
        shell.look,
        lambda each: _bring_back(shell, each),
        lambda each: _ask_to_discard(shell, each),
    )
    shell.show_notices([notice for _, notice in found])


def offer_for(shell: Shell, made: OpenDocument) -> None:
    """Above the pages of a document, the work of its own that is not in its file: whoever opens a
    file goes past the start page.
    """
    found = _left_of(made)
    if found is not None:
        words = earlier_versions.recovered_words(
            found.title, found.kept.astimezone(), found.state, restore_actions.difference(found)
        )
        made.workbook.offer(words, tr("Bring it back"), lambda: _bring_into(shell, made, found))


def _left_of(made: OpenDocument) -> Recoverable | None:
    """The latest work that was left of that file and is not in the window either."""
    document, path = made.session.assessment.id, made.autosave.path
    if path is None or not recovery.copies(document):
        return None
    for each in recovery.recoverable():
        if each.document == document and each.path is not None and each.path == path:
            with contextlib.suppress(ReadinessError):
                work = load_document(each.copy).assessment
                held = edits.changed(made.session.assessment, place=work.place)
                return None if held == work else each
    return None


def _bring_into(shell: Shell, made: OpenDocument, found: Recoverable) -> None:
    """Bring work back into its document, which is open; what was typed there since stays, and the
    work gets a file of its own.
    """
    if made is not shell.open_document:
        return
    if found.state == "newer" and not made.session.touched:
        try:
            work = load_document(found.copy).assessment
        except ReadinessError as problem:
            shell.tell(str(problem))
            return
        place = made.workbook.page.address()
        made.session.apply(tr("Work brought back"), edits.set_place(work, place))
        if made.save():
            recovery.forget(found)
            offer_left_behind(shell)  # on the start page, without this
        shell.go_to(place)
        made.workbook.withdraw_offer()
        made.workbook.tell(_brought_words())
        return
    if made.save() and shell.put_away():
        _bring_back(shell, replace(found, state="both_changed"))


def _brought_words(*, apart: bool = False) -> str:
    if apart:
        return tr("The work was brought back as a second file. The first stays as it is.")
    return tr("The work was brought back. Undo takes it away again.")


def refuse(shell: Shell, path: Path, problem: ReadinessError) -> None:
    """Say why a file does not open, with what there is in its place."""
    gone = not folders.is_there(path)
    if gone and folders.is_there(path.parent):  # a drive that is away comes back
        shell.forget_recent(path)
    shell.show_start()
    found = restore_actions.beside_damaged(path)
    if isinstance(problem, NewerError) or not (found.states or found.left):
        shell.tell(str(problem))
        return
    words = DamagedContent(
        shell.look,
        path.name,
        str(problem),
        [said for _, said in found.states],
        found.left_words,
        readable=found.readable,
    )
    beside = path if found.readable else None
    words.replaced.connect(lambda n: _bring(shell, found.states[n][0], path, in_place=True))
    words.copied.connect(lambda n: _bring(shell, found.states[n][0], beside, in_place=False))
    words.left_wanted.connect(lambda: _open_left(shell, found.left))
    shell.hush()
    shell.lay_over(words.heading, words)


def show_earlier(shell: Shell) -> None:
    """Show the earlier states of the open assessment."""
    if shell.open_document is None:
        return
    found = restore_actions.earlier(shell.open_document.session.assessment)
    words = RestoreContent(shell.look, [said for _, said in found])
    words.copied.connect(lambda number: _restore(shell, found[number][0], in_place=False))
    words.replaced.connect(lambda number: _restore(shell, found[number][0], in_place=True))
    shell.lay_over(tr("Restore an earlier version"), words, "restore")


def _restore(shell: Shell, backup: Backup, *, in_place: bool) -> None:
    """Open an earlier state; what is there now is saved, and kept as a state before."""
    open_document = shell.open_document
    if open_document is None:
        return
    if not open_document.save():
        shell.show_workbook()  # its notice says why
        return
    path = open_document.autosave.path
    if shell.put_away():
        _bring(shell, backup, path, in_place=in_place)


def _bring(shell: Shell, backup: Backup, path: Path | None, *, in_place: bool) -> None:
    """Put an earlier state in place of a file, or make a copy of it, and open that."""
    try:
        if in_place and path is not None:
            backups.restore(backup, path)
        else:
            path = restore_actions.copy_of(backup, path)
    except ReadinessError as problem:
        shell.show_start()
        shell.tell(str(problem))
        return
    shell.drop_overlays()
    shell.open_file(path)


def _open_left(shell: Shell, left: Assessment | None) -> None:
    """Open what is left of a damaged file as a document of its own."""
    if left is not None and shell.put_away():
        shell.drop_overlays()
        shell.show_document(OpenDocument.apart(shell.look, left))


def _ask_to_discard(shell: Shell, found: Recoverable) -> None:
    """Say what would go and what stays; one more press discards the copy."""
    words = DiscardContent(shell.look, found, restore_actions.difference(found))
    words.confirmed.connect(lambda: _discard(shell, found))
    shell.lay_over(words.heading, words)


def _discard(shell: Shell, found: Recoverable) -> None:
    said = tr("The recovery copy was discarded.")
    try:
        deletion.discard(found)
    except ReadinessError as problem:
        said = str(problem)
    shell.show_start()
    offer_left_behind(shell)
    shell.tell(said)


def _bring_back(shell: Shell, found: Recoverable) -> None:
    try:
        made = restore_actions.brought_back(shell.look, found)
    except ReadinessError as problem:
        shell.tell(str(problem))
        return
    shell.show_notices([])
    shell.show_document(made)
    made.workbook.tell(_brought_words(apart=found.state == "both_changed"))
