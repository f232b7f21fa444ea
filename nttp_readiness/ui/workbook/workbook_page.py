"""What every page of the workbook has: words for the bars around it, and a place to go."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar, Literal

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from nttp_readiness.address import Address, Page
from nttp_readiness.figures.icons import OptionalGlyph
from nttp_readiness.i18n import tr
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.theme.tab_order import in_order
from nttp_readiness.ui.widgets.arrival import NamedPage, arrive_at, heading_of, lead_below
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.focus_ring import LEAST_IN_VIEW, show_whole
from nttp_readiness.ui.widgets.navigation_list import NavigationRow
from nttp_readiness.ui.widgets.notice import Notice
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.scroll_column import ScrollColumn

WidthClass = Literal["wide", "middle", "narrow"]
WAY = (Page.PREPARE, Page.REFLECT, Page.CHECK, Page.UNDERSTAND, Page.PLAN, Page.SHARE)
"""The six pages of an assessment from first to last; Ctrl and a number lead to each."""


class WorkbookPage(NamedPage):
    """A page of the open document. The workbook shows it, and asks it for the words of its bars.

    `go` asks to be taken to an address; `bars_changed` says that the words below have changed.
    """

    go = Signal(Address)
    bars_changed = Signal()
    link = Signal(str)
    """The address of a link that leads out of the program."""

    place: ClassVar[Page | None] = None
    """The place in the thumb index that this page belongs to."""
    asks_for_a_file: ClassVar[bool] = False
    """Whether the main button opens a dialog of the system."""
    side: float = 56
    """Left edge of the content at full width, in units of the design."""
    width_at_most: float = 888

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.session = look, session
        self._now_first: set[str] = set()
        self._told_at = ""
        self._lead = ""
        """What was said with the heading as the page opened."""
        self.around = QSize()
        """Size of the workbook with its bars, as it is when `axis` is asked."""

    def measure_ahead(self, width: int) -> Iterator[None]:
        """Measure what takes long, in steps, before the page is laid out at that width."""
        del width
        yield from ()

    def make_ready(self) -> Iterator[None]:
        """Make ready in steps, while another page is shown, what this one shows at addresses of
        their own. It fills the page by now.
        """
        yield from ()

    def open(self, rest: str) -> None:
        """Show the part that an address names; empty for the page as it is."""

    def refresh(self) -> None:
        """Show the document as it is now. Called when shown, and after every change while shown."""

    def address(self) -> Address:
        """Where the person is, to come back here."""
        raise NotImplementedError

    def where(self) -> str:
        """Words of the narrow bar beside the place."""
        return ""

    def purpose(self) -> str:
        """What the page is for, in the words of its heading: the window's title says it."""
        heading = heading_of(self)
        return heading.plain() if heading else ""

    def point_out(self) -> None:
        """Bring into view what an example speaks of here, where that is not the beginning."""

    def main_words(self) -> str:
        """The words of the main button; empty where there is none."""
        return ""

    def main_glyph(self) -> OptionalGlyph:
        return "right"

    def main(self) -> None:
        """What the main button does."""

    def back_address(self) -> Address | None:
        """Where Back goes; None where there is no Back."""
        return None

    def extra_buttons(self) -> Sequence[Button]:
        """Buttons after the main one."""
        return ()

    def rows_heading(self) -> str:
        """Heading of the list under the places."""
        return ""

    def rows(self) -> Sequence[NavigationRow]:
        """What this place holds, for the list under the places."""
        return ()

    def current_row(self) -> str:
        return ""

    def row_chosen(self, key: str) -> None:
        """The person chose a row of that list."""

    def press(self, key: str) -> bool:
        """A single key that no control took; True where it meant something here."""
        del key
        return False

    def arrive(self) -> None:
        """Put the focus where work begins, or on the heading; the page is heard first."""
        heading = heading_of(self)
        words = self.lead(heading) if heading else ""
        lead = self._lead = " ".join(filter(None, (self.way_words(), words, self.enter_words())))
        if heading and self.begins_at_heading:
            arrive_at(heading, lead, self.below_heading())
        else:
            self.greet(self.purpose(), lead)
            self.focus_first()
            focus = self.window().focusWidget()  # also while the window is not active yet
            if heading and (focus is None or not self.isAncestorOf(focus)):
                self.setAccessibleName(self.purpose())
                arrive_at(heading, lead)

    def lead(self, heading: Prose) -> str:
        """What is said with the heading as the page opens: notices above it, the words below. What
        a notice says is said whole the first time, and by its name afterwards.
        """
        above: list[str] = []
        for each in in_order(self):
            if each is heading:
                break
            if isinstance(each, Notice) and each.isVisibleTo(self):
                name = each.accessibleName()
                parts = (part for part in in_order(each) if isinstance(part, Prose))
                said = [part.plain() for part in parts if part.isVisibleTo(self)]
                above.append(f"{name}.")
                if self.first_time(f"notice {name}"):
                    above += [words for words in said if words not in ("", name)]
        return " ".join(filter(None, (*above, lead_below(heading, self))))

    def first_time(self, what: str) -> bool:
        """Whether that is said for the first time, as long as one stays at this address: it may be
        arrived at more than once before anybody hears it.
        """
        if self._told_at != (here := str(self.address())):
            self._told_at = here
            self._now_first.clear()
        if self.session.first_time(what):
            self._now_first.add(what)
        return what in self._now_first

    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        self._now_first.clear()

    def way_words(self) -> str:
        """Which of the six pages this is, said the first time that it opens."""
        place, part = self.address().page, self.session.assessment.part
        if part is not None or place not in WAY or not self.first_time(f"page {place}"):
            return ""
        of, number = len(WAY), WAY.index(place) + 1
        said = tr("Page {n} of {of}: {name}.").format(n=number, of=of, name=way_name(place))
        if not self.first_time("pages"):
            return said
        names = ", ".join(way_name(each) for each in WAY)
        return tr("{page} The six are {names}; Ctrl and a number lead to each.").format(
            page=said, names=names
        )

    def enter_words(self) -> str:
        """What Enter does wherever nothing else takes it: who cannot see the main button hears it
        as the page opens. Empty where Enter does something else, or where one knows it by now.
        """
        words = self.main_words().rstrip("…")
        return tr("Enter: {button}.").format(button=words) if words else ""

    def below_heading(self) -> Callable[[], None] | None:
        """Where Down leads from the heading; None where it scrolls, as there is much to read."""
        return None

    def focus_first(self) -> None:
        """Put the focus where work on this page begins."""

    @property
    def guide(self) -> QWidget | None:
        """What stands in the right column where there is room."""
        return None

    def guide_heading(self) -> str:
        return ""

    def hold_guide(self, *, inside: bool) -> None:
        """Take the guide into the page, or leave it to the right column."""

    def axis(self, side: int, width: int, form: WidthClass) -> tuple[int, int]:
        """The edge and width that the page wants where it would get these."""
        del form
        return side, width

    def set_axis(self, side: int, width: int, form: WidthClass) -> None:
        """Left edge and greatest width of the content, in pixels."""


