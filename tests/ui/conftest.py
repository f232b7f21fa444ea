"""The sample assessment, and a workbook with one page in it, for the tests of pages."""

from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from nttp_readiness import resources
from nttp_readiness.address import Address, Page
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.shell import open_document
from nttp_readiness.ui.workbook.workbook import Workbook
from tests.ui.elsewhere import whole


class QuietAutosave(QObject):
    """Says that all is saved, and saves nothing."""

    told = Signal()
    renamed = Signal(str)
    state, problem, all_is_saved = "saved", "", True

    def words(self):
        return "Saved 14:02"


@pytest.fixture(autouse=True)
def patience_of_closing(monkeypatch):
    """Closing waits as long for the disk as a busy machine may take.

    In the program it is not a second until the window says that it stays open for now, and what is
    then asked for once more; of that, the tests of drives that do not answer are.
    """
    monkeypatch.setattr(open_document, "PATIENCE", 60.0)


@pytest.fixture(scope="session")
def council():
    """The assessment of the sample document."""
    return load_document(resources.assets() / "samples" / "council-service.readiness").assessment


@pytest.fixture
def put_in_workbook(qtbot, look):
    """Show pages of one document in a workbook, and go to an address.

    `make` gives the pages of a session; every other one is empty. The addresses that were asked
    for are in `asked` of the first page.
    """
    kept = []

    def show(assessment, make, address, width=1280, height=800):
        session = Session(assessment)
        autosave: Any = QuietAutosave()
        pages = make(look, session)
        book = Workbook(look, session, autosave, whole(look, session, pages))
        assert all(book._pages[each] for each in Page)  # in the window before anything is shown
        kept.append((book, autosave))
        page = next(iter(pages.values()))
        page.asked = []
        page.go.connect(lambda address: page.asked.append(str(address)))
        book.resize(width, height)
        with qtbot.waitExposed(book):
            book.show()
        book.activateWindow()
        qtbot.waitUntil(book.isActiveWindow)
        book.show_address(Address.parse(address))
        for _ in range(4):
            QApplication.processEvents()
        return page

    yield show
    kept.clear()
