"""What the menus offer, which keys do it, and the help that says so."""

import shutil
import sys
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QStyle, QWidget

from nttp_readiness import resources
from nttp_readiness.address import Address
from nttp_readiness.presentation.screens import document_help, page_help, window_help
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.storage.account.settings import Recent, Settings
from nttp_readiness.storage.files import folders
from nttp_readiness.ui.shell import returned_content, window_place
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.shell.recovery import merge_content
from nttp_readiness.ui.widgets.link_content import LinkContent
from nttp_readiness.ui.widgets.overlay_page import OverlayPage
from tests.ui.focus import focused


def beside_its_own_copy(window):
    """The page on which the open assessment and a copy of its file are put together."""
    window.open_document.save()
    own = window.open_document.autosave.path
    copy = own.with_name("a colleague's.readiness")
    copy.write_bytes(own.read_bytes())
    merge_content.show(window, copy)


def tracker_that_came_back(window):
    """The page on which one chooses what a spreadsheet changes in the plan."""
    session = window.open_document.session
    request = ExportRequest(session.assessment, "tracker", ".csv", today=session.today)
    file = folders.documents() / "tracker.csv"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(forms.make(request))
    returned_content.show(window, file)


LEAVES = {
    "banks": lambda window: window.documents.choose_questions(),
    "settings": MainWindow.show_settings,
    "restore": MainWindow.restore,
    "delete": MainWindow.delete,
    "file": lambda window: window.documents.show_file(),
    "merge": beside_its_own_copy,
    "returned": tracker_that_came_back,
    "portfolio": lambda window: window.documents.many_teams(),
}


@pytest.fixture(scope="module")
def no_widget_outlives_its_test():
    """In place of the one for every test: here a window serves all of them."""
    return


@pytest.fixture(scope="module")
def one_window(the_look, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NTTP_READINESS_HOME", str(tmp_path_factory.mktemp("home")))
        shown = MainWindow(the_look, Settings())
        shown.resize(1280, 800)
        shown.show()
        shown.activateWindow()
        shown.open_sample()
        yield shown
        the_look.set_theme("light")
        shown.close()
        shown.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(one_window):
    """The window at Prepare of the sample."""
    if one_window.open_document is None:
        one_window.open_sample()
    one_window.go_to(Address.parse("prepare"))
    one_window.activateWindow()
    QApplication.processEvents()
    return one_window


def plain(label):
    return getattr(label, "plain", label.text)()


def words_on(window):
    shown = window._stack.currentWidget()
    return [plain(each) for each in shown.findChildren(QLabel) if each.isVisibleTo(shown)]


def act(window, name):
    """The act of the menus whose name begins so."""
    return next(
        each
        for each in window.findChildren(QAction)
        if each.text().replace("&", "").startswith(name)
    )


def menus_of(window):
    return [each.menu() for each in window.menuBar().actions()]


def press(window, keys):
    QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(keys))
    QApplication.processEvents()


# ---- help


def test_each_page_of_the_workbook_and_beside_it_has_help_of_its_own(window):
    pages = {"start", *window.open_document.workbook._pages, *LEAVES}
    assert pages == {*document_help.HELP, *window_help.HELP}
    headings = [page_help.page_help(each).heading for each in pages]
    assert len(set(headings)) == len(headings) > 10


@pytest.mark.parametrize("name", [*document_help.HELP, *window_help.HELP])
def test_f1_tells_of_the_page_that_is_shown_and_back_returns_to_it(window, name):
    if name == "start":
        window.close_document()
    elif name in LEAVES:
        LEAVES[name](window)
    else:
        window.go_to(Address(name))
    before = window._stack.currentWidget()
    press(window, "F1")
    assert page_help.page_help(name).heading in words_on(window)
    press(window, "Esc")
    assert window._stack.currentWidget() is before


def test_where_there_is_no_help_of_its_own_it_says_how_to_find_ones_way():
    assert "five places" in page_help.page_help(None).words[0]


# ---- keys


def test_the_page_of_keys_names_every_key_of_the_menus_and_what_it_does(window):
    with_keys = [each for each in window.findChildren(QAction) if each.shortcuts()]
    assert len(with_keys) >= 30
    window.show_help("keys")
    said = words_on(window)
    for each in with_keys:
        keys = each.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        assert any(keys in line.split(", ") for line in said), keys


def test_a_key_that_no_menu_has_is_missed_on_the_page_of_keys(window):
    planted = QAction("Planted", window)
    planted.setShortcut("Ctrl+Shift+F12")
    with pytest.raises(AssertionError, match=r"Ctrl\+Shift\+F12"):
        test_the_page_of_keys_names_every_key_of_the_menus_and_what_it_does(window)
    planted.setParent(None)


