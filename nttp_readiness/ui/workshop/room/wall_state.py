"""Where one is on the wall: which question, and what lies over it. No widget knows more."""

from __future__ import annotations

from nttp_readiness.domain.bank.scale import LEVELS
from nttp_readiness.presentation.group import wall_sheets, wall_slides
from nttp_readiness.presentation.group.wall_sheets import WallSheet
from nttp_readiness.presentation.group.wall_slides import Slide
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.workshop.ballots.collector import Collector


class WallState:
    """The walk through the questions, one of which is shown."""

    def __init__(self, session: Session, collector: Collector) -> None:
        self._session, self._collector = session, collector
        self.order = wall_slides.walk(session.assessment)
        self.at = 0
        self.reading = False
        """Whether the five descriptions are shown in full."""
        self.level = -1
        """Which of the five was read aloud last; below 0 before the first."""
        self.sheet = ""
        """The key of the sheet that lies over the question; empty without one."""
        self.groups = False
        """Whether groups stand beside each other, where they may be shown."""
        self.told = ""
        """What the program has to say on the wall."""
        self.told_well = False
        """Whether it says that something was done, and asks nothing."""

    @property
    def indicator(self) -> str:
        """The question that is shown; empty where there is none."""
        return self.order[self.at] if self.order else ""

    @property
    def slide(self) -> Slide | None:
        """What is shown of it."""
        if not self.indicator:
            return None
        view = self._session.view
        return wall_slides.slide(
            view.assessment, view.room_results, self._collector.box, self.order, self.indicator
        )

    @property
    def slide_to_act_on(self) -> Slide | None:
        """The same; nothing while its descriptions are read out, or a sheet lies over it."""
        return None if self.reading or self.sheet else self.slide

    @property
    def sheet_shown(self) -> WallSheet | None:
        """What lies over the question, as long as there is anything to show."""
        shown, session = self.slide, self._session
        title, reasons = (shown.title, shown.reasons) if shown else ("", ())
        return wall_sheets.sheet_over(
            self.sheet, session.assessment, session.today, title, reasons
        )  # fmt: skip

    @property
    def following(self) -> str:
        """The title of the next question; empty at the end."""
        after = self.at + 1
        if after >= len(self.order):
            return ""
        return self._session.assessment.bank.by_id[self.order[after]].title

    def turn(self, to: int) -> bool:
        """Go to the question at that place; False beyond the ends."""
        if not 0 <= to < len(self.order):
            return False
        self.at, self.reading, self.sheet = to, False, ""
        return True

    def toggle_sheet(self, name: str) -> WallSheet | None:
        """Lay a sheet over the question, where there is anything on it, or take it away."""
        self.sheet, self.reading = ("" if self.sheet == name else name), False
        sheet = self.sheet_shown
        if sheet is None:
            self.sheet = ""
        return sheet

    def toggle_reading(self) -> None:
        """Show the five descriptions in full, or the question again."""
        self.reading, self.sheet, self.level = not self.reading, "", -1

    def read_on(self, way: int) -> int:
        """The level that comes next in that direction, as one reads."""
        self.level = max(0, min(len(LEVELS) - 1, self.level + way))
        return self.level

    def widest_first(self) -> None:
        """Begin again at the question on which views differ most."""
        self.order = wall_slides.walk(self._session.assessment)
