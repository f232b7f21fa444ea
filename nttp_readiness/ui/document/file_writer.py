"""Writes the document's file. All that lives here belongs to the thread that saves, and no other.

What it has to know comes with each job, and what came of it is given back: nothing is shared.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.exchange.released_states import fixed_counts
from nttp_readiness.errors import ReadinessError, SaveError
from nttp_readiness.i18n import tr
from nttp_readiness.storage.documents.documents import Saved, save_document
from nttp_readiness.storage.documents.fingerprints import Fingerprint, device_of, fingerprint
from nttp_readiness.storage.documents.moved_files import find_moved, likely_folders
from nttp_readiness.storage.documents.moving import move_document
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.files.atomic import remove_leftovers
from nttp_readiness.storage.keeping import backup_counts, backups
from nttp_readiness.values import dataclass


class Gone(SaveError):  # noqa: N818 - it says what happened, and is read as a sentence
    """The file is not where it was, and nobody can tell where it is now."""


class Copy(Protocol):
    """The recovery copy, as far as a save needs it; it may be asked from any thread."""

    def write(self) -> None: ...

    def about_to(self, digest: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Job:
    """A document to write, and what was last found in its file."""

    document: Assessment
    path: Path | None
    expected: Fingerprint | None
    keep_first: bool = False
    """Whether what lies there is kept as an earlier state, though one of this sitting was."""
    anew: bool = False
    """Whether a file that is gone is written again where it was, as somebody wants it to be."""


@dataclass(frozen=True, slots=True)
class Written:
    """What came of a job: what lies on the disk now, None without a file, or why it does not."""

    document: Assessment
    outcome: Saved | Exception | None


class FileWriter:
    """`carried_over` says that the file is of an earlier version: it is written only after a copy
    of it was kept.
    """

    def __init__(self, opened: Assessment, copy: Copy, *, carried_over: bool) -> None:
        self._copy, self._carried_over = copy, carried_over
        self._backed_up = False
        self._begun: tuple[str, ...] = ()
        """Marks of the states that were kept as earlier ones here."""
        self._levelled = fixed_counts(opened)
        """The counts that the backups were last made to follow."""

    def write(self, job: Job, done: Callable[[Written], None]) -> None:
        """The recovery copy first, which needs no network drive, then the file."""
        outcome: Saved | Exception | None = None
        try:
            self._copy.write()
        except Exception as problem:  # noqa: BLE001 - the file is tried all the same
            outcome = problem
        if job.path is not None:
            try:
                path = _where_it_is(job.path, job)
                self._back_up(path, job)
                outcome = save_document(
                    path,
                    job.document,
                    expected=job.expected,
                    about_to=self._copy.about_to,
                    earlier=self.earlier(job.expected),
                )
                self._level(job.document)
            except Exception as problem:  # noqa: BLE001 - it is raised again in the window's thread
                outcome = problem
        done(Written(job.document, outcome))

    def write_over(self, path: Path, document: Assessment, last: Fingerprint | None) -> Saved:
        """Write to a file that the person chose to replace; what lay there is kept where it can be.

        `last` is what its own file held: of two copies the later one counts more saves. Raises
        SaveError.
        """
        with contextlib.suppress(ReadinessError):  # nothing lies there, or nothing to keep
            backups.back_up(path)
        return save_document(
            path,
            document,
            expected=fingerprint(path),
            earlier=self.earlier(last),
            since=last.revision if last is not None else 0,
        )

    def move(self, path: Path, to: Path, last: Fingerprint) -> Saved:
        """Give the file another name or place, where nothing lies yet. Raises SaveError."""
        return Saved(to, move_document(path, to, last))

    def earlier(self, last: Fingerprint | None) -> tuple[str, ...]:
        """The marks of the states that what is written now grew from, those included with which
        sittings began here.
        """
        known = last.earlier if last is not None else ()
        return (*known, *(each for each in self._begun if each not in known))

    def _back_up(self, path: Path, job: Job) -> None:
        """Keep the state before the first save of a sitting.

        A save waits for it in vain only where it would write over an earlier version's file.
        """
        if job.keep_first:
            self._backed_up = False
        if self._backed_up or job.expected is None:
            return
        remove_leftovers(path.parent)
        try:
            backups.back_up(path)
        except ReadinessError:
            if self._carried_over:
                raise
        self._backed_up = True
        if job.expected.mark:
            self._begun = (*self._begun, job.expected.mark)

    def _level(self, document: Assessment) -> None:
        """No earlier state on this computer may tell what the latest ballots say."""
        fixed = fixed_counts(document)
        if fixed != self._levelled and backup_counts.level_backups(document):
            self._levelled = fixed


def _where_it_is(path: Path, job: Job) -> Path:
    """The file's place; where somebody gave it another name or folder, that one.

    Raises Gone where its folder is there and it is not: written there again, it would be a second
    one beside the one that somebody moved. Where the folder is away, saving says that.
    """
    if job.expected is None or job.anew or folders.is_there(path):
        return path
    found = find_moved(path, job.expected, job.document.id, likely_folders())
    if found is not None:
        return found
    same_disk = job.expected.device in {0, device_of(path)}
    if folders.is_there(path.parent) and same_disk:
        raise Gone(
            tr("“{file}” is no longer in the folder “{folder}”.").format(
                file=path.name, folder=path.parent.name or path.parent
            ),
            safe=tr(
                "It was moved or deleted. Nothing was written in its place, and what you typed is"
                " kept on this computer."
            ),
            cure=tr("Show where the file is now, or save it here again."),
        )
    return path
