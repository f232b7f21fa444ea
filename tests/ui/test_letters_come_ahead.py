"""On Windows the modules of the window are loaded while Qt looks at the system's typefaces."""

import gc
import os
import subprocess
import sys

import pytest

from nttp_readiness.app import start
from nttp_readiness.ui import letters_ahead
from nttp_readiness.ui.shell import application

BESIDE = """
import sys, threading
from nttp_readiness.ui import letters_ahead
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel
loaded_by, shown_by, shown = [], [], threading.Event()
class Finder:
    def find_spec(self, name, path, target=None):
        if name == "nttp_readiness.ui.shell.application":
            assert shown.wait(20), "one waits for the other"
            loaded_by.append(threading.current_thread())
sys.meta_path.insert(0, Finder())
class Label(QLabel):
    def event(self, event):
        if event.type() == QEvent.Type.Show:
            shown_by.append(threading.current_thread())
            shown.set()
        return super().event(event)
letters_ahead.QLabel = Label
app = letters_ahead.begin("nttp_readiness.ui.shell.application")
here = threading.main_thread()
assert loaded_by and loaded_by[0] is not here, loaded_by
assert shown_by == [here], shown_by
assert not any(each.isVisible() for each in app.allWidgets()), "something stays on the screen"
ended = []
app.lastWindowClosed.connect(lambda: ended.append(1))
"""
AND_ON = """
from PySide6.QtCore import QTimer
from nttp_readiness.ui.shell import application, main_window
seen = []
def look():
    seen.extend(each for each in app.topLevelWidgets() if each.isVisible())
    seen[0].close()
QTimer.singleShot(1500, look)
status = application.run(None, app)
assert status == 0 and len(seen) == 1, (status, seen)
assert isinstance(seen[0], main_window.MainWindow), seen
"""


def run(script, tmp_path):
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=120,
        env={**os.environ, "NTTP_READINESS_HOME": str(tmp_path)},
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr


def test_the_window_opens_with_modules_that_another_thread_loaded(tmp_path):
    run(BESIDE + AND_ON, tmp_path)


def test_a_module_that_cannot_be_loaded_fails_where_it_is_asked_for(tmp_path):
    (tmp_path / "broken.py").write_text("raise ValueError('not here')", encoding="utf-8")
    run(
        f"""
import sys
sys.path.insert(0, {str(tmp_path)!r})
from nttp_readiness.ui import letters_ahead
letters_ahead.begin("broken")
try:
    import broken
except ValueError as error:
    assert "not here" in str(error)
else:
    raise AssertionError("it was taken for loaded")
""",
        tmp_path,
    )


@pytest.mark.parametrize(("system", "ahead"), [("win32", True), ("linux", False)])
def test_only_windows_is_slow_enough_for_it(monkeypatch, system, ahead):
    begun = object()
    given: list[object] = []

    def begin(module):
        given.append(module)
        return begun

    def opened(path, app):
        given.append((path, app))
        return 0

    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(start, "has_screen", lambda: True)
    monkeypatch.setattr(gc, "disable", lambda: None)
    monkeypatch.setattr(letters_ahead, "begin", begin)
    monkeypatch.setattr(application, "run", opened)
    assert start.main([]) == 0
    name = "nttp_readiness.ui.shell.application"
    assert given == ([name, (None, begun)] if ahead else [(None, None)])
