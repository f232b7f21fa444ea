"""In a low window with large text the bars leave the page its room, and come with the focus."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nttp_readiness.address import Address
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.ui.shell.main_window import MainWindow

PAGES = ("prepare", "reflect/WEL-2", "check", "understand", "plan", "share", "support")


@pytest.fixture
def open_at(look, tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path))
    opened = []

    def open_window(width, height, factor):
        look.set_text_size(factor)
        window = MainWindow(look, Settings())
        opened.append(window)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        window.open_sample()
        return window

    yield open_window
    for each in opened:
        each.close()


def settled():
    for _ in range(4):
        QTest.qWait(1)
        QApplication.processEvents()


def seen(widget, window):
    """How much of a widget's height is in the window."""
    book = window.open_document.workbook
    rect = QRect(widget.mapTo(book, QPoint()), widget.size())
    return rect.intersected(book.rect()).height() / widget.height()


def test_the_page_has_the_height_of_the_window(open_at):
    window = open_at(683, 384, 2.0)
    book = window.open_document.workbook
    for address in PAGES:
        book.show_address(Address.parse(address))
        settled()
        assert book.page.height() >= 0.9 * book.height(), address
        if book.page.isAncestorOf(QApplication.focusWidget()):
            assert seen(book.page, window) >= 0.95, address


def test_a_bar_comes_into_view_with_the_focus_and_the_page_comes_back(open_at):
    window = open_at(683, 384, 2.0)
    book = window.open_document.workbook
    book.show_address(Address.parse("reflect/WEL-2"))
    settled()
    assert seen(book.main_button, window) < 1
    heading = QApplication.focusWidget()
    book.main_button.setFocus(Qt.FocusReason.TabFocusReason)
    settled()
    assert seen(book.main_button, window) == 1
    book.places_bar.button.setFocus(Qt.FocusReason.TabFocusReason)
    settled()
    assert seen(book.places_bar.button, window) == 1
    heading.setFocus(Qt.FocusReason.TabFocusReason)
    settled()
    assert seen(book.page, window) >= 0.95


@pytest.mark.parametrize(("width", "height", "factor"), [(911, 472, 1.0), (1280, 800, 2.0)])
def test_where_there_is_room_nothing_scrolls_away(open_at, width, height, factor):
    window = open_at(width, height, factor)
    book = window.open_document.workbook
    for address in PAGES:
        book.show_address(Address.parse(address))
        settled()
        assert seen(book.main_button, window) == 1 or not book.main_button.isVisible(), address
        assert seen(book.places_bar, window) == 1 or not book.places_bar.isVisible(), address


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(911, 472), (1280, 800)])
def test_the_buttons_of_the_foot_stand_in_the_middle_of_it(open_at, size, factor):
    shown = open_at(*size, factor)
    QTest.qWait(20)
    bar = shown.open_document.workbook._bottom_bar
    button = bar.back_button
    above = button.mapTo(bar.panel, QPoint()).y()
    assert above >= 4
    if not bar._second.count() and not bar._below.count():
        assert abs(above - (bar.panel.height() - above - button.height())) <= 2
