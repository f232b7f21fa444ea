"""Anonymous questions about the meeting and the plan, from the first answer to the wall.

Answers wait as sums, and are in the document once the question is closed: then there are enough of
them to be shown, or nothing is kept.
"""

from __future__ import annotations

from collections.abc import Collection

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.workshop import MOST_DOTS, Poll, Round
from nttp_readiness.domain.editing.counting import refusal
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.editing.workshop_edits import open_round, with_round
from nttp_readiness.i18n import trn


def with_choices(poll: Poll, chosen: Collection[int]) -> Poll:
    """The poll with one more person, who chose these options or none."""
    most = MOST_DOTS if poll.kind == "dots" else 1
    if len(chosen) > most or not set(chosen) <= set(range(len(poll.options))):
        raise refusal(
            trn("Please choose no more than {n}.", "Please choose no more than {n}.", most),
        )
    counts = tuple(count + (number in chosen) for number, count in enumerate(poll.counts))
    return changed(poll, counts=counts, people=poll.people + 1)


def least_shown(collected: Round) -> int:
    """How many answers a poll needs before the room sees it."""
    return collected.room_minimum if collected.consent else collected.outside_minimum


def close_poll(assessment: Assessment, poll: Poll) -> Assessment:
    """Keep the poll, so that it can be shown. EditError where so few answered that it may not be:
    then nothing of it is kept, and more can still answer.
    """
    collected = open_round(assessment)
    least = least_shown(collected)
    if poll.people < least:
        raise refusal(
            trn(
                "Fewer than {n} have answered this, so it is not shown, and nothing of it is kept.",
                "Fewer than {n} have answered this, so it is not shown, and nothing of it is kept.",
                least,
            )
        )
    others = tuple(each for each in collected.polls if each.kind != poll.kind)
    return with_round(assessment, changed(collected, polls=(*others, poll)))
