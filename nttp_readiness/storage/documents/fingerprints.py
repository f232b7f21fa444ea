"""Which bytes lie on the disk: what a save expects there, and what a moved file is known by."""

from __future__ import annotations

import hashlib
from pathlib import Path

from nttp_readiness.storage.files.atomic import save_error
from nttp_readiness.storage.files.reading import open_to_read, status
from nttp_readiness.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Which bytes lay on the disk, and the revision that they hold (0 where it is not known)."""

    __compared__ = ("digest", "revision")

    digest: str
    revision: int = 0
    device: int = 0
    """Which disk they lay on, by the system's own number; 0 where it is not known."""
    number: int = 0
    """The system's own number of the file on that disk, by which it is known under another name; 0
    where it is not known.
    """
    mark: str = ""
    """What this state is known by among the earlier ones of what grows from it."""
    earlier: tuple[str, ...] = ()
    """Marks of the states that it grew from, one for each sitting, the latest last."""

    @property
    def with_mark(self) -> tuple[str, ...]:
        """The marks of what grows from this state."""
        if not self.mark or self.mark in self.earlier:
            return self.earlier
        return (*self.earlier, self.mark)


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


def as_it_lies(found: Fingerprint, path: Path) -> Fingerprint:
    """The same bytes, with what the system knows the file at `path` by."""
    return replace(found, device=device_of(path), number=file_number(path))


def device_of(path: Path) -> int:
    """Which disk a place is on, by the system's own number; 0 where it cannot tell."""
    try:
        return status(path.parent).st_dev
    except (OSError, ValueError):
        return 0


def file_number(path: Path) -> int:
    """The system's own number of a file on its disk; 0 where it has none or cannot tell."""
    try:
        return status(path).st_ino
    except (OSError, ValueError):
        return 0


def digest_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
