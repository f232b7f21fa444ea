"""The ways in which answers come in: here, by counting, in files, from other laptops, on paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.address import Address, workshop_address
from nttp_readiness.domain.editing.open_round import open_questions
from nttp_readiness.errors import ReadinessError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group import handed_over_words, screen_words, time_words
from nttp_readiness.reports.specs.form_spec import form_address
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.field import combo_field
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workshop.answer_dialogs import WorkshopFileDialogs
from nttp_readiness.ui.workshop.asking import Asking
from nttp_readiness.ui.workshop.ballots.collector import Collector, Imported
from nttp_readiness.ui.workshop.ballots.room_screens import RoomScreens


class WaysSection(QWidget):
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
        self._outcome = Prose(look, "", "body_strong")
        self._problems = Prose(look, "", "body")
        column = Box(look, self)
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
        files.clicked.connect(lambda: self.ask_to_add(self.choosers.files(self)))
        folder.clicked.connect(lambda: self.ask_to_add(self.choosers.folder(self)))
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

    # ---- showing

    def refresh(self, people: int) -> None:
        """The time that so many people take, and which screen is for what."""
        asked = len(open_questions(self._session.assessment))
        minutes = time_words.laptop_words(people, asked)
        self._minutes.say(minutes)
        self._minutes.setVisible(bool(minutes))
        self._refresh_screens()

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

    def leave(self) -> None:
        """A question that was left unanswered is not asked again."""
        self._few.leave()

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

    def ask_to_add(self, paths: list[Path]) -> None:
        """Ask first where so few would be counted that they could be told apart."""
        if not paths:
            return
        words = handed_over_words.few_files_words(self._collector.would_count(paths))
        if not words:
            self.add(paths)
            return
        self._few.ask(
            words, tr("Not yet"), [(tr("Count them anyway"), lambda: self.add(paths))],
            self._files_button,
        )  # fmt: skip
