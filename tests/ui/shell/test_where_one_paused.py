"""A document opens where somebody paused, or at its beginning where that names no page."""

import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.settings import Settings
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.shell.open_document import OpenDocument


@pytest.mark.parametrize(
    ("place", "shown"),
    [("reflect/WEL-2", "reflect/WEL-2"), ("plan/drivers", "plan/drivers"), ("", "prepare"),
     ("reflct/WEL-2", "prepare"), ("WEL-2", "prepare")],
)  # fmt: skip
def test_a_document_opens_where_somebody_paused(
    look, qtbot, council, tmp_path, monkeypatch, place, shown
):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    window = MainWindow(look, Settings())
    qtbot.addWidget(window, before_close_func=lambda closing: closing.close())
    window.show_document(OpenDocument.apart(look, edits.changed(council, place=place)))
    assert str(window.open_document.workbook.page.address()) == shown
