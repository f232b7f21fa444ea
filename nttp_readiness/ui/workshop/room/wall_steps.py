"""The steps of a meeting from the wall: consent, reveal, second vote, agreement, our answer.

A step that cannot be taken back is asked for twice: what it does stands on the wall in between.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from nttp_readiness.domain.bank.scale import Level
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group import closing_words, consent_words, wall_sheets, wall_slides
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.workshop.room.wall_commands import WallCommands
from nttp_readiness.ui.workshop.room.wall_state import WallState


class WallSteps(QObject):
    """`said` has something to say on the wall, `spoken` something to say aloud alone. `done`
    follows a step that was taken: the window shows it, and the focus rests.
    """

    said = Signal(str)
    spoken = Signal(str)
    done = Signal()

    def __init__(
        self, window: QObject, session: Session, acts: WallCommands, state: WallState
    ) -> None:
        super().__init__(window)
        self._session, self._acts, self._state = session, acts, state

    def begin_the_meeting(self) -> None:
        """Before anything was looked at: what was said last time, and whether this room agrees."""
        session = self._session
        workshop, today = session.assessment.workshop, session.today
        if workshop is None or workshop.round.closed is not None:
            return
        if workshop.round.consent and workshop.round.consented != today:
            self._acts.withdraw_consent()
            self.said.emit(consent_words.ask_consent_again(workshop.round))
        elif not workshop.round.looked_at and wall_sheets.last_time(session.assessment, today):
            self._state.sheet = "P"
        self.done.emit()

    def consent(self) -> None:
        """The people here agreed just now."""
        workshop = self._session.assessment.workshop
        if workshop is not None and workshop.round.closed is None and not workshop.round.consent:
            self._acts.give_consent()
            self.said.emit(consent_words.consent_noted())

    def reveal(self) -> None:
        """Look at the answers together; asked for twice where it would show nothing, or where
        somebody has not answered.
        """
        state, shown = self._state, self._state.slide_to_act_on
        if shown is None or not shown.collects:
            return
        warning = self._acts.warning(state.indicator)
        if warning and warning != state.told:
            self.said.emit(warning)
            return
        state.told = ""
        if self._acts.reveal(state.indicator):
            now = state.slide
            if now is not None:
                self.spoken.emit(wall_slides.looked_at_spoken(now))
            self.done.emit()

    def vote_again(self) -> None:
        """Asked for twice, and called off with the same key while nobody has answered."""
        state, shown = self._state, self._state.slide_to_act_on
        if shown is None:
            return
        if shown.may_call_off:
            if self._acts.call_off_vote(state.indicator):
                self.said.emit(tr("The second vote was cancelled."))
        elif shown.may_vote_again:
            asked = closing_words.second_vote_words()
            if state.told != asked:
                self.said.emit(asked)
                return
            state.told = ""
            self._acts.vote_again(state.indicator)
        self.done.emit()

    def may_agree(self) -> bool:
        """Whether a level can be agreed now: not beneath what lies over the question."""
        shown = self._state.slide_to_act_on
        return shown is not None and shown.state != "open" and not shown.running

    def agree(self, level: Level | None) -> None:
        """Note the level that was agreed, or none."""
        self._state.told = ""
        self._acts.agree(self._state.indicator, level)

    def agree_nothing(self) -> None:
        """Take back the level that was agreed."""
        shown = self._state.slide_to_act_on
        if shown is not None and shown.agreed is not None:
            self.agree(None)
            self.done.emit()

    def take(self) -> None:
        """Make the agreed level the assessment's own answer."""
        shown = self._state.slide_to_act_on
        if shown is not None and shown.agreed is not None and not shown.adopted:
            self._acts.take(self._state.indicator)
            self.spoken.emit(tr("Taken as our answer."))
            self.done.emit()

    def toggle_groups(self) -> None:
        """Show the groups beside each other, or everyone again."""
        shown = self._state.slide_to_act_on
        if shown is not None and shown.groups:
            self._state.groups = not self._state.groups
            self.done.emit()
