"""The thumb index at the left: the document, the five places, and what the place shown holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QSpacerItem

from nttp_readiness.address import Page
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.readiness import progress
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.navigation_list import NavigationList, NavigationRow, row_height
from nttp_readiness.ui.widgets.panel import Panel
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workbook.workbook_page import WorkbookPage

PLACES = (Page.PREPARE, Page.REFLECT, Page.UNDERSTAND, Page.PLAN, Page.SHARE)
WIDTH = 256


class NavigationPanel(Panel):
    """`place_chosen` and `row_chosen` name the row in which the person is now."""

    place_chosen = Signal(str)
    row_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "margin", ("right",))
        self._look, self._number = look, len(PLACES)
        column = Box(look, self, margins=(0, 20, 0, 0))
        head = Box(look, margins=(24, 0, 8, 0))
        self._name = Prose(look, "", "guide_heading")
        self._round = Prose(look, "", "small")
        head.addWidget(self._name)
        head.addWidget(self._round)
        self.places = NavigationList(look, tr("Places"))
        self.places.chosen.connect(self.place_chosen)
        self._rows_heading = Prose(look, "", "small_strong")
        caption = Box(look, margins=(24, 0, 0, 0))
        caption.addWidget(self._rows_heading)
        self.rows = NavigationList(look, "", "parts")
        self.rows.chosen.connect(self.row_chosen)
        column.addLayout(head)
        column.gap(14)
        column.addWidget(self.places)
        column.gap(18)
        column.addLayout(caption)
        column.gap(6)
        column.addWidget(self.rows, 1)
        self._end = QSpacerItem(0, 0)
        column.addItem(self._end)
        self._column = column

    def show_page(
        self, assessment: Assessment, places: Sequence[NavigationRow], page: WorkbookPage
    ) -> None:
        """Say which document this is, how far each place is, and what the page's place holds."""
        self._name.say(assessment.profile.title)
        self._round.say(progress.round_words(assessment))
        self.places.show_rows(tuple(places))
        if len(places) != self._number:
            self._number = len(places)
            self.rescale()
        self.places.show_current(page.place.value if page.place else "")
        rows = tuple(page.rows())
        self._rows_heading.setVisible(bool(rows))
        self.rows.setVisible(bool(rows))
        free = QSizePolicy.Policy.Minimum if rows else QSizePolicy.Policy.Expanding
        self._end.changeSize(0, 0, QSizePolicy.Policy.Minimum, free)
        self._column.invalidate()
        self._rows_heading.say(page.rows_heading())
        self.rows.setAccessibleName(page.rows_heading())
        self.rows.show_rows(rows)
        self.rows.show_current(page.current_row())

    def rescale(self) -> None:
        """Take the width and the height of the places at this text size."""
        self.setFixedWidth(self._look.px(WIDTH))
        self.places.setFixedHeight(row_height(self._look, "places") * self._number)


def place_name(place: Page | None, *, part: bool = False) -> str:
    """The place's name in the thumb index; empty for a page that belongs to none. In a part the
    first and the last have names of their own.
    """
    if part and place in (Page.PREPARE, Page.SHARE):
        return tr("Your part") if place is Page.PREPARE else tr("Give back")
    names = {
        Page.PREPARE: tr("Prepare"),
        Page.REFLECT: tr("Reflect"),
        Page.UNDERSTAND: tr("Understand"),
        Page.PLAN: tr("Plan"),
        Page.SHARE: tr("Share"),
        Page.WORKSHOP: tr("Workshop"),
    }
    return names.get(place, "") if place else ""
