"""*Put together with another file…*: a conflict copy or a colleague's copy comes back here."""

import shutil

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from nttp_readiness import resources
from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.keeping import backups
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.shell.recovery.merge_content import MergeContent
from nttp_readiness.ui.widgets.fields.radio_boxes import RadioBoxes
from nttp_readiness.ui.widgets.page_text import page_text


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    document = tmp_path / "plan.readiness"
    sample = load_document(resources.assets() / "samples" / "council-service.readiness")
    save_document(document, sample.assessment, expected=None)
    return document


@pytest.fixture
def copy(path):
    """As OneDrive leaves it, with a sitting of somebody else's in it."""
    other = path.with_name("plan-LAPTOP-7.readiness")
    shutil.copy(path, other)
    loaded = load_document(other)
    backups.back_up(other)
    changed = edits.write_beside(loaded.assessment, "WEL-5", note="Theirs")
    changed = edits.set_profile(changed, organisation="Taigh Mòr")
    changed = edits.answer(changed, "WEL-3", None)
    marks = loaded.fingerprint.with_mark
    save_document(other, changed, expected=loaded.fingerprint, earlier=marks)
    return other


@pytest.fixture
def window(look, qtbot, path, copy):
    made = MainWindow(look, Settings())
    qtbot.addWidget(made)
    made.show()
    made.open_file(path)
    yield made
    made.close_after_crash()


def type_here(window, note):
    session = window.open_document.session
    session.attempt("Note", edits.write_beside, "WEL-5", note=note)


def ask(window, monkeypatch, copy):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(copy), ""))
    window.documents.put_together()
    return window.findChild(MergeContent)


def test_what_comes_in_is_shown_before_it_is_taken_and_undo_takes_it_back(
    window, monkeypatch, path, copy
):
    before = window.open_document.session.assessment
    theirs = copy.read_bytes()
    words = ask(window, monkeypatch, copy)
    assert any("the organisation" in line.text for line in page_text(words))
    assert window.open_document.session.assessment is before
    words.button.click()
    now = window.open_document.session.assessment
    assert now.answer("WEL-5").note == "Theirs"
    assert now.answer("WEL-3").choice is None
    assert now.profile.organisation == "Taigh Mòr"
    assert load_document(path).assessment == now
    assert copy.read_bytes() == theirs
    window.open_document.session.undo_stack.undo()
    assert window.open_document.session.assessment == before


def test_what_both_changed_is_ours_unless_theirs_is_chosen(window, monkeypatch, path, copy):
    type_here(window, "Ours")
    words = ask(window, monkeypatch, copy)
    (boxes,) = words.findChildren(RadioBoxes)
    assert boxes.value == "ours"
    words.button.click()
    assert load_document(path).assessment.answer("WEL-5").note == "Ours"
    assert load_document(path).assessment.profile.organisation == "Taigh Mòr"
    assert (
        "You both changed"
        in window.open_document.workbook.findChild(
            type(window.open_document.workbook._notice)
        ).accessibleName()
    )


def test_theirs_can_be_chosen(window, monkeypatch, path, copy):
    type_here(window, "Ours")
    words = ask(window, monkeypatch, copy)
    (boxes,) = words.findChildren(RadioBoxes)
    boxes.show_choice("theirs")
    words.button.click()
    assert load_document(path).assessment.answer("WEL-5").note == "Theirs"
    assert "Brought in" in window.open_document.workbook._notice.accessibleName()


def test_a_conflict_copy_beside_the_file_is_offered_until_it_is_in(
    look, qtbot, window, monkeypatch, path, copy
):
    notice = window.open_document.workbook._notice
    assert "plan-LAPTOP-7.readiness" in notice.accessibleName()
    (button,) = (
        each for each in notice.findChildren(QPushButton) if each.text() == "See what differs"
    )
    button.click()
    window.findChild(MergeContent).button.click()
    window.close_document()
    window.open_file(path)
    again = window.open_document.workbook._notice
    assert "plan-LAPTOP-7" not in again.accessibleName()


def test_the_open_file_itself_and_another_assessment_are_refused(
    window, monkeypatch, path, tmp_path
):
    assert ask(window, monkeypatch, path) is None
    other = tmp_path / "other.readiness"
    made = edits.of_its_own(load_document(path).assessment)
    save_document(other, made, expected=None)
    assert ask(window, monkeypatch, other) is None
    assert "two assessments" in window._notice.accessibleName()


def test_the_state_before_is_kept_as_an_earlier_version(window, monkeypatch, path, copy):
    type_here(window, "Ours")
    window.open_document.save()
    before = path.read_bytes()
    ask(window, monkeypatch, copy).button.click()
    document = load_document(path).assessment.id
    assert before in [each.file.read_bytes() for each in backups.backups(document)]
