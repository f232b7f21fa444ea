"""Several actions of the plan at once: chosen, sorted, changed, moved, dragged, merged, dropped."""

import datetime as dt

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from nttp_readiness.address import Page
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.editing.action_merging import merge_actions
from nttp_readiness.presentation.plan.plan_sorting import Sorting
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.plan.plan_page import PlanPage
from nttp_readiness.ui.plan.table.plan_drag import MIME, gap_at
from nttp_readiness.ui.reflect.check_page import CheckPage
from nttp_readiness.ui.widgets.fields.wrapping_edit import WrappingEdit
from tests.ui.focus import focused

Key = Qt.Key
Alt, Shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
Ctrl = Qt.KeyboardModifier.ControlModifier
NOW = ["WEL-2/first", "POW-1/first", "WEL-4/next", "WEL-3/find_out", "own/1"]


@pytest.fixture(autouse=True)
def march(monkeypatch):
    """The day on which the sample's plan was agreed."""
    monkeypatch.setattr(Session, "today", property(lambda self: dt.date(2027, 3, 12)))


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


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier, *, times=1):
    for _ in range(times):
        qtbot.keyClick(QApplication.focusWidget(), key, modifier)
        QApplication.processEvents()


def choose(qtbot, count):
    """From the first action on, as many as that."""
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Down, Shift, times=count - 1)


def ids(page, horizon):
    return [each.action.id for each in page.session.view.plan.at(horizon)]


def action(page, key):
    return page.session.view.plan.find(key).action


def chosen(page):
    return list(page.table.tree.chosen_keys())


def change_button(page):
    return [
        each.text()
        for each in page.window().findChildren(QAbstractButton)
        if each.isVisible() and each.text().startswith("Change")
    ]


def pick(menu, *names):
    """Walk down the menus by the words before the tab."""
    for name in names:
        act = next(each for each in menu.actions() if each.text().split("\t")[0] == name)
        menu = act.menu()
    act.trigger()
    QApplication.processEvents()


def steps(page):
    return page.session.undo_stack.count()


# ---- choosing


def test_shift_and_arrows_choose_more_and_say_so_at_the_foot(open_plan, council, qtbot):
    page = open_plan(council)
    choose(qtbot, 1)
    assert change_button(page) == []
    press(qtbot, Key.Key_Down, Shift, times=2)
    assert chosen(page) == NOW[:3]
    assert change_button(page) == ["Change 3 actions…"]
    press(qtbot, Key.Key_Down)
    assert chosen(page) == NOW[3:4]
    assert change_button(page) == []


def test_ctrl_and_space_choose_one_more_and_escape_only_the_current_one(open_plan, council, qtbot):
    page = open_plan(council)
    choose(qtbot, 1)
    press(qtbot, Key.Key_Down, Ctrl, times=2)
    press(qtbot, Key.Key_Space, Ctrl)
    assert chosen(page) == [NOW[0], NOW[2]]
    press(qtbot, Key.Key_Escape)
    assert chosen(page) == [NOW[2]]


def test_walking_through_the_cells_keeps_what_is_chosen(open_plan, council, qtbot):
    page = open_plan(council)
    choose(qtbot, 3)
    press(qtbot, Key.Key_Right, times=3)
    assert chosen(page) == NOW[:3]
    assert page.table.tree.currentIndex().column() == 3


def test_what_is_chosen_stays_so_after_a_change_and_undo(open_plan, council, qtbot):
    page = open_plan(council)
    choose(qtbot, 2)
    press(qtbot, Key.Key_2, Alt)
    assert chosen(page) == NOW[:2]
    page.session.undo_stack.undo()
    QApplication.processEvents()
    assert chosen(page) == NOW[:2]
    assert QApplication.focusWidget() is page.table.tree


def test_rows_that_are_folded_away_are_not_chosen(open_plan, council, qtbot):
    page = open_plan(council)
    choose(qtbot, 3)
    tree = page.table.tree
    tree.setExpanded(tree.rows.index(0, 0), False)
    assert chosen(page) == []
    assert tree.current_key() == "now"
    assert change_button(page) == []


def test_a_filter_keeps_of_the_choice_what_it_shows(open_plan, council, qtbot):
    page = open_plan(edits.change_action(council, NOW[1], owner=""))
    choose(qtbot, 3)
    page.table.show_which("no_owner")
    assert chosen(page)[0] == NOW[1]
    page.table.show_which("all")
    assert NOW[0] not in chosen(page)


# ---- changing


def test_moving_several_is_one_step_of_undo(open_plan, council, qtbot):
    page = open_plan(council)
    choose(qtbot, 3)
    press(qtbot, Key.Key_2, Alt)
    assert ids(page, "now") == NOW[3:]
    assert ids(page, "next")[-3:] == NOW[:3]
    assert steps(page) == 1
    page.session.undo_stack.undo()
    assert ids(page, "now") == NOW


