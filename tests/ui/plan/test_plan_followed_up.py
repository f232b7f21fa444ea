"""The top of a plan that is under way, the other views of it, and help to write a measure."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.editing import edits, plan_edits
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.plan.plan_page import PlanPage
from nttp_readiness.ui.reflect.check_page import CheckPage
from nttp_readiness.ui.widgets.data_table import DataTable
from nttp_readiness.ui.widgets.figures.figure_view import FigureView
from nttp_readiness.ui.widgets.prose import Prose

Key = Qt.Key
MARCH, JUNE = dt.date(2027, 3, 12), dt.date(2027, 6, 1)
SIZES = [(911, 472, 1.0), (1280, 800, 1.0), (1920, 1080, 1.0), (1024, 640, 2.0)]


@pytest.fixture(autouse=True)
def june(monkeypatch):
    monkeypatch.setattr(Session, "today", property(lambda self: JUNE))


@pytest.fixture
def open_plan(put_in_workbook):
    def show(assessment, address="plan", **size):
        return put_in_workbook(
            assessment,
            lambda look, session: {
                Page.PLAN: PlanPage(look, session),
                Page.REFLECT: CheckPage(look, session),
                Page.SHARE: CheckPage(look, session),
            },
            address,
            **size,
        )

    return show


@pytest.fixture
def looked_at(council):
    """The sample, looked at in March, with two changes since."""
    made = plan_edits.look_at_plan(council, MARCH)
    made = edits.change_action(made, "WEL-2/first", status="done")
    return edits.move_action(made, "own/1", "next")


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier, *, times=1):
    for _ in range(times):
        qtbot.keyClick(QApplication.focusWidget(), key, modifier)
        QApplication.processEvents()


def words(page):
    """Every sentence that can be seen."""
    return {
        each.plain() if isinstance(each, Prose) else each.text()
        for each in page.findChildren(QLabel)
        if each.isVisible()
    }


def button(page, name):
    found = [
        each
        for each in page.findChildren(QAbstractButton)
        if each.isVisible() and (each.accessibleName() or each.text()) == name
    ]
    assert len(found) == 1, name
    return found[0]


def push(qtbot, page, name):
    button(page, name).setFocus()
    press(qtbot, Key.Key_Space)


# ---- following up


def test_a_plan_that_is_under_way_says_how_far_it_is(open_plan, looked_at):
    page = open_plan(looked_at)
    assert {"1 of 18 done", "1 in progress"} <= words(page)
    assert any(each.endswith("overdue") for each in words(page))
    assert any("We last looked at the plan on 12 March 2027." in each for each in words(page))


def test_nothing_is_said_of_a_plan_that_nobody_began(open_plan, council):
    keys = [key for key, each in council.actions.items() if each.status != "dropped"]
    page = open_plan(plan_edits.change_actions(council, keys, status="not_started", due=None))
    assert not page.table.follow_up.isVisible()


def test_what_changed_is_folded_and_opens_the_action(open_plan, looked_at, qtbot):
    page = open_plan(looked_at)
    assert "Done, was in progress." not in words(page)
    push(qtbot, page, "What changed since 12 March 2027")
    assert {"Done, was in progress.", "Moved from Now to Next."} <= words(page)
    title = page.session.view.plan.find("own/1").action.title
    push(qtbot, page, f"Open, {title}")
    assert page.asked == ["plan/own/1"]


def test_looking_at_the_plan_is_kept_and_undone_and_keeps_the_focus(open_plan, looked_at, qtbot):
    page = open_plan(looked_at)
    push(qtbot, page, "We looked at the plan today")
    assert [each.on for each in page.session.assessment.reviews] == [MARCH, JUNE]
    assert any(each.startswith("We looked at the plan today.") for each in words(page))
    assert not page.table.follow_up.fold.isVisible()
    assert QApplication.focusWidget() is page.table.follow_up.look_button
    assert page.session.undo_stack.undoText() == "Look at the plan"
    page.session.undo_stack.undo()
    assert [each.on for each in page.session.assessment.reviews] == [MARCH]
    assert page.table.follow_up.fold.isVisible()


def test_the_focus_is_not_lost_with_the_last_change(open_plan, looked_at, qtbot):
    page = open_plan(looked_at)
    push(qtbot, page, "What changed since 12 March 2027")
    page.session.attempt("Look", plan_edits.look_at_plan, JUNE)
    QApplication.processEvents()
    assert QApplication.focusWidget() is page.table.follow_up.look_button


def test_looking_at_the_page_stores_no_review(open_plan, council):
    page = open_plan(council)
    assert page.session.assessment.reviews == ()
    assert page.session.undo_stack.count() == 0


# ---- other views


@pytest.mark.parametrize("view", ["drivers", "effort"])
def test_a_view_has_an_address_a_picture_and_a_table(open_plan, council, view):
    page = open_plan(council, f"plan/{view}")
    assert str(page.address()) == f"plan/{view}"
    assert page.session.assessment.place == f"plan/{view}"
    assert str(page.back_address()) == "plan"
    assert page.current_row() == view
    figure = QApplication.focusWidget()
    assert isinstance(figure, FigureView)
    face = QAccessible.queryAccessibleInterface(figure)
    assert face.role() == QAccessible.Role.Graphic
    assert len(face.text(QAccessible.Text.Description)) > 40
    page.views[view].fold.setChecked(True)
    table = page.views[view].findChild(DataTable)
    assert table.model().rowCount() == len(figure.drawing.spots)
    assert page.session.undo_stack.count() == 0


@pytest.mark.parametrize("view", ["drivers", "effort"])
def test_arrows_walk_through_the_actions_and_enter_opens_one(open_plan, council, qtbot, view):
    page = open_plan(council, f"plan/{view}")
    figure = page.views[view].figure
    press(qtbot, Key.Key_Right, times=2)
    at = figure.spot()
    assert at.key == figure.drawing.spots[2].key
    assert at.sentence in words(page)
    press(qtbot, Key.Key_Return)
    assert page.asked == [f"plan/{at.key}"]


@pytest.mark.parametrize("size", [{}, {"width": 911, "height": 472}], ids=["wide", "narrow"])
def test_the_action_that_one_is_at_is_in_view(open_plan, council, qtbot, size):
    page = open_plan(council, "plan/drivers", **size)
    figure = page.views["drivers"].figure
    for key in (Key.Key_End, Key.Key_Home):
        press(qtbot, key)
        box = figure._box(figure.spot())
        top = figure.mapTo(page.page.viewport(), box.topLeft()).y()
        assert top >= 0
        assert top + box.height() <= page.page.viewport().height()


def test_a_view_opens_at_its_top(open_plan, council):
    page = open_plan(council, "plan/drivers")
    assert page.page.verticalScrollBar().value() == 0


def test_drivers_can_be_foundations(open_plan, council, qtbot):
    page = open_plan(council, "plan/drivers")
    figure = page.views["drivers"].figure
    before = figure.drawing
    page.views["drivers"].by.control.findChildren(QAbstractButton)[0].setFocus()
    press(qtbot, Key.Key_Right)
    assert figure.drawing != before
    assert len(figure.drawing.spots) == len(before.spots)
    assert page.session.undo_stack.count() == 0


def test_walking_through_the_list_at_the_side_changes_views_and_keeps_the_focus(
    open_plan, council, qtbot
):
    page = open_plan(council)
    rows = page.window()._side.rows
    assert rows.accessibleName() == "Show"
    rows.setFocus()
    heard = []
    for _ in range(5):
        press(qtbot, Key.Key_Down)
        heard.append((rows.current(), str(page.address())))
        assert QApplication.focusWidget() is rows
    assert heard == [
        ("now", "plan"), ("next", "plan"), ("later", "plan"),
        ("drivers", "plan/drivers"), ("effort", "plan/effort"),
    ]  # fmt: skip
    assert page.session.assessment.place == "plan/effort"
    press(qtbot, Key.Key_Up, times=2)
    assert str(page.address()) == "plan"
    assert page.table.isVisible()
    assert page.table.which == "later"
    assert page.session.undo_stack.count() == 0


def test_a_view_follows_a_change_elsewhere(open_plan, council):
    page = open_plan(council, "plan/effort")
    figure = page.views["effort"].figure
    before = len(figure.drawing.spots)
    page.session.attempt("Drop", edits.drop_action, "own/1", "")
    assert len(figure.drawing.spots) == before - 1
    page.session.undo_stack.undo()
    assert len(figure.drawing.spots) == before


def test_an_empty_plan_says_so(open_plan, council):
    empty = council.model_copy(update={"answers": {}, "actions": {}})
    dropped = [each.action.id for each in Session(empty).view.plan.live]
    page = open_plan(plan_edits.drop_actions(empty, dropped, ""), "plan/drivers")
    assert "Nothing is in the plan yet." in words(page)
    assert not page.views["drivers"].figure.isVisible()


@pytest.mark.parametrize(("width", "height", "text"), SIZES)
@pytest.mark.parametrize("view", ["drivers", "effort"])
def test_no_view_is_cut_off(open_plan, council, look, width, height, text, view):
    look.set_text_size(text)
    page = open_plan(council, f"plan/{view}", width=width, height=height)
    figure = page.views[view].figure
    assert page.page.horizontalScrollBar().maximum() == 0
    assert figure.drawing.width * look.scale <= figure.width() + 1
    assert figure.height() >= figure.heightForWidth(figure.width())


# ---- help to write a measure


@pytest.fixture
def own(council):
    """An action of our own without a measure."""
    made = edits.change_action(council, "own/1", measure="", goal="", due=None)
    return edits.change_action(made, "own/1", title="Thank the night staff")


def prompt(page, name):
    return page.action.form.help.prompts[name].control


def action(page):
    return page.session.view.plan.find("own/1").action


def test_the_fold_says_what_is_missing_and_is_closed(open_plan, own):
    page = open_plan(own, "plan/own/1")
    fold = button(page, "Help to write a measure")
    assert not fold.isChecked()
    assert fold.accessibleDescription() == "no measure yet"


def test_prompts_build_a_sentence_that_is_put_in_on_request_in_one_step(open_plan, own, qtbot):
    page = open_plan(own, "plan/own/1")
    push(qtbot, page, "Help to write a measure")
    press(qtbot, Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "What will get better?"
    qtbot.keyClicks(QApplication.focusWidget(), "staff know <whom> to turn to")
    press(qtbot, Key.Key_Tab, times=2)
    assert QApplication.focusWidget().accessibleName() == "By how much?"
    qtbot.keyClicks(QApplication.focusWidget(), "8 in 10")
    press(qtbot, Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "30/9/2027")
    press(qtbot, Key.Key_Tab)
    said = "Staff know <whom> to turn to: 8 in 10, by 30 September 2027."
    assert said in words(page)
    assert any(each.startswith("You could still add for whom") for each in words(page))
    assert page.session.undo_stack.count() == 0  # nothing is in the plan before it is asked for
    push(qtbot, page, "Put it into “How we will know”")
    assert (action(page).measure, action(page).goal) == (said, "8 in 10")
    assert action(page).due == dt.date(2027, 9, 30)
    assert page.action.form.fields["measure"].control.text() == said
    assert QApplication.focusWidget() is page.action.form.help.use
    assert page.session.undo_stack.count() == 1
    page.session.undo_stack.undo()
    assert (action(page).measure, action(page).goal, action(page).due) == ("", "", None)
    assert prompt(page, "much").text() == "8 in 10"


def test_an_incomplete_aim_can_be_used_all_the_same(open_plan, own, qtbot):
    page = open_plan(own, "plan/own/1")
    push(qtbot, page, "Help to write a measure")
    assert not page.action.form.help.use.isEnabled()
    qtbot.keyClicks(prompt(page, "better"), "fewer forms")
    push(qtbot, page, "Put it into “How we will know”")
    assert action(page).measure == "Fewer forms."


def test_what_was_written_under_the_prompts_waits_for_its_action(open_plan, own, qtbot):
    page = open_plan(own, "plan/own/1")
    push(qtbot, page, "Help to write a measure")
    qtbot.keyClicks(prompt(page, "better"), "fewer forms")
    page.go.emit(Address.parse("plan/WEL-2/first"))
    assert prompt(page, "better").text() == ""
    page.go.emit(Address.parse("plan/own/1"))
    assert prompt(page, "better").text() == "fewer forms"
    assert prompt(page, "better").isVisible()
