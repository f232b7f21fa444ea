"""Bringing back: earlier states of the open document, and work that a crash left behind."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.editing import edits
from nttp_readiness.errors import DocumentError, ReadinessError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens import earlier_versions
from nttp_readiness.presentation.screens.earlier_versions import VersionWords
from nttp_readiness.presentation.words import dates
from nttp_readiness.storage.documents import document_search
from nttp_readiness.storage.documents.documents import (
    SUFFIX,
    load_damaged,
    load_document,
    read_file,
    save_document,
)
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.keeping import backups, recovery
from nttp_readiness.storage.keeping.backups import Backup
from nttp_readiness.storage.keeping.recovery import Recoverable
from nttp_readiness.typed.letters import first_words
from nttp_readiness.ui.shell.open_document import OpenDocument
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.notice import Notice
from nttp_readiness.values import dataclass

MOST_STATES = 5
"""Whole states that are offered in place of a damaged file; Restore lists all of them later."""


def earlier(now: Assessment) -> tuple[tuple[Backup, VersionWords], ...]:
    """The earlier states that still open, the latest first, with what each holds."""
    found = []
    for each in backups.backups(now.id):
        with contextlib.suppress(DocumentError):
            state = load_document(each.file).assessment
            words = earlier_versions.state_words(state, each.made.astimezone(), now)
            found.append((each, words))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Beside:
    """What there is beside a file that does not open: whole states, and what is left in it."""

    states: tuple[tuple[Backup, VersionWords], ...]
    left: Assessment | None
    left_words: VersionWords | None
    readable: bool
    """Whether there is a file that can be read at all; else it is gone, or its drive is away."""


def beside_damaged(path: Path) -> Beside:
    """What can be had instead of a file that does not open as it was saved. Never raises."""
    left: Assessment | None = None
    readable = False
    with contextlib.suppress(ReadinessError):
        read_file(path)
        readable = True
        left = load_damaged(path).assessment
    found = []
    for each in _backups_for(path):
        with contextlib.suppress(ReadinessError):
            state = load_document(each.file).assessment
            found.append((each, state))
    found = found[:MOST_STATES]
    states = tuple(
        (each, earlier_versions.state_words(state, each.made.astimezone(), left))
        for each, state in found
    )
    words = None
    if left is not None:
        latest = found[0][1] if found else None
        words = earlier_versions.left_words(left, latest)
    return Beside(states, left, words, readable)


def _backups_for(path: Path) -> list[Backup]:
    """By the file's place, and by the name at its start where that can still be read."""
    found = backups.backups_of(path)
    document = document_search.document_of(path)
    if document:
        found += [each for each in backups.backups(document) if each not in found]
    return sorted(found, key=lambda each: each.made, reverse=True)


def copy_of(backup: Backup, beside: Path | None) -> Path:
    """Write an earlier state as a file and a document of its own. Raises ReadinessError."""
    state = load_document(backup.file).assessment
    folder = beside.parent if beside is not None else folders.make(folders.documents())
    when = dates.moment(backup.made.astimezone()).replace(":", ".")
    path = folders.free_path(folder, f"{first_words(state.profile.title, 34)}, {when}", SUFFIX)
    save_document(path, edits.of_its_own(state), expected=None)
    return path


def left_behind(
    look: Look,
    bring_back: Callable[[Recoverable], None],
    discard: Callable[[Recoverable], None],
) -> tuple[tuple[Recoverable, Notice], ...]:
    """A notice for all work that is not in its file; "Leave it" keeps the copy for another time."""
    made = []
    for each in recovery.recoverable():
        notice = Notice(look, "trouble")
        words = earlier_versions.recovered_words(
            each.title, each.kept.astimezone(), each.state, difference(each)
        )
        notice.say(words, tr("Bring it back"), other=tr("Leave it"), last=tr("Discard it…"))
        notice.pressed.connect(lambda found=each: bring_back(found))
        notice.other_pressed.connect(notice.hide)
        notice.last_pressed.connect(lambda found=each: discard(found))
        made.append((each, notice))
    return tuple(made)


def brought_back(look: Look, found: Recoverable) -> OpenDocument:
    """An open document with the work in it; no file is written over that holds something else.

    Raises ReadinessError.
    """
    work = load_document(found.copy).assessment
    if found.state == "newer" and found.path is not None:
        open_document = OpenDocument.open(look, found.path)
        open_document.session.apply(tr("Work brought back"), work)
        if open_document.save():
            recovery.forget(found)
        return open_document
    folder = found.path.parent if found.path is not None else folders.documents()
    if not folder.is_dir():
        folder = folders.make(folders.documents())
    if found.state == "both_changed":
        work = edits.of_its_own(work)
    open_document = OpenDocument.begin(look, work, folder)
    if open_document.save():  # only now is the copy worth nothing
        recovery.forget(found)
    return open_document


def difference(found: Recoverable) -> str:
    """Compared with what the file holds now; empty where that cannot be read."""
    if found.path is None:
        return ""
    try:
        file, work = load_document(found.path), load_document(found.copy)
    except ReadinessError:
        return ""
    said = earlier_versions.difference_words(file.assessment, work.assessment)
    return said[:1].upper() + said[1:]