def test_alt_and_arrows_move_them_past_the_next_together(open_plan, council, qtbot):
    page = open_plan(council)
    choose(qtbot, 2)
    press(qtbot, Key.Key_Down, Alt)
    assert ids(page, "now") == [NOW[2], *NOW[:2], *NOW[3:]]
    press(qtbot, Key.Key_Up, Alt, times=3)
    assert ids(page, "now") == NOW
    assert steps(page) == 2


@pytest.mark.parametrize("size", [{}, {"width": 911, "height": 472}], ids=["wide", "narrow"])
def test_a_status_from_the_menu_is_for_all_of_them(open_plan, council, qtbot, size):
    page = open_plan(council, **size)
    choose(qtbot, 3)
    pick(page.table.menu(), "Status", "Paused")
    assert {action(page, key).status for key in NOW[:3]} == {"paused"}
    assert steps(page) == 1
    assert page.session.undo_stack.undoText() == "Change 3 actions"
    assert chosen(page) == NOW[:3]
    assert QApplication.focusWidget() is page.table.tree


def test_f2_on_the_owner_asks_once_for_all(open_plan, council, qtbot):
    page = open_plan(council)
    choose(qtbot, 2)
    press(qtbot, Key.Key_Right, times=3)
    press(qtbot, Key.Key_F2)
    field = QApplication.focusWidget()
    assert field.accessibleName() == "Owner, for all"
    qtbot.keyClicks(field, "Mairi <Bain>")
    press(qtbot, Key.Key_Return)
    assert [action(page, key).owner for key in NOW[:2]] == ["Mairi <Bain>"] * 2
    assert steps(page) == 1
    assert QApplication.focusWidget() is page.table.tree


@pytest.mark.parametrize("size", [{}, {"width": 911, "height": 472}], ids=["wide", "narrow"])
def test_a_date_for_all_that_is_none_is_asked_again(open_plan, council, qtbot, size):
    page = open_plan(council, **size)
    choose(qtbot, 2)
    pick(page.table.menu(), "Due…")
    field = QApplication.focusWidget()
    assert field.accessibleName() == "Due, for all"
    qtbot.keyClicks(field, "soon")
    press(qtbot, Key.Key_Return)
    assert QApplication.focusWidget() is field
    assert steps(page) == 0
    focused().selectAll()
    qtbot.keyClicks(field, "1/2/2028")
    press(qtbot, Key.Key_Return)
    assert [action(page, key).due for key in NOW[:2]] == [dt.date(2028, 2, 1)] * 2
    assert steps(page) == 1


def test_escape_leaves_the_question_and_changes_nothing(open_plan, council, qtbot):
    page = open_plan(council)
    choose(qtbot, 2)
    pick(page.table.menu(), "Owner…")
    press(qtbot, Key.Key_Escape)
    assert steps(page) == 0
    assert QApplication.focusWidget() is page.table.tree
    assert chosen(page) == NOW[:2]


def test_tab_goes_through_the_question_and_back_to_the_rows(open_plan, council, qtbot):
    page = open_plan(council)
    choose(qtbot, 2)
    press(qtbot, Key.Key_Delete)
    field = QApplication.focusWidget()
    heard = []
    for _ in range(2):
        press(qtbot, Key.Key_Tab)
        heard.append(focused().text())
    assert heard == ["Drop it", "Keep it"]
    press(qtbot, Key.Key_Tab)
    assert not page.table.tree.isAncestorOf(QApplication.focusWidget())
    field.setFocus()
    press(qtbot, Key.Key_Backtab, Shift)
    assert QApplication.focusWidget() is page.table.tree
    press(qtbot, Key.Key_Tab)
    assert QApplication.focusWidget() is field


def test_f2_on_a_title_edits_that_one_alone(open_plan, council, qtbot):
    page = open_plan(council)
    choose(qtbot, 2)
    press(qtbot, Key.Key_Right)
    press(qtbot, Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, WrappingEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "New words")
    press(qtbot, Key.Key_Return)
    assert action(page, NOW[1]).title == "New words"
    assert action(page, NOW[0]).title != "New words"


def test_several_are_dropped_for_one_reason_in_one_step(open_plan, council, qtbot):
    page = open_plan(council)
    choose(qtbot, 3)
    press(qtbot, Key.Key_Delete)
    assert QApplication.focusWidget().accessibleName() == "Why do we drop it?"
    qtbot.keyClicks(QApplication.focusWidget(), "No room")
    press(qtbot, Key.Key_Return)
    assert ids(page, "now") == NOW[3:]
    assert [action(page, key).drop_reason for key in NOW[:3]] == ["No room"] * 3
    assert page.table.tree.current_key() == NOW[3]
    assert QApplication.focusWidget() is page.table.tree
    page.session.undo_stack.undo()
    assert ids(page, "now") == NOW