def test_no_key_stands_for_two_acts(window):
    keys = Counter(
        key.toString() for each in window.findChildren(QAction) for key in each.shortcuts()
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_in_large_letters_no_part_of_a_menu_lies_beside_the_screen(window, look):
    """The second column of the menu File did, on a small screen."""
    screen = window.screen().geometry()
    size = look.factor
    try:
        for factor, scrolls in ((1.0, 0), (2.0, 1)):
            look.set_text_size(factor)
            for menu in menus_of(window):
                hint = QStyle.StyleHint.SH_Menu_Scrollable
                assert menu.style().styleHint(hint, None, menu) == scrolls
                menu.popup(window.mapToGlobal(QPoint(0, 40)))
                QApplication.processEvents()
                assert not scrolls or screen.contains(menu.geometry())
                menu.hide()
    finally:
        look.set_text_size(size)


def test_no_letter_opens_two_entries_of_a_menu(window):
    names = [
        [entry.text() for entry in menu.actions() if entry.text()] for menu in menus_of(window)
    ]
    names.append([each.text() for each in window.menuBar().actions()])
    for menu in names:
        letters = Counter(
            text.replace("&&", "")[text.replace("&&", "").index("&") + 1].lower()
            for text in menu
            if "&" in text.replace("&&", "")
        )
        assert [each for each, count in letters.items() if count > 1] == [], menu


@pytest.mark.parametrize(
    ("keys", "page"),
    [("Ctrl+1", "prepare"), ("Ctrl+2", "reflect"), ("Ctrl+3", "check"), ("Ctrl+4", "understand"),
     ("Ctrl+5", "plan"), ("Ctrl+6", "share"), ("Ctrl+F", "find"), ("Ctrl+L", "list"),
     ("Ctrl+F1", "support"), ("Ctrl+E", "share")],
)  # fmt: skip
def test_the_key_of_a_page_opens_it_also_from_behind_a_page_of_help(window, keys, page):
    window.show_help("about")
    assert isinstance(window._stack.currentWidget(), OverlayPage)
    press(window, keys)
    assert window._stack.currentWidget() is window.open_document.workbook
    assert window.open_document.workbook.shown.value == page


def test_list_view_goes_to_the_same_question_and_back(window):
    window.go_to(Address.parse("reflect/WEL-5"))
    book = window.open_document.workbook
    press(window, "Ctrl+L")
    assert str(book.page.address()) == "list/WEL-5"
    book.page._rows["WEL-3"].answers.focus_choice()
    press(window, "Ctrl+L")
    assert str(book.page.address()) == "reflect/WEL-3"
    window.go_to(Address.parse("reflect/WEL"))  # what is asked here, before its questions
    press(window, "Ctrl+L")
    assert str(book.page.address()).startswith("list/WEL")


# ---- File


def test_recent_assessments_are_in_the_file_menu_the_latest_first(window, monkeypatch):
    found = [
        Recent(title, Path(f"/nowhere/{title}.readiness"), "", 1, 2, None)
        for title in ("One & two", "Three")
    ]
    monkeypatch.setattr(window._kept, "settings", Settings(recent=tuple(found)))
    opened: list[object] = []
    monkeypatch.setattr(window, "ask_for", opened.append)
    menus_of(window)[0].aboutToShow.emit()
    entries = window.menus._recent.actions()
    assert [each.text() for each in entries] == ["&1 One && two", "&2 Three"]
    entries[1].trigger()
    assert opened == [found[1].path]


def test_with_nothing_recent_the_entry_is_switched_off(window, monkeypatch):
    monkeypatch.setattr(window._kept, "settings", Settings())
    menus_of(window)[0].aboutToShow.emit()
    assert not window.menus._recent.isEnabled()


@pytest.mark.skipif(sys.platform == "darwin", reason="the system has the menus there")
def test_f10_goes_to_the_menus_and_esc_leads_back_to_where_one_was(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    was = QApplication.focusWidget()
    QTest.keyClick(window, Qt.Key.Key_F10)
    bar = window.menuBar()
    first = bar.actions()[0]
    assert bar.activeAction() is first
    QTest.keyClick(bar, Qt.Key.Key_Down)
    qtbot.waitUntil(first.menu().isVisible)
    QTest.keyClick(first.menu(), Qt.Key.Key_Escape)
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.activeAction() is None
    # The window's own word: where nothing is on a screen, a popup takes the activation with it.
    qtbot.waitUntil(lambda: window.focusWidget() is was)


def test_print_preview_goes_to_the_pages_themselves(window):
    act(window, "Print preview").trigger()
    assert window.open_document.workbook.shown.value == "share"
    assert QApplication.focusWidget() is window.open_document.share.preview.sheets


def test_print_asks_for_the_printer_when_the_pages_are_made(window, qtbot, monkeypatch):
    asked = []
    share = window.open_document.share

    class Nobody:
        def printer(self, *_):
            asked.append(share.made_now)
            return False

    monkeypatch.setattr(share, "_ask_person", Nobody())
    act(window, "Print…").trigger()
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [share.made_now]
    assert share.made_now is not None


def test_the_questions_can_be_changed_from_prepare_until_there_is_an_answer(window):
    window.new()
    button = window.open_document.prepare._other_bank
    assert button.isVisible()
    button.click()
    assert "Which questions?" in words_on(window)
    window.open_sample()
    window.go_to(Address.parse("prepare"))
    assert not window.open_document.prepare._other_bank.isVisible()


# ---- View


def test_high_contrast_can_be_chosen_where_the_system_does_not_ask_for_it(window):
    act(window, "High contrast").trigger()
    look = window.look
    assert (window.settings.theme, look.high_contrast) == ("contrast", True)
    pair = {look.colour(token).name() for token in ("paper", "ink", "loch", "quiet", "level2")}
    assert pair == {"#000000", "#ffffff"}
    assert look.colour("paper") != look.colour("ink")
    act(window, "Light").trigger()
    assert not look.high_contrast
    assert look.colour("loch").name() == "#0b5566"


# ---- a link that leads out


def test_a_link_of_the_guide_says_where_it_leads_and_opens_nothing_by_itself(window, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    window.go_to(Address.parse("reflect/WEL-4"))
    window.open_document.reflect._guide.link.emit("https://example.org/a?b=c")
    assert "https://example.org/a?b=c" in words_on(window)
    assert opened == []
    links = window._stack.currentWidget().findChild(LinkContent)
    links.copy_button.click()
    assert QGuiApplication.clipboard().text() == "https://example.org/a?b=c"
    assert opened == []
    links.open_button.click()
    assert opened == ["https://example.org/a?b=c"]


# ---- where the window was


@pytest.mark.parametrize(
    ("frame", "found"),
    [
        (QRect(100, 50, 900, 600), QRect(100, 50, 900, 600)),
        (QRect(3000, 50, 900, 600), QRect(1020, 50, 900, 600)),
        (QRect(-5000, -400, 900, 600), QRect(0, 0, 900, 600)),
        (QRect(1915, 1075, 900, 600), QRect(1020, 480, 900, 600)),
        (QRect(10, 10, 4000, 3000), QRect(0, 0, 1920, 1080)),
    ],
    ids=["fits", "screen taken away", "left of everything", "one corner in sight", "too large"],
)
def test_the_window_comes_back_whole_on_a_screen_that_exists(frame, found):
    assert window_place.within(frame, QRect(0, 0, 1920, 1080)) == found


def test_on_a_first_start_the_system_places_the_window_and_its_frame_fits(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    room = QGuiApplication.primaryScreen().availableGeometry()
    window_place.restore(window, "")
    assert window.height() <= room.height() - 32
    assert window.width() <= room.width() - 16
    assert not window.testAttribute(Qt.WidgetAttribute.WA_Moved)


@pytest.mark.parametrize("kept_as", [QRect(0, 0, 400, 300), QRect(0, 0, 4000, 3000)])
def test_a_place_that_was_kept_leaves_room_for_the_title_bar(qtbot, kept_as):
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(kept_as)
    kept = window_place.words(window)
    other = QWidget()
    qtbot.addWidget(other)
    window_place.restore(other, kept)
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert other.geometry().top() >= room.top() + 24
    assert other.geometry().left() >= room.left()


@pytest.mark.parametrize("beneath", ["settings", "keys", "page help"])
def test_the_questions_come_to_the_front_from_whatever_lies_over_them(window, beneath):
    {
        "settings": window.show_settings,
        "keys": lambda: window.show_help("keys"),
        "page help": window.show_page_help,
    }[beneath]()
    assert window._stack.currentWidget() is not window.open_document.workbook
    window.documents.print_questions()
    assert window._stack.currentWidget() is window.open_document.workbook
    assert str(window.open_document.workbook.page.address()) == "share/questionnaire"


@pytest.mark.parametrize("stored", ["a", "ÄÖ", "AAAA", "not base64 at all!"])
def test_a_damaged_note_of_the_windows_place_is_left_aside(window, stored):
    other = MainWindow(window.look, Settings(geometry=stored))
    first = MainWindow(window.look, Settings())
    assert other.size() == first.size()
    assert other.size().width() >= 700
    other.deleteLater()
    first.deleteLater()


def test_the_keys_of_the_edit_menu_still_belong_to_the_field_one_is_in(window):
    window.open_document.workbook.page.focus_first()
    before = focused().text()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert focused().selectedText() == before


@pytest.mark.parametrize(
    ("key", "held", "becomes"),
    [
        (Qt.Key.Key_F10, Qt.KeyboardModifier.NoModifier, "menu"),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier, "help"),
        (Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier, "plan"),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, ""),
    ],
)
def test_a_key_of_a_menu_works_before_the_menus_are_filled(
    look, qtbot, tmp_path, monkeypatch, key, held, becomes
):
    """They wait for the first paint, and whoever knows the keys does not wait for them."""
    window = MainWindow(look, Settings(), whole=False, start=False)
    qtbot.addWidget(window)
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    path = tmp_path / "ours.readiness"
    shutil.copy(resources.assets() / "samples" / "council-service.readiness", path)
    window.open_file(path)
    window.resize(1000, 700)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window._painted = False
    if window._filled:
        window.menus.take_away()
        del window.menus
    QTest.keyClick(window.windowHandle(), key, held)
    QApplication.processEvents()
    assert window._filled is bool(becomes)
    if becomes == "menu":
        assert window.menuBar().activeAction() is not None
    if becomes == "plan":
        assert str(window.open_document.workbook.page.address()).startswith("plan")
    window.close()
