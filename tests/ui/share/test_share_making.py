"""Files are made beside the window: it never waits, and what is old never comes."""

import datetime as dt
import gc
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from nttp_readiness.errors import ExportError
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.reports.pdf.pdfium import LOCK
from nttp_readiness.ui.share import export_cache
from nttp_readiness.ui.theme.accessibility import announce  # noqa: F401 - loads what pages load
from nttp_readiness.ui.widgets.prose import Prose

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def slow(monkeypatch):
    """The making of files waits at its first step until `go` is set; `begun` holds the forms."""
    real, go, begun = forms.make, threading.Event(), []

    def make(request, *, progress):
        begun.append(request.form)
        progress(5)
        go.wait(10)
        progress(10)
        return real(request, progress=progress)

    monkeypatch.setattr(forms, "make", make)
    make.go, make.begun = go, begun  # type: ignore[attr-defined]
    yield make
    go.set()


def said(page):
    return [each.plain() for each in page.book.findChildren(Prose) if each.isVisible()]


def test_the_window_goes_on_while_a_file_is_made(open_page, qtbot, slow, made):
    page = open_page()
    ticks = []
    timer = QTimer()
    timer.setInterval(5)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start()
    qtbot.waitUntil(lambda: slow.begun and len(ticks) > 5)
    assert page.made_now is None
    slow.go.set()
    made(page)


def test_a_newer_request_takes_the_place_of_an_older_one(open_page, qtbot, slow, made):
    page = open_page("share/plan")
    qtbot.waitUntil(lambda: slow.begun == ["plan"])
    came = []
    page.maker.made.connect(lambda one: came.append(one.request.form))
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    slow.go.set()
    assert made(page).request.form == "board"
    assert came == ["board"]
    assert slow.begun == ["plan", "board"]  # what lay between was not even begun


def test_a_file_that_was_ready_but_not_yet_taken_is_superseded_too(open_page, made):
    page = open_page("share/one-page")
    made(page)
    came = []
    page.maker.made.connect(lambda one: came.append(one.request.form))
    page.choices.choose("card")
    page.refresh()
    page.maker._worker.submit(int).result()  # the card is ready, and its word waits to be heard
    page.choices.choose("one-page")
    page.refresh()
    assert made(page).request.form == "one-page"
    assert came == ["one-page"]


def test_what_takes_long_says_how_far_it_is_and_can_be_stopped(
    open_page, qtbot, slow, button, made
):
    page = open_page()
    qtbot.waitUntil(lambda: "Making the pages: 5 %" in said(page))
    assert not button(page, "Print").isEnabled()
    cancel = button(page, "Cancel")
    cancel.setFocus()
    qtbot.keyClick(cancel, Qt.Key.Key_Space)
    assert "The preview was stopped." in said(page)
    again = button(page, "Make the preview")
    assert again.hasFocus()
    slow.go.set()
    qtbot.keyClick(again, Qt.Key.Key_Space)
    made(page, 1)
    assert "The preview was stopped." not in said(page)
    assert button(page, "Print").isEnabled()


def test_what_cannot_be_made_says_why_in_the_page(open_page, qtbot, monkeypatch, made):
    def too_much(*_, **__):
        raise ExportError("This is too much for one page.", cure="Please shorten it.")

    with monkeypatch.context() as fault:
        fault.setattr(forms, "make", too_much)
        page = open_page()
        qtbot.waitUntil(lambda: page.outcome.words() != "")
        assert page.outcome.words() == "This is too much for one page. Please shorten it."
        assert "There are no pages to show." in said(page)
    qtbot.keyClick(page.choices.grey, Qt.Key.Key_Space)
    made(page)
    assert page.outcome.words() == ""


def test_a_fault_of_the_program_is_told_and_not_swallowed(open_page, qtbot, monkeypatch):
    def broken(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr(forms, "make", broken)
    with qtbot.captureExceptions() as raised:
        page = open_page()
        qtbot.waitUntil(lambda: page.outcome.words() != "")
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    assert "Your assessment is safe" in page.outcome.words()


def test_a_page_that_is_closed_while_its_file_is_made_leaves_nothing_behind(open_page, qtbot, slow):
    page = open_page()
    qtbot.waitUntil(lambda: len(slow.begun) == 1)
    before = [each for each in threading.enumerate() if each.name.startswith("share")]
    assert before
    page.book.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    slow.go.set()
    qtbot.waitUntil(lambda: not any(each.is_alive() for each in before))
    gc.collect()
    QApplication.processEvents()


LOADED = """
import os, sys, time
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication
from nttp_readiness import resources
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.ui.share.share_page import SharePage
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.document.session import Session
HEAVY = ("reportlab", "pypdfium2", "PySide6.QtPrintSupport")
def loaded():
    return [name for name in HEAVY if name in sys.modules]
app = QApplication([])
path = resources.assets() / "samples" / "council-service.readiness"
page = SharePage(Look(app), Session(load_document(path).assessment))
before = loaded()
page.open("one-page")
page.refresh()
end = time.monotonic() + 120
while page.made_now is None and time.monotonic() < end:
    app.processEvents()
    time.sleep(0.01)
print(before, loaded())
"""


def test_nothing_that_makes_files_is_loaded_before_a_file_is_made():
    done = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[] ['reportlab', 'pypdfium2']"


def test_no_widget_of_the_preview_is_without_a_parent(open_page):
    page = open_page(size=(911, 472))
    assert all(isinstance(each.parentWidget(), QWidget) for each in (page.preview, page.outcome))


def test_pages_are_drawn_under_the_lock_that_every_picture_holds(sample, monkeypatch):
    held = []
    real = export_cache._opened

    def noting(data):
        held.append(LOCK.locked())
        return real(data)

    monkeypatch.setattr(export_cache, "_opened", noting)
    request = ExportRequest(sample, "card", ".pdf", dt.date(2027, 3, 12))
    ours = export_cache.ExportCache()
    ours.make(request, lambda _percent: None)
    ours.clear()
    assert held == [True]
    assert not LOCK.locked()
