"""A file holds all of the old or all of the new, whatever fails while it is written."""

import errno
import itertools
import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from nttp_readiness.errors import SaveError
from nttp_readiness.storage.documents.document_bytes import document_in
from nttp_readiness.storage.documents.documents import save_document
from nttp_readiness.storage.files import atomic
from nttp_readiness.storage.files.atomic import remove_leftovers, save_error, write_atomic
from tests.storage.faulty_system import CODES, FailingCalls, write_naively

OLD, NEW = b"what was there before\n", b"what is to be there\n" * 50
FROM_SOURCE = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
forks = pytest.mark.skipif(os.name == "nt", reason="needs fork, which Windows has not")


def outcomes(tmp_path, writer):
    """After each system call failed with each code: the file, whether it raised, and tidiness."""
    path = tmp_path / "plan.readiness"
    for code in CODES:
        for k in itertools.count(1):
            path.write_bytes(OLD)
            with pytest.MonkeyPatch.context() as patch:
                calls = FailingCalls(patch, k, code)
                try:
                    writer(path, NEW)
                except (SaveError, OSError):
                    raised = True
                else:
                    raised = False
            if len(calls.made) < k:
                assert not raised
                break
            yield path.read_bytes(), raised, list(tmp_path.iterdir()) == [path]


def test_every_system_call_may_fail_and_the_file_is_exactly_the_old_or_the_new(tmp_path):
    found = list(outcomes(tmp_path, write_atomic))
    assert len(found) > 8 * len(CODES)
    assert any(raised for _, raised, _ in found)
    for content, raised, tidy in found:
        assert content == (OLD if raised else NEW)
        assert tidy, "a temporary file was left"


def test_the_same_faults_do_harm_a_file_that_is_written_in_place(tmp_path):
    found = list(outcomes(tmp_path, write_naively))
    assert any(content not in {OLD, NEW} for content, _, _ in found)


def test_every_system_call_may_fail_while_a_document_is_saved(document, assessment):
    for k in itertools.count(1):
        document.unlink(missing_ok=True)
        first = save_document(document, assessment, expected=None)
        changed = assessment.model_copy(update={"place": "CAR-2"})
        with pytest.MonkeyPatch.context() as patch:
            calls = FailingCalls(patch, k, errno.ENOSPC)
            try:
                save_document(document, changed, expected=first.fingerprint)
                wanted = changed
            except SaveError:
                wanted = assessment
        assert document_in(document.read_bytes(), document).assessment == wanted
        if len(calls.made) < k:
            break
    assert k > 8


@pytest.mark.skipif(os.name == "nt", reason="no folder can be synced on Windows")
def test_the_disk_holds_the_new_file_before_it_takes_the_name_and_the_name_before_the_return(
    tmp_path, monkeypatch
):
    calls = FailingCalls(monkeypatch)
    write_atomic(tmp_path / "a", NEW)
    order = [name for name in calls.made if name in {"write", "fsync", "replace"}]
    assert order == ["write", "fsync", "replace", "fsync"]


def test_a_write_that_takes_only_some_bytes_goes_on_with_the_rest(tmp_path, monkeypatch):
    real = os.write
    monkeypatch.setattr(os, "write", lambda file, data: real(file, data[:7]))
    write_atomic(tmp_path / "a", NEW)
    assert (tmp_path / "a").read_bytes() == NEW


@forks
def test_sixty_kills_lose_no_acknowledged_save_and_a_naive_writer_loses_some():
    script = Path(__file__).parents[1] / "data" / "killing_rounds.py"
    said = subprocess.run(
        [sys.executable, script, "60"], check=True, stdout=subprocess.PIPE, env=FROM_SOURCE
    )
    found = json.loads(said.stdout)
    assert found["careful"]["acknowledged"] > 60
    assert found["careful"]["unreadable"] == 0
    assert found["careful"]["lost"] == 0
    assert found["naive"]["unreadable"] > 0


@pytest.mark.skipif(os.name == "nt", reason="Windows sets no limit to the size of a file")
def test_a_file_size_limit_gives_a_sentence_and_keeps_the_old_file(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(OLD)
    script = (
        "import resource, sys, pathlib\n"
        "from nttp_readiness.storage.files.atomic import write_atomic\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "write_atomic(pathlib.Path(sys.argv[1]), b'x' * 10000)\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", script, path], check=False, stderr=subprocess.PIPE, text=True,
        env=FROM_SOURCE,
    )  # fmt: skip
    assert "SaveError: The file is larger than this disk allows." in said.stderr
    assert path.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing/a", "cannot be reached"),
        ("x" * 300, "too long"),
        ("folder", "There is already a folder with this name."),
        ("a\0b", "has a character"),
    ],
)
def test_a_place_that_cannot_be_written_is_told_in_a_sentence(tmp_path, name, words):
    (tmp_path / "folder").mkdir()
    with pytest.raises(SaveError, match=words):
        write_atomic(tmp_path / name, NEW)
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == []


