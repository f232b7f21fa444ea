"""What a document needs is loaded once the start page is on the screen, and not before."""

import inspect

from PySide6.QtWidgets import QWidget

from nttp_readiness.ui.shell import application, first_paint
from nttp_readiness.ui.shell.first_paint import FirstPaint


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


def test_the_start_of_the_program_waits_for_it():
    started = inspect.getsource(application.run)
    assert "FirstPaint(window, go_on)" in started
    assert "singleShot" not in started
