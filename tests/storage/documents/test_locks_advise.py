"""A lock says who has a document open, and keeps nobody out."""

import datetime as dt
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nttp_readiness.storage.documents import locks
from nttp_readiness.storage.documents.documents import load_document, save_document

NOON = dt.datetime(2026, 3, 12, 12, tzinfo=dt.UTC)
FROM_SOURCE = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}


def test_a_lock_tells_others_who_has_the_document_open(document):
    assert locks.take(document) is None
    assert locks.holder(document) is None  # ourselves
    script = (
        "import sys, pathlib\n"
        "from nttp_readiness.storage.documents import locks\n"
        "print(locks.take(pathlib.Path(sys.argv[1])).process)\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", script, document], stdout=subprocess.PIPE, check=True,
        env=FROM_SOURCE,
    )  # fmt: skip
    assert int(said.stdout) == os.getpid()
    locks.release(document)
    assert list(document.parent.iterdir()) == []


def test_somebody_else_who_has_it_open_is_named_and_keeps_the_lock(document, locked_by_another):
    locked_by_another()
    before = locks.lock_file(document).read_bytes()
    assert locks.take(document).who == "Eilidh"
    locks.refresh(document)
    locks.release(document)
    assert locks.lock_file(document).read_bytes() == before


def test_a_lock_on_another_computer_holds_until_it_is_forgotten(document, locked_by_another):
    locked_by_another(computer="elsewhere", process=1)
    assert locks.holder(document).computer == "elsewhere"
    later = dt.datetime.now(dt.UTC) + dt.timedelta(minutes=16)
    assert locks.holder(document, now=later) is None


def test_the_lock_of_a_program_that_ended_is_taken_over(document, locked_by_another):
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    locked_by_another(process=ended.pid)
    assert locks.take(document) is None
    assert json.loads(locks.lock_file(document).read_bytes())["process"] == os.getpid()


def test_refreshing_keeps_a_lock_from_being_forgotten(document):
    locks.take(document, now=NOON)
    locks.refresh(document, now=NOON + dt.timedelta(minutes=20))
    said = json.loads(locks.lock_file(document).read_bytes())
    assert said["since"] == NOON.isoformat()
    assert said["seen"] == (NOON + dt.timedelta(minutes=20)).isoformat()


@pytest.mark.parametrize(
    "content",
    [
        "", "null", "[]", "{}", "\0", "[" * 4000, '{"since": 5}',
        json.dumps({"who": 1, "computer": "", "process": "x", "since": "", "seen": ""}),
        json.dumps({"who": "", "computer": "", "process": 1, "since": "2026-03-12",
                    "seen": "2026-03-12"}),
        json.dumps({"who": "", "computer": "", "process": 10**30,
                    "since": "0001-01-01T00:00:00+14:00", "seen": "9999-12-31T00:00:00-12:00"}),
    ],
)  # fmt: skip
def test_a_damaged_lock_is_none(content, document):
    locks.lock_file(document).write_text(content)
    assert locks.holder(document) is None
    assert locks.take(document) is None


def test_where_no_lock_can_be_written_the_document_opens_all_the_same(tmp_path):
    assert locks.take(tmp_path / "missing" / "a.readiness") is None
    assert locks.take(tmp_path / ("x" * 250)) is None


def test_a_lock_never_keeps_anyone_from_reading(assessment, document, locked_by_another):
    save_document(document, assessment, expected=None)
    locked_by_another()
    assert load_document(document).assessment == assessment


@pytest.mark.parametrize("process", [0, -1, 10**30])
def test_what_is_no_process_does_not_run(process):
    assert not locks.is_running(process)


def test_a_folder_or_a_pipe_in_the_place_of_a_lock_is_none(document):
    lock = locks.lock_file(document)
    lock.mkdir()
    assert locks.take(document) is None
    locks.refresh(document)
    locks.release(document)
    assert lock.is_dir()
    lock.rmdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(lock)  # reading it would wait for ever
        assert locks.holder(document) is None
        locks.release(document)


def test_the_time_of_a_lock_is_told_by_this_clock(document, locked_by_another):
    since = dt.datetime.now(dt.UTC) - dt.timedelta(minutes=1)
    locked_by_another(since=since.isoformat())
    found = locks.holder(document)
    assert found.since == since
    assert found.since.utcoffset() == since.astimezone().utcoffset()
    locked_by_another(since="0001-01-01T00:00:00+14:00")
    assert locks.holder(document) is None


def test_no_number_of_a_process_is_too_large_to_ask_for():
    assert not locks.is_running(10**30)


def set_back(document, minutes):
    """The clock of the drive says that the lock was written so long ago."""
    then = time.time() - 60 * minutes
    os.utime(locks.lock_file(document), (then, then))


@pytest.mark.parametrize("minutes", [-300, -61, -16, 16, 61, 300])
def test_a_clock_of_another_computer_that_is_wrong_hides_no_lock(
    document, locked_by_another, minutes
):
    seen = dt.datetime.now(dt.UTC) + dt.timedelta(minutes=minutes)
    locked_by_another(computer="elsewhere", process=1, seen=seen.isoformat())
    assert locks.holder(document).computer == "elsewhere"
    set_back(document, 16)
    assert locks.holder(document) is None


@pytest.mark.parametrize("hours", [-5, 5])
def test_a_drive_whose_clock_is_wrong_hides_no_lock(
    document, locked_by_another, monkeypatch, hours
):
    """The server stamps files by its own clock: what counts is what it would stamp now."""
    locked_by_another(computer="elsewhere", process=1)
    set_back(document, 60 * hours)
    monkeypatch.setattr(locks, "_clock_of", lambda _folder: time.time() - 3600 * hours + 60)
    assert locks.holder(document).computer == "elsewhere"


def test_the_clock_of_a_drive_is_asked_without_leaving_a_trace(document):
    assert abs(locks._clock_of(document.parent) - time.time()) < 5
    assert list(document.parent.iterdir()) == []
    assert abs(locks._clock_of(document.parent / "none") - time.time()) < 5


def test_a_computer_of_the_same_name_is_another_one(document, locked_by_another):
    """A copied image: there the number of the process says nothing here."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    locked_by_another(process=ended.pid, installation="0123456789abcdef")
    found = locks.holder(document)
    assert found is not None
    assert not found.here
    locked_by_another(process=ended.pid, installation=locks.installation())
    assert locks.holder(document) is None


def test_a_mark_that_cannot_be_kept_is_none(monkeypatch, tmp_path):
    locks.installation.cache_clear()
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "file" / "below"))
    assert locks.installation() == ""
    locks.installation.cache_clear()


def test_a_long_name_has_a_lock_as_well(document, monkeypatch):
    named = document.with_name("n" * 240 + ".readiness")
    assert locks.take(named) is None
    assert locks.lock_file(named).exists()
    assert len(locks.lock_file(named).name) <= 255
    assert locks.lock_file(named) != locks.lock_file(document.with_name("m" * 240 + ".readiness"))
    locks.release(named)
    assert not locks.lock_file(named).exists()
