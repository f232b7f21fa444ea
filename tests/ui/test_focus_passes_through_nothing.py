"""While pages change the focus lies nowhere in between: a key that comes early presses nothing."""

import pytest
from PySide6.QtWidgets import QApplication

from nttp_readiness.address import Address
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.ui.shell.main_window import MainWindow

WALK = (
    "reflect/WEL-2", "check", "understand", "plan", "plan/WEL-2/first", "plan", "share", "support",
    "workshop/prepare", "evidence", "find", "prepare",
)  # fmt: skip


@pytest.fixture
def window(look, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path))
    shown = MainWindow(look, Settings())
    qtbot.addWidget(shown, before_close_func=lambda closing: closing.close())
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


@pytest.fixture
def passed(qapp):
    """What got the focus, each with its name."""
    got = []

    def follow(_old, now):
        if now is not None:
            got.append(now)

    qapp.focusChanged.connect(follow)
    yield got
    qapp.focusChanged.disconnect(follow)


def settle():
    for _ in range(5):
        QApplication.processEvents()


def in_between(passed):
    """What had the focus for a moment only, and could have been pressed."""
    end = QApplication.focusWidget()
    return [type(each).__name__ for each in passed if each is not end and hasattr(each, "click")]


def test_nothing_that_can_be_pressed_has_it_on_the_way(window, passed):
    window.open_sample()
    settle()
    for address in WALK:
        passed.clear()
        window.open_document.workbook.show_address(Address.parse(address))
        settle()
        assert QApplication.focusWidget() is not None, address
        assert in_between(passed) == [], address


def test_nor_on_the_way_to_the_first_page_and_back_from_help(window, passed):
    window.open_sample()
    settle()
    passed.clear()
    window.show_support()
    settle()
    assert in_between(passed) == []
    passed.clear()
    window.close_document()
    settle()
    assert in_between(passed) == []
