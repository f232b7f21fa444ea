"""Read and save assessments: `.readiness` files that people own and keep where they like."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.errors import DocumentError, SaveError
from nttp_readiness.i18n import tr
from nttp_readiness.storage.documents import envelope
from nttp_readiness.storage.documents.document_bytes import Loaded, document_bytes, document_in
from nttp_readiness.storage.documents.fingerprints import (
    Fingerprint,
    as_it_lies,
    device_of,
    digest_of,
    fingerprint,
)
from nttp_readiness.storage.files.atomic import save_error, write_atomic
from nttp_readiness.storage.files.format_version import (
    holds_later,
    later_version,
    later_version_since,
)
from nttp_readiness.storage.files.reading import (
    has_invalid_name,
    is_too_long,
    open_to_read,
    status,
    why_held,
)
from nttp_readiness.storage.files.save_lock import turn
from nttp_readiness.values import dataclass, replace

SUFFIX = ".readiness"


@dataclass(frozen=True, slots=True)
class Saved:
    """What lies on the disk after a save; its fingerprint is what the next save expects."""

    path: Path
    fingerprint: Fingerprint

    @property
    def revision(self) -> int:
        return self.fingerprint.revision


class ChangedElsewhere(SaveError):  # noqa: N818 - it says what happened, and is read as a sentence
    """The file on the disk is not the one that was loaded, so it was not written over."""


class SavedByLaterVersion(ChangedElsewhere):
    """And it cannot be put together with what is here: a later version wrote it."""


def load_document(path: Path) -> Loaded:
    """The assessment in a file.

    Raises NewerError for every file of a later version, DamagedError or another DocumentError; the
    file is never changed.
    """
    loaded = document_in(read_file(path), path)
    return replace(loaded, fingerprint=as_it_lies(loaded.fingerprint, path))


def load_to_read(path: Path) -> Loaded:
    """The same for what changes nothing: a later version's file too, where that says that this one
    can read it, and this one finds nothing in it that it does not know.

    Raises as `load_document`.
    """
    data = read_file(path)
    try:
        return document_in(data, path, later=True)
    except DocumentError:
        return document_in(data, path)  # of a later version's file this says that it is one


def load_damaged(path: Path) -> Loaded:
    """What a file holds although its hash says that it was changed: for reading only.

    Raises DocumentError where not even that can be told.
    """
    return document_in(read_file(path), path, check_hash=False)


def save_document(
    path: Path,
    assessment: Assessment,
    *,
    expected: Fingerprint | None,
    about_to: Callable[[str], None] | None = None,
    earlier: tuple[str, ...] | None = None,
    since: int = 0,
) -> Saved:
    """Write an assessment, and only over what was `expected` there: None means that nothing is.

    `about_to` is told the digest that the file will have, right before it is written. `earlier` are
    the marks of the states that this one grew from, those of what was expected if none are given;
    by them two copies are put together later. `since` is a revision that it follows wherever it is
    written, as a copy does. Raises ChangedElsewhere where another file lies there
    by now, SaveError where it cannot be written. The old file is unharmed then. A file that was
    taken away is written again.
    """
    revision = max(expected.revision if expected else 0, since) + 1
    if earlier is None:
        earlier = expected.earlier if expected else ()
    data = document_bytes(assessment, revision=revision, earlier=earlier)
    fresh = Fingerprint(
        digest_of(data),
        revision,
        mark=envelope.mark(
            assessment.model_dump(mode="json", exclude={"written_bank", "workshop", "place"})
        ),
        earlier=earlier,
    )
    with turn(path):
        found = fingerprint(path)
        if found is None and expected is not None and expected.device not in {0, device_of(path)}:
            # An empty folder shows where the drive was; what is written there would be hidden by
            # the drive when it comes back.
            raise save_error(FileNotFoundError(errno.ENODEV, os.strerror(errno.ENODEV)))
        if found is not None and found.digest not in {fresh.digest, expected and expected.digest}:
            if _is_later(path):
                raise SavedByLaterVersion(
                    later_version_since(),
                    safe=tr("It was not overwritten, and what you typed is still in this window."),
                    cure=tr("Keep both: yours is saved as a separate file beside it."),
                )
            raise ChangedElsewhere(
                tr("This file was changed by another program or person since it was opened here."),
                safe=tr("It was not overwritten, and what you typed is still in this window."),
                cure=tr("Put both together, or save yours as a copy."),
            )
        if about_to is not None:
            about_to(fresh.digest)
        write_atomic(path, data)
    return Saved(path, as_it_lies(fresh, path))


def read_file(path: Path) -> bytes:
    """The bytes of a file that is not too large to be an assessment. Raises DocumentError."""
    try:
        found = status(path)
        if not stat.S_ISREG(found.st_mode):
            raise _unreadable(tr("This is not a file."), tr("Choose a file."))
        if found.st_size > envelope.SIZE_LIMIT:
            raise later_version() if holds_later(path) else envelope.too_large()
        with open_to_read(path) as file:
            return file.read(envelope.SIZE_LIMIT + 1)
    except (OSError, ValueError) as error:
        raise _why_unread(error) from None


def _why_unread(error: OSError | ValueError) -> DocumentError:
    """What the system said of a file that could not be read, as a sentence."""
    if isinstance(error, OSError) and is_too_long(error):
        return _unreadable(
            tr("The name of this file, with its folders, is too long."),
            tr("Give it a shorter name."),
        )
    if isinstance(error, FileNotFoundError):
        return _unreadable(
            tr("The file is no longer at this place."),
            tr("Look for it in another folder, or connect its drive."),
        )
    if held := why_held(error):
        return _unreadable(*held)
    if has_invalid_name(error):
        return _unreadable(
            tr("This file name has a character that cannot be used."), tr("Choose another.")
        )
    if isinstance(error, PermissionError):
        return _unreadable(
            tr("You are not allowed to read this file."),
            tr("Ask its owner, or open a copy."),
        )
    if getattr(error, "errno", None) == errno.ELOOP:
        return _unreadable(
            tr("This is a link that leads back to itself."), tr("Choose the file itself.")
        )
    return _unreadable(
        tr("This file cannot be read: its disk or network does not answer."),
        tr("Connect the drive again, or open a backup."),
    )


def _is_later(path: Path) -> bool:
    try:
        return holds_later(path)
    except OSError:
        return False


def _unreadable(what: str, cure: str) -> DocumentError:
    return DocumentError(what, safe=tr("Nothing was changed."), cure=cure)
