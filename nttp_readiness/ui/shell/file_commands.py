"""Rename, move, show and find the file of the open assessment."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from nttp_readiness.errors import SaveError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens.file_words import file_words, moved_words
from nttp_readiness.storage.documents.documents import SUFFIX
from nttp_readiness.storage.documents.evidence_files import folder_to_show
from nttp_readiness.storage.files import folders
from nttp_readiness.ui.shell.file_content import FileContent
from nttp_readiness.ui.widgets.save_dialog import with_suffix

if TYPE_CHECKING:
    from nttp_readiness.ui.shell.shell import Shell


def show(shell: Shell, *, rename: bool = False) -> FileContent | None:
    """Show which file the open assessment is in; `rename` begins with its name."""
    if shell.open_document is None:
        return None
    content = FileContent(shell.look, None)
    content.renamed.connect(lambda name: _rename(shell, content, name))
    content.move_wanted.connect(lambda: move(shell, content))
    content.folder_wanted.connect(lambda: show_folder(shell, content))
    _refresh(shell, content)
    shell.lay_over(content.heading, content, "file")
    if rename and shell.open_document.autosave.path is not None:
        content.begin_name()
    return content


def move(shell: Shell, content: FileContent | None = None) -> None:
    """Choose another folder for the file, and go on there."""
    path = _path(shell)
    if path is None:
        show(shell)
        return
    chosen = QFileDialog.getExistingDirectory(
        shell.widget, tr("Move to another folder"), str(path.parent)
    )
    if chosen and Path(chosen) != path.parent:
        _move_to(shell, content, Path(chosen) / path.name)


def show_folder(shell: Shell, content: FileContent | None = None) -> None:
    """Show the folder of the file in the window of the system."""
    path = _path(shell)
    if path is None:
        show(shell)
        return
    folder = folder_to_show(path)
    shown = folder is not None and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
    if content is None and not shown:
        content = show(shell)
    if content is not None:
        content.say(
            tr("Your system was asked to show the folder.")
            if shown
            else tr("Your system did not show the folder. Copy where it is instead.")
        )


def find(shell: Shell) -> None:
    """A person shows where the file is now that was moved."""
    path, opened = _path(shell), shell.open_document
    if path is None or opened is None:
        return
    kinds = tr("Assessments (*{suffix})").format(suffix=SUFFIX)
    chosen, _ = QFileDialog.getOpenFileName(
        shell.widget, tr("Where is “{file}” now?").format(file=path.name), str(path.parent), kinds
    )
    if chosen:
        try:
            opened.autosave.find_again(Path(chosen))
        except SaveError as problem:
            shell.tell(str(problem))
        else:
            shell.hush()


def _path(shell: Shell) -> Path | None:
    return shell.open_document.autosave.path if shell.open_document is not None else None


def _refresh(shell: Shell, content: FileContent) -> None:
    opened, path = shell.open_document, _path(shell)
    if opened is not None:
        content.show_file(
            file_words(path, opened.session.assessment, folders.documents()) if path else None
        )


def _rename(shell: Shell, content: FileContent, typed: str) -> None:
    path = _path(shell)
    if path is None:
        return
    name = typed.strip()
    wrong = folders.wrong_in_name(name)
    if wrong:
        content.show_problem(wrong)
        return
    to = with_suffix(path.with_name(name), SUFFIX)
    if to != path:
        _move_to(shell, content, to)


def _move_to(shell: Shell, content: FileContent | None, to: Path) -> None:
    opened = shell.open_document
    if opened is None:
        return
    renaming = to.parent == opened.folder()
    try:
        opened.autosave.move_to(to)
    except SaveError as problem:
        if content is None:
            shell.tell(str(problem))
        elif renaming:
            content.show_problem(str(problem))
        else:
            content.say(str(problem))
        return
    said = moved_words(to, folders.documents())
    if content is None:
        opened.workbook.tell(said)
        return
    _refresh(shell, content)
    content.say(said)
