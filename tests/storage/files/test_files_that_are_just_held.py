"""On Windows another program holds a file for moments: nothing is lost or damaged by that."""

import errno
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from nttp_readiness import storage
from nttp_readiness.errors import DocumentError
from nttp_readiness.storage.account import settings
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.documents import locks
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.files import folders, reading

OURS = Path(storage.__file__).parent


class Held:
    """Refuses to open a file so many times, by a clock that needs no waiting."""

    def __init__(self, monkeypatch, path, times, code):
        self.seconds, self.path, self.times, self.code = 0.0, path, times, code
        real = Path.open

        def refusing(path, *arguments, **more):
            if path == self.path and self.times > 0:
                self.times -= 1
                error: Any = PermissionError(errno.EACCES, "held", str(path))
                error.winerror = self.code
                raise error
            return real(path, *arguments, **more)

        monkeypatch.setattr(Path, "open", refusing)
        clock = SimpleNamespace(monotonic=lambda: self.seconds, sleep=self.sleep)
        monkeypatch.setattr(reading, "time", clock)

    def sleep(self, seconds):
        self.seconds += seconds


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_document_that_is_just_replaced_is_read_a_moment_later(
    assessment, document, monkeypatch, code
):
    save_document(document, assessment, expected=None)
    held = Held(monkeypatch, document, 8, code)
    assert load_document(document).assessment == assessment
    assert held.times == 0


def test_settings_that_another_window_just_saves_are_not_lost(monkeypatch):
    settings.save(Settings(text_size=150))
    Held(monkeypatch, folders.settings(), 8, 32)
    assert settings.load().text_size == 150


def test_a_lock_that_is_just_refreshed_is_believed(locked_by_another, document, monkeypatch):
    locked_by_another()
    Held(monkeypatch, locks.lock_file(document), 8, 32)
    assert locks.holder(document).who == "Eilidh"


def test_a_file_that_may_not_be_read_is_told_after_half_a_second(assessment, document, monkeypatch):
    save_document(document, assessment, expected=None)
    held = Held(monkeypatch, document, 10_000, 5)
    with pytest.raises(DocumentError, match="not allowed to read"):
        load_document(document)
    assert 0.4 < held.seconds < 0.6


def test_where_the_system_is_not_windows_nothing_is_tried_again(assessment, document, monkeypatch):
    save_document(document, assessment, expected=None)
    held = Held(monkeypatch, document, 1, None)
    with pytest.raises(DocumentError):
        load_document(document)
    assert held.seconds == 0


def test_nothing_in_storage_opens_a_file_without_patience():
    """But for reading.py itself, and what comes with the program and is never replaced."""
    found = {
        path.name
        for path in OURS.rglob("*.py")
        if re.search(r'open\("rb"\)|read_bytes\(|read_text\(', path.read_text(encoding="utf-8"))
    }
    assert found == {"reading.py", "new_bank.py", "deletion.py"}