@pytest.mark.parametrize("code", [*CODES, errno.EFBIG, errno.ENOENT, errno.ENAMETOOLONG, 9999])
def test_every_error_says_what_is_safe_and_what_to_do(code):
    error = save_error(OSError(code, "as the system says it"))
    assert error.what.endswith(".")
    assert "safe" in error.safe
    assert error.cure.endswith(".")
    assert "as the system says it" not in str(error)


def test_a_file_marked_as_read_only_is_respected(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_bytes(OLD)
    monkeypatch.setattr(os, "access", lambda *_: False)  # an administrator may write everywhere
    with pytest.raises(SaveError, match="not allowed to change this file"):
        write_atomic(path, NEW)
    assert path.read_bytes() == OLD


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps lists of who may, and no modes")
def test_a_link_is_followed_and_the_permissions_stay(tmp_path):
    path, link = tmp_path / "a", tmp_path / "link"
    path.write_bytes(OLD)
    path.chmod(0o640)
    link.symlink_to(path)
    write_atomic(link, NEW)
    assert link.is_symlink()
    assert path.read_bytes() == NEW
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


class WindowsHoldsTheFile:
    """A Windows that refuses to replace a file so many times, and a clock without waiting."""

    def __init__(self, monkeypatch, times, code=5):
        self.refusals, self.seconds, self.times, self.code = 0, 0.0, times, code
        self.real = os.replace
        monkeypatch.setattr(os, "replace", self.replace)
        clock = SimpleNamespace(monotonic=lambda: self.seconds, sleep=self.sleep)
        monkeypatch.setattr(atomic, "time", clock)

    def sleep(self, seconds):
        self.seconds += seconds

    def replace(self, source, target):
        if self.refusals < self.times:
            self.refusals += 1
            error: Any = PermissionError(errno.EACCES, "held", str(source), None, str(target))
            error.winerror = self.code
            raise error
        self.real(source, target)


@pytest.mark.parametrize("code", [5, 32, 33])
def test_on_windows_a_file_held_for_a_moment_is_asked_for_again(tmp_path, monkeypatch, code):
    windows = WindowsHoldsTheFile(monkeypatch, times=6, code=code)
    write_atomic(tmp_path / "a", NEW)
    assert (tmp_path / "a").read_bytes() == NEW
    assert 0 < windows.seconds < 2.5


@pytest.mark.parametrize("code", [5, 32, 33])
def test_on_windows_patience_ends_after_two_and_a_half_seconds(tmp_path, monkeypatch, code):
    windows = WindowsHoldsTheFile(monkeypatch, times=10_000, code=code)
    (tmp_path / "a").write_bytes(OLD)
    with pytest.raises(SaveError, match="Another program is using this file"):
        write_atomic(tmp_path / "a", NEW)
    assert 2 < windows.seconds <= 2.5
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [OLD]


@pytest.mark.parametrize("code", [2, 3, 123])
@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("C:\\" + "folder\\" * 40 + "a.readiness", "too long"),
        ("C:\\" + "x" * 256 + ".readiness", "too long"),
        ("Z:\\away\\a.readiness", "cannot be reached|could not be written"),
    ],
)
def test_on_windows_a_path_that_is_too_long_is_told_as_that(code, path, words):
    error: Any = OSError(errno.ENOENT, "The system cannot find the path specified", path)
    error.winerror = code
    assert re.search(words, atomic.save_error(error).what)


@pytest.mark.parametrize("code", [123, 161])
def test_on_windows_a_sign_that_no_name_can_hold_is_told_as_that(tmp_path, monkeypatch, code):
    """`review?.pdf`, or `review: plan.pdf`, typed after a command."""
    windows = WindowsHoldsTheFile(monkeypatch, times=1, code=code)
    with pytest.raises(SaveError, match="has a character that cannot be used") as told:
        write_atomic(tmp_path / "review?.pdf", NEW)
    assert told.value.cure == "Choose another."
    assert (windows.seconds, list(tmp_path.iterdir())) == (0, [])


def test_on_windows_no_other_error_is_tried_again(tmp_path, monkeypatch):
    windows = WindowsHoldsTheFile(monkeypatch, times=1, code=112)
    with pytest.raises(SaveError, match="no room left"):
        write_atomic(tmp_path / "a", NEW)
    assert windows.seconds == 0


def test_what_a_killed_save_left_is_removed_after_a_day_and_nothing_else(tmp_path):
    left = tmp_path / ".nttp-saving-0123456789abcdef.tmp"
    own = tmp_path / "own.tmp"
    for each in (left, own):
        each.write_bytes(NEW)
    made = left.stat().st_mtime
    assert remove_leftovers(tmp_path, now=made + 60) == 0
    assert remove_leftovers(tmp_path, now=made + 2 * atomic.LEFTOVER_AGE) == 1
    assert list(tmp_path.iterdir()) == [own]
