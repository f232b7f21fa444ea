"""Which file this is, and where; another name, another place; and a file that somebody moved."""

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from nttp_readiness import resources
from nttp_readiness.address import Address, Page
from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.account import settings
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.documents import locks
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.keeping import backups, recovery
from nttp_readiness.ui.shell import file_commands
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.widgets.prose import Prose


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    document = folders.documents() / "Housing mine.readiness"
    document.parent.mkdir(parents=True)
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


def note(path):
    return load_document(path).assessment.answer("LEA-1").note


def said(window):
    return window.open_document.workbook._notice.accessibleName()


def all_files(tmp_path):
    return sorted(
        each.name for each in tmp_path.rglob("*.readiness") if "home/data" not in each.as_posix()
    )


def page(window, *, rename=False):
    return file_commands.show(window, rename=rename)


# ---- said


def test_the_title_says_which_file_and_where(window, path):
    assert "in Documents as Housing mine" in window.windowTitle()
    assert window.windowTitle().endswith("– NTTP Readiness")


def test_prepare_says_which_file_and_where_and_leads_to_its_page(window):
    window.go_to(Address(Page.PREPARE))
    panel = window.open_document.prepare._panel
    texts = " ".join(each.plain() for each in panel.findChildren(Prose))
    assert "In one file, “Housing mine.readiness”. It is in your Documents folder." in texts
    window.open_document.prepare.file.click()
    assert window._stack.overlay.topic == "file"


def test_the_page_names_it_and_its_folder_in_plain_words(window, path):
    content = page(window)
    assert content._name.plain() == "Housing mine.readiness"
    assert content._place.plain() == "It is in your Documents folder."
    assert content._whole.plain() == str(path)


def test_without_a_file_the_page_says_so(window):
    window.open_sample()
    content = page(window)
    assert "no file yet" in content._name.plain()
    assert content.acts.isHidden()


# ---- another name


def test_another_name_takes_everything_along(window, path, tmp_path):
    assert write(window, "before")  # with a backup of the state before
    known = window.open_document.autosave.loaded().fingerprint
    content = page(window, rename=True)
    assert content.name.control.hasFocus() or not window.isActiveWindow()
    content.name.control.setText("Our spring review")
    QTest.keyClick(content.name.control, Qt.Key.Key_Return)
    to = path.with_name("Our spring review.readiness")
    assert window._stack.overlay is not None  # Enter does not leave the page as well
    assert all_files(tmp_path) == [to.name]
    assert "is now called" in content._said.plain()
    assert content._name.plain() == to.name
    assert "as Our spring review" in window.windowTitle()
    assert [each.path for each in settings.load().recent] == [to]
    after = load_document(to)
    assert after.fingerprint == known
    assert after.fingerprint.earlier == known.earlier != ()
    assert locks.lock_file(to).exists()
    assert not locks.lock_file(path).exists()
    assert write(window, "after")
    assert note(to) == "after"
    assert backups.backups(after.assessment.id)
    window.close()
    assert recovery.recoverable() == []
    assert all_files(tmp_path) == [to.name]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("taken", "already has this name"),
        ("a/b", "cannot hold"),
        ("what?", "cannot hold"),
        ("", "Write a name"),
        ("CON", "keeps this name"),
    ],
)
def test_a_name_that_cannot_be_is_said_at_the_field(window, path, typed, words):
    other = path.with_name("taken.readiness")
    other.write_bytes(b"somebody's")
    content = page(window, rename=True)
    content.name.control.setText(typed)
    content.rename_button.click()
    assert words in content.name.error
    assert path.exists()
    assert other.read_bytes() == b"somebody's"
    assert write(window, "goes on")
    assert note(path) == "goes on"


def test_what_another_computer_has_open_keeps_its_name(window, path, monkeypatch):
    now = locks._now()
    held = locks.Holder("morag", "lap-7", 1, now, now)
    monkeypatch.setattr(locks, "holder", lambda *_a, **_k: held)
    content = page(window, rename=True)
    content.name.control.setText("Mine now")
    content.rename_button.click()
    assert "morag has this file open on lap-7" in content.name.error
    assert path.exists()


# ---- another place


def test_another_folder_takes_everything_along(window, path, tmp_path, monkeypatch):
    there = tmp_path / "shared drive"
    there.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(there))
    assert write(window, "before")
    window.documents.move_file()
    to = there / path.name
    assert all_files(tmp_path) == [to.name]
    assert "is now called" in said(window)
    assert "shared drive" in window.windowTitle()
    assert [each.path for each in settings.load().recent] == [to]
    assert write(window, "after")
    assert note(to) == "after"
    assert not path.exists()


