"""Who comes to a page sees its heading first, however long the list that has the focus."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nttp_readiness.address import Address
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.workbook.workbook_page import ScrollingPage

PAGES = (
    "prepare",
    "reflect/LEA-1",
    "reflect/WEL",
    "reflect/WEL-2",
    "check",
    "understand",
    "plan",
    "plan/drivers",
    "plan/effort",
    "share",
)
SIZES = {
    "1280 x 800": ((1280, 800), 1.0),
    "911 x 472": ((911, 472), 1.0),
    "200 %": ((1024, 640), 2),
}


@pytest.fixture(params=SIZES)
def window(request, look, tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path))
    size, factor = SIZES[request.param]
    look.set_text_size(factor)
    shown = MainWindow(look, Settings())
    shown.resize(*size)
    shown.show()
    shown.activateWindow()
    shown.open_sample()
    yield shown
    shown.close()


def settled():
    """What is put off until layouts have run has run."""
    for _ in range(4):
        QTest.qWait(1)
        QApplication.processEvents()


def test_the_heading_is_in_view_and_so_is_the_focus(window):
    workbook = window.open_document.workbook
    for address in PAGES:
        workbook.show_address(Address.parse(address))
        settled()
        page = workbook.page.page
        assert page.verticalScrollBar().value() == 0, address
        focus = QApplication.focusWidget()
        assert focus is not None, address
        assert workbook.page.shows_focus(), address


def test_coming_back_from_an_action_shows_its_row(window):
    workbook = window.open_document.workbook
    last = window.open_document.session.view.plan.live[-1].action.id
    workbook.show_address(Address.parse(f"plan/{last}"))
    settled()
    workbook.show_address(Address.parse("plan"))
    settled()
    page, tree = workbook.page.page, workbook.page.table.tree
    row = tree.visualRect(tree.currentIndex())
    top = tree.viewport().mapTo(page.viewport(), row.topLeft()).y()
    assert tree.currentIndex().isValid()
    assert 0 <= top < page.viewport().height()


@pytest.mark.parametrize("factor", [1.5, 2])
def test_in_large_letters_the_name_and_the_first_statement_are_whole_in_view(
    look, tmp_path, monkeypatch, factor
):
    """The name of a new assessment had the focus below the edge of a small window. The first
    statement stood above it, as its page was measured before the words on its part had gone.
    """
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path))
    look.set_text_size(factor)
    shown = MainWindow(look, Settings())
    shown.resize(895, 432)
    shown.show()
    shown.activateWindow()
    shown.new()
    workbook = shown.open_document.workbook
    seen = {}
    for step in ("name", "about", "statement"):
        settled()
        focus, page = QApplication.focusWidget(), workbook.page
        assert isinstance(page, ScrollingPage)
        view = page.page.viewport()
        top = focus.mapTo(view, QPoint()).y()
        seen[step] = (top >= 0, step == "statement" or top + focus.height() <= view.height())
        page.main()
    shown.close_after_crash()
    assert set(seen.values()) == {(True, True)}, seen
