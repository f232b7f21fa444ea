"""Closing never waits for a drive: within a second there is a sentence with a choice, and nothing
is lost.
"""

import os
import time

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.account import settings as stored
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.keeping import recovery
from nttp_readiness.ui.shell.main_window import MainWindow

SLOW = 2.5
"""Seconds that the drive takes for each flush."""
SECOND = 1.4
"""A second, and what a busy machine adds to it."""


@pytest.fixture(autouse=True)
def patience_of_closing():
    """As the program has it: what it does then is tried here."""


@pytest.fixture
def path(tmp_path, monkeypatch, council):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    document = tmp_path / "drive" / "Ours.readiness"
    document.parent.mkdir()
    save_document(document, council, expected=None)
    return document


@pytest.fixture
def window(look, qtbot, path):
    shown = MainWindow(look, stored.load())
    qtbot.addWidget(shown)
    shown.show()
    shown.open_file(path)
    yield shown
    shown.close_after_crash()


@pytest.fixture
def slow_drive(monkeypatch, path):
    """Flushes to that drive take long; those to this computer's own disk do not."""
    flush, waited = os.fsync, []

    def slowly(file):
        opened = os.fstat(file)
        if any(os.path.samestat(opened, each.stat()) for each in path.parent.iterdir()):
            waited.append(file)
            time.sleep(SLOW)
        flush(file)

    monkeypatch.setattr(os, "fsync", slowly)
    return waited


def write(window, note):
    window.open_document.session.attempt("Note", edits.write_beside, "LEA-1", note=note)


def said(window):
    QApplication.processEvents()
    return window._notice.accessibleName() if window._notice.isVisible() else ""


def timed(act):
    start = time.monotonic()
    return act(), time.monotonic() - start


def amid_events(act):
    """As a click does it: Qt is at work, and nothing waits for its next loop to begin."""
    loop = QEventLoop()
    QTimer.singleShot(0, act)
    QTimer.singleShot(0, loop.quit)
    loop.exec()


def kept(path):
    """The note as the recovery copy, or else the file, has it."""
    files = [*(each.copy for each in recovery.recoverable()), path]
    return [load_document(each).assessment.answer("LEA-1").note for each in files]


def test_within_a_second_there_is_a_choice_and_closing_once_more_loses_nothing(
    window, slow_drive, path, qtbot
):
    write(window, "typed just now")
    closed, took = timed(window.close)
    assert not closed
    assert took < SECOND
    assert "is not answering, so it stays open" in said(window)
    assert slow_drive  # it was asked
    closed, took = timed(window.close)
    assert closed
    assert took < SECOND
    assert "typed just now" in kept(path)


def test_the_window_goes_on_meanwhile_and_closing_it_again_is_no_second_time(
    window, slow_drive, path, qtbot
):
    ticks, again = [], []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(time.monotonic()))
    timer.start(10)
    QTimer.singleShot(200, lambda: again.append(window.close()))
    write(window, "typed just now")
    amid_events(window.close_document)
    assert len(ticks) > 10  # it was not held for the second
    assert again == [False]
    assert "is not answering, so it stays open" in said(window)
    assert window.close()
    assert "typed just now" in kept(path)


def test_whoever_waits_closes_with_all_of_it_saved(window, slow_drive, path, qtbot):
    write(window, "typed just now")
    assert not window.close()
    qtbot.waitUntil(lambda: window.open_document.autosave.all_is_saved, timeout=30_000)
    assert window.close()
    assert load_document(path).assessment.answer("LEA-1").note == "typed just now"
    assert recovery.recoverable() == []


def test_a_drive_that_answers_closes_at_once(window, path):
    write(window, "typed just now")
    assert window.close()
    assert load_document(path).assessment.answer("LEA-1").note == "typed just now"
    assert recovery.recoverable() == []


def copied(window, monkeypatch, to):
    """Save a copy at that place, as the dialog gives it; how long the window stood still."""
    monkeypatch.setattr("nttp_readiness.ui.shell.documents.ask_where", lambda *_: to)
    return timed(window.documents.save_copy)[1]


def test_a_copy_on_a_drive_that_does_not_answer_is_told_within_a_second(
    window, monkeypatch, tmp_path, path, qtbot
):
    stick = tmp_path / "stick" / "Copy.readiness"
    stick.parent.mkdir()
    flush = os.fsync

    def slowly(file):
        if any(os.path.samestat(os.fstat(file), e.stat()) for e in stick.parent.iterdir()):
            time.sleep(SLOW)
        flush(file)

    monkeypatch.setattr(os, "fsync", slowly)
    write(window, "typed just now")
    assert copied(window, monkeypatch, stick) < 2 * SECOND
    assert "drive of “Copy.readiness” is not answering" in said(window)
    assert window.open_document.autosave.path == path
    write(window, "typed later")
    qtbot.waitUntil(lambda: window.open_document.autosave.all_is_saved, timeout=30_000)
    assert load_document(path).assessment.answer("LEA-1").note == "typed later"
    qtbot.waitUntil(stick.exists, timeout=30_000)
    assert load_document(stick).assessment.answer("LEA-1").note == "typed just now"


def test_a_copy_while_its_own_drive_does_not_answer_is_told_of_and_comes_later(
    window, slow_drive, monkeypatch, tmp_path, path, qtbot
):
    write(window, "typed just now")
    window.open_document.autosave.save_at_once()
    elsewhere = tmp_path / "elsewhere" / "Copy.readiness"
    elsewhere.parent.mkdir()
    assert copied(window, monkeypatch, elsewhere) < 2 * SECOND
    assert "drive of this assessment is not answering" in said(window)
    qtbot.waitUntil(elsewhere.exists, timeout=30_000)
    assert load_document(elsewhere).assessment.answer("LEA-1").note == "typed just now"
    assert window.open_document.autosave.path == path


def test_a_copy_on_a_drive_that_answers_is_where_one_goes_on(window, monkeypatch, tmp_path, path):
    write(window, "typed just now")
    elsewhere = tmp_path / "Copy.readiness"
    copied(window, monkeypatch, elsewhere)
    assert window.open_document.autosave.path == elsewhere


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
def test_a_pipe_in_place_of_the_file_is_told_within_a_second(window, path):
    path.unlink()
    os.mkfifo(path)
    write(window, "typed just now")
    closed, took = timed(window.close)
    assert not closed
    assert took < SECOND
    assert "stays open" in said(window)
    closed, took = timed(window.close)
    assert closed
    assert took < SECOND
    path.unlink()
    [found] = recovery.recoverable()
    assert load_document(found.copy).assessment.answer("LEA-1").note == "typed just now"
