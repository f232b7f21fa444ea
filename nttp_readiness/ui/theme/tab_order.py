"""Tab goes as the page reads: in the order of its layouts, whenever its widgets were made.

Qt keeps a chain of its own in which new and moved widgets come last, and which it breaks where one
with a viewport is moved within it. So the chain is not used where pages change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget


def go_to_next(parts: Sequence[QWidget], *, forwards: bool) -> bool:
    """Move the focus to the next tab stop of these parts, and round at their end.

    It may lie on what no key leads to, such as a heading: the tab stop next to that is meant. Call
    it from `focusNextPrevChild`; False where the focus is elsewhere.
    """
    whole = [each for part in parts for each in in_order(part)]
    here = QApplication.focusWidget()
    while here is not None and here not in whole:
        here = here.parentWidget()
    if here is None:
        return False
    at = whole.index(here)
    others = [*whole[at + 1 :], *whole[:at]]
    if not forwards:
        others.reverse()
    reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
    for each in others:
        if _takes_tab(each):
            each.setFocus(reason)
            return True
    return False


def _takes_tab(widget: QWidget) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusProxy() is None
        and widget.isVisible()
        and widget.isEnabled()
    )


def in_order(part: QWidget) -> Iterator[QWidget]:
    """A part and everything in it, as it is read."""
    yield part
    layout = part.layout()
    if isinstance(part, QScrollArea):
        inner = part.widget()
        if inner is not None:
            yield from in_order(inner)
    elif layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for n in range(layout.count()):
        item = layout.itemAt(n)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield from in_order(widget)
        elif inner is not None:
            yield from _in_layout(inner)
