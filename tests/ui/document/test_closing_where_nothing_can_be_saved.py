"""Closing, copying and beginning where a disk is full or away: what is said is true."""

import pytest
from PySide6.QtWidgets import QApplication

from nttp_readiness.domain.editing import edits
from nttp_readiness.errors import SaveError
from nttp_readiness.storage.account import settings as stored
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.files.format_version import VERSION
from nttp_readiness.storage.keeping import backups, recovery
from nttp_readiness.ui.document import file_writer
from nttp_readiness.ui.shell import open_document
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.shell.recovery.delete_content import DeleteContent
from nttp_readiness.ui.widgets.save_dialog import with_its_suffix


@pytest.fixture
def path(tmp_path, monkeypatch, council):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    document = tmp_path / "Ours.readiness"
    save_document(document, council, expected=None)
    return document


@pytest.fixture
def window(look, qtbot, path):
    shown = MainWindow(look, stored.load())
    qtbot.addWidget(shown)
    shown.show()
    shown.open_file(path)
    yield shown
    shown.close_after_crash()


def write(window, note):
    window.open_document.session.attempt("Note", edits.write_beside, "LEA-1", note=note)


def full(*_arguments, **_keywords):
    raise SaveError("There is no room left on this disk.")


def said(window):
    QApplication.processEvents()
    return window._notice.accessibleName() if window._notice.isVisible() else ""


def test_with_a_recovery_copy_one_may_leave_it_at_that(window, monkeypatch):
    write(window, "typed")
    with monkeypatch.context() as patch:
        patch.setattr(file_writer, "save_document", full)
        assert not window.close()
        assert "could not be saved, so it stays open" in said(window)
        assert "no room left" in window.open_document.workbook._notice.accessibleName()
        assert "A recovery copy is kept" in said(window)
        assert window.close()
    [found] = recovery.recoverable()
    assert load_document(found.copy).assessment.answer("LEA-1").note == "typed"


def test_where_not_even_that_can_be_written_it_says_what_would_be_lost(window, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(recovery, "keep", full)  # before anything is typed: a copy is soon there
        write(window, "typed")
        patch.setattr(file_writer, "save_document", full)
        assert not window.close()
        assert "No recovery copy could be written" in said(window)
        assert "is lost" in said(window)
    assert window.close()  # there is room again
    assert load_document(window.settings.recent[0].path).assessment.answer("LEA-1").note == "typed"


def test_who_works_on_after_that_is_asked_again(window, monkeypatch):
    write(window, "typed")
    with monkeypatch.context() as patch:
        patch.setattr(file_writer, "save_document", full)
        assert not window.close()
        write(window, "and more")
        assert not window.close()


def test_a_save_that_failed_is_tried_again_though_nobody_types(window, qtbot, path, monkeypatch):
    window.open_document.autosave._again.setInterval(50)
    with monkeypatch.context() as patch:
        patch.setattr(file_writer, "save_document", full)
        write(window, "typed")
        qtbot.waitUntil(lambda: window.open_document.autosave.state == "trouble")
    qtbot.waitUntil(lambda: window.open_document.autosave.state == "saved")
    assert load_document(path).assessment.answer("LEA-1").note == "typed"


def test_a_new_document_whose_folder_cannot_be_made_says_so(window, qtbot, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr(folders, "documents", lambda: tmp_path / "file" / "Documents")
    window.new()
    write(window, "typed")
    assert not window.open_document.put_away()
    assert "cannot be reached" in window.open_document.autosave.problem
    assert "A recovery copy is kept" in window.open_document.stuck()


def test_a_name_without_its_suffix_never_meets_a_file_that_nobody_was_asked_about(tmp_path):
    (tmp_path / "Team v1.2.readiness").touch()
    for chosen, place in (
        ("Ours.readiness", "Ours.readiness"), ("Ours.READINESS", "Ours.READINESS"),
        ("Ours", "Ours.readiness"), ("Ours v1.3", "Ours v1.3.readiness"),
        ("Team v1.2", "Team v1.2 2.readiness"),
    ):  # fmt: skip
        assert with_its_suffix(tmp_path / chosen, ".readiness").name == place


def test_a_copy_over_another_assessment_keeps_that_as_an_earlier_state(window, tmp_path, council):
    other = edits.of_its_own(edits.write_beside(council, "LEA-1", note="theirs"))
    there = tmp_path / "Theirs.readiness"
    save_document(there, other, expected=None)
    window.open_document.autosave.save_copy(there)
    [kept] = backups.backups(other.id)
    assert load_document(kept.file).assessment.answer("LEA-1").note == "theirs"


def test_two_samples_are_two_documents(window):
    window.open_sample()
    first = window.open_document.session.assessment.id
    window.open_sample()
    assert window.open_document.session.assessment.id != first


def test_the_list_of_a_window_that_closes_last_brings_nothing_back(window, look, qtbot, path):
    window.close_document()
    other = MainWindow(look, stored.load())
    qtbot.addWidget(other)
    assert [each.path for each in stored.load().recent] == [path]
    window.open_file(path)
    window.delete()
    window.findChild(DeleteContent).button.click()
    other.close()
    assert stored.load().recent == ()


@pytest.mark.parametrize("geometry", ["AdnQywAD", "////", "A" * 400])
def test_a_place_of_the_window_that_is_none_does_not_keep_it_from_opening(
    geometry, look, qtbot, path
):
    shown = MainWindow(look, Settings(geometry=geometry))
    qtbot.addWidget(shown)
    shown.show()
    assert shown.isVisible()
    assert shown.width() >= 320


def test_an_earlier_versions_file_is_written_only_after_a_copy_of_it_was_kept(
    window, path, monkeypatch
):
    monkeypatch.setattr(open_document, "VERSION", VERSION + 1)  # as if we wrote a later one
    window.open_file(path)
    window.open_document.autosave.pacer.happened("held")
    before = path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(backups, "back_up", full)
        write(window, "typed")
        assert not window.open_document.autosave.save_now()
        assert path.read_bytes() == before
    assert window.open_document.autosave.save_now()
    latest = backups.backups(window.open_document.session.assessment.id)[0]
    assert latest.file.read_bytes() == before


def test_another_file_is_saved_though_no_copy_of_it_can_be_kept(window, path, monkeypatch):
    monkeypatch.setattr(backups, "back_up", full)
    write(window, "typed")
    assert window.open_document.autosave.save_now()
    assert load_document(path).assessment.answer("LEA-1").note == "typed"
