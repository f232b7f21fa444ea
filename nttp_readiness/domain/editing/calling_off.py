"""What can be taken back in a workshop: nothing that anybody saw, and nothing that came in.

A second vote that nobody has answered, a question that was closed and showed nothing to anybody, a
round that was closed too early. Whatever was shown stays closed.
"""

from __future__ import annotations

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.workshop import Question
from nttp_readiness.domain.editing.counting import refusal, with_question
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.editing.open_round import no_round, open_round, with_round
from nttp_readiness.i18n import tr


def may_call_off_vote(question: Question | None) -> bool:
    """Whether a second vote is open in which nobody has answered yet."""
    return question is not None and len(question.votes) > 1 and (
        not question.vote.closed and not question.vote.people
    )  # fmt: skip


def call_off_vote(assessment: Assessment, indicator_id: str) -> Assessment:
    """Back to the vote before, as if the second had never been opened. EditError once somebody has
    answered it.
    """
    collected = open_round(assessment)
    question = collected.questions.get(indicator_id)
    if question is None or not may_call_off_vote(question):
        raise refusal(
            tr("There is no second vote to cancel."),
            tr("Once people have answered, close it like any other vote."),
        )
    made = changed(question, votes=question.votes[:-1])
    return with_round(assessment, with_question(assessment, collected, indicator_id, made))


def may_reopen(question: Question | None) -> bool:
    """Whether the last vote was closed and nothing of it was shown, here or elsewhere."""
    release = question.vote.release if question is not None else None
    return release is not None and not release.room and not release.outside


def reopen_question(assessment: Assessment, indicator_id: str) -> Assessment:
    """Take answers again on a question that was closed before enough were in. Those that came in
    stay in. EditError where anything was shown of them.
    """
    collected = open_round(assessment)
    question = collected.questions.get(indicator_id)
    if question is None or not may_reopen(question):
        raise refusal(
            tr("This question cannot be opened again: its answers were shown."),
            tr("People can vote on it once more."),
        )
    again = changed(question.vote, release=None)
    made = changed(question, votes=(*question.votes[:-1], again), agreed=None)
    return with_round(assessment, with_question(assessment, collected, indicator_id, made))


def may_reopen_round(assessment: Assessment) -> bool:
    """Whether the latest round is closed, and no other one has begun."""
    return assessment.workshop is not None and assessment.workshop.round.closed is not None


def reopen_round(assessment: Assessment) -> Assessment:
    """Go on with the round that was closed last. Its closed questions stay closed."""
    if assessment.workshop is None:
        raise no_round()
    if assessment.workshop.round.closed is None:
        raise refusal(tr("This round is open already."))
    return with_round(assessment, changed(assessment.workshop.round, closed=None))
