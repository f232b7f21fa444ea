"""Two windows, or two people, on one file: nothing is written over unseen, and words say so."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from nttp_readiness import resources
from nttp_readiness.address import Address
from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.keeping import backups
from nttp_readiness.ui.shell.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    document = tmp_path / "Shared.readiness"
    sample = load_document(resources.assets() / "samples" / "council-service.readiness")
    save_document(document, sample.assessment, expected=None)
    return document


@pytest.fixture
def open_window(look, qtbot, path):
    def show():
        window = MainWindow(look, Settings())
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.open_file(path)
        return window

    return show


@pytest.fixture
def window(open_window):
    shown = open_window()
    yield shown
    shown.close_after_crash()


def noted(assessment, key, note):
    return edits.write_beside(assessment, key, note=note)


def elsewhere(path, key, note):
    """Another program on this computer writes a note into the file."""
    script = (
        "import sys, pathlib\n"
        "from nttp_readiness.domain.editing import edits\n"
        "from nttp_readiness.storage.documents.documents import load_document, save_document\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "found = load_document(path)\n"
        "after = edits.write_beside(found.assessment, sys.argv[2], note=sys.argv[3])\n"
        "save_document(path, after, expected=found.fingerprint)\n"
    )
    command = [sys.executable, "-c", script, str(path), key, note]
    subprocess.run(command, cwd=ROOT, check=True)


def write(window, key, note):
    session = window.open_document.session
    session.attempt("Note", edits.write_beside, key, note=note)


def notice(window):
    return window.open_document.workbook._notice


def press(window, words):
    [button] = [
        each
        for each in notice(window).findChildren(QPushButton)
        if each.text() == words and each.isVisible()
    ]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_putting_both_together_keeps_what_each_wrote_and_says_so(window, path):
    elsewhere(path, "LEA-1", "theirs")
    write(window, "WEL-2", "ours")
    assert not window.open_document.autosave.save_now()
    assert "changed by another program" in notice(window).accessibleName()
    press(window, "Put both together")
    for found in (load_document(path).assessment, window.open_document.session.assessment):
        assert (found.answer("LEA-1").note, found.answer("WEL-2").note) == ("theirs", "ours")
    title = found.bank.by_id["LEA-1"].title
    assert f"Brought in: the answer to “{title}”." in notice(window).accessibleName()
    assert window.open_document.autosave.state == "saved"
    assert list(path.parent.glob("*.readiness")) == [path]


def test_where_both_changed_one_thing_ours_stands_and_the_other_file_is_kept_whole(window, path):
    elsewhere(path, "WEL-2", "theirs")
    write(window, "WEL-2", "ours")
    window.open_document.autosave.save_now()
    press(window, "Put both together")
    assert load_document(path).assessment.answer("WEL-2").note == "ours"
    [copy] = set(path.parent.glob("*.readiness")) - {path}
    assert load_document(copy).assessment.answer("WEL-2").note == "theirs"
    said = notice(window).accessibleName()
    assert "You both changed the answer to “Support after difficult events”" in said
    assert copy.name in said
    kept = [
        load_document(each.file)
        for each in backups.backups(window.open_document.session.assessment.id)
    ]
    assert "theirs" in {each.assessment.answer("WEL-2").note for each in kept}


def test_what_was_brought_in_can_be_undone(window, path):
    elsewhere(path, "LEA-1", "theirs")
    write(window, "WEL-2", "ours")
    window.open_document.autosave.save_now()
    before = window.open_document.session.assessment
    press(window, "Put both together")
    window.open_document.session.undo_stack.undo()
    assert window.open_document.session.assessment.answer("LEA-1") == before.answer("LEA-1")


def test_keeping_both_leaves_the_other_file_and_goes_on_in_a_new_one(window, path):
    elsewhere(path, "WEL-2", "theirs")
    write(window, "WEL-2", "ours")
    window.open_document.autosave.save_now()
    theirs = path.read_bytes()
    press(window, "Keep both")
    assert path.read_bytes() == theirs
    ours = window.open_document.autosave.path
    assert ours != path
    assert load_document(ours).assessment.answer("WEL-2").note == "ours"
    assert ours.name in notice(window).accessibleName()


def test_a_file_that_was_spoilt_elsewhere_is_not_written_over(window, path):
    path.write_bytes(b"spoilt")
    write(window, "WEL-2", "ours")
    assert not window.open_document.autosave.save_now()
    press(window, "Put both together")
    assert path.read_bytes() == b"spoilt"
    assert "incomplete" in notice(window).accessibleName()
    press(window, "Keep both")
    assert (
        load_document(window.open_document.autosave.path).assessment.answer("WEL-2").note == "ours"
    )


def test_the_trouble_stays_in_view_on_every_page(window, path):
    elsewhere(path, "LEA-1", "theirs")
    write(window, "WEL-2", "ours")
    window.open_document.autosave.save_now()
    window.open_document.workbook.show_address(Address.parse("plan"))
    assert notice(window).isVisible()
    press(window, "Put both together")
    window.open_document.workbook.show_address(Address.parse("prepare"))
    assert not notice(window).isVisible()


def test_two_windows_on_one_file_lose_nothing_of_each_other(open_window, path):
    first, second = open_window(), open_window()
    write(first, "LEA-1", "from the first")
    write(second, "WEL-2", "from the second")
    assert first.open_document.autosave.save_now()
    assert not second.open_document.autosave.save_now()
    press(second, "Put both together")
    write(first, "FEE-1", "once more")
    assert not first.open_document.autosave.save_now()
    press(first, "Put both together")
    found = load_document(path).assessment
    assert [found.answer(key).note for key in ("LEA-1", "WEL-2", "FEE-1")] == [
        "from the first", "from the second", "once more",
    ]  # fmt: skip
    for each in (first, second):
        each.close_after_crash()
