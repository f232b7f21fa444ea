"""What comes in during a workshop: ballots in their box, counts, answer files, and closing.

The box lives in memory alone. What it lets go of goes into the document for good, so that no undo
takes anybody's answers out again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from random import Random, SystemRandom

from PySide6.QtCore import QObject, Signal

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.workshop import Poll, PollKind, Tally
from nttp_readiness.domain.editing import (
    calling_off,
    open_round,
    polls,
    reasons,
    vote_edits,
    workshop_edits,
)
from nttp_readiness.domain.editing.ballots import Ballot, BallotBox
from nttp_readiness.domain.editing.waiting import BroughtBack
from nttp_readiness.domain.exchange import collections
from nttp_readiness.domain.exchange.combining import combine
from nttp_readiness.errors import EditError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group import collecting, handed_over_words, screen_words
from nttp_readiness.storage.account import answered_here
from nttp_readiness.storage.exchange import collection_files
from nttp_readiness.storage.exchange.handed_over import read_files
from nttp_readiness.ui.document.session import Session
from nttp_readiness.values import dataclass

_Both = tuple[Assessment, BallotBox]


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of answer files: a sentence, and a line for each that was not counted."""

    sentence: str
    problems: tuple[str, ...] = ()


class Collector(QObject):
    """`changed` follows whatever comes in, also what the document does not show yet."""

    changed = Signal()

    def __init__(
        self, session: Session, parent: QObject | None = None, *, chance: Random | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chance = chance or SystemRandom()
        self._box = BallotBox()
        self.word = screen_words.facilitators_word(self._chance)
        """What leads from the private ballots back to the facilitator's window."""

        self.again: dict[str, int] = {}
        """People by group whose ballots were lost with the program, until they were told."""

        self.polls: dict[PollKind, Poll] = {}
        """Short questions that are being answered."""

        self.asked_again: dict[PollKind, int] = {}
        """How many had answered those that were lost with the program, until they were told."""

    @property
    def assessment(self) -> Assessment:
        """The document that is collected for."""
        return self._session.assessment

    def poll(self, kind: PollKind, options: tuple[str, ...]) -> Poll:
        """The open question of that kind; a new one where none is open."""
        fresh = Poll(kind=kind, options=options, counts=(0,) * len(options), people=0)
        return self.polls.setdefault(kind, fresh)

    def answer_poll(self, kind: PollKind, chosen: Collection[int]) -> bool:
        """Count one person's choice; it is nowhere by itself."""
        try:
            self.polls[kind] = polls.with_choices(self.polls[kind], chosen)
        except EditError as problem:
            self._session.refused.emit(str(problem))
            return False
        return self._done(True)

    def close_poll(self, kind: PollKind) -> bool:
        """Keep what everybody chose, so that the wall can show it."""
        worked = self._session.attempt_for_good(polls.close_poll, self.polls[kind])
        if worked:
            self.polls.pop(kind)
        return self._done(worked)

    def bring_back(self, found: BroughtBack) -> None:
        """What waited when the program stopped."""
        self._box, self.again = found.box, dict(found.again)
        self.polls, self.asked_again = dict(found.polls), dict(found.asked_again)

    def everybody_was_told(self) -> None:
        """Those who have to answer again know it."""
        self.again, self.asked_again = {}, {}
        self.changed.emit()

    @property
    def box(self) -> BallotBox:
        """The ballots that wait; ask it how many, never what."""
        return self._box

    def put_in(self, ballot: Ballot, only: tuple[str, ...] = ()) -> bool:
        """Count one person's ballot, on all open questions or `only` some. False, and the session
        says why, where that cannot be.
        """

        def taken(assessment: Assessment, box: BallotBox) -> _Both:
            vote_edits.check_ballot(assessment, ballot)
            _refuse_full(assessment, box, ballot.group, only)
            asked = asked_now(assessment, only)
            return vote_edits.add_from_box(assessment, box.with_ballot(ballot, asked, self._chance))

        return self._change(taken)

    def empty_box(self) -> bool:
        """Write down every ballot: before something is closed or the document is put away."""
        return not self._box.slips or self._change(_emptied)

    def put_away(self) -> bool:
        """Write down every ballot, and what of the sentences beside them may be in a document, as
        the program is about to let go of it.
        """
        return not self._box.slips or self._change(reasons.put_away)

    def enter(self, group: str, counts: Mapping[str, Tally]) -> bool:
        """Enter counts of cards, hands or paper; they can be typed again until they are shown."""
        if any((key, group) in self._box.slips for key in counts):
            self._session.refused.emit(
                tr("“{name}” answers by ballots, so counts cannot be typed for it.").format(
                    name=group
                )
            )
            return False
        where = f"tally/{group}/{'/'.join(counts)}"
        return self._done(
            self._session.type_in(where, tr("Counts"), vote_edits.tally, group, counts)
        )

    def reveal(self, indicator_id: str) -> bool:
        """Close the vote on a question, so that it can be looked at."""

        def closed(assessment: Assessment, box: BallotBox) -> _Both:
            return _closed(assessment, box, indicator_id)

        return self._change(closed)

    def reveal_all(self) -> bool:
        """Close every vote that has answers, so that the widest differences can come first."""

        def closed(assessment: Assessment, box: BallotBox) -> _Both:
            made, left = _emptied(assessment, box)
            for key, question in open_round.open_round(made).questions.items():
                if question.vote.people:
                    made, left = _closed(made, left, key)
            return made, left

        return self._change(closed)

    def reveal_these(self, questions: tuple[str, ...]) -> bool:
        """Close the votes on these questions, and no others."""

        def closed(assessment: Assessment, box: BallotBox) -> _Both:
            for key in questions:
                assessment, box = _closed(assessment, box, key)
            return assessment, box

        return self._change(closed)

    def reopen(self, indicator_id: str) -> bool:
        """Take answers again on a question of which nothing was shown."""
        return self._for_good(calling_off.reopen_question, indicator_id)

    def reopen_round(self) -> bool:
        """Go on with the round that was closed last."""
        return self._done(self._session.attempt_for_good(calling_off.reopen_round))

    def vote_again(self, indicator_id: str) -> bool:
        """Open the second vote on a question."""
        return self._for_good(vote_edits.vote_again, indicator_id)

    def may_call_off(self, indicator_id: str) -> bool:
        """Whether a second vote is open that nobody has answered, here or in the box."""
        workshop = self._session.assessment.workshop
        question = workshop.round.questions.get(indicator_id) if workshop else None
        waits = any(key == indicator_id for key, _ in self._box.slips)
        return not waits and calling_off.may_call_off_vote(question)

    def call_off_vote(self, indicator_id: str) -> bool:
        """Back to the first vote, while nobody has answered the second."""
        return self.may_call_off(indicator_id) and self._for_good(
            calling_off.call_off_vote, indicator_id
        )

    def _for_good(self, edit: Callable[[Assessment, str], Assessment], key: str) -> bool:
        return self._done(self._session.attempt_for_good(edit, key))

    def close_round(self) -> bool:
        """Close the round for good, with the short questions that enough have answered."""
        asked, self.polls = self.polls, {}

        def closed(assessment: Assessment, box: BallotBox) -> _Both:
            made, left = _emptied(assessment, box)
            for key, question in open_round.open_round(made).questions.items():
                if question.vote.people and not question.vote.closed:
                    made, left = _closed(made, left, key)
            made = polls.close_polls(made, asked.values())
            return workshop_edits.close_round(made, today=self._session.today), left

        worked = self._change(closed)
        if not worked:
            self.polls = asked
        return worked

    def would_count(self, chosen: Iterable[Path]) -> int:
        """How many people of these files are new and would be counted now."""
        read = read_files(chosen)
        try:
            made = collections.add_collections(self._session.assessment, read.collections)
            found = combine(made.assessment, read.handed) if read.handed else None
        except EditError:
            return 0
        return made.people + (found.added if found else 0)

    def save_collection(self, path: Path) -> str:
        """Hand over what came in here, as sums. Raises ReadinessError."""
        self.empty_box()
        assessment, said = self._session.assessment, self._box.reasons
        mark = answered_here.this_laptop(assessment.id)
        made = collections.collected(assessment, mark, said)
        collection_files.save_collection(path, made)
        left_out = sum(len(each) for key, each in said.items() if key not in made.reasons)
        return handed_over_words.collection_saved_words(path.name, made.people, left_out)

    def add_files(self, chosen: Iterable[Path]) -> Imported:
        """Count answer files and collections of other laptops, and those in folders; each counts
        once, in any order.
        """
        read = read_files(chosen)
        if not (read.handed or read.collections or read.problems):
            return Imported(handed_over_words.nothing_found_words())
        self.empty_box()
        try:
            made = collections.add_collections(self._session.assessment, read.collections)
            found = combine(made.assessment, read.handed)
        except EditError as problem:
            return Imported(str(problem))
        if made.people or found.added:
            self._session.attempt_for_good(lambda _: found.assessment)
            self._box = self._box.with_reasons(found.waiting, self._chance)
        self._done(True)
        problems = (
            *read.problems,
            *(handed_over_words.not_counted_words(read.laptops[each.place], each.why)
              for each in made.refused),
            *(handed_over_words.not_counted_words(read.names[each.place], each.why)
              for each in found.refused),
        )  # fmt: skip
        laptops = (
            handed_over_words.laptops_words(made.people, made.already) if read.collections else ""
        )
        files = (
            handed_over_words.imported_words(found.added, found.already)
            if read.handed or not laptops
            else ""
        )
        said = (laptops, files, handed_over_words.refused_words(len(problems)))
        return Imported(" ".join(filter(None, said)), problems)

    def _change(self, edit: Callable[[Assessment, BallotBox], _Both]) -> bool:
        """Change document and box together or neither, and for good."""
        left = self._box

        def made(assessment: Assessment) -> Assessment:
            nonlocal left
            after, left = edit(assessment, self._box)
            return after

        worked = self._session.attempt_for_good(made)
        if worked:
            self._box = left
        return self._done(worked)

    def _done(self, worked: bool) -> bool:  # noqa: FBT001 - passed on as it came
        if worked:
            self.changed.emit()
        return worked


def _closed(assessment: Assessment, box: BallotBox, key: str) -> _Both:
    """The question closed, with what was written beside its answers where that may be shown."""
    made, left = vote_edits.add_from_box(assessment, box, of=key)
    closed = vote_edits.close_question(made, key, box.reasons.get(key, ()))
    return closed, left.without_reasons(key)


def _emptied(assessment: Assessment, box: BallotBox) -> _Both:
    return vote_edits.add_from_box(assessment, box, everything=True)


def asked_now(assessment: Assessment, only: tuple[str, ...]) -> tuple[str, ...]:
    """The questions that take answers now; of `only` some of them where these are named."""
    return tuple(each for each in open_round.open_questions(assessment) if not only or each in only)


def _refuse_full(assessment: Assessment, box: BallotBox, group: str, only: tuple[str, ...]) -> None:
    lines = collecting.group_lines(open_round.open_round(assessment), box, only)
    line = next((each for each in lines if each.group.name == group), None)
    if line is None or line.closed_to_ballots:
        raise EditError(
            tr("“{name}” cannot answer by ballot now.").format(name=group),
            safe=tr("Nothing was changed."),
            cure=line.closed_to_ballots if line else "",
        )
