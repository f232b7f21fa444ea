"""The round that still collects answers: who asks for it, and how a changed one takes its place."""

from __future__ import annotations

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.workshop import Round
from nttp_readiness.domain.editing.counting import refusal
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.errors import EditError
from nttp_readiness.i18n import tr


def open_round(assessment: Assessment) -> Round:
    """The round that still collects. EditError where there is none."""
    if assessment.workshop is None:
        raise no_round()
    if assessment.workshop.round.closed is not None:
        raise refusal(
            tr("This round is closed, so its counts can no longer change."),
            tr("Late answers belong to the next round."),
        )
    return assessment.workshop.round


def open_questions(assessment: Assessment) -> tuple[str, ...]:
    """The questions of the route on which the round still collects, in the order of the bank.

    After the first reveal these are the ones without a closed vote, and those voted on again.
    """
    if assessment.workshop is None or assessment.workshop.round.closed is not None:
        return ()
    known = assessment.workshop.round.questions
    return tuple(
        each.id
        for each in assessment.asked
        if each.id not in known or not known[each.id].vote.closed
    )


def with_round(assessment: Assessment, collected: Round) -> Assessment:
    """The assessment with another latest round; only the functions for changes call this."""
    workshop = assessment.workshop
    if workshop is None:
        raise no_round()
    return changed(
        assessment, workshop=changed(workshop, rounds=(*workshop.rounds[:-1], collected))
    )


def no_round() -> EditError:
    """What is said where nobody has begun to collect."""
    return refusal(
        tr(
            "Nobody is being asked in this assessment yet. Begin on the page “Prepare the"
            " workshop”."
        ),
        tr("First say which groups you ask, and how many people are in each."),
    )
