"""The pages of one document: what each is made of, and what it asks for outside of itself.

Each page, and what it is made of, is loaded when the page is first needed: a person who answers a
question needs neither the plan's table nor the wall of a workshop.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from nttp_readiness.address import Address, Page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from nttp_readiness.storage.account.settings import Settings
    from nttp_readiness.ui.document.session import Session
    from nttp_readiness.ui.parts.give_back_page import GiveBackPage
    from nttp_readiness.ui.parts.part_page import PartPage
    from nttp_readiness.ui.parts.parts_page import PartsPage
    from nttp_readiness.ui.plan.plan_page import PlanPage
    from nttp_readiness.ui.reflect.check_page import CheckPage
    from nttp_readiness.ui.reflect.evidence_page import EvidencePage
    from nttp_readiness.ui.reflect.find_page import FindPage
    from nttp_readiness.ui.reflect.list_page import ListPage
    from nttp_readiness.ui.reflect.prepare_page import PreparePage
    from nttp_readiness.ui.reflect.reflect_page import ReflectPage
    from nttp_readiness.ui.share.share_page import SharePage
    from nttp_readiness.ui.share.what_now_page import WhatNowPage
    from nttp_readiness.ui.support.support_page import SupportPage
    from nttp_readiness.ui.theme.look import Look
    from nttp_readiness.ui.understand.rounds.compare_page import ComparePage
    from nttp_readiness.ui.understand.rounds.next_round_page import NextRoundPage
    from nttp_readiness.ui.understand.rounds.round_files import Rounds
    from nttp_readiness.ui.understand.understand_page import UnderstandPage
    from nttp_readiness.ui.workbook.page_shelf import PageMakers
    from nttp_readiness.ui.workbook.workbook_page import WorkbookPage
    from nttp_readiness.ui.workshop.workshop_page import WorkshopPage

# ruff: noqa: PLC0415 - each page is loaded when it is first needed


class DocumentPages(QObject):
    """Makes the pages of a document; each is made once."""

    other_bank = Signal()
    """Prepare asks for other questions."""
    next_round = Signal(bool)
    """The next round is to begin, with the answers or without."""
    print_comparison = Signal(object)
    """The comparison with that assessment is to be printed."""

    wording_wanted = Signal(str)
    """Prepare asks for the questions in other words."""
    changes_wanted = Signal()
    """Share asks for changes from a spreadsheet."""
    shared = Signal()
    """Somebody was asked for a part."""
    given_back = Signal()
    """Whoever answered a part is done with it."""
    file_wanted = Signal()
    """The person wants to see which file this is."""
    workshop_made = Signal()
    """The workshop's pages are there, with what collects ballots."""

    def __init__(
        self,
        look: Look,
        session: Session,
        rounds: Rounds,
        folder: Callable[[], Path | None],
    ) -> None:
        super().__init__()
        self._look, self._session, self._rounds = look, session, rounds
        self._folder = folder
        self._settings: Settings | None = None
        self.path: Callable[[], Path | None] = lambda: None
        """Where the document's file lies, None where it has none yet."""

    def makers(self) -> PageMakers:
        """What makes each page, by its name. A part of an assessment has its questions, and a way
        to give them back; the rest belongs to the whole.
        """
        if self._session.assessment.part is not None:
            return {
                Page.PREPARE: lambda: self.part,
                Page.REFLECT: lambda: self.reflect,
                Page.CHECK: lambda: self.check,
                Page.LIST: lambda: self.list_page,
                Page.EVIDENCE: lambda: self.evidence,
                Page.FIND: lambda: self.find,
                Page.SUPPORT: lambda: self.support,
                Page.SHARE: lambda: self.give_back,
            }
        return {
            Page.PREPARE: lambda: self.prepare,
            Page.REFLECT: lambda: self.reflect,
            Page.CHECK: lambda: self.check,
            Page.UNDERSTAND: lambda: self.understand,
            Page.COMPARE: lambda: self.compare,
            Page.NEXT_ROUND: lambda: self.next_round_page,
            Page.PLAN: lambda: self.plan,
            Page.SHARE: lambda: self.share,
            Page.LIST: lambda: self.list_page,
            Page.EVIDENCE: lambda: self.evidence,
            Page.FIND: lambda: self.find,
            Page.WORKSHOP: lambda: self.workshop,
            Page.SUPPORT: lambda: self.support,
            Page.PARTS: lambda: self.parts,
            Page.WHAT_NOW: lambda: self.what_now,
        }

    def parts_of(self, name: Page) -> tuple[type[Any], ...]:
        """Parts of a page that take long to make and can be made before it."""
        if name is Page.UNDERSTAND:
            from nttp_readiness.ui.understand.domains_section import DomainsSection
            from nttp_readiness.ui.understand.foundations_section import FoundationsSection
            from nttp_readiness.ui.understand.picture_section import PictureSection
            from nttp_readiness.ui.understand.stage_section import StageSection
            from nttp_readiness.ui.understand.strengths_section import StrengthsSection

            return (
                StageSection, FoundationsSection, StrengthsSection, PictureSection, DomainsSection,
            )  # fmt: skip
        if name is Page.PLAN:
            from nttp_readiness.ui.plan.action.action_view import ActionView
            from nttp_readiness.ui.plan.follow_up_section import FollowUpSection
            from nttp_readiness.ui.plan.owner_section import OwnerSection
            from nttp_readiness.ui.plan.plan_pictures import DriverView, EffortView
            from nttp_readiness.ui.plan.requests.requests_section import RequestsSection
            from nttp_readiness.ui.plan.table.plan_table import PlanTable

            return (
                ActionView, DriverView, EffortView, FollowUpSection, OwnerSection,
                RequestsSection, PlanTable,
            )  # fmt: skip
        return ()

    def apply(self, settings: Settings) -> None:
        """Settings that pages obey, those too that are made later."""
        self._settings = settings
        if "reflect" in self.__dict__:
            self._set_reflect(self.reflect)
        if "check" in self.__dict__:
            self._set_check(self.check)

    def _set_reflect(self, page: ReflectPage) -> None:
        if self._settings is not None:
            page.show_time(self._settings.show_time)
            page.go_on_by_itself = self._settings.go_on

    def _set_check(self, page: CheckPage) -> None:
        if self._settings is not None:
            page.show_time(self._settings.show_time)

    def _walk(self, asking: WorkbookPage, keys: tuple[str, ...]) -> None:
        """Go through those questions. The page that asks leads there, as it is shown; the other one
        may not even have been made.
        """
        self.reflect.walk(keys)
        if keys:
            asking.go.emit(Address(Page.REFLECT, keys[0]))

    def empty_ballot_box(self) -> None:
        """Ballots that wait are counted before the document is put away."""
        if "workshop" in self.__dict__:
            self.workshop.collector.put_away()

    def make_workshop(self) -> None:
        """Ballots wait from before: they count, whether or not the page is looked at."""
        _ = self.workshop

    @cached_property
    def prepare(self) -> PreparePage:
        from nttp_readiness.ui.reflect.prepare_page import PreparePage

        page = PreparePage(self._look, self._session)
        page.other_bank.connect(self.other_bank)
        page.wording_wanted.connect(self.wording_wanted)
        page.file_wanted.connect(self.file_wanted)
        page.path = self.path
        return page

    @cached_property
    def reflect(self) -> ReflectPage:
        from nttp_readiness.ui.reflect.reflect_page import ReflectPage

        page = ReflectPage(self._look, self._session)
        page.evidence.folder = self._folder
        self._set_reflect(page)
        return page

    @cached_property
    def check(self) -> CheckPage:
        from nttp_readiness.ui.reflect.check_page import CheckPage

        page = CheckPage(self._look, self._session)
        page.walk.connect(partial(self._walk, page))
        self._set_check(page)
        return page

    @cached_property
    def evidence(self) -> EvidencePage:
        from nttp_readiness.ui.reflect.evidence_page import EvidencePage

        page = EvidencePage(self._look, self._session)
        page.walk.connect(partial(self._walk, page))
        page.folder = self._folder
        return page

    @cached_property
    def understand(self) -> UnderstandPage:
        from nttp_readiness.ui.understand.understand_page import UnderstandPage

        return UnderstandPage(self._look, self._session)

    @cached_property
    def compare(self) -> ComparePage:
        from nttp_readiness.ui.understand.rounds.compare_page import ComparePage

        page = ComparePage(self._look, self._session, self._rounds)
        page.print_wanted.connect(self.print_comparison)
        return page

    @cached_property
    def next_round_page(self) -> NextRoundPage:
        from nttp_readiness.ui.understand.rounds.next_round_page import NextRoundPage

        page = NextRoundPage(self._look, self._session)
        page.started.connect(self.next_round)
        return page

    @cached_property
    def plan(self) -> PlanPage:
        from nttp_readiness.ui.plan.plan_page import PlanPage

        return PlanPage(self._look, self._session)

    @cached_property
    def share(self) -> SharePage:
        from nttp_readiness.ui.share.share_page import SharePage

        page = SharePage(self._look, self._session)
        page.changes_wanted.connect(self.changes_wanted)
        return page

    @cached_property
    def list_page(self) -> ListPage:
        from nttp_readiness.ui.reflect.list_page import ListPage

        return ListPage(self._look, self._session)

    @cached_property
    def find(self) -> FindPage:
        from nttp_readiness.ui.reflect.find_page import FindPage

        return FindPage(self._look, self._session)

    @cached_property
    def workshop(self) -> WorkshopPage:
        from nttp_readiness.ui.workshop.workshop_page import WorkshopPage

        page = self.__dict__["workshop"] = WorkshopPage(self._look, self._session)
        self.workshop_made.emit()
        return page

    @cached_property
    def parts(self) -> PartsPage:
        from nttp_readiness.storage.files import folders
        from nttp_readiness.ui.parts.parts_page import PartsPage

        page = PartsPage(self._look, self._session)
        page.beside = lambda: self._folder() or folders.documents()
        page.shared.connect(self.shared)
        return page

    @cached_property
    def what_now(self) -> WhatNowPage:
        from nttp_readiness.ui.share.what_now_page import WhatNowPage

        return WhatNowPage(self._look, self._session)

    @cached_property
    def part(self) -> PartPage:
        from nttp_readiness.ui.parts.part_page import PartPage

        return PartPage(self._look, self._session)

    @cached_property
    def give_back(self) -> GiveBackPage:
        from nttp_readiness.ui.parts.give_back_page import GiveBackPage

        page = GiveBackPage(self._look, self._session)
        page.path = self.path
        page.done.connect(self.given_back)
        return page

    @cached_property
    def support(self) -> SupportPage:
        from nttp_readiness.ui.support.support_page import SupportPage

        return SupportPage(self._look, self._session)
