"""A window of its own that covers all others, in which one person after another answers alone.

It opens where nobody else can see it, and leads back to the facilitator by a word alone.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words.support import support
from nttp_readiness.ui.support.support_page import SupportContent
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.focus_ring import FocusRing
from nttp_readiness.ui.widgets.overlay_page import OverlayPage
from nttp_readiness.ui.workshop.ballots.ballot_welcome import BallotWelcome
from nttp_readiness.ui.workshop.ballots.cover_page import CoverPage
from nttp_readiness.ui.workshop.ballots.leave_page import LeavePage
from nttp_readiness.ui.workshop.ballots.room_screens import RoomScreens


class PrivateWindow(QWidget):
    """`left` is emitted when it closes. What is not put in by then is kept nowhere."""

    left = Signal()

    def __init__(
        self, look: Look, title: str, name: str, word: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowTitle(title)
        self.setAccessibleName(name)
        self.setMinimumSize(320, 240)
        self._look, self._word = look, word
        self._stack = QStackedWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._ring = FocusRing(self)
        self.welcome: BallotWelcome

    def open_on(self, screens: RoomScreens) -> None:
        """Fill the private screen. Where there is none that the room surely does not see, nothing
        private is shown before somebody said that the projector is covered.
        """
        if screens.private is None:
            self._ask_to_cover()
        if len(QGuiApplication.screens()) > 1:
            self.setScreen(screens.likely)
            self.setGeometry(screens.likely.geometry())
        self.showFullScreen()
        self.activateWindow()

    def _ask_to_cover(self) -> None:
        cover = CoverPage(self._look)

        def covered() -> None:
            self._stack.setCurrentWidget(self.welcome)
            self._stack.removeWidget(cover)
            cover.deleteLater()
            self.welcome.arrive()

        cover.covered.connect(covered)
        cover.left.connect(self.close)
        self._stack.addWidget(cover)
        self._stack.setCurrentWidget(cover)
        cover.arrive()

    def show_support(self, assessment: Assessment) -> None:
        """Lay whom to turn to over what is shown; Back leads to it again."""
        before, had = self._stack.currentWidget() or self.welcome, self.focusWidget()
        found = support(assessment.bank, assessment)
        overlay = OverlayPage(self._look, tr("Support"), SupportContent(self._look, found))

        def leave() -> None:
            self._stack.setCurrentWidget(before)
            if had is not None and isValid(had) and had.isVisibleTo(before):
                had.setFocus(Qt.FocusReason.OtherFocusReason)
            self._stack.removeWidget(overlay)
            overlay.deleteLater()

        overlay.left.connect(leave)
        self._stack.addWidget(overlay)
        self._stack.setCurrentWidget(overlay)
        overlay.arrive()

    def ask_to_leave(self) -> None:
        """The facilitator's window is behind this one, and opens for the facilitator alone."""
        before = self._stack.currentWidget() or self.welcome
        if isinstance(before, LeavePage | CoverPage):
            return
        page, had = LeavePage(self._look, self._word), self.focusWidget()

        def back() -> None:
            self._stack.setCurrentWidget(before)
            if had is not None and isValid(had) and had.isVisibleTo(before):
                had.setFocus(Qt.FocusReason.OtherFocusReason)
            self._stack.removeWidget(page)
            page.deleteLater()

        page.stayed.connect(back)
        page.allowed.connect(self.close)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.arrive()

    def _forget(self) -> None:
        """Let go of what somebody has not put in."""

    def closeEvent(self, event: QCloseEvent, /) -> None:
        """Keys of the system that close a window lead no participant further than the buttons."""
        if event.spontaneous() and not isinstance(self._stack.currentWidget(), CoverPage):
            event.ignore()
            self.ask_to_leave()
            return
        self._forget()
        super().closeEvent(event)
        self.left.emit()
