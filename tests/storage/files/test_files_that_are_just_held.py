"""On Windows another program holds a file for moments: nothing is lost or damaged by that."""

import ctypes
import datetime as dt
import errno
import io
import re
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from nttp_readiness import storage
from nttp_readiness.errors import DocumentError
from nttp_readiness.storage.account import settings
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.banks.bank_files import read_tables
from nttp_readiness.storage.documents import locks
from nttp_readiness.storage.documents.documents import (
    load_document,
    read_file,
    save_document,
)
from nttp_readiness.storage.exchange.answer_files import load_answers
from nttp_readiness.storage.exchange.collection_files import load_collection
from nttp_readiness.storage.exchange.importing import read_sheet_file
from nttp_readiness.storage.files import folders, reading
from nttp_readiness.storage.files.atomic import write_atomic

OURS = Path(storage.__file__).parent
WINDOWS = pytest.mark.skipif(
    sys.platform != "win32", reason="only Windows keeps a program from a file that another holds"
)


class Held:
    """Lets the system refuse a file so many times, by a clock that needs no waiting."""

    def __init__(self, monkeypatch, path, times, code, ask="_open"):
        self.seconds, self.path, self.times, self.code = 0.0, path, times, code
        owner: Any = reading if ask == "_open" else Path
        real = getattr(owner, ask)

        def refusing(path, **more):
            if path == self.path and self.times > 0:
                self.times -= 1
                error: Any = PermissionError(errno.EACCES, "held", str(path))
                error.winerror = self.code
                raise error
            return real(path, **more)

        monkeypatch.setattr(owner, ask, refusing)
        clock = SimpleNamespace(monotonic=lambda: self.seconds, sleep=self.sleep)
        monkeypatch.setattr(reading, "time", clock)

    def sleep(self, seconds):
        self.seconds += seconds


@pytest.mark.parametrize("ask", ["stat", "_open"])
@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_document_that_is_just_replaced_is_read_a_moment_later(
    assessment, document, monkeypatch, code, ask
):
    save_document(document, assessment, expected=None)
    held = Held(monkeypatch, document, 8, code, ask)
    assert load_document(document).assessment == assessment
    assert held.times == 0


def test_settings_that_another_window_just_saves_are_not_lost(monkeypatch):
    settings.save(Settings(text_size=150))
    Held(monkeypatch, folders.settings(), 8, 32)
    assert settings.load().text_size == 150


@pytest.mark.parametrize("ask", ["stat", "_open"])
def test_a_lock_that_is_just_refreshed_is_believed(locked_by_another, document, monkeypatch, ask):
    locked_by_another()
    Held(monkeypatch, locks.lock_file(document), 8, 32, ask)
    assert locks.holder(document).who == "Eilidh"


def test_a_lock_that_is_just_refreshed_is_not_taken_for_an_old_one(
    locked_by_another, document, monkeypatch
):
    locked_by_another()
    Held(monkeypatch, locks.lock_file(document), 8, 32, "stat")
    assert locks._age(document, None) < dt.timedelta(minutes=5)


def as_tables(path):
    _, problems = read_tables(path.parent, path.name)
    if problems:
        raise DocumentError(problems[0].problem, safe="", cure=problems[0].cure)


READERS = (load_document, load_answers, load_collection, read_sheet_file, as_tables)


@pytest.mark.parametrize("ask", ["stat", "_open"])
@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(
    ("code", "what"),
    [
        (5, r"not allowed to read .* or another program is using it"),
        (32, r"^Another program is using this file"),
        (33, r"^Another program is using this file"),
    ],
)
def test_a_file_that_stays_held_is_told_after_half_a_second_as_what_it_is(
    tmp_path, monkeypatch, code, what, read, ask
):
    path = tmp_path / "file"
    path.write_bytes(b"")
    held = Held(monkeypatch, path, 10_000, code, ask)
    with pytest.raises(DocumentError, match=what) as told:
        read(path)
    assert "Try again in a moment" in told.value.cure
    assert 0.4 < held.seconds < 1.2


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("code", [362, 388, 389, 404, 426])
def test_a_file_whose_content_is_kept_online_is_told_as_that_at_once(
    tmp_path, monkeypatch, code, read
):
    """OneDrive's placeholders: nothing runs that fetches, no network, failed, ended, too late."""
    path = tmp_path / "file"
    path.write_bytes(b"")
    held = Held(monkeypatch, path, 10_000, code)
    with pytest.raises(DocumentError, match="kept online") as told:
        read(path)
    assert "wait until the file is on this computer" in told.value.cure
    assert held.seconds == 0


