"""Ask somebody: which questions, whom, by when; then one press makes the file and the letter."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from nttp_readiness.domain.answers.fields import SHARED_FIELDS
from nttp_readiness.domain.exchange.sharing_out import SharedOut
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens import part_asking
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.parts.question_choice import QuestionChoice
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.field import date_field, line_field, text_field
from nttp_readiness.ui.widgets.notice import Notice
from nttp_readiness.ui.widgets.prose import Prose


class AskSection(QWidget):
    """`elsewhere` asks for another folder for the file; the page's main button makes it."""

    elsewhere = Signal()

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__()
        self._look, self._session = look, session
        self._made = Path()
        self.which = QuestionChoice(look, session)
        self.to = line_field(
            look, tr("For whom"), tr("A name, a role or both, such as “Morag, HR manager”.")
        )
        self.to.limit_to(SHARED_FIELDS["to"].limit)
        self.by = date_field(look, tr("By when, if it matters"), tr("Such as 18 December 2026"))
        self._where = Prose(look, "", "where")
        self.other = Button(look, tr("Another folder…"), "link")
        self.problem = Notice(look, "trouble")
        self.problem.hide()
        column = Box(look, self)
        column.addWidget(Prose(look, tr("Ask somebody"), "section"))
        column.gap(10)
        column.addWidget(self.which)
        for field in (self.to, self.by):
            column.gap(14)
            column.addWidget(field)
        column.gap(14)
        column.addWidget(self._where)
        column.gap(6)
        row = Flow(look, gap=16)
        row.addWidget(self.other)
        column.addLayout(row)
        column.gap(8)
        column.addWidget(self.problem)
        self._build_result(column)
        self.other.clicked.connect(self.elsewhere)

    def _build_result(self, column: Box) -> None:
        look = self._look
        self.result = QWidget()
        inside = Box(look, self.result)
        self._saved = Prose(look, "", "body_strong", selectable=True)
        self.letter = text_field(
            look, tr("The letter"), tr("Copy it into an e-mail, and attach the file."), lines=9
        )
        self.letter.control.setReadOnly(True)
        self.copy = Button(look, tr("Copy the letter"), "second", small=True)
        self.folder = Button(look, tr("Open the folder of the file"), "link")
        inside.gap(6)
        inside.addWidget(self._saved)
        inside.gap(10)
        inside.addWidget(self.letter)
        inside.gap(8)
        row = Flow(look, gap=16)
        row.addWidget(self.copy)
        row.addWidget(self.folder)
        inside.addLayout(row)
        column.addWidget(self.result)
        self.result.hide()
        self.copy.clicked.connect(self._copy)
        self.folder.clicked.connect(self._open_folder)

    def refresh(self, folder: Path) -> None:
        """Say what can be chosen now, and where the file would go."""
        self.which.refresh()
        self._where.say(tr("The file goes into {folder}.").format(folder=folder))

    def show_made(self, made: SharedOut, path: Path) -> None:
        """Say where the file lies, and show the letter that goes with it."""
        self._made = path
        self.problem.hide()
        said = tr("The file for {name} is ready: {file}").format(name=made.shared.to, file=path)
        self._saved.say(said)
        self.letter.control.show_text(part_asking.letter(made.assessment, made.shared, path.name))
        self.result.show()
        self.which.clear()
        self.to.control.show_text("")
        announce(self, said)
        self.copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Say what is missing or in the way."""
        self.problem.say(sentence)
        self.problem.show()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.letter.control.text())
        announce(self, tr("The letter is copied."))

    def _open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made.parent))):
            self.show_problem(tr("No program on this computer opens folders."))
