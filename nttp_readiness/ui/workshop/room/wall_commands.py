"""What the facilitator does to the document from the wall. Nothing here knows what is shown."""

from __future__ import annotations

import datetime as dt

from nttp_readiness.domain.answers.workshop import Tally
from nttp_readiness.domain.bank.scale import Level
from nttp_readiness.domain.editing import agreement_edits, workshop_edits
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group import collecting, wall_slides
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.workshop.ballots.collector import Collector
from nttp_readiness.ui.workshop.room.wall_forms import with_action


class WallCommands:
    """Each gives whether it could be done; where not, the session has said why."""

    def __init__(self, session: Session, collector: Collector) -> None:
        self._session, self._collector = session, collector

    def warning(self, indicator: str) -> str:
        """Why a reveal would show nothing."""
        return wall_slides.reveal_warning(self._session.assessment, self._collector.box, indicator)

    def reveal(self, indicator: str) -> bool:
        return self._collector.reveal(indicator)

    def vote_again(self, indicator: str) -> bool:
        return self._collector.vote_again(indicator)

    def give_consent(self) -> bool:
        session = self._session
        return session.attempt(
            tr("Agreed to see counts"), workshop_edits.give_consent, session.today
        )  # fmt: skip

    def withdraw_consent(self) -> bool:
        return self._session.attempt(tr("Agreed to see counts"), workshop_edits.withdraw_consent)

    def may_call_off(self, indicator: str) -> bool:
        return self._collector.may_call_off(indicator)

    def call_off_vote(self, indicator: str) -> bool:
        return self._collector.call_off_vote(indicator)

    def to_count(self, indicator: str) -> tuple[tuple[str, int, Tally | None], ...]:
        """The groups whose counts can be typed, with their sizes and what was typed before."""
        workshop = self._session.assessment.workshop
        if workshop is None:
            return ()
        sizes = {each.name: each.size for each in workshop.round.groups}
        found = collecting.counted_groups(workshop.round, self._collector.box, indicator)
        return tuple((name, sizes[name], tally) for name, tally in found)

    def count(self, indicator: str, group: str, tally: Tally) -> bool:
        return self._collector.enter(group, {indicator: tally})

    def agree(self, indicator: str, level: Level | None) -> bool:
        return self._session.attempt(tr("Agreed level"), agreement_edits.agree, indicator, level)

    def keep_view(self, indicator: str, level: Level | None, sentence: str) -> bool:
        return self._session.attempt(
            tr("Minority view"), agreement_edits.agree, indicator, level, minority=sentence
        )

    def note_words(self, indicator: str, evidence: str, strengths: str, improve: str) -> bool:
        return self._session.attempt(
            tr("What we have seen"), agreement_edits.note_words, indicator,
            evidence=evidence, strengths=strengths, improve=improve,
        )  # fmt: skip

    def take(self, indicator: str) -> bool:
        """Make the agreed level the assessment's own answer."""
        return self._session.attempt(tr("Our answer"), agreement_edits.adopt, indicator)

    def add_action(self, indicator: str, title: str, owner: str, due: dt.date | None) -> bool:
        return self._session.attempt(tr("Add an action"), with_action, indicator, title, owner, due)
