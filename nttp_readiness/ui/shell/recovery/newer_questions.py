"""An assessment made with an older version of its questions: what a newer one would make of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.rounds.carry_over import CarryOver, carry_over
from nttp_readiness.errors import ReadinessError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.readiness.carrying_over import carrying_over_words, offer_words
from nttp_readiness.storage.banks import bank_folders
from nttp_readiness.storage.banks.bank_folders import FoundBank
from nttp_readiness.storage.banks.overlay_folders import in_the_words_of, read_questions
from nttp_readiness.storage.files import folders
from nttp_readiness.typed.letters import first_words
from nttp_readiness.ui.shell.open_document import OpenDocument
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from nttp_readiness.ui.shell.shell import Shell


def offer(shell: Shell, made: OpenDocument) -> None:
    """Where a newer version of its questions is at hand, offer to carry the answers over; not in a
    part, whose questions are those that somebody asked.
    """
    if made.session.assessment.part is not None:
        return
    found = at_hand(made.session.assessment)
    if found is not None:
        made.workbook.offer(
            offered(made.session.assessment, found),
            tr("See what would change"),
            lambda: _look_at(shell, found.folder),
        )


def _look_at(shell: Shell, folder: Path) -> None:
    """Show what would become of each answer, before anything is written."""
    if shell.open_document is None:
        return
    try:
        result = carried(shell.open_document.session.assessment, folder)
    except ReadinessError as problem:
        shell.open_document.workbook.tell(str(problem))
        return
    words = CarryOverContent(shell.look, result)
    words.confirmed.connect(lambda: _carry_over(shell, folder))
    shell.lay_over(words.heading, words)


def _carry_over(shell: Shell, folder: Path) -> None:
    """Open a new document with the newer questions; the file of this one is left as it is."""
    open_document = shell.open_document
    if open_document is None:
        return
    try:
        result = carried(open_document.session.assessment, folder)
    except ReadinessError as problem:
        shell.tell(str(problem))
        return
    if not open_document.save() or open_document.autosave.path is None:
        shell.tell(open_document.autosave.problem)
        return
    beside, name = open_document.autosave.path.parent, file_name(result)
    if shell.put_away():
        shell.drop_overlays()
        shell.show_document(OpenDocument.begin(shell.look, result.assessment, beside, name))


def at_hand(assessment: Assessment) -> FoundBank | None:
    """A newer version of its bank, among those of the program and those added on this account."""
    return bank_folders.newer_version(assessment.bank, folders.bank_places())


def offered(assessment: Assessment, found: FoundBank) -> str:
    """The sentence of the offer."""
    return offer_words(assessment.bank.title, assessment.bank.version, found.version)


def carried(assessment: Assessment, folder: Path) -> CarryOver:
    """The assessment with the bank in that folder. Raises BankError."""
    newer = in_the_words_of(assessment.written_bank, read_questions(folder), folders.bank_places())
    return carry_over(assessment, newer)


def file_name(result: CarryOver) -> str:
    """The name of the new file, which lies beside the earlier one."""
    made = result.assessment
    return tr("{title}, questions {version}").format(
        title=first_words(made.profile.title, 36), version=made.bank.version
    )


class CarryOverContent(QWidget):
    """What would be kept, looked at again, open again or dropped. `confirmed` asks to do it."""

    confirmed = Signal()

    def __init__(self, look: Look, result: CarryOver) -> None:
        super().__init__()
        self.heading = tr("A newer version of the questions")
        said = carrying_over_words(result)
        column = Box(look, self)
        column.addWidget(Prose(look, self.heading, "page"))
        column.gap(8)
        column.addWidget(Prose(look, said.title, "lead"))
        column.gap(20)
        column.addWidget(Prose(look, tr("What becomes of each answer"), "section"))
        column.gap(8)
        for part in said.parts:
            column.addWidget(Prose(look, part.sentence, "body_strong", selectable=True))
            column.gap(4)
            for line in part.lines:
                column.addWidget(Prose(look, line, dash=True, selectable=True))
                column.gap(4)
            column.gap(10)
        column.addWidget(Prose(look, said.ending, "body"))
        column.gap(12)
        self.button = Button(look, tr("Make the new assessment"))
        self.button.clicked.connect(self.confirmed)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