def test_two_are_merged_into_the_one_that_is_named_and_undone_in_one_step(
    open_plan, council, qtbot
):
    page = open_plan(council)
    choose(qtbot, 2)
    first, other = action(page, NOW[0]), action(page, NOW[1])
    names = [f"Into “{each.title}”" for each in (first, other)]
    menu = page.table.menu()
    merge = next(each.menu() for each in menu.actions() if each.text() == "Merge both")
    heard = [act.text().replace("&&", "&") for act in merge.actions()]
    assert [a.rstrip("…”") in b or b.startswith(a.rstrip("…”")) for a, b in
            zip(heard, names, strict=True)] == [True, True]  # fmt: skip
    merge.actions()[1].trigger()
    QApplication.processEvents()
    kept = action(page, NOW[1])
    assert kept.merged == (NOW[0],)
    assert first.title in kept.details
    assert page.session.view.plan.find(NOW[0]) is None
    assert page.table.tree.current_key() == NOW[1]
    assert QApplication.focusWidget() is page.table.tree
    assert steps(page) == 1
    page.session.undo_stack.undo()
    assert ids(page, "now") == NOW
    assert action(page, NOW[1]) == other


def test_merging_is_offered_for_two_alone(open_plan, council, qtbot):
    page = open_plan(council)
    for count, offered in ((1, False), (2, True), (3, False)):
        if count == 1:
            choose(qtbot, 1)
        else:
            press(qtbot, Key.Key_Down, Shift)
        assert ("Merge both" in [act.text() for act in page.table.menu().actions()]) is offered


