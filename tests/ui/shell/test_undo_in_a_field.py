"""Ctrl+Z in a field that has the focus: back word by word, and never a key that does nothing."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from nttp_readiness.address import Address, Page
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.typed.pasted import one_line, without_folders
from nttp_readiness.ui.shell.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(look, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    made = MainWindow(look, Settings())
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.open_sample()
    QApplication.processEvents()
    yield made
    made.close_after_crash()


def field(window, kind, name):
    page = window.open_document.workbook.page
    return next(
        each
        for each in page.findChildren(kind)
        if name in each.accessibleName() and each.isEnabled()
    )


def undo():
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CONTROL)
    QApplication.processEvents()


@pytest.fixture
def audience(window):
    window.go_to(Address(Page.PREPARE))
    made = field(window, QLineEdit, "Organisation")
    made.setFocus()
    made.selectAll()
    QTest.keyClick(made, Qt.Key.Key_Delete)
    return made


def organisation(window):
    return window.open_document.session.assessment.profile.organisation


def test_it_goes_back_word_by_word_with_the_cursor_where_it_was(window, audience):
    QTest.keyClicks(audience, "Taigh Mor agus")
    assert organisation(window) == "Taigh Mor agus"
    undo()
    assert organisation(window) == audience.text() == "Taigh Mor "
    assert audience.cursorPosition() == len("Taigh Mor ")
    undo()
    assert audience.text() == "Taigh "
    QTest.keyClick(audience, Qt.Key.Key_Y, CONTROL)
    QApplication.processEvents()
    assert audience.text() == "Taigh Mor "


def test_what_was_taken_out_comes_back_at_once(window, audience):
    QTest.keyClicks(audience, "Taigh")
    for _ in range(3):
        QTest.keyClick(audience, Qt.Key.Key_Backspace)
    assert audience.text() == "Ta"
    undo()
    assert audience.text() == "Taigh"


def test_a_field_with_nothing_to_undo_leaves_the_key_to_the_document(window):
    """The title of the next action had the focus, and Ctrl+Z was dead in it."""
    session = window.open_document.session
    first, second = list(session.assessment.actions)[:2]
    window.go_to(Address(Page.PLAN, first))
    was = session.assessment.actions[first].title
    title = field(window, QPlainTextEdit, "Action")
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Oops")
    assert session.assessment.actions[first].title == "Oops"
    window.go_to(Address(Page.PLAN, second))
    field(window, QPlainTextEdit, "Action").setFocus()
    undo()
    undo()
    assert session.assessment.actions[first].title == was


def test_a_field_of_its_own_undoes_what_is_its_own(window):
    """What is looked for is in no document."""
    window.go_to(Address(Page.FIND))
    find = window.open_document.workbook.page.findChild(QLineEdit)
    find.setFocus()
    before = window.open_document.session.assessment
    QTest.keyClicks(find, "policy")
    undo()
    assert find.text() == ""
    assert window.open_document.session.assessment.profile == before.profile


# ---- what comes with a paste


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("Night staff\r\n", "Night staff"),
        ("Night\tstaff\x0b", "Night staff"),
        ("a\u2028b\nc", "a b c"),
        ("as it is ", "as it is "),
        ("", ""),
    ],
)
def test_a_line_holds_no_break_and_no_tab(pasted, kept):
    assert one_line(pasted) == kept


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("file:///home/mairi/Private/Policy%20v2.docx", "Policy v2.docx"),
        ("See FILE:///C:/Users/mairi/a.pdf and b", "See a.pdf and b"),
        ("file://server/share/folder/", "folder"),
        ("https://example.org/a", "https://example.org/a"),
        ("profile: a", "profile: a"),
    ],
)
def test_of_a_file_its_name_alone_stays(pasted, kept):
    assert without_folders(pasted) == kept


@pytest.mark.parametrize("text", ["Night staff\r\n", "Night\tstaff\n"])
def test_a_cell_of_a_spreadsheet_brings_no_end_of_its_line(window, audience, text):
    QApplication.clipboard().setText(text)
    audience.paste()
    assert organisation(window) == audience.text() == "Night staff"


def test_a_file_that_was_copied_brings_its_name_alone(window):
    window.go_to(Address(Page.REFLECT, "LEA-1"))
    note = field(window, QPlainTextEdit, "Note")
    note.setPlainText("")
    copied = QMimeData()
    copied.setUrls([QUrl("file:///home/mairi/Private/Policy%20v2.docx")])
    copied.setText("file:///home/mairi/Private/Policy%20v2.docx")
    note.insertFromMimeData(copied)
    assert "mairi" not in window.open_document.session.assessment.answer("LEA-1").note
    assert window.open_document.session.assessment.answer("LEA-1").note == "Policy v2.docx"
