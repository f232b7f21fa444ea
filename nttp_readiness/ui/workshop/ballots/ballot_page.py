"""Private ballots on one laptop: hand over, answer alone, done, next person.

A window of its own that covers all others, so that nobody sees what anybody else said.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QScreen
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from nttp_readiness.domain.answers.workshop import Group
from nttp_readiness.domain.editing.ballots import Ballot
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group import ballot_words, closing_words, collecting
from nttp_readiness.presentation.words.support import support
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.support.support_page import SupportContent
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.focus_ring import FocusRing
from nttp_readiness.ui.widgets.overlay_page import OverlayPage
from nttp_readiness.ui.workshop.ballots.ballot_walk import BallotWalk
from nttp_readiness.ui.workshop.ballots.ballot_welcome import BallotWelcome
from nttp_readiness.ui.workshop.ballots.collector import Collector, asked_now
from nttp_readiness.ui.workshop.ballots.cover_page import CoverPage
from nttp_readiness.ui.workshop.ballots.leave_page import LeavePage


class BallotPage(QWidget):
    """`left` is emitted when it closes. What is not put in by then is kept nowhere.

    Whoever answers leaves it only with the facilitator's word.

    With `only` people are asked these questions alone, such as one that is voted on again.
    """

    left = Signal()

    def __init__(
        self,
        look: Look,
        session: Session,
        collector: Collector,
        parent: QWidget | None = None,
        *,
        only: tuple[str, ...] = (),
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowTitle(tr("Your answers – NTTP Readiness"))
        self.setAccessibleName(tr("Your answers"))
        self.setMinimumSize(320, 240)
        self._look, self._session, self._collector = look, session, collector
        self._group, self._only = "", only
        self.welcome = BallotWelcome(
            look, tr("Please hand the laptop to the next person"),
            ballot_words.promises(_groups(session)),
            leave=tr("Everybody is done"),
        )  # fmt: skip
        self.walk = BallotWalk(
            look,
            last=tr("Done"),
            stop=tr("Stop, and keep nothing"),
            ending=ballot_words.ending(None),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.walk)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._ring = FocusRing(self)
        self.welcome.started.connect(self._begin)
        self.welcome.left.connect(self._ask_to_leave)
        self.walk.done.connect(self._ask_to_finish)
        self.walk.stopped.connect(self._ask_to_stop)
        for part in (self.welcome, self.walk):
            part.support.connect(self._show_support)
        session.refused.connect(self.welcome.say_problem)
        self._next_person("")

    def open_on(self, private: QScreen | None) -> None:
        """Fill that screen. With None there is none that the room does not see: nothing private is
        shown before somebody said that the projector is covered.
        """
        if private is None:
            self._ask_to_cover()
        else:
            self.setScreen(private)
            self.setGeometry(private.geometry())
        self.showFullScreen()
        self.activateWindow()

    def _ask_to_cover(self) -> None:
        cover = CoverPage(self._look)

        def covered() -> None:
            self._stack.setCurrentWidget(self.welcome)
            self._stack.removeWidget(cover)
            cover.deleteLater()
            self.welcome.focus_first()

        cover.covered.connect(covered)
        cover.left.connect(self.close)
        self._stack.addWidget(cover)
        self._stack.setCurrentWidget(cover)
        cover.focus_first()

    def _next_person(self, thanks: str) -> None:
        workshop = self._session.assessment.workshop
        box = self._collector.box
        lines = collecting.group_lines(workshop.round, box, self._only) if workshop else ()
        asked = asked_now(self._session.assessment, self._only)
        notes = [f"{each.group.name}: {each.closed_to_ballots}" for each in lines
                 if each.closed_to_ballots]  # fmt: skip
        takes = [each.group.name for each in lines if asked and not each.closed_to_ballots]
        if len(takes) == 1 and len(lines) > 1:
            notes.insert(0, ballot_words.only_group(takes[0]))
        if not asked:
            notes.append(tr("Every question is closed, so no more answers are taken."))
        self.welcome.show_groups(takes, notes, thanks)
        self._stack.setCurrentWidget(self.welcome)
        self.welcome.arrive()

    def _begin(self, group: str) -> None:
        self._group = group
        self.welcome.say_problem("")
        self._stack.setCurrentWidget(self.walk)
        assessment = self._session.assessment
        groups = {each.name: each for each in _groups(self._session)}
        self.walk.say_ending(ballot_words.ending(groups.get(group)))
        self.walk.begin(assessment, asked_now(assessment, self._only))

    def _ask_to_finish(self) -> None:
        """A ballot without any answer is put in by nobody's mistake."""
        if self.walk.answers():
            self._done()
            return
        self.walk.ask(
            closing_words.empty_ballot_words(), tr("Back to the questions"),
            tr("Put it in empty"), self._done,
        )  # fmt: skip

    def _ask_to_stop(self) -> None:
        """Answers that were given are thrown away by nobody's mistake."""
        answered = len(self.walk.answers())
        if not answered:
            self._stop()
            return
        self.walk.ask(
            closing_words.stop_words(answered), tr("Go on answering"),
            tr("Keep nothing"), self._stop,
        )  # fmt: skip

    def _ask_to_leave(self) -> None:
        """The facilitator's window is behind this one, and opens for the facilitator alone."""
        before = self._stack.currentWidget() or self.welcome
        if isinstance(before, LeavePage | CoverPage):
            return
        page = LeavePage(self._look, self._collector.word)

        def back() -> None:
            self._stack.setCurrentWidget(before)
            self._stack.removeWidget(page)
            page.deleteLater()

        page.stayed.connect(back)
        page.allowed.connect(self.close)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.focus_first()

    def _done(self) -> None:
        """Into the box and away from here, at once."""
        ballot = Ballot(group=self._group, answers=self.walk.hand_over())
        self._group = ""
        worked = self._collector.put_in(ballot, self._only)
        self._next_person(tr("Thank you. Your answers are in.") if worked else "")

    def _stop(self) -> None:
        self.walk.hand_over()
        self._group = ""
        self._next_person("")

    def _show_support(self) -> None:
        before = self._stack.currentWidget() or self.welcome
        found = support(self._session.assessment.bank, self._session.assessment)
        overlay = OverlayPage(self._look, tr("Support"), SupportContent(self._look, found))

        def leave() -> None:
            self._stack.setCurrentWidget(before)
            self._stack.removeWidget(overlay)
            overlay.deleteLater()

        overlay.left.connect(leave)
        self._stack.addWidget(overlay)
        self._stack.setCurrentWidget(overlay)
        overlay.arrive()

    def closeEvent(self, event: QCloseEvent, /) -> None:
        """Keys of the system that close a window lead no participant further than the buttons."""
        if event.spontaneous() and not isinstance(self._stack.currentWidget(), CoverPage):
            event.ignore()
            self._ask_to_leave()
            return
        self.walk.hand_over()
        super().closeEvent(event)
        self.left.emit()


def _groups(session: Session) -> tuple[Group, ...]:
    workshop = session.assessment.workshop
    return workshop.round.groups if workshop else ()
