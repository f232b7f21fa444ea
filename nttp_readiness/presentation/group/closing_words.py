"""What is asked before a step that cannot be taken back: what becomes of it, and for whom.

Everything that closes, ends or throws away in a workshop asks with these sentences first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.workshop import Poll, Question, Round
from nttp_readiness.domain.editing.ballots import BallotBox
from nttp_readiness.domain.editing.calling_off import may_call_off_vote, may_reopen
from nttp_readiness.domain.group.poll_release import least_told
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.group.collecting import question_progress, round_progress
from nttp_readiness.presentation.group.poll_words import poll_name
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class Closing:
    """What would become of some questions, were they closed now.

    `enough` have answers enough to be shown, `few` have some and would stay hidden from everybody,
    `unanswered` have none and stay open.
    """

    enough: tuple[str, ...]
    few: tuple[str, ...]
    unanswered: tuple[str, ...]
    words: str

    @property
    def closable(self) -> tuple[str, ...]:
        return (*self.enough, *self.few)


def closing(
    assessment: Assessment, box: BallotBox, questions: Sequence[str] | None = None
) -> Closing:
    """What closing these questions would do; all that are still open where none are named."""
    if assessment.workshop is None:
        return Closing((), (), (), "")
    collected = assessment.workshop.round
    asked = [
        each.id
        for each in assessment.asked
        if (questions is None or each.id in questions)
        and not ((found := collected.questions.get(each.id)) and found.vote.closed)
    ]
    counts = {key: question_progress(collected, box, key)[0] for key in asked}
    least = least_told(collected, "room")
    enough = tuple(key for key in asked if counts[key] >= least)
    few = tuple(key for key in asked if 0 < counts[key] < least)
    none = tuple(key for key in asked if not counts[key])
    return Closing(enough, few, none, _closing_words(collected, box, enough, few))


def _closing_words(
    collected: Round, box: BallotBox, enough: Sequence[str], few: Sequence[str]
) -> str:
    said = []
    if enough:
        said.append(
            trn(
                "{n} question can be looked at from then on, and takes no more answers.",
                "{n} questions can be looked at from then on, and take no more answers.",
                len(enough),
            )
        )
    if few:
        said.append(
            trn(
                "{n} question has fewer than {least} answers. If you close it now, its counts"
                " stay hidden from everybody, here and on paper.",
                (
                    "{n} questions have fewer than {least} answers. If you close them now, their"
                    " counts stay hidden from everybody, here and on paper."
                ),
                len(few),
                least=least_told(collected, "room"),
            )
        )
    if missing := still_to_answer(collected, box):
        said.append(missing)
    return " ".join(said)


def still_to_answer(collected: Round, box: BallotBox) -> str:
    """Who could not answer any more: how many, never who; empty where nobody knows."""
    count, asked = round_progress(collected, box)
    if asked <= count:
        return ""
    return trn(
        "If you close now, {n} of {of} people can no longer answer.",
        "If you close now, {n} of {of} people can no longer answer.",
        asked - count,
        of=asked,
    )


def close_one_words(title: str, found: Closing) -> str:
    """What is asked before one question is closed."""
    return tr("Close “{title}”? {words}").format(title=title, words=found.words)


def close_round_words(assessment: Assessment, box: BallotBox, polls: Iterable[Poll] = ()) -> str:
    """What is asked before the round is closed. `polls` are the short questions still open."""
    said = [
        tr("Late answers belong to the next round."),
        closing(assessment, box).words,
        *_short_questions_words(assessment, polls),
        tr("Until another round begins it can be opened again."),
        tr("What was shown stays closed.") if _was_shown(assessment) else "",
    ]
    return " ".join(filter(None, said))


def _short_questions_words(assessment: Assessment, polls: Iterable[Poll]) -> list[str]:
    """What becomes of short questions that nobody has closed."""
    if assessment.workshop is None:
        return []
    least = least_told(assessment.workshop.round, "room")
    return [
        tr("“{name}” closes with it.").format(name=poll_name(each.kind))
        if each.known >= least
        else trn(
            "“{name}” has {n} answer, fewer than {least}: nothing of it is kept.",
            "“{name}” has {n} answers, fewer than {least}: nothing of it is kept.",
            each.known, name=poll_name(each.kind), least=least,
        )
        for each in polls
        if each.people
    ]  # fmt: skip


def _was_shown(assessment: Assessment) -> bool:
    """Whether the room has seen counts of any question."""
    workshop = assessment.workshop
    asked = workshop.round.questions.values() if workshop else ()
    return any(each.closed and not may_reopen(each) for each in asked)


def closed_words(assessment: Assessment, enough: int, few: int, unanswered: int = 0) -> str:
    """What has become of questions that were closed just now."""
    said = []
    if enough:
        said.append(
            trn(
                "{n} question is closed and can be looked at.",
                "{n} questions are closed and can be looked at.",
                enough,
            )
        )
    if few and assessment.workshop is not None:
        said.append(
            trn(
                "{n} question is closed. Its counts stay hidden, as fewer than {least} answered.",
                (
                    "{n} questions are closed. Their counts stay hidden, as fewer than {least}"
                    " answered."
                ),
                few,
                least=least_told(assessment.workshop.round, "room"),
            )
        )
    if unanswered:
        said.append(
            trn(
                "{n} question has no answer and stays open.",
                "{n} questions have no answer and stay open.",
                unanswered,
            )
        )
    return " ".join(said)


def reopen_words() -> str:
    """What opening a closed round again does."""
    return tr(
        "Questions whose answers were not shown can be opened again. What was shown stays closed."
    )


def second_vote_words() -> str:
    """What is asked before a second vote begins."""
    return tr(
        "Everybody answers this once more, and there is no third time. The picture and the agreed"
        " level stay until the second vote is looked at. Press V again to open it."
    )


def second_vote_open_words(question: Question | None) -> str:
    """How an open second vote stands to the first; empty where none is open."""
    if question is None or len(question.votes) < 2 or question.vote.closed:
        return ""
    if may_call_off_vote(question):
        return tr("The second vote is open. Nobody has answered yet: V cancels it.")
    return tr("The second vote is open. What you see is the first.")


def stop_words(answered: int) -> str:
    """What is asked before somebody's answers are thrown away."""
    return trn(
        "You have answered {n} question. It would not be kept or counted.",
        "You have answered {n} questions. None of them would be kept or counted.",
        answered,
    )


def empty_ballot_words() -> str:
    """What is asked before a ballot without any answer is put in."""
    return tr(
        "You have left every question open. If you hand it in like this, it counts as"
        " your answer and cannot be filled in later."
    )


def minimum_for_good_words(collected: Round, room: int, outside: int) -> str:
    """What is asked before a minimum is raised that answers were already given under."""
    said = [
        tr(
            "Answers have come in, so this cannot be lowered again in this round. Counts"
            " would be shown in the room from {room} answers up, and outside it from"
            " {outside}."
        ).format(room=room, outside=outside),
        minimum_beyond_words(collected.size, room),
    ]
    return " ".join(filter(None, said))


def minimum_beyond_words(asked: int, room: int) -> str:
    """That a minimum is larger than the number of people who are asked; empty where it is not."""
    if not 0 < asked < room:
        return ""
    return trn(
        "{n} person is asked, so no count would ever be shown.",
        "{n} people are asked, so no count would ever be shown.",
        asked,
    )
