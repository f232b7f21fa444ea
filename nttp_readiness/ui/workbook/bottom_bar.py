"""What stands at the foot of the workbook, and where in it there is room for what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.figures.icons import Glyph, OptionalGlyph
from nttp_readiness.figures.palette import Tone
from nttp_readiness.i18n import tr
from nttp_readiness.ui.document.autosave import Autosave
from nttp_readiness.ui.document.autosave_policy import TROUBLE
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.icon_label import IconLabel
from nttp_readiness.ui.widgets.panel import Panel
from nttp_readiness.ui.workbook.example_bar import ExampleBar
from nttp_readiness.ui.workbook.navigation_panel import WIDTH
from nttp_readiness.ui.workbook.workbook_page import WidthClass, WorkbookPage
from nttp_readiness.values import dataclass

LOW = 40.0
"""In a window lower than this, in ems, the foot is lower too."""


@dataclass(frozen=True, slots=True)
class Room:
    """The room at the foot of a page, in pixels: the whole of it, and the page's left edge and
    greatest width, which the foot shares.
    """

    form: WidthClass
    whole: int
    side: int
    most: int
    low: bool


class BottomBar(QObject):
    """Two panels that meet in one line: `corner` under the sidebar, `panel` under the page.

    Back and the main button stand where the page's content begins, "Saved 14:02" where it ends.
    Support and Pause and close are always there: in the corner, at the right of the panel, or,
    where words are long, in a row of their own below. The signals say which was pressed.
    """

    back = Signal()
    main = Signal()
    support = Signal()
    pause = Signal()

    def __init__(self, look: Look, walk: ExampleBar, workbook: QWidget) -> None:
        super().__init__(workbook)
        self._look, self._walk = look, walk
        self.panel = Panel(look, lines=("top",))
        self.corner = Panel(look, "margin", ("top", "right"))
        self.back_button = Button(look, tr("Back"), "second", "left")
        self.main_button = Button(look, "", "main", "right")
        self._support = Button(look, tr("Support"), "quiet", "support")
        self._pause = Button(look, tr("Pause and close"), "quiet", "pause")
        self.saved = IconLabel(
            look, "tick", "", "small", icon_tone="moss", tone="quiet", parent=workbook
        )  # without a parent it would be a window of its own until it has its place
        self._extra: tuple[Button, ...] = ()
        self.back_button.clicked.connect(self.back)
        self.main_button.clicked.connect(self.main)
        self._support.clicked.connect(self.support)
        self._pause.clicked.connect(self.pause)
        self._in_corner = Box(look, self.corner, across=True, margins=(17, 0, 0, 0), spacing=4)
        self._row = Box(look, across=True, spacing=12)
        self._row.addWidget(self.back_button)
        self._row.addWidget(self.main_button)
        self._row.addStretch(1)
        self._second = Flow(look, gap=12)
        self._below = Box(look, across=True, spacing=12)
        column = Box(look, self.panel)
        column.addLayout(self._row, 1)
        self._apart = Box(look, across=True)
        self._apart.addLayout(self._second, 1)
        column.addLayout(self._apart)
        column.addLayout(self._below)

    def stops(self) -> tuple[QWidget, ...]:
        """Its buttons in the order of Tab."""
        return self.back_button, self.main_button, *self._extra, self._support, self._pause

    @property
    def chief(self) -> Button:
        """The button that leads on, which Enter presses from anywhere."""
        return self._walk.chief if self._walk.buttons else self.main_button

    # ---- what it says

    def show_page(self, page: WorkbookPage) -> None:
        """The words of that page's buttons, or those of the example that is walked through."""
        walk = self._walk.buttons
        self.main_button.say(page.main_words())
        self.main_button.setVisible(bool(page.main_words()) and not walk)
        # It stays where it is without a way back, so that the main button stands in one place.
        self.back_button.setEnabled(page.back_address() is not None)
        self.back_button.setVisible(not walk)
        self._show_extra(walk or tuple(page.extra_buttons()))

    def _show_extra(self, buttons: Sequence[Button]) -> None:
        if tuple(buttons) == self._extra:
            return
        for old in self._extra:
            self._row.removeWidget(old)
            self._second.removeWidget(old)
            old.hide()
        self._extra = tuple(buttons)
        for place, button in enumerate(self._extra, start=2):
            self._row.insertWidget(place, button)
            button.show()

    def show_state(self, autosave: Autosave) -> None:
        """Whether the document is saved, in words."""
        trouble = autosave.state in TROUBLE
        saved = autosave.all_is_saved
        tone: Tone = "bracken" if trouble else "moss" if saved else "quiet"
        glyph: Glyph = "warning" if trouble else "tick" if saved else "clock"
        self.saved.setVisible(bool(autosave.words()))
        self.saved.say(autosave.words(), glyph, icon_tone=tone)

    # ---- where things have room

    def rescale(self) -> None:
        self.corner.setFixedWidth(self._look.px(WIDTH))

    def take_form(self, form: WidthClass) -> None:
        """Take "Saved 14:02" back unless the form is narrow, where the bar above has it."""
        narrow = form == "narrow"
        self.corner.setVisible(not narrow)
        self.panel.set_ground("margin" if narrow else "paper")
        if not narrow:
            self._row.addWidget(self.saved)

    def fit(self, room: Room, main_glyph: OptionalGlyph) -> None:
        """Give everything its place in that room."""
        look, narrow = self._look, room.form == "narrow"
        # Icons give way to words, never the other way round.
        bare = narrow and (look.factor > 1.5 or room.whole < look.px(400))
        self._support.set_glyph("" if bare else "support")
        self._pause.set_glyph("" if bare else "pause")
        self.main_button.set_glyph("" if bare else main_glyph)
        below = self._house_always_there(room)
        second = self._house_main(room)
        high = look.px(21) + look.pad(35 if room.low else 43)
        more = look.px(21) + look.pad(27)
        self.panel.setFixedHeight(high + (more if below else 0) + second)
        self.corner.setFixedHeight(self.panel.height())
        end = self._end(room)
        # In the middle of its room: what is free would go to the rows below, empty as they are.
        free = max(0, high - self.back_button.sizeHint().height())
        self._row.setContentsMargins(room.side, free // 2, end, free - free // 2)
        self._apart.setContentsMargins(room.side, 0, end, look.pad(6) if second else 0)
        self._below.setContentsMargins(room.side, 0, end, look.pad(10) if below else 0)

    def _end(self, room: Room) -> int:
        """What is left free at the right."""
        if room.form == "narrow":
            return self._look.pad(16)
        return max(self._look.pad(40), room.whole - room.side - room.most)

    def _house_main(self, room: Room) -> int:
        """Give the main button and those behind it rows of their own where there is no room for
        them beside Back; how high these are.
        """
        look, both = self._look, (self.back_button, self.main_button)
        lead = (self.main_button, *self._extra)
        beside = [] if room.form == "narrow" or self.saved.isHidden() else [self.saved]
        shown = [each for each in (self.back_button, *lead) if not each.isHidden()] + beside
        wide = sum(each.sizeHint().width() + look.pad(12) for each in shown) - look.pad(12)
        free = room.whole - room.side - self._end(room)
        apart = wide > free and not any(each.isHidden() for each in both)
        home = self._second if apart else self._row
        for place, button in enumerate(lead, start=1):
            if home.indexOf(button) < 0:
                self._second.addWidget(button) if apart else self._row.insertWidget(place, button)
        return self._second.heightForWidth(free) + look.pad(8) if apart else 0

    def _house_always_there(self, room: Room) -> bool:
        """Put Support and Pause where there is room for them; True for the row below."""
        look, narrow = self._look, room.form == "narrow"
        both = (self._support, self._pause)
        wide = sum(each.sizeHint().width() for each in both)
        others: list[QWidget] = [self.back_button, self.main_button, *self._extra]
        others += [] if narrow else [self.saved]
        shown = [each.sizeHint().width() for each in others if not each.isHidden()]
        free = room.whole - room.side - self._end(room)
        free -= sum(shown) + look.pad(12) * (len(shown) + 2)
        home = self._row if wide <= free else self._below
        if not narrow and wide + look.pad(17 + 4) <= self.corner.width():
            home = self._in_corner
        if home.indexOf(self._pause) < 0:
            for button in both:
                home.addWidget(button)
            if home is not self._row and home.count() == len(both):
                home.addStretch(1)
            elif home.indexOf(self.saved) >= 0:
                home.addWidget(self.saved)  # stays at the end
        return home is self._below
