"""A date that cannot be read stays in its field, and nobody leaves it without having heard."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.ui.shell import window_place
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.widgets.fields.date_edit import DateEdit

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(look, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(window_place, "watch", lambda _window: None)  # wider than this screen
    made = MainWindow(look, Settings())
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.open_sample()
    QApplication.processEvents()
    yield made
    made.close_after_crash()


def action(window):
    """The first action with a date."""
    return next(
        each.action for each in window.open_document.session.view.plan.live if each.action.due
    )


def assessment(window):
    return window.open_document.session.assessment


def date_fields(window):
    page = window.open_document.workbook.page
    return [each for each in page.findChildren(DateEdit) if each.isVisibleTo(page)]


def on_prepare(window):
    window.go_to(Address(Page.PREPARE))
    return date_fields(window)[0]


def on_what_now(window):
    window.go_to(Address(Page.WHAT_NOW))
    return date_fields(window)[0]


def in_an_action(window):
    window.go_to(Address(Page.PLAN, action(window).id))
    return window.open_document.pages.plan.action.form.fields["due"].control


def in_the_table(window):
    window.go_to(Address(Page.PLAN))
    return open_cell(window, action(window).id)


def in_a_shared_part(window):
    window.go_to(Address(Page.PARTS))
    return next(each for each in window.open_document.workbook.page.findChildren(DateEdit))


def open_cell(window, key):
    tree = window.open_document.pages.plan.table.tree
    tree.setFocus()
    tree.go_to(key)
    here = tree.currentIndex()
    tree.setCurrentIndex(here.siblingAtColumn(tree.columns().fields.index("due")))
    QTest.keyClick(tree, Qt.Key.Key_F2)
    QApplication.processEvents()
    return tree.findChild(DateEdit)


PLACES = (on_prepare, on_what_now, in_an_action, in_the_table, in_a_shared_part)


def close(window):
    return window.close()


def another_page(window):
    before = window.open_document.workbook.page.address()
    window.go_to(Address(Page.UNDERSTAND))
    return window.open_document.workbook.page.address() != before


def another_document(window):
    before = window.open_document
    window.open_sample()
    return window.open_document is not before


def another_language(window):
    before = window.open_document
    window.speak("en_GB")
    return window.open_document is not before


WAYS = (close, another_page, another_document, another_language)


def type_in(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


@pytest.mark.parametrize("leave", WAYS)
@pytest.mark.parametrize("place", PLACES)
def test_leaving_stays_once_and_says_which_field(window, place, leave):
    field = place(window)
    type_in(field, "31/2/2027")
    assert not leave(window)
    workbook = window.open_document.workbook
    assert window._stack.currentWidget() is workbook
    said = workbook._notice.accessibleName()
    assert "31/2/2027" in said
    assert field.accessibleName() in said
    assert field.text() == "31/2/2027"
    assert field.hasFocus()
    type_in(field, "28/2/2027")
    field.take()
    assert workbook._notice.isHidden()
    type_in(field, "31/2/2027")
    assert not leave(window)
    assert leave(window)


@pytest.mark.parametrize("place", PLACES[:-1])
def test_a_date_in_the_field_one_is_in_is_kept_on_closing(window, place):
    field = place(window)
    type_in(field, "1 Sep 2028")
    assert window.close()
    kept = load_document(window.settings.recent[0].path).assessment
    dates = {kept.profile.review, *(each.due for each in kept.actions.values())}
    assert dt.date(2028, 9, 1) in dates


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_cell_of_the_table_stays_open_until_its_date_is_mended(window, key):
    first, before = action(window), action(window).due
    field = in_the_table(window)
    type_in(field, "31/2/2027")
    QTest.keyClick(field, key)
    QApplication.processEvents()
    assert field.isVisible()
    assert field.text() == "31/2/2027"
    assert "Write a date" in window.open_document.workbook._notice.accessibleName()
    type_in(field, "28/2/2027")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    due = next(each.due for each in assessment(window).actions.values() if each.id == first.id)
    assert due == dt.date(2027, 2, 28) != before


def test_escape_gives_up_what_cannot_be_read(window):
    field = in_the_table(window)
    type_in(field, "banana")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert window.open_document.pages.plan.table.tree._delegate.open_cell is None
    assert window.close()


def test_a_cell_keeps_what_cannot_be_read_where_the_rows_change_around_it(window):
    field = in_the_table(window)
    type_in(field, "banana")
    session, tree = window.open_document.session, window.open_document.pages.plan.table.tree
    assert session.attempt("Add an action", edits.add_action, "Another", "now")
    QApplication.processEvents()
    assert tree._delegate.unread.editor.text() == "banana"
    before = assessment(window)
    window.open_document.pages.plan.table._add()
    QApplication.processEvents()
    assert assessment(window) is before
    assert tree._delegate.unread.editor.hasFocus()


def test_a_title_that_is_still_being_typed_in_its_cell_is_kept_on_closing(window):
    window.go_to(Address(Page.PLAN))
    tree = window.open_document.pages.plan.table.tree
    tree.setFocus()
    tree.go_to(action(window).id)
    tree.edit_title()
    QApplication.processEvents()
    editor = tree._delegate.open_cell.editor
    editor.selectAll()
    QTest.keyClicks(editor, "Typed and then closed")
    assert window.close()
    kept = load_document(window.settings.recent[0].path).assessment
    assert "Typed and then closed" in {each.title for each in kept.actions.values()}


def test_a_refresh_leaves_a_date_to_be_mended_where_it_is(window):
    field = on_prepare(window)
    type_in(field, "banana")
    organisation = next(
        each
        for each in window.open_document.workbook.page.findChildren(
            type(window.open_document.prepare.organisation.control)
        )
        if "Organisation" in each.accessibleName()
    )
    organisation.setFocus()
    QTest.keyClicks(organisation, "x")
    QApplication.processEvents()
    assert field.text() == "banana"
