"""Anonymous questions about the meeting and the plan, from the first answer to the wall.

Answers wait as sums, and are in the document once the question is closed: then there are enough of
them to be shown, or nothing is kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.workshop import MOST_DOTS, Poll
from nttp_readiness.domain.editing.counting import refusal
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.editing.open_round import open_round, with_round
from nttp_readiness.domain.group.poll_release import least_told
from nttp_readiness.errors import EditError
from nttp_readiness.i18n import tr, trn


def with_choices(poll: Poll, chosen: Collection[int]) -> Poll:
    """The poll with one more person, who chose these options or none."""
    most = MOST_DOTS if poll.kind == "dots" else 1
    if len(chosen) > most or not set(chosen) <= set(range(len(poll.options))):
        raise refusal(
            trn("Please choose no more than {n}.", "Please choose no more than {n}.", most),
        )
    counts = tuple(count + (number in chosen) for number, count in enumerate(poll.counts))
    return changed(poll, counts=counts, people=poll.people + 1)


def close_poll(assessment: Assessment, poll: Poll) -> Assessment:
    """Keep the poll, so that it can be shown. EditError where so few answered that it may not be:
    then nothing of it is kept, and more can still answer.
    """
    collected = open_round(assessment)
    least = least_told(collected, "room")
    if poll.known < least:
        raise refusal(
            trn(
                "Fewer than {n} people chose something here, so it is not shown or kept.",
                "Fewer than {n} people chose something here, so it is not shown or kept.",
                least,
            )
        )
    if any(each.kind == poll.kind for each in collected.polls):
        raise refusal(tr("This short question is closed already in this round."))
    return with_round(assessment, changed(collected, polls=(*collected.polls, poll)))


def close_polls(assessment: Assessment, asked: Iterable[Poll]) -> Assessment:
    """Keep those of which the room may be told, as the round closes; of the others nothing is kept,
    as nobody can answer them any more.
    """
    for poll in asked:
        with suppress(EditError):
            assessment = close_poll(assessment, poll)
    return assessment
