"""Settings on one page, kept at once, in step with the menus; and going on by itself."""

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from nttp_readiness.address import Address
from nttp_readiness.storage.account import settings as stored
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.ui.reflect import reflect_page
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.shell.settings_content import SettingsContent
from nttp_readiness.ui.widgets.fields.combo import Combo
from nttp_readiness.ui.widgets.fields.radio_boxes import RadioBoxes
from nttp_readiness.ui.widgets.fields.tick_box import TickBox
from nttp_readiness.ui.widgets.prose import Prose


@pytest.fixture
def window(look, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    shown = MainWindow(look, Settings())
    qtbot.addWidget(shown, before_close_func=lambda closing: closing.close())
    shown.resize(1280, 800)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown
    look.set_text_size(1.0)
    look.set_theme("light")


def page(window):
    window.show_settings()
    QApplication.processEvents()
    return window.findChild(SettingsContent)


def tick(window, beginning):
    boxes = page(window).findChildren(TickBox)
    next(each for each in boxes if each.accessibleName().startswith(beginning)).click()


def ticked(window, name):
    return window.menus._switches[name].isChecked()


@pytest.mark.parametrize(
    ("beginning", "name", "now"),
    [
        ("Show an estimate", "show_time", False),
        ("Single keys", "single_keys", False),
        ("Go on by itself", "go_on", True),
    ],
)
def test_each_switch_is_kept_and_ticked_in_the_menu(window, beginning, name, now):
    assert ticked(window, name) is not now
    tick(window, beginning)
    assert getattr(stored.load(), name) is now
    assert ticked(window, name) is now
    window.menus._switches[name].trigger()
    assert getattr(stored.load(), name) is not now


def test_theme_and_text_size_show_at_once(window):
    words = page(window)
    boxes = words.findChildren(RadioBoxes)
    names = ["As the system", "Light", "Dark", "High contrast"]
    (themes,) = [each for each in boxes if [b.text() for b in each._boxes] == names]
    themes.chosen.emit("dark")
    assert window.look.dark
    assert window.menus._themes["dark"].isChecked()
    words.findChild(Combo).chosen.emit(150)
    assert window.look.factor == 1.5
    kept = stored.load()
    assert (kept.theme, kept.text_size) == ("dark", 150)


def test_a_language_is_asked_for_only_where_there_are_two(window, monkeypatch):
    names = [each.accessibleName() for each in page(window).findChildren(Combo)]
    assert "Language" in names
    from nttp_readiness import i18n

    monkeypatch.setattr(i18n, "offered", lambda: (("en", "English"),))
    fewer = SettingsContent(window.look, window.settings)
    assert "Language" not in [each.accessibleName() for each in fewer.findChildren(Combo)]


def test_the_accessibility_statement_names_what_was_not_tried(window):
    window.show_help("accessibility")
    QApplication.processEvents()
    said = " ".join(each.plain() for each in window.findChildren(Prose) if each.isVisible())
    assert "WCAG 2.2" in said
    assert "Not tried yet" in said


@pytest.fixture
def question(window, monkeypatch):
    monkeypatch.setattr(reflect_page, "GO_ON_MS", 0)
    window.open_sample()
    window.open_document.workbook.show_address(Address.parse("reflect/WEL-2"))
    QApplication.processEvents()
    return window.open_document.reflect


def settle():
    for _ in range(5):
        QApplication.processEvents()


def test_without_the_setting_an_answer_stays(window, question):
    question.press("2")
    settle()
    assert str(question.address()) == "reflect/WEL-2"


def test_with_it_a_key_and_a_click_go_on(window, question):
    tick(window, "Go on by itself")
    window.open_document.workbook.show_address(Address.parse("reflect/WEL-2"))
    window._stack.setCurrentWidget(window.open_document.workbook)
    question.press("2")
    settle()
    assert str(question.address()) == "reflect/WEL-3"
    card = question._question.group.cards[1]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    settle()
    assert str(question.address()) == "reflect/WEL-4"
    assert window.open_document.session.assessment.answer("WEL-3").choice == 1


def test_quick_digits_answer_one_question_each(window, question, monkeypatch):
    """From a paper beside the keyboard: the second came before the page had turned."""
    monkeypatch.setattr(reflect_page, "GO_ON_MS", 60_000)
    question.go_on_by_itself = True
    for level in "213":
        question.press(level)
    held = window.open_document.session.assessment
    assert [held.answer(key).choice for key in ("WEL-2", "WEL-3", "WEL-4")] == [2, 1, 3]


def test_arrows_and_clearing_never_go_on(window, question):
    question.go_on_by_itself = True
    group = question._question.group
    group.focus_choice()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    settle()
    assert str(question.address()) == "reflect/WEL-2"
    group.clear_button.click()
    settle()
    assert str(question.address()) == "reflect/WEL-2"


# ---- papers of the organisation


@pytest.fixture
def choosing(window):
    """The settings with a chooser that answers with `path`."""

    def show(path):
        words = page(window)
        words.house._ask = lambda _parent, _key, _heading: str(path)
        return words.house

    return show


def press(house, name):
    found = [each for each in house.findChildren(QAbstractButton) if each.accessibleName() == name]
    assert len(found) == 1
    found[0].click()
    QApplication.processEvents()


def test_a_template_is_chosen_kept_and_let_go_again(choosing, tmp_path):
    path = tmp_path / "board.docx"
    docx.Document().save(path)
    house = choosing(path)
    press(house, "Choose: Word template")
    assert stored.load().template == str(path)
    assert str(path) in [each.plain() for each in house.findChildren(Prose)]
    press(house, "Use none: Word template")
    assert stored.load().template == ""


@pytest.mark.parametrize(
    ("what", "name"), [("Word template", "x.docx"), ("Logo", "x.png"), ("Logo", "gone.png")]
)
def test_what_cannot_be_used_is_said_and_changes_nothing(choosing, tmp_path, what, name):
    if name != "gone.png":
        (tmp_path / name).write_bytes(b"no such thing")
    house = choosing(tmp_path / name)
    press(house, f"Choose: {what}")
    assert house._notice.isVisible()
    assert "What you had stays as it was." in house._notice.accessibleName()
    assert (stored.load().template, stored.load().logo) == ("", "")


def test_thinking_better_of_it_changes_nothing(choosing):
    house = choosing("")
    press(house, "Choose: Folder of typefaces")
    assert stored.load().faces == ""
    assert not house._notice.isVisible()
