"""Check your answers: rows that say what they are, and a key that goes to the question."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox

from nttp_readiness.address import Page
from nttp_readiness.domain.editing import edits
from nttp_readiness.ui.reflect.check_page import CheckPage
from nttp_readiness.ui.reflect.check_tree import CheckTree
from nttp_readiness.ui.widgets.prose import Prose
from tests.ui.focus import focused

Key = Qt.Key
SIZES = [(911, 472, 1.0), (1024, 640, 1.0), (1280, 800, 1.0), (1920, 1080, 1.0), (1024, 640, 2.0)]


@pytest.fixture
def open_check(put_in_workbook):
    def show(assessment, **size):
        return put_in_workbook(
            assessment,
            lambda look, session: {Page.CHECK: CheckPage(look, session)},
            "check",
            **size,
        )

    return show


def tree(page):
    found = page.findChild(CheckTree)
    assert found.accessibleName() == "Your answers, domain by domain"
    return found


def said(view):
    """What a reader says of the current row, as Qt exposes it."""
    face = QAccessible.queryAccessibleInterface(view)
    child = face.focusChild()
    return child.text(QAccessible.Text.Name)


def press(qtbot, key, times=1):
    for _ in range(times):
        qtbot.keyClick(QApplication.focusWidget(), key)


def rows(view):
    return [row.content.title for group in view.rows.groups for row in group.rows]


def sentences(page):
    return {each.plain() for each in page.findChildren(Prose) if each.isVisible()}


def choose_filter(qtbot, page, word):
    """Through the keys of the box that is called Show."""
    combo = next(each for each in page.findChildren(QComboBox) if each.accessibleName() == "Show")
    combo.setFocus()
    qtbot.keyClick(combo, Key.Key_Home)
    for _ in range(combo.count()):
        if combo.currentText() == word:
            return
        qtbot.keyClick(combo, Key.Key_Down)
    assert combo.currentText() == word


def test_a_row_says_its_title_its_answer_and_the_question_itself(open_check, council, qtbot):
    view = tree(open_check(council))
    assert focused() is view
    assert said(view) == "Leadership and culture, 6 of 6 answered"
    press(qtbot, Key.Key_Down)
    assert said(view) == "Visible ownership at the top, 3 Established"
    assert view.currentIndex().data(Qt.ItemDataRole.AccessibleDescriptionRole) == (
        "Foundation. It has a note. It has evidence. Staff can name the senior leader who answers"
        " for this work."
    )


def test_enter_on_a_row_opens_its_question(open_check, council, qtbot):
    page = open_check(council)
    press(qtbot, Key.Key_Down, 2)
    press(qtbot, Key.Key_Return)
    assert page.asked == ["reflect/LEA-2"]


def test_enter_on_a_domain_folds_it_and_keeps_the_other_rows(open_check, council, qtbot):
    view = tree(open_check(council))
    high = view.heightForWidth(888)
    press(qtbot, Key.Key_Return)
    assert view.heightForWidth(888) < high
    press(qtbot, Key.Key_Down)
    assert said(view) == "Staff care, support and wellbeing, 7 of 7 answered"
    view.go_to("LEA-3")  # going to a row that is folded away shows it
    assert view.heightForWidth(888) == high


def test_the_list_is_one_tab_stop(open_check, council, qtbot):
    page = open_check(council)
    view = tree(page)
    press(qtbot, Key.Key_Down, 3)
    view.window().focusNextPrevChild(True)
    assert not page.isAncestorOf(QApplication.focusWidget())
    view.window().focusNextPrevChild(False)
    assert focused() is view
    assert view.current_key() == "LEA-3"


def test_the_filter_shows_only_what_is_asked_for(open_check, council, qtbot):
    page = open_check(council)
    view = tree(page)
    assert len(rows(view)) == 60
    choose_filter(qtbot, page, "Open")
    assert rows(view) == ["Further help that we point to"]
    choose_filter(qtbot, page, "Foundations")
    assert len(rows(view)) == 12
    choose_filter(qtbot, page, "Not sure")
    assert len(rows(view)) == 6


def test_where_nothing_is_open_the_filter_says_so(open_check, council, qtbot):
    page = open_check(edits.answer(council, "SVC-6", 2))
    assert "Nothing is open." in sentences(page)
    choose_filter(qtbot, page, "Open")
    assert tree(page).isHidden()
    assert "Nothing is open. Every question has an answer." in sentences(page)


def test_answer_now_goes_to_the_first_open_question(open_check, council, qtbot):
    page = open_check(council)
    button = next(
        each for each in page.findChildren(QAbstractButton) if each.text() == "Answer now"
    )
    button.setFocus()
    press(qtbot, Key.Key_Space)
    assert page.asked == ["reflect/SVC-6"]


def test_a_change_elsewhere_keeps_the_row_and_the_scroll(open_check, council, qtbot):
    page = open_check(council)
    view = tree(page)
    press(qtbot, Key.Key_Down, 20)
    QApplication.processEvents()
    where, key = page.page.verticalScrollBar().value(), view.current_key()
    assert where > 0
    page.session.attempt("Answer", edits.answer, key, 0)
    QApplication.processEvents()
    assert (page.page.verticalScrollBar().value(), view.current_key()) == (where, key)
    assert said(view).endswith("0 Not yet")


def test_keys_bring_the_row_they_reach_into_view(open_check, council, qtbot):
    page = open_check(council, width=911, height=472)
    view = tree(page)
    press(qtbot, Key.Key_Down, 30)
    QApplication.processEvents()
    row = view.visualRect(view.currentIndex())
    top = view.viewport().mapTo(page.page.viewport(), row.topLeft()).y()
    assert top >= 0
    assert top + row.height() <= page.page.viewport().height()


def test_a_domain_chosen_at_the_side_is_scrolled_to(open_check, council, qtbot):
    page = open_check(council)
    choose_filter(qtbot, page, "Open")  # hides the domain, so it is taken away
    page.row_chosen("FEE")
    for _ in range(4):
        QApplication.processEvents()
    view = tree(page)
    top = view.viewport().mapTo(
        page.page.viewport(), view.visualRect(view.rows.find("FEE")).topLeft()
    )
    assert 0 <= top.y() <= 40
    assert page.current_row() == "FEE"


def test_back_is_the_last_question_and_the_main_button_goes_on(open_check, council):
    page = open_check(council)
    assert str(page.back_address()) == "reflect/SVC-7"
    page.main()
    assert (page.main_words(), page.asked) == ("See where we stand", ["understand"])


@pytest.mark.parametrize(("width", "height", "text"), SIZES)
def test_nothing_is_wider_than_the_page(open_check, council, look, width, height, text):
    look.set_text_size(text)
    page = open_check(council, width=width, height=height)
    assert page.page.horizontalScrollBar().maximum() == 0
    view = tree(page)
    assert view.height() >= view.heightForWidth(view.width())
    assert view.verticalScrollBar().maximum() == 0
