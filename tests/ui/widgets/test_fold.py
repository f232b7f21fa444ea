from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from nttp_readiness.ui.widgets import fold as fold_module
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.prose import Prose


@pytest.fixture
def fold(look, put):
    body = QLabel("Body")
    made: Any = Fold(look, "Guide & more", "Why it matters, what good looks like", body)
    put(made, body)
    made.body = body
    return made


def test_a_fold_says_that_it_can_be_opened_and_whether_it_is(fold, face, qtbot):
    said = face(fold)
    assert (said.role(), said.text(QAccessible.Text.Name)) == (
        QAccessible.Role.Button,
        "Guide & more",
    )
    state = said.state()
    assert (state.expandable, state.expanded, state.collapsed) == (True, False, True)
    qtbot.keyClick(fold, Qt.Key.Key_Space)
    state = face(fold).state()
    assert (state.expanded, state.collapsed) == (True, False)


def test_only_the_user_is_heard(fold, qtbot):
    heard: list[object] = []
    fold.opened.connect(heard.append)
    fold.setChecked(True)
    assert (fold.body.isVisible(), heard) == (True, [])
    qtbot.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert (fold.body.isVisible(), heard) == (False, [False])


def test_assistive_technology_can_press_it(fold, face):
    actions = face(fold).actionInterface()
    press = QAccessibleActionInterface.pressAction()
    assert press in actions.actionNames()
    actions.doAction(press)
    assert fold.body.isVisible()


def test_extra_words_go_below_the_name_where_they_do_not_fit(fold, look):
    assert fold.heightForWidth(320) > fold.heightForWidth(900)
    look.set_text_size(2.0)
    assert fold.heightForWidth(320) > 3 * look.line("guide")


@pytest.fixture
def said(monkeypatch):
    """What is announced."""
    heard: list[str] = []
    monkeypatch.setattr(fold_module, "announce", lambda _widget, words: heard.append(words))
    return heard


def opened(look, put, qtbot, *parts):
    body = QWidget()
    column = QVBoxLayout(body)
    for part in parts:
        column.addWidget(part)
    made: Any = Fold(look, "More", "", body)
    put(made, body)
    made.setFocus()
    qtbot.keyClick(made, Qt.Key.Key_Space)
    QApplication.processEvents()
    return made


def test_what_no_key_leads_to_is_said_as_it_opens(look, put, qtbot, said):
    made = opened(look, put, qtbot, Prose(look, "First words"), Prose(look, "And more."))
    qtbot.keyClick(made, Qt.Key.Key_Space)
    assert said == ["opened: First words. And more.", "closed"]


def test_what_has_a_control_is_said_as_far_as_that(look, put, qtbot, said):
    opened(look, put, qtbot, Prose(look, "Before"), QLineEdit(), Prose(look, "Behind"))
    assert said == ["opened: Before."]


def test_what_is_too_long_to_follow_ends_with_the_key_that_reads_it(look, put, qtbot, said):
    opened(look, put, qtbot, *(Prose(look, "A sentence of some length. " * 9) for _ in range(5)))
    (words,) = said
    assert words.endswith("F7 reads the rest.")
    assert len(words) < 1000
