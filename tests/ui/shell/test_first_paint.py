"""What a document needs is loaded once the start page is on the screen, and not before."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QWidget

from nttp_readiness.ui.shell import first_paint
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


def test_it_waits_for_the_paint_however_often_the_loop_turns(qtbot):
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
