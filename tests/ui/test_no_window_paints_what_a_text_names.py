"""A document whose every text is an image tag: every page shows it as it stands, in every state.

The tag names a picture of one colour on this computer, so one look for that colour is enough.
"""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu

from nttp_readiness.address import Address
from nttp_readiness.presentation.screens.earlier_versions import VersionWords
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.documents.documents import save_document
from nttp_readiness.ui.shell.crash_dialog import CrashDialog
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.shell.recovery.damaged_content import DamagedContent
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workshop.ballots.respond_window import RespondWindow
from tests.ui.texts_that_name_a_picture import hostile, seen, settle, tag_in

PAGES = (
    "prepare", "reflect/WEL", "reflect/WEL-2", "check", "understand", "plan", "plan/WEL-2/first",
    "share", "support",
)  # fmt: skip


@pytest.fixture(scope="module")
def no_widget_outlives_its_test():
    """In place of the one for every test: here a window serves all of them."""
    return


@pytest.fixture(scope="module")
def tag(tmp_path_factory):
    return tag_in(tmp_path_factory.mktemp("p"))


@pytest.fixture(scope="module")
def window(the_look, tag, council, tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NTTP_READINESS_HOME", str(home))
        document, count = hostile(council, tag)
        assert count > 500
        path = home / "hostile.readiness"
        save_document(path, document, expected=None)
        the_look.set_theme("light")
        the_look.set_text_size(1.0)
        shown = MainWindow(the_look, Settings())
        shown.resize(1280, 900)
        shown.show()
        shown.open_file(path)
        assert shown.open_document is not None
        yield shown
        shown.close()


@pytest.mark.parametrize("width", [1280, 911])
@pytest.mark.parametrize("page", PAGES)
def test_no_page_paints_it(window, tag, page, width):
    window.resize(width, 900)
    window.open_document.workbook.show_address(Address.parse(page))
    settle()
    for fold in window.findChildren(Fold):
        if fold.isVisible() and fold.isEnabled():
            fold.setChecked(True)
    settle()
    shown = window.open_document.workbook.page
    words = [each.plain() for each in shown.findChildren(Prose) if each.isVisible()]
    words += [each.text() for each in shown.findChildren(QLineEdit) if each.isVisible()]
    assert page == "share" or any("<img" in each for each in words), "nothing was tried"
    assert not seen(window)
    for area in (shown, *shown.findChildren(type(window.open_document.reflect.page))):
        body = getattr(area, "body", None)
        assert body is None or not seen(body)


@pytest.mark.parametrize("page", ["compare", "next-round", "list", "find", "workshop"])
def test_no_page_beside_the_five_places_paints_it(window, tag, page):
    window.resize(1280, 900)
    window.open_document.workbook.show_address(Address.parse(page))
    settle()
    if page == "find":
        for field in window.open_document.workbook.page.findChildren(QLineEdit):
            QTest.keyClicks(field, "img")
        QTest.qWait(300)
    assert window.open_document.workbook.page.isVisible()
    assert not seen(window)


def test_no_page_that_stands_over_them_paints_it(window, tag):
    window.resize(1280, 900)
    for show in (window.restore, window.delete, window.show_settings):
        show()
        settle()
        overlay = window._stack.currentWidget()
        assert overlay is not window.open_document.workbook
        assert not seen(window)
        overlay.left.emit()
    words = VersionWords(tag, tag)
    damaged = DamagedContent(window.look, tag, tag, [words], words, readable=True)
    window.lay_over(tag, damaged)
    settle()
    assert sum(tag in each.plain() for each in damaged.findChildren(Prose)) >= 4
    assert not seen(window)
    window._stack.currentWidget().left.emit()


def test_no_window_beside_it_paints_it(window, tag, qtbot):
    answering = RespondWindow(window.look, window.open_document.autosave.path)
    dialog = CrashDialog(window, safe=True)
    for each in (answering, dialog):
        qtbot.addWidget(each)
        each.show()
        settle()
        assert not seen(each)
        each.close()


def test_no_menu_and_no_notice_paints_it(window, tag):
    window.resize(911, 900)
    window.open_document.workbook.show_address(Address.parse("reflect/WEL-2"))
    window.open_document.session.undo_stack.clear()
    window.tell(tag)
    window.open_document.workbook.tell(tag)
    window.open_document.workbook.places_bar.open_menu()
    settle()
    menus = [each for each in window.findChildren(QMenu) if each.isVisible()]
    assert menus
    assert not any(map(seen, (window, *menus)))
    for menu in menus:
        menu.close()
    window._notice.hide()


def test_the_start_page_does_not_paint_it(window, tag):
    window.close_document()
    window.resize(1280, 900)
    settle()
    texts = [each.plain() for each in window.start.findChildren(Prose) if each.isVisible()]
    assert tag in texts
    assert not seen(window)


@pytest.mark.parametrize("kind", [MainWindow, CrashDialog])
def test_an_ordinary_label_in_these_windows_is_caught(window, tag, qtbot, kind):
    shown = window
    if kind is CrashDialog:
        shown = CrashDialog(window, safe=True)
        qtbot.addWidget(shown)
        shown.show()
    label = QLabel(tag, shown)
    label.resize(200, 100)
    label.show()
    settle()
    caught = seen(shown)
    label.hide()
    label.deleteLater()
    assert caught
