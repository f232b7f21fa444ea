"""Understand: which stage, what holds it, strengths, the picture, and each domain's working."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QWidget

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.i18n import tr
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.understand.domains_section import DomainsSection
from nttp_readiness.ui.understand.foundations_section import FoundationsSection
from nttp_readiness.ui.understand.picture_section import PictureSection
from nttp_readiness.ui.understand.rounds.navigation_rows import OVER_TIME, understand_rows
from nttp_readiness.ui.understand.rounds.over_time_section import OverTimeSection
from nttp_readiness.ui.understand.stage_section import StageSection
from nttp_readiness.ui.understand.strengths_section import StrengthsSection
from nttp_readiness.ui.widgets.arrival import arrive_at, heading_of, lead_below
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.navigation_list import NavigationRow
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workbook.workbook_page import ScrollingPage

_READING_LINE = 0.3
"""What stands this far down the view is what is being read."""


class UnderstandPage(ScrollingPage):
    """Addresses: `understand`, `understand/strengths` (a part), `understand/WEL` (a domain)."""

    place = Page.UNDERSTAND
    begins_at_heading = True
    side = 56
    width_at_most = 888

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, session, top=26, parent=parent)
        self._part = "stand"
        self._here, self._wanted = "", ""
        self._jumping = False
        self._shown: tuple[Scorecard, dt.date] | None = None
        """Of which scorecard, and on which day, all parts are."""
        self._stage = session.part(StageSection, look)
        self._foundations = session.part(FoundationsSection, look)
        self._strengths = session.part(StrengthsSection, look)
        self._picture = session.part(PictureSection, look)
        self._domains = session.part(DomainsSection, look)
        self._over_time = session.part(OverTimeSection, look)
        self._over_time.go.connect(self.go)
        self._empty = _Empty(look)
        bodies: dict[str, QWidget] = {
            "stand": self._stage,
            "strengths": self._strengths,
            "picture": self._picture,
            "domains": self._domains,
        }
        self._parts = {
            row.key: (row.name, bodies[row.key]) for row in understand_rows() if row.key in bodies
        }
        whole = Box(look, spacing=40)
        for part in self._all():
            whole.addWidget(part)
        self.column.addWidget(self._empty)
        self.column.addLayout(whole)
        self.column.gap(24)
        for asks in (self._stage, self._foundations, self._domains):
            asks.question.connect(lambda key: self.go.emit(Address(Page.REFLECT, key)))
        self._picture.domain.connect(self._open_domain)
        self.page.verticalScrollBar().valueChanged.connect(self._follow)

    # ---- where one is

    def open(self, rest: str) -> None:
        asked = {each.code for each in self.session.view.card.domains}
        known = rest in self._parts or rest in asked
        self._here = self._wanted = rest if known else ""
        if known:
            self._part = rest if rest in self._parts else "domains"

    def address(self) -> Address:
        return Address(Page.UNDERSTAND, self._here)

    def where(self) -> str:
        return tr("Where we stand") if self._is_empty() else self._parts[self._part][0]

    def refresh(self) -> None:
        empty, shown = self._is_empty(), (self.session.view.card, self.session.today)
        if self._shown is not None and self._shown[0] is shown[0] and self._shown[1] == shown[1]:
            return
        self._shown = shown
        self._empty.setVisible(empty)
        for part in self._all():
            part.setVisible(not empty)
            if not empty:
                part.refresh()

    def purpose(self) -> str:
        return tr("Where we stand")

    def arrive(self) -> None:
        """At a part that was asked for, or a domain, its own heading."""
        if not self._wanted or self._is_empty():
            if (heading := heading_of(self)) and not self._is_empty():
                heading.setAccessibleName(f"{self.purpose()}: {heading.plain()}")
            super().arrive()
            return
        target = self._target(self._wanted)
        if heading := heading_of(target):
            arrive_at(heading, lead_below(heading, target))
        else:
            self._focus(self._wanted)

    def show_beginning(self) -> None:
        if not self._wanted or self._is_empty():
            super().show_beginning()
            return
        self._jump(self._wanted)
        # Once more when the parts have taken their shape for this width.
        QTimer.singleShot(0, self, self._arrive)

    def point_out(self) -> None:
        if not self._here:
            super().point_out()

    def _arrive(self) -> None:
        if self._wanted:
            self._jump(self._wanted)
            self._wanted = ""

    # ---- the bars

    def main_words(self) -> str:
        return tr("Go to the questions") if self._is_empty() else tr("Go to the plan")

    def main(self) -> None:
        self.go.emit(Address(Page.REFLECT if self._is_empty() else Page.PLAN))

    def back_address(self) -> Address:
        return Address(Page.CHECK)

    def rows_heading(self) -> str:
        return "" if self._is_empty() else tr("On this page")

    def rows(self) -> Sequence[NavigationRow]:
        return () if self._is_empty() else understand_rows()

    def current_row(self) -> str:
        return self._part

    def row_chosen(self, key: str) -> None:
        if key == OVER_TIME:
            self.go.emit(Address(Page.COMPARE))
            return
        self._part = self._here = key
        self._jump(key)
        self.bars_changed.emit()

    # ---- scrolling

    def _open_domain(self, code: str) -> None:
        self._part, self._here = "domains", code
        self._focus(code)
        self._jump(code)
        self.bars_changed.emit()

    def _focus(self, key: str) -> None:
        """Put the focus on the first control of a part or of a domain's row, where it has one."""
        for each in self._target(key).findChildren(QWidget):
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisibleTo(self):
                each.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _target(self, key: str) -> QWidget:
        row = self._domains.rows.get(key)
        return row if row is not None else self._parts[key][1]

    def _jump(self, key: str) -> None:
        """Bring a part, or a domain's row, to the top of the view."""
        top = 0 if key == "stand" else self._target(key).mapTo(self.page.body, QPoint()).y()
        self._jumping = True
        self.page.verticalScrollBar().setValue(top - self.look.pad(12))
        self._jumping = False

    def _follow(self, value: int) -> None:
        """The list under the places says what is being read."""
        if self._jumping or self._wanted or self._is_empty():
            return
        line = value + round(self.page.viewport().height() * _READING_LINE)
        tops = {
            key: part.mapTo(self.page.body, QPoint()).y() for key, (_, part) in self._parts.items()
        }
        part = max(
            (key for key in tops if tops[key] <= line), key=tops.__getitem__, default="stand"
        )
        if part != self._part:
            self._part, self._here = part, "" if part == "stand" else part
            self.bars_changed.emit()

    def _is_empty(self) -> bool:
        return self.session.view.card.counts.answered == 0

    def _all(
        self,
    ) -> tuple[
        StageSection,
        FoundationsSection,
        StrengthsSection,
        PictureSection,
        DomainsSection,
        OverTimeSection,
    ]:
        return (
            self._stage,
            self._foundations,
            self._strengths,
            self._picture,
            self._domains,
            self._over_time,
        )


class _Empty(QWidget):
    """What will stand here, before any answer is given."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = Box(look, self)
        column.addWidget(Prose(look, tr("Understand"), "where"))
        column.addWidget(Prose(look, tr("Where we stand"), "page"))
        column.gap(10)
        column.addWidget(
            Prose(look, tr("Nothing is answered yet, so there is nothing to show yet."), "lead")
        )
        column.gap(10)
        column.addWidget(
            Prose(
                look,
                tr(
                    "After the first answers you will see your readiness stage and what keeps you"
                    " there, your strengths, a picture of all domains, and how each figure was"
                    " worked out. You can look at any time. Nothing has to be complete."
                ),
                "body",
            )
        )
