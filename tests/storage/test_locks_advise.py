"""A lock says who has a document open, and keeps nobody out."""

import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from nttp_readiness.storage import locks
from nttp_readiness.storage.documents import load_document, save_document

NOON = dt.datetime(2026, 3, 12, 12, tzinfo=dt.UTC)
FROM_SOURCE = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}


def test_a_lock_tells_others_who_has_the_document_open(document):
    assert locks.take(document) is None
    assert locks.holder(document) is None  # ourselves
    script = (
        "import sys, pathlib\n"
        "from nttp_readiness.storage import locks\n"
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
