"""Come back to this, by keyboard: the mark, its word, and a walk through what is not settled."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.editing import edits
from nttp_readiness.ui.reflect.check_page import CheckPage
from nttp_readiness.ui.reflect.reflect_page import ReflectPage
from nttp_readiness.ui.widgets.prose import Prose

Key = Qt.Key
HERE = "LEA-2"


@pytest.fixture
def show(put_in_workbook):
    def made(assessment, address, **size):
        def pages(look, session):
            reflect, check = ReflectPage(look, session), CheckPage(look, session)
            check.walk.connect(reflect.walk)
            check.walk.connect(lambda keys: check.go.emit(Address(Page.REFLECT, keys[0])))
            return {Page.REFLECT: reflect, Page.CHECK: check}

        reflect = put_in_workbook(assessment, pages, address, **size)
        book = reflect.window()
        return reflect, book

    return made


def answer(page, key=HERE):
    return page.session.assessment.answer(key)


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)
    QApplication.processEvents()


def texts(page):
    return [each.plain() for each in page.findChildren(Prose) if each.isVisible()]


def test_one_key_marks_and_takes_away_and_undo_brings_back(show, council, qtbot):
    page, _ = show(council, f"reflect/{HERE}")
    before = answer(page)
    press(qtbot, Key.Key_C)
    assert answer(page).come_back
    assert answer(page).choice == before.choice
    word = page._question.come_back.word.control
    assert word.isVisible()
    word.setFocus()
    qtbot.keyClicks(word, "Ask HR first")
    assert answer(page).come_back_word == "Ask HR first"
    page._question.group.focus_choice()
    press(qtbot, Key.Key_C)
    assert answer(page) == before
    page.session.undo_stack.undo()
    assert answer(page).come_back_word == "Ask HR first"


def test_a_letter_c_in_a_note_marks_nothing(show, council, qtbot):
    page, _ = show(council, f"reflect/{HERE}")
    page._question._fold.setChecked(True)
    note = page._question.notes.fields["note"].control
    note.setFocus()
    qtbot.keyClicks(note, "c")
    assert not answer(page).come_back


def test_a_walk_goes_from_one_to_the_next_and_back_to_the_list(show, council, qtbot):
    marked = council
    for key in ("LEA-1", "WEL-2"):
        marked = edits.write_beside(marked, key, come_back=True)
    page, book = show(marked, "check/come_back")
    check = book.page
    assert isinstance(check, CheckPage)
    assert check.through.text() == "Go through these 2"
    check.through.setFocus()
    press(qtbot, Key.Key_Space)
    assert str(page.address()) == "reflect/LEA-1"
    assert "1 of 2 that you go through" in texts(page)
    assert book.main_button.text() == "Next of these"
    press(qtbot, Key.Key_C)  # settled: the walk keeps its way
    press(qtbot, Key.Key_Return)
    assert str(page.address()) == "reflect/WEL-2"
    assert book.main_button.text() == "Back to the list"
    assert str(page.back_address()) == "reflect/LEA-1"
    press(qtbot, Key.Key_Return)
    assert book.page is check
    assert check.through.text() == "Go through this one"


def test_going_elsewhere_ends_the_walk(show, council, qtbot):
    page, book = show(edits.write_beside(council, "LEA-1", come_back=True), "check/come_back")
    book.page.through.click()
    assert "1 of 1 that you go through" in texts(page)
    page.row_chosen("WEL")
    assert "1 of 1 that you go through" not in texts(page)
    assert book.main_button.text() == "Go to the questions"


def test_the_list_says_how_long_and_hides_it_on_request(show, council):
    opened = edits.answer(council, "LEA-1", None)
    _, book = show(opened, "check")
    assert any("if you need to ask nobody else" in each for each in texts(book.page))
    book.page.show_time(False)
    book.page.refresh()
    assert not any("if you need to ask nobody else" in each for each in texts(book.page))
