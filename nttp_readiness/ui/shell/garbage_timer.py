"""Takes apart what nothing refers to any more in the window's own thread, and nowhere else.

Python looks for cycles without an owner in whichever thread happens to allocate next. Widgets of a
closed document lie in such cycles, and Share and saving work in threads of their own: a widget
taken apart there, while the window paints, ends the program. So Python's own search is switched
off while there are windows, and a timer of the window's thread does it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 2000


class GarbageTimer(QObject):
    """Switches Python's own search off for as long as the parent lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self.destroyed.connect(gc.enable)
        timer = QTimer(self)
        timer.timeout.connect(tidy)
        timer.start(EVERY_MS)


def leave_out_what_is_loaded() -> None:
    """Once, where the timer searches: what is loaded by now stays to the end, and is not looked
    through again. It is half of all there is, and the search holds the window.
    """
    if not gc.isenabled() and not gc.get_freeze_count():
        gc.collect(1)
        gc.freeze()


def tidy() -> None:
    """Search as deep as Python itself would by now: the oldest objects seldom."""
    due = [
        generation
        for generation, (count, limit) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if count > limit
    ]
    if due:
        gc.collect(max(due))
