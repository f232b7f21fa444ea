"""Answer an assessment as one person of many, on one's own computer, into a file to hand over.

Only questions: no results, no plan, nothing of what others said.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nttp_readiness.domain.editing.ballots import HandedIn
from nttp_readiness.errors import DocumentError, ReadinessError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group import ballot_words
from nttp_readiness.presentation.words.support import support
from nttp_readiness.storage.account.answered_here import answered_before, remember
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.storage.exchange.answer_files import SUFFIX, hand_in, load_answers, save_answers
from nttp_readiness.storage.files import folders
from nttp_readiness.ui.support.support_page import SupportContent
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.focus_ring import FocusRing
from nttp_readiness.ui.widgets.page_stack import PageStack
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workshop.answer_dialogs import WorkshopFileDialogs
from nttp_readiness.ui.workshop.ballots.ballot_walk import BallotWalk
from nttp_readiness.ui.workshop.ballots.ballot_welcome import BallotWelcome

_ALL = "All"
"""The group of those who name none, as on the command line."""


class RespondWindow(QWidget):
    """`saved` gives the answer file that was written. Raises DocumentError for a file that cannot
    be answered.

    Where `out` is an answer file of this assessment already, its answers can be changed.
    """

    saved = Signal(object)

    def __init__(
        self, look: Look, path: Path, out: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._look, self._out = look, out
        self._assessment = load_document(path).assessment
        self._handed = self._found(out)
        self._unsaved = self._warned = False
        self._same: str | None = None
        """The id of whoever answered here before, empty for somebody else; None until said."""
        self._group = self._handed.group if self._handed else ""
        self.choosers = WorkshopFileDialogs()
        self.setWindowTitle(
            tr("{title} – your answers").format(title=self._assessment.profile.title)
        )
        self.setAccessibleName(tr("Your answers"))
        self.setMinimumSize(320, 240)
        self.resize(look.px(960), look.px(720))
        self.welcome = BallotWelcome(
            look, self._assessment.profile.title, ballot_words.promises_of_a_file(),
            leave=tr("Close"), glyph="cross",
        )  # fmt: skip
        self.walk = BallotWalk(
            look,
            last=tr("Save my answers"),
            stop=tr("Close"),
            ending=tr(
                "They are saved in a small file without your name. Give it to the person who"
                " asked you. Until then you can open it again and change your answers."
            ),
            why=ballot_words.reason_promise_of_a_file(),
        )
        self._stack = PageStack(look, self.welcome)
        self._stack.addWidget(self.walk)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._ring = FocusRing(self)
        self.welcome.started.connect(self._begin)
        self.welcome.left.connect(self.close)
        self.walk.done.connect(self.save)
        self.walk.stopped.connect(self.close)
        self.walk.answered.connect(self._answered)
        for part in (self.welcome, self.walk):
            part.support.connect(self._show_support)
        self.welcome.show_groups(self._groups(), (), "")
        self.welcome.arrive()

    def save(self) -> None:
        """Write the answer file; a sentence says where that is not possible."""
        before = answered_before(self._assessment.id)
        if self._handed is None and self._same is None and before is not None:
            self.walk.ask(
                ballot_words.answered_here_before(), tr("Not yet"),
                tr("They were mine"), lambda: self._save_as(before),
                tr("I am somebody else"), lambda: self._save_as(""),
            )  # fmt: skip
            return
        path = self._out or self.choosers.answers(self, self._suggested())
        if path is not None and self._write(path):
            self._say_saved(path)

    def keep_before_the_session_ends(self) -> bool:
        """Whether nothing is lost when the system ends the session now.

        Answers go into a file that they are in already; one that nobody saved yet is not made
        behind the person's back.
        """
        if self._unsaved and self._out is not None and self._handed is not None:
            self._write(self._out)
        if self._unsaved:
            self._stack.setCurrentWidget(self.welcome)
            self.welcome.say_problem(
                tr(
                    "Your answers are not saved yet. “Start my answers” takes you back to them."
                    " Close this window before you log off."
                )
            )
        return not self._unsaved

    def _write(self, path: Path) -> bool:
        """Write the answers; where that is not possible a sentence says so."""
        given, why = self.walk.answers(), self.walk.reasons()
        # The same person's file has the same id, or it would count twice.
        same = self._handed.id if self._handed is not None else self._same
        made = hand_in(self._assessment, self._group, given, same, why)
        try:
            save_answers(path, made)
        except ReadinessError as problem:
            self._stack.setCurrentWidget(self.welcome)
            self.welcome.say_problem(str(problem))
            return False
        remember(made)
        self._out, self._handed, self._unsaved = path, made, False
        return True

    def _say_saved(self, path: Path) -> None:
        self.saved.emit(path)
        name, words = tr("Your answers are saved"), QWidget()
        column = Box(self._look, words, spacing=10)
        column.addWidget(Prose(self._look, name, "page"))
        column.addWidget(
            Prose(
                self._look,
                tr(
                    "Your answers are in {file}. Please give this file to the person who asked"
                    " you, and delete it once it has been counted. You can close this window now."
                ).format(file=path.name),
                "lead",
                selectable=True,
            )
        )
        self._stack.lay_over(name, words)

    def _save_as(self, same: str) -> None:
        """Save as whoever answered here before, or as a new person."""
        self._same = same
        self.save()

    def _found(self, out: Path | None) -> HandedIn | None:
        """The answers that lie there already."""
        if out is None or not folders.is_there(out):
            return None
        handed = load_answers(out)
        if handed.document != self._assessment.id:
            raise DocumentError(
                tr("{file} has the answers to another assessment.").format(file=out.name),
                safe=tr("It is left as it is."),
                cure=tr("Please choose another name for your answers."),
            )
        return handed

    def _groups(self) -> list[str]:
        workshop = self._assessment.workshop
        if self._handed is not None:
            return [self._handed.group]
        return [each.name for each in workshop.round.groups] if workshop else [_ALL]

    def _begin(self, group: str) -> None:
        self._group = group
        self.welcome.say_problem("")
        self._stack.setCurrentWidget(self.walk)
        asked = tuple(each.id for each in self._assessment.asked)
        answers, why = self.walk.answers(), self.walk.reasons()
        if self._handed is not None and not (answers or why):
            answers, why = dict(self._handed.answers), dict(self._handed.reasons)
        self.walk.begin(self._assessment, asked, answers, why)

    def _answered(self) -> None:
        self._unsaved, self._warned = True, False

    def _suggested(self) -> Path:
        title = tr("{title}, my answers").format(title=self._assessment.profile.title[:44].strip())
        return folders.free_path(folders.documents(), title, SUFFIX)

    def _show_support(self) -> None:
        found = support(self._assessment.bank, self._assessment)
        self._stack.lay_over(tr("Support"), SupportContent(self._look, found))

    def closeEvent(self, event: QCloseEvent, /) -> None:
        """Answers that are not saved are named once; closing again leaves them behind."""
        if self._unsaved and not self._warned:
            self._warned = True
            self._stack.setCurrentWidget(self.welcome)
            self.welcome.say_problem(
                tr(
                    "Your answers are not saved yet. “Start my answers” takes you back to them."
                    " Close once more to leave without saving them."
                )
            )
            event.ignore()
            return
        super().closeEvent(event)
