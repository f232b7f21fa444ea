"""Collect answers: how many are in, the ways to hand them in, and closing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent
from PySide6.QtWidgets import QWidget

from nttp_readiness.address import Address, workshop_address
from nttp_readiness.domain.editing.calling_off import may_reopen_round
from nttp_readiness.domain.editing.workshop_edits import open_questions
from nttp_readiness.errors import ReadinessError
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.group import (
    closing_words,
    collecting,
    file_words,
    kept_words,
    screen_words,
    time_words,
)
from nttp_readiness.reports.form_specs import form_address
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.field import combo_field
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.notice import Notice
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workshop.asking import Asking
from nttp_readiness.ui.workshop.ballots.collector import Collector, Imported
from nttp_readiness.ui.workshop.ballots.room_screens import RoomScreens
from nttp_readiness.ui.workshop.file_dialogs import WorkshopFileDialogs
from nttp_readiness.ui.workshop.polls_section import PollsSection
from nttp_readiness.ui.workshop.question_list import QuestionList
from nttp_readiness.ui.workshop.room.wall_widgets import AnswerMarks


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
        self._screens = screens
        self.choosers = WorkshopFileDialogs()
        self.setAcceptDrops(True)
        self._state = Prose(look, "", "where")
        self._progress = Prose(look, "", "page", tone="loch")
        self._marks = AnswerMarks(look, 26)
        self._groups = Prose(look, "", "body")
        self._waiting = Prose(look, "", "small")
        self._outcome = Prose(look, "", "body_strong")
        self._problems = Prose(look, "", "body")
        self._ways = QWidget()
        self._asking = Asking(look)
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
        column.addWidget(self._ways)
        self._build_ways()
        self.polls = PollsSection(look, session, collector)
        column.addWidget(self.polls)
        column.gap(14)
        self._build_ending(column)

    # ---- building

    def _build_ways(self) -> None:
        look, column = self._look, Box(self._look, self._ways)
        column.addWidget(Prose(look, tr("Ways to answer"), "section"))
        column.gap(8)
        self.ballots_button = Button(look, tr("Start private ballots"), "second", small=True)
        self.ballots_button.clicked.connect(self.ballots)
        self._way(
            column, tr("On this laptop, one after another"),
            tr("Each person answers alone and passes the laptop on. Nobody sees what others"
" answered. Have headphones ready for whoever has it read aloud. “Everybody is done” and"
" your word to come back lead here again. With headphones on, F7 opens this page as text:"
" look there for “word to come back”."),
            self.ballots_button,
        )  # fmt: skip
        self._word = Prose(look, screen_words.word_words(self._collector.word), "where")
        column.addWidget(self._word)
        column.gap(14)
        self._minutes = Prose(look, "", "where")
        column.addWidget(self._minutes)
        column.gap(14)
        self.wall = combo_field(look, tr("The screen that everybody sees"), ())
        self.wall.control.chosen.connect(self._wall_chosen)
        self._where_words = Prose(look, "", "where")
        column.addWidget(self.wall)
        column.gap(6)
        column.addWidget(self._where_words)
        column.gap(14)
        count = Button(look, tr("Type counts"), "second", small=True)
        count.clicked.connect(lambda: self.go.emit(workshop_address("count")))
        self._way(
            column, tr("With cards, hands or paper ballots"),
            tr("You count in the room and type five numbers for each question."), count,
        )  # fmt: skip
        files = Button(look, tr("Add answer files…"), "second", small=True)
        self._files_button = files
        self._few = Asking(look)
        folder = Button(look, tr("Add a folder…"), "second", small=True)
        copy = Button(look, tr("Save a copy to answer in…"), "second", small=True)
        files.clicked.connect(lambda: self._add(self.choosers.files(self)))
        folder.clicked.connect(lambda: self._add(self.choosers.folder(self)))
        copy.clicked.connect(self.copy)
        self._way(
            column, tr("With answer files"),
            tr(
                "Give people a copy to answer in. It has no answers, plan or counts in it. Add"
" the small files that come back, or drop them on this page. Each counts once,"
" however often you add it."
            ),
            copy, files, folder,
        )  # fmt: skip
        column.addWidget(self._few)
        hand_over = Button(look, tr("Save what came in here…"), "second", small=True)
        hand_over.clicked.connect(self._hand_over)
        self._way(
            column, tr("With several laptops"),
            tr(
                "Open a copy to answer in on each of them, and collect ballots there. Save"
" what came in as a collection, and add it here with “Add answer files”. It has"
" totals in it, never single ballots."
            ),
            hand_over,
        )  # fmt: skip
        for part in (self._outcome, self._problems):
            column.addWidget(part)
            part.hide()
        paper = Button(look, tr("Print the questions"), "second", "print", small=True)
        paper.clicked.connect(lambda: self.go.emit(form_address("questionnaire")))
        self._way(
            column, tr("On paper"), tr("Print the questions, count what comes back, and type it."),
            paper,
        )  # fmt: skip

    def _way(self, column: Box, name: str, words: str, *buttons: Button) -> None:
        look = self._look
        column.addWidget(Rule(look, dotted=True))
        column.gap(10)
        column.addWidget(Prose(look, name, "body_strong"))
        column.addWidget(Prose(look, words, "where"))
        column.gap(8)
        row = Flow(look, gap=10)
        for button in buttons:
            row.addWidget(button)
        # Once, and with its heading: what it says of "each of them" is said of these.
        buttons[0].setAccessibleDescription(
            words if buttons[0] is self.ballots_button else f"{name}. {words}"
        )
        column.addLayout(row)
        column.gap(14)

    def _build_ending(self, column: Box) -> None:
        look = self._look
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

    # ---- showing

    def refresh(self) -> None:
        assessment, box = self._session.assessment, self._collector.box
        self._state.say(collecting.round_words(assessment))
        workshop = assessment.workshop
        is_open = workshop is not None and workshop.round.closed is None
        for part in (self._progress, self._marks, self._groups):
            part.setVisible(workshop is not None)
        self._ways.setVisible(is_open)
        self.polls.setVisible(is_open)
        self.polls.refresh()
        self._ending.setVisible(is_open)
        self._closed.setVisible(may_reopen_round(self._session.assessment))
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
        asked = len(open_questions(assessment))
        minutes = time_words.laptop_words(workshop.round.size, asked)
        self._minutes.say(minutes)
        self._minutes.setVisible(bool(minutes))
        self._refresh_screens()
        self._refresh_list()

    def _refresh_screens(self) -> None:
        wall, private = self._screens.wall, self._screens.private
        self.wall.setVisible(wall is not None)
        if wall is not None:
            self.wall.control.set_choices(self._screens.choices())
            self.wall.control.show_choice(wall.name() if self._screens.said else None)
        self._where_words.say(
            screen_words.screen_words(
                wall.name() if wall else "", private.name() if private else ""
            )
        )

    def _wall_chosen(self) -> None:
        name = self.wall.control.value
        if isinstance(name, str):
            self._screens.choose_wall(name)
            self._refresh_screens()

    def _refresh_list(self) -> None:
        if self._fold.isChecked():
            box = self._collector.box
            self._list.show_lines(collecting.question_lines(self._session.assessment, box))

    def focus_first(self) -> None:
        self.ballots_button.setFocus(Qt.FocusReason.OtherFocusReason)

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

    def add(self, paths: list[Path]) -> Imported:
        """Count answer files and say what became of them."""
        found = self._collector.add_files(paths)
        self._outcome.say(found.sentence)
        self._outcome.show()
        self._problems.say("\n".join(found.problems))
        self._problems.setVisible(bool(found.problems))
        announce(self, found.sentence)
        return found

    def _hand_over(self) -> None:
        """What came in on this laptop, as a file for the facilitator's."""
        path = self.choosers.collection(self)
        if path is None:
            return
        try:
            said = self._collector.save_collection(path)
        except ReadinessError as problem:
            self._session.refused.emit(str(problem))
            return
        self._outcome.say(said)
        self._outcome.show()
        announce(self, said)

    def _add(self, paths: list[Path]) -> None:
        """Ask first where so few would be counted that they could be told apart."""
        if not paths:
            return
        words = file_words.few_files_words(self._collector.would_count(paths))
        if not words:
            self.add(paths)
            return
        self._few.ask(
            words, tr("Not yet"), [(tr("Count them anyway"), lambda: self.add(paths))],
            self._files_button,
        )  # fmt: skip

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if self._ways.isVisibleTo(self) and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent, /) -> None:
        urls = event.mimeData().urls()
        event.acceptProposedAction()
        self._add([Path(each.toLocalFile()) for each in urls if each.isLocalFile()])

    def hideEvent(self, event: QHideEvent, /) -> None:
        """A question that was left unanswered is not asked again."""
        super().hideEvent(event)
        self._ended.hide()
        self._asking.leave()
        self._writing.leave()
        self._few.leave()

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
