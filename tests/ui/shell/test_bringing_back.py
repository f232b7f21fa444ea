"""Earlier states and work that a crash left behind: what is offered, and what comes of it."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.documents.fingerprints import fingerprint
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.keeping import backups, recovery
from nttp_readiness.ui.document import autosave
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.notice import Notice
from nttp_readiness.ui.widgets.prose import Prose


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def window(look, qtbot, home):
    shown = MainWindow(look, Settings())
    qtbot.addWidget(shown, before_close_func=lambda closing: closing.close())
    shown.show()
    return shown


@pytest.fixture
def file(home, council):
    """A file whose earlier state had another answer to WEL-2."""
    path = home / "ours.readiness"
    save_document(path, edits.answer(council, "WEL-2", 4), expected=None)
    backups.back_up(path, now=dt.datetime(2026, 3, 12, 14, 2, tzinfo=dt.UTC))
    save_document(path, edits.answer(council, "WEL-2", 0), expected=fingerprint(path))
    return path


def texts(window):
    QApplication.processEvents()
    return [each.plain() for each in window.findChildren(Prose) if each.isVisible()]


def press(window, beginning):
    QApplication.processEvents()
    for each in window.findChildren(Button):
        name = each.accessibleName() or each.text()
        if each.isVisible() and name.startswith(beginning):
            each.click()
            QApplication.processEvents()
            return
    pytest.fail(f"there is no button “{beginning}”")


def level(path):
    return load_document(path).assessment.answer("WEL-2").choice


def test_each_state_says_when_it_was_kept_and_what_it_holds(window, file):
    window.open_file(file)
    window.restore()
    said = texts(window)
    assert any(each.startswith("12 March 2026, ") for each in said)
    assert "55 of 56 answered · 1 answer differs" in said or any(
        "1 answer differs" in each for each in said
    )


def test_a_state_in_place_keeps_the_present_one_as_a_state(window, file):
    window.open_file(file)
    window.restore()
    press(window, "Put in place of this one, 12 March 2026")
    assert window.open_document.session.assessment.answer("WEL-2").choice == 4
    assert level(file) == 4
    kept = [
        level(each.file) for each in backups.backups(window.open_document.session.assessment.id)
    ]
    assert 0 in kept


def test_a_state_as_a_copy_is_a_document_of_its_own(window, file):
    window.open_file(file)
    was = window.open_document.session.assessment.id
    window.restore()
    press(window, "Open as a copy, 12 March 2026")
    assert window.open_document.session.assessment.answer("WEL-2").choice == 4
    assert window.open_document.session.assessment.id != was
    assert window.open_document.autosave.path != file
    assert level(file) == 0


def test_without_states_it_says_when_there_will_be_one(window, home, council, monkeypatch):
    monkeypatch.setattr(autosave, "DELAY_MS", 3_600_000)  # the first save keeps the first state
    path = home / "new.readiness"
    save_document(path, council, expected=None)
    window.open_file(path)
    window.restore()
    assert any("No earlier versions yet" in each for each in texts(window))


def left(council, path, saved):
    recovery.keep(edits.answer(council, "WEL-2", 1), path=path, saved=saved)


def notices(window):
    return [each for each in window.start.findChildren(Notice) if each.isVisible()]


def test_work_that_is_not_in_its_file_is_offered_and_can_be_undone(window, file, council):
    left(council, file, fingerprint(file))
    window.warm_up()
    QApplication.processEvents()
    assert len(notices(window)) == 1
    assert "1 answer differs" in notices(window)[0].accessibleName()
    press(window.start, "Bring it back")
    session = window.open_document.session
    assert session.assessment.answer("WEL-2").choice == 1
    session.undo_stack.undo()
    assert session.assessment.answer("WEL-2").choice == 0
    session.undo_stack.redo()
    assert window.open_document.save()
    assert level(file) == 1


def test_whoever_opens_the_file_itself_is_offered_the_work_there(window, file, council, qtbot):
    left(council, file, fingerprint(file))
    window.open_first(file)  # as a double click on the file does
    window.warm_up()
    book = window.open_document.workbook
    assert window.open_document.session.assessment.answer("WEL-2").choice == 0
    said = [each.accessibleName() for each in book.findChildren(Notice) if each.isVisible()]
    assert any("was not saved in its file. 1 answer differs." in each for each in said), said
    press(book, "Bring it back")
    session = window.open_document.session
    assert session.assessment.answer("WEL-2").choice == 1
    assert level(file) == 1
    assert recovery.recoverable() == []
    assert any("was brought back. Undo" in each for each in texts(window))
    session.undo_stack.undo()
    assert session.assessment.answer("WEL-2").choice == 0


def test_what_was_typed_since_that_offer_stays_and_the_work_gets_its_own_file(
    window, file, council
):
    left(council, file, fingerprint(file))
    window.open_file(file)
    QApplication.processEvents()
    session = window.open_document.session
    session.attempt("Answer", edits.answer, "WEL-2", 3)
    press(window.open_document.workbook, "Bring it back")
    assert window.open_document.autosave.path != file
    assert window.open_document.session.assessment.answer("WEL-2").choice == 1
    assert level(file) == 3
    assert any("as a second file" in each for each in texts(window))


@pytest.mark.parametrize("what", ["same", "other file", "declined"])
def test_nothing_is_offered_there_that_is_not_left_of_that_file(window, file, council, home, what):
    if what == "same":
        recovery.keep(load_document(file).assessment, path=file, saved=fingerprint(file))
    elif what == "other file":
        copy = home / "copy.readiness"
        save_document(copy, load_document(file).assessment, expected=None)
        left(council, copy, fingerprint(copy))
    else:
        left(council, file, fingerprint(file))
    window.open_file(file)
    QApplication.processEvents()
    book = window.open_document.workbook
    if what == "declined":
        press(book, "Not now")
        assert len(recovery.recoverable()) == 1
    names = [each.text() for each in book.findChildren(Button) if each.isVisible()]
    assert "Bring it back" not in names
    assert level(file) == 0


def test_a_file_that_changed_as_well_is_not_written_over(window, file, council):
    left(council, file, fingerprint(file))
    save_document(file, edits.answer(council, "WEL-2", 3), expected=fingerprint(file))
    window.warm_up()
    press(window.start, "Bring it back")
    assert window.open_document.session.assessment.answer("WEL-2").choice == 1
    assert window.open_document.autosave.path != file
    assert level(file) == 3
    assert window.open_document.save()
    assert recovery.recoverable() == []


def test_work_that_never_had_a_file_gets_one(window, council):
    left(council, None, None)
    window.warm_up()
    press(window.start, "Bring it back")
    assert window.open_document.save()
    assert level(window.open_document.autosave.path) == 1


def test_leaving_it_keeps_the_copy_for_another_time(window, file, council):
    left(council, file, fingerprint(file))
    window.warm_up()
    press(window.start, "Leave it")
    assert notices(window) == []
    assert window.open_document is None
    assert len(recovery.recoverable()) == 1
    assert level(file) == 0


def test_it_is_discarded_by_keyboard_after_saying_what_goes_and_what_stays(
    window, file, council, qtbot
):
    left(council, file, fingerprint(file))
    window.warm_up()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    reach_by_tab(window, "Discard it…")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    said = texts(window)
    at = [said.index(each) for each in ("What goes", "What stays", "This cannot be undone.")]
    goes, stays = said[at[0] : at[1]], said[at[1] : at[2]]
    assert "The recovery copy on this computer: 1 answer differs" in " ".join(goes)
    assert str(file) in " ".join(stays)
    assert "1 earlier version of it" in " ".join(stays)
    assert len(recovery.recoverable()) == 1  # nothing has gone yet
    reach_by_tab(window, "Discard for good")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert recovery.recoverable() == []
    assert notices(window) == []
    assert "The recovery copy was discarded." in texts(window)
    assert level(file) == 0


def test_going_back_discards_nothing(window, file, council):
    left(council, file, fingerprint(file))
    window.warm_up()
    press(window.start, "Discard it…")
    press(window, "Back")
    assert len(recovery.recoverable()) == 1
    assert len(notices(window)) == 1


def test_what_is_the_only_copy_says_so_before_it_goes(window, council):
    left(council, None, None)
    window.warm_up()
    press(window.start, "Discard it…")
    said = " ".join(texts(window))
    assert "there is no file to compare it with" in said
    assert "This copy may be all there is" in said
    press(window, "Discard for good")
    assert list(folders.recovery().iterdir()) == []


def test_one_that_cannot_be_discarded_is_told_and_offered_again(window, file, council, monkeypatch):
    left(council, file, fingerprint(file))
    window.warm_up()
    press(window.start, "Discard it…")
    monkeypatch.setattr(recovery, "is_as_offered", lambda _found: False)
    press(window, "Discard for good")
    assert any("Nothing was discarded." in each for each in texts(window))
    assert len(notices(window)) == 1


def reach_by_tab(window, name):
    """Tab from where the focus is until the button of that name has it."""
    for _ in range(60):
        QApplication.processEvents()
        focus = QApplication.focusWidget()
        if isinstance(focus, Button) and (focus.accessibleName() or focus.text()) == name:
            return
        QTest.keyClick(focus or window, Qt.Key.Key_Tab)
    pytest.fail(f"Tab never reaches “{name}”")


def test_nothing_is_offered_where_nothing_was_lost(window, file):
    window.warm_up()
    QApplication.processEvents()
    assert notices(window) == []
