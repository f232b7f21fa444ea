"""Rows of radio buttons: one group, one tab stop, words for every reader."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from nttp_readiness.ui.widgets.fields.radio_rows import RadioRows, RowChoice

CHOICES = (
    RowChoice("plan", "Action plan", "PDF", "Everything we found and decided, to work with."),
    RowChoice("page", "One page", "PDF", "Where we stand, to pin up."),
    RowChoice("plain", "Tea & cake"),
)


@pytest.fixture
def rows(look, put):
    group = RadioRows(look, CHOICES)
    group.setAccessibleName("What do you need?")
    put(group, width=340, height=900)
    return group


def test_rows_say_name_kind_and_use(rows, face):
    said = [
        [face(rows).child(n).text(kind) for n in range(3)]
        for kind in (QAccessible.Text.Name, QAccessible.Text.Description)
    ]
    assert said[0] == ["Action plan", "One page", "Tea & cake"]
    assert said[1][1:] == ["PDF. Where we stand, to pin up.", ""]


def test_arrows_choose_and_wrap_and_only_the_user_is_heard(rows, qtbot):
    heard: list[object] = []
    rows.chosen.connect(heard.append)
    rows.show_choice("plan")
    rows.focus_choice()
    assert heard == []
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert heard == ["plain", "plan"]
    assert rows.value == "plan"


def test_another_order_keeps_what_was_chosen_and_its_focus(rows, face):
    rows.show_choice("plan")
    rows.focus_choice()
    rows.set_order(CHOICES[::-1])
    assert rows.value == "plan"
    assert QApplication.focusWidget().accessibleName() == "Action plan"
    assert face(rows).child(0).text(QAccessible.Text.Name) == "Tea & cake"
    assert face(rows).child(2).state().checked


def test_fewer_rows_hide_the_rest_and_let_go_of_what_was_chosen_there(rows, face, qtbot):
    rows.show_choice("plain")
    rows.set_order(CHOICES[:2])
    assert rows.value is None
    assert [face(rows).child(n).state().invisible for n in range(3)] == [0, 0, 1]
    rows.show_choice("page")
    rows.focus_choice()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert rows.value == "plan"
    rows.set_order(CHOICES)
    assert face(rows).child(2).text(QAccessible.Text.Name) == "Tea & cake"
    assert not face(rows).child(2).state().invisible


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
def test_no_word_is_cut_off_at_any_text_size(rows, look, factor):
    look.set_text_size(factor)
    QApplication.processEvents()
    for row in rows.findChildren(type(rows._rows[0])):
        assert row.height() >= row.heightForWidth(row.width())
        assert row.heightForWidth(130) >= row.heightForWidth(600)
    plan = rows.findChildren(type(rows._rows[0]))[0]
    assert plan.heightForWidth(130) > plan.heightForWidth(600)
