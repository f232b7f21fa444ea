"""Five cards and some chips are one group of radio buttons."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit

from nttp_readiness.presentation.words.level_texts import LevelWords
from nttp_readiness.ui.widgets.fields.answer_group import AnswerGroup

LEVELS = [LevelWords(name, f"{name} it is.") for name in ("None", "Some", "Half", "Most", "All")]
Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def group(look, put):
    made: Any = AnswerGroup(look)
    made.set_choices("Is there room?", LEVELS, not_relevant=True)
    put(made, QLineEdit(), height=900)
    made.heard = []
    made.chosen.connect(made.heard.append)
    return made


def focused():
    widget = QApplication.focusWidget()
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def press(qtbot, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def test_arrows_run_through_cards_then_chips_and_wrap(group, qtbot):
    group.focus_choice()
    names = []
    for _ in range(9):
        press(qtbot, Key.Key_Down)
        names.append(focused())
    assert names == [
        *("1 Some", "2 Half", "3 Most", "4 All"),
        *("Not sure", "Not relevant to us", "Rather not say"),
        *("0 None", "1 Some"),
    ]
    assert group.heard == [1, 2, 3, 4, "not_sure", "not_relevant", "rather_not_say", 0, 1]


def test_arrows_go_back_and_wrap_as_well(group, qtbot):
    group.focus_choice()
    press(qtbot, Key.Key_Up)
    assert (focused(), group.value) == ("Rather not say", "rather_not_say")
    press(qtbot, Key.Key_Left)
    assert group.value == "not_relevant"


def test_arrows_pass_over_an_answer_that_is_not_offered(group, qtbot):
    group.set_choices("Is there room?", LEVELS, not_relevant=False)
    group.show_choice("not_sure")
    group.focus_choice()
    press(qtbot, Key.Key_Right)
    assert group.heard == ["rather_not_say"]


def test_ctrl_and_an_arrow_look_without_choosing(group, qtbot):
    group.show_choice(1)
    group.focus_choice()
    press(qtbot, Key.Key_Down, Key.Key_Down, modifier=Control)
    assert (focused(), group.value, group.heard) == ("3 Most", 1, [])
    press(qtbot, Key.Key_Space)
    assert group.heard == [3]


def test_the_whole_group_is_one_tab_stop_at_the_answer_that_is_chosen(group, qtbot):
    group.show_choice(3)
    group.focus_choice()
    press(qtbot, Key.Key_Tab)
    assert focused() == "Clear this answer"
    press(qtbot, Key.Key_Backtab)
    assert focused() == "3 Most"


def test_without_an_answer_tab_reaches_the_first_card(group, qtbot):
    group.show_choice(2)
    group.show_choice(None)
    stops = [
        b
        for b in (*group.cards, *group.chips.values())
        if b.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == [group.cards[0]]


@pytest.mark.parametrize(
    ("key", "value"),
    [("0", 0), ("4", 4), ("N", "not_sure"), ("n", "not_sure"), ("R", "not_relevant"),
     ("s", "rather_not_say")],
)  # fmt: skip
def test_single_keys_choose(group, key, value):
    assert group.press(key)
    assert (group.heard, group.value) == ([value], value)


def test_other_keys_mean_nothing_and_neither_does_one_that_is_not_offered(group):
    group.set_choices("Is there room?", LEVELS, not_relevant=False)
    assert [group.press(key) for key in ("5", "x", "", "R")] == [False] * 4
    assert group.heard == []


def test_showing_an_answer_by_program_tells_nobody(group):
    for value in (2, "not_sure", None, 0):
        group.show_choice(value)
        assert group.value == value
    assert group.heard == []
    assert group.cards[0].isChecked()


def test_choosing_the_same_again_tells_nobody(group, qtbot):
    group.show_choice(1)
    qtbot.mouseClick(group.cards[1], Qt.MouseButton.LeftButton)
    assert group.heard == []


def test_a_click_anywhere_on_a_card_chooses_it(group, qtbot):
    card = group.cards[4]
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().bottomRight() / 1.01)
    assert group.heard == [4]


def test_clear_takes_the_answer_away_and_keeps_the_focus_where_it_was(group, qtbot):
    group.press("2")
    qtbot.mouseClick(group.clear_button, Qt.MouseButton.LeftButton)
    assert group.heard == [2, None]
    assert (group.value, focused()) == (None, "2 Half")
    assert not any(button.isChecked() for button in group.cards)
    assert not group.clear_button.isEnabled()


def test_clear_by_program_tells_nobody(group):
    group.show_choice(2)
    group.clear()
    assert (group.value, group.heard) == (None, [])


def test_after_clear_the_same_answer_can_be_chosen_again(group, qtbot):
    group.press("2")
    group.clear_button.click()
    group.press("2")
    assert group.heard == [2, None, 2]


def test_the_question_names_a_real_group(group, face):
    said = face(group)
    assert said.role() == QAccessible.Role.Grouping
    assert said.text(QAccessible.Text.Name) == "Is there room?"
    group.show_choice(1)
    assert face(group.cards[1]).state().checked
    assert not face(group.cards[0]).state().checked


def test_what_assistive_technology_checks_counts_as_chosen(look, put, face):
    group = AnswerGroup(look)
    group.set_choices("How?", [LevelWords("Name", "Words")] * 5, not_relevant=True)
    put(group)
    heard: list[object] = []
    group.chosen.connect(heard.append)
    for button in (group.cards[3], group.chips["not_sure"], group.cards[0]):
        action = face(button).actionInterface()
        assert action is not None
        action.doAction(action.actionNames()[0])
    assert heard == [3, "not_sure", 0]
    assert group.value == 0
