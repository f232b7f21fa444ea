"""Five decisive sentences stand in view at once on a small laptop, and signs unfold on the way."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nttp_readiness.address import Page
from nttp_readiness.ui.reflect.reflect_page import ReflectPage

MENU = 30
"""What the bar of menus takes of the window's height."""


def unfolded(page):
    return [card.key for card in page._question.group.cards if card.unfolded]


def settle():
    for _ in range(6):
        QApplication.processEvents()


@pytest.fixture
def page(put_in_workbook, council):
    return put_in_workbook(
        council, lambda look, session: {Page.REFLECT: ReflectPage(look, session)}, "reflect/WEL-2",
    )  # fmt: skip


def test_the_signs_of_the_level_that_one_comes_to_unfold_and_the_others_fold(page):
    group = page._question.group
    group.cards[1].setFocus(Qt.FocusReason.TabFocusReason)
    assert unfolded(page) == ["1"]
    tall = group.cards[1].heightForWidth(620)
    QTest.keyClick(group.cards[1], Qt.Key.Key_Down)
    assert unfolded(page) == ["2"]
    assert group.cards[1].heightForWidth(620) <= tall


def test_a_click_lands_on_the_card_below_one_that_folds(page):
    """The cards move only once the button is up, or the one below would be chosen."""
    group = page._question.group
    group.cards[0].setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    card = group.cards[2]
    spot = QPoint(card.width() // 2, card.height() - 4)
    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=spot)
    settle()
    assert unfolded(page) == ["0"]
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=spot)
    assert (group.value, unfolded(page)) == (2, ["2"])


def test_another_question_begins_with_all_folded(page):
    page._question.group.cards[1].setFocus(Qt.FocusReason.TabFocusReason)
    page.open("WEL-3")
    page.refresh()
    assert unfolded(page) == []


def test_all_five_sentences_of_each_question_stand_in_view_on_a_small_laptop(
    put_in_workbook, council
):
    page = put_in_workbook(
        council, lambda look, session: {Page.REFLECT: ReflectPage(look, session)}, "reflect/LEA-1",
        width=911, height=472 - MENU,
    )  # fmt: skip
    cut = []
    for each in council.asked:
        page.open(each.id)
        page.refresh()
        page.page.to_top()
        settle()
        view = page.page.viewport()
        for card in page._question.group.cards:
            top = card.mapTo(view, QPoint()).y()
            if not 0 <= top <= top + card.height() <= view.height():
                cut.append((each.id, card.key, top + card.height() - view.height()))
    assert cut == []


def test_signs_are_heard_with_the_level(page):
    first = page.session.assessment.bank.by_id["WEL-2"].levels[1]
    said = page._question.group.cards[1].accessibleDescription()
    assert said.startswith(first.sentence)
    assert all(sign in said for sign in first.signs)
