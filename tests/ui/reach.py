"""What can be found wrong with a window for somebody who uses a keyboard, a reader or large text.

Each check looks at what is shown now and gives its faults as sentences, with the number of things
that it looked at: a check that found nothing to look at has proven nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations, pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from nttp_readiness.ui.share.page_list import PageList
from nttp_readiness.ui.theme import text_block
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.panel import Panel

LEAST_TARGET = 24
"""Width and height of a target in logical pixels: WCAG 2.2, 2.5.8."""
LEAST_ROOM = 3
"""Logical pixels between two buttons."""
MOST_TABS = 500
FIELDS = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)
NO_ROLE = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane}


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
    name = _face(widget).text(QAccessible.Text.Name)
    return f"{type(widget).__name__} “{name[:60]}”"


# ---- names, roles, labels


def names_and_roles(window: QWidget) -> Found:
    """Each control has a name and a role; fields a label, radio buttons a group with a name."""
    faults = []
    found = controls(window)
    for each in found:
        face = _face(each)
        if not face.text(QAccessible.Text.Name).strip():
            faults.append(f"{type(each).__name__} in {_path(each)} has no name")
        if face.role() in NO_ROLE:
            faults.append(f"{said(each)} has no role of its own: {face.role().name}")
        if isinstance(each, FIELDS) and not _labels(face):
            faults.append(f"{said(each)} is tied to no label")
        if isinstance(each, QRadioButton) and not _group_name(each):
            faults.append(f"{said(each)} stands in no group with a name")
    return Found(faults, len(found))


def label_in_name(window: QWidget) -> Found:
    """The words that are seen on a control are in its name: one says them to it (WCAG 2.5.3)."""
    faults, count = [], 0
    for each in controls(window):
        if not isinstance(each, QAbstractButton):
            continue  # what is seen of a field is its label, and `names_and_roles` asks for that
        seen = each.text().replace("&&", "&").strip()
        if not any(map(str.isalpha, seen)):
            continue
        count += 1
        name = _face(each).text(QAccessible.Text.Name)
        if seen.casefold() not in name.casefold():
            faults.append(f"{type(each).__name__} shows “{seen}” and is named “{name}”")
    return Found(faults, count)


def one_of_each(window: QWidget) -> Found:
    """No two controls have the same name, role and description."""
    seen: dict[tuple[str, str, str], int] = {}
    for each in controls(window):
        face = _face(each)
        texts = (face.text(QAccessible.Text.Name), face.text(QAccessible.Text.Description))
        key = (face.role().name, *texts)
        seen[key] = seen.get(key, 0) + 1
    faults = [f"{count} times {role} “{name}”, {about!r}"
              for (role, name, about), count in seen.items() if count > 1]  # fmt: skip
    return Found(faults, len(seen))


def _labels(face) -> bool:
    related = face.relations(QAccessible.RelationFlag.Label)
    return any(other.text(QAccessible.Text.Name).strip() for other, _ in related)


def _group_name(widget: QWidget) -> str:
    face = _face(widget).parent()
    while face is not None and face.isValid():
        if face.role() == QAccessible.Role.Grouping:
            name: str = face.text(QAccessible.Text.Name).strip()
            return name
        face = face.parent()
    return ""


def _face(widget: QWidget):
    return QAccessible.queryAccessibleInterface(widget)


def _path(widget: QWidget) -> str:
    names: list[str] = []
    above = widget.parentWidget()
    while above is not None and len(names) < 4:
        names.append(type(above).__name__)
        above = above.parentWidget()
    return " < ".join(names)


# ---- tab order


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
    columns = [_column(each, window) for each in ring]
    # The walk begins where work begins and ends there: the column of it is entered once more.
    left: set[QWidget] = set()
    for (one, of_one), (other, of_other) in pairwise(zip(ring, columns, strict=True)):
        if of_one is not of_other:
            if of_one is not columns[0]:
                left.add(of_one)
            if of_other in left:
                faults.append(f"Tab comes back to a column it had left, at {said(other)}")
        elif _stands_before(_box(other, of_other), _box(one, of_other)):
            backwards.append(f"{said(other)} stands before {said(one)}, and Tab reaches it after")
    if len(set(columns)) == 1:
        backwards = backwards[1:]  # the one step from the end of the page round to its beginning
    faults += backwards
    return Found(faults, len(walked))


def _column(widget: QWidget, window: QWidget) -> QWidget:
    """The scrolling column or bar that a widget stands in."""
    above = widget.parentWidget()
    while above is not None and above is not window:
        if isinstance(above, QScrollArea):
            return above.widget()
        if isinstance(above, Panel):
            return above
        above = above.parentWidget()
    return window


def _box(widget: QWidget, within: QWidget) -> QRect:
    return QRect(widget.mapTo(within, QPoint()), widget.size())


def _stands_before(one: QRect, other: QRect) -> bool:
    """Wholly above, or on the same line and wholly to the left."""
    if one.bottom() <= other.top():
        # A column of its own to the right of where one is may begin higher up.
        return one.left() < other.right()
    same_line = one.top() < other.bottom() and other.top() < one.bottom()
    return same_line and one.right() <= other.left() and one.top() <= other.bottom()


# ---- targets


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
        and _around(_box(one, window)).intersects(_box(other, window))
    ]


def _around(box: QRect) -> QRect:
    return box.adjusted(-LEAST_ROOM, -LEAST_ROOM, LEAST_ROOM, LEAST_ROOM)


# ---- text that is cut off


def clipping(window: QWidget) -> Found:
    """No text is wider or higher than its place, and no page scrolls sideways."""
    lay_out()
    faults, count = [], 0
    for each in (window, *window.findChildren(QWidget)):
        if not each.isVisible():
            continue
        if isinstance(each, QLabel) and each.text():
            count += 1
            faults += _cut_label(each)
        elif isinstance(each, QAbstractButton):
            count += 1
            faults += _cut_button(each)
        elif isinstance(each, QScrollArea) and each.horizontalScrollBar().maximum():
            faults.append(f"{type(each).__name__} in {_path(each)} scrolls sideways")
        if isinstance(each, (QLabel, QAbstractButton, QAbstractItemView, *FIELDS)):
            faults += _outside(each, window)
    painted, drawn = _painted(window)
    faults += painted
    faults += _overlaps(window)
    return Found(faults, count + drawn)


def _cut_label(label: QLabel) -> list[str]:
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        wide = label.width() >= label.minimumSizeHint().width() - 1
        return [] if needed <= label.height() and wide else [f"{said(label)} wants {needed} high"]
    hint = label.sizeHint()
    fits = hint.width() <= label.width() + 1 and hint.height() <= label.height() + 1
    return [] if fits else [f"{said(label)} wants {hint.width()}, has {label.width()}"]


def _cut_button(button: QAbstractButton) -> list[str]:
    if button.hasHeightForWidth():
        needed = button.heightForWidth(button.width())
        return [] if needed <= button.height() else [f"{said(button)} wants {needed} high"]
    hint = button.sizeHint()
    if isinstance(button, QPushButton) and hint.width() > button.width():
        return [f"{said(button)} wants {hint.width()} wide, has {button.width()}"]
    return []


def _outside(widget: QWidget, window: QWidget) -> list[str]:
    """A part that reaches out of its column would be cut off by it."""
    column = _column(widget, window)
    box = _box(widget, column)
    area = column.rect()
    if box.isEmpty() or (box.left() >= 0 and box.right() <= area.right() + 1):
        return []
    return [f"{said(widget)} reaches out of its column: {box.left()} to {box.right()}"]


def _overlaps(window: QWidget) -> list[str]:
    """Words of two labels, or of a label and a button, on top of each other."""
    faults = []
    columns: dict[QWidget, list[tuple[QWidget, QRect]]] = {}
    for each in window.findChildren(QWidget):
        words = each.text() if isinstance(each, QLabel | QAbstractButton) else ""
        words = words if each.isVisible() else ""
        if words and not isinstance(each.parentWidget(), QAbstractItemView | QMenuBar):
            column = _column(each, window)
            columns.setdefault(column, []).append((each, _box(each, column)))
    for placed in columns.values():
        for (one, box), (other, beside) in combinations(placed, 2):
            if box.intersects(beside) and not (one.isAncestorOf(other) or other.isAncestorOf(one)):
                faults.append(f"{said(one)} lies over {said(other)}")
    return faults


def _painted(window: QWidget) -> tuple[list[str], int]:
    """What is cut off while it is painted: all of every column, seen or not."""
    with noting_what_is_painted() as (faults, drawn):
        window.grab()
        for area in window.findChildren(QScrollArea):
            if area.isVisible() and area.widget() is not None:
                area.widget().grab()
    return sorted(set(faults)), len(drawn)


@contextmanager
def noting_what_is_painted() -> Iterator[tuple[list[str], list[str]]]:
    """Listen to the three ways in which this program paints words."""
    faults: list[str] = []
    drawn: list[str] = []
    shorten, write = QFontMetricsF.elidedText, QPainter.drawText
    draw = text_block.TextBlock.draw

    def elided(self, text, *how):
        shown = shorten(self, text, *how)
        if shown != text:
            faults.append(f"“{text}” is shortened to “{shown}”")
        return shown

    def written(self, *what):
        write(self, *what)
        box, text = what[0], what[-1]
        if isinstance(box, QRect) and isinstance(text, str) and text:
            drawn.append(text)
            plain = text.replace("&&", "\0").replace("&", "").replace("\0", "&")
            flags = what[1] if isinstance(what[1], int) else what[1].value
            wraps = flags & Qt.TextFlag.TextWordWrap.value
            metrics = QFontMetricsF(self.font())
            needed = self.boundingRect(box, flags, text)
            wide = needed.width() if wraps else metrics.horizontalAdvance(plain)
            high = needed.height() if wraps else metrics.tightBoundingRect(plain).height()
            if wide > box.width() + 1.5 or high > box.height() + 1:
                faults.append(f"“{text}” wants {wide:.0f} x {high:.0f}, has {box.size()}")

    def drawn_block(self, painter, x, y, colour, shift=0):
        draw(self, painter, x, y, colour, shift)
        device = painter.device()
        text = self.layout.text()
        if not text or not isinstance(device, QWidget):
            return
        drawn.append(text)
        at = painter.transform().map(QPoint(round(x), round(y)))
        # A viewport paints rows that are scrolled away: only its width is its own.
        high = isinstance(device.parentWidget(), QAbstractItemView)
        out = at.x() < -1 or at.x() + self.width > device.width() + 1.5
        if out or (not high and at.y() + self.height > device.height() + 3):
            faults.append(f"“{text[:60]}” is painted over the edge of {type(device).__name__}")

    QFontMetricsF.elidedText, QPainter.drawText = elided, written
    text_block.TextBlock.draw = drawn_block
    try:
        yield faults, drawn
    finally:
        QFontMetricsF.elidedText, QPainter.drawText = shorten, write
        text_block.TextBlock.draw = draw


# ---- reflow


def sideways(window: QWidget) -> Found:
    """No page or bar is wider than it is shown (WCAG 1.4.10): tables and pictures that need two
    dimensions scroll within themselves.
    """
    lay_out()
    faults, count = [], 0
    for each in window.findChildren(QScrollArea):
        if not each.isVisible() or each.widget() is None or isinstance(each, PageList):
            continue
        count += 1
        over = each.widget().width() - each.viewport().width()
        if over > 0 or each.horizontalScrollBar().maximum():
            faults.append(f"{type(each).__name__} in {_path(each)} is {over} too wide")
    return Found(faults, count)
