"""Private ballots on one laptop: hand over, answer alone, done, next person.

A window of its own that covers all others, so that nobody sees what anybody else said.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nttp_readiness.domain.answers.workshop import Group
from nttp_readiness.domain.editing.ballots import Ballot
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group import ballot_words, closing_words, collecting
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.workshop.ballots.ballot_walk import BallotWalk
from nttp_readiness.ui.workshop.ballots.ballot_welcome import BallotWelcome
from nttp_readiness.ui.workshop.ballots.collector import Collector, asked_now
from nttp_readiness.ui.workshop.ballots.private_window import PrivateWindow


class BallotPage(PrivateWindow):
    """`left` is emitted when it closes. What is not put in by then is kept nowhere.

    Whoever answers leaves it only with the facilitator's word.

    With `only` people are asked these questions alone, such as one that is voted on again.
    """

    def __init__(
        self,
        look: Look,
        session: Session,
        collector: Collector,
        parent: QWidget | None = None,
        *,
        only: tuple[str, ...] = (),
    ) -> None:
        super().__init__(
            look, tr("Your answers – NTTP Readiness"), tr("Your answers"), collector.word, parent
        )
        self._session, self._collector = session, collector
        self._group, self._only = "", only
        self.welcome = BallotWelcome(
            look, ballot_words.hand_on(("",)),
            ballot_words.promises(_groups(session)),
            leave=tr("Everybody is done"),
        )  # fmt: skip
        self.walk = BallotWalk(
            look,
            last=tr("Done"),
            stop=tr("Stop, and keep nothing"),
            ending=ballot_words.ending(None),
            why=ballot_words.reason_promise(),
        )
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.walk)
        self.welcome.started.connect(self._begin)
        self.welcome.left.connect(self.ask_to_leave)
        self.walk.done.connect(self._ask_to_finish)
        self.walk.stopped.connect(self._ask_to_stop)
        for part in (self.welcome, self.walk):
            part.support.connect(lambda: self.show_support(session.assessment))
        session.refused.connect(self.welcome.say_problem)
        self._next_person("")

    def _next_person(self, thanks: str) -> None:
        workshop = self._session.assessment.workshop
        box = self._collector.box
        lines = collecting.group_lines(workshop.round, box, self._only) if workshop else ()
        asked = asked_now(self._session.assessment, self._only)
        notes = [f"{each.group.name}: {each.closed_to_ballots}" for each in lines
                 if each.closed_to_ballots]  # fmt: skip
        takes = [each.group.name for each in lines if asked and not each.closed_to_ballots]
        if len(takes) == 1 and len(lines) > 1:
            notes.insert(0, ballot_words.only_group(takes[0]))
        if not asked:
            notes.append(tr("Every question is closed, so no more answers are taken."))
        self.welcome.say_heading(ballot_words.hand_on(takes))
        self.welcome.show_groups(takes, notes, thanks)
        self._stack.setCurrentWidget(self.welcome)
        self.welcome.arrive()

    def _begin(self, group: str) -> None:
        self._group = group
        self.welcome.say_problem("")
        self._stack.setCurrentWidget(self.walk)
        assessment = self._session.assessment
        groups = {each.name: each for each in _groups(self._session)}
        self.walk.say_ending(ballot_words.ending(groups.get(group)))
        self.walk.begin(assessment, asked_now(assessment, self._only))

    def _ask_to_finish(self) -> None:
        """A ballot without any answer is put in by nobody's mistake."""
        if self.walk.answers():
            self._done()
            return
        self.walk.ask(
            closing_words.empty_ballot_words(), tr("Back to the questions"),
            tr("Hand it in empty"), self._done,
        )  # fmt: skip

    def _ask_to_stop(self) -> None:
        """Answers that were given are thrown away by nobody's mistake."""
        answered = len(self.walk.answers())
        if not answered:
            self._stop()
            return
        self.walk.ask(
            closing_words.stop_words(answered), tr("Go on answering"),
            tr("Keep nothing"), self._stop,
        )  # fmt: skip

    def _done(self) -> None:
        """Into the box and away from here, at once."""
        why = self.walk.reasons()
        ballot = Ballot(group=self._group, answers=self.walk.hand_over(), reasons=why)
        self._group = ""
        worked = self._collector.put_in(ballot, self._only)
        self._next_person(tr("Thank you. Your answers are in.") if worked else "")

    def _stop(self) -> None:
        self.walk.hand_over()
        self._group = ""
        self._next_person("")

    def _forget(self) -> None:
        self.walk.hand_over()


def _groups(session: Session) -> tuple[Group, ...]:
    workshop = session.assessment.workshop
    return workshop.round.groups if workshop else ()
