"""When the program itself goes wrong, the work is kept, and the person is told what is safe."""

import sys
import threading
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer, qCritical, qWarning
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nttp_readiness import resources
from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.account import settings as stored
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.keeping import recovery
from nttp_readiness.ui.document import file_writer
from nttp_readiness.ui.shell import crash
from nttp_readiness.ui.shell.main_window import MainWindow
from tests.ui.next_start import recoverable

CANARY = "kestrel-over-the-machair"


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(crash, "RESERVE", 1024)
    document = tmp_path / "Ours.readiness"
    sample = load_document(resources.assets() / "samples" / "council-service.readiness")
    save_document(document, sample.assessment, expected=None)
    return document


@pytest.fixture
def window(look, qtbot, path):
    shown: Any = MainWindow(look, Settings())
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.open_file(path)
    shown.crashes = crash.CrashHandler(shown)
    hooks = sys.excepthook, threading.excepthook
    shown.crashes.install()
    yield shown
    shown.crashes.uninstall()
    sys.excepthook, threading.excepthook = hooks
    if shown.crashes.dialog is not None:
        shown.crashes.dialog.reject()
    shown.close_after_crash()


def type_canary(window):
    session = window.open_document.session
    for keeping in (window.open_document.autosave, window.open_document.autosave.recovery_writer):
        keeping.pacer.happened(
            "kept"
        )  # no older change is overdue, or this one would be kept at once
    session.attempt("Note", edits.write_beside, "LEA-1", note=CANARY)
    # The moment in which nothing is kept yet. The dialog that tells of the crash takes the focus,
    # and a window that loses it saves its file: what is kept is to be the crash's own doing alone.
    window.open_document.autosave.save_at_once = lambda: None
    window.open_document.autosave.pacer.happened("held")
    window.open_document.autosave.recovery_writer.pacer.happened("held")


def crash_in_slot(error, qtbot, window):
    def slot():
        raise error

    QTimer.singleShot(0, slot)
    qtbot.waitUntil(lambda: window.crashes.dialog is not None)
    return window.crashes.dialog


def reports():
    return "".join(each.read_text() for each in folders.logs().glob("crash-*.txt"))


def recovered():
    return [load_document(each.copy).assessment.answer("LEA-1").note for each in recoverable()]


@pytest.mark.parametrize("error", [ValueError(CANARY), MemoryError(CANARY), RecursionError(CANARY)])
def test_a_crash_in_a_slot_keeps_the_work_and_reports_no_word_of_it(window, qtbot, error, capsys):
    type_canary(window)
    assert recovered() == []
    dialog = crash_in_slot(error, qtbot, window)
    assert recovered() == [CANARY]
    assert type(error).__name__ in reports()
    assert f"{__name__}:" in reports()
    assert CANARY not in reports() + capsys.readouterr().err
    assert "What you typed is safe" in dialog.words.plain()


def test_a_crash_in_a_worker_keeps_the_work_too(window, qtbot):
    type_canary(window)

    def work():
        raise ValueError(CANARY)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert recovered() == [CANARY]
    qtbot.waitUntil(lambda: window.crashes.dialog is not None)
    assert "in worker" in reports()


def test_a_crash_while_saving_is_told_and_the_next_save_is_tried(window, qtbot, path, monkeypatch):
    def broken(*_arguments, **_keywords):
        raise MemoryError(CANARY)

    type_canary(window)
    with monkeypatch.context() as patch:
        patch.setattr(file_writer, "save_document", broken)
        window.open_document.autosave.save_soon()
        qtbot.waitUntil(lambda: window.crashes.dialog is not None)
    assert window.open_document.autosave.state == "trouble"
    assert recovered() == [CANARY]
    assert window.open_document.autosave.save_now()
    assert load_document(path).assessment.answer("LEA-1").note == CANARY


def test_going_on_by_keyboard_leaves_everything_as_it_was(window, qtbot):
    type_canary(window)
    before = window.open_document.session.assessment
    dialog = crash_in_slot(ValueError(), qtbot, window)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.go_on)
    QTest.keyClick(dialog.go_on, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.crashes.dialog is None)
    assert window.open_document.session.assessment is before
    assert window.isVisible()


def test_closing_by_keyboard_saves_where_it_still_can(window, qtbot, path):
    type_canary(window)
    dialog = crash_in_slot(ValueError(), qtbot, window)
    QTest.keyClick(dialog.go_on, Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert load_document(path).assessment.answer("LEA-1").note == CANARY
    assert recoverable() == []


def test_closing_where_nothing_can_be_saved_leaves_the_work_for_the_next_start(
    window, qtbot, look, path, monkeypatch
):
    def broken(*_arguments, **_keywords):
        raise OSError(CANARY)

    type_canary(window)
    with monkeypatch.context() as patch:
        patch.setattr(file_writer, "save_document", broken)
        crash_in_slot(ValueError(), qtbot, window).accept()
        qtbot.waitUntil(lambda: not window.isVisible())
    assert recovered() == [CANARY]
    [found] = recoverable()
    assert (found.path, found.state) == (path, "newer")
    again = MainWindow(look, stored.load())
    qtbot.addWidget(again)
    again.show()
    assert recovered() == [CANARY]  # starting again does not sweep it away


def test_the_same_fault_is_told_once_and_reported_at_most_twenty_times(window, qtbot):
    def slot():
        raise ValueError

    fallen = []

    def last():
        fallen.append(True)

    for _ in range(30):
        QTimer.singleShot(0, slot)
    QTimer.singleShot(0, last)
    qtbot.waitUntil(lambda: bool(fallen) and window.crashes.dialog is not None)
    dialog = window.crashes.dialog
    dialog.reject()
    QTimer.singleShot(0, slot)
    qtbot.wait(50)
    assert window.crashes.dialog is None
    assert len(list(folders.logs().glob("crash-*.txt"))) == 20


def test_where_no_copy_can_be_made_the_person_is_asked_to_save_one(window, qtbot, monkeypatch):
    def full(*_arguments, **_keywords):
        raise OSError(28, CANARY)

    monkeypatch.setattr(recovery, "keep", full)
    type_canary(window)
    dialog = crash_in_slot(ValueError(), qtbot, window)
    assert "no copy of it could be made" in dialog.words.plain()
    assert CANARY not in reports()


def test_what_qt_says_is_kept_without_its_words(window, capsys):
    qWarning(CANARY)
    assert reports() == ""
    qCritical(CANARY)
    assert "Qt QtCriticalMsg" in reports()
    assert CANARY not in reports() + capsys.readouterr().err


def test_an_untouched_sample_leaves_no_copy(window, qtbot):
    window.open_sample()
    crash_in_slot(ValueError(), qtbot, window)
    assert recoverable() == []


def test_memory_is_set_aside_when_it_is_asked_for_and_given_back_in_a_crash(window, qtbot):
    assert window.crashes._reserve is None  # a window that is not painted yet has nothing to lose
    window.crashes.set_aside()
    held = window.crashes._reserve
    assert len(held) == crash.RESERVE
    window.crashes.set_aside()
    assert window.crashes._reserve is held
    given_back = []

    def rescue() -> bool:
        given_back.append(window.crashes._reserve is None)
        return True

    window.crashes._rescue = rescue
    crash_in_slot(MemoryError(), qtbot, window)
    assert given_back == [True]
    assert len(window.crashes._reserve) == crash.RESERVE  # for the next time