def test_a_name_that_windows_cannot_hold_is_not_told_as_a_drive_that_is_away(tmp_path, monkeypatch):
    path = tmp_path / "review: spring"
    Held(monkeypatch, path, 1, 123, "stat")
    with pytest.raises(DocumentError, match="has a character that cannot be used"):
        load_document(path)


class FailsWhileRead(io.BytesIO):
    """An open file whose content never comes: C knows no name for Windows' reason."""

    def __init__(self, _path):
        super().__init__()

    def read(self, *_):
        raise OSError(errno.EINVAL, "Invalid argument")


@pytest.mark.parametrize("read", READERS)
def test_a_file_whose_content_does_not_come_while_it_is_read_is_told_as_that(
    tmp_path, monkeypatch, read
):
    path = tmp_path / "file"
    path.write_bytes(b"")
    monkeypatch.setattr(reading, "_open", FailsWhileRead)
    monkeypatch.setattr(reading, "sys", SimpleNamespace(platform="win32"))
    with pytest.raises(DocumentError, match="kept online"):
        read(path)
    monkeypatch.setattr(reading, "sys", SimpleNamespace(platform="linux"))
    with pytest.raises(DocumentError) as told:
        read(path)
    assert "kept online" not in str(told.value)


def test_where_the_system_is_not_windows_nothing_is_tried_again(assessment, document, monkeypatch):
    save_document(document, assessment, expected=None)
    held = Held(monkeypatch, document, 1, None)
    with pytest.raises(DocumentError, match=r"^You are not allowed to read this file\."):
        load_document(document)
    assert held.seconds == 0


def test_a_folder_is_told_at_once(tmp_path):
    begun = time.monotonic()
    with pytest.raises(DocumentError, match="not a file"):
        read_file(tmp_path)
    with pytest.raises(IsADirectoryError):
        reading.open_to_read(tmp_path)
    assert time.monotonic() - begun < reading.PATIENCE


@contextmanager
def held_by_another(path, *, others_may=0):
    """The file in the hands of another program, that lets others do so much with it meanwhile."""
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    kernel.CreateFileW.restype = ctypes.c_void_p
    handle = kernel.CreateFileW(str(path), 0x80000000, others_may, None, 3, 0x80, None)
    try:
        yield
    finally:
        kernel.CloseHandle(ctypes.c_void_p(handle))


@WINDOWS
def test_windows_itself_says_that_a_file_is_held(assessment, document):
    save_document(document, assessment, expected=None)
    with held_by_another(document):
        begun = time.monotonic()
        with pytest.raises(DocumentError, match=r"^Another program is using this file"):
            load_document(document)
        assert time.monotonic() - begun > reading.PATIENCE
    assert load_document(document).assessment == assessment


@WINDOWS
def test_a_file_that_windows_gives_free_in_time_is_read(assessment, document):
    save_document(document, assessment, expected=None)
    free = threading.Event()

    def hold():
        with held_by_another(document):
            free.set()
            time.sleep(0.2)

    other = threading.Thread(target=hold)
    other.start()
    free.wait()
    assert load_document(document).assessment == assessment
    other.join()


@WINDOWS
def test_whoever_reads_keeps_nobody_from_removing_the_file(tmp_path):
    path = tmp_path / "file"
    write_atomic(path, b"one")
    with reading.open_to_read(path) as file:
        path.unlink()
        assert file.read() == b"one"


def test_nothing_in_storage_opens_a_file_without_patience():
    """But for reading.py itself, and what comes with the program and is never replaced."""
    found = {
        path.name
        for path in OURS.rglob("*.py")
        if re.search(r'open\("rb"\)|read_bytes\(|read_text\(', path.read_text(encoding="utf-8"))
    }
    assert found == {"reading.py", "new_bank.py"}
