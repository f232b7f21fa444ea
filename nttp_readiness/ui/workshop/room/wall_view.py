"""One question on the wall: collected unseen, revealed together, talked about and agreed.

Space reveals and the arrows move; every key is named at the foot of the window.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.scale import LEVELS, Level
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group import facilitator_words, wall_slides
from nttp_readiness.presentation.group.agenda import Step
from nttp_readiness.presentation.group.wall_slides import Slide
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.focus_ring import FocusRing
from nttp_readiness.ui.workshop.ballots.ballot_page import BallotPage
from nttp_readiness.ui.workshop.ballots.collector import Collector
from nttp_readiness.ui.workshop.ballots.room_screens import RoomScreens
from nttp_readiness.ui.workshop.room.form_host import Drafts, FormHost
from nttp_readiness.ui.workshop.room.screen_window import ScreenWindow
from nttp_readiness.ui.workshop.room.wall_commands import WallCommands
from nttp_readiness.ui.workshop.room.wall_keys import HELP, UNDO, key_of
from nttp_readiness.ui.workshop.room.wall_look import WallLook
from nttp_readiness.ui.workshop.room.wall_parts import WallParts
from nttp_readiness.ui.workshop.room.wall_state import WallState
from nttp_readiness.ui.workshop.room.wall_steps import WallSteps

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
        drafts: Drafts | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.setWindowTitle(tr("Looking together – NTTP Readiness"))
        self.setAccessibleName(tr("Looking together"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(480, 270)
        self._session, self._collector = session, collector
        self._drafts = drafts if drafts is not None else {}
        self._acts = WallCommands(session, collector)
        self._base = look
        self._look = WallLook(look, self)
        self.state = WallState(session, collector)
        """Which question is shown, and what lies over it."""
        self.steps = WallSteps(self, session, self._acts, self.state)
        self.notes.other_key.connect(self.keyPressEvent)
        self.parts = WallParts(self._look, self, parts)
        self._arrival = QTimer(self, singleShot=True, interval=_ARRIVED_MS)
        self._arrival.timeout.connect(self._say_slide)
        self._connect_parts()
        self.use_screens(screens or RoomScreens(self))
        self._ring = FocusRing(self)
        session.changed.connect(self._document_changed)
        session.refused.connect(self._tell)
        collector.changed.connect(self._show)
        self._show()

    @property
    def indicator(self) -> str:
        """The question that is shown; empty where there is none."""
        return self.state.indicator

    @property
    def slide(self) -> Slide | None:
        """What is shown of it."""
        return self.state.slide

    def show_question(self, indicator_id: str) -> None:
        """Go to that question, where it is one of the walk."""
        if indicator_id in self.state.order:
            self._turn(self.state.order.index(indicator_id))

    def _begin_the_meeting(self) -> None:
        self.steps.begin_the_meeting()

    def _connect_parts(self) -> None:
        look, parts, state, steps = self._look, self.parts, self.state, self.steps
        self._forms = FormHost(
            look, self, (parts.before, parts.after), self._acts, lambda: state.slide_to_act_on,
            self._drafts,
        )  # fmt: skip
        self._forms.said.connect(lambda said: self._tell(said, well=True))
        self._forms.opened.connect(self._show)
        self._forms.closed.connect(self._form_closed)
        steps.said.connect(self._tell)
        steps.spoken.connect(self._say)
        steps.done.connect(self._step_done)
        parts.after.agreed.connect(steps.agree)
        parts.after.add_action.connect(self._forms.open_action)
        parts.after.take.connect(steps.take)
        parts.keys.pressed.connect(self._press)

    # ---- showing

    def _show(self) -> None:
        forms = self._forms
        self.parts.show(
            self.state, writing=forms.is_open, counting=forms.is_counting
        )  # fmt: skip
        shown, view = self.slide, self._session.view
        if shown is not None:
            following = self.state.following
            notes = facilitator_words.facilitator_notes(
                view.assessment, view.room_results, shown, following
            )
            self.notes.show_notes(shown.title, notes)

    def _tell(self, sentence: str, *, well: bool = False) -> None:
        """Say something on the wall; `well` where something was done, and nothing is asked."""
        self.state.told, self.state.told_well = sentence, well
        self._forms.say_problem(sentence)
        self._show()
        if sentence:
            announce(self, sentence)

    def _is_told(self, sentence: str) -> bool:
        return self.state.told == sentence

    # ---- what the facilitator does

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = key_of(event)
        if not key or not self._press(key):
            super().keyPressEvent(event)

    def _press(self, key: str) -> bool:
        """Do what a key stands for; False where it means nothing now.

        What it says is not talked over by what was to be said on arriving; which keys there are
        comes before that.
        """
        if key != HELP:
            self._arrival.stop()
        if key.isdecimal() and key in "01234":
            return self._choose_level(LEVELS[int(key)])
        act = self.acts().get(key)
        if act is None:
            return False
        act()
        return True

    def acts(self) -> dict[str, Callable[[], object]]:
        """What each key does, but for the levels."""
        steps, forms, parts, state = self.steps, self._forms, self.parts, self.state
        return {
            "esc": self._escape, " ": steps.reveal, "L": self._read, "N": self._toggle_notes,
            "<": lambda: self._turn(state.at - 1), ">": lambda: self._turn(state.at + 1),
            "O": self._widest_first, "V": steps.vote_again, "U": steps.take, "Y": steps.consent,
            "G": steps.toggle_groups, "del": steps.agree_nothing, "S": self._swap_screens,
            "A": forms.open_action, "M": forms.open_view, "E": forms.open_words,
            "C": forms.open_count, "B": self.open_ballots,
            "T": parts.clock.toggle, "K": parts.clock.next_part, "H": parts.toggle_bars,
            "R": lambda: self._toggle_sheet("R"), "P": lambda: self._toggle_sheet("P"),
            "D": lambda: self._toggle_sheet("D"),
            UNDO: self._session.undo_stack.undo,
            "up": lambda: self._scroll(-1), "down": lambda: self._scroll(1),
            HELP: lambda: announce(self, parts.keys.spoken()),
            "page up": lambda: self._page_on(-1), "page down": lambda: self._page_on(1),
        }  # fmt: skip

    def _escape(self) -> None:
        if self._forms.is_open:
            self._forms.close()
        elif self.state.sheet:
            self._toggle_sheet(self.state.sheet)
        elif self.state.reading:
            self._read()
        else:
            self.close()

    def _turn(self, to: int) -> None:
        if self.state.turn(to):
            self.state.told = ""
            self._forms.close()
            self._show()
            self._rest()
            self.parts.body.to_top()
            self._say_slide()
            self.parts.clock.restart()

    def _toggle_sheet(self, name: str) -> None:
        sheet = self.state.toggle_sheet(name)
        self._forms.close()
        self._show()
        self.parts.body.to_top()
        announce(self, sheet.spoken) if sheet is not None else self._say_slide()

    def _say_slide(self) -> None:
        """Say what is on the wall."""
        if shown := self.slide:
            said = wall_slides.levels_spoken if self.state.reading else wall_slides.slide_spoken
            self._say(said(shown))

    def _say(self, words: str) -> None:
        """Say it aloud, and which keys there are where they were not said before."""
        announce(self, f"{words} {self.parts.keys.spoken_once()}".strip())

    def _scroll(self, way: int) -> None:
        """Half a page; who hears the five descriptions goes from one to the next."""
        self.parts.scroll(way)
        if self.state.reading and (shown := self.slide):
            announce(self, wall_slides.level_spoken(shown, self.state.read_on(way)))

    def _read(self) -> None:
        self.state.toggle_reading()
        self._show()
        self._say_slide()

    def _page_on(self, way: int) -> None:
        """The two keys of a clicker: through what stands on the wall, then to the next question."""
        if self.parts.is_at_end(way):
            self._turn(self.state.at + way)
        else:
            self.parts.scroll(way)

    def _step_done(self) -> None:
        self._show()
        self._rest()

    def _form_closed(self) -> None:
        self.state.told = ""
        self._step_done()

    def _choose_level(self, level: Level) -> bool:
        if not self.steps.may_agree():
            return False
        self.steps.agree(level)
        self.parts.after.segments.focus_choice()
        return True

    def open_ballots(self) -> None:
        """Let people answer this question one after another, each alone."""
        shown = self.state.slide_to_act_on
        if shown is None or not shown.collects or self.ballots is not None:
            return
        self.show_private(
            BallotPage(self._base, self._session, self._collector, self, only=(self.indicator,))
        )

    def _private_left(self) -> None:
        self._step_done()

    def _rest(self) -> None:
        """The focus waits at the agreed level once there is one, else with the window: a second
        Space must not agree anything.
        """
        shown = self.slide
        if shown is not None and shown.agreed is not None:
            self.parts.after.segments.focus_choice()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _widest_first(self) -> None:
        self.state.widest_first()
        self._turn(0)

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
            self._arrival.start()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._look.fit(event.size())
        self.parts.fit(event.size())

    def closeEvent(self, event: QCloseEvent, /) -> None:
        self._forms.close()
        self.parts.clock.stop()
        self.notes.hide()
        super().closeEvent(event)
        self.left.emit()
