"""Whether what is pressed is large enough, and stands by itself."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QWidget,
)

from nttp_readiness.ui.widgets.buttons import Button
from tests.ui.reach.looking import (
    Found,
    box_in,
    controls,
    lay_out,
    said,
)

LEAST_TARGET = 24
"""Width and height of a target in logical pixels: WCAG 2.2, 2.5.8."""
LEAST_ROOM = 3
"""Logical pixels between two buttons."""


def targets(window: QWidget) -> Found:
    """Every control is at least 24 pixels wide and high, every row of a list is 24 high, and two
    buttons with an outline do not touch.
    """
    lay_out()
    found = controls(window)
    faults, count = _touching(found, window), 0
    for each in found:
        if isinstance(each, QLabel):
            continue  # a link in a sentence is as high as its line; WCAG leaves it out
        count += 1
        if min(each.width(), each.height()) < LEAST_TARGET:
            faults.append(f"{said(each)} is {each.width()} x {each.height()}")
        if isinstance(each, QAbstractItemView):
            model = each.model()
            for n in range(model.rowCount(each.rootIndex())):
                height = each.visualRect(model.index(n, 0, each.rootIndex())).height()
                if 0 < height < LEAST_TARGET:
                    faults.append(f"row {n + 1} of {said(each)} is {height} high")
    return Found(faults, count)


def _touching(found: list[QWidget], window: QWidget) -> list[str]:
    """An unsteady hand between the two would press either."""
    outlined = [each for each in found if isinstance(each, Button) and each.face.role != "link"]
    return [
        f"{said(one)} and {said(other)} touch"
        for one, other in combinations(outlined, 2)
        if one.parentWidget() is other.parentWidget()
        and _around(box_in(one, window)).intersects(box_in(other, window))
    ]


def _around(box: QRect) -> QRect:
    return box.adjusted(-LEAST_ROOM, -LEAST_ROOM, LEAST_ROOM, LEAST_ROOM)
