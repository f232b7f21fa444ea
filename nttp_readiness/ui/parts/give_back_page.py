"""The last page of a part: whether one's name may stay, and how the file goes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.answers.fields import PART_FIELDS
from nttp_readiness.domain.exchange.sharing_out import say_name
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens import part_given
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.field import line_field
from nttp_readiness.ui.widgets.fields.tick_box import TickBox
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workbook.workbook_page import ScrollingPage


class GiveBackPage(ScrollingPage):
    """Stands in the place of Share where a part is open. `done` asks to save and close.

    `path` says where the part's file lies, None where it has none yet.
    """

    place = Page.SHARE
    begins_at_heading = True
    side = 40
    width_at_most = 640
    done = Signal()

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, session, parent=parent)
        self.path: Callable[[], Path | None] = lambda: None
        self._state = Prose(look, "", "lead")
        self.named = TickBox(look, tr("My name and the day may stay beside my answers"))
        self.name = line_field(look, tr("The name to show"))
        self.name.limit_to(PART_FIELDS["name"].limit)
        self._where = Prose(look, "", "body_strong", selectable=True)
        self.folder = Button(look, tr("Open its folder"), "second", "folder", small=True)
        self.copy = Button(look, tr("Copy where it is"), "second", small=True)
        column = self.column
        column.addWidget(Prose(look, tr("Give back"), "where"))
        column.addWidget(Prose(look, tr("Give your part back"), "page"))
        column.gap(6)
        column.addWidget(self._state)
        column.gap(18)
        column.addWidget(Rule(look))
        column.gap(14)
        column.addWidget(Prose(look, tr("Your name"), "section"))
        column.gap(4)
        column.addWidget(Prose(look, part_given.naming_words(), "body"))
        column.gap(8)
        column.addWidget(self.named)
        column.gap(8)
        column.addWidget(self.name)
        column.gap(18)
        column.addWidget(Rule(look))
        column.gap(14)
        column.addWidget(Prose(look, tr("The file"), "section"))
        column.gap(4)
        column.addWidget(
            Prose(
                look,
                tr(
                    "Everything is saved in this one file. Send it back by e-mail, or leave it"
                    " where it is if others can open that folder. You can change your answers later"
                    " and send it again."
                ),
                "body",
            )
        )
        column.gap(8)
        column.addWidget(self._where)
        column.gap(8)
        row = Flow(look, gap=10)
        row.addWidget(self.folder)
        row.addWidget(self.copy)
        column.addLayout(row)
        column.gap(20)
        self.named.clicked.connect(lambda on: self._say(named=on))
        self.name.control.edited.connect(lambda text: self._say(name=text))
        self.folder.clicked.connect(self._open_folder)
        self.copy.clicked.connect(self._copy)

    def refresh(self) -> None:
        assessment = self.session.assessment
        part, path = assessment.part, self.path()
        if part is None:
            return
        self._state.say(part_given.given_back_words(assessment, part))
        self.named.setChecked(part.named)
        self.name.control.show_text(part.name)
        self.name.setVisible(part.named)
        self._where.say(str(path) if path is not None else tr("It is not saved yet."))
        for button in (self.folder, self.copy):
            button.setVisible(path is not None)

    def address(self) -> Address:
        return Address(Page.SHARE)

    def where(self) -> str:
        return tr("Give your part back")

    def main_words(self) -> str:
        return tr("Save and close")

    def main(self) -> None:
        self.done.emit()

    def back_address(self) -> Address:
        return Address(Page.CHECK)

    def _say(self, *, named: bool | None = None, name: str | None = None) -> None:
        part = self.session.assessment.part
        if part is not None:
            self.session.type_in(
                "part/name",
                tr("Your name"),
                say_name,
                named=part.named if named is None else named,
                name=part.name if name is None else name,
            )

    def _open_folder(self) -> None:
        path = self.path()
        if path is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))):
            self.session.refused.emit(tr("No program on this computer opens folders."))

    def _copy(self) -> None:
        QApplication.clipboard().setText(str(self.path() or ""))
        announce(self, tr("The place of the file is copied."))
