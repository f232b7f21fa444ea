"""Whether all text is seen whole, and no page is wider than it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QMenuBar,
    QPushButton,
    QScrollArea,
    QWidget,
)

from nttp_readiness.ui.share.page_list import PageList
from nttp_readiness.ui.theme import text_block
from tests.ui.reach.looking import (
    FIELDS,
    Found,
    box_in,
    column_of,
    lay_out,
    path_of,
    said,
)


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
            faults.append(f"{type(each).__name__} in {path_of(each)} scrolls sideways")
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
    column = column_of(widget, window)
    box = box_in(widget, column)
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
            column = column_of(each, window)
            columns.setdefault(column, []).append((each, box_in(each, column)))
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
            faults.append(f"{type(each).__name__} in {path_of(each)} is {over} too wide")
    return Found(faults, count)
