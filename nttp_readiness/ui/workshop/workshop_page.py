"""The workshop: prepare it, collect answers, look together, and what the group's answers show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from nttp_readiness.address import Address, Page, workshop_address
from nttp_readiness.domain.answers.workshop import PollKind
from nttp_readiness.domain.exchange.respondent_copy import copy_to_answer
from nttp_readiness.errors import ReadinessError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group import collecting, screen_words, wall_slides
from nttp_readiness.storage.documents.documents import SUFFIX, save_document
from nttp_readiness.storage.documents.fingerprints import fingerprint
from nttp_readiness.storage.files import folders
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme import single_keys
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.navigation_list import NavigationRow
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workbook.guide_panel import GuidePanel
from nttp_readiness.ui.workbook.workbook_page import ScrollingPage
from nttp_readiness.ui.workshop.ballots.ballot_page import BallotPage
from nttp_readiness.ui.workshop.ballots.collector import Collector
from nttp_readiness.ui.workshop.ballots.poll_page import PollPage
from nttp_readiness.ui.workshop.ballots.private_window import PrivateWindow
from nttp_readiness.ui.workshop.ballots.room_screens import RoomScreens
from nttp_readiness.ui.workshop.collect_section import CollectSection
from nttp_readiness.ui.workshop.count_section import CountSection
from nttp_readiness.ui.workshop.prepare_section import PrepareSection
from nttp_readiness.ui.workshop.results_section import ResultsSection
from nttp_readiness.ui.workshop.room.form_host import Drafts
from nttp_readiness.ui.workshop.room.wall_view import WallView

WorkshopTab = Literal["prepare", "collect", "count", "results"]
WORKSHOP_TABS: tuple[WorkshopTab, ...] = ("prepare", "collect", "count", "results")
TOGETHER = "together"
BACK_MS = 400
"""How long this window takes to be the active one again; a reader says its name before more."""


class WorkshopPage(ScrollingPage):
    """Addresses: `workshop` (where the round stands), `workshop/prepare`, `workshop/collect`,
    `workshop/count`, `workshop/results`; `workshop/together` opens the wall, `workshop/ballots`
    the private ballots.
    """

    place = Page.WORKSHOP
    side = 40
    width_at_most = 640

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, session, parent=parent)
        self.collector = Collector(session, self)
        self.collector.changed.connect(self._came_in)
        self.screens = RoomScreens(self)
        self.screens.changed.connect(self._screens_changed)
        self._part: WorkshopTab = "prepare"
        self.view: WallView | None = None
        """The wall, while it is open."""
        self._drafts: Drafts = {}
        """What somebody began to write on the wall, also when it is closed and opened again."""
        self.ballots: PrivateWindow | None = None
        """The private ballots, while they are open."""
        self._heading = Prose(look, "", "page")
        self.prepare = PrepareSection(look, session, self.collector)
        self.collect = CollectSection(look, session, self.collector, self.screens)
        self.count = CountSection(look, session, self.collector)
        self.results = ResultsSection(look, session)
        self._parts: dict[
            WorkshopTab, PrepareSection | CollectSection | CountSection | ResultsSection
        ] = {
            "prepare": self.prepare,
            "collect": self.collect,
            "count": self.count,
            "results": self.results,
        }
        self.column.addWidget(Prose(look, tr("Workshop"), "where"))
        self.column.addWidget(self._heading)
        self.column.gap(8)
        for part in self._parts.values():
            self.column.addWidget(part)
        self._panel = GuidePanel(look)
        self._panel.show_parts(collecting.good_to_know())
        self._guide_body = QWidget()
        inside = QVBoxLayout(self._guide_body)
        inside.setContentsMargins(0, 0, 0, 0)
        self._guide_fold = Fold(look, tr("Good to know"), "", self._guide_body)
        self.column.gap(20)
        self.column.addWidget(self._guide_fold)
        self.column.addWidget(self._guide_body)
        self.collect.go.connect(self.go)
        self.collect.ballots.connect(self.open_ballots)
        self.collect.polls.asked.connect(self.open_poll)
        self.collect.copy.connect(self._save_copy)

    # ---- where one is

    def open(self, rest: str) -> None:
        workshop = self.session.assessment.workshop
        if rest in WORKSHOP_TABS:
            self._part = rest
        elif workshop is None:
            self._part = "prepare"
        else:
            self._part = "results" if workshop.round.closed is not None else "collect"
        if rest == TOGETHER:
            self.open_view()
        if rest == "ballots":
            self.open_ballots()

    def address(self) -> Address:
        return Address(Page.WORKSHOP, self._part)

    def refresh(self) -> None:
        self._heading.say(_name(self._part))
        for name, part in self._parts.items():
            part.setVisible(name == self._part)
        self._parts[self._part].refresh()

    def where(self) -> str:
        return _name(self._part)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter in a field or on a tick box ends there; it does not begin to collect."""
        fields = QLineEdit | QComboBox | QCheckBox
        if single_keys.is_enter(event) and isinstance(QApplication.focusWidget(), fields):
            event.accept()
            return
        super().keyPressEvent(event)

    # ---- the bars

    def main_words(self) -> str:
        if self._part == "prepare":
            return tr("Collect answers") if self.prepare.collecting else tr("Start collecting")
        if self._part == "results":
            return tr("Go to the plan")
        return tr("Back to collecting") if self._part == "count" else tr("Look together")

    def main(self) -> None:
        if self._part == "prepare":
            if self.prepare.collecting or self.prepare.start():
                self.go.emit(workshop_address("collect"))
        elif self._part == "results":
            self.go.emit(Address(Page.PLAN))
        elif self._part == "count":
            self.go.emit(workshop_address("collect"))
        else:
            self.open_view()

    def back_address(self) -> Address:
        before: dict[WorkshopTab, Address] = {
            "prepare": Address(Page.PREPARE),
            "collect": workshop_address("prepare"),
            "count": workshop_address("collect"),
            "results": workshop_address("collect"),
        }
        return before[self._part]

    def rows_heading(self) -> str:
        return tr("Workshop")

    def rows(self) -> Sequence[NavigationRow]:
        found = [NavigationRow(each, _name(each)) for each in WORKSHOP_TABS]
        found.insert(3, NavigationRow(TOGETHER, tr("Look together")))
        return tuple(found)

    def current_row(self) -> str:
        return self._part

    def row_chosen(self, key: str) -> None:
        if key == TOGETHER:  # arrows run through the list, and a window must not jump up
            self.go.emit(workshop_address("collect"))
        else:
            self.go.emit(Address(Page.WORKSHOP, key))

    def enter_words(self) -> str:
        """Where there are fields, Enter ends there, and on a button it presses that."""
        if self._part in ("prepare", "count") or self._nobody_yet():
            return ""
        said = super().enter_words()
        if self._part == "collect" and self.prepare.collecting:
            return tr("{enter} Closing stands at the end of this page.").format(enter=said)
        return said

    def _nobody_yet(self) -> bool:
        return self._part == "collect" and self.collect.begins_at_a_button()

    def focus_first(self) -> None:
        if self._part == "prepare" and not self.prepare.collecting:
            self.prepare.groups.focus_first()
        elif self._part == "count":
            self.count.focus_first()
        elif self._nobody_yet():
            self.collect.focus_first()

    # ---- windows of their own

    def open_view(self) -> None:
        """Look together, on the projector where there is one."""
        if self.view is not None or not wall_slides.walk(self.session.assessment):
            return
        self.view = WallView(self.look, self.session, self.collector, self,
            screens=self.screens, parts=self.prepare.agenda.agenda.steps,
            drafts=self._drafts,
        )  # fmt: skip
        self.view.left.connect(self._view_left)
        self.view.show_on_screens()

    def open_ballots(self) -> None:
        """Let people answer one after another."""
        workshop = self.session.assessment.workshop
        if self.ballots is not None or workshop is None or workshop.round.closed is not None:
            return
        self.ballots = BallotPage(self.look, self.session, self.collector, self)
        self.ballots.left.connect(self._ballots_left)
        self.ballots.open_on(self.screens)

    def open_poll(self, kind: PollKind) -> None:
        """Ask everybody one short question, one after another."""
        options = self.collect.polls.options(kind)
        if self.ballots is not None or not options:
            return
        self.ballots = PollPage(self.look, self.collector, kind, options, self)
        self.ballots.left.connect(self._ballots_left)
        self.ballots.open_on(self.screens)

    def _screens_changed(self) -> None:
        """Nobody knows now who sees what: the ballots close, and the wall stays."""
        if self.ballots is not None:
            self.ballots.close()
            self.session.refused.emit(screen_words.screens_changed_words())
        elif self.isVisible():
            self.refresh()

    def _view_left(self) -> None:
        if self.view is not None:
            self.view.deleteLater()
            self.view = None
        self._came_in()
        self.window().activateWindow()

    def _ballots_left(self) -> None:
        if self.ballots is not None:
            self.ballots.deleteLater()
            self.ballots = None
        self._came_in()
        self.window().activateWindow()
        focus = self.window().focusWidget()
        if focus is not None and not self._nobody_yet():
            focus.clearFocus()  # the way on is another one now that somebody has answered
        self.arrive()
        words = self.collect.progress_words()
        QTimer.singleShot(BACK_MS, self, lambda: announce(self, words))

    def _came_in(self) -> None:
        if self.isVisible():
            self.refresh()
            self.bars_changed.emit()

    def _save_copy(self) -> None:
        """The questions for people to answer elsewhere, without anything that was said here."""
        title = self.session.assessment.profile.title
        name = tr("{title} to answer").format(title=title)
        suggested = folders.free_path(folders.documents(), name, SUFFIX)
        path = self.collect.ways.choosers.copy(self, suggested)
        if path is None:
            return
        try:
            made = copy_to_answer(self.session.assessment)
            save_document(path, made, expected=fingerprint(path))
        except ReadinessError as problem:
            self.session.refused.emit(str(problem))

    # ---- the guide

    @property
    def guide(self) -> QWidget | None:
        return self._panel

    def guide_heading(self) -> str:
        return tr("Good to know")

    def hold_guide(self, *, inside: bool) -> None:
        layout = self._guide_body.layout()
        if inside and layout is not None:
            layout.addWidget(self._panel)
            self._panel.show()
        self._guide_fold.setVisible(inside)
        self._guide_body.setVisible(inside and self._guide_fold.isChecked())


def _name(part: WorkshopTab) -> str:
    return {
        "prepare": tr("Prepare the workshop"),
        "collect": tr("Collect answers"),
        "count": tr("Type counts"),
        "results": tr("Group results"),
    }[part]
