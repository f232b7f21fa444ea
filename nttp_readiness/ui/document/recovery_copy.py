"""The recovery copy of the open document. Any thread may write it: all that lives here is kept by
one lock.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from pathlib import Path

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.errors import SaveError
from nttp_readiness.storage.documents.fingerprints import Fingerprint
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.keeping import recovery
from nttp_readiness.storage.keeping.window_marks import WindowMark
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class Latest:
    """The document as it is now, where it lies, and what was last found there."""

    document: Assessment
    path: Path | None
    saved: Fingerprint | None


class RecoveryCopy:
    """`latest` is asked from whichever thread writes, so it gives a value that never changes."""

    def __init__(self, latest: Callable[[], Latest]) -> None:
        self._latest = latest
        self._lock = threading.Lock()
        self._window = WindowMark()
        self._held: Assessment | None = None
        """What the copy holds."""
        self._noted: tuple[str, Path | None, frozenset[str]] | None = None
        """What the note beside the copy says: whose it is, its file, and the digests of that."""

    def write(self) -> None:
        """Write what is not in the copy yet. Raises SaveError."""
        with self._lock:
            now = self._latest()
            noted = self._is_noted(now)
            there = folders.is_there(recovery.copy_of(now.document.id, now.path, str(self._window)))
            if now.document is self._held and noted and there:
                return
            recovery.keep(
                now.document,
                path=now.path,
                saved=now.saved,
                noted=noted,
                window=str(self._window),
            )
            if not noted:
                self._noted = (now.document.id, now.path, frozenset({_digest(now.saved)}))
            self._held = now.document

    def about_to(self, digest: str) -> None:
        """The file will have this digest in a moment; the note beside the copy says so first.

        Whenever a crash comes, what is in the copy is then known to be newer than a file that was
        written here. Where it cannot be said, the file is worth more than the note.
        """
        with self._lock, contextlib.suppress(SaveError):
            now = self._latest()
            if self._held is not None:
                held = self._held.id
                recovery.note(
                    held, path=now.path, saved=now.saved, coming=digest, window=str(self._window)
                )
                self._noted = (held, now.path, frozenset({_digest(now.saved), digest}))

    def forget(self, path: Path | None) -> None:
        """Forget the copy that names that file, or none."""
        with self._lock:
            recovery.remove(self._latest().document.id, path, str(self._window))

    def close(self) -> None:
        """What is still in the copy belongs to nobody from now on: the next start offers it."""
        with self._lock:
            self._window.close()

    def _is_noted(self, now: Latest) -> bool:
        if self._noted is None:
            return False
        whose, file, digests = self._noted
        return (whose, file) == (now.document.id, now.path) and _digest(now.saved) in digests


def _digest(saved: Fingerprint | None) -> str:
    return saved.digest if saved is not None else ""
