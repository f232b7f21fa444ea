"""Owners by keyboard: names are offered, the plan is narrowed to one of them, and looks add up."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nttp_readiness.address import Page
from nttp_readiness.domain.editing import edits, plan_edits
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.plan.plan_page import PlanPage
from nttp_readiness.ui.widgets.fields.line_edit import LineEdit
from nttp_readiness.ui.widgets.fields.name_offer import offer_names
from nttp_readiness.ui.widgets.prose import Prose

Key = Qt.Key
JUNE = dt.date(2027, 6, 1)
NAMES = ("Mòrag Abernethy, Head of Housing", "Iain MacLeòid", "Moira Grant")


@pytest.fixture(autouse=True)
def june(monkeypatch):
    monkeypatch.setattr(Session, "today", property(lambda self: JUNE))


@pytest.fixture
def show(put_in_workbook):
    def made(assessment, address="plan", **size):
        return put_in_workbook(
            assessment, lambda look, session: {Page.PLAN: PlanPage(look, session)}, address, **size
        )

    return made


@pytest.fixture
def line(look, qtbot):
    made = LineEdit(look)
    qtbot.addWidget(made)
    offer_names(look, made, lambda: NAMES)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made, made.completer()


def test_a_name_typed_before_is_taken_with_down_and_enter(line, qtbot):
    field, offer = line
    heard: list[str] = []
    field.edited.connect(heard.append)
    qtbot.keyClicks(field, "aber")
    assert offer.popup().isVisible()
    qtbot.keyClick(offer.popup(), Key.Key_Down)
    qtbot.keyClick(offer.popup(), Key.Key_Return)
    assert field.text() == NAMES[0]
    assert heard[-1] == NAMES[0], "what was chosen is kept as if it had been typed"


def test_a_second_owner_is_offered_and_the_first_stays(line, qtbot):
    field, offer = line
    qtbot.keyClicks(field, "Anna; moi")
    qtbot.keyClick(offer.popup(), Key.Key_Down)
    qtbot.keyClick(offer.popup(), Key.Key_Return)
    assert field.text() == "Anna; Moira Grant"


def test_nothing_is_taken_by_itself_and_esc_keeps_what_was_typed(line, qtbot):
    field, offer = line
    qtbot.keyClicks(field, "Mo")
    assert field.text() == "Mo"
    qtbot.keyClick(offer.popup(), Key.Key_Escape)
    assert not offer.popup().isVisible()
    assert field.text() == "Mo"
    qtbot.keyClicks(field, "na")
    assert field.text() == "Mona"


def test_the_form_of_an_action_offers_the_owners_of_the_plan(show, council, qtbot):
    made = edits.change_action(council, "WEL-2/first", owner="Zelda Zebra, HR")
    page = show(made, "plan/POW-1/first")
    field = page.action.form.fields["owner"].control
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "zel")
    popup = field.completer().popup()
    qtbot.keyClick(popup, Key.Key_Down)
    qtbot.keyClick(popup, Key.Key_Return)
    assert page.session.assessment.actions["POW-1/first"].owner == "Zelda Zebra, HR"


def texts(page):
    return [each.plain() for each in page.findChildren(Prose) if each.isVisible()]


def test_an_owners_actions_are_shown_alone_and_all_again(show, council, qtbot):
    made = edits.change_action(
        council, "WEL-2/first", owner="Zelda Zebra, HR", due=dt.date(2027, 5, 1)
    )
    page = show(made)
    table = page.table
    assert not any("Zelda" in each for each in texts(table.owners))
    table.owners.fold.setFocus()
    qtbot.keyClick(table.owners.fold, Key.Key_Space)
    QApplication.processEvents()
    assert "Zelda Zebra, HR" in texts(table.owners)
    assert "1 to do, 1 overdue" in texts(table.owners)
    table.owners.wanted.emit("zelda zebra")
    ids = {row.id for group in table.tree._groups for row in group.rows}
    assert ids == {"WEL-2/first"}
    assert table.filter_button.text() == "Filter: Zelda Zebra"
    assert "Zelda Zebra, HR: 1 to do, 1 overdue." in texts(table)
    menu = table.filters()
    (chosen,) = [each.text() for each in menu.actions() if each.isChecked()]
    assert chosen.startswith("Zelda Zebra, HR")
    menu.deleteLater()
    table.show_which("all")
    assert len({row.id for group in table.tree._groups for row in group.rows}) > 1


def test_an_owner_without_actions_left_shows_all_again(show, council):
    made = edits.change_action(council, "WEL-2/first", owner="Zelda Zebra")
    page = show(made)
    page.table.show_owner("zelda zebra")
    page.session.attempt("x", edits.change_action, "WEL-2/first", owner="")
    assert page.table.filter_button.text() == "Filter"


def test_each_time_people_looked_is_told_once_there_are_two(show, council, qtbot):
    made = plan_edits.look_at_plan(council, dt.date(2027, 3, 12))
    page = show(made)
    assert not page.table.follow_up.times_fold.isVisible()
    done = edits.change_action(made, "WEL-2/first", status="done")
    page = show(plan_edits.look_at_plan(done, dt.date(2027, 5, 3)))
    fold = page.table.follow_up.times_fold
    assert fold.isVisible()
    fold.setFocus()
    qtbot.keyClick(fold, Key.Key_Space)
    QApplication.processEvents()
    said = [each for each in texts(page.table.follow_up) if " done, " in each]
    assert [each.partition(":")[0] for each in said] == ["3 May 2027", "12 March 2027"]
    assert said[0].split(" ")[3] != said[1].split(" ")[3], "one more is done"
