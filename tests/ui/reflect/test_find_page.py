"""Ctrl+F: a field, what it finds, and the way there and back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nttp_readiness.address import Address, Page
from nttp_readiness.ui.plan.plan_page import PlanPage
from nttp_readiness.ui.reflect.find_page import FindPage
from nttp_readiness.ui.reflect.reflect_page import ReflectPage
from nttp_readiness.ui.widgets.offer_row import OfferRow


@pytest.fixture
def page(put_in_workbook, council):
    return put_in_workbook(
        council,
        lambda look, session: {
            Page.FIND: FindPage(look, session), Page.REFLECT: ReflectPage(look, session),
        },
        "reflect/WEL-2",
    )  # fmt: skip


def book(page):
    return page.window()


def rows(page):
    found = page.findChildren(OfferRow)
    return [each for each in found if each.isVisible()]


def test_typing_shows_what_holds_the_words_and_enter_opens_the_first(page):
    book(page).show_address(Address.parse("find"))
    field = QApplication.focusWidget()
    assert field.accessibleName() == "Find in questions, notes, actions and requests"
    QTest.keyClicks(field, "supervision")
    QApplication.processEvents()
    assert len(rows(page)) >= 2
    assert all(each.accessibleName() for each in rows(page))
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert page.asked
    assert page.asked[0] == str(page._shown[0].address)


def test_esc_leads_back_to_where_one_was(page):
    book(page).show_address(Address.parse("find"))
    QTest.keyClicks(QApplication.focusWidget(), "wel")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.asked == ["reflect/WEL-2"]


def test_each_result_opens_by_keyboard(page):
    book(page).show_address(Address.parse("find"))
    QTest.keyClicks(QApplication.focusWidget(), "wel-2")
    QApplication.processEvents()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), OfferRow)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert page.asked == ["reflect/WEL-2"]


def test_a_request_opens_at_its_fields(put_in_workbook, council, qtbot):
    page = put_in_workbook(
        council,
        lambda look, session: {
            Page.FIND: FindPage(look, session),
            Page.PLAN: PlanPage(look, session),
        },
        "find",
    )
    QTest.keyClicks(QApplication.focusWidget(), "trade unions")
    QApplication.processEvents()
    row = next(each for each in rows(page) if "Human resources" in each.accessibleName())
    row.click()
    plan = book(page).page
    asked = [each for each in plan.table.asks._shown if each.key == "people"]
    viewport = plan.page.viewport()
    qtbot.waitUntil(lambda: 0 <= asked[0].mapTo(viewport, QPoint()).y() < 40)
    assert QApplication.focusWidget() is asked[0].fields["who"].control
    assert asked[0].more.isVisible()
    book(page).show_address(Address.parse("plan/requests/gone"))
    assert str(book(page).page.address()) == "plan"
    assert QApplication.focusWidget() is plan.table.tree


def test_where_one_was_is_kept_and_back_leads_there(page):
    book(page).show_address(Address.parse("find"))
    assert page.session.assessment.place == "reflect/WEL-2"
    book(page).back_button.click()
    assert page.session.assessment.place == "reflect/WEL-2"
    assert book(page).page is not page


def test_what_was_looked_for_is_still_there_afterwards(page):
    book(page).show_address(Address.parse("find"))
    QTest.keyClicks(QApplication.focusWidget(), "rota")
    book(page).show_address(Address.parse("reflect/WEL-2"))
    book(page).show_address(Address.parse("find"))
    assert page.field.control.text() == "rota"
    assert page.field.control.selectedText() == "rota"


def test_finding_changes_nothing(page):
    before = page.session.assessment
    book(page).show_address(Address.parse("find"))
    QTest.keyClicks(QApplication.focusWidget(), "support")
    assert page.session.assessment == before
