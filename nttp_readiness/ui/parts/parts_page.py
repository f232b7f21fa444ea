"""Share out the parts: ask people who know them, put together what comes back, choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.exchange import sharing_out, standing
from nttp_readiness.errors import ReadinessError
from nttp_readiness.i18n import tr
from nttp_readiness.storage.exchange.part_files import free_part_path, gather_files, save_part
from nttp_readiness.storage.files import folders
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.parts.ask_section import AskSection
from nttp_readiness.ui.parts.difference_cards import DifferenceCards
from nttp_readiness.ui.parts.gather_section import GatherSection
from nttp_readiness.ui.parts.part_dialogs import PartFileDialogs
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workbook.workbook_page import ScrollingPage


class PartsPage(ScrollingPage):
    """Addresses: `parts`, and `parts/WEL` or `parts/WEL-2` with that domain or question chosen.

    `beside` says where the document's own file lies; the parts go there unless somebody chose
    another folder.
    """

    shared = Signal()
    """Somebody was asked: the document has to know it from now on, in a file of its own."""

    place = Page.PREPARE
    side = 40
    width_at_most = 760

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, session, parent=parent)
        self.setAcceptDrops(True)
        self.beside: Callable[[], Path] = folders.documents
        self.dialogs = PartFileDialogs()
        self._chosen: Path | None = None
        self._named = ""
        self.differing = DifferenceCards(look, session)
        self.gathering = GatherSection(look, session)
        self.asking = AskSection(look, session)
        column = self.column
        column.addWidget(Prose(look, tr("Prepare"), "where"))
        column.addWidget(Prose(look, tr("Share out the parts"), "page"))
        column.addWidget(
            Prose(
                look,
                tr(
                    "Ask the people who know a part. Each gets a file with only their questions"
                    " and nothing of what you said, and sends it back when done."
                ),
                "body",
            )
        )
        column.gap(18)
        column.addWidget(self.differing)
        self._rule = Rule(look)
        column.addWidget(self._rule)
        column.gap(16)
        column.addWidget(self.asking)
        column.gap(18)
        column.addWidget(Rule(look))
        column.gap(16)
        column.addWidget(self.gathering)
        column.gap(20)
        self.asking.elsewhere.connect(self._choose_folder)
        self.gathering.files.connect(self._ask_for_files)
        self.gathering.folder.connect(self._ask_for_folder)
        self.gathering.forgotten.connect(self._forget)
        self.differing.taken.connect(self._take)

    # ---- where one is

    def open(self, rest: str) -> None:
        self._named = rest
        self.asking.which.choose(rest)

    def address(self) -> Address:
        return Address(Page.PARTS)

    def where(self) -> str:
        return tr("Share out the parts")

    def refresh(self) -> None:
        waits = self.differing.refresh()
        self._rule.setVisible(bool(waits))
        self.asking.refresh(self._folder())
        self.gathering.refresh(self.session.today)

    def main_words(self) -> str:
        return tr("Make the file and the letter")

    def main(self) -> None:
        self.share_out()

    def back_address(self) -> Address:
        return Address(Page.PREPARE)

    def focus_first(self) -> None:
        if self._named in self.session.assessment.bank.by_id:
            # What to ask is known; whom is not.
            self.asking.to.control.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.differing.focus_first():
            self.asking.which.first().setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- what the person does

    def share_out(self) -> None:
        """Make the file and the letter for what is ticked and typed."""
        asking, before = self.asking, self.session.assessment
        asking.problem.hide()
        try:
            made = sharing_out.share_out(
                before,
                asking.which.questions(),
                asking.to.control.text(),
                by=asking.by.control.date(),
                today=self.session.today,
            )
            path = free_part_path(self._folder(), before, made.shared.to)
            folders.make(path.parent)
            save_part(path, made.part)
        except ReadinessError as problem:
            asking.show_problem(str(problem))
            return
        self.session.apply(
            tr("Part shared out to {name}").format(name=made.shared.to), made.assessment
        )
        self.shared.emit()
        asking.show_made(made, path)

    def gather(self, paths: Sequence[Path]) -> None:
        """Take in what came back, and say what became of each file."""
        if not paths:
            return
        try:
            found = gather_files(self.session.assessment, paths, self.session.today)
        except ReadinessError as problem:
            self.gathering.show_problem(str(problem))
            return
        self.session.apply(tr("Parts put together"), found.assessment)
        self.gathering.show_gathered(found)
        QTimer.singleShot(0, self, self._show_outcome)

    def _show_outcome(self) -> None:
        """What became of the files, once it has its place."""
        refused = self.gathering.refused
        shown = self.gathering.outcome if refused.isHidden() else refused
        self.page.ensureWidgetVisible(shown)

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent, /) -> None:
        urls = event.mimeData().urls()
        event.acceptProposedAction()
        self.gather([Path(each.toLocalFile()) for each in urls if each.isLocalFile()])

    def _ask_for_files(self) -> None:
        self.gather(self.dialogs.files(self, self._folder()))

    def _ask_for_folder(self) -> None:
        heading = tr("In which folder did the files come back?")
        found = self.dialogs.folder(self, self._folder(), heading)
        self.gather([found] if found else [])

    def _choose_folder(self) -> None:
        heading = tr("Where should the files go?")
        self._chosen = self.dialogs.folder(self, self._folder(), heading) or self._chosen
        self.asking.refresh(self._folder())

    def _folder(self) -> Path:
        return self._chosen or self.beside()

    def _take(self, key: str, side: int) -> None:
        words = tr("Answer chosen for {id}").format(id=key)
        if self.session.attempt(words, standing.settle, key, side):
            self.focus_first()

    def _forget(self, key: str) -> None:
        self.session.attempt(tr("No longer waiting"), sharing_out.forget_shared, key)
        self.gathering.add.setFocus(Qt.FocusReason.OtherFocusReason)
