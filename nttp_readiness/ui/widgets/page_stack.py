"""What a window shows: pages of its own, and leaves that lie over them and lead back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from nttp_readiness.ui.theme import double_clicks
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.overlay_page import OverlayPage

if TYPE_CHECKING:
    from nttp_readiness.presentation.screens.page_topic import PageTopic


class PageStack(QStackedWidget):
    """`first` is there for as long as the window. `returned` names the page that a leaf led back
    to, and its part that gets the focus, None where it is gone; `support` and `pause` are pressed
    on leaves that offer them.
    """

    returned = Signal(QWidget, object)
    support = Signal()
    pause = Signal()

    def __init__(self, look: Look, first: QWidget) -> None:
        super().__init__()
        self._look, self._first = look, first
        self.addWidget(first)

    @property
    def overlay(self) -> OverlayPage | None:
        """The leaf that is shown, None where it is a page."""
        shown = self.currentWidget()
        return shown if isinstance(shown, OverlayPage) else None

    def show_page(self, page: QWidget) -> None:
        """Show a page, new or known."""
        if self.indexOf(page) < 0:
            self.addWidget(page)
        if page is not self.currentWidget():
            self._let_go()
        self.setCurrentWidget(page)
        double_clicks.page_turned()

    def lay_over(
        self, name: str, words: QWidget, topic: PageTopic | None = None, *, always: bool = False
    ) -> None:
        """Show words that belong to no page; leaving them goes back to what was shown, and to what
        had the focus there.
        """
        before = self.currentWidget() or self._first
        had = self.window().focusWidget()
        overlay = OverlayPage(self._look, name, words, topic, always=always)
        overlay.support.connect(self.support)
        overlay.pause.connect(self.pause)

        def leave() -> None:
            self.show_page(before)
            focus = had if had is not None and isValid(had) and had.isVisibleTo(before) else None
            self.returned.emit(before, focus)  # so that the page is named before its part
            if focus is not None and before is not self._first:
                focus.setFocus(Qt.FocusReason.OtherFocusReason)
            self.removeWidget(overlay)
            overlay.deleteLater()

        overlay.left.connect(leave)
        self.show_page(overlay)
        overlay.arrive()

    def drop(self, but: QWidget | None = None) -> None:
        """Take away all that lies over the first page, or over the page that is spared."""
        if self.currentWidget() not in (self._first, but):
            self._let_go()
        for number in range(self.count() - 1, -1, -1):
            other = self.widget(number)
            if other not in (self._first, but) and other is not None:
                self.removeWidget(other)
                other.deleteLater()

    def _let_go(self) -> None:
        """Else Qt hands the focus on to whatever stands first: a key acts there, and a reader takes
        the next page for known.
        """
        focus = self.window().focusWidget()
        if focus is not None:
            focus.clearFocus()
