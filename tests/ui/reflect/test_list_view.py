"""Reflect as a list: the same answers, a whole domain at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.editing import edits
from nttp_readiness.ui.reflect.list_page import ListPage
from nttp_readiness.ui.reflect.reflect_page import ReflectPage
from nttp_readiness.ui.widgets.fields.answer_group import AnswerRow
from tests.ui.focus import focused


@pytest.fixture
def page(put_in_workbook, council):
    cleared = edits.answer(council, "WEL-2", None)
    return put_in_workbook(
        cleared,
        lambda look, session: {
            Page.LIST: ListPage(look, session), Page.REFLECT: ReflectPage(look, session),
        },
        "list/WEL",
    )  # fmt: skip


def groups(page):
    return [each for each in page.findChildren(AnswerRow) if each.isVisible()]


def choice(page, key):
    return page.session.assessment.answer(key).choice


def test_every_question_of_the_domain_is_there_with_its_answer(page, council):
    asked = [each.id for each in council.asked if council.bank.domain_of[each.id].code == "WEL"]
    assert len(groups(page)) == len(asked) > 3
    assert [each.accessibleName() for each in groups(page)] == [
        council.statement(council.bank.by_id[key]) for key in asked
    ]
    assert [each.value for each in groups(page)] == [choice(page, key) for key in asked]


def test_the_focus_begins_at_what_is_open_and_keys_answer_there(page):
    group = focused().parentWidget()
    assert page._rows["WEL-2"].answers is group
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_3)
    assert choice(page, "WEL-2") == 3
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert choice(page, "WEL-2") == 2
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_N)
    assert choice(page, "WEL-2") == "not_sure"
    page.session.undo_stack.undo()
    assert page._rows["WEL-2"].answers.value == 2


def test_an_answer_can_be_cleared_and_the_focus_stays_with_it(page):
    row = page._rows["WEL-1"].answers
    assert row.value is not None
    row.clear_button.click()
    assert choice(page, "WEL-1") is None
    assert row.isAncestorOf(QApplication.focusWidget())


def test_a_foundation_cannot_be_set_aside(page, council):
    for key, row in page._rows.items():
        hidden = row.answers.chips["not_relevant"].isHidden()
        assert hidden == council.bank.by_id[key].foundation


def test_one_question_is_a_link_away_and_the_list_comes_back_to_it(page):
    page._rows["WEL-3"].full.click()
    assert page.asked[-1] == "reflect/WEL-3"
    page.window().show_address(Address.parse("list"))
    assert str(page.address()) == "list/WEL-3"
    assert page._rows["WEL-3"].isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_the_list_opens_at_the_question_where_one_was_and_shows_it(page, look, qtbot, size):
    look.set_text_size(size)
    page.window().resize(911, 472)
    page.window().show_address(Address.parse("reflect/WEL-5"))
    page.window().show_address(Address.parse("list"))
    row = page._rows["WEL-5"]
    assert row.isAncestorOf(QApplication.focusWidget())
    qtbot.waitUntil(page.shows_focus)
    assert page.page.verticalScrollBar().value() > 0


def test_the_address_is_that_of_the_question_that_has_the_focus(page):
    assert str(page.address()) == "list/WEL-2"  # the first that is open
    page._rows["WEL-4"].answers.focus_choice()
    assert str(page.address()) == "list/WEL-4"
    page.window().main_button.setFocus()
    assert str(page.address()) == "list/WEL-4"
    page.row_chosen("LEA")
    assert str(page.address()).startswith("list/LEA")


def test_the_last_domain_leads_to_checking(page, council):
    page.window().show_address(Address.parse(f"list/{council.bank.domains[-1].code}"))
    assert page.main_words() == "Check your answers"
    page.main()
    assert page.asked[-1] == "check"


def test_showing_the_list_changes_nothing(page):
    before = page.session.assessment.answers
    page.window().show_address(Address.parse("list/LEA"))
    assert page.session.assessment.answers == before
    assert page.session.undo_stack.count() == 0