def test_a_folder_that_holds_such_a_name_keeps_its_file(window, path, tmp_path, monkeypatch):
    there = tmp_path / "shared drive"
    there.mkdir()
    (there / path.name).write_bytes(b"somebody's")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(there))
    content = page(window)
    content.move_button.click()
    assert "already has this name" in content._said.plain()
    assert (there / path.name).read_bytes() == b"somebody's"
    assert write(window, "here")
    assert note(path) == "here"


def test_its_folder_is_shown(window, path, monkeypatch):
    shown: list[Path] = []

    def show(url: QUrl) -> bool:
        shown.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    window.documents.show_folder()
    assert shown == [path.parent]


# ---- moved by somebody else while it is open


def test_a_file_that_was_moved_is_followed_and_said(window, path, tmp_path):
    to = folders.documents() / "Archive" / "2026" / path.name
    to.parent.mkdir(parents=True)
    path.replace(to)
    assert write(window, "typed after it")
    assert all_files(tmp_path) == [to.name]
    assert note(to) == "typed after it"
    assert "The file was moved" in said(window)
    assert "“Archive” › “2026”" in said(window)
    assert [each.path for each in settings.load().recent] == [to]


def test_where_nobody_can_tell_it_is_asked_and_no_second_one_is_written(
    window, path, tmp_path, monkeypatch
):
    far = tmp_path / "a" / "b" / "c" / "d" / "e" / path.name
    far.parent.mkdir(parents=True)
    path.replace(far)
    assert not write(window, "kept")
    assert "no longer in the folder" in said(window)
    assert not path.exists()
    assert window.open_document.autosave.words() == "Not saved"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(far), ""))
    window.open_document.workbook._notice.pressed.emit()
    assert window.open_document.autosave.save_now()
    assert note(far) == "kept"
    assert all_files(tmp_path) == [far.name]
    assert [each.path for each in settings.load().recent] == [far]


def test_another_assessment_is_not_taken_for_it(window, path, tmp_path, monkeypatch):
    other = path.with_name("other.readiness")
    made = edits.of_its_own(load_document(path).assessment)
    save_document(other, made, expected=None)
    before = other.read_bytes()
    path.unlink()
    assert not write(window, "kept")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(other), ""))
    window.open_document.workbook._notice.pressed.emit()
    QApplication.processEvents()
    assert "is not this assessment" in window._notice.accessibleName()
    assert other.read_bytes() == before


def test_what_somebody_changed_where_it_is_now_is_not_written_over(
    window, path, tmp_path, monkeypatch
):
    far = tmp_path / "a" / "b" / "c" / "d" / "e" / path.name
    far.parent.mkdir(parents=True)
    path.replace(far)
    found = load_document(far)
    theirs = edits.write_beside(found.assessment, "LEA-2", note="theirs")
    save_document(far, theirs, expected=found.fingerprint)
    assert not write(window, "mine")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(far), ""))
    window.open_document.workbook._notice.pressed.emit()
    assert not window.open_document.autosave.save_now()
    assert window.open_document.autosave.state == "elsewhere"
    window.open_document.workbook._notice.pressed.emit()  # put both together
    after = load_document(far).assessment
    assert after.answer("LEA-1").note == "mine"
    assert after.answer("LEA-2").note == "theirs"


def test_it_is_written_here_again_where_somebody_wants_that(window, path, tmp_path):
    path.unlink()
    assert not write(window, "kept")
    window.open_document.workbook._notice.other_pressed.emit()
    assert window.open_document.autosave.save_now()
    assert note(path) == "kept"
    assert load_document(path).fingerprint.earlier


def test_closing_keeps_what_has_no_file_now(window, path):
    path.unlink()
    window.open_document.session.attempt("Note", edits.write_beside, "LEA-1", note="kept")
    assert not window.close()
    assert window.close()
    kept = recovery.recoverable()
    assert [each.state for each in kept] == ["file_gone"]
    assert note(kept[0].copy) == "kept"


def test_a_copy_beside_it_is_not_taken_for_the_file_that_went(window, path, tmp_path):
    copy = path.with_name("my copy.readiness")
    shutil.copy(path, copy)
    before = copy.read_bytes()
    path.unlink()
    if os.name != "nt":
        assert not write(window, "kept")
        assert copy.read_bytes() == before
