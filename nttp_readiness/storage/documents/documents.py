"""Read and save assessments: `.readiness` files that people own and keep where they like."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable
from dataclasses import field
from functools import cache
from pathlib import Path
from typing import TypeVar, cast

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.wholeness import first_misfit
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.errors import DamagedError, DocumentError, ReadinessError, SaveError
from nttp_readiness.i18n import tr
from nttp_readiness.plain_models import Field, ValidationError, from_json, to_json
from nttp_readiness.storage.documents import envelope
from nttp_readiness.storage.documents.migrations import migrate
from nttp_readiness.storage.documents.packed_bank import packed_bank
from nttp_readiness.storage.files.atomic import save_error, write_atomic
from nttp_readiness.storage.files.format_version import (
    VERSION,
    holds_later,
    later_version,
    later_version_since,
)
from nttp_readiness.storage.files.json_path import differences, first_place, place
from nttp_readiness.storage.files.reading import is_too_long, open_to_read
from nttp_readiness.storage.files.save_lock import turn
from nttp_readiness.values import dataclass, replace

SUFFIX = ".readiness"
BANK_KEY = "bank"
"""Under which a body holds its bank, the last and by far the largest part of it."""
_BANK_FIELD = "written_bank"
A = TypeVar("A", bound=Assessment)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Which bytes lay on the disk, and the revision that they hold (0 where it is not known)."""

    digest: str
    revision: int = 0
    device: int = field(default=0, compare=False)
    """Which disk they lay on, by the system's own number; 0 where it is not known."""
    number: int = field(default=0, compare=False)
    """The system's own number of the file on that disk, by which it is known under another name; 0
    where it is not known.
    """
    mark: str = field(default="", compare=False)
    """What this state is known by among the earlier ones of what grows from it."""
    earlier: tuple[str, ...] = field(default=(), compare=False)
    """Marks of the states that it grew from, one for each sitting, the latest last."""

    @property
    def with_mark(self) -> tuple[str, ...]:
        """The marks of what grows from this state."""
        if not self.mark or self.mark in self.earlier:
            return self.earlier
        return (*self.earlier, self.mark)


@dataclass(frozen=True, slots=True)
class Loaded:
    """An assessment as it was found on the disk."""

    assessment: Assessment
    path: Path
    fingerprint: Fingerprint
    version: int = VERSION
    """The version of the format that the file was written in."""

    @property
    def revision(self) -> int:
        return self.fingerprint.revision


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


def make_ready() -> None:
    """Build what checks and writes a file, so that the first that is opened or saved does not wait
    for it. It needs no file, and may be called in any thread.
    """
    for model in (Assessment, _without_bank(), Bank):
        _ = model.__pydantic_validator__, model.__pydantic_serializer__


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
        _digest(data),
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


def fingerprint(path: Path) -> Fingerprint | None:
    """The fingerprint of what lies at `path` now, None where there is no file.

    It lets somebody who was asked first save over another file. Raises SaveError where the file is
    there but cannot be read.
    """
    try:
        with open_to_read(path) as file:
            return Fingerprint(hashlib.file_digest(file, "sha256").hexdigest())
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise save_error(error) from error


def document_bytes(
    assessment: Assessment, *, revision: int, earlier: tuple[str, ...] = ()
) -> bytes:
    """The bytes of a file, after they were read back and found to be this very assessment.

    Raises SaveError for an assessment that no file can hold.
    """
    try:
        bank = packed_bank(assessment.written_bank)
        body = assessment.model_dump(mode="json", warnings="error", exclude={_BANK_FIELD})
        data = envelope.pack_with(
            body,
            BANK_KEY,
            bank.written,
            bank.canonical,
            document=assessment.id,
            revision=revision,
            earlier=earlier,
        )
        read_back = from_json(data)["body"]
        same = read_back == {**body, BANK_KEY: bank.body} and _is_the_rest_of(body, assessment)
    except (ReadinessError, ValueError, RecursionError) as error:
        raise _not_storable() from error
    if not same or len(data) > envelope.SIZE_LIMIT or envelope.too_many_entries(data):
        raise _not_storable()
    if first_misfit(assessment):  # or it would never be opened again
        raise _not_storable()
    return data


def _is_the_rest_of(body: envelope.Body, assessment: Assessment) -> bool:
    """Whether a body without its bank says all else of this assessment."""
    read = _without_its_bank(body)
    return all(
        getattr(read, name) == getattr(assessment, name)
        for name in Assessment.model_fields
        if name != _BANK_FIELD
    )


