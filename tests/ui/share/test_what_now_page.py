"""What now, by keyboard: each step leads where it says, and the letter is one's own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nttp_readiness.address import Page
from nttp_readiness.presentation.screens import what_now
from nttp_readiness.ui.share.result_strip import ResultStrip
from nttp_readiness.ui.share.what_now_page import WhatNowPage


@pytest.fixture
def page(put_in_workbook, council):
    return put_in_workbook(
        council, lambda look, session: {Page.WHAT_NOW: WhatNowPage(look, session)}, "what-now"
    )


def pressed(button):
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_each_step_leads_where_it_says(page):
    pressed(page.calendar)
    page.cards.click()
    page.main()
    assert page.asked == ["share/calendar", "share/card", "share"]


def test_a_day_to_look_again_is_given_by_one_press_and_undone(page):
    pressed(page.quarter)
    session = page.session
    assert session.assessment.profile.review == what_now.in_a_quarter(session.today)
    assert page.review.control.date() == session.assessment.profile.review
    session.undo_stack.undo()
    assert session.assessment.profile.review != what_now.in_a_quarter(session.today)


def test_the_letter_follows_the_plan_until_somebody_changes_it(page):
    pressed(page.quarter)
    assert "we look at what has changed" in page.letter.control.text()
    page.letter.control.setPlainText("Dear all,")
    page.session.undo_stack.undo()
    page.refresh()
    pressed(page.copy)
    assert QApplication.clipboard().text() == "Dear all,"


def test_what_was_saved_leads_there(look, qtbot, tmp_path):
    strip = ResultStrip(look)
    qtbot.addWidget(strip)
    strip.show_done("Printed.")
    assert strip.what_now.isHidden()
    strip.show_saved(tmp_path / "plan.pdf")
    with qtbot.waitSignal(strip.next_steps):
        pressed(strip.what_now)
