"""One question on the wall: collected unseen, revealed together, talked about and agreed.

Space reveals and the arrows move; every key is named at the foot of the window.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group import (
    closing_words,
    collecting,
    wall_sheets,
    wall_slides,
)
from nttp_readiness.presentation.group.agenda import Step
from nttp_readiness.presentation.group.wall_sheets import WallSheet
from nttp_readiness.presentation.group.wall_slides import Slide
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.focus_ring import FocusRing
from nttp_readiness.ui.widgets.icon_label import IconLabel
from nttp_readiness.ui.widgets.panel import Panel
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workshop.ballots.ballot_page import BallotPage
from nttp_readiness.ui.workshop.ballots.collector import Collector
from nttp_readiness.ui.workshop.ballots.room_screens import RoomScreens
from nttp_readiness.ui.workshop.room.form_host import FormHost
from nttp_readiness.ui.workshop.room.key_strip import SIDE, KeyStrip
from nttp_readiness.ui.workshop.room.room_clock import RoomClock
from nttp_readiness.ui.workshop.room.screen_window import ScreenWindow
from nttp_readiness.ui.workshop.room.sheet_view import SheetView
from nttp_readiness.ui.workshop.room.slides import After, Before, Descriptions, Wall
from nttp_readiness.ui.workshop.room.wall_commands import WallCommands
from nttp_readiness.ui.workshop.room.wall_keys import UNDO, key_of
from nttp_readiness.ui.workshop.room.wall_look import WallLook

_ARRIVED_MS = 200
"""How long after the window is in front what it shows is said: a reader says its title first."""


class WallView(ScreenWindow):
    """A window of its own, as large as its screen. `left` is emitted when it closes."""

    left = Signal()

    def __init__(
        self,
        look: Look,
        session: Session,
        collector: Collector,
        parent: QWidget | None = None,
        *,
        screens: RoomScreens | None = None,
        parts: Sequence[Step] = (),
    ) -> None:
        super().__init__(look, parent)
        self.setWindowTitle(tr("Looking together – NTTP Readiness"))
        self.setAccessibleName(tr("Looking together"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(480, 270)
        self._session, self._collector = session, collector
        self._acts = WallCommands(session, collector)
        self._base = look
        self._look = WallLook(look, self)
        self._order = wall_slides.walk(session.assessment)
        self._at = 0
        self._parts = parts
        self._told, self._told_well = "", False
        self._reading = self._groups = False
        self._sheet = ""
        """The key of the sheet that lies over the question; empty without one."""
        self.notes.other_key.connect(self.keyPressEvent)
        self._build()
        self.use_screens(screens or RoomScreens(self))
        self._ring = FocusRing(self)
        session.changed.connect(self._document_changed)
        session.refused.connect(self._tell)
        collector.changed.connect(self._show)
        self._show()

    # ---- where one is

    @property
    def indicator(self) -> str:
        """The question that is shown; empty where there is none."""
        return self._order[self._at] if self._order else ""

    @property
    def slide(self) -> Slide | None:
        """What is shown of it."""
        if not self.indicator:
            return None
        view = self._session.view
        return wall_slides.slide(
            view.assessment, view.room_results, self._collector.box, self._order, self.indicator
        )

    def _slide_to_act_on(self) -> Slide | None:
        """The same; nothing while its descriptions are read out, or a sheet lies over it."""
        return None if self._reading or self._sheet else self.slide

    def _sheet_shown(self) -> WallSheet | None:
        """What lies over the question, as long as there is anything to show."""
        shown, session = self.slide, self._session
        title, reasons = (shown.title, shown.reasons) if shown else ("", ())
        return wall_sheets.sheet_over(
            self._sheet, session.assessment, session.today, title, reasons
        )  # fmt: skip

    def _toggle_sheet(self, name: str) -> None:
        self._sheet = "" if self._sheet == name else name
        sheet = self._sheet_shown()
        if sheet is None:
            self._sheet = ""
        self._reading = False
        self._forms.close()
        self._show()
        self._body.to_top()
        announce(self, sheet.spoken) if sheet is not None else self._say_slide()

    def show_question(self, indicator_id: str) -> None:
        """Go to that question, where it is one of the walk."""
        if indicator_id in self._order:
            self._turn(self._order.index(indicator_id))

    def _begin_the_meeting(self) -> None:
        """Before anything was looked at: what was said last time, and whether this room agrees."""
        session = self._session
        workshop, today = session.assessment.workshop, session.today
        if workshop is None or workshop.round.closed is not None:
            return
        if workshop.round.consent and workshop.round.consented != today:
            self._acts.withdraw_consent()
            self._tell(collecting.ask_consent_again(workshop.round))
        elif not workshop.round.looked_at and wall_sheets.last_time(session.assessment, today):
            self._sheet = "P"
        self._show()

    def _consent(self) -> None:
        """The people here agreed just now."""
        workshop = self._session.assessment.workshop
        if workshop is not None and workshop.round.closed is None and not workshop.round.consent:
            self._acts.give_consent()
            self._tell(collecting.consent_noted())

    # ---- building

    def _build(self) -> None:
        look = self._look
        self._top = Panel(look, lines=("bottom",))
        row = Box(look, self._top, across=True, margins=(SIDE, 0, SIDE, 0), spacing=20)
        self._where = Prose(look, "", "room_top", wraps=False)
        self._sign = IconLabel(
            look, "keystone", tr("Foundation"), "room_top_strong",
            icon_tone="heather", tone="heather",
        )  # fmt: skip
        self._clock = RoomClock(look, self._parts)
        self._right = Prose(look, "", "room_top", wraps=False)
        row.addWidget(self._where)
        row.addWidget(self._sign)
        row.addStretch(1)
        row.addWidget(self._clock)
        row.addWidget(self._right)
        self._before, self._after, self._full = Before(look), After(look), Descriptions(look)
        self._over = SheetView(look)
        self._forms = FormHost(
            look, self, (self._before, self._after), self._acts, self._slide_to_act_on
        )
        self._forms.said.connect(lambda said: self._tell(said, well=True))
        self._forms.opened.connect(self._show)
        self._forms.closed.connect(self._form_closed)
        self._after.agreed.connect(self._agree)
        self._after.add_action.connect(self._forms.open_action)
        self._after.take.connect(self._take)
        self._body = Wall(look, top=0)
        for part in (self._before, self._after, self._full, self._over):
            self._body.column.addWidget(part, 1)
        self._body.column.set_margins((0, 0, 0, 0))
        self._keys = KeyStrip(look)
        self._keys.pressed.connect(self._press)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(self._body, 1)
        column.addWidget(self._keys)

    # ---- showing

    def _show(self) -> None:
        shown = self.slide
        looked_at = (
            shown is not None and shown.state != "open" and not self._forms.is_counting
        )  # fmt: skip
        over = self._sheet_shown()
        if over is not None:
            self._over.show_sheet(over)
        under = over is None and not self._reading
        for part, visible in (
            (self._over, over is not None),
            (self._full, self._reading and over is None),
            (self._before, under and not looked_at),
            (self._after, under and looked_at),
        ):
            part.setVisible(visible)
        if shown is None:
            self._where.say(tr("There is no question to look at yet."))
            self._sign.hide()
            self._keys.show_keys(shown, reading=self._reading, sheet=self._sheet)
            return
        self._where.say(shown.where)
        self._sign.setVisible(shown.foundation)
        self._right.say(shown.top)
        self._before.show_slide(shown, self._told)
        self._full.show_slide(shown)
        if shown.state != "open":
            self._after.show_slide(
                shown, self._told, well=self._told_well, groups=self._groups and bool(shown.groups)
            )
        self._keys.show_keys(
            shown, reading=self._reading, writing=self._forms.is_open, sheet=self._sheet
        )  # fmt: skip
        self._show_notes(shown)

    def _show_notes(self, shown: Slide) -> None:
        view, after = self._session.view, self._at + 1
        following = ""
        if after < len(self._order):
            following = view.assessment.bank.by_id[self._order[after]].title
        self.notes.show_notes(
            shown.title,
            wall_slides.facilitator_notes(view.assessment, view.room_results, shown, following),
        )

    def _tell(self, sentence: str, *, well: bool = False) -> None:
        """Say something on the wall; `well` where something was done, and nothing is asked."""
        self._told, self._told_well = sentence, well
        self._forms.say_problem(sentence)
        self._show()
        if sentence:
            announce(self, sentence)

    # ---- what the facilitator does

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = key_of(event)
        if not key or not self._press(key):
            super().keyPressEvent(event)

    def _press(self, key: str) -> bool:
        """Do what a key stands for; False where it means nothing now."""
        if key.isdecimal() and key in "01234":
            return self._choose_level(int(key))
        act = self.acts().get(key)
        if act is None:
            return False
        act()
        return True

    def acts(self) -> dict[str, Callable[[], object]]:
        """What each key does, but for the levels."""
        return {
            "esc": self._escape, " ": self._reveal, "<": lambda: self._turn(self._at - 1),
            ">": lambda: self._turn(self._at + 1), "L": self._read, "T": self._clock.toggle,
            "N": self._toggle_notes, "O": self._widest_first, "M": self._forms.open_view,
            "V": self._vote_again, "A": self._forms.open_action, "U": self._take,
            "S": self._swap_screens, "K": self._clock.next_part,
            "Y": self._consent, "E": self._forms.open_words,
            "R": lambda: self._toggle_sheet("R"),
            "P": lambda: self._toggle_sheet("P"), "D": lambda: self._toggle_sheet("D"),
            "G": self._toggle_groups, "del": self._agree_nothing, "H": self._hide_bars,
            "C": self._forms.open_count, "B": self.open_ballots,
            UNDO: self._session.undo_stack.undo,
            "up": lambda: self._scroll(-1), "down": lambda: self._scroll(1),
            "page up": lambda: self._page_on(-1), "page down": lambda: self._page_on(1),
        }  # fmt: skip

    def _escape(self) -> None:
        if self._forms.is_open:
            self._forms.close()
        elif self._sheet:
            self._toggle_sheet(self._sheet)
        elif self._reading:
            self._read()
        else:
            self.close()

    def _turn(self, to: int) -> None:
        if 0 <= to < len(self._order):
            self._at, self._told, self._reading, self._sheet = to, "", False, ""
            self._forms.close()
            self._show()
            self._rest()
            self._body.to_top()
            self._say_slide()
            self._clock.restart()

    def _say_slide(self) -> None:
        """Say what is on the wall."""
        if shown := self.slide:
            said = wall_slides.levels_spoken if self._reading else wall_slides.slide_spoken
            announce(self, said(shown))

    def _read(self) -> None:
        self._reading, self._sheet = not self._reading, ""
        self._show()
        self._say_slide()

    def _scroll(self, way: int) -> None:
        bar = self._body.verticalScrollBar()
        bar.setValue(bar.value() + way * bar.pageStep() // 2)

    def _page_on(self, way: int) -> None:
        """The two keys of a clicker: through what stands on the wall, then to the next question."""
        bar = self._body.verticalScrollBar()
        end = bar.maximum() if way > 0 else bar.minimum()
        if bar.value() == end:
            self._turn(self._at + way)
        else:
            self._scroll(way)

    def _reveal(self) -> None:
        shown = self.slide
        if shown is None or not shown.collects or self._sheet:
            return
        warning = self._acts.warning(self.indicator)
        if warning and warning != self._told:
            self._tell(warning)
            return
        self._told, self._reading = "", False
        if self._acts.reveal(self.indicator):
            now = self.slide
            if now is not None:
                announce(self, f"{now.headline} {now.sentence}".strip())
            self._rest()

    def _vote_again(self) -> None:
        """Asked for twice, and called off with the same key while nobody has answered."""
        shown = self.slide
        if shown is None:
            return
        if shown.may_call_off:
            if self._acts.call_off_vote(self.indicator):
                self._tell(tr("The second vote was called off."))
        elif shown.may_vote_again:
            asked = closing_words.second_vote_words()
            if self._told != asked:
                self._tell(asked)
                return
            self._told = ""
            self._acts.vote_again(self.indicator)
        self._rest()

    def _agree_nothing(self) -> None:
        shown = self._slide_to_act_on()
        if shown is not None and shown.agreed is not None:
            self._agree(None)
            self._rest()

    def _toggle_groups(self) -> None:
        shown = self._slide_to_act_on()
        if shown is not None and shown.groups:
            self._groups = not self._groups
            self._show()

    def _choose_level(self, level: int) -> bool:
        shown = self.slide
        if shown is None or shown.state == "open" or shown.running or self._reading:
            return False
        self._agree(level)
        self._after.segments.focus_choice()
        return True

    def _agree(self, level: object) -> None:
        self._told = ""
        self._acts.agree(self.indicator, level)  # type: ignore[arg-type] # 0 to 4, or None

    def _take(self) -> None:
        shown = self.slide
        if shown is not None and shown.agreed is not None and not shown.adopted:
            self._acts.take(self.indicator)
            announce(self, tr("Taken as our answer."))
            self._rest()

    def open_ballots(self) -> None:
        """Let people answer this question one after another, each alone."""
        shown = self.slide
        if shown is None or not shown.collects or self._reading or self.ballots is not None:
            return
        self.ballots = BallotPage(
            self._base, self._session, self._collector, self, only=(self.indicator,)
        )
        self.ballots.left.connect(self._ballots_left)
        self.ballots.open_on(self._screens)

    def _ballots_left(self) -> None:
        if self.ballots is not None:
            self.ballots.deleteLater()
            self.ballots = None
        self._show()
        self.activateWindow()
        self._rest()

    def _form_closed(self) -> None:
        self._told = ""
        self._show()
        self._rest()

    def _rest(self) -> None:
        """The focus waits at the agreed level once there is one, else with the window: a second
        Space must not agree anything.
        """
        shown = self.slide
        if shown is not None and shown.agreed is not None:
            self._after.segments.focus_choice()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _widest_first(self) -> None:
        self._order = wall_slides.walk(self._session.assessment)
        self._turn(0)

    def _hide_bars(self) -> None:
        """Top line and keys are for the facilitator, who may know them by heart."""
        hidden = not self._keys.isHidden()
        self._top.setVisible(not hidden)
        self._keys.setVisible(not hidden)

    # ---- the window

    def _document_changed(self, before: Assessment, after: Assessment) -> None:
        if before is not after:
            self._show()

    def showEvent(self, event: QShowEvent, /) -> None:
        """No control has the focus at first: Space reveals."""
        super().showEvent(event)
        self._rest()

    def changeEvent(self, event: QEvent, /) -> None:
        """The first question is heard once the window is there to be heard."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            QTimer.singleShot(_ARRIVED_MS, self, self._say_slide)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        look = self._look
        look.fit(event.size())
        self._top.setFixedHeight(look.px(64))
        self._keys.setFixedHeight(look.px(56))
        self._body.set_axis(look.px(SIDE), event.size().width() - 2 * look.px(SIDE))

    def closeEvent(self, event: QCloseEvent, /) -> None:
        self._clock.stop()
        self.notes.hide()
        super().closeEvent(event)
        self.left.emit()
