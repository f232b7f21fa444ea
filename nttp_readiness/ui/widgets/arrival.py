"""A page that opens is heard: its heading first, with the words that stand below it.

Screen readers say what gets the focus, and the groups around it that are entered. Where work begins
at a control, the page is such a group, and is named by its heading. Where there is only reading, or
where the words are what matters, the heading itself takes the focus.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QMetaObject, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from nttp_readiness.ui.theme.accessibility import RoleFace, register
from nttp_readiness.ui.theme.tab_order import in_order
from nttp_readiness.ui.widgets.prose import Prose

_ENDS = (".", "?", "!", ":", "…", ";")
"""What no full stop is needed after, at which a reader pauses."""
LONGEST_LEAD = 600
"""So many letters below a heading are said with it, to the end of their paragraph."""


def heading_of(part: QWidget) -> Prose | None:
    """The first heading of what is shown of a page."""
    for each in in_order(part):
        if isinstance(each, Prose) and each.heads and each.isVisibleTo(part) and each.plain():
            return each
    return None


def lead_below(heading: QWidget, part: QWidget) -> str:
    """What is written below a heading, as far as the next heading or the first control."""
    said: list[str] = []
    below = False
    for each in in_order(part):
        if each is heading:
            below = True
        elif below and each.isVisibleTo(part):
            if _ends_it(each) or sum(map(len, said)) > LONGEST_LEAD:
                break
            if isinstance(each, Prose) and (words := each.plain()):
                said.append(words if words.endswith(_ENDS) else f"{words}.")
    return " ".join(said)


def _ends_it(part: QWidget) -> bool:
    """Whether it is a heading or a control, or the label of one."""
    if isinstance(part, Prose):
        return part.heads
    if isinstance(part, QLabel) and part.buddy() is not None:
        return True
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)


def arrive_at(heading: Prose, lead: str, go_on: Callable[[], None] | None = None) -> None:
    """Put the focus on a heading; what is below it is its description. Down does `go_on`."""
    heading.setAccessibleDescription(lead)
    heading.go_on = go_on
    heading.setFocus(Qt.FocusReason.OtherFocusReason)


class NamedPage(QWidget):
    """A page that is a group for assistive technology, under the name that `greet` gives it.

    One that `begins_at_heading` is no such group: its heading says what it is.
    """

    begins_at_heading: ClassVar[bool] = False
    _following: QMetaObject.Connection | None = None

    def greet(self, heading: str, lead: str) -> None:
        """Say this as soon as something in the page has the focus, and the heading alone later."""
        if self._following is not None:  # it is entered again before it was left
            QObject.disconnect(self._following)
            self._following = None
        stop = "" if heading.endswith(("?", "!", ".", ":")) else "."
        self.setAccessibleName(f"{heading}{stop} {lead}" if lead else heading)
        app = QApplication.instance()
        if not lead or not isinstance(app, QApplication):
            return

        def left(old: QWidget | None, _now: QWidget | None) -> None:
            if old is not None and self.isAncestorOf(old) and self._following is not None:
                QObject.disconnect(self._following)
                self._following = None
                self.setAccessibleName(heading)

        following = self._following = app.focusChanged.connect(left)
        self.destroyed.connect(lambda: QObject.disconnect(following))


def _face(page: NamedPage) -> RoleFace | None:
    return None if page.begins_at_heading else RoleFace(page, QAccessible.Role.Form)


register(NamedPage, _face)
