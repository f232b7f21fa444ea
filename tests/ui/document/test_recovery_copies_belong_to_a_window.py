"""Two windows on one file: neither writes over nor removes what is the other's only copy."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.keeping import recovery, window_marks
from nttp_readiness.ui.document.autosave import Autosave
from nttp_readiness.ui.document.session import Session

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def path(council, tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    file = tmp_path / "shared.readiness"
    save_document(file, council, expected=None)
    return file


@pytest.fixture
def opened(qapp, path):
    """Opens the file as another window; each is closed at the end."""
    windows = []

    def open_one():
        loaded = load_document(path)
        window = Autosave(Session(loaded.assessment), path, loaded.fingerprint)
        windows.append(window)
        return window

    yield open_one
    for each in windows:
        each.close(forget_recovery=True)


def write(window, words):
    window._session.attempt("Note", edits.write_beside, "LEA-1", note=words)
    window.save_now()


def crash(window):
    """The window's program ends without a word: the system lets go of its mark."""
    os.close(window._copy._window._descriptor)
    window_marks._open_here.discard(str(window._copy._window))


def brought():
    return [
        load_document(each.copy).assessment.answer("LEA-1").note for each in recovery.recoverable()
    ]


@pytest.fixture
def first_and_second(opened):
    """The second saved, so that what the first types is in its recovery copy alone."""
    first, second = opened(), opened()
    write(second, "theirs")
    write(first, "only here")
    assert first.state == "elsewhere"
    return first, second


def test_another_window_that_types_on_leaves_it(first_and_second):
    first, second = first_and_second
    write(second, "theirs, once more")
    crash(first)
    assert brought() == ["only here"]


def test_another_window_that_closes_leaves_it(first_and_second):
    first, second = first_and_second
    second.close(forget_recovery=True)
    crash(first)
    assert brought() == ["only here"]


def test_another_window_that_keeps_both_or_saves_a_copy_leaves_it(first_and_second, path):
    first, second = first_and_second
    second.save_copy(path.with_name("elsewhere.readiness"))
    crash(first)
    assert brought() == ["only here"]


def test_while_its_window_is_open_nobody_is_offered_it(first_and_second):
    first, _ = first_and_second
    assert brought() == []
    crash(first)
    assert brought() == ["only here"]


def test_it_is_offered_beside_a_window_that_is_still_open(first_and_second):
    """The lock beside the file is the other window's, and says nothing of the one that ended."""
    first, second = first_and_second
    crash(first)
    write(second, "still at work")
    assert brought() == ["only here"]


def test_a_window_of_a_program_that_was_killed_is_known_to_be_gone(path, council):
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from nttp_readiness.storage.keeping import recovery\n"
        "from nttp_readiness.storage.documents.documents import load_document\n"
        "from nttp_readiness.storage.keeping.window_marks import WindowMark\n"
        "mark = WindowMark(); path = Path(sys.argv[1])\n"
        "found = load_document(path)\n"
        "work = found.assessment.model_copy(update={'answers': {}})\n"
        "recovery.keep(work, path=path, saved=found.fingerprint, window=str(mark))\n"
        "print('kept', flush=True); sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", script, str(path)]
    running = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert running.stdout.readline() == "kept\n"
        assert recovery.recoverable() == []
    finally:
        running.kill()
        running.wait()
        running.stdin.close()
        running.stdout.close()
    assert [each.state for each in recovery.recoverable()] == ["newer"]
    assert list(folders.recovery().glob("*.window")) == []


def test_a_window_that_closes_takes_its_own_copy_along_and_leaves_no_mark(opened):
    window = opened()
    write(window, "saved")
    assert list(folders.recovery().iterdir())
    window.close(forget_recovery=True)
    assert list(folders.recovery().iterdir()) == []
