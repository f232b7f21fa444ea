"""Tab goes as the page reads: in the order of its layouts, whenever its widgets were made.

Qt keeps a chain of its own in which new and moved widgets come last, and which it breaks where one
with a viewport is moved within it. So the chain is not used where pages change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget


def go_to_next(parts: Sequence[QWidget], *, forwards: bool) -> bool:
    """Move the focus to the next tab stop of these parts, and round at their end.

    Call it from `focusNextPrevChild`; False where the focus is elsewhere.
    """
    stops = [each for part in parts for each in _stops(part) if _takes_tab(each)]
    here = QApplication.focusWidget()
    while here is not None and here not in stops:
        here = here.parentWidget()
    if here is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
    step = 1 if forwards else -1
    stops[(stops.index(here) + step) % len(stops)].setFocus(reason)
    return True


def first_in_view(area: QScrollArea) -> QWidget | None:
    """The first tab stop of what is scrolled that is wholly in view."""
    view = area.viewport()
    for each in _stops(area):
        if each is not area and _takes_tab(each):
            place = QRect(each.mapTo(view, QPoint()), each.size())
            if view.rect().contains(place):
                return each
    return None


def _takes_tab(widget: QWidget) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusProxy() is None
        and widget.isVisible()
        and widget.isEnabled()
    )


def _stops(part: QWidget) -> Iterator[QWidget]:
    yield part
    layout = part.layout()
    if isinstance(part, QScrollArea):
        inner = part.widget()
        if inner is not None:
            yield from _stops(inner)
    elif layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for n in range(layout.count()):
        item = layout.itemAt(n)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield from _stops(widget)
        elif inner is not None:
            yield from _in_layout(inner)
