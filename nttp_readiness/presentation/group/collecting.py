"""How far the collecting is, in words: how many answers are in, never whose, and what can be done.

Ballots that wait in the box count as in, although the document does not hold them yet.
"""

from __future__ import annotations

from collections.abc import Sequence

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.minimums import OUTSIDE_MINIMUM, ROOM_MINIMUM
from nttp_readiness.domain.answers.workshop import Group, Round, Tally
from nttp_readiness.domain.editing.ballots import BallotBox
from nttp_readiness.domain.editing.calling_off import may_reopen
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.readiness.question_guide import GuidePart
from nttp_readiness.presentation.words import words
from nttp_readiness.values import dataclass

MINIMUMS = (5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50)
"""What can be chosen as the smallest number of answers that is shown."""


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group with how many of it have answered. `closed_to_ballots` says why it takes none."""

    group: Group
    answered: int
    begun: bool
    closed_to_ballots: str

    @property
    def words(self) -> str:
        return answers_in(self.answered, self.group.size)


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question of the round, and how far it is. `state` is a word for it."""

    id: str
    title: str
    foundation: bool
    state: str
    answers: int
    closed: bool
    reopens: bool
    """Whether it was closed and nothing of it was shown, so that it can take answers again."""


def answers_in(count: int, asked: int) -> str:
    """How many have answered: "9 of 12 people have answered", or without what nobody has said."""
    if asked:
        return trn(
            "{n} of {of} people has answered", "{n} of {of} people have answered",
            count, of=max(count, asked),
        )  # fmt: skip
    return trn("{n} person has answered", "{n} people have answered", count)


def round_progress(collected: Round, box: BallotBox) -> tuple[int, int]:
    """How many people have answered, and how many are asked; 0 where nobody said so."""
    sizes = [each.size for each in collected.groups]
    count = sum(_answered(collected, box, each.name) for each in collected.groups)
    return count, max(count, sum(sizes)) if all(sizes) else 0


def question_progress(collected: Round, box: BallotBox, indicator_id: str) -> tuple[int, int]:
    """The same for the open vote on one question."""
    question = collected.questions.get(indicator_id)
    held = 0 if question is None or question.vote.closed else question.vote.people
    waiting = sum(len(slips) for (key, _), slips in box.slips.items() if key == indicator_id)
    sizes = [each.size for each in collected.groups]
    return held + waiting, max(held + waiting, sum(sizes)) if all(sizes) else 0


def group_lines(
    collected: Round, box: BallotBox, only: Sequence[str] = ()
) -> tuple[GroupLine, ...]:
    """The groups in their order. With `only` some questions, whether they take ballots on these."""
    found = []
    for group in collected.groups:
        count = _answered(collected, box, group.name)
        open_now = _open_now(collected, box, group, only)
        why = ""
        if _by_hand(collected, group.name, only):
            why = tr("Its answers are counted by hand.")
        elif group.size and open_now >= group.size:
            why = tr("Everybody in it has answered.")
        found.append(GroupLine(group, count, count > 0, why))
    return tuple(found)


def question_lines(assessment: Assessment, box: BallotBox) -> tuple[QuestionLine, ...]:
    """The questions of the route, in the order of the bank."""
    if assessment.workshop is None:
        return ()
    collected = assessment.workshop.round
    found = []
    for indicator in assessment.asked:
        question = collected.questions.get(indicator.id)
        closed = question is not None and question.vote.closed
        count, asked = question_progress(collected, box, indicator.id)
        state = answers_in(count, asked)
        if question is not None and question.closed and not closed:
            state = tr("Second vote: {answers}").format(answers=state)
        elif closed and question is not None:
            agreed = words.level_words(assessment.bank, question.agreed)
            state = tr("Agreed: {level}").format(level=agreed) if agreed else tr("Looked at")
            if may_reopen(question) and not agreed:
                state = tr("Closed, and not shown")
        elif collected.closed is not None:
            state = tr("Nobody answered it")
        found.append(
            QuestionLine(
                indicator.id,
                indicator.title,
                indicator.foundation,
                state,
                count,
                closed,
                reopens=collected.closed is None and may_reopen(question),
            )
        )
    return tuple(found)


def counted_groups(
    collected: Round, box: BallotBox, indicator_id: str
) -> tuple[tuple[str, Tally | None], ...]:
    """The groups whose counts can be typed for a question, with what was typed already; not those
    of whom ballots came in for it.
    """
    question = collected.questions.get(indicator_id)
    found = []
    for group in collected.groups:
        tally = question.vote.tallies.get(group.name) if question else None
        if (indicator_id, group.name) in box.slips or (tally is not None and not tally.by_hand):
            continue
        found.append((group.name, tally))
    return tuple(found)


