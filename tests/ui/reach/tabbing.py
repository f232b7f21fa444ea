"""Where the focus goes with Tab."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QWidget,
)

from tests.ui.reach.looking import (
    Found,
    box_in,
    column_of,
    controls,
    said,
)

MOST_TABS = 500


def tab_walk(window: QWidget) -> list[QWidget]:
    """Where the focus goes with Tab from where it is, until it comes back or has gone too often."""
    start = QApplication.focusWidget()
    if start is not None and not start.focusPolicy() & Qt.FocusPolicy.TabFocus:
        QTest.keyClick(start, Qt.Key.Key_Tab)  # from a heading, which no key leads back to
        start = QApplication.focusWidget()
    walked: list[QWidget] = []
    here = start
    while here is not None and len(walked) < MOST_TABS:
        walked.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here is start or here in walked[-1:]:
            break
    return walked


def tab_order(window: QWidget) -> Found:
    """Tab comes round, reaches every control once, and goes down and across in each column."""
    walked = tab_walk(window)
    faults = []
    if not walked:
        return Found(["nothing has the focus"], 0)
    backwards = []
    if QApplication.focusWidget() is not walked[0]:
        faults.append(f"Tab is caught at {said(walked[-1])}")
    stops = {each for each in controls(window) if each.focusPolicy() & Qt.FocusPolicy.TabFocus}
    faults += [f"Tab never reaches {said(each)}" for each in stops - set(walked)]
    faults += [f"Tab comes twice to {said(each)}" for each in set(walked) if walked.count(each) > 1]
    ring = [*walked, walked[0]]
    columns = [column_of(each, window) for each in ring]
    # The walk begins where work begins and ends there: the column of it is entered once more.
    left: set[QWidget] = set()
    for (one, of_one), (other, of_other) in pairwise(zip(ring, columns, strict=True)):
        if of_one is not of_other:
            if of_one is not columns[0]:
                left.add(of_one)
            if of_other in left:
                faults.append(f"Tab comes back to a column it had left, at {said(other)}")
        elif _stands_before(box_in(other, of_other), box_in(one, of_other)):
            backwards.append(f"{said(other)} stands before {said(one)}, and Tab reaches it after")
    if len(set(columns)) == 1:
        backwards = backwards[1:]  # the one step from the end of the page round to its beginning
    faults += backwards
    return Found(faults, len(walked))


def _stands_before(one: QRect, other: QRect) -> bool:
    """Wholly above, or on the same line and wholly to the left."""
    if one.bottom() <= other.top():
        # A column of its own to the right of where one is may begin higher up.
        return one.left() < other.right()
    same_line = one.top() < other.bottom() and other.top() < one.bottom()
    return same_line and one.right() <= other.left() and one.top() <= other.bottom()
