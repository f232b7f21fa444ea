"""The Share page in its workbook, with choosers that need no dialog."""

from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from nttp_readiness import resources
from nttp_readiness.address import Address, Page
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.share.export_dialogs import FileDialogs
from nttp_readiness.ui.share.share_page import SharePage
from nttp_readiness.ui.widgets.focus_ring import FocusRing
from nttp_readiness.ui.workbook.workbook import Workbook
from tests.ui.conftest import QuietAutosave
from tests.ui.elsewhere import whole


@pytest.fixture(scope="session")
def sample():
    path = resources.assets() / "samples" / "council-service.readiness"
    return load_document(path).assessment


@pytest.fixture
def open_page(qtbot, look, sample, tmp_path, monkeypatch):
    """Show the page; `path` and `other` answer the file dialogs, `printer` sets a printer up."""
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    kept = []

    def show(
        address="share/one-page",
        assessment=sample,
        *,
        size=(1280, 800),
        path=None,
        printer=None,
        other=None,
    ):
        asked = []

        def choose(_parent, suggested):
            asked.append(suggested)
            return path

        def choose_printer(_parent, given, pages):
            if printer is not None:
                printer(given, pages)
            return printer is not None

        session = Session(assessment)
        autosave: Any = QuietAutosave()
        choosers = FileDialogs(choose, lambda _parent, _folder: other, choose_printer)
        page: Any = SharePage(look, session, choosers=choosers)
        book = Workbook(look, session, autosave, whole(look, session, {Page.SHARE: page}))
        kept.append((book, autosave, FocusRing(book)))
        page.book, page.asked = book, asked
        book.resize(*size)
        with qtbot.waitExposed(book):
            book.show()
        book.activateWindow()
        qtbot.waitUntil(book.isActiveWindow)
        book.show_address(Address.parse(address))
        QApplication.processEvents()
        return page

    yield show
    kept.clear()


@pytest.fixture
def button(qtbot):
    """The one button of that name in the page's window."""

    def find(page, name):
        found = [
            each
            for each in page.book.findChildren(QAbstractButton)
            if each.isVisible() and (each.accessibleName() or each.text()) == name
        ]
        assert len(found) == 1, (name, found)
        return found[0]

    return find


@pytest.fixture
def made(qtbot):
    """Wait until the pages are there."""

    def wait(page, count=None):
        def there():
            assert page.preview.sheets.made is page.made_now
            assert page.made_now is not None
            assert count is None or page.preview.sheets.count == count

        qtbot.waitUntil(there)
        return page.made_now

    return wait
