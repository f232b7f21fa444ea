"""Read this page: everything that a page shows, as one text."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nttp_readiness.address import Address
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.shell.reading_content import ReadingContent
from nttp_readiness.ui.widgets.fields.answer_card import LevelCard
from nttp_readiness.ui.widgets.prose import Prose

PAGES = [
    "prepare", "reflect/WEL", "reflect/WEL-2", "check", "understand", "compare", "next-round",
    "plan", "plan/WEL-2/first", "plan/effort", "share", "list/WEL", "find", "workshop/prepare",
    "workshop/results", "support",
]  # fmt: skip


@pytest.fixture(scope="module")
def no_widget_outlives_its_test():
    """In place of the one for every test: here a window serves all of them."""
    return


@pytest.fixture(scope="module")
def window(the_look, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NTTP_READINESS_HOME", str(tmp_path_factory.mktemp("home")))
        shown = MainWindow(the_look, Settings())
        shown.resize(1280, 800)
        shown.show()
        shown.activateWindow()
        shown.open_sample()
        yield shown
        shown.close()
        shown.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def reading(window):
    window.read_page()
    QApplication.processEvents()
    return window.findChild(ReadingContent)


def leave(window):
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("address", PAGES)
def test_every_sentence_that_is_shown_is_in_the_text(address, window):
    window.go_to(Address.parse(address))
    QApplication.processEvents()
    page = window.open_document.workbook.page
    shown = [each for each in page.findChildren(Prose) if each.isVisibleTo(page) and each.plain()]
    headings = [each.plain() for each in shown if each.heads]
    sentences = [each.plain() for each in shown]
    assert sentences
    text = reading(window).text
    said = text.toPlainText()
    assert [each for each in sentences if each not in said] == []
    bold = [
        block.text()
        for block in blocks(text.document())
        if block.userState() == 1
    ]  # fmt: skip
    assert sorted(bold) == sorted(headings)
    leave(window)


def blocks(document):
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def test_levels_say_which_is_chosen_and_rows_what_they_hold(window):
    window.go_to(Address.parse("reflect/WEL-2"))
    QApplication.processEvents()
    page = window.open_document.workbook.page
    cards = [each for each in page.findChildren(LevelCard) if each.isVisibleTo(page)]
    said = reading(window).text.toPlainText()
    assert [each for each in cards if each.accessibleName() not in said] == []
    assert [f"{each.accessibleName()} (chosen)" in said for each in cards] == [
        each.isChecked() for each in cards
    ]
    assert any(each.isChecked() for each in cards)
    leave(window)
    window.go_to(Address.parse("plan"))
    assert "Morag Abernethy, Head of Housing" in reading(window).text.toPlainText()
    leave(window)


def test_it_is_read_copied_and_looked_through_by_keys(window):
    window.go_to(Address.parse("understand"))
    content = reading(window)
    text = content.text
    assert not text.isHidden()
    text.setFocus()
    before = text.textCursor().blockNumber()
    QTest.keyClick(text, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    block = text.textCursor().block()
    assert block.blockNumber() > before
    assert block.userState() == 1
    QTest.keyClick(text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == text.toPlainText()
    QTest.keyClick(text, Qt.Key.Key_X)  # nothing of the page is changed here
    assert QGuiApplication.clipboard().text() == text.toPlainText()
    content.wanted.control.setFocus()
    QTest.keyClicks(content.wanted.control, "foundations")
    QTest.keyClick(content.wanted.control, Qt.Key.Key_Return)
    assert text.textCursor().selectedText().lower() == "foundations"
    assert text.hasFocus()
    leave(window)
    assert window.findChild(ReadingContent) is None
