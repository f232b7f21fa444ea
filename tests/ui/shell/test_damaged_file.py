"""A file that is not as it was saved: what is offered in its place, and that it stays as it is."""

import datetime as dt

import pytest
from PySide6.QtWidgets import QApplication

from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.documents.fingerprints import fingerprint
from nttp_readiness.storage.files.format_version import VERSION
from nttp_readiness.storage.keeping import backups
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.prose import Prose


@pytest.fixture
def window(look, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    shown = MainWindow(look, Settings())
    qtbot.addWidget(shown, before_close_func=lambda closing: closing.close_after_crash())
    shown.show()
    return shown


@pytest.fixture
def file(tmp_path, council):
    """A file of which a whole state was kept before its last save; that changed WEL-2 to 0."""
    path = tmp_path / "ours.readiness"
    save_document(path, edits.answer(council, "WEL-2", 4), expected=None)
    backups.back_up(path, now=dt.datetime(2026, 3, 12, 14, 2, tzinfo=dt.UTC))
    save_document(path, edits.answer(council, "WEL-2", 0), expected=fingerprint(path))
    return path


def changed(path):
    """One letter of a title is another one, which is still a whole assessment."""
    data = path.read_bytes()
    return data.replace(b'"title": "', b'"title": "x', 1)


def texts(window):
    QApplication.processEvents()
    return " ".join(each.plain() for each in window.findChildren(Prose) if each.isVisible())


def buttons(window):
    QApplication.processEvents()
    return {
        each.accessibleName() or each.text(): each
        for each in window.findChildren(Button)
        if each.isVisible()
    }


def press(window, beginning):
    [button] = [each for name, each in buttons(window).items() if name.startswith(beginning)]
    button.click()
    QApplication.processEvents()


def choice(assessment):
    return assessment.answer("WEL-2").choice


def test_whole_states_stand_beside_what_is_left(window, file):
    spoilt = changed(file)
    file.write_bytes(spoilt)
    window.open_file(file)
    said = texts(window)
    assert "Part of this file was changed or damaged" in said
    assert "Earlier versions of it on this computer" in said
    assert "12 March 2026, " in said
    assert "What can still be read in the file" in said
    assert "compared with the latest complete version: 1 answer differs" in said
    assert window.open_document is None
    assert file.read_bytes() == spoilt


def test_a_whole_state_in_its_place_keeps_the_damaged_file_aside(window, file, tmp_path):
    spoilt = changed(file)
    file.write_bytes(spoilt)
    window.open_file(file)
    press(window, "Put in place of the damaged file, 12 March 2026")
    assert choice(window.open_document.session.assessment) == 4
    assert choice(load_document(file).assessment) == 4
    assert [each.read_bytes() for each in (tmp_path / "home").rglob("*.damaged")] == [spoilt]


def test_a_whole_state_as_a_copy_leaves_the_damaged_file(window, file):
    file.write_bytes(file.read_bytes()[:900])
    window.open_file(file)
    said = texts(window)
    assert "incomplete" in said
    assert "What can still be read" not in said  # nothing can be read of half a file
    press(window, "Open as a copy, 12 March 2026")
    assert choice(window.open_document.session.assessment) == 4
    assert window.open_document.autosave.path != file
    assert file.stat().st_size == 900


def test_what_is_left_opens_as_a_document_of_its_own(window, file, council):
    spoilt = changed(file)
    file.write_bytes(spoilt)
    window.open_file(file)
    press(window, "Open what can be read as a copy")
    held = window.open_document.session.assessment
    assert choice(held) == 0
    assert held.id != council.id
    window.open_document.session.attempt("Note", edits.write_beside, "LEA-1", note="typed after")
    assert window.open_document.save()
    assert window.open_document.autosave.path != file
    assert file.read_bytes() == spoilt


def test_back_leads_to_the_start_page_and_leaves_everything(window, file):
    spoilt = changed(file)
    file.write_bytes(spoilt)
    window.open_file(file)
    press(window, "Back")
    assert window.start.isVisible()
    assert file.read_bytes() == spoilt


def test_a_file_that_was_moved_is_known_by_the_name_at_its_start(window, file, tmp_path):
    moved = tmp_path / "elsewhere.readiness"
    moved.write_bytes(changed(file))
    window.open_file(moved)
    assert "12 March 2026, " in texts(window)


def test_where_there_is_nothing_to_offer_a_sentence_is_enough(window, tmp_path):
    path = tmp_path / "nothing.readiness"
    path.write_bytes(b"")
    window.open_file(path)
    assert window.start.isVisible()
    assert "This file is empty." in texts(window)


def test_a_later_versions_file_is_refused_unharmed_and_nothing_is_offered(window, file):
    later = file.read_bytes().replace(b'"readable_from": %d' % VERSION, b'"readable_from": 9')
    file.write_bytes(later)
    window.open_file(file)
    assert "later version of the program" in texts(window)
    assert not any(name.startswith("Put in place") for name in buttons(window))
    assert file.read_bytes() == later


def test_a_file_that_is_gone_can_be_had_from_an_earlier_state(window, file):
    file.unlink()
    window.open_file(file)
    said = texts(window)
    assert "“ours.readiness” cannot be reached" in said
    assert "no longer at this place" in said
    assert not any(name.startswith("Put in place") for name in buttons(window))
    press(window, "Open as a copy, 12 March 2026")
    assert choice(window.open_document.session.assessment) == 4
    assert not file.exists()
