"""From the start page into a week of crisis: support first, questions or paper one press away."""

import pytest
from PySide6.QtWidgets import QApplication

from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.offer_row import OfferRow
from nttp_readiness.ui.widgets.prose import Prose


@pytest.fixture
def window(look, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    shown = MainWindow(look, Settings())
    qtbot.addWidget(shown, before_close_func=lambda closing: closing.close())
    shown.resize(911, 472)
    shown.show()
    shown.show_start()
    QApplication.processEvents()
    rows = [each for each in shown.findChildren(OfferRow) if each.isVisible()]
    next(each for each in rows if "A week of crisis" in each.accessibleName()).click()
    QApplication.processEvents()
    return shown


def press(window, name):
    found = [each for each in window.findChildren(Button) if each.isVisible()]
    next(each for each in found if each.text() == name).click()
    QApplication.processEvents()


def test_support_is_the_first_that_it_says_and_nothing_is_made_yet(window):
    said = [each.plain() for each in window.findChildren(Prose) if each.isVisible()]
    start = said.index("A week of crisis")
    assert "999" in said[start + 1]
    assert "Samaritans" in said[start + 2]
    assert any(each.startswith("In 24 hours: ") for each in said)
    assert window.open_document is None


def test_six_questions_are_one_press_away(window):
    press(window, "Answer the six questions")
    made = window.open_document.session.assessment
    assert [each.id for each in made.asked] == [
        "LEA-5", "WEL-2", "WEL-3", "POW-2", "FEE-5", "SVC-2",
    ]  # fmt: skip
    assert str(window.open_document.workbook.page.address()).startswith("reflect")


def test_so_is_the_paper(window):
    press(window, "Print this")
    assert str(window.open_document.workbook.page.address()) == "share/crisis"
