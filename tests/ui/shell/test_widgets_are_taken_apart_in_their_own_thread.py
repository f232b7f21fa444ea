"""A thread that makes files must never be the one that takes a closed document's widgets apart."""

import gc
import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from nttp_readiness.ui.shell import garbage_timer
from nttp_readiness.ui.shell.garbage_timer import GarbageTimer

WINDOWS = """
import faulthandler, itertools, os, sys, tempfile

faulthandler.enable()
os.environ["NTTP_READINESS_HOME"] = tempfile.mkdtemp()
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from nttp_readiness.address import Address, Page
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.ui.shell.application import make_look
from nttp_readiness.ui.shell.main_window import MainWindow

look = make_look(QApplication(sys.argv[:1]))
waits = itertools.cycle((0, 5, 30, 100, 300, 800, 1500))
for number in range(int(sys.argv[1])):
    window = MainWindow(look, Settings())
    window.show()
    window.open_sample()
    window.open_document.workbook.show_address(Address(Page.SHARE))
    QTest.qWait(next(waits))
    if number % 2:
        window.close_document()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del window
print("all taken apart")
"""


class Told:
    """A part of a cycle; says in which thread it was taken apart."""

    def __init__(self, threads):
        self.threads, self.itself = threads, self

    def __del__(self):
        self.threads.append(threading.current_thread())


def churn():
    """Work that makes many cycles, as laying out a document does."""
    for _ in range(200_000):
        cycle: list[object] = []
        cycle.append(cycle)


def work():
    worker = threading.Thread(target=churn)
    worker.start()
    worker.join()
    return worker


@pytest.fixture
def at_once():
    """Python's own search, as it is by itself."""
    gc.collect()
    gc.enable()
    yield
    gc.disable()


def test_by_itself_python_takes_cycles_apart_in_the_thread_that_allocates(at_once):
    threads: list[object] = []
    Told(threads)
    assert work() in threads


def test_with_windows_the_thread_that_allocates_takes_nothing_apart(at_once, qapp):
    threads: list[object] = []
    owner = QObject()
    GarbageTimer(owner)
    Told(threads)
    work()
    assert threads == []
    garbage_timer.tidy()
    assert threads == [threading.main_thread()]


def test_the_window_looks_for_rubbish_by_itself(at_once, qtbot, monkeypatch):
    monkeypatch.setattr(garbage_timer, "EVERY_MS", 1)
    threads: list[object] = []
    owner = QObject()
    GarbageTimer(owner)
    Told(threads)
    for _ in range(5_000):
        cycle: list[object] = []
        cycle.append(cycle)
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.main_thread()]


def test_python_looks_by_itself_again_when_there_are_no_windows_any_more(at_once, qapp):
    owner = QObject()
    GarbageTimer(owner)
    assert not gc.isenabled()
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
    assert gc.isenabled()


def windows(count, seconds):
    return subprocess.run(
        [sys.executable, "-c", WINDOWS, str(count)],
        check=False, capture_output=True, text=True, timeout=seconds,
    )  # fmt: skip


def test_windows_can_be_taken_apart_while_their_preview_is_made():
    said = windows(7, 600)
    assert (said.returncode, said.stdout.strip()) == (0, "all taken apart"), said.stderr[-2000:]


@pytest.mark.long
def test_two_hundred_windows_can_be_taken_apart_while_their_preview_is_made():
    said = windows(200, 2400)
    assert (said.returncode, said.stdout.strip()) == (0, "all taken apart"), said.stderr[-2000:]


SEARCHED = """
import gc, os, sys, tempfile, time
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["NTTP_READINESS_HOME"] = tempfile.mkdtemp()
from PySide6.QtWidgets import QApplication
from nttp_readiness.ui.shell.application import make_window
from nttp_readiness.ui.shell.warm_up import WarmUp
app = QApplication([])
window = make_window(app)
window.show()
before = gc.get_freeze_count()
window.warm_up()
app.processEvents()
window.findChild(WarmUp).done.connect(app.quit)
app.exec()
left_out, searched = gc.get_freeze_count(), len(gc.get_objects())
window.open_sample()
for _ in range(20):
    app.processEvents()
window.close_document()
print(before, left_out, searched, gc.get_freeze_count(), flush=True)
os._exit(0)
"""


def test_what_is_loaded_is_looked_through_no_more_and_no_document_is_among_it():
    done = subprocess.run(
        [sys.executable, "-c", SEARCHED], capture_output=True, text=True, check=True
    )
    before, left_out, searched, afterwards = map(int, done.stdout.split())
    assert before == 0
    assert left_out > 30_000
    assert searched < left_out / 4
    assert left_out - 1_000 < afterwards <= left_out  # once, whatever is opened later


def test_nothing_is_left_out_where_python_searches_by_itself(at_once):
    gc.unfreeze()
    garbage_timer.leave_out_what_is_loaded()
    assert gc.get_freeze_count() == 0
