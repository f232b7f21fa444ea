"""Another language changes the open window: all that it says, and nothing of what was typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nttp_readiness import i18n
from nttp_readiness.address import Address, Page
from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.account import settings
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.shell.settings_content import SettingsContent
from nttp_readiness.ui.widgets.fields.combo import Combo
from nttp_readiness.ui.widgets.prose import Prose

Key = Qt.Key


@pytest.fixture
def window(look, qtbot, monkeypatch, tmp_path):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path))
    made = MainWindow(look, Settings())
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    i18n.use("")


def settle():
    for _ in range(4):
        QApplication.processEvents()


def menus(window):
    return [each.text().replace("&", "") for each in window.menuBar().actions()]


def texts(window):
    return [each.plain() for each in window.findChildren(Prose) if each.isVisible()]


def test_menus_and_pages_change_at_once_and_the_setting_is_kept(window):
    assert menus(window)[0] == "File"
    window.change_setting("language", "gd")
    settle()
    assert menus(window)[0] == "Faidhle"
    assert settings.load().language == "gd"
    assert window._stack.overlay is not None, "one is still where one chose it"
    window.drop_overlays()
    window.show_start()
    settle()
    assert "Fàilte" in texts(window)
    window.change_setting("language", "en")
    settle()
    assert menus(window)[0] == "File"


def test_what_is_open_stays_open_at_its_page_with_all_that_was_typed(window):
    window.open_sample()
    opened = window.open_document
    opened.session.attempt("x", edits.write_beside, "LEA-2", note="Sgrìobhte an-diugh")
    window.go_to(Address(Page.PLAN))
    window.change_setting("language", "gd")
    settle()
    again = window.open_document
    assert again is not None
    assert again is not opened
    assert again.session.assessment.answer("LEA-2").note == "Sgrìobhte an-diugh"
    assert again.workbook.shown is Page.PLAN
    assert again.workbook.page.main_words() == i18n.tr("Share the plan")
    assert again.workbook.page.main_words() != "Share the plan"


def test_a_sample_that_nobody_touched_gets_no_file_by_it(window, tmp_path):
    window.open_sample()
    window.change_setting("language", "gd")
    settle()
    assert window.open_document.autosave.path is None
    assert list(tmp_path.rglob("*.readiness")) == []


def test_no_key_is_there_twice_and_the_old_menus_are_gone(window, qtbot):
    window.change_setting("language", "gd")
    settle()
    window.drop_overlays()
    window.open_sample()
    qtbot.keyClick(window, Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert window.open_document.workbook.shown is Page.REFLECT
    qtbot.keyClick(window, Key.Key_F10)
    settle()
    assert window.menuBar().hasFocus()
    assert len(menus(window)) == 6


def test_the_settings_offer_the_draft_and_say_that_it_is_one(window):
    window.show_settings()
    content = window.findChild(SettingsContent)
    (choice,) = [e for e in content.findChildren(Combo) if e.accessibleName() == "Language"]
    names = [choice.itemText(each) for each in range(choice.count())]
    assert names == ["English", "Gàidhlig: a draft that no speaker has checked yet"]
