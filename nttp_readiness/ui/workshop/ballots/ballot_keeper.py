"""Keeps ballots that wait on this computer's disk, and brings them back after a crash."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.editing.waiting import Waiting, brought_back, waiting
from nttp_readiness.errors import SaveError
from nttp_readiness.presentation.group import kept_words
from nttp_readiness.storage.keeping import waiting_ballots
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.workshop.ballots.collector import Collector


class BallotKeeper(QObject):
    """What is kept is on the disk before a person is thanked. `saved` gives what the document's
    file holds: what stands there is not kept here any more.
    """

    def __init__(
        self, session: Session, collector: Collector, saved: Callable[[], Assessment | None]
    ) -> None:
        super().__init__(collector)
        self._session, self._collector, self._saved = session, collector, saved
        self._written: Waiting | None = waiting_ballots.kept(session.assessment)
        self.said = ""
        """What became of ballots that waited when the program stopped last."""
        if self._written is not None:
            found = brought_back(session.assessment, self._written)
            collector.bring_back(found)
            self.said = kept_words.brought_back_words(found)
        collector.changed.connect(self.keep)

    def keep(self) -> None:
        """Write what has changed since the last time. Where that cannot be, the session says so."""
        collector = self._collector
        state = waiting(
            self._session.assessment, collector.box, collector.again, self._saved(),
            collector.polls.values(), collector.asked_again,
        )  # fmt: skip
        if state is None or state == self._written or (self._written is None and state.empty):
            return
        try:
            waiting_ballots.keep(self._session.assessment, state)
        except SaveError as problem:
            self._session.refused.emit(kept_words.could_not_be_kept(problem.what))
            return
        self._written = state
