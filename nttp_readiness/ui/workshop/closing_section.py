"""Closing questions and the round: each is asked about, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.address import Address, workshop_address
from nttp_readiness.domain.editing.calling_off import may_reopen_round
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.group import closing_words, collecting
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workshop.asking import Asking
from nttp_readiness.ui.workshop.ballots.collector import Collector
from nttp_readiness.ui.workshop.question_list import QuestionList


class ClosingSection(QWidget):
    """`go` asks for an address."""

    go = Signal(Address)

    def __init__(self, look: Look, session: Session, collector: Collector) -> None:
        super().__init__()
        self._session, self._collector = session, collector
        self._asking = Asking(look)
        column = Box(look, self)
        self._ending = QWidget()
        ending = Box(look, self._ending)
        ending.addWidget(Rule(look))
        ending.gap(16)
        ending.addWidget(Prose(look, tr("Closing"), "section"))
        ending.gap(4)
        ending.addWidget(
            Prose(
                look,
                tr(
                    "Counts are hidden until their question is closed. Close every question to"
                    " talk about the widest differences first, or close them one by one on the"
                    " wall. Close the round itself at the end."
                ),
                "where",
            )
        )
        ending.gap(10)
        row = Flow(look, gap=10)
        self.every_button = Button(look, tr("Close every question"), "second", small=True)
        self.round_button = Button(look, tr("Close the round…"), "second", small=True)
        self.every_button.clicked.connect(self._ask_to_close_every)
        self.round_button.clicked.connect(self._ask_to_close_round)
        self.every_button.setAccessibleDescription(
            tr("Their counts can be looked at then; the round goes on.")
        )
        self.round_button.setAccessibleDescription(
            tr("Ends the collecting, and closes every question with it.")
        )
        row.addWidget(self.every_button)
        row.addWidget(self.round_button)
        ending.addLayout(row)
        ending.gap(8)
        ending.addWidget(self._asking)
        self._ended = Prose(look, "", "body_strong")
        self._ended.hide()
        ending.addWidget(self._ended)
        ending.gap(6)
        self._list = QuestionList(look, self._ask_to_close_one, self._collector.reopen)
        self._fold = Fold(look, tr("Question by question"), "", self._list)
        self._fold.opened.connect(lambda _: self._refresh_list())
        ending.addWidget(self._fold)
        ending.addWidget(self._list)
        column.addWidget(self._ending)
        self._closed = QWidget()
        again = Box(look, self._closed)
        self.reopen_button = Button(look, tr("Open the round again"), "second", small=True)
        self.reopen_button.clicked.connect(self._collector.reopen_round)
        again.addWidget(Prose(look, closing_words.reopen_words(), "where"))
        again.gap(8)
        again.addWidget(self.reopen_button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._closed)

    def refresh(self) -> None:
        """What can be closed while the round is open, or opened again afterwards."""
        assessment = self._session.assessment
        workshop = assessment.workshop
        self._ending.setVisible(workshop is not None and workshop.round.closed is None)
        self._closed.setVisible(may_reopen_round(assessment))
        if workshop is not None:
            self._refresh_list()

    def _refresh_list(self) -> None:
        if self._fold.isChecked():
            box = self._collector.box
            self._list.show_lines(collecting.question_lines(self._session.assessment, box))

    def leave(self) -> None:
        """A question that was left unanswered is not asked again."""
        self._ended.hide()
        self._asking.leave()

    def _ask_to_close_every(self) -> None:
        """With those that have answers enough first: the rest can wait for whoever comes."""
        found = closing_words.closing(self._session.assessment, self._collector.box)
        if not found.closable:
            self._collector.reveal_all()  # which says why it cannot be
            return
        ways: list[tuple[str, Callable[[], object]]] = []
        if found.few and found.enough:
            ways.append((
                trn("Close the {n} with enough answers", "Close the {n} with enough answers",
                    len(found.enough)),
                lambda: self._say_ended(
                    self._collector.reveal_these(found.enough), len(found.enough), 0
                ),
            ))  # fmt: skip
        ways.append((
            trn("Close {n} question", "Close all {n} questions", len(found.closable)),
            lambda: self._say_ended(
                self._collector.reveal_all(), len(found.enough), len(found.few),
                len(found.unanswered),
            ),
        ))  # fmt: skip
        self._asking.ask(found.words, tr("Not yet"), ways, self.every_button)

    def _ask_to_close_one(self, key: str, button: Button) -> None:
        assessment = self._session.assessment
        found = closing_words.closing(assessment, self._collector.box, (key,))
        title = assessment.bank.by_id[key].title
        self._asking.ask(
            closing_words.close_one_words(title, found), tr("Not yet"),
            [(tr("Close this question"), lambda: self._close_one(key, found))], button,
        )  # fmt: skip

    def _close_one(self, key: str, found: closing_words.Closing) -> None:
        worked = self._collector.reveal(key)
        if worked:  # its button is gone
            self._fold.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say_ended(worked, len(found.enough), len(found.few))

    def _say_ended(self, worked: bool, enough: int, few: int, unanswered: int = 0) -> None:  # noqa: FBT001 - as the act gave it
        """What has become of what was closed."""
        if worked:
            assessment = self._session.assessment
            said = closing_words.closed_words(assessment, enough, few, unanswered)
            self._ended.say(said)
            self._ended.show()
            announce(self, said)

    def _ask_to_close_round(self) -> None:
        words = closing_words.close_round_words(
            self._session.assessment, self._collector.box,
            self._collector.polls.values(),
        )  # fmt: skip
        ways = [(tr("Close the round"), self._close_round)]
        self._asking.ask(words, tr("Not yet"), ways, self.round_button)

    def _close_round(self) -> None:
        if self._collector.close_round():
            self.go.emit(workshop_address("results"))
