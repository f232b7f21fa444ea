"""What decides when a change is saved: the oldest one that is not, whatever else goes on."""

import threading
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.keeping import recovery
from nttp_readiness.ui.document import file_writer
from nttp_readiness.ui.document.autosave import Autosave
from nttp_readiness.ui.document.session import Session


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def path(tmp_path, monkeypatch, council):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    document = tmp_path / "Ours.readiness"
    save_document(document, edits.write_beside(council, "LEA-1", note=""), expected=None)
    return document


@pytest.fixture
def held(qapp, path, clock):
    """An autosave whose timers never come round, as on a computer that is far too busy."""
    loaded = load_document(path)
    session = Session(loaded.assessment)
    made: Any = Autosave(session, path, loaded.fingerprint, clock=clock)
    for each in (made.pacer, made.recovery_writer.pacer):
        each.timer.timeout.disconnect()
    made.session = session
    yield made
    made.close(forget_recovery=True)


def write(held, words):
    held.session.attempt("Note", edits.write_beside, "LEA-1", note=words)


def written(path):
    return load_document(path).assessment.answer("LEA-1").note


def copied(path, held):
    copy = recovery.copy_of(held.session.assessment.id, path, str(held._copy._window))
    return written(copy) if copy.exists() else None


def finish(held):
    """Let all that has begun be written, and its word be taken."""
    held._wait()
    for each in (held.recovery_writer._worker, held._worker):
        each.submit(lambda: None).result()
    QApplication.processEvents()


def test_a_change_that_finds_an_older_one_overdue_begins_the_save_itself(held, path, clock):
    write(held, "a")
    clock.now += 0.6
    write(held, "ab")
    assert held._running is None  # not yet due, and no timer comes round
    clock.now += 0.2
    write(held, "abc")
    finish(held)
    assert written(path) == "abc"


def test_the_recovery_copy_does_not_wait_for_the_save(held, path, clock):
    write(held, "a")
    clock.now += 0.3
    write(held, "ab")
    finish(held)
    assert copied(path, held) == "ab"
    assert written(path) == ""


@pytest.fixture
def slow_drive(monkeypatch):
    """Saves hang until they are let go; how many were begun."""
    begun, let_go, real = [], threading.Event(), save_document

    def save(*arguments, **named):
        begun.append(arguments)
        assert let_go.wait(20)
        return real(*arguments, **named)

    monkeypatch.setattr(file_writer, "save_document", save)
    yield begun, let_go
    let_go.set()


def test_a_save_on_its_way_puts_the_next_one_off_no_longer_than_it_takes(
    held, path, clock, slow_drive
):
    begun, let_go = slow_drive
    write(held, "a")
    held.save_at_once()
    write(held, "ab")
    clock.now += 5
    write(held, "abc")
    let_go.set()
    held._running.result()
    held._drain()
    assert held._running is not None  # the next began with the word of the last
    finish(held)
    assert len(begun) == 2
    assert written(path) == "abc"


def test_what_is_typed_while_the_drive_does_not_answer_is_in_the_copy(
    held, path, clock, slow_drive
):
    _, let_go = slow_drive
    write(held, "a")
    held.save_at_once()
    write(held, "ab")
    clock.now += 0.3
    write(held, "abc")
    held.recovery_writer._worker.submit(lambda: None).result()
    assert copied(path, held) == "abc"
    assert written(path) == ""
    let_go.set()
    finish(held)


def test_leaving_the_window_while_a_save_is_on_its_way_saves_the_rest_right_after(
    held, path, slow_drive
):
    begun, let_go = slow_drive
    write(held, "a")
    held.save_at_once()
    write(held, "ab")
    held.save_at_once()
    let_go.set()
    finish(held)
    assert len(begun) == 2
    assert written(path) == "ab"


def test_a_copy_that_was_taken_away_is_made_again_with_its_note(held, path):
    write(held, "a")
    held.keep_copy()
    recovery.remove(held.session.assessment.id, path, str(held._copy._window))
    held.keep_copy()
    held._copy.close()  # as a crash does
    [found] = recovery.recoverable()
    assert (found.path, found.state) == (path, "newer")


def test_a_crash_right_after_the_file_was_written_leaves_no_doubt_whose_it_is(
    held, path, slow_drive, clock
):
    _, let_go = slow_drive
    write(held, "a")
    held.save_at_once()
    write(held, "ab")
    let_go.set()
    held._running.result()  # the file is written, and its word not yet taken
    held.keep_copy()
    assert written(path) == "a"
    assert copied(path, held) == "ab"
    held._copy.close()  # as a crash does
    assert [each.state for each in recovery.recoverable()] == ["newer"]
    finish(held)