def rest_of(body: envelope.Body, bank: Bank) -> Assessment:
    """The assessment that a body without its bank says, with that bank. Raises DocumentError."""
    read = _without_its_bank(body)
    held = {name: getattr(read, name) for name in Assessment.model_fields}
    return _whole(Assessment.model_validate({**held, _BANK_FIELD: bank}))


def _without_its_bank(body: envelope.Body) -> Assessment:
    return _read_as(_without_bank(), {**body, BANK_KEY: None})


@cache
def _without_bank() -> type[Assessment]:
    nothing = Field(default=None, alias=BANK_KEY)
    kind = type("WithoutBank", (Assessment,), {
        "__module__": __name__, "__annotations__": {"written_bank": None}, "written_bank": nothing,
    })  # fmt: skip
    return cast("type[Assessment]", kind)


def document_in(data: bytes, path: Path, *, check_hash: bool = True, later: bool = False) -> Loaded:
    """The assessment in the bytes of the file at `path`; with `later`, of a later version's too.

    Raises DocumentError and its kinds.
    """
    found = envelope.unpack(data, check_hash=check_hash, later=later)
    assessment = assessment_in(migrate(found.body, found.version))
    if found.document != assessment.id:
        raise DamagedError(
            tr("This file mixes two assessments."),
            safe=tr("Nothing was written to it."),
            cure=tr("Open the latest backup."),
        )
    mark = envelope.mark(found.body)
    return Loaded(
        assessment,
        path,
        Fingerprint(_digest(data), found.revision, mark=mark, earlier=found.earlier),
        found.version,
    )


def read_file(path: Path) -> bytes:
    """The bytes of a file that is not too large to be an assessment. Raises DocumentError."""
    try:
        found = path.stat()
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


def assessment_in(body: envelope.Body) -> Assessment:
    """The assessment that a body of the newest version says, and exactly that one, with all that it
    names: questions, stages, levels, groups.

    Raises DocumentError with the place of what an assessment cannot hold.
    """
    return _whole(_read_as(Assessment, body))


def _whole(assessment: Assessment) -> Assessment:
    """The assessment, whose parts fit together. Raises DocumentError."""
    if where := first_misfit(assessment):
        raise _not_an_assessment(where)
    return assessment


def _read_as(kind: type[A], body: envelope.Body) -> A:
    try:
        written = to_json(body)
        assessment = kind.model_validate_json(written)
    except ValidationError as error:
        raise _not_an_assessment(first_place(body, error)) from None
    except ValueError:
        raise _not_an_assessment("") from None
    # Without what took its default, as a model has fields that its file had no word for.
    if assessment.model_dump_json(exclude_unset=True).encode() != written:
        # pydantic takes `true` for 1 where a choice is listed. What would come to mean something
        # else than the file says is refused; another order of keys, or one that was added to the
        # models since and took its default, is not.
        changed = next(differences(body, assessment.model_dump(mode="json")), None)
        if changed is not None:
            raise _not_an_assessment(place(body, changed[0]))
    return assessment


def _is_later(path: Path) -> bool:
    try:
        return holds_later(path)
    except OSError:
        return False


def device_of(path: Path) -> int:
    """Which disk a place is on, by the system's own number; 0 where it cannot tell."""
    try:
        return path.parent.stat().st_dev
    except (OSError, ValueError):
        return 0


def file_number(path: Path) -> int:
    """The system's own number of a file on its disk; 0 where it has none or cannot tell."""
    try:
        return path.stat().st_ino
    except (OSError, ValueError):
        return 0


def as_it_lies(found: Fingerprint, path: Path) -> Fingerprint:
    """The same bytes, with what the system knows the file at `path` by."""
    return replace(found, device=device_of(path), number=file_number(path))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _not_an_assessment(where: str) -> DocumentError:
    what = tr("This file has something in it that does not belong in an assessment")
    return DocumentError(
        f"{what}: {where}." if where else f"{what}.",
        safe=tr("Nothing was written to it."),
        cure=tr("Open a backup of it, or ask for the file again."),
    )


def _unreadable(what: str, cure: str) -> DocumentError:
    return DocumentError(what, safe=tr("Nothing was changed."), cure=cure)


def _not_storable() -> SaveError:
    return SaveError(
        tr("This assessment has something in it that cannot be saved."),
        safe=tr("What was there before is safe, and what you typed is still in this window."),
        cure=tr("Undo the last change, then save again."),
    )
