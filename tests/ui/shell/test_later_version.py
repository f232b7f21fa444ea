"""A file of a later version in the window: it does not open, and nothing is put in its place."""

import datetime as dt

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.documents.fingerprints import fingerprint
from nttp_readiness.storage.keeping import backups, recovery
from nttp_readiness.ui.shell import documents
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.shell.recovery import recovery_commands, restore_actions
from nttp_readiness.ui.shell.recovery.delete_content import DeleteContent
from nttp_readiness.ui.workshop import workshop_page
from tests.storage.later_files import NAMES, WORDS, later_files

LETTER = "A later version of the program has saved this file since it was opened here."


@pytest.fixture
def window(look, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    shown = MainWindow(look, Settings())
    qtbot.addWidget(shown, before_close_func=lambda closing: closing.close_after_crash())
    shown.show()
    return shown


@pytest.fixture
def file(tmp_path, council, window):
    """A file with an earlier state on this computer."""
    path = tmp_path / "ours.readiness"
    save_document(path, edits.answer(council, "WEL-2", 4), expected=None)
    backups.back_up(path, now=dt.datetime(2026, 3, 12, 14, 2, tzinfo=dt.UTC))
    save_document(path, edits.answer(council, "WEL-2", 0), expected=fingerprint(path))
    return path


def kept(council):
    return [each.file.read_bytes() for each in backups.backups(council.id)]


def notice(window):
    QApplication.processEvents()
    return window._notice.accessibleName() if window._notice.isVisible() else ""


def trouble(window):
    return window.open_document.workbook._notice


def press(notice, words):
    [button] = [each for each in notice.findChildren(QPushButton) if each.text() == words]
    button.click()


@pytest.mark.parametrize("shape", NAMES)
def test_it_does_not_open_and_no_older_state_is_offered(shape, window, file, council):
    later = later_files(council)[shape]
    file.write_bytes(later)
    before = kept(council)
    window.open_file(file)
    assert window.open_document is None
    assert window.start.isVisible()  # no page of whole states lies over it
    assert window._stack.overlay is None
    assert WORDS in notice(window)
    assert "It is unharmed." in notice(window)
    window.close()
    assert file.read_bytes() == later
    assert kept(council) == before


def write(window, note):
    window.open_document.session.attempt("Note", edits.write_beside, "LEA-1", note=note)


def test_saved_by_a_later_version_while_it_is_open_here(window, file, council):
    window.open_file(file)
    later = later_files(council)["more in its body"]
    file.write_bytes(later)
    write(window, "typed here")
    autosave = window.open_document.autosave
    assert not autosave.save_now()
    assert autosave.state == "later"
    QApplication.processEvents()
    assert trouble(window).accessibleName().startswith(LETTER)
    assert not any(
        each.text() == "Put both together" and each.isVisible()
        for each in trouble(window).findChildren(QPushButton)
    )
    write(window, "and more")
    assert not autosave.save_now()
    press(trouble(window), "Keep both")
    assert autosave.state == "saved"
    assert autosave.path.name == "ours 2.readiness"
    assert load_document(autosave.path).assessment.answer("LEA-1").note == "and more"
    assert file.read_bytes() == later


def test_a_merge_that_was_offered_before_it_came_changes_nothing(window, file, council):
    window.open_file(file)
    save_document(file, edits.answer(council, "WEL-2", 3), expected=fingerprint(file))
    write(window, "typed here")
    assert not window.open_document.autosave.save_now()
    assert window.open_document.autosave.state == "elsewhere"
    later = later_files(council)["readable"]
    file.write_bytes(later)
    press(trouble(window), "Put both together")
    assert WORDS in trouble(window).accessibleName()
    assert file.read_bytes() == later
    assert sorted(each.name for each in file.parent.glob("*.readiness")) == [file.name]


def test_a_copy_is_not_saved_over_it(window, file, council, tmp_path, monkeypatch):
    target = tmp_path / "theirs.readiness"
    target.write_bytes(later_files(council)["readable"])
    before = target.read_bytes()
    window.open_file(file)
    monkeypatch.setattr(documents, "ask_where", lambda *_: target)
    window.documents.save_copy()
    assert "was not overwritten" in notice(window)
    assert window.open_document.autosave.path == file
    page = window.open_document.workshop
    page.collect.ways.choosers.copy = lambda *_: target
    told: list[str] = []
    page.session.refused.connect(told.append)
    monkeypatch.setattr(workshop_page, "copy_to_answer", edits.of_its_own)
    page._save_copy()
    assert "was not overwritten" in told[0]
    assert target.read_bytes() == before


def test_an_earlier_state_is_not_put_in_its_place(window, file, council):
    window.open_file(file)
    [(state, _)] = restore_actions.earlier(window.open_document.session.assessment)
    later = later_files(council)["readable"]
    file.write_bytes(later)
    recovery_commands._restore(window, state, in_place=True)
    assert file.read_bytes() == later
    assert trouble(window).accessibleName().startswith(LETTER)
    recovery_commands._bring(window, state, file, in_place=True)
    assert WORDS in notice(window)
    assert file.read_bytes() == later


def test_it_is_not_deleted_in_place_of_what_was_shown(window, file, council):
    window.open_file(file)
    window.delete()
    later = later_files(council)["another body"]
    file.write_bytes(later)
    before = kept(council)
    window.findChild(DeleteContent).button.click()
    assert "Nothing was deleted." in notice(window)
    assert file.read_bytes() == later
    assert kept(council) == before


def test_work_that_a_crash_left_goes_beside_it(window, file, council):
    opened = load_document(file)
    work = edits.write_beside(opened.assessment, "LEA-1", note="left behind")
    recovery.keep(work, path=file, saved=opened.fingerprint)
    later = later_files(council)["readable"]
    file.write_bytes(later)
    [found] = recovery.recoverable()
    assert found.state == "both_changed"
    recovery_commands._bring_back(window, found)
    assert window.open_document.autosave.path != file
    assert file.read_bytes() == later


def test_it_is_no_earlier_round_and_nobody_answers_it(window, file, council, tmp_path, monkeypatch):
    theirs = tmp_path / "theirs.readiness"
    theirs.write_bytes(later_files(council)["readable"])
    monkeypatch.setattr(type(window.documents), "_ask", lambda *_: theirs)
    window.documents.respond()
    assert WORDS in notice(window)
    window.open_file(file)
    compare = window.open_document.compare
    compare._read(theirs)
    assert WORDS in compare._trouble
