"""Renamed, read-only, dropped: the work goes on in the right file. And screens that go away."""

import os

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from nttp_readiness import resources
from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.account import settings as stored
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.ui.shell import window_place
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.shell.recovery.delete_content import DeleteContent


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    document = tmp_path / "sent" / "Housing mine.readiness"
    document.parent.mkdir()
    sample = load_document(resources.assets() / "samples" / "council-service.readiness")
    save_document(document, sample.assessment, expected=None)
    return document


@pytest.fixture
def window(look, qtbot, path):
    made = MainWindow(look, Settings())
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.open_file(path)
    yield made
    made.close_after_crash()


def write(window, words):
    window.open_document.session.attempt("Note", edits.write_beside, "LEA-1", note=words)
    return window.open_document.autosave.save_now()


def test_a_file_that_was_renamed_is_followed_and_said(window, path):
    renamed = path.rename(path.with_name("Renamed.readiness"))
    assert write(window, "typed after it")
    assert [each.name for each in path.parent.glob("*.readiness")] == ["Renamed.readiness"]
    assert load_document(renamed).assessment.answer("LEA-1").note == "typed after it"
    assert window.open_document.autosave.path == renamed
    assert "Renamed.readiness" in window.open_document.workbook._notice.accessibleName()
    assert write(window, "and once more")
    assert load_document(renamed).assessment.answer("LEA-1").note == "and once more"


def test_another_file_of_the_assessment_is_not_taken_for_it(window, path):
    """Somebody's own copy holds other bytes: nothing is written there, nor a second file."""
    own = path.with_name("my copy.readiness")
    loaded = load_document(path)
    save_document(own, edits.write_beside(loaded.assessment, "LEA-1", note="mine"), expected=None)
    path.unlink()
    assert not write(window, "here")
    assert load_document(own).assessment.answer("LEA-1").note == "mine"
    assert not path.exists()
    assert "no longer in the folder" in window.open_document.workbook._notice.accessibleName()


def test_a_copy_of_a_read_only_file_is_offered_a_place_that_can_be_written(
    window, path, monkeypatch
):
    plain = os.access

    def refused(place, mode, **more):
        return False if str(place).startswith(str(path.parent)) else plain(place, mode, **more)

    assert window.open_document.suggested_path() == path
    monkeypatch.setattr(os, "access", refused)  # root may write everywhere
    suggested = window.open_document.suggested_path()
    assert suggested.parent != path.parent
    assert not suggested.exists()


def test_an_assessment_that_is_dropped_on_the_window_is_opened(window, path, qtbot):
    other = path.with_name("other.readiness")
    made = edits.of_its_own(load_document(path).assessment)
    save_document(other, edits.set_profile(made, title="The other"), expected=None)

    def drop(*files):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(each)) for each in files])
        event = QDropEvent(
            QPointF(50, 50), Qt.DropAction.CopyAction, data,
            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        window.dropEvent(event)

    drop(path.with_name("a.pdf"))
    drop(other, path)
    assert window.documents._opening is None  # neither is asked for
    assert window.open_document.session.assessment.profile.title != "The other"
    drop(other)
    qtbot.waitUntil(lambda: window.open_document.autosave.path == other)
    assert window.open_document.session.assessment.profile.title == "The other"


@pytest.mark.skipif(os.name == "nt", reason="Windows wants a right for symbolic links")
def test_what_is_deleted_through_a_link_is_in_no_list(window, path):
    """It had been opened by its own name before, and stood on the start page under it."""
    link = path.with_name("on the desktop.readiness")
    link.symlink_to(path)
    window.open_file(link)
    assert {path, link} <= {each.path for each in window.settings.recent}
    window.delete()
    window.findChild(DeleteContent).confirmed.emit()
    assert not path.exists()
    assert stored.load().recent == window.settings.recent == ()


@pytest.mark.parametrize(
    "room",
    [QRect(0, 0, 1366, 728), QRect(0, 0, 911, 472), QRect(-1920, 0, 1920, 1080)],
    ids=["another screen", "a small one", "one at the left"],
)
@pytest.mark.parametrize("place", [(3000, 200), (-50, -20), (400, 1900)])
def test_when_the_screens_change_the_whole_frame_is_on_one(window, monkeypatch, room, place):
    """The dock went, and with it the screen on which the window was."""
    window.move(QPoint(*place))
    monkeypatch.setattr(window_place, "_room_for", lambda _frame: room)
    window_place.fit(window)
    assert room.contains(window.frameGeometry())


def test_a_screen_that_comes_or_goes_is_heard(window, monkeypatch, qtbot, qapp):
    fitted: list[object] = []
    monkeypatch.setattr(window_place, "fit", fitted.append)
    qapp.primaryScreenChanged.emit(qapp.primaryScreen())
    qtbot.waitUntil(lambda: window in fitted)


def test_a_first_start_that_the_system_placed_partly_out_of_sight_is_moved_into_it(look, qtbot):
    """Windows sets each new window lower than the one before."""
    shown = MainWindow(look, Settings())
    qtbot.addWidget(shown)
    shown.show()
    room = shown.screen().availableGeometry()
    shown.move(room.left() + 30, room.bottom() - 100)
    qtbot.waitUntil(lambda: room.contains(shown.frameGeometry()))
    shown.put_away()


def test_full_screen_is_left_by_escape_and_not_remembered(window, look, qtbot):
    window.toggle_full_screen()
    assert "Esc" in window._notice.accessibleName()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert window._notice.isHidden()
    window.toggle_full_screen()
    stored = window_place.words(window)
    window.toggle_full_screen()
    other = QWidget()
    qtbot.addWidget(other)
    window_place.restore(other, stored)
    assert not other.isFullScreen()
