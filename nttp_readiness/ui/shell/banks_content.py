"""The question banks at hand: what each asks, and which cannot be used yet, with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.errors import BankError
from nttp_readiness.i18n import tr, trn
from nttp_readiness.storage.banks import bank_folders
from nttp_readiness.storage.banks.overlay_heads import FoundOverlay, find_overlays
from nttp_readiness.storage.files import folders
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose

At = tuple[Path, Bank | BankError]


def banks_at_hand() -> list[At]:
    """Each bank of the program and of this account, or why it cannot be used."""
    found: list[At] = []
    for each in bank_folders.find_banks(folders.bank_places()):
        try:
            found.append((each.folder, bank_folders.read_bank(each.folder)))
        except BankError as problem:
            found.append((each.folder, problem))
    return found


def wordings_at_hand() -> list[FoundOverlay]:
    """The sectors' wordings of the program and of this account."""
    return find_overlays(folders.bank_places())


class BanksContent(QWidget):
    """`chosen` gives the folder of the bank to begin with."""

    chosen = Signal(str)

    def __init__(self, look: Look, found: Sequence[At]) -> None:
        super().__init__()
        self._look = look
        self.heading = tr("Which questions?")
        column = Box(look, self)
        column.addWidget(Prose(look, self.heading, "page"))
        column.gap(8)
        lead = tr("Each assessment keeps the questions that it was started with.")
        column.addWidget(Prose(look, lead, "lead"))
        column.gap(20)
        column.addWidget(Rule(look, dotted=True))
        for folder, bank in found:
            column.gap(10)
            if isinstance(bank, BankError):
                self._add_broken(column, folder, bank)
            else:
                self._add(column, folder, bank)
            column.gap(10)
            column.addWidget(Rule(look, dotted=True))
        for overlay in wordings_at_hand():
            column.gap(10)
            self._add_wording(column, overlay)
            column.gap(10)
            column.addWidget(Rule(look, dotted=True))
        column.gap(16)
        other = Button(look, tr("Questions in another folder…"))
        other.clicked.connect(self._browse)
        column.addWidget(other, alignment=Qt.AlignmentFlag.AlignLeft)

    def _add(self, column: Box, folder: Path, bank: Bank) -> None:
        look = self._look
        column.addWidget(Prose(look, bank.title, "body_strong"))
        counted = trn("{n} question", "{n} questions", len(bank.by_id))
        said = tr("{questions}, version {version}").format(questions=counted, version=bank.version)
        column.addWidget(Prose(look, said, "small"))
        column.gap(4)
        column.addWidget(Prose(look, bank.summary, "body"))
        column.gap(6)
        button = Button(look, tr("Begin with these"), small=True)
        button.setAccessibleName(tr("Begin with these: {title}").format(title=bank.title))
        button.clicked.connect(lambda: self.chosen.emit(str(folder)))
        column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)

    def _add_wording(self, column: Box, found: FoundOverlay) -> None:
        """A sector's words for a bank: the same questions and levels, said otherwise."""
        look = self._look
        column.addWidget(Prose(look, found.title, "body_strong"))
        said = tr("A wording for {bank}, version {version}").format(
            bank=found.base, version=found.version
        )
        column.addWidget(Prose(look, said, "small"))
        column.gap(4)
        column.addWidget(Prose(look, found.summary, "body"))
        column.gap(6)
        button = Button(look, tr("Begin with these"), small=True)
        button.setAccessibleName(tr("Begin with these: {title}").format(title=found.title))
        button.clicked.connect(lambda: self.chosen.emit(str(found.folder)))
        column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)

    def _add_broken(self, column: Box, folder: Path, problem: BankError) -> None:
        column.addWidget(Prose(self._look, folder.name, "body_strong"))
        column.addWidget(Prose(self._look, str(problem), "body", selectable=True))

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, tr("The folder that holds bank.toml"), str(folders.documents())
        )
        if folder:
            self.chosen.emit(folder)
