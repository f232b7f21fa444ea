"""Bringing back: earlier states of the open document, and work that a crash left behind."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Callable
from pathlib import Path

from nttp_readiness.domain import edits
from nttp_readiness.domain.assessment import Assessment
from nttp_readiness.errors import DocumentError, ReadinessError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation import earlier_states
from nttp_readiness.presentation.earlier_states import StateWords
from nttp_readiness.storage import backups, folders, recovery
from nttp_readiness.storage.backups import Backup
from nttp_readiness.storage.documents import SUFFIX, load_document, save_document
from nttp_readiness.storage.recovery import Recoverable
from nttp_readiness.ui.desk import Desk
from nttp_readiness.ui.look import Look
from nttp_readiness.ui.parts.notice import Notice


def earlier(now: Assessment) -> tuple[tuple[Backup, StateWords], ...]:
    """The earlier states that still open, the latest first, with what each holds."""
    found = []
    for each in backups.backups(now.id):
        with contextlib.suppress(DocumentError):
            state = load_document(each.file).assessment
            words = earlier_states.state_words(state, each.made.astimezone(), now)
            found.append((each, words))
    return tuple(found)


def copy_of(backup: Backup, beside: Path | None) -> Path:
    """Write an earlier state as a file and a document of its own. Raises ReadinessError."""
    state = load_document(backup.file).assessment
    folder = beside.parent if beside is not None else folders.make(folders.documents())
    when = earlier_states.moment(backup.made.astimezone()).replace(":", ".")
    path = folders.free_path(folder, f"{state.profile.title[:34]}, {when}", SUFFIX)
    save_document(path, _of_its_own(state), expected=None)
    return path


def left_behind(
    look: Look, bring_back: Callable[[Recoverable], None]
) -> tuple[tuple[Recoverable, Notice], ...]:
    """A notice for all work that is not in its file; "Leave it" keeps the copy for another time."""
    made = []
    for each in recovery.recoverable():
        notice = Notice(look, "trouble")
        words = earlier_states.recovered_words(
            each.title, each.kept.astimezone(), each.state, _difference(each)
        )
        notice.say(words, tr("Bring it back"), other=tr("Leave it"))
        notice.pressed.connect(lambda found=each: bring_back(found))
        notice.other_pressed.connect(notice.hide)
        made.append((each, notice))
    return tuple(made)


def brought_back(look: Look, found: Recoverable) -> Desk:
    """A desk with the work in it; no file is written over that holds something else.

    Raises ReadinessError.
    """
    work = load_document(found.copy).assessment
    if found.state == "newer" and found.path is not None:
        desk = Desk.open(look, found.path)
        desk.session.apply(tr("Work brought back"), work)
        return desk
    folder = found.path.parent if found.path is not None else folders.documents()
    if not folder.is_dir():
        folder = folders.make(folders.documents())
    if found.state != "both_changed":
        return Desk.begin(look, work, folder)
    desk = Desk.begin(look, _of_its_own(work), folder)
    if desk.save():  # only now is the copy of the copy worth nothing
        recovery.remove(found.document)
    return desk


def _difference(found: Recoverable) -> str:
    """Compared with what the file holds now; empty where that cannot be read."""
    if found.path is None:
        return ""
    try:
        file, work = load_document(found.path), load_document(found.copy)
    except ReadinessError:
        return ""
    said = earlier_states.difference_words(file.assessment, work.assessment)
    return said[:1].upper() + said[1:]


def _of_its_own(state: Assessment) -> Assessment:
    """The same as another document, so that neither takes the other's backups."""
    return edits.changed(state, id=uuid.uuid4().hex)
