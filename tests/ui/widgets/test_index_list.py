from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QWidget

from nttp_readiness.ui.widgets.navigation_list import NavigationList, NavigationRow

ROWS = (
    NavigationRow("prepare", "Prepare", "Done", "prepare", done=True),
    NavigationRow("reflect", "Reflect", "10 of 56", "reflect"),
    NavigationRow("plan", "Plan", "", "plan"),
)


@pytest.fixture
def places(look, put):
    made: Any = NavigationList(look, "Places")
    made.show_rows(ROWS)
    made.heard = []
    made.chosen.connect(made.heard.append)
    put(QLineEdit(), made)
    return made


def test_arrows_and_clicks_are_heard_and_showing_is_not(places, qtbot):
    places.show_current("reflect")
    assert (places.current(), places.heard) == ("reflect", [])
    qtbot.keyClick(places, Qt.Key.Key_Down)
    assert places.heard == ["plan"]
    first = places.visualRect(places.model().index(0, 0))
    qtbot.mouseClick(places.viewport(), Qt.MouseButton.LeftButton, pos=first.center())
    assert places.heard == ["plan", "prepare"]


def test_new_states_keep_the_row_and_tell_nobody(places):
    places.show_current("plan")
    places.show_rows((*ROWS[:2], NavigationRow("plan", "Plan", "14 actions", "plan")))
    places.show_rows((*ROWS[1:2], NavigationRow("plan", "Plan", "15 actions", "plan")))
    assert (places.current(), places.heard) == ("plan", [])
    places.show_rows(ROWS[:1])
    assert (places.current(), places.heard) == ("", [])


def test_each_row_says_name_and_status(places, face):
    said = face(places)
    assert (said.role(), said.text(QAccessible.Text.Name)) == (QAccessible.Role.List, "Places")
    rows = [said.child(n).text(QAccessible.Text.Name) for n in range(said.childCount())]
    assert rows == ["Prepare, Done", "Reflect, 10 of 56", "Plan"]


def test_single_keys_pass_the_list_and_reach_the_page(look, put, qtbot):
    class Window(QWidget):
        def keyPressEvent(self, event):
            heard.append(event.text())

    heard: list[object] = []
    window = Window()
    places = NavigationList(look, "Places", parent=window)
    places.show_rows(ROWS)
    put(window)
    places.setFocus()
    qtbot.keyClicks(places, "3r")
    assert heard == ["3", "r"]


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_rows_grow_with_the_text_and_the_places_are_shown_whole(look, places, size, qapp):
    look.set_text_size(size)
    qapp.processEvents()
    last = places.visualRect(places.model().index(2, 0))
    assert last.height() >= look.line("card") + 8
    assert places.viewport().rect().contains(last)
