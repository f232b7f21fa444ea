"""Collect answers: how many are in, above the ways to hand them in and what closes them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent
from PySide6.QtWidgets import QWidget

from nttp_readiness.address import Address
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group import collecting, kept_words
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.notice import Notice
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workshop.asking import Asking
from nttp_readiness.ui.workshop.ballots.collector import Collector
from nttp_readiness.ui.workshop.ballots.room_screens import RoomScreens
from nttp_readiness.ui.workshop.closing_section import ClosingSection
from nttp_readiness.ui.workshop.polls_section import PollsSection
from nttp_readiness.ui.workshop.room.wall_widgets import AnswerMarks
from nttp_readiness.ui.workshop.ways_section import WaysSection


class CollectSection(QWidget):
    """`go` asks for an address, `ballots` for the window of private ballots, `copy` for a copy of
    the assessment that people can answer in.
    """

    go = Signal(Address)
    ballots = Signal()
    copy = Signal()

    def __init__(
        self, look: Look, session: Session, collector: Collector, screens: RoomScreens
    ) -> None:
        super().__init__()
        self._look, self._session, self._collector = look, session, collector
        self.setAcceptDrops(True)
        self._state = Prose(look, "", "where")
        self._progress = Prose(look, "", "page", tone="loch")
        self._marks = AnswerMarks(look, 26)
        self._groups = Prose(look, "", "body")
        self._waiting = Prose(look, "", "small")
        column = Box(look, self)
        column.addWidget(self._state)
        column.gap(10)
        column.addWidget(self._progress)
        column.gap(8)
        column.addWidget(self._marks)
        column.gap(8)
        column.addWidget(self._groups)
        column.gap(4)
        column.addWidget(self._waiting)
        self.write_button = Button(look, tr("Write them down now"), "link")
        self.write_button.clicked.connect(self._ask_to_write)
        column.addWidget(self.write_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self._writing = Asking(look)
        column.addWidget(self._writing)
        self._again = Notice(look, "trouble")
        self._again.pressed.connect(self._collector.everybody_was_told)
        column.addWidget(self._again)
        column.gap(14)
        self.ways = WaysSection(look, session, collector, screens)
        self.ways.go.connect(self.go)
        self.ways.ballots.connect(self.ballots)
        self.ways.copy.connect(self.copy)
        column.addWidget(self.ways)
        self.polls = PollsSection(look, session, collector)
        column.addWidget(self.polls)
        column.gap(14)
        self.closing = ClosingSection(look, session, collector)
        self.closing.go.connect(self.go)
        column.addWidget(self.closing)

    # ---- showing

    def refresh(self) -> None:
        assessment, box = self._session.assessment, self._collector.box
        self._state.say(collecting.round_words(assessment))
        workshop = assessment.workshop
        is_open = workshop is not None and workshop.round.closed is None
        for part in (self._progress, self._marks, self._groups):
            part.setVisible(workshop is not None)
        self.ways.setVisible(is_open)
        self.polls.setVisible(is_open)
        self.polls.refresh()
        self.closing.refresh()
        if workshop is None:
            self._waiting.hide()
            self.write_button.hide()
            self._again.hide()
            return
        count, asked = collecting.round_progress(workshop.round, box)
        words = collecting.answers_in(count, asked)
        self._progress.say(words)
        self._marks.say(count, asked, words)
        lines = collecting.group_lines(workshop.round, box)
        self._groups.say("\n".join(f"{each.group.name}: {each.words}" for each in lines))
        self._groups.setVisible(len(lines) > 1)
        said = kept_words.waiting_words(box)
        self._waiting.say(said)
        self._waiting.setVisible(bool(said))
        self.write_button.setVisible(bool(box.waiting))
        lost = kept_words.again_words(self._collector.again, self._collector.asked_again)
        if lost:
            self._again.say(lost, tr("They have been told"))
        self._again.setVisible(bool(lost))
        self.ways.refresh(workshop.round.size)

    def focus_first(self) -> None:
        self.ways.ballots_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def begins_at_a_button(self) -> bool:
        """Whether letting people answer comes first, as nobody has."""
        workshop = self._session.assessment.workshop
        if workshop is None or workshop.round.closed is not None:
            return False
        return not collecting.round_progress(workshop.round, self._collector.box)[0]

    def progress_words(self) -> str:
        """How many answers are in, as it stands on the page."""
        return self._progress.plain()

    # ---- what the person does

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if self.ways.isVisibleTo(self) and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent, /) -> None:
        urls = event.mimeData().urls()
        event.acceptProposedAction()
        self.ways.ask_to_add([Path(each.toLocalFile()) for each in urls if each.isLocalFile()])

    def hideEvent(self, event: QHideEvent, /) -> None:
        """A question that was left unanswered is not asked again."""
        super().hideEvent(event)
        self._writing.leave()
        self.ways.leave()
        self.closing.leave()

    def _ask_to_write(self) -> None:
        """Before a break: at once where five and more wait, and asked for fewer."""
        box = self._collector.box
        if not kept_words.at_risk(box):
            self._collector.empty_box()
            return
        self._writing.ask(
            kept_words.write_now_words(box), tr("Leave them unwritten"),
            [(tr("Write them down"), self._collector.empty_box)], self.write_button,
        )  # fmt: skip