def test_the_button_at_the_foot_is_reached_by_tab_and_opens_the_menu(open_plan, council, qtbot):
    page = open_plan(council)
    choose(qtbot, 2)
    button = page.table.change_button
    button.setFocus()
    assert button.isVisible()
    press(qtbot, Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    pick(menu, "Move to Later")
    menu.close()
    assert ids(page, "later")[-2:] == NOW[:2]


def test_the_buttons_focus_goes_to_the_table_when_it_is_not_needed(open_plan, council, qtbot):
    page = open_plan(council)
    choose(qtbot, 2)
    page.table.change_button.setFocus()
    page.session.attempt("Merge", merge_actions, NOW[0], NOW[1])
    QApplication.processEvents()
    assert QApplication.focusWidget() is page.table.tree


# ---- sorting


def shown(page):
    return [[row.key for row in group.rows] for group in page.table.tree.rows.groups]


def test_alt_s_sorts_by_the_column_up_then_down_then_as_before(open_plan, council, qtbot):
    page = open_plan(council)
    before = shown(page)
    choose(qtbot, 1)
    press(qtbot, Key.Key_Right, times=4)
    press(qtbot, Key.Key_S, Alt)
    days = [action(page, key).due for key in shown(page)[0]]
    assert days == sorted(days)
    assert page.table.sort_button.text() == "Sort: Due"
    assert page.table.tree.current_key() == NOW[0]
    press(qtbot, Key.Key_S, Alt)
    assert [action(page, key).due for key in shown(page)[0]] == sorted(days, reverse=True)
    press(qtbot, Key.Key_S, Alt)
    assert shown(page) == before
    assert steps(page) == 0
    assert QApplication.focusWidget() is page.table.tree


def test_a_click_on_a_heading_sorts_by_it(open_plan, council, qtbot):
    page = open_plan(council)
    header = page.table.tree.header()
    at = QPoint(header.sectionPosition(3) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    owners = [action(page, key).owner for key in shown(page)[0]]
    assert owners == sorted(owners)
    assert header.isSortIndicatorShown()
    assert header.sortIndicatorSection() == 3


def test_the_sort_menu_serves_where_there_are_no_headings(open_plan, council):
    page = open_plan(council, width=911, height=472)
    pick(page.table.sorts(), "Owner")
    pick(page.table.sorts(), "Last first")
    owners = [action(page, key).owner for key in shown(page)[0]]
    assert owners == sorted(owners, reverse=True)
    pick(page.table.sorts(), "The plan’s own order")
    assert shown(page)[0] == NOW


def test_a_sorted_table_keeps_its_filter_and_its_choice(open_plan, council, qtbot):
    page = open_plan(council)
    page.table.show_which("now")
    choose(qtbot, 2)
    page.table.sort_by(Sorting("due"))
    assert set(chosen(page)) == set(NOW[:2])
    assert len(shown(page)) == 1


def test_while_it_is_sorted_rows_do_not_move_past_each_other_and_it_says_why(
    open_plan, council, qtbot
):
    page = open_plan(council)
    heard: list[str] = []
    page.session.refused.connect(heard.append)
    page.table.sort_by(Sorting("owner"))
    choose(qtbot, 1)
    press(qtbot, Key.Key_Down, Alt)
    assert ids(page, "now") == NOW
    assert len(heard) == 1
    assert "The plan’s own order" in heard[0]
    press(qtbot, Key.Key_3, Alt)  # between horizons they do
    assert len(ids(page, "now")) == 4


def test_a_column_that_is_put_away_is_not_sorted_by_any_more(open_plan, council):
    page = open_plan(council)
    page.table.show_extra("effort", on=True)
    page.table.sort_by(Sorting("effort"))
    page.table.show_extra("effort", on=False)
    assert page.table.sorting == Sorting()
    assert shown(page)[0] == NOW


# ---- dragging


def drag(page, keys, point, kind):
    tree = page.table.tree
    data = QMimeData()
    data.setData(MIME, "\n".join(keys).encode())
    move = Qt.DropAction.MoveAction
    left = Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    if kind is QDropEvent:
        event = QDropEvent(QPointF(point), move, data, left, none)
        tree.dropEvent(event)
    else:
        event = QDragMoveEvent(point, move, data, left, none)
        tree.dragMoveEvent(event)
    QApplication.processEvents()
    return event.isAccepted()


def row_box(page, key):
    tree = page.table.tree
    return tree.visualRect(tree.rows.find(key))


def test_rows_are_dropped_between_others_in_one_step(open_plan, council):
    page = open_plan(council)
    below = row_box(page, NOW[3]).topLeft() + QPoint(60, 4)
    assert drag(page, NOW[:2], below, QDragMoveEvent)
    assert page.table.tree._drag.gap is not None
    assert drag(page, NOW[:2], below, QDropEvent)
    assert page.table.tree._drag.gap is None
    assert ids(page, "now") == [NOW[2], *NOW[:2], *NOW[3:]]
    assert steps(page) == 1


def test_rows_are_dropped_into_another_group(open_plan, council):
    page = open_plan(council)
    after = ids(page, "next")
    first = row_box(page, after[0])
    drag(page, [NOW[4]], first.topLeft() + QPoint(60, 3), QDropEvent)
    assert ids(page, "next") == [NOW[4], *after]
    drag(page, [NOW[3]], row_box(page, after[0]).bottomLeft() + QPoint(60, -3), QDropEvent)
    assert ids(page, "next") == [NOW[4], after[0], NOW[3], *after[1:]]


def test_in_a_filtered_table_they_go_beside_the_row_that_is_shown(open_plan, council):
    for key in (NOW[0], NOW[3]):
        council = edits.change_action(council, key, owner="")
    page = open_plan(council)
    page.table.show_which("no_owner")
    point = row_box(page, NOW[0]).topLeft() + QPoint(60, 3)
    drag(page, [NOW[3]], point, QDropEvent)
    assert ids(page, "now") == [NOW[3], NOW[0], NOW[1], NOW[2], NOW[4]]


def test_in_a_sorted_table_they_go_to_the_end_of_another_group_only(open_plan, council):
    page = open_plan(council)
    heard: list[str] = []
    page.session.refused.connect(heard.append)
    page.table.sort_by(Sorting("due"))
    drag(page, [NOW[1]], row_box(page, NOW[4]).center(), QDropEvent)
    assert ids(page, "now") == NOW
    assert len(heard) == 1
    drag(page, [NOW[1]], row_box(page, ids(page, "next")[2]).center(), QDropEvent)
    assert ids(page, "next")[-1] == NOW[1]


def test_a_drag_from_elsewhere_is_not_taken(open_plan, council):
    page = open_plan(council)
    data = QMimeData()
    data.setText("WEL-2/first")
    event = QDropEvent(
        QPointF(50, 200), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    page.table.tree.dropEvent(event)
    assert not event.isAccepted()
    assert steps(page) == 0


def test_the_pointer_carries_all_that_is_chosen(open_plan, council, qtbot):
    page = open_plan(council)
    choose(qtbot, 3)
    carried = page.table.tree.make_drag()
    data = bytes(carried.mimeData().data(MIME).data()).decode().split("\n")
    assert data == NOW[:3]
    assert not carried.pixmap().isNull()


def test_every_gap_of_the_table_can_be_hit(open_plan, council):
    page = open_plan(council)
    tree = page.table.tree
    found = set()
    for y in range(0, tree.viewport().height(), 5):
        gap = gap_at(tree, tree.rows, QPoint(60, y), (), own_order=True)
        if gap:
            found.add((gap.horizon, gap.above, gap.below))
    rows = sum(len(group.rows) + 1 for group in tree.rows.groups)
    assert len(found) == rows
