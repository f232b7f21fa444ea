"""What a document needs is loaded once the start page is on the screen, and not before."""

import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

from PySide6.QtWidgets import QWidget

from nttp_readiness.ui.shell import application, first_paint
from nttp_readiness.ui.shell.first_paint import FirstPaint

ROOT = Path(__file__).resolve().parents[3]


class Painted(QWidget):
    """Notes when it is painted, in the list of all that happens."""

    def __init__(self, happened):
        super().__init__()
        self._happened = happened

    def paintEvent(self, event):
        self._happened.append("painted")
        super().paintEvent(event)


def test_it_waits_for_the_paint_however_often_the_loop_turns(qtbot, monkeypatch):
    monkeypatch.setattr(first_paint, "_SHOWN", 0)  # else what comes too soon comes after the test
    happened: list[str] = []
    widget = Painted(happened)
    qtbot.addWidget(widget)
    FirstPaint(widget, lambda: happened.append("done"))
    qtbot.wait(60)  # many turns of the loop, and several looks
    assert happened == []
    widget.show()
    qtbot.waitUntil(lambda: "done" in happened)
    assert happened[0] == "painted"
    assert happened.count("done") == 1
    qtbot.wait(60)
    assert happened.count("done") == 1


def test_a_window_that_is_never_painted_is_not_waited_for_for_ever(qtbot, monkeypatch):
    monkeypatch.setattr(first_paint, "_LATEST", 20)
    done: list[int] = []
    widget = QWidget()
    qtbot.addWidget(widget)
    FirstPaint(widget, lambda: done.append(1))
    qtbot.waitUntil(lambda: done == [1])


SLOW_SCREEN = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from nttp_readiness.ui.shell import application, main_window

class Window(main_window.MainWindow):
    def show(self):
        QTimer.singleShot(150, super().show)  # the window system takes its time

    def warm_up(self):
        handle = self.windowHandle()
        print("exposed" if handle is not None and handle.isExposed() else "black")
        QTimer.singleShot(0, QApplication.quit)

application.MainWindow = Window
sys.argv = sys.argv[:1]
sys.exit(application.run())
"""


GIVEN = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from nttp_readiness.ui.shell import application, main_window

class Window(main_window.MainWindow):
    def show(self):
        print("shown with", self.open_document is not None)
        super().show()

    def warm_up(self):
        QTimer.singleShot(200, self.look_at)

    def look_at(self):
        shown = self.open_document is not None and self.open_document.workbook.isVisible()
        print("then", shown, self.start.isVisible(), self.isVisible())
        print(self.open_document and self.open_document.autosave.path)
        QApplication.exit()

application.MainWindow = Window
sys.exit(application.run(sys.argv[1]))
"""


def given(tmp_path, file, *, where=ROOT):
    done = subprocess.run(
        [sys.executable, "-c", GIVEN, str(file)],
        cwd=where,
        env={
            **os.environ,
            "NTTP_READINESS_HOME": str(tmp_path),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
        },
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return done.stdout.split("\n")[:3]


def test_a_document_that_the_program_is_started_with_is_what_is_painted_first(tmp_path):
    file = tmp_path / "one.readiness"
    shutil.copyfile(ROOT / "assets" / "samples" / "council-service.readiness", file)
    assert given(tmp_path, file) == ["shown with True", "then True False True", str(file)]


def test_the_list_knows_the_whole_path_of_one_that_was_named_from_where_one_is(tmp_path):
    """Started from another folder the program did not find it again."""
    file = tmp_path / "one.readiness"
    shutil.copyfile(ROOT / "assets" / "samples" / "council-service.readiness", file)
    assert given(tmp_path, file.name, where=tmp_path)[2] == str(file)


def test_one_that_cannot_be_opened_leaves_the_start_page_with_a_sentence(tmp_path):
    file = tmp_path / "one.readiness"
    file.write_bytes(b"nothing of the kind")
    assert given(tmp_path, file) == ["shown with False", "then False True True", "None"]


def test_a_drive_that_does_not_answer_does_not_keep_the_window_away(monkeypatch):
    assert application._answers(ROOT / "README.md")
    pulled = threading.Event()

    def silent(_path):
        pulled.wait(60)
        raise OSError

    monkeypatch.setattr(application, "open_to_read", silent)
    begun, before = time.monotonic(), set(threading.enumerate())
    assert not application._answers(ROOT / "README.md")
    assert time.monotonic() - begun < 5
    pulled.set()  # or what asks would end in the middle of another test
    for each in set(threading.enumerate()) - before:
        each.join(10)


def test_the_start_of_the_program_waits_for_a_window_system_that_takes_its_time(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", SLOW_SCREEN],
        cwd=ROOT,
        env={**os.environ, "NTTP_READINESS_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert done.stdout.strip() == "exposed"
