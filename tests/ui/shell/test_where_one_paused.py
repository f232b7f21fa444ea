"""A document opens where somebody paused, or at its beginning where that names no page."""

import pytest

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.shell.open_document import OpenDocument


@pytest.fixture
def window(look, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    shown = MainWindow(look, Settings())
    qtbot.addWidget(shown, before_close_func=lambda closing: closing.close())
    return shown


@pytest.mark.parametrize(
    ("place", "shown"),
    [("reflect/WEL-2", "reflect/WEL-2"), ("plan/drivers", "plan/drivers"), ("", "prepare"),
     ("reflct/WEL-2", "prepare"), ("WEL-2", "prepare")],
)  # fmt: skip
def test_a_document_opens_where_somebody_paused(window, look, council, place, shown):
    window.show_document(OpenDocument.apart(look, edits.changed(council, place=place)))
    assert str(window.open_document.workbook.page.address()) == shown


def test_each_page_that_there_is_a_name_for_can_be_shown(window):
    window.open_sample()
    workbook = window.open_document.workbook
    assert set(workbook._pages) == set(Page)
    for page in Page:
        window.go_to(Address(page))
        assert workbook.shown is page
