"""What the checks of a window look at, and how they name what is wrong with it.

Each check looks at what is shown now and gives its faults as sentences, with the number of things
that it looked at: a check that found nothing to look at has proven nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from nttp_readiness.ui.widgets.panel import Panel

FIELDS = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)


@dataclass(frozen=True, slots=True)
class Found:
    faults: list[str]
    looked_at: int

    def __str__(self) -> str:
        return "\n".join([f"{len(self.faults)} faults of {self.looked_at} looked at", *self.faults])


def lay_out() -> None:
    """Give every part its place, where words have changed since: Qt does so before it paints.

    Saving goes on beside a test and may say "Saved 14:02" at any moment. Nothing but places is
    waited for, so the window that is looked at is the one that the test has made.
    """
    for _ in range(5):  # one part's new height may ask for another's
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def controls(window: QWidget) -> list[QWidget]:
    """Every widget that is shown, can be used, and takes the focus, the parts of others left out.

    A radio button that is not its group's tab stop counts: arrows reach it.
    """
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusProxy() is None
        and not isinstance(each.parentWidget(), QAbstractSpinBox | QComboBox)
        and not isinstance(each, QMenuBar)
        and (
            each.focusPolicy() & Qt.FocusPolicy.TabFocus
            or (isinstance(each, QAbstractButton) and each.focusPolicy() != Qt.FocusPolicy.NoFocus)
        )
    ]


def said(widget: QWidget) -> str:
    """How a fault names a widget."""
    name = face_of(widget).text(QAccessible.Text.Name)
    return f"{type(widget).__name__} “{name[:60]}”"


def face_of(widget: QWidget):
    return QAccessible.queryAccessibleInterface(widget)


def path_of(widget: QWidget) -> str:
    names: list[str] = []
    above = widget.parentWidget()
    while above is not None and len(names) < 4:
        names.append(type(above).__name__)
        above = above.parentWidget()
    return " < ".join(names)


def column_of(widget: QWidget, window: QWidget) -> QWidget:
    """The scrolling column or bar that a widget stands in."""
    above = widget.parentWidget()
    while above is not None and above is not window:
        if isinstance(above, QScrollArea):
            return above.widget()
        if isinstance(above, Panel):
            return above
        above = above.parentWidget()
    return window


def box_in(widget: QWidget, within: QWidget) -> QRect:
    return QRect(widget.mapTo(within, QPoint()), widget.size())
