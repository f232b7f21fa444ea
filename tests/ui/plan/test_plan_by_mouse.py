"""The rows of the plan, and of the answers, under a mouse: many people double-click everything."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from nttp_readiness.address import Page
from nttp_readiness.ui.plan.plan_page import PlanPage
from nttp_readiness.ui.reflect.check_page import CheckPage
from nttp_readiness.ui.widgets.grouped_tree import GroupedTree

Left, Right = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture(params=["plan", "check"])
def page(request, put_in_workbook, council):
    return put_in_workbook(
        council,
        lambda look, session: (
            {Page.PLAN: PlanPage(look, session)}
            if request.param == "plan"
            else {Page.CHECK: CheckPage(look, session)}
        ),
        request.param,
        width=911,
        height=472,
    )


@pytest.fixture
def tree(page):
    return page.findChild(GroupedTree)


def place(tree, group, row=None):
    index = tree.rows.index(group, 0)
    if row is not None:
        index = tree.rows.index(row, 0, index)
    box = tree.visualRect(index)
    return QPoint(box.x() + 60, box.center().y())


def double_click(qtbot, tree, first, second):
    """As a window gets it from the system: the second press is another event."""
    qtbot.mouseClick(tree.viewport(), Left, pos=first)
    QApplication.processEvents()
    qtbot.mouseDClick(tree.viewport(), Left, pos=second)
    QApplication.processEvents()


def test_a_double_click_on_a_heading_folds_it_as_a_click_does(tree, qtbot):
    at = place(tree, 0)
    assert tree.isExpanded(tree.rows.index(0, 0))
    double_click(qtbot, tree, at, at)
    assert not tree.isExpanded(tree.rows.index(0, 0))
    qtbot.mouseClick(tree.viewport(), Left, pos=place(tree, 0))
    assert tree.isExpanded(tree.rows.index(0, 0))


def test_what_came_under_the_mouse_by_the_first_click_is_not_opened_by_the_second(
    page, tree, qtbot
):
    before = str(page.address())
    opened: list[str] = []
    tree.opened.connect(opened.append)
    double_click(qtbot, tree, place(tree, 0), place(tree, 1, 0))
    assert opened == []
    assert str(page.address()) == before


@pytest.mark.parametrize("press", ["right", "dragged"])
def test_only_a_click_with_the_left_button_on_the_heading_itself_folds_it(tree, qtbot, press):
    if press == "right":
        qtbot.mouseClick(tree.viewport(), Right, pos=place(tree, 0))
    else:
        qtbot.mousePress(tree.viewport(), Left, pos=place(tree, 0, 0))
        qtbot.mouseRelease(tree.viewport(), Left, pos=place(tree, 0))
    assert tree.isExpanded(tree.rows.index(0, 0))


def test_a_double_click_on_a_row_opens_it(tree, qtbot):
    opened: list[str] = []
    tree.opened.connect(opened.append)
    if hasattr(tree, "opened_at"):
        tree.opened_at.connect(lambda key, _field: opened.append(key))
    at, key = place(tree, 0, 1), tree.rows.groups[0].rows[1].key
    double_click(qtbot, tree, at, at)
    assert opened == [key]