class ScrollingPage(WorkbookPage):
    """A page with one column that scrolls."""

    def __init__(
        self, look: Look, session: Session, *, top: float = 24, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, session, parent)
        self.page = ScrollColumn(look, top=top)
        self.column = self.page.column
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)

    def set_axis(self, side: int, width: int, form: WidthClass) -> None:
        del form
        self.page.set_axis(side, width)

    def point_out(self) -> None:
        """The heading first: what must be safe before all else may fill the view above it."""
        heading = heading_of(self)
        if heading is not None and self._below_the_view(heading):
            self.page.bring_to_top(heading)

    def show_beginning(self) -> None:
        """Scroll to the top, unless what has the focus would then be out of sight.

        A list or picture that is longer than the view cannot keep the heading out of sight: the
        heading gets the focus instead.
        """
        # Where parts of it have just come and gone they still stand where they stood.
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self.page.to_top()
        focus, heading = QApplication.focusWidget(), heading_of(self)
        if focus is None or self.shows_focus():
            return
        if heading and self._below_the_view(heading) and (way := self._way_above(heading)):
            # Safety stops fill the view in large text: they are not scrolled past.
            self.greet(self.purpose(), self._lead or self.lead(heading))
            way.setFocus(Qt.FocusReason.OtherFocusReason)
        elif focus.height() <= self.page.viewport().height():
            show_whole(self.page, self.page.body, focus)
        elif heading:
            arrive_at(heading, self._lead or self.lead(heading), self.focus_first)

    def _below_the_view(self, heading: QWidget) -> bool:
        bottom = heading.mapTo(self.page.body, QPoint(0, heading.height())).y()
        return bottom > self.page.viewport().height()

    def _way_above(self, heading: QWidget) -> QAbstractButton | None:
        """The first button of what stands above the heading."""
        for each in in_order(self):
            if each is heading:
                return None
            if isinstance(each, QAbstractButton) and each.isVisibleTo(self):
                return each
        return None

    def shows_focus(self) -> bool:
        """Whether what has the focus begins in sight, or lies elsewhere than on the page."""
        focus, body = QApplication.focusWidget(), self.page.body
        if focus is None or not body.isAncestorOf(focus):
            return True
        top = focus.mapTo(self.page.viewport(), QPoint()).y()
        # Of a tall part, such as a list or a figure, its beginning is enough.
        tall = focus.height() > 2 * LEAST_IN_VIEW
        least = LEAST_IN_VIEW if tall else focus.height()
        return -1 <= top <= self.page.viewport().height() - least


def way_name(page: Page) -> str:
    """What one of the six pages is called."""
    return {
        Page.PREPARE: tr("Prepare"),
        Page.REFLECT: tr("Reflect"),
        Page.CHECK: tr("Check"),
        Page.UNDERSTAND: tr("Understand"),
        Page.PLAN: tr("Plan"),
        Page.SHARE: tr("Share"),
    }[page]