def sum_words(numbers: Sequence[str], size: int) -> str:
    """How many typed counts are together, of how many in the group."""
    count = sum(int(each) for each in numbers if each.strip().isdecimal())
    return tr("In all {n} of {of}").format(n=count, of=size) if size else (
        tr("In all {n}").format(n=count)
    )  # fmt: skip


def round_words(assessment: Assessment) -> str:
    """Where the round stands, in one sentence."""
    if assessment.workshop is None:
        return tr("No answers are being collected yet.")
    collected = assessment.workshop.round
    if collected.closed is not None:
        return tr("Round {n} was closed on {day}. Late answers belong to the next.").format(
            n=collected.number, day=words.day(collected.closed)
        )
    return tr("Round {n} has been open since {day}.").format(
        n=collected.number, day=words.day(collected.opened)
    )


def outside_group_name() -> str:
    """The group of people with lived experience who rate from outside, on paper."""
    return tr("People with lived experience, from outside")


def may_be_all(assessment: Assessment, asked: int) -> bool:
    """Whether so few may be a whole organisation, so that one asks which they are."""
    return assessment.profile.scope == "organisation" and 0 < asked < OUTSIDE_MINIMUM


def small_organisation_words(
    assessment: Assessment, asked: int, *, part_of_larger: bool = False
) -> str:
    """What suits fewer than ten people better; empty where it does not concern them."""
    if not may_be_all(assessment, asked) or part_of_larger:
        return ""
    return trn(
        "There are fewer than {n} of you. One joint answer that everybody can accept"
        " protects people better than counts.",
        (
            "There are fewer than {n} of you. One joint answer that everybody can accept"
            " protects people better than counts."
        ),
        OUTSIDE_MINIMUM,
    )


def small_group_words(groups: Sequence[Group]) -> str:
    """What becomes of groups of so few people that they are never shown; empty without any."""
    few = [each.name for each in groups if 0 < each.size < ROOM_MINIMUM]
    if not few:
        return ""
    return trn(
        "Groups of fewer than {n} people are never shown on their own, yet the file"
        " would still tell what so few said: {names}. Please put them together with"
        " another group if you can.",
        (
            "Groups of fewer than {n} people are never shown on their own, yet the file"
            " would still tell what so few said: {names}. Please put them together with"
            " another group if you can."
        ),
        ROOM_MINIMUM,
        names=", ".join(few),
    )


def counts_problem(numbers: Sequence[str]) -> str:
    """What is wrong with typed counts; empty where nothing is."""
    if all(not each.strip() or each.strip().isdecimal() for each in numbers):
        return ""
    return tr("Write how many people as a number, such as 4.")


def good_to_know() -> tuple[GuidePart, ...]:
    """What stands beside the pages of the workshop."""
    return (
        GuidePart(
            tr("What is kept"),
            (
                tr(
                    "How many people in a group chose each level of each question. Never who, in"
                    " which order, or which answers belong together."
                ),
            ),
        ),
        GuidePart(
            tr("What stays hidden"),
            (
                tr(
                    "Counts, until you close a question or the round. How many have answered is"
                    " shown, never who. You need not answer yourself."
                ),
            ),
        ),
        GuidePart(
            tr("Who could look"),
            (
                tr(
                    "In the end confidentiality depends on whoever has the files, because the"
                    " counts are in them. Please say so before anybody answers."
                ),
                tr(
                    "Only the facilitator should have this assessment’s file or a copy of it. What"
                    " you make on Share has only what may be shown outside."
                ),
            ),
        ),
    )


def _answered(collected: Round, box: BallotBox, name: str) -> int:
    held = max(
        (vote.tallies[name].people for question in collected.questions.values()
         for vote in question.votes if name in vote.tallies), default=0,
    )  # fmt: skip
    return max(held, _open_now(collected, box, collected.group(name) or Group(name=name)))


def _open_now(collected: Round, box: BallotBox, group: Group, only: Sequence[str] = ()) -> int:
    """How many of a group have answered in the votes that are open, box included."""
    held = {
        key: question.vote.tallies[group.name].people
        for key, question in collected.questions.items()
        if not question.vote.closed
        and group.name in question.vote.tallies
        and (not only or key in only)
    }
    waiting = {
        key: len(slips)
        for (key, name), slips in box.slips.items()
        if name == group.name and (not only or key in only)
    }
    return max((held.get(key, 0) + waiting.get(key, 0) for key in held | waiting), default=0)


def _by_hand(collected: Round, name: str, only: Sequence[str]) -> bool:
    return any(
        question.vote.tallies[name].by_hand
        for key, question in collected.questions.items()
        if not question.vote.closed and name in question.vote.tallies and (not only or key in only)
    )
