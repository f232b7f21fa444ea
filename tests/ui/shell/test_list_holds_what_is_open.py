"""A crash, or the end of the session, takes no assessment from the list of recent ones."""

import os
import signal
import subprocess
import sys

import pytest

from nttp_readiness import resources
from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.account import settings as stored
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.ui.shell import recent_keeper
from nttp_readiness.ui.shell.main_window import MainWindow


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def window(look, qtbot, home, monkeypatch):
    monkeypatch.setattr(recent_keeper, "AGAIN_MS", 20)
    shown = MainWindow(look, Settings())
    qtbot.addWidget(shown)
    yield shown
    shown.put_away()


def sample(path):
    path.parent.mkdir(exist_ok=True)
    found = load_document(resources.assets() / "samples" / "council-service.readiness")
    save_document(path, found.assessment, expected=None)
    return path


def listed():
    return [each.path for each in stored.load().recent]


def test_what_was_opened_is_the_first_of_the_list_at_once(window, home):
    one, other = (sample(home / "Documents" / f"{name}.readiness") for name in ("One", "Other"))
    window.open_file(one)
    assert listed() == [one]
    window.open_file(other)
    assert listed() == [other, one]


def test_what_was_begun_is_listed_as_soon_as_it_has_its_file(window, qtbot):
    window.new()
    assert listed() == []
    document = window.open_document
    document.session.attempt("Name", edits.set_profile, title="Crash test")
    document.workbook.page.main()
    qtbot.waitUntil(lambda: document.autosave.state == "saved")
    assert listed() == [document.autosave.path]
    assert stored.load().recent[0].title == "Crash test"


def test_a_copy_elsewhere_is_listed_when_it_is_made(window, home):
    window.open_file(sample(home / "Documents" / "One.readiness"))
    copy = home / "Documents" / "Copy.readiness"
    window.open_document.autosave.save_copy(copy)
    assert listed()[0] == copy


def test_the_list_follows_each_save(window, home, qtbot):
    window.open_file(sample(home / "Documents" / "One.readiness"))
    window.open_document.session.attempt("Name", edits.set_profile, title="Another name")
    qtbot.waitUntil(lambda: stored.load().recent[0].title == "Another name")


def test_what_was_deleted_does_not_come_back_into_the_list(window, home, qtbot):
    path = sample(home / "Documents" / "One.readiness")
    window.open_file(path)
    document = window.open_document
    document.session.attempt("Name", edits.set_profile, title="Another name")
    document.save()  # the list would follow soon
    document.autosave.discard()
    path.unlink()
    window.forget_document(path)
    qtbot.wait(100)
    assert listed() == []


ENDED = """
import ctypes, os, sys
from PySide6.QtCore import QTimer
from nttp_readiness.domain.editing import edits
from nttp_readiness.ui.shell import application
from nttp_readiness.ui.shell.main_window import MainWindow

def typed(window, told=[]):
    if window.open_document is None or told:
        return
    told.append(True)
    window.open_document.session.attempt("Name", edits.set_profile, title="Typed just now")
    if sys.argv[2] == "asked":
        ctypes.windll.user32.SendMessageW(int(window.winId()), 0x11, 0, 0)
        os._exit(0)  # Windows waits for nobody that does not answer
    os.kill(os.getpid(), int(sys.argv[2]))

warm_up = MainWindow.warm_up
def begin(window):
    warm_up(window)
    timer = QTimer(window)
    timer.timeout.connect(lambda: typed(window))
    timer.start(50)

MainWindow.warm_up = begin
sys.exit(application.run(sys.argv[1]))
"""


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows ends a session by a message of its own"
)
@pytest.mark.parametrize("number", ["SIGTERM", "SIGHUP", "SIGKILL"])
def test_the_next_start_knows_what_was_open_however_the_program_ended(home, number):
    path = sample(home / "Documents" / "One.readiness")
    code = getattr(signal, number)
    ended = subprocess.run(
        [sys.executable, "-c", ENDED, str(path), str(int(code))],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
        timeout=120,
    )
    assert listed() == [path]
    if number != "SIGKILL":
        assert ended.returncode == 0
        assert load_document(path).assessment.profile.title == "Typed just now"
        assert stored.load().recent[0].title == "Typed just now"


@pytest.mark.skipif(sys.platform != "win32", reason="other systems end a session by signals")
def test_when_windows_asks_whether_the_session_may_end_all_is_kept_before_the_answer(home):
    """WM_QUERYENDSESSION: what comes after it may never reach a program."""
    path = sample(home / "Documents" / "One.readiness")
    environment = {**os.environ, "QT_QPA_PLATFORM": "windows"}
    command = [sys.executable, "-c", ENDED, str(path), "asked"]
    assert subprocess.run(command, env=environment, check=False, timeout=120).returncode == 0
    assert listed() == [path]
    assert load_document(path).assessment.profile.title == "Typed just now"
